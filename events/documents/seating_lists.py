"""The seats of one moment as rows of words: by seat, by delegation, and who has none or too few."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from events.documents.pdf.blocks import GroupRow, Wording
from events.documents.podium_words import podium_moves, podium_words
from events.documents.seat_words import entity_code, head_words, person_words, podium_note, remarks, zone_name
from events.documents.words import entity_name, entity_of
from events.domain.facts import MeetingFacts
from events.domain.seating.order import ZONES
from events.domain.seating.values import SeatPlan
from participants.domain.attendance import expected_delegations
from participants.domain.prose import listed
from participants.domain.protocol import entity_sort_key

Row = tuple[Wording, ...] | GroupRow


@dataclass(frozen=True, kw_only=True)
class PodiumRow:
    """One line of the podium's list: the chair in words and by its label on the drawing, the delegate (uuid) of whom it
    tells, what to say of it; `is_interpreter` for that person's interpreter.
    """

    seat: str
    label: str
    delegate: str
    note: str = ""
    is_interpreter: bool = False


def by_seat(facts: MeetingFacts, plan: SeatPlan, language: str) -> tuple[Row, ...]:
    """Return a row for each seat taken (seat, delegation, code, name, seats behind, remarks), headed by zone.

    The podium comes first, from left to right as the hall sees it; the others in walking order. () without seats.
    """
    rows: list[Row] = []
    for label, part in (
        (podium_words(facts.kind).from_left, list(_podium(facts, plan, language))),
        *((zone_name(facts, zone), list(_zone(facts, plan, zone, language))) for zone in ZONES),
    ):
        if part:
            rows += [GroupRow(text=label), *part]
    return tuple(rows)


def by_delegation(facts: MeetingFacts, plan: SeatPlan, language: str) -> tuple[Row, ...]:
    """Return a row for each expected delegation, alphabetical in `language`.

    Columns: delegation, code, place, seats behind, head, remarks; a dash stands for the place of who has none.
    """
    places: dict[str, list[str]] = {}
    behind: dict[str, list[str]] = {}
    for one in plan.assignments:
        places.setdefault(one.delegation, []).append(one.seat)
        behind.setdefault(one.delegation, []).extend(one.behind)
    expected = sorted(
        expected_delegations(facts.roster),
        key=lambda one: (entity_sort_key(facts.entities[one.entity], language), one.uuid),
    )
    return tuple(
        (
            entity_name(facts.entities[one.entity], language),
            entity_code(facts.entities[one.entity], language),
            listed(places.get(one.uuid, ()), language) or "–",
            listed(behind.get(one.uuid, ()), language),
            head_words(facts, one.uuid, language),
            remarks(facts, plan, one.uuid, language),
        )
        for one in expected
    )


def unseated(facts: MeetingFacts, plan: SeatPlan, language: str) -> tuple[str, ...]:
    """Return the names of the delegations without a place, and principals, or their interpreters, without a
    chair on the podium.
    """
    people = (
        podium_moves(facts.kind).full % {"name": person_words(facts.delegates[one], language)}
        for one in plan.off_podium
    )
    interpreters = (
        gettext("%(name)s: no chair is left for the interpreter")
        % {"name": person_words(facts.delegates[one], language)}
        for one in plan.off_interpreters
    )
    return (*(entity_name(entity_of(facts, one), language) for one in plan.unseated), *people, *interpreters)


def lacking(facts: MeetingFacts, plan: SeatPlan, language: str) -> tuple[str, ...]:
    """Return in words which delegations have a place but fewer seats than promised."""
    found = []
    for one in plan.short:
        count = one.at_table + one.behind
        sentence = ngettext("%(name)s: %(count)d seat lacking", "%(name)s: %(count)d seats lacking", count)
        found.append(sentence % {"name": entity_name(entity_of(facts, one.delegation), language), "count": count})
    return tuple(found)


def podium_rows(facts: MeetingFacts, plan: SeatPlan) -> tuple[PodiumRow, ...]:
    """Return who sits on the podium from left to right as the hall sees it, an interpreter behind after the person."""
    chairs = {seat.label: seat.x_mm for seat in facts.room.seats} if facts.room else {}
    people = (
        PodiumRow(seat=one.seat, label=one.seat, delegate=one.delegate, note=podium_note(plan, one.rank))
        for one in plan.podium
    )
    interpreters = (
        PodiumRow(
            seat=gettext("behind %(seat)s") % {"seat": one.seat} if one.is_behind else one.seat,
            label=one.seat + ("i" if one.is_behind else ""),
            delegate=one.delegate,
            is_interpreter=True,
        )
        for one in plan.interpreters
    )
    found = [*people, *interpreters]
    return tuple(sorted(found, key=lambda one: (chairs[one.label.removesuffix("i")], one.label)))


def _podium(facts: MeetingFacts, plan: SeatPlan, language: str) -> Iterator[Row]:
    for one in podium_rows(facts, plan):
        delegate = facts.delegates[one.delegate]
        entity = entity_of(facts, delegate.delegation)
        person = gettext("Interpreter") if one.is_interpreter else person_words(delegate, language)
        yield (one.seat, entity_name(entity, language), entity_code(entity, language), person, "", one.note)


def _zone(facts: MeetingFacts, plan: SeatPlan, zone: str, language: str) -> Iterator[Row]:
    for one in plan.assignments:
        if one.zone == zone:
            entity = entity_of(facts, one.delegation)
            yield (
                one.seat,
                entity_name(entity, language),
                entity_code(entity, language),
                head_words(facts, one.delegation, language) if one.part == 1 else "",
                listed(one.behind, language),
                remarks(facts, plan, one.delegation, language) if one.part == 1 else "",
            )
