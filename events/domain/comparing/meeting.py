"""The meeting itself: its terms, the room, the objectives and the concept note."""

from collections.abc import Iterator

from events.domain.comparing.lists import came_and_went, fields_of
from events.domain.comparing.values import ADDED, CHANGED, WITHDRAWN, Change
from events.domain.facts import MeetingFacts, RoomFacts


def meeting_changes(before: MeetingFacts, after: MeetingFacts) -> Iterator[Change]:
    """Yield what differs in the meeting's terms, zone and room."""
    yield from fields_of("meeting", "", before, after)
    yield from fields_of("roster", "", before.roster, after.roster)
    old, new = before.room, after.room
    if old is None or new is None:
        if old is not new:
            yield Change(area="room", uuid="", what=ADDED if old is None else WITHDRAWN)
        return
    yield from fields_of("room", "", old, new)
    if _plan(old) != _plan(new):
        yield Change(area="room", uuid="", what=CHANGED, field="seats", before=len(old.seats), after=len(new.seats))


def text_changes(before: MeetingFacts, after: MeetingFacts) -> Iterator[Change]:
    """Yield what differs in objectives and concept note."""
    for area, name in (("objective", "objectives"), ("paragraph", "paragraphs")):
        old, new = ({one.uuid: one for one in getattr(facts, name)} for facts in (before, after))
        yield from came_and_went(area, *(dict.fromkeys(one, "") for one in (old, new)))
        for uuid, row in new.items():
            if uuid in old:
                yield from fields_of(area, uuid, old[uuid], row)


def _plan(room: RoomFacts) -> tuple:
    return room.seats, room.places, room.width_mm, room.depth_mm
