"""The run of show: what each presiding officer says, large enough for a lectern, a part for each in one file.

It lies before the chair and is seen by cameras, so its face carries no mark, reference, edition or code.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.utils.translation import gettext

from events.documents.base import Document, Options
from events.documents.meeting_words import meeting_words
from events.documents.pdf.lectern import Breath, Reading, Section, lectern_pdf
from events.documents.script_names import headed
from events.documents.script_sentences import DIRECTIONS, SCRIPT_LANGUAGES
from events.documents.script_words import lines_of, remark
from events.documents.words import clock
from events.domain.facts import MeetingFacts
from events.domain.script import Part, script
from events.domain.script_lines import CONFLICT, Line, begins, breaths
from events.domain.script_places import CONTINGENCY, DIRECTION, SCRIPT_PLACES
from meetingplanner.languages import phrase
from participants.domain.prose import dashed, quoted
from participants.domain.texts import text_in


@dataclass(frozen=True, kw_only=True)
class ScriptPrint:
    """The readings of all officers in their order; `heading` stands above each, `title` is the file's."""

    heading: str
    title: str
    readings: tuple[Reading, ...]
    language: str
    paper: str
    as_of: datetime


def collect(facts: MeetingFacts, options: Options) -> ScriptPrint:
    """Return a reading for each presiding officer; a meeting without parts has one that says so."""
    language = options.language
    short = text_in(facts.short_title, language) or text_in(facts.title, language)
    readings = tuple(_reading(facts, part, language) for part in script(facts))
    return ScriptPrint(
        heading=short,
        title=dashed((gettext("Run of show"), short), language),
        readings=readings or (Reading(reader=gettext("The programme is empty."), sections=()),),
        language=language,
        paper=options.paper,
        as_of=options.as_of,
    )


def render(values: ScriptPrint) -> bytes:
    """Return the scripts as PDF."""
    return lectern_pdf(
        values.readings,
        heading=values.heading,
        paper=values.paper,
        title=values.title,
        language=values.language,
        as_of=values.as_of,
    )


def _reading(facts: MeetingFacts, part: Part, language: str) -> Reading:
    lines = lines_of(facts, part, language)
    sections = [one for mine in _by_segment(lines) for one in _sections(facts, mine, language)]
    reader = headed(facts, part.chair, language) or meeting_words(facts.kind).chair_to_follow
    return Reading(reader=reader, sections=tuple(sections))


def _by_segment(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    for _, mine in groupby(lines, key=lambda line: line.cue.segment.uuid):
        yield list(mine)


def _sections(facts: MeetingFacts, lines: list[Line], language: str) -> Iterator[Section]:
    ordinary = [line for line in lines if not _is_contingency(line)]
    groups = [_breath(facts, group, language, has_time=True) for group in breaths(ordinary)]
    yield Section(
        title=text_in(lines[0].cue.segment.title, language), breaths=tuple(one for one in groups if one.texts)
    )
    further = [line for line in lines if _is_contingency(line)]
    groups = [_breath(facts, (line,), language, has_time=False) for line in further]
    yield Section(title=gettext("If needed"), breaths=tuple(one for one in groups if one.texts))


def _is_contingency(line: Line) -> bool:
    return SCRIPT_PLACES[line.cue.place].kind == CONTINGENCY


def _breath(facts: MeetingFacts, lines: tuple[Line, ...], language: str, *, has_time: bool) -> Breath:
    """Return what is said, then what the officer should know while listening."""
    told = [line for line in lines if line.said]
    time = clock(begins(told or lines), facts.roster.zone, language) if has_time else ""
    before = [] if has_time or not told else [gettext(SCRIPT_PLACES[told[0].cue.place].label)]
    said = [(line.said, SCRIPT_PLACES[line.cue.place].kind != DIRECTION) for line in told]
    after = [aside for line in told for aside in _asides(facts, line, language)]
    return Breath(time=time, texts=(*((one, False) for one in before), *said, *((one, False) for one in after)))


def _asides(facts: MeetingFacts, line: Line, language: str) -> Iterator[str]:
    words = remark(facts, line.cue, language)
    if words:
        yield words
    if line.state == CONFLICT:
        yield DIRECTIONS[language]["replaced"] % {"words": quoted(line.wrote.text, language)}


DOCUMENT = Document(
    slug="run-of-show",
    title=phrase("Run of show"),
    collect=collect,
    render=render,
    languages=SCRIPT_LANGUAGES,
)
