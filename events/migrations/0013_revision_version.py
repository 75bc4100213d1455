"""No revision needs the version of the meeting: what was issued is its facts, and the act tells the rest."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("events", "0012_seating_order")]

    operations = [migrations.RemoveField(model_name="revision", name="meeting_version")]
