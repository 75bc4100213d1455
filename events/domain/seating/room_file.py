"""A room as a file of its own (JSON), as docs/room.schema.json and fixtures/README.md describe it."""

import json
from dataclasses import dataclass
from typing import Any

from events.domain.facts import RoomFacts
from events.domain.seating.values import plan_data
from participants.domain.texts import Texts


@dataclass(frozen=True, kw_only=True)
class RoomFile:
    """A room of the library: its code, where its plan comes from, and the room itself."""

    slug: str
    source: Texts
    room: RoomFacts


def source_texts(given: str | Texts) -> Texts:
    """Return a source by language; older files have one text, which counts as English."""
    if isinstance(given, str):
        return {"en": given} if given.strip() else {}
    return given


def room_json(file: RoomFile) -> str:
    """Return the room as the text of a file; what is usual is left out of each seat. See fixtures/README.md."""
    room = file.room
    data = {
        "slug": file.slug,
        "names": dict(room.names),
        "building": dict(room.building),
        "city": dict(room.city),
        "is_approximate": room.is_approximate,
        "source": dict(file.source),
    }
    plan = plan_data(room)
    head = [f"  {_line(name)}: {_line(value)}," for name, value in data.items()]
    lists = []
    for name in ("seats", "places"):
        rows = ",\n".join(f"      {_line(one)}" for one in plan[name])
        lists.append(f'    "{name}": [\n{rows}\n    ]' if rows else f'    "{name}": []')
    sizes = [f'    "{name}": {plan[name]},' for name in ("width_mm", "depth_mm")]
    return "\n".join(["{", *head, '  "plan": {', *sizes, ",\n".join(lists), "  }", "}", ""])


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
