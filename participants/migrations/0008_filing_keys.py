"""Names in Russian, Arabic and Chinese get the key of their own alphabet where they have the one of all languages."""

from django.db import migrations

from participants.domain.alphabets import ALPHABETS, filing_key
from participants.domain.names import sort_key


def file_by_alphabet(apps, schema_editor):
    names = apps.get_model("participants", "EntityName").objects
    changed = []
    for name in names.filter(language__in=ALPHABETS):
        key = filing_key(name.list_name, name.language)[:200]
        if name.sort_key == sort_key(name.list_name)[:200] != key:
            name.sort_key = key
            changed.append(name)
    names.bulk_update(changed, ["sort_key"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0007_privacy"),
    ]

    operations = [
        migrations.RunPython(file_by_alphabet, migrations.RunPython.noop),
    ]
