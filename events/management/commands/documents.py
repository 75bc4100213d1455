"""Writes the documents of a meeting into a folder, or lists what there is."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from events.documents import DOCUMENTS
from events.documents.base import PAPERS, NothingToPrint, Options, printed
from events.queries import meeting_facts, office_look
from meetingplanner.languages import DOCUMENT_LANGUAGES, LANGUAGES
from participants.models import Roster


class Command(BaseCommand):
    help = "Write the documents of a meeting, in each language and for each moment, into a folder."

    def add_arguments(self, parser):
        parser.add_argument("event", nargs="?", help="the meeting's address, such as mali-2017")
        parser.add_argument("--only", nargs="+", metavar="SLUG", help="these documents alone (default: all)")
        parser.add_argument(
            "--language", nargs="+", metavar="CODE", help="these languages (default: those of the meeting)"
        )
        parser.add_argument("--paper", metavar="PAPER", help=f"{', '.join(PAPERS)} (default: the document's own)")
        parser.add_argument(
            "--second-language",
            metavar="CODE",
            help="print in two columns, with this language beside, what can be",
        )
        parser.add_argument("--out", type=Path, metavar="FOLDER", help="the folder; it is made when it is not there")
        parser.add_argument("--list", action="store_true", help="list meetings, documents, languages and papers")

    def handle(self, *, event, only, language, paper, out, **options):
        if options["list"]:
            return self.list_all()
        if not event:
            raise CommandError(f"Say which meeting. There are: {joined(meetings())}.")
        documents = [DOCUMENTS[slug] for slug in chosen("document", only, DOCUMENTS)]
        wanted = chosen("language", language, DOCUMENT_LANGUAGES)
        papers = chosen("paper", [paper] if paper else None, PAPERS)
        if out is None:
            raise CommandError("Say where to: --out FOLDER.")
        roster = Roster.objects.filter(slug=event, event__isnull=False).first()
        if roster is None:
            raise CommandError(f"There is no meeting {event}. There are: {joined(meetings())}.")
        facts = meeting_facts(roster)
        languages = wanted if language else facts.roster.document_languages
        make_folder(out)
        self.office, self.second_language = office_look(), options["second_language"] or ""
        chosen("language", [self.second_language] if self.second_language else None, DOCUMENT_LANGUAGES)
        for document in documents:
            own = paper if paper and papers[0] in document.papers else next(iter(document.papers), PAPERS[0])
            for code in languages:
                self.write_all(document, facts, language=code, paper=own, out=out)

    def write_all(self, document, facts, *, language, paper, out):
        for moment in [one.uuid for one in facts.segments] if document.has_moments else [""]:
            options = Options(
                language=language,
                as_of=facts.roster.changed_at,
                paper=paper,
                moment=moment,
                ical_domain=settings.ICAL_DOMAIN,
                public_url=settings.PUBLIC_URL,
                office=self.office,
                second_language=self.second_language if document.is_bilingual else "",
            )
            try:
                made = printed(document, facts, options)
            except NothingToPrint:
                self.stdout.write(f"{document.slug} ({language}): nothing to print, no file")
                continue
            path = out / made.name
            path.write_bytes(made.content)
            self.stdout.write(f"{path}  {len(made.content):,} bytes")

    def list_all(self):
        self.stdout.write(f"Meetings: {joined(meetings())}")
        self.stdout.write(
            f"Languages: {', '.join(f'{code} ({LANGUAGES[code].own_name})' for code in DOCUMENT_LANGUAGES)}"
        )
        self.stdout.write("Documents:")
        for slug, document in DOCUMENTS.items():
            each = ", one for each moment" if document.has_moments else ""
            papers = f" ({', '.join(document.papers)})" if document.papers else ""
            self.stdout.write(f"  {slug}: {document.title}{papers}{each}")


def chosen(what, wanted, known):
    """`wanted` or all, each once; names that are not known are all told at once, with those that are."""
    unknown = [one for one in wanted or () if one not in known]
    if unknown:
        raise CommandError(f"No such {what}: {', '.join(unknown)}. There are: {', '.join(known)}.")
    return list(dict.fromkeys(wanted or known))


def meetings():
    return Roster.objects.filter(event__isnull=False).order_by("slug").values_list("slug", flat=True)


def joined(slugs):
    return ", ".join(slugs) or "none yet"


def make_folder(path):
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"{path} cannot be made a folder: {error.strerror}.") from error
