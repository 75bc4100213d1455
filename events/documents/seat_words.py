"""What a plan says of its seats: names, codes, who sits there, and which order it is; in the language at hand."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from events.documents.pdf.blocks import Wording, note
from events.documents.podium_words import podium_words
from events.documents.words import entity_name, entity_of, lowered, moment, shown
from events.domain.changeover import LaterSeat, later_on_podium
from events.domain.facts import MeetingFacts, SegmentFacts
from events.domain.seating.chart import ChartSeat
from events.domain.seating.kept import following_order
from events.domain.seating.order import ZONES, ordered_delegations, plan, seat_order
from events.domain.seating.values import SeatPlan
from events.domain.timeline import timeline
from participants.domain.attendance import head_of, is_granted
from participants.domain.names import full_name, function_line, listed_name, upper
from participants.domain.once import once
from participants.domain.prose import GRAMMARS, apposed, bracketed, dashed, listed, quoted, sentences, strongly_listed
from participants.domain.seat_orders import OrderWords, joined_later, order_words
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
    return apposed(_title_and_start(facts, segment, language), language)


def quoted_moment(facts: MeetingFacts, segment: SegmentFacts, language: str) -> str:
    """Return the same for a sentence: "“Opening session” (20 September 2017, 15:30)"."""
    title, start = _title_and_start(facts, segment, language)
    return GRAMMARS[language].gap.join((quoted(title, language), bracketed(start, language))) if title else start


def _title_and_start(facts: MeetingFacts, segment: SegmentFacts, language: str) -> tuple[str, str]:
    timing = next(one for one in timeline(facts).segments if one.segment.uuid == segment.uuid)
    return shown(segment.title, language), moment(timing.start, facts.roster.zone, language)


def title_for_part(title: str, facts: MeetingFacts, segment: SegmentFacts, language: str) -> str:
    """Return what tells the `title` of a print from that of another part: "Door list – Opening session".

    With the day and the hour where another part has the same name; the title alone where there is no other part.
    """
    names = [shown(one.title, language) for one in facts.segments]
    name = shown(segment.title, language)
    told = moment_words(facts, segment, language) if names.count(name) > 1 else name
    return dashed((title, told), language) if len(names) > 1 else title


def order_sentence(facts: MeetingFacts, segment: SegmentFacts, language: str) -> str:
    """Return which order the plan has: zones by ground of invitation, the scheme inside each, as at the table; and
    whether there are blocks by status.
    """
    return sentences(filter(None, order_sentences(facts, segment, language)), language)


def order_sentences(facts: MeetingFacts, segment: SegmentFacts, language: str) -> tuple[str, str]:
    """Return the two halves of `order_sentence`: the scheme, and the blocks, "" where there are none to speak of."""
    order = gettext("Zones by ground of invitation. At the table, and likewise in the other zones: %(order)s.") % {
        "order": order_at_table(facts, segment, language)
    }
    words = _words_at_table(facts, segment)
    return order, gettext(words.blocks) if words.blocks else ""


def order_at_table(facts: MeetingFacts, segment: SegmentFacts, language: str) -> str:
    """Return the order at the table for the inside of a sentence: "English alphabetical order, starting with Mali".

    A plan that is kept and leaves it is told as such.
    """
    order = _order_at_table(facts, segment, language)
    return gettext("%(order)s, with changes by protocol") % {"order": order} if leaves_order(facts, segment) else order


@once
def leaves_order(facts: MeetingFacts, segment: SegmentFacts) -> bool:
    """Return whether the plan is kept and seats those who sit in another sequence than the order does."""
    if not segment.is_seating_kept:
        return False
    sequence = [one.delegation for one in plan(facts, segment).assignments]
    due = plan(facts, following_order(segment)).assignments
    places = {uuid: at for at, uuid in enumerate(one.delegation for one in due)}
    return sequence != sorted(sequence, key=lambda uuid: places.get(uuid, len(places)))


def _order_at_table(facts: MeetingFacts, segment: SegmentFacts, language: str) -> str:
    words = _words_at_table(facts, segment)
    names = {name: shown(texts, language) for name, texts in words.names.items()}
    order = lowered(gettext(words.order), language)
    if words.scheme:
        names["scheme"] = gettext(words.scheme)
    return gettext(words.template) % {"order": order, **names} if words.template else order


def late_sentence(facts: MeetingFacts, segment: SegmentFacts, language: str) -> str:
    """Return who joined after the order was made by hand, and so sits at the end; "" where nobody did."""
    order = seat_order(facts, segment)
    names = [
        entity_name(facts.entities[code], language)
        for zone in ZONES
        for code in joined_later(_entities(facts, segment, zone), order)
    ]
    if not names:
        return ""
    words = gettext("At the end in alphabetical order, because they joined later: %(names)s.")
    return words % {"names": listed(names, language)}


def _words_at_table(facts: MeetingFacts, segment: SegmentFacts) -> OrderWords:
    return order_words(_entities(facts, segment, "table"), seat_order(facts, segment))


def _entities(facts: MeetingFacts, segment: SegmentFacts, zone: str) -> list[EntityFacts]:
    return [facts.entities[one.entity] for one in ordered_delegations(facts, segment, zone)]


def zone_name(facts: MeetingFacts, zone: str) -> str:
    """Return what a zone of seats is called above those who sit there."""
    names = {
        "podium": podium_words(facts.kind).label,
        "table": gettext("At the table"),
        "secretariat": gettext("Secretariat"),
        "observers": gettext("Observers"),
    }
    return names[zone]


def podium_sentence(facts: MeetingFacts, plan: SeatPlan, language: str) -> str:
    """Return how the chairs of the podium are counted, and where interpreters sit; "" while nobody sits there."""
    if len(plan.podium) < 2:
        words = ""
    elif len(plan.podium) % 2:
        words = podium_words(facts.kind).odd
    else:
        words = podium_words(facts.kind).even
    beside = [one for one in plan.interpreters if not one.is_behind]
    interpreters = gettext("An interpreter has the next chair to the left; who sits further left moves outwards.")
    return sentences((words, interpreters if beside else ""), language)


def podium_note(plan: SeatPlan, rank: int) -> str:
    """Return what is told of the chair of that rank: the centre, or the side of the axis where there is none."""
    if len(plan.podium) % 2:
        return gettext("centre") if rank == 1 else ""
    return {1: gettext("1, right of the axis"), 2: gettext("2, left of the axis")}.get(rank, "")


def approximate_sentence() -> str:
    """Return the warning that stands on every plan of a room that was not measured."""
    return gettext("The plan of this room is approximate: it was not measured.")


def code_sentence() -> str:
    """Return what stands on a seat that is too small for a name."""
    return gettext("Where a name does not fit, the seat carries its code.")


def entity_code(entity: EntityFacts, language: str) -> str:
    """Return the three-letter code of a State, the abbreviation of an organisation in `language`."""
    return text_in(entity.abbreviations, language) or entity.code


def seat_text(facts: MeetingFacts, seat: ChartSeat, language: str) -> SeatText:
    """Return what stands on the seat: the delegation's short name, on the podium the family name; nothing when free."""
    if seat.interprets:
        return SeatText(name=gettext("Interpreter"))
    if seat.delegate:
        delegate = facts.delegates[seat.delegate]
        code = entity_code(entity_of(facts, delegate.delegation), language)
        return SeatText(name=upper(delegate.family_name or delegate.given_names, language) or code, code=code)
    if not seat.delegation:
        return SeatText()
    entity = entity_of(facts, seat.delegation)
    return SeatText(name=text_in(entity.short, language), code=entity_code(entity, language))


