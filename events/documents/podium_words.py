"""What prints call the podium, a zone of seats: a row for each of MEETING_KINDS.

An organ's is its presidency: where its President sits, no platform before a hall. Who moves goes to "the presidency's
seats": who "leaves the presidency" resigns.
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


@dataclass(frozen=True, kw_only=True)
class PodiumMoves:
    """What sheets say of moves to the podium, on it and from it, and of its plates, in the active language.

    `order` is that of its plates, `order_last` with those of the table before it; `absent` who was to sit there, by
    the reasons of `left_out`.
    """

    plates: str
    order: str
    order_last: str
    nobody: str
    coming: str
    nobody_comes: str
    turning: str
    going: str
    nobody_goes: str
    returns: str
    there: str
    leaves: str
    full: str
    absent: dict[str, str]


def podium_words(kind: str) -> PodiumWords:
    """Return the phrases of a row of MEETING_KINDS in the active language. Raises KeyError for no such row."""
    return KINDS[kind]()


def podium_moves(kind: str) -> PodiumMoves:
    """Return what is said of moves by a row of MEETING_KINDS in the active language; KeyError for no such row."""
    return MOVES[kind]()


def _podium() -> PodiumWords:
    return PodiumWords(
        label=gettext("Podium"),
        from_left=gettext("Podium, from left to right as seen from the hall"),
        odd=gettext(
            "On the podium the first in order sits in the centre, the second to the right, the third to the left, and "
            "so on outwards, as seen by those who sit there."
        ),
        even=gettext(
            "On the podium the two centre chairs count as 1, right of the axis, and 2, left of it; the others follow "
            "right and left by turns, as seen by those who sit there."
        ),
        seat=gettext("on the podium: %(seat)s"),
        later=gettext("on the podium as of “%(part)s”"),
        later_seat=gettext("on the podium as of “%(part)s”: %(seat)s"),
        nobody=gettext("Nobody sits on the podium yet."),
        view=gettext("Seen from the hall: the podium is at the top."),
        sides=gettext("Left and right are as seen from the hall, looking at the podium."),
    )


def _presidency() -> PodiumWords:
    return PodiumWords(
        label=gettext("Presidency"),
        from_left=gettext("Presidency, from left to right as seen from the hall"),
        odd=gettext(
            "At the presidency the first in order sits in the centre, the second to the right, the third to the left, "
            "and so on outwards, as seen by those who sit there."
        ),
        even=gettext(
            "At the presidency the two centre chairs count as 1, right of the axis, and 2, left of it; the others "
            "follow right and left by turns, as seen by those who sit there."
        ),
        seat=gettext("at the presidency: %(seat)s"),
        later=gettext("at the presidency as of “%(part)s”"),
        later_seat=gettext("at the presidency as of “%(part)s”: %(seat)s"),
        nobody=gettext("Nobody sits at the presidency yet."),
        view=gettext("Seen from the hall: the presidency is at the top."),
        sides=gettext("Left and right are as seen from the hall, looking at the presidency."),
    )


def _podium_moves() -> PodiumMoves:
    return PodiumMoves(
        plates=gettext("Plates on the podium, from left to right as seen from the hall"),
        order=gettext("in the order of the podium"),
        order_last=gettext("in the order of the seats, then of the podium"),
        nobody=gettext("Nobody sits on the podium in either part."),
        coming=gettext("To the podium"),
        nobody_comes=gettext("Nobody goes to the podium."),
        turning=gettext("From chair to chair on the podium"),
        going=gettext("From the podium"),
        nobody_goes=gettext("Nobody leaves the podium."),
        returns=gettext("returns to the podium later"),
        there=gettext("On the podium"),
        leaves=gettext("leaves the podium"),
        full=gettext("%(name)s: no chair is left on the podium"),
        absent={
            "regrets": gettext("Sent regrets, and not printed as speaker, in the chair or on the podium: %(names)s."),
            "withdrawn": gettext("Withdrawn, and not printed as speaker, in the chair or on the podium: %(names)s."),
            "other": gettext("Not expected, and not printed as speaker, in the chair or on the podium: %(names)s."),
        },
    )


def _presidency_moves() -> PodiumMoves:
    return PodiumMoves(
        plates=gettext("Plates at the presidency, from left to right as seen from the hall"),
        order=gettext("in the order of the presidency's seats"),
        order_last=gettext("in the order of the seats, then of the presidency's"),
        nobody=gettext("Nobody sits at the presidency in either part."),
        coming=gettext("To the presidency's seats"),
        nobody_comes=gettext("Nobody goes to the presidency's seats."),
        turning=gettext("From chair to chair at the presidency"),
        going=gettext("From the presidency's seats"),
        nobody_goes=gettext("Nobody leaves the presidency's seats."),
        returns=gettext("returns to the presidency's seats later"),
        there=gettext("At the presidency"),
        leaves=gettext("leaves the presidency's seats"),
        full=gettext("%(name)s: no chair is left at the presidency"),
        absent={
            "regrets": gettext("Sent regrets, and not printed as speaker or at the presidency: %(names)s."),
            "withdrawn": gettext("Withdrawn, and not printed as speaker or at the presidency: %(names)s."),
            "other": gettext("Not expected, and not printed as speaker or at the presidency: %(names)s."),
        },
    )


MOVES: dict[str, Callable[[], PodiumMoves]] = {"conference": _podium_moves, "organ": _presidency_moves}
KINDS: dict[str, Callable[[], PodiumWords]] = {"conference": _podium, "organ": _presidency}
