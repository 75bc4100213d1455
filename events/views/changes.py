"""The changes of an Act as people read them: fields by their names, values by their labels, rows by what they are."""

from collections import defaultdict
from datetime import datetime

from django.apps import apps
from django.db import models
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext, override

from events.documents.kind_words import TO_ORGAN, said_to
from events.domain import wallclock
from events.models import GivenPlace, Seat, SeatingPlan
from events.models.fields import WallClockField
from events.views.seats_told import SeatsTold, plan_of
from meetingplanner.languages import LANGUAGES
from participants.domain.dates import day_text, moment_text
from participants.domain.texts import text_in
from participants.models import Delegate, Entity, EntityName
from participants.models.fields import TextsField
from participants.models.language_names import language_label

# Identities, and what follows from other columns: nobody reads them.
UNREAD = frozenset(
    {"uuid", "sequence", "entry_digest", "entry_changed_at", "entry_created_at", "created_at", "status_changed_at"}
    | {"changed_at", "options", "order_by_id", "order_at"}
)
PARENTS = frozenset({"roster_id", "event_id", "room_id", "delegation_id", "segment_id", "item_id"})
NOTHING = "–"
# What tells a row from its like, first that it has; a relation is told by its own row.
TELLING = (
    "entity", "delegation", "delegate", "user", "title", "text", "names", "number", "code", "symbol", "label",
    "held_on", "segment",
)  # fmt: skip


