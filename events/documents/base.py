"""What a document is: a row of DOCUMENTS that collects plain values from the facts and renders them to bytes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext, override

from events.documents.pdf.blocks import Block, Parallel
from events.documents.pdf.document import document_pdf
from events.documents.redline import redlined
from events.documents.word import document_docx
from events.domain.consistency import findings
from events.domain.edition import Edition, LastIssue
from events.domain.facts import MeetingFacts
from events.domain.findings import Finding
from events.domain.items import SEVERITIES
from events.domain.office import OfficeLook
from meetingplanner.languages import DOCUMENT_LANGUAGES, LANGUAGES
from participants.domain.once import once

PDF = "application/pdf"
ICS = "text/calendar; charset=utf-8"
CSV = "text/csv; charset=utf-8"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EXTENSIONS = {PDF: "pdf", ICS: "ics", CSV: "csv", XLSX: "xlsx", DOCX: "docx"}
WORST = next(iter(SEVERITIES))
PAPERS = ("a4", "letter", "a3", "a6")


class NothingToPrint(LookupError):
    """The document consists of sheets that nobody needs yet, or of a text that is not written: a blank one would be
    taken for a fault of the printer.
    """


@dataclass(frozen=True, kw_only=True)
class Options:
    """How a document is wanted: its language, paper and, where it shows one moment, the uuid of the segment.

    `as_of` is the instant of the meeting's last change, never that of printing. `ical_domain` and `public_url` are the
    office's; only the calendar looks at them. `office` is the look it gives its documents. `second_language` asks a
    document that `is_bilingual` for two columns; "" and the language itself ask for one.
    `spoiled_by`: how many findings make it provisional; `printed` counts them. `edition`: the revision that the facts
    are of; None for a draft. `issued`: what a document that `compares` sets the meeting against; None for another, and
    while nothing was issued before.
    """

    language: str
    as_of: datetime
    paper: str = "a4"
    moment: str = ""
    ical_domain: str = ""
    public_url: str = ""
    office: OfficeLook = field(default_factory=OfficeLook)
    second_language: str = ""
    spoiled_by: int = 0
    edition: Edition | None = None
    issued: LastIssue | None = None

    def of_edition(self, edition: Edition) -> "Options":
        """Return the same options for a print of what was issued as `edition`."""
        return replace(self, edition=edition)


@dataclass(frozen=True, kw_only=True)
class Document:
    """One row of DOCUMENTS.

    `collect(facts, options)` gives plain values, `render(values)` their bytes; both run in the document's language.
    `blocked_by` names what open points it depends on (time, seats, text, person): while one stands, the print says
    PROVISIONAL. A document that `has_moments` is one file per segment. `needs` is the permission to have it.
    `blocks(values)` is what `render` prints, where it prints blocks; one that `is_bilingual` can be printed with a
    second language beside.
    `edition_of`: the slug of the document that it says the same as in another format; `parts`: those of the documents
    that it is bound from. What spoils them spoils it. `languages`: those it is made in, of the documents' languages.
    One that `compares` tells what is another than in the issue before. `organ_title`: what an organ calls it, "" for
    the same.
    """

    slug: str
    title: str
    collect: Callable[[MeetingFacts, Options], Any]
    render: Callable[[Any], bytes]
    content_type: str = PDF
    papers: tuple[str, ...] = ("a4", "letter")
    blocked_by: tuple[str, ...] = ()
    has_moments: bool = False
    blocks: Callable[[Any], Iterable[Block]] | None = None
    is_bilingual: bool = False
    needs: str = "view_meeting"
    edition_of: str = ""
    parts: tuple[str, ...] = ()
    languages: tuple[str, ...] = DOCUMENT_LANGUAGES
    compares: bool = False
    organ_title: str = ""

    def title_for(self, kind: str) -> str:
        """Return what the document is called in a row of MEETING_KINDS, in the active language."""
        title = self.organ_title if kind == "organ" else ""
        return gettext(title or self.title)


@dataclass(frozen=True, kw_only=True)
class Print:
    """A document as made: its file name in ASCII, content type and bytes."""

    name: str
    content_type: str
    content: bytes


def printed(document: Document, facts: MeetingFacts, options: Options, *, earlier: MeetingFacts | None = None) -> Print:
    """Return `document` in the language and on the paper of `options`; equal facts and options give equal bytes.

    With `earlier`, the facts of the issue before, what is new has a bar beside it. Raises NothingToPrint for plates
    while there is nobody to set one before, for a concept note without text, and for what `compares` while nothing is
    another.
    """
    spoiled_by = len(spoiling(document, facts)) if document.blocked_by else 0
    options = replace(options, second_language=bilingual(document, options), spoiled_by=spoiled_by)
    with override(options.language):
        values = document.collect(facts, options)
        if options.second_language:
            content = _in_two(document, values, facts, options, earlier)
        elif earlier is not None and document.blocks is not None:
            content = _with_bars(document, values, earlier, options)
        else:
            content = document.render(values)
    return Print(name=file_name(document, facts, options), content_type=document.content_type, content=content)


def file_name(document: Document, facts: MeetingFacts, options: Options) -> str:
    """Return "mali-2017-programme-fr.pdf"; with a moment its number follows ("…-seating-plan-1-fr.pdf")."""
    second = bilingual(document, options)
    numbers = [str(number) for number, one in enumerate(facts.segments, 1) if one.uuid == options.moment]
    parts = (facts.roster.slug, document.slug, *numbers, options.language, *([second] if second else []))
    return f"{'-'.join(parts)}.{EXTENSIONS[document.content_type]}"


def _in_two(
    document: Document, values: Any, facts: MeetingFacts, options: Options, earlier: MeetingFacts | None
) -> bytes:
    """Return `values` and the same facts in the second language side by side, in the frame of the first."""
    start, second = _blocks(document, values, options, earlier), options.second_language
    with override(second):
        other = replace(options, language=second, second_language="")
        end = _blocks(document, document.collect(facts, other), other, earlier)
    languages = (options.language, second)
    directions = tuple(LANGUAGES[code].direction for code in languages)
    return document_pdf([Parallel(start=start, end=end, languages=languages, directions=directions)], values.frame)


def _with_bars(document: Document, values: Any, earlier: MeetingFacts, options: Options) -> bytes:
    """Return the print with a bar at what the same document did not say of `earlier`."""
    render = document_docx if document.content_type == DOCX else document_pdf
    return render(_blocks(document, values, options, earlier), values.frame)


def _blocks(document: Document, values: Any, options: Options, earlier: MeetingFacts | None) -> tuple[Block, ...]:
    """Return what the document prints; with `earlier`, with bars at what it did not say of those facts."""
    now = tuple(document.blocks(values))
    if earlier is None:
        return now
    try:
        then = tuple(document.blocks(document.collect(earlier, options)))
    except NothingToPrint:
        then = ()
    return tuple(redlined(now, then))


def bilingual(document: Document, options: Options) -> str:
    """Return the second language that `document` is printed in, "" where it is printed in one."""
    is_second = document.is_bilingual and options.second_language != options.language
    return options.second_language if is_second else ""


def mark(document_blocks: tuple[str, ...], facts: MeetingFacts, options: Options, *, is_draft: bool = False) -> str:
    """Return the word drawn across a print, in the language at hand, "" for none.

    PROVISIONAL while an open point blocks it or a finding spoils it, or where it was issued as such; else DRAFT where
    it was not issued or is to be completed by hand.
    """
    edition = options.edition
    if options.spoiled_by or facts.blocking(document_blocks) or (edition and edition.standing == "provisional"):
        return gettext("PROVISIONAL")
    return gettext("DRAFT") if is_draft or edition is None else ""


def spoiling(document: Document, facts: MeetingFacts) -> tuple[Finding, ...]:
    """Return the findings of the worst kind that spoil `document`, none for one that no finding is said to spoil."""
    slugs = {document.edition_of or document.slug, *document.parts}
    return tuple(one for one in worst_findings(facts) if slugs & set(one.spoils))


@once
def worst_findings(facts: MeetingFacts) -> tuple[Finding, ...]:
    """Return the findings of the worst kind, in any language of documents."""
    found = findings(facts, document_languages=DOCUMENT_LANGUAGES)
    return tuple(one for one in found if one.severity == WORST)
