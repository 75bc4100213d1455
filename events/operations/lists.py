"""The short lists of a meeting (organisers, objectives, documents, earlier meetings), saved whole in one Act."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from events.models import EarlierMeeting, Event, Objective, Organiser, ReferenceDocument
from events.operations.acting import meeting_act
from participants.models import User


class ListMoved(Exception):
    """Somebody changed the list after the form was made; `rows` are those that are there now."""

    def __init__(self, rows: Sequence[models.Model]):
        super().__init__("the list was changed meanwhile")
        self.rows = tuple(rows)


@dataclass(frozen=True, kw_only=True)
class ShortList:
    """One list: its model, the columns a form fills, the operation; one `is_ordered` keeps positions."""

    model: type[models.Model]
    fields: tuple[str, ...]
    operation: str
    is_ordered: bool = True


LISTS: dict[str, ShortList] = {
    "organisers": ShortList(model=Organiser, fields=("entity",), operation="change_organisers"),
    "objectives": ShortList(model=Objective, fields=("text",), operation="change_objectives"),
    "documents": ShortList(
        model=ReferenceDocument, fields=("symbol", "title", "dated_on"), operation="change_reference_documents"
    ),
    "earlier": ShortList(
        model=EarlierMeeting, fields=("held_on", "title"), operation="change_earlier_meetings", is_ordered=False
    ),
}


def rows_of(event: Event, name: str) -> list[models.Model]:
    """Return the rows of the list `name` in their order. One query; organisers come with their entity."""
    kind = LISTS[name]
    related = [one for one in kind.fields if kind.model._meta.get_field(one).is_relation]
    return list(kind.model.objects.filter(event=event).select_related(*related))


def fingerprint(rows: Sequence[models.Model]) -> str:
    """Return what tells whether a list is still the one a form was made from: order, keys and every column."""
    values = [{one.attname: getattr(row, one.attname) for one in row._meta.concrete_fields} for row in rows]
    text = json.dumps(values, cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def save_list(
    event: Event, *, name: str, rows: Sequence[dict[str, Any]], seen: str, by: User | None, at: datetime
) -> None:
    """Make the list `name` consist of `rows`, in their order: columns, and "pk" for one that exists already.

    A row that is not given any more is removed; a "pk" that is not in the list is taken for a new row.

    Raises:
        ListMoved: the list is not the one of which `seen` is the fingerprint.
        ValidationError: a value that its column refuses.
    """
    kind = LISTS[name]
    with meeting_act(event, operation=kind.operation, by=by, at=at) as act:
        present = rows_of(event, name)
        if fingerprint(present) != seen:
            raise ListMoved(present)
        by_key = {row.pk: row for row in present}
        kept = {one["pk"] for one in rows if one.get("pk") in by_key}
        for key, row in by_key.items():
            if key not in kept:
                act.remove(row)
        for position, one in enumerate(rows):
            wanted = {field: one[field] for field in kind.fields} | ({"position": position} if kind.is_ordered else {})
            if one.get("pk") in by_key:
                act.change(by_key[one["pk"]], **wanted)
            else:
                act.add(kind.model(event=event, **wanted))
