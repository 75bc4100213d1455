"""The invitation to one delegation as a note verbale or a letter, in Word, with the concept note enclosed.

States are written to by note verbale, in the third person; organisations by letter.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext, override, pgettext

from events.documents import concept_note
from events.documents.base import Options
from events.documents.meeting_words import MeetingWords, meeting_words
from events.documents.pdf.blocks import Block, KeyFacts, PageBreak, Paragraph, Run, Title
from events.documents.pdf.frame import Frame
from events.documents.surroundings import surroundings
from events.documents.word import document_docx
from events.documents.words import entity_name, entity_prose, place, shown, span, wall_moment, zone_time
from events.domain.facts import MeetingFacts
from participants.domain.prose import of, strongly_listed
from participants.domain.protocol import is_state
from participants.domain.values import DelegationFacts
from participants.grounds import GROUNDS


@dataclass(frozen=True, kw_only=True)
class LetterValues:
    """A letter in one language: its title, its paragraphs in order, the facts of the meeting, what is enclosed."""

    frame: Frame
    title: str
    to: str
    before: tuple[str, ...]
    meeting: str
    facts: tuple[tuple[str, str], ...]
    after: tuple[str, ...]
    link: str
    closing: str
    enclosed: str
    note: concept_note.NoteValues | None


def is_note_verbale(facts: MeetingFacts, delegation: DelegationFacts) -> bool:
    """Return whether a delegation is written to by note verbale: States are, others get a letter."""
    return is_state(facts.entities[delegation.entity])


def collect(facts: MeetingFacts, delegation: DelegationFacts, options: Options, *, link: str) -> LetterValues:
    """Return the letter to `delegation` in the language of `options`, whatever language is active."""
    language = options.language
    with override(language):
        is_note = is_note_verbale(facts, delegation)
        title = gettext("Note verbale") if is_note else gettext("Letter of invitation")
        entity = facts.entities[delegation.entity]
        values = {"of_entity": of(entity_prose(entity, language), language)}
        words = meeting_words(facts.kind)
        return LetterValues(
            frame=surroundings(facts, options, title=title, has_edition=False),
            title=title,
            to=entity_name(entity, language),
            before=_before(words, values, is_note),
            meeting=shown(facts.title, language),
            facts=tuple(_facts(facts, delegation, language)),
            after=tuple(_after(facts, language)),
            link=link,
            closing=_closing(values, is_note),
            enclosed=words.enclosed,
            note=concept_note.collect(facts, options) if facts.paragraphs else None,
        )


def render(values: LetterValues) -> bytes:
    """Return the letter as DOCX on the office's template."""
    with override(values.frame.language):
        return document_docx(list(_blocks(values)), values.frame)


def _before(words: MeetingWords, values: dict[str, str], is_note: bool) -> tuple[str, ...]:
    if is_note:
        return (words.note_verbale % values,)
    return (gettext("Excellency,"), words.invitation)


def _facts(facts: MeetingFacts, delegation: DelegationFacts, language: str) -> Iterator[tuple[str, str]]:
    zone = facts.roster.zone
    times = span(facts.start, facts.end, zone, language)
    yield gettext("Date and time"), f"{times} ({zone_time(zone, language)})"
    if where := place(facts.room, language):
        yield pgettext("of the meeting", "Place"), where
    grounds = strongly_listed((gettext(GROUNDS[code].label) for code in delegation.grounds), language)
    if grounds:
        yield gettext("Ground of invitation"), grounds
    counts = {"table": delegation.places_at_table, "behind": delegation.places_behind}
    yield gettext("Places"), gettext("%(table)s at the table, %(behind)s behind") % counts


def _after(facts: MeetingFacts, language: str) -> Iterator[str]:
    if facts.reply_deadline:
        until = wall_moment(facts.reply_deadline, facts.roster.zone, language)
        yield gettext("The names of the delegation are requested by the following time: %(moment)s.") % {
            "moment": until
        }
    else:
        yield gettext("The names of the delegation are requested at its earliest convenience.")
    yield gettext("No account is needed to answer, at this address:")


def _closing(values: dict[str, str], is_note: bool) -> str:
    if is_note:
        words = gettext(
            "The secretariat avails itself of this opportunity to renew to the delegation %(of_entity)s "
            "the assurances of its highest consideration."
        )
        return words % values
    return gettext("Please accept, Excellency, the assurances of my highest consideration.")


def _blocks(values: LetterValues) -> Iterator[Block]:
    yield Title(text=values.title, subtitle=values.to)
    for text in values.before:
        yield Paragraph(text=text)
    yield Paragraph(text=Run(text=values.meeting, style="bold"))
    yield KeyFacts(items=values.facts)
    for text in values.after:
        yield Paragraph(text=text)
    yield Paragraph(text=Run(text=values.link, link=values.link))
    if values.note:
        yield Paragraph(text=values.enclosed)
    yield Paragraph(text=values.closing)
    if values.note:
        yield PageBreak()
        yield from concept_note.blocks(values.note)
