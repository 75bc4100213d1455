"""Issues a meeting: the next revision, with all its prints in the languages chosen."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from events.documents.edition_words import revision_name
from events.documents.finding_words import sentence
from events.models import Event
from events.models.revisions import STANDINGS
from events.operations.issued_prints import draw, issue_of, to_draw
from events.operations.issuing import NotFinal, issue_revision
from events.queries import office_look
from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.domain.texts import text_in
from participants.models import User


class Command(BaseCommand):
    help = "Issue a meeting as its next revision and make all its prints."

    def add_arguments(self, parser):
        parser.add_argument("slug", help="the address of the meeting, such as mali-2017")
        parser.add_argument("--as", dest="standing", choices=list(STANDINGS), default="provisional")
        parser.add_argument(
            "--language", action="append", choices=list(DOCUMENT_LANGUAGES), help="once for each language"
        )
        parser.add_argument("--note", default="", help="why it is issued")
        parser.add_argument("--by", default="", help="the e-mail address of who issues it")

    def handle(self, *args, slug, standing, language, note, by, **options):
        event = Event.objects.select_related("roster").filter(roster__slug=slug).first()
        if event is None:
            raise CommandError(f"There is no meeting {slug!r}.")
        user = User.objects.filter(email__iexact=by).first() if by else None
        if by and user is None:
            raise CommandError(f"Nobody has the address {by!r}.")
        try:
            revision = issue_revision(
                event, standing=standing, languages=language or event.roster.document_languages, note=note, by=user,
                at=timezone.now(),
            )  # fmt: skip
        except NotFinal as refused:
            raise CommandError(
                "\n".join(["It cannot be issued as final:", *reasons(refused.reasons, event.kind)])
            ) from refused
        except ValidationError as error:
            raise CommandError("; ".join(error.messages)) from error
        issue, rows = issue_of(revision, office=office_look()), to_draw(revision)
        for row in rows:
            draw(row, issue, at=timezone.now())
        self.stdout.write(f"{slug}: {revision_name(revision.number)}, {standing}, {len(rows)} prints.")


def reasons(found, kind):
    yield from (f"- {text_in(point.finding, 'en')}" for point in found.points)
    yield from (f"- {sentence(one, kind)}" for one in found.findings)
