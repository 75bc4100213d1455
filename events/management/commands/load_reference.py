"""Loads the directory, the library of rooms and the reference meetings; what the office changed is left as it is."""

import csv
import json
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from events.operations.reference import load_meeting, load_rooms
from participants.operations.reference import FILES, load_directory

LEFT = (
    ("changed", "left, because they were changed here"),
    ("deleted", "left out, because they were deleted here"),
    ("incomplete", "not loaded, because something they need was deleted here"),
    ("dropped", "kept, though the files no longer have them"),
)


class Command(BaseCommand):
    help = "Load the reference data and the reference meetings; rows that were changed or deleted here are left."

    def add_arguments(self, parser):
        parser.add_argument(
            "--folder",
            type=Path,
            default=settings.BASE_DIR / "fixtures",
            help="where the files are (default: fixtures)",
        )

    def handle(self, *, folder, **options):
        now = timezone.now()
        if not (folder / "reference").is_dir():
            raise CommandError(f"There are no reference data in {folder}.")
        self.report("Directory", load_directory({name: table(folder / "reference" / f"{name}.csv") for name in FILES}))
        self.report("Rooms", load_rooms([document(path) for path in sorted((folder / "rooms").glob("*.json"))]))
        for path in sorted((folder / "meetings").glob("*.json")):
            fixture = document(path)
            self.report(f"Meeting {fixture['roster']['slug']}", load_meeting(fixture, at=now))

    def report(self, what, loading):
        counts = f"{loading.added} added, {loading.updated} updated, {loading.unchanged} unchanged"
        self.stdout.write(f"{what}: {counts}")
        for name, words in LEFT:
            keys = getattr(loading, name)
            if keys:
                self.stdout.write(f"  {len(keys)} {words}: {', '.join(keys)}")


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def document(path):
    return json.loads(path.read_text(encoding="utf-8"))
