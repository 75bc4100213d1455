"""Writes the documents of a meeting into a folder, or lists what there is."""

from dataclasses import replace
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from events.documents import DOCUMENTS
from events.documents.archives import index, zip_of
from events.documents.base import PAPERS, NothingToPrint, printed
from events.documents.wanted import every_print
from events.issued import last_issue
from events.operations.prints import options_of
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
        parser.add_argument("--zip", type=Path, metavar="FILE", help="instead of a folder: one ZIP file with a list")
        parser.add_argument("--list", action="store_true", help="list meetings, documents, languages and papers")

    def handle(self, *, event, only, language, paper, out, **options):
        if options["list"]:
            return self.list_all()
        if not event:
            raise CommandError(f"Say which meeting. There are: {joined(meetings())}.")
        documents = [DOCUMENTS[slug] for slug in chosen("document", only, DOCUMENTS)]
        wanted = chosen("language", language, DOCUMENT_LANGUAGES)
        papers = chosen("paper", [paper] if paper else None, PAPERS)
        if (out is None) == (options["zip"] is None):
            raise CommandError("Say where to: --out FOLDER or --zip FILE.")
        roster = Roster.objects.filter(slug=event, event__isnull=False).first()
        if roster is None:
            raise CommandError(f"There is no meeting {event}. There are: {joined(meetings())}.")
        facts = meeting_facts(roster)
        languages = wanted if language else facts.roster.document_languages
        self.office, self.issued = office_look(), last_issue(roster)
        second = options["second_language"] or ""
        chosen("language", [second] if second else None, DOCUMENT_LANGUAGES)
        wanted = every_print(facts, documents, languages=languages, paper=papers[0] if paper else "")
        made = [self.made(facts, replace(one, second=second)) for one in in_order(wanted, documents)]
        if out is None:
            self.write_zip(options["zip"], made, facts)
        else:
            self.write_all(out, made)

    def made(self, facts, wanted):
        """What is wanted with its Print, None where there is nothing to print."""
        document = DOCUMENTS[wanted.document]
        try:
            return wanted, printed(document, facts, options_of(facts, wanted, office=self.office, issued=self.issued))
        except NothingToPrint:
            self.stdout.write(f"{document.slug} ({wanted.language}): nothing to print, no file")
            return wanted, None

    def write_all(self, out, made):
        make_folder(out)
        for _, one in made:
            if one is not None:
                path = out / one.name
                path.write_bytes(one.content)
                self.stdout.write(f"{path}  {len(one.content):,} bytes")

    def write_zip(self, path, made, facts):
        named = [(wanted, one.name if one else "") for wanted, one in made]
        about = index(named, kind=facts.kind, language="en")
        files = [(one.name, one.content) for _, one in made if one is not None]
        content = zip_of(files, about=about, as_of=facts.roster.changed_at)
        try:
            path.write_bytes(content)
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"{path}  {len(content):,} bytes")

    def list_all(self):
        self.stdout.write(f"Meetings: {joined(meetings())}")
        self.stdout.write(
            f"Languages: {', '.join(f'{code} ({LANGUAGES[code].own_name})' for code in DOCUMENT_LANGUAGES)}"
        )
        self.stdout.write("Documents:")
        for slug, document in DOCUMENTS.items():
            each = ", one for each moment" if document.has_moments else ""
            papers = f" ({', '.join(document.papers)})" if document.papers else ""
            made_in = "" if document.languages == DOCUMENT_LANGUAGES else f", in {joined(document.languages)} alone"
            self.stdout.write(f"  {slug}: {document.title}{papers}{each}{made_in}")


def chosen(what, wanted, known):
    """`wanted` or all, each once; names that are not known are all told at once, with those that are."""
    unknown = [one for one in wanted or () if one not in known]
    if unknown:
        raise CommandError(f"No such {what}: {', '.join(unknown)}. There are: {', '.join(known)}.")
    return list(dict.fromkeys(wanted or known))


def in_order(wanted, documents):
    """Document by document, and each in its languages: as one reads a list of what was made."""
    return [one for document in documents for one in wanted if one.document == document.slug]


def meetings():
    return Roster.objects.filter(event__isnull=False).order_by("slug").values_list("slug", flat=True)


def joined(slugs):
    return ", ".join(slugs) or "none yet"


def make_folder(path):
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"{path} cannot be made a folder: {error.strerror}.") from error
