"""The schema of snapshots, read off the facts themselves: other programs can read what was issued, and for long."""

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import datetime
from typing import Any

from events.domain.facts import MeetingFacts
from events.domain.snapshot import SCHEMA

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# An instant with its offset, or a wall clock of the meeting's zone, "#2" for the second of two.
MOMENT = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(#2|(:\d{2}(\.\d+)?)?([+-]\d{2}:\d{2}|Z))?$"
PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    datetime: {"type": "string", "pattern": MOMENT},
}


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `snapshot.to_json` writes, each kind of facts under $defs.

    Fields that have a default may be absent: they were not known to the version that wrote the snapshot.
    """
    defs: dict[str, Any] = {}
    meeting = _of(MeetingFacts, defs)
    return {
        "$schema": DIALECT,
        "title": "A meeting as it was issued",
        "type": "object",
        "properties": {"schema": {"const": SCHEMA}, "meeting": meeting},
        "required": ["schema", "meeting"],
        "additionalProperties": False,
        "$defs": dict(sorted(defs.items())),
    }


def _of(kind: Any, defs: dict[str, Any]) -> dict[str, Any]:
    if kind in PLAIN:
        return dict(PLAIN[kind])
    if isinstance(kind, types.UnionType):
        return {
            "anyOf": [_of(one, defs) for one in typing.get_args(kind) if one is not types.NoneType] + [{"type": "null"}]
        }
    origin = typing.get_origin(kind)
    if origin is tuple:
        return {"type": "array", "items": _of(typing.get_args(kind)[0], defs)}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _of(typing.get_args(kind)[1], defs)}
    if is_dataclass(kind):
        _define(kind, defs)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    raise TypeError(f"no schema for {kind!r}")


def _define(kind: type, defs: dict[str, Any]) -> None:
    if kind.__name__ in defs:
        return
    defs[kind.__name__] = {}
    hints = typing.get_type_hints(kind)
    needed = [one.name for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING]
    defs[kind.__name__] = {
        "description": " ".join((kind.__doc__ or "").split()),
        "type": "object",
        "properties": {one.name: _of(hints[one.name], defs) for one in fields(kind)},
        "required": needed,
        "additionalProperties": False,
    }
