"""The concept note: clean, or with its deletions struck out and listed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext

from events.documents.base import DOCX, Document, NothingToPrint, Options
from events.documents.pdf.blocks import Block, Heading, Paragraph, Run, Table, Title, Wording, bold, deleted, note
from events.documents.pdf.document import document_pdf
from events.documents.pdf.frame import Frame
from events.documents.pdf.wording import marked
from events.documents.surroundings import notice, open_points, surroundings
from events.documents.word import document_docx
from events.domain.facts import MeetingFacts, ParagraphFacts
from events.domain.note import clean, marked_up
from meetingplanner.languages import phrase
from participants.domain.names import NBSP
from participants.domain.texts import rendering

BLOCKED_BY = ("text", "time")

DECISIONS: dict[str, str] = {
    "pending": phrase("not decided yet; not printed in the clean text"),
    "accepted": phrase("accepted: the words go"),
    "rejected": phrase("rejected: the words stay"),
}


@dataclass(frozen=True, kw_only=True)
class NoteBlock:
    """One block of the note: kind as in the facts, number as printed, its words; headings have plain strings."""

    kind: str
    number: str
    text: str
    runs: tuple[Run | str, ...]


@dataclass(frozen=True, kw_only=True)
class NoteValues:
    """The note's blocks in order; `subtitle` tells that a print is not the clean one; `deletions` are (number, words,
    decision) where the deletions are shown.
    """

    frame: Frame
    title: str
    subtitle: str
    points: tuple[str, ...]
    blocks: tuple[NoteBlock, ...]
    deletions: tuple[tuple[str, str, str], ...]


def collect(facts: MeetingFacts, options: Options) -> NoteValues:
    """Return the note as it reads once decided; what nobody has decided on is left out, as in the note sent out."""
    return _collected(facts, options, title=gettext("Concept note"), is_marked=False)


def collect_marked_up(facts: MeetingFacts, options: Options) -> NoteValues:
    """Return the note with every deletion, pending ones too, struck out in its place and listed at the end."""
    return _collected(facts, options, title=gettext("Concept note with deletions shown"), is_marked=True)


def render(values: NoteValues) -> bytes:
    """Return the note as PDF."""
    return document_pdf(list(blocks(values)), values.frame)


def render_docx(values: NoteValues) -> bytes:
    """Return the same as DOCX."""
    return document_docx(blocks(values), values.frame)


def _collected(facts: MeetingFacts, options: Options, *, title: str, is_marked: bool) -> NoteValues:
    language = options.language
    decisions = {one.number: one.decision for one in facts.deletions}
    return NoteValues(
        frame=surroundings(facts, options, title=title, blocked_by=BLOCKED_BY, has_hours=False),
        title=title,
        subtitle=gettext("With deletions shown") if is_marked else "",
        points=open_points(facts, BLOCKED_BY, options),
        blocks=tuple(_block(one, decisions, language, is_marked=is_marked) for one in facts.paragraphs),
        deletions=tuple(_deletions(facts, decisions, language)) if is_marked else (),
    )


def _block(paragraph: ParagraphFacts, decisions: dict[int, str], language: str, *, is_marked: bool) -> NoteBlock:
    found = rendering(paragraph.text, language)
    text = clean(found.text, decisions)
    runs: tuple[Run | str, ...] = (text,)
    if is_marked:
        runs = tuple(
            run
            for span in marked_up(found.text, decisions)
            for run in ((deleted(span.text), note(f"[{span.number}]{NBSP}")) if span.is_struck else (span.text,))
        )
    if found.is_fallback:
        spoken = (replace(run if isinstance(run, Run) else Run(text=run), language=found.language) for run in runs)
        runs = (*spoken, note(f"{NBSP}[{found.language}]"))
        text = marked(text, found.language)
    return NoteBlock(kind=paragraph.kind, number=paragraph.number, text=text, runs=runs)


def _deletions(facts: MeetingFacts, decisions: dict[int, str], language: str) -> Iterator[tuple[str, str, str]]:
    struck: dict[int, tuple[str, str]] = {}
    for paragraph in facts.paragraphs:
        found = rendering(paragraph.text, language)
        for span in marked_up(found.text, decisions):
            if span.number is not None:
                before, _ = struck.get(span.number, ("", ""))
                struck[span.number] = f"{before}{span.text}", found.language
    for number, (text, spoken) in sorted(struck.items()):
        words = text.strip() if spoken == language else marked(text.strip(), spoken)
        yield str(number), words, gettext(DECISIONS[decisions.get(number, "pending")])


def blocks(values: NoteValues) -> Iterator[Block]:
    """Yield what the note is composed of, for a print of its own or enclosed in another.

    Raises NothingToPrint for a note without text.
    """
    if not values.blocks:
        raise NothingToPrint(values.title)
    titles = [block.text for block in values.blocks if block.kind == "title"]
    first, *others = titles or [values.title]
    yield Title(text=first, subtitle="\n".join(others))
    if values.subtitle:
        yield Paragraph(text=bold(values.subtitle))
    yield from notice(values.points)
    if values.deletions:
        yield Paragraph(
            text=note(gettext("Words struck out are deletions; their numbers refer to the table at the end."))
        )
    for block in values.blocks:
        if block.kind == "heading":
            yield Heading(text=f"{block.number.rstrip('.')}. {block.text}" if block.number else block.text)
        elif block.kind == "paragraph":
            yield Paragraph(text=_wording(block), number=block.number)
    if values.deletions:
        yield Heading(text=gettext("Deletions"))
        header = (gettext("No."), gettext("Words"), gettext("Decision"))
        yield Table(header=header, rows=values.deletions, column_widths=(1, 7, 5), is_wide=True)


def _wording(block: NoteBlock) -> Wording:
    return tuple(run for run in block.runs if run) or ""


DOCUMENT = Document(
    slug="concept-note",
    title=phrase("Concept note"),
    collect=collect,
    render=render,
    blocked_by=BLOCKED_BY,
    blocks=blocks,
)
MARKED_UP = Document(
    slug="concept-note-marked-up",
    title=phrase("Concept note with deletions shown"),
    collect=collect_marked_up,
    render=render,
    blocked_by=BLOCKED_BY,
    blocks=blocks,
)
WORD = Document(
    slug="concept-note-word",
    title=phrase("Concept note (Word)"),
    collect=collect,
    render=render_docx,
    content_type=DOCX,
    blocked_by=BLOCKED_BY,
    blocks=blocks,
    edition_of="concept-note",
)
