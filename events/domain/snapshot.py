"""The whole meeting as JSON and back, without loss: facts are frozen so, and compared so."""

import json
import types
import typing
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from typing import Any

from events.domain import wallclock
from events.domain.facts import MeetingFacts

SCHEMA = 1


def to_json(facts: MeetingFacts) -> str:
    """Return `facts` as JSON text with sorted keys, so that equal facts give equal text.

    Aware instants are ISO 8601 with offset, wall clocks as in `wallclock.to_text`.
    """
    return json.dumps({"schema": SCHEMA, "meeting": plain(facts)}, ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> MeetingFacts:
    """Return the facts that `to_json` wrote. Raises ValueError for a schema that this version does not read."""
    data = json.loads(text)
    if data.get("schema") != SCHEMA:
        raise ValueError(f"a snapshot of schema {data.get('schema')}, this version reads {SCHEMA}")
    return _value(MeetingFacts, data["meeting"])


def plain(value: Any) -> Any:
    """Return facts, or a value of theirs, as JSON has it."""
    if is_dataclass(value):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, datetime):
        return value.isoformat() if value.tzinfo else wallclock.to_text(value)
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _value(kind: Any, data: Any) -> Any:
    if data is None:
        return None
    if isinstance(kind, types.UnionType):
        kind = next(one for one in typing.get_args(kind) if one is not type(None))
    if is_dataclass(kind):
        return kind(**{name: _value(_hints(kind)[name], one) for name, one in data.items()})
    if typing.get_origin(kind) is tuple:
        return tuple(_value(typing.get_args(kind)[0], one) for one in data)
    if kind is datetime:
        return wallclock.from_text(data) if len(data.split("#")[0]) == 16 else datetime.fromisoformat(data)
    return data
