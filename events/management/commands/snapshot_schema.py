"""Writes the schema of snapshots, as docs/snapshot.schema.json has it."""

import json

from django.core.management.base import BaseCommand

from events.domain.snapshot_schema import schema


class Command(BaseCommand):
    help = "Write the JSON Schema of what is frozen when a meeting is issued."

    def handle(self, *args, **options):
        self.stdout.write(json.dumps(schema(), indent=2, ensure_ascii=False))
