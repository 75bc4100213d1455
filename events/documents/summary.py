"""The outcome to be drafted: its first paragraphs from the facts, then a heading with room to write per objective.

The order is that of the conclusions of 20 September 2017: date, place, organisers and who opened; brief remarks; groups
and observers; the minute of silence; who presided; the substance. What is not known is left out or in brackets.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext, pgettext

from events.documents.attended import bracketed, briefers, chairs, group_sentences, is_ticked, other_speakers, speakers
from events.documents.base import DOCX, Document, Options
from events.documents.deed_words import brief_remarks, briefing_given, deed_words, floor_taken, told
from events.documents.meeting_words import meeting_words
from events.documents.pdf.blocks import Block, Heading, Note, Paragraph, Title, WritingSpace
from events.documents.pdf.document import document_pdf
from events.documents.pdf.frame import Frame
from events.documents.surroundings import absences, notice, notice_of_absences, open_points, surroundings
from events.documents.title_words import meeting_subject
from events.documents.word import document_docx
from events.documents.words import city_and_room, clock_in_sentence, entity_prose, of_texts, shown
from events.domain.facts import MeetingFacts
from events.domain.taking_part import chairs_of, has_one_chair
from events.domain.timeline import timeline
from meetingplanner.languages import phrase
from participants.domain.dates import day_text
from participants.domain.prose import joined, quoted, sentences

BLOCKED_BY = ("person",)
ROOM_TO_DRAFT_MM = 45.0


@dataclass(frozen=True, kw_only=True)
class SummaryValues:
    """The outcome in words: the paragraphs known, the headings to draft under, what closes it."""

    frame: Frame
    title: str
    points: tuple[str, ...]
    absences: tuple[str, ...]
    is_ticked: bool
    paragraphs: tuple[str, ...]
    headings: tuple[str, ...]
    closing: tuple[str, ...]


def collect(facts: MeetingFacts, options: Options) -> SummaryValues:
    """Return the outcome as far as the facts tell it; who took part is bracketed while nobody is ticked present."""
    language = options.language
    title = outcome_title(facts)
    objectives = tuple(shown(one.text, language) for one in facts.objectives)
    return SummaryValues(
        frame=surroundings(facts, options, title=title, blocked_by=BLOCKED_BY, is_draft=True),
        title=title,
        points=open_points(facts, BLOCKED_BY, options),
        absences=absences(facts, facts.segments, ("chairs", "speeches"), language, has_times=False),
        is_ticked=is_ticked(facts),
        paragraphs=tuple(paragraph for paragraph in _paragraphs(facts, language) if paragraph),
        headings=(*(objectives or (gettext("Discussion"),)), gettext("Next steps")),
        closing=tuple(_closing(facts, language)),
    )


def render(values: SummaryValues) -> bytes:
    """Return the outcome as PDF, its paragraphs numbered through."""
    return document_pdf(list(_blocks(values)), values.frame)


def render_docx(values: SummaryValues) -> bytes:
    """Return the same as DOCX."""
    return document_docx(_blocks(values), values.frame)


def outcome_title(facts: MeetingFacts) -> str:
    """Return what the outcome is called: conclusions, else a summary of the co-chairs, or of the one who presides."""
    if facts.outcome == "conclusions":
        return gettext("Conclusions")
    return meeting_words(facts.kind).summary if has_one_chair(facts) else gettext("Co-chairs' summary")


def _paragraphs(facts: MeetingFacts, language: str) -> Iterator[str]:
    yield sentences(_opening(facts, language), language)
    yield told(brief_remarks(), speakers(facts, "brief_remarks", language))
    yield from group_sentences(facts, language)
    if any(item.kind == "silence" for segment in facts.segments for item in segment.items):
        yield gettext("A minute of silence was observed.")
    yield sentences(_presided(facts, language), language)
    is_first = not any(speakers(facts, kind, language).words for kind in ("opening_statement", "brief_remarks"))
    briefed = told(briefing_given(), briefers(facts, language))
    yield sentences((briefed, told(floor_taken(is_first=is_first), other_speakers(facts, language))), language)


def _opening(facts: MeetingFacts, language: str) -> Iterator[str]:
    meeting = meeting_subject(facts, language)
    words = {"meeting": meeting.text, "circumstances": _circumstances(facts, language)}
    held = {
        "m": pgettext("masculine subject", "%(meeting)s was held %(circumstances)s."),
        "f": pgettext("feminine subject", "%(meeting)s was held %(circumstances)s."),
        "n": pgettext("neuter subject", "%(meeting)s was held %(circumstances)s."),
    }
    yield held[meeting.gender] % words
    organisers = [entity_prose(facts.entities[code], language) for code in facts.organisers if code in facts.entities]
    if organisers:
        words = {"organisers": joined(organisers, language)}
        if meeting.gender == "f":
            yield pgettext("feminine subject", "It was organized by %(organisers)s.") % words
        else:
            yield pgettext("masculine subject", "It was organized by %(organisers)s.") % words
    yield told(deed_words(facts.kind).opened, speakers(facts, "opening_statement", language))
    yield _earlier(facts, language)


def _circumstances(facts: MeetingFacts, language: str) -> str:
    """Return when, where and in the margins of what, as adverbs of one sentence."""
    days = {"day": day_text(facts.start, language), "last_day": day_text(facts.end, language)}
    one_day = facts.start.date() == facts.end.date()
    when = (gettext("on %(day)s") if one_day else gettext("from %(day)s to %(last_day)s")) % days
    where = city_and_room(facts.room, language)
    words = gettext("%(when)s %(where)s") % {"when": when, "where": where} if where else when
    if not facts.in_margins_of:
        return words
    places = {"circumstances": words, "of_occasion": of_texts(facts.in_margins_of, language)}
    return gettext("%(circumstances)s, in the margins %(of_occasion)s") % places


def _earlier(facts: MeetingFacts, language: str) -> str:
    days = sorted(one.held_on for one in facts.earlier_meetings)
    if not days:
        return ""
    words = joined([day_text(date.fromisoformat(day), language) for day in days], language)
    sentence = ngettext(
        "The earlier meeting of the series was held on %(days)s.",
        "The earlier meetings of the series were held on %(days)s.",
        len(days),
    )
    return sentence % {"days": words}


def _presided(facts: MeetingFacts, language: str) -> Iterator[str]:
    words = deed_words(facts.kind)
    presided = [(segment, chairs_of(facts, segment)) for segment in facts.segments]
    if len({people for _, people in presided}) == 1:
        yield told(words.chaired, chairs(facts, presided[0][1], language))
        return
    for segment, people in presided:
        title = quoted(shown(segment.title, language), language)
        yield told(words.part_chaired, chairs(facts, people, language), segment=title)


def _closing(facts: MeetingFacts, language: str) -> Iterator[str]:
    yield _closed(facts, language)
    if facts.outcome == "conclusions":
        yield bracketed(gettext("the participants adopted these conclusions"))
    elif has_one_chair(facts):
        yield meeting_words(facts.kind).drawn_up
    else:
        yield gettext("This summary was drawn up by the co-chairs under their sole responsibility.")


def _closed(facts: MeetingFacts, language: str) -> str:
    words, end = meeting_words(facts.kind), timeline(facts).actual_end
    if end is None:
        return words.closed_unknown
    return words.closed % {"time": clock_in_sentence(end, facts.roster.zone, language)}


def _blocks(values: SummaryValues) -> Iterator[Block]:
    yield Title(text=values.title, subtitle=gettext("Draft to be completed"))
    yield from notice(values.points)
    yield from notice_of_absences(values.absences)
    if not values.is_ticked:
        yield Note(
            text=gettext("Presence has not been recorded yet: those who took part are shown in square brackets.")
        )
    numbers = iter(range(1, len(values.paragraphs) + len(values.headings) + 2))
    for paragraph in values.paragraphs:
        yield Paragraph(text=paragraph, number=f"{next(numbers)}.")
    for heading in values.headings:
        yield Heading(text=heading)
        yield Paragraph(text="", number=f"{next(numbers)}.", is_tight=True, keeps_with_next=True)
        yield WritingSpace(height_mm=ROOM_TO_DRAFT_MM)
    yield Heading(text=gettext("Closing"))
    yield Paragraph(text=sentences(values.closing, values.frame.language), number=f"{next(numbers)}.")


DOCUMENT = Document(
    slug="summary",
    title=phrase("Co-chairs' summary"),
    organ_title=phrase("President's summary"),
    collect=collect,
    render=render,
    blocked_by=BLOCKED_BY,
    blocks=_blocks,
    is_bilingual=True,
)
WORD = Document(
    slug="summary-word",
    title=phrase("Co-chairs' summary (Word)"),
    organ_title=phrase("President's summary (Word)"),
    collect=collect,
    render=render_docx,
    content_type=DOCX,
    blocked_by=BLOCKED_BY,
    edition_of="summary",
    blocks=_blocks,
)
