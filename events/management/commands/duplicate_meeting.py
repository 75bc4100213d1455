"""Makes next year's edition of a meeting: manage.py duplicate_meeting mali-2017 mali-2018 --first-on 2018-09-19."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from events.operations.duplicating import Kept, duplicate_meeting
from participants.models import Roster


class Command(BaseCommand):
    help = "Make a meeting from another one: roster, room, programme, texts and roles, with the dates moved."

    def add_arguments(self, parser):
        parser.add_argument("source", help="the address of the meeting to take over")
        parser.add_argument("slug", help="the address of the new one")
        parser.add_argument("--first-on", required=True, type=date.fromisoformat, help="its first day, as 2018-09-19")
        parser.add_argument("--without-names", action="store_true", help="leave the names of delegates out")
        parser.add_argument("--without-contacts", action="store_true", help="leave contacts out")
        parser.add_argument("--without-staff", action="store_true", help="leave the roles of staff out")

    def handle(self, *, source, slug, first_on, without_names, without_contacts, without_staff, **options):
        roster = Roster.objects.select_related("event").filter(slug=source).first()
        if roster is None:
            raise CommandError(f"There is no meeting {source!r}.")
        kept = Kept(names=not without_names, contacts=not without_contacts, staff=not without_staff)
        try:
            event = duplicate_meeting(
                roster, slug=slug, title=roster.event.title, first_on=first_on, kept=kept, by=None, at=timezone.now()
            )  # fmt: skip
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from error
        self.stdout.write(f"{event.roster.slug}: {event.starts:%Y-%m-%d %H:%M} to {event.ends:%Y-%m-%d %H:%M}\n")
