"""No revision needs the version of the meeting: what was issued is its facts, and the act tells the rest."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("events", "0010_revisions")]

    operations = [migrations.RemoveField(model_name="revision", name="meeting_version")]