def person_words(delegate: DelegateFacts, language: str, *, is_inside: bool = False) -> str:
    """Return the person as lists have it, at the beginning of a line or inside one; the function where nobody is
    named yet.
    """
    if not full_name(delegate):
        return function_line(delegate, language)
    return listed_name(delegate, language, is_inside=is_inside)


def head_words(facts: MeetingFacts, delegation: str, language: str) -> Wording:
    """Return the head of the delegation, or in grey that the name is to follow."""
    head = head_of(facts.delegations[delegation])
    return (person_words(head, language) if head else "") or note(gettext("name to follow"))


def remarks(facts: MeetingFacts, plan: SeatPlan, delegation: str, language: str) -> str:
    """Return what an usher must know of a delegation: who of it is on the podium, or goes there in a later part,
    observer place, seats it lacks.
    """
    people = ((one.seat, facts.delegates[one.delegate]) for one in plan.podium)
    parts = [_on_podium(facts, seat, one, language) for seat, one in people if one.delegation == delegation]
    later = ((one, facts.delegates[one.delegate]) for one in later_on_podium(facts)[plan.segment])
    parts += [
        _with_name(facts, later_words(facts, at, language), one, language)
        for at, one in later
        if one.delegation == delegation
    ]
    parts += [
        gettext("observer place %(number)d") % {"number": number}
        for one in facts.roster.requests
        if one.delegation == delegation and is_granted(one)
        for number in one.place_numbers
    ]
    lacking = _lacking(plan).get(delegation)
    if lacking:
        parts.append(ngettext("%(count)d seat lacking", "%(count)d seats lacking", lacking) % {"count": lacking})
    return strongly_listed(parts, language)


def later_words(facts: MeetingFacts, later: LaterSeat, language: str) -> str:
    """Return from which part on somebody is on the podium, and in which chair where there is one."""
    words = podium_words(facts.kind)
    places = {"part": shown(later.segment.title, language), "seat": later.chair}
    return (words.later_seat if later.chair else words.later) % places


@once
def _lacking(plan: SeatPlan) -> Mapping[str, int]:
    return {one.delegation: one.at_table + one.behind for one in plan.short}


def _on_podium(facts: MeetingFacts, seat: str, delegate: DelegateFacts, language: str) -> str:
    """Return the chair on the podium, with the name of who sits there unless it is the head, whom the row names."""
    return _with_name(facts, podium_words(facts.kind).seat % {"seat": seat}, delegate, language)


def _with_name(facts: MeetingFacts, words: str, delegate: DelegateFacts, language: str) -> str:
    if delegate == head_of(facts.delegations[delegate.delegation]):
        return words
    return GRAMMARS[language].gap.join((words, bracketed(person_words(delegate, language, is_inside=True), language)))
