"""What really changed in the tables, to be compared with what an Act says."""

import json
from collections import defaultdict

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder

from events.models import Job, Mail, StoredPrint
from participants.models import Access, Act, ColumnMapping, ListFile, Notice, ReferenceRow, Roster
from participants.operations.acting import DERIVED, key_of

# The history itself, what is no fact, and what every act moves.
LEFT_OUT = (Access, Act, ColumnMapping, ListFile, Notice, Mail, ReferenceRow, Job, StoredPrint)
MOVED_BY_EVERY_ACT = {Roster: {"changed_at"}}


def tables():
    """Every row of both apps: {(model, key): {column: value}}, as an Act would write the values."""
    rows = {}
    for app in ("participants", "events"):
        for model in apps.get_app_config(app).get_models():
            if model not in LEFT_OUT:
                rows |= {(model._meta.label_lower, key): values for key, values in _rows(model)}
    return rows


def _rows(model):
    left_out = DERIVED | MOVED_BY_EVERY_ACT.get(model, set()) | getattr(model, "HIDDEN", set())
    fields = [one for one in model._meta.concrete_fields if not one.primary_key and one.name not in left_out]
    for row in model._default_manager.all():
        values = {one.attname: one.get_prep_value(one.value_from_object(row)) for one in fields}
        yield key_of(row), json.loads(json.dumps(values, cls=DjangoJSONEncoder))


def difference(before, after):
    """{(model, key): {column: [from, to]}} for every row that is not the same."""
    found = {}
    for key in before.keys() | after.keys():
        old, new = before.get(key, {}), after.get(key, {})
        fields = {name: [old.get(name), new.get(name)] for name in old.keys() | new.keys()}
        changed = {name: pair for name, pair in fields.items() if pair[0] != pair[1]}
        if changed or key not in before or key not in after:
            found[key] = changed
    return found


def told(act):
    """The same for what `act` says, several changes of one row taken together."""
    found = defaultdict(dict)
    left_out = MOVED_BY_EVERY_ACT[Roster]
    for change in act.changes:
        fields = found[change["model"], change["key"]]
        for name, (old, new) in change["fields"].items():
            if change["model"] != "participants.roster" or name not in left_out:
                fields[name] = [fields[name][0] if name in fields else old, new]
    return {key: {name: pair for name, pair in fields.items() if pair[0] != pair[1]} for key, fields in found.items()}
