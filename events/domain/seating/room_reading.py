"""A room's file (JSON) read, with everything that is wrong with it told at once."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from events.domain.facts import PlaceFacts, RoomFacts, SeatFacts
from events.domain.seating.faults import Fault, RoomRefused
from events.domain.seating.room_checks import (
    CONTROL,
    MOST_MM,
    MOST_NUMBER,
    MOST_SEATS,
    TOO_MANY_SEATS,
    Claim,
    beyond,
    odd_character,
    placed,
    seat_faults,
)
from events.domain.seating.room_file import RoomFile, source_texts
from events.domain.seating.room_places import listed_places
from meetingplanner.languages import LANGUAGES, phrase

LONGEST_SLUG, LONGEST_SOURCE, LONGEST_NAME = 50, 250, 200
LARGEST_BYTES = 5 * 1024 * 1024
SLUG = re.compile(r"[-a-zA-Z0-9_]+")
KEYS = ("slug", "names", "building", "city", "is_approximate", "source", "plan")
# What says how the plan was made; it is kept in files, not in rooms.
LEFT = ("layout", "measures")
PLAN_KEYS = ("width_mm", "depth_mm", "seats", "places")
SEAT_KINDS: dict[str, type] = {
    "label": str, "zone": str, "row": str, "side": str, "x_mm": int, "y_mm": int, "angle": int, "place": int,
    "is_accessible": bool, "is_removable": bool, "is_blocked": bool,
}  # fmt: skip
NEEDED = ("label", "zone", "x_mm", "y_mm")
BOUNDS: dict[str, tuple[int, int]] = {
    "x_mm": (-MOST_MM, MOST_MM),
    "y_mm": (-MOST_MM, MOST_MM),
    "angle": (0, 359),
    "place": (1, MOST_NUMBER),
}

NOT_JSON = phrase("The file is no JSON: line %(line)s, column %(column)s cannot be read.")
TOO_LARGE = phrase("The file is larger than 5 MB.")
NOT_AN_OBJECT = phrase("It must be an object: { … }.")
NOT_A_LIST = phrase("It must be a list: [ … ].")
LACKING = phrase("It is missing.")
UNKNOWN = phrase("There is no such field. There are: %(choices)s.")
NO_TEXT = phrase("“%(value)s” is no text.")
NO_NUMBER = phrase("“%(value)s” is no whole number.")
NO_TRUTH = phrase("“%(value)s” is neither true nor false.")
BETWEEN = phrase("%(value)s is not from %(least)s to %(most)s.")
NO_SLUG = phrase("“%(value)s” is no code: letters, figures, hyphens and underscores, at most 50.")
NO_NAME = phrase("Give the name in one language at least.")
NO_LANGUAGE = phrase("“%(value)s” is no language. There are: %(choices)s.")
LONG = phrase("Shorten this to %(most)s characters; it has %(length)s.")
KINDS: dict[type, str] = {str: NO_TEXT, int: NO_NUMBER, bool: NO_TRUTH}


def read_room_json(content: bytes) -> RoomFile:
    """Return the room of a file. Raises RoomRefused with all its faults: of the file, of its seats, of its places."""
    if len(content) > LARGEST_BYTES:
        raise RoomRefused((Fault(template=TOO_LARGE, where="file"),))
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, RecursionError):
        raise RoomRefused((Fault(template=NOT_JSON, values={"line": 1, "column": 1}, where="file"),)) from None
    except ValueError as error:
        values = {"line": getattr(error, "lineno", 1), "column": getattr(error, "colno", 1)}
        raise RoomRefused((Fault(template=NOT_JSON, values=values, where="file"),)) from None
    if not isinstance(data, dict):
        raise RoomRefused((Fault(template=NOT_AN_OBJECT, where="file"),))
    return _Reader(data).file()


class _Reader:
    """Reads the object of a file and gathers what is wrong with it."""

    def __init__(self, data: Mapping[str, Any]):
        self.data, self.faults = data, []

    def file(self) -> RoomFile:
        self._known(self.data, (*KEYS, *LEFT))
        slug = self._value(self.data, "slug", str, "")
        if slug and (not SLUG.fullmatch(slug) or len(slug) > LONGEST_SLUG):
            self._wrong("slug", NO_SLUG, value=slug[:60])
        texts = {name: self._texts(name, self.data.get(name, {})) for name in ("names", "building", "city")}
        if not texts["names"] and not any(one.field == "names" for one in self.faults):
            self._wrong("names", NO_NAME)
        is_approximate = self._value(self.data, "is_approximate", bool, False)
        source = self._texts("source", source_texts(self.data.get("source", {})), most=LONGEST_SOURCE)
        sizes, seats, places = self._plan()
        if self.faults:
            raise RoomRefused(tuple(self.faults))
        room = RoomFacts(**texts, **sizes, is_approximate=is_approximate, seats=seats, places=places)
        return RoomFile(slug=slug, source=source, room=room)

    def _wrong(self, field: str, template: str, *, where: str = "file", number: int = 0, label: str = "", **values):
        self.faults.append(
            Fault(template=template, values=values, where=where, number=number, label=label, field=field)
        )

    def _known(self, data: Mapping[str, Any], keys: tuple[str, ...], **at: Any) -> None:
        for name in data:
            if name not in keys:
                self._wrong(str(name)[:40], UNKNOWN, choices=", ".join(keys), **at)

    def _value(self, data: Mapping[str, Any], name: str, kind: type, usual: Any, *, is_needed: bool = False, **at: Any):
        if name not in data:
            if is_needed:
                self._wrong(name, LACKING, **at)
            return usual
        value = data[name]
        if type(value) is not kind:
            self._wrong(name, KINDS[kind], value=_shown(value), **at)
            return usual
        return value.strip() if kind is str else value

    def _texts(self, name: str, given: Any, *, most: int = LONGEST_NAME) -> dict[str, str]:
        if not isinstance(given, dict):
            self._wrong(name, NOT_AN_OBJECT)
            return {}
        kept = {}
        for code, text in given.items():
            if code not in LANGUAGES:
                self._wrong(name, NO_LANGUAGE, value=str(code)[:40], choices=", ".join(LANGUAGES))
            elif not isinstance(text, str):
                self._wrong(name, NO_TEXT, value=_shown(text))
            elif len(text) > most:
                self._wrong(name, LONG, most=most, length=len(text))
            elif odd := odd_character(text):
                self._wrong(name, CONTROL, code=odd)
            elif text.strip():
                kept[code] = text.strip()
        return kept

    def _plan(self) -> tuple[dict[str, int], tuple[SeatFacts, ...], tuple[PlaceFacts, ...]]:
        plan = self.data.get("plan")
        if not isinstance(plan, dict):
            self._wrong("plan", LACKING if plan is None else NOT_AN_OBJECT)
            return {}, (), ()
        self._known(plan, PLAN_KEYS)
        sizes = {name: self._size(plan, name) for name in ("width_mm", "depth_mm")}
        lists = {name: self._list(plan, name) for name in ("seats", "places")}
        if len(lists["seats"]) > MOST_SEATS:
            self._wrong("seats", TOO_MANY_SEATS, count=len(lists["seats"]), most=MOST_SEATS)
            return sizes, (), ()
        seats = tuple(self._seats(lists["seats"]))
        told = [one for one in self.faults if one.where == "seat"]
        self.faults += beyond(seat_faults(seats, **sizes, where="seat"), told)
        claims, of_list = listed_places(seats, lists["places"])
        places, of_seats = placed(seats, claims, where="seat")
        # What is wrong with the list leaves seats without their place, or with two.
        self.faults += of_list or of_seats
        return sizes, tuple(_numbered(seats, claims)), places

    def _size(self, plan: Mapping[str, Any], name: str) -> int:
        value = self._value(plan, name, int, MOST_MM, is_needed=True)
        if not 1 <= value <= MOST_MM:
            self._wrong(name, BETWEEN, value=value, least=1, most=MOST_MM)
        return value

    def _list(self, plan: Mapping[str, Any], name: str) -> list[Any]:
        value = plan.get(name)
        if not isinstance(value, list):
            self._wrong(name, LACKING if value is None else NOT_A_LIST)
            return []
        return value

    def _seats(self, given: list[Any]) -> Iterator[SeatFacts]:
        for number, one in enumerate(given, 1):
            label = one.get("label", "") if isinstance(one, dict) else ""
            at = {"where": "seat", "number": number, "label": label[:20] if isinstance(label, str) else ""}
            if not isinstance(one, dict):
                self._wrong("", NOT_AN_OBJECT, **at)
                continue
            self._known(one, tuple(SEAT_KINDS), **at)
            values = {
                name: self._value(one, name, kind, _usual(kind), is_needed=name in NEEDED, **at)
                for name, kind in SEAT_KINDS.items()
                if name != "place"
            }
            values["place"] = None if one.get("place") is None else self._value(one, "place", int, 1, **at)
            for name, (least, most) in BOUNDS.items():
                if values[name] is not None and not least <= values[name] <= most:
                    self._wrong(name, BETWEEN, value=_shown(values[name]), least=least, most=most, **at)
                    values[name] = least
            yield SeatFacts(**values)


def _numbered(seats: Sequence[SeatFacts], claims: Sequence[Claim]) -> Iterator[SeatFacts]:
    for seat, claim in zip(seats, claims, strict=True):
        yield seat if seat.place == claim.number else replace(seat, place=claim.number)


def _usual(kind: type) -> Any:
    return {str: "", int: 0, bool: False}[kind]


def _shown(value: Any) -> str:
    return str(value)[:40] if not isinstance(value, (dict, list)) else "…"
