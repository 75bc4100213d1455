"""What prints call the podium, a zone of seats: a row for each of MEETING_KINDS.

An organ's is its presidency: where its President sits, no platform before a hall.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext


@dataclass(frozen=True, kw_only=True)
class PodiumWords:
    """The phrases of one kind of meeting in the active language.

    `odd` and `even` say how so many chairs are counted, `seat` where somebody sits, `later` and `later_seat` from which
    part on; `sides` and `view` from where the room is seen.
    """

    label: str
    from_left: str
    odd: str
    even: str
    seat: str
    later: str
    later_seat: str
    nobody: str
    view: str
    sides: str


def podium_words(kind: str) -> PodiumWords:
    """Return the phrases of a row of MEETING_KINDS in the active language. Raises KeyError for no such row."""
    return KINDS[kind]()


def _podium() -> PodiumWords:
    return PodiumWords(
        label=gettext("Podium"),
        from_left=gettext("Podium, from left to right as seen from the hall"),
        odd=gettext(
            "On the podium number 1 sits in the centre, 2 to the right, 3 to the left, and so on outwards, as seen by "
            "those who sit there."
        ),
        even=gettext(
            "On the podium the two centre chairs count as 1, right of the axis, and 2, left of it; the others follow "
            "right and left by turns, as seen by those who sit there."
        ),
        seat=gettext("on the podium: %(seat)s"),
        later=gettext("on the podium from “%(part)s” on"),
        later_seat=gettext("on the podium from “%(part)s” on: %(seat)s"),
        nobody=gettext("Nobody sits on the podium yet."),
        view=gettext("Seen from the hall: the podium is at the top."),
        sides=gettext("Left and right are as seen from the hall, looking at the podium."),
    )


def _presidency() -> PodiumWords:
    return PodiumWords(
        label=gettext("Presidency"),
        from_left=gettext("Presidency, from left to right as seen from the hall"),
        odd=gettext(
            "At the presidency number 1 sits in the centre, 2 to the right, 3 to the left, and so on outwards, as seen "
            "by those who sit there."
        ),
        even=gettext(
            "At the presidency the two centre chairs count as 1, right of the axis, and 2, left of it; the others "
            "follow right and left by turns, as seen by those who sit there."
        ),
        seat=gettext("at the presidency: %(seat)s"),
        later=gettext("at the presidency from “%(part)s” on"),
        later_seat=gettext("at the presidency from “%(part)s” on: %(seat)s"),
        nobody=gettext("Nobody sits at the presidency yet."),
        view=gettext("Seen from the hall: the presidency is at the top."),
        sides=gettext("Left and right are as seen from the hall, looking at the presidency."),
    )


KINDS: dict[str, Callable[[], PodiumWords]] = {"conference": _podium, "organ": _presidency}
