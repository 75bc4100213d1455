"""What a plan says of its seats: names, codes, who sits there, and which order it is; in the language at hand."""

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from events.documents.pdf.blocks import Wording, note
from events.documents.words import entity_of, lowered, moment, shown
from events.domain.facts import MeetingFacts, SegmentFacts
from events.domain.seating.chart import ChartSeat
from events.domain.seating.order import ordered_delegations
from events.domain.seating.values import SeatPlan
from events.domain.timeline import timeline
from participants.domain.attendance import head_of, is_granted
from participants.domain.names import full_name, function_line, listed_name, upper
from participants.domain.prose import GRAMMARS, apposed, bracketed, listed
from participants.domain.protocol import order_words
from participants.domain.texts import text_in
from participants.domain.values import DelegateFacts, EntityFacts


class NoMoment(LookupError):
    """The meeting has no part of that identity, or none at all, so there is nothing to seat."""


@dataclass(frozen=True, kw_only=True)
class SeatText:
    """What stands on a seat: the name as long as it fits, and the code that serves where it does not."""

    name: str = ""
    code: str = ""


def moment_of(facts: MeetingFacts, uuid: str) -> SegmentFacts:
    """Return the segment of that uuid, the first one for "". Raises NoMoment when there is none."""
    found = next((one for one in facts.segments if uuid in ("", one.uuid)), None)
    if found is None:
        raise NoMoment(uuid)
    return found


def moment_words(facts: MeetingFacts, segment: SegmentFacts, language: str) -> str:
    """Return "Opening session, 20 September 2017, 15:30" by the clocks of the meeting."""
    timing = next(one for one in timeline(facts).segments if one.segment.uuid == segment.uuid)
    start = moment(timing.start, facts.roster.zone, language)
    return apposed((shown(segment.title, language), start), language)


def order_sentence(facts: MeetingFacts, segment: SegmentFacts, language: str) -> str:
    """Return which order the plan has: zones by ground of invitation, and the scheme inside each, as at the table."""
    return gettext("Zones by ground of invitation. At the table, and likewise in the other zones: %(order)s.") % {
        "order": order_at_table(facts, segment, language)
    }


def order_at_table(facts: MeetingFacts, segment: SegmentFacts, language: str) -> str:
    """Return the order at the table for the inside of a sentence: "English alphabetical order, starting with Mali"."""
    entities = [facts.entities[one.entity] for one in ordered_delegations(facts, segment, "table")]
    words = order_words(
        entities,
        scheme=segment.seating_scheme,
        language=segment.seating_language,
        drawn=facts.entities.get(segment.drawn_state),
    )
    names = {name: shown(texts, language) for name, texts in words.names.items()}
    order = gettext(words.order)
    if words.template:
        order = gettext(words.template) % {"order": order, **names}
    return lowered(order, language)


def approximate_sentence() -> str:
    """Return the warning that stands on every plan of a room that was not measured."""
    return gettext("The plan of this room is approximate: it was not measured.")


def view_sentence() -> str:
    """Return from where the drawing is seen."""
    return gettext("Seen from the hall: the podium is at the top.")


def entity_code(entity: EntityFacts, language: str) -> str:
    """Return the three-letter code of a State, the abbreviation of an organisation in `language`."""
    return text_in(entity.abbreviations, language) or entity.code


def seat_text(facts: MeetingFacts, seat: ChartSeat, language: str) -> SeatText:
    """Return what stands on the seat: the delegation's short name, on the podium the family name; nothing when free."""
    if seat.delegate:
        delegate = facts.delegates[seat.delegate]
        code = entity_code(entity_of(facts, delegate.delegation), language)
        return SeatText(name=upper(delegate.family_name or delegate.given_names, language) or code, code=code)
    if not seat.delegation:
        return SeatText()
    entity = entity_of(facts, seat.delegation)
    return SeatText(name=text_in(entity.short, language), code=entity_code(entity, language))


def person_words(delegate: DelegateFacts, language: str) -> str:
    """Return the person as lists have it, the function where nobody is named yet."""
    return listed_name(delegate, language) if full_name(delegate) else function_line(delegate, language)


def head_words(facts: MeetingFacts, delegation: str, language: str) -> Wording:
    """Return the head of the delegation, or in grey that the name is to follow."""
    head = head_of(facts.delegations[delegation])
    return (person_words(head, language) if head else "") or note(gettext("name to follow"))


def remarks(facts: MeetingFacts, plan: SeatPlan, delegation: str, language: str) -> str:
    """Return what an usher must know of a delegation: who of it is on the podium, observer place, seats it lacks."""
    people = ((one.seat, facts.delegates[one.delegate]) for one in plan.podium)
    parts = [_on_podium(facts, seat, one, language) for seat, one in people if one.delegation == delegation]
    parts += [
        gettext("observer place %(number)d") % {"number": number}
        for one in facts.roster.requests
        if one.delegation == delegation and is_granted(one)
        for number in one.place_numbers
    ]
    for one in plan.short:
        if one.delegation == delegation:
            lacking = one.at_table + one.behind
            parts.append(ngettext("%(count)d seat lacking", "%(count)d seats lacking", lacking) % {"count": lacking})
    return listed(parts, language)


def _on_podium(facts: MeetingFacts, seat: str, delegate: DelegateFacts, language: str) -> str:
    """Return the chair on the podium, with the name of who sits there unless it is the head, whom the row names."""
    words = gettext("on the podium: %(seat)s") % {"seat": seat}
    if delegate == head_of(facts.delegations[delegate.delegation]):
        return words
    return GRAMMARS[language].gap.join((words, bracketed(person_words(delegate, language), language)))
