"""Sources of the rooms of the library become texts by language; those there are count as English."""

import hashlib
import json

import participants.models.fields
from django.db import migrations

COLUMNS = ("slug", "names", "building", "city", "is_approximate", "plan")


def fingerprint(values):
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def by_language(apps, schema_editor):
    ledger = apps.get_model("participants", "ReferenceRow").objects
    for room in apps.get_model("events", "LibraryRoom").objects.all():
        room.sources = {"en": room.source} if room.source.strip() else {}
        room.save(update_fields=["sources"])
        # A room that the office left as it was loaded is still taken for one, so that it gets its source in French.
        values = {name: getattr(room, name) for name in COLUMNS}
        before, after = (fingerprint(values | {"source": one}) for one in (room.source, room.sources))
        ledger.filter(key=f"room:{room.slug}", fingerprint=before).update(fingerprint=after)


def in_one(apps, schema_editor):
    ledger = apps.get_model("participants", "ReferenceRow").objects
    for room in apps.get_model("events", "LibraryRoom").objects.all():
        room.source = next((room.sources[code] for code in ("en", "fr") if room.sources.get(code)), "")
        room.save(update_fields=["source"])
        values = {name: getattr(room, name) for name in COLUMNS}
        before, after = (fingerprint(values | {"source": one}) for one in (room.sources, room.source))
        ledger.filter(key=f"room:{room.slug}", fingerprint=before).update(fingerprint=after)


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0015_kind_of_meeting"),
        ("participants", "0008_filing_keys"),
    ]

    operations = [
        migrations.AddField(
            model_name="libraryroom",
            name="sources",
            field=participants.models.fields.TextsField(
                blank=True, default=dict, verbose_name="source"
            ),
        ),
        migrations.RunPython(by_language, in_one),
        migrations.RemoveField(model_name="libraryroom", name="source"),
        migrations.RenameField(model_name="libraryroom", old_name="sources", new_name="source"),
    ]
