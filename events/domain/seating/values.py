"""Seating as values: who sits where at one moment, and a room's plan as data and back."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from events.domain.facts import PlaceFacts, RoomFacts, SeatFacts

# What most seats are; a room's file leaves it out.
_USUAL = {
    "angle": 0,
    "place": None,
    "is_accessible": False,
    "is_removable": False,
    "is_blocked": False,
    "behind": (),
}


@dataclass(frozen=True, kw_only=True)
class SeatAssignment:
    """One place given to a delegation (uuid), with the labels of its seats: the principal's, then those behind.

    A delegation with several places has as many of these; `part` counts them from 1.
    """

    zone: str
    number: int
    delegation: str
    seat: str
    behind: tuple[str, ...] = ()
    part: int = 1


@dataclass(frozen=True, kw_only=True)
class PodiumSeat:
    """One chair of the podium, by its label, given to a delegate (uuid); `rank` 1 is the centre."""

    seat: str
    delegate: str
    rank: int


@dataclass(frozen=True, kw_only=True)
class InterpreterSeat:
    """Where the interpreter of a delegate (uuid) on the podium sits: on the chair of that label, or behind it."""

    delegate: str
    seat: str
    is_behind: bool = False


@dataclass(frozen=True, kw_only=True)
class Shortage:
    """A delegation (uuid) that lacks so many seats at the table, or behind its places."""

    delegation: str
    at_table: int = 0
    behind: int = 0


@dataclass(frozen=True, kw_only=True)
class SeatPlan:
    """The seats of one segment.

    `assignments` are in walking order, the table before the secretariat before the observers; `podium` from the centre
    outwards. `unseated` are the delegations (uuids, in the same order) that got no place, `short` those that got
    fewer seats than promised, `off_podium` the delegates for whom no chair is left. `interpreters` are in the order of
    the podium, `off_interpreters` the delegates beside whom no chair is left for theirs. `scheme`, `language` and
    `drawn` say what order it is.
    """

    segment: str
    scheme: str
    language: str
    drawn: str
    assignments: tuple[SeatAssignment, ...]
    podium: tuple[PodiumSeat, ...]
    unseated: tuple[str, ...]
    short: tuple[Shortage, ...]
    off_podium: tuple[str, ...]
    interpreters: tuple[InterpreterSeat, ...] = ()
    off_interpreters: tuple[str, ...] = ()


def plan_data(room: RoomFacts) -> dict[str, Any]:
    """Return the plan of `room` for JSON: width, depth, seats and places, what is usual left out of each."""
    return {
        "width_mm": room.width_mm,
        "depth_mm": room.depth_mm,
        "seats": [_data(seat) for seat in room.seats],
        "places": [_data(place) for place in room.places],
    }


def plan_digest(room: RoomFacts) -> str:
    """Return what tells this plan from any other: a page sends it back, so that nobody edits what he did not see."""
    text = json.dumps(plan_data(room), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def room_from_data(data: Mapping[str, Any]) -> RoomFacts:
    """Return the room of a file of fixtures/rooms. Raises TypeError or KeyError where the file is not one."""
    plan = data["plan"]
    known = {field.name for field in fields(RoomFacts)} - {"width_mm", "depth_mm", "seats", "places"}
    return RoomFacts(
        width_mm=plan["width_mm"],
        depth_mm=plan["depth_mm"],
        seats=tuple(SeatFacts(**seat) for seat in plan["seats"]),
        places=tuple(PlaceFacts(**{**place, "behind": tuple(place.get("behind", ()))}) for place in plan["places"]),
        **{name: data[name] for name in known},
    )


def _data(value: SeatFacts | PlaceFacts) -> dict[str, Any]:
    kept = {name: one for name, one in asdict(value).items() if name not in _USUAL or one != _USUAL[name]}
    return {name: list(one) if isinstance(one, tuple) else one for name, one in kept.items()}
