"""Blanks the personal data of meetings whose time is over: manage.py purge, or manage.py purge mali-2017 --now."""

from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from participants.models import Roster
from participants.operations.privacy import purge, rosters_to_purge


class Command(BaseCommand):
    help = "Blank the personal data of the meetings whose day has passed; counts, statuses and places stay."

    def add_arguments(self, parser):
        parser.add_argument("slug", nargs="?", help="one meeting only")
        parser.add_argument("--now", action="store_true", help="also before its day")

    def handle(self, *, slug, now, **options):
        at = timezone.now()
        rows = list(Roster.objects.filter(slug=slug)) if slug else rosters_to_purge(at=at)
        if slug and not rows:
            raise CommandError(f"There is no meeting {slug!r}.")
        if now and not slug:
            raise CommandError("Say which meeting.")
        for roster in rows:
            try:
                done = purge(roster, by=None, at=at, is_forced=now)
            except ValidationError as error:
                raise CommandError("\n".join(error.messages)) from error
            self.stdout.write(f"{roster.slug}: {sum(done.rows.values())} rows, {done.acts} acts\n")
        if not rows:
            self.stdout.write("Nothing to purge.\n")