class Reader:
    """Reads changes; what they point at is fetched once for all of them, one query for each model concerned."""

    def __init__(self, changes, *, zone, kind):
        self.zone, self.kind = zone, kind
        self.language = get_language() or "en"
        self.rows = self._rows(changes)
        self.names = self._entity_names()
        self.seats = SeatsTold(changes, kind=kind)

    def read(self, change):
        """The change in words, or None where nothing of it is for reading."""
        model = apps.get_model(change["model"])
        columns = {field.attname: field for field in model._meta.concrete_fields}
        hidden = UNREAD | (parents_of(model) if change["action"] != "changed" else frozenset())
        fields = [
            {
                "name": capfirst(name_of(columns[name])),
                "old": self.value(columns[name], old),
                "new": self.value(columns[name], new),
            }
            for name, (old, new) in change["fields"].items()
            if name in columns and name not in hidden and not is_same(old, new)
        ]
        if change["action"] == "changed" and not fields:
            return None
        shown = [one for one in fields if one["old"] != one["new"]]
        return {
            "what": capfirst(self.words(model._meta.verbose_name)),
            "which": self.row_label(model, change),
            "action": change["action"],
            "fields": shown,
        }

    def value(self, field, value):
        if value is None or value in ("", [], {}):
            return NOTHING
        if field.is_relation:
            row = self.rows[field.related_model].get(value)
            return self.label(row) if row else f"#{value}"
        if isinstance(field, models.BooleanField):
            return gettext("yes") if value else gettext("no")
        if isinstance(field, TextsField) and isinstance(value, dict):
            return " / ".join(f"{text} ({code.upper()})" for code, text in value.items() if text) or NOTHING
        if field.choices:
            return gettext(self.words(dict(field.flatchoices).get(value, value)))
        return self.plain(field, value)

    def words(self, label):
        """The label of a table or model; an organ is told another where there is one."""
        with override(None):
            usual = str(label)
        return said_to(self.kind, usual) if usual in TO_ORGAN else str(label)

    def plain(self, field, value):
        if field.name == "position":
            return str(value + 1)
        if isinstance(field, WallClockField):
            return moment_text(wallclock.from_text(value), self.language)
        if isinstance(field, models.DateTimeField):
            return moment_text(wallclock.local(instant_of(value), self.zone), self.language)
        if isinstance(field, models.DateField):
            return day_text(parse_date(value) if isinstance(value, str) else value, self.language)
        if isinstance(value, list):
            return ", ".join(str(language_label(one)) if one in LANGUAGES else str(one) for one in value)
        return str(value)

    def row_label(self, model, change):
        key = change["key"]
        if model is GivenPlace:
            plan = self.rows[SeatingPlan].get(plan_of(change))
            return self.seats.words(change, part=self.label(plan) if plan else "")
        # A seat is told by the label that it had, for it may have another by now.
        if hasattr(model, "KEY") or model is Seat:
            return change["label"]
        row = self.rows[model].get(key if has_field(model, "uuid") else int(key))
        if row is not None:
            return self.label(row)
        for name in TELLING:
            values = change["fields"].get(name) or change["fields"].get(f"{name}_id")
            if values and has_field(model, name):
                value = next((one for one in reversed(values) if one not in (None, "", {})), None)
                return self.value(model._meta.get_field(name), value) if value is not None else ""
        return ""

    def label(self, row, depth=0):
        if isinstance(row, Entity):
            return self.names.get(row.pk, row.code)
        if isinstance(row, Delegate) and str(row):
            return str(row)
        for name in TELLING:
            if not has_field(type(row), name):
                continue
            field = row._meta.get_field(name)
            value = getattr(row, field.attname)
            if value in (None, "", {}):
                continue
            if field.is_relation:
                target = self.rows[field.related_model].get(value)
                return self.label(target, depth + 1) if target is not None and depth < 3 else str(row)
            return text_in(value, self.language) if isinstance(value, dict) else str(value)
        return str(row)

    def _rows(self, changes):
        """Model -> rows by primary key (as relations give it) and by uuid (as acts give it)."""
        found = defaultdict(dict)
        wanted, identities = self._pointed_at(changes)
        for _round in range(3):
            missing = {model: keys - set(found[model]) for model, keys in wanted.items() if keys - set(found[model])}
            uuids, identities = identities, {}
            for model in sorted({*missing, *uuids}, key=lambda one: one._meta.label):
                condition = models.Q(pk__in=missing.get(model, ()))
                if uuids.get(model):
                    condition |= models.Q(uuid__in=uuids[model])
                for row in model._default_manager.filter(condition):
                    found[model][row.pk] = row
                    if has_field(model, "uuid"):
                        found[model][str(row.uuid)] = row
            wanted = self._told_by(found)
        return found

    def _pointed_at(self, changes):
        wanted, identities = defaultdict(set), defaultdict(set)
        for change in changes:
            model = apps.get_model(change["model"])
            if model is GivenPlace:
                wanted[SeatingPlan].add(plan_of(change))
            if has_field(model, "uuid"):
                identities[model].add(change["key"])
            elif change["action"] == "changed" and not hasattr(model, "KEY"):
                wanted[model].add(int(change["key"]))
            for field in model._meta.concrete_fields:
                if field.is_relation and field.attname in change["fields"] and field.attname != "roster_id":
                    wanted[field.related_model] |= {one for one in change["fields"][field.attname] if one is not None}
        return wanted, identities

    def _told_by(self, found):
        wanted = defaultdict(set)
        for rows in list(found.values()):
            for row in rows.values():
                for name in TELLING:
                    if has_field(type(row), name) and (field := row._meta.get_field(name)).is_relation:
                        key = getattr(row, field.attname)
                        wanted[field.related_model] |= {key} if key is not None else set()
        return wanted

    def _entity_names(self):
        rows = EntityName.objects.filter(entity__in=list(self.rows[Entity])).order_by("valid_from", "pk")
        own = {row.entity_id: row.list_name for row in rows if row.language == self.language}
        return {row.entity_id: row.list_name for row in rows} | own


def name_of(field):
    # A relation that was given no name of its own is called what it points at.
    is_unnamed = field.is_relation and field.verbose_name == field.name.replace("_", " ")
    return field.related_model._meta.verbose_name if is_unnamed else field.verbose_name


def parents_of(model):
    # Whose place it is, its seat and part do not say.
    return frozenset({"plan_id"}) if model is GivenPlace else PARENTS


def has_field(model, name):
    return any(field.name == name for field in model._meta.concrete_fields)


def is_same(old, new):
    return (old or None) == (new or None) and old is not False and new is not False


def instant_of(value):
    return value if isinstance(value, datetime) else parse_datetime(value)
