"""What differs between two states of a meeting: as values, and what concerns whom."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from events.domain.comparing.meeting import meeting_changes, text_changes
from events.domain.comparing.people import people_changes
from events.domain.comparing.programme import programme_changes
from events.domain.comparing.seats import FIELDS as SEATS
from events.domain.comparing.seats import seat_changes
from events.domain.comparing.values import ADDED, AREAS, WITHDRAWN, Change
from events.domain.facts import MeetingFacts

# What entries in calendars show: the meeting, its day and hours, and the place.
IN_CALENDARS = frozenset(
    {
        *(("meeting", name) for name in ("start", "end", "title")),
        ("roster", "zone"),
        *(("room", name) for name in ("names", "building", "city", "")),
    }
)
# What concerns everybody who comes: that, and by when to answer and be heard.
FOR_ALL = IN_CALENDARS | {("meeting", name) for name in ("reply_deadline", "interpretation_end")}
# In which order one sits there: it concerns those whom it moves.
ORDERS_OF_SEATS = frozenset(
    ("seating_scheme", "seating_language", "drawn_state", "is_seating_mixed", "seating_rank_scheme", "seating_by_hand")
)
# What only the office's own lists show.
OF_THE_OFFICE = frozenset({("request", "note"), ("request", "received_at"), ("entity", "sort_keys")})


def compare(before: MeetingFacts, after: MeetingFacts) -> tuple[Change, ...]:
    """Return what differs from `before` in `after`: the meeting, then the programme, people and texts as `after` has
    them, at the end what has gone, as `before` had it; of one thing as the tables have its fields.

    Equal facts give an empty tuple. O(n log n) in the number of items and speeches; each timeline is computed once.
    """
    if before == after:
        return ()
    changes = (
        *meeting_changes(before, after),
        *programme_changes(before, after),
        *people_changes(before, after),
        *seat_changes(before, after),
        *text_changes(before, after),
    )
    places: dict[str, int] = {}
    for facts in (after, before):
        for uuid in _uuids(facts):
            places.setdefault(uuid, len(places))
    areas = list(AREAS)
    return tuple(sorted(changes, key=lambda one: (places[one.uuid], areas.index(one.area), one.uuid)))


def _uuids(facts: MeetingFacts) -> Iterator[str]:
    """Yield what `Change.uuid` can name, in the order in which it is told."""
    yield ""
    for segment in facts.segments:
        yield segment.uuid
        for item in segment.items:
            yield item.uuid
            yield from (one.uuid for one in item.speeches)
    yield from facts.entities
    for delegation in facts.roster.delegations:
        yield delegation.uuid
        yield from (one.uuid for one in delegation.delegates)
    for rows in (facts.roster.requests, facts.objectives, facts.paragraphs):
        yield from (one.uuid for one in rows)
    yield from (one.delegate for one in facts.arrivals)


def to_data(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Return `changes` as plain JSON data, each with `is_substance` beside."""
    return [{**asdict(one), "is_substance": one.is_substance} for one in changes]


def from_data(data: Iterable[dict[str, Any]]) -> tuple[Change, ...]:
    """Return the changes that `to_data` wrote."""
    return tuple(Change(**{name: value for name, value in one.items() if name != "is_substance"}) for one in data)


def concerning(
    changes: Sequence[Change], delegation: str, before: MeetingFacts, after: MeetingFacts
) -> tuple[Change, ...]:
    """Return those of `changes` that concern the delegation of that uuid, in their order.

    Its own people, status and places, its speeches with their hours, the items in which it speaks, the parts over
    which its people preside or that come or go with a speech of its own; the order of the seats where it moves the
    delegation; and the day, hours and place of the meeting. Not the items in which others speak, nor what only the
    office's own lists show.
    """
    own = _Own(delegation, before, after, changes)
    return tuple(one for one in changes if own.is_concerned(one))


class _Own:
    """What belongs to one delegation on either side of a change."""

    def __init__(self, delegation: str, before: MeetingFacts, after: MeetingFacts, changes: Iterable[Change]) -> None:
        sides = (before, after)
        self.delegation = delegation
        self.entities = {one.delegations[delegation].entity for one in sides if delegation in one.delegations}
        self.people = {
            delegate.uuid
            for one in sides
            if delegation in one.delegations
            for delegate in one.delegations[delegation].delegates
        }
        segments = [segment for one in sides for segment in one.segments]
        items = [item for segment in segments for item in segment.items]
        self.speeches = {speech.uuid for item in items for speech in item.speeches if speech.delegation == delegation}
        self.items = {item.uuid for item in items if any(one.uuid in self.speeches for one in item.speeches)}
        self.presided = {one.uuid for one in segments if self.people & {*one.chairs, *one.podium}}
        self.spoken = {one.uuid for one in segments if any(item.uuid in self.items for item in one.items)}
        seats = [one for one in changes if (one.area, one.uuid) == ("delegation", delegation) and one.field in SEATS]
        self.moved = {part for one in seats for part in one.before}

    def is_concerned(self, change: Change) -> bool:
        area, uuid = change.area, change.uuid
        if (area, change.field) in FOR_ALL | OF_THE_OFFICE:
            return (area, change.field) in FOR_ALL
        if (area, change.field) == ("room", "seats"):
            return bool(self.moved)
        if area == "segment" and change.field in ORDERS_OF_SEATS:
            return uuid in self.moved
        if area == "segment" and change.field in ("chairs", "podium"):
            return self._seats(change.before) != self._seats(change.after)
        if area == "segment" and change.field == "interpreters":
            return self._interpreted(change.before) != self._interpreted(change.after)
        if area == "segment":
            return uuid in self.presided or (change.what in (ADDED, WITHDRAWN) and uuid in self.spoken)
        if area == "item":
            return uuid in self.items
        if area == "speech":
            return uuid in self.speeches
        if area == "entity":
            return uuid in self.entities
        # How a principal is received is for those who receive: the delegation is not told by whom it is watched.
        return area in ("delegation", "delegate", "request") and self.delegation in (uuid, change.of)

    def _interpreted(self, rows: Sequence[dict[str, str]] | None) -> list[dict[str, str]]:
        """Those of its own people who have an interpreter on the podium, each with where that one sits."""
        return [one for one in rows or () if one["delegate"] in self.people]

    def _seats(self, people: Sequence[str] | None) -> list[tuple[int, str]]:
        """Its own people in a list of chairs or of the podium, each with the place."""
        return [(place, one) for place, one in enumerate(people or ()) if one in self.people]
