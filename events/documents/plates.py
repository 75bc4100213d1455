"""Plates: the table's with the country's short name alone, the podium's with name and function; no other word."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from events.documents.base import Document, NothingToPrint, Options
from events.documents.pdf.blocks import Plate
from events.documents.pdf.plates import plates_pdf
from events.domain.facts import MeetingFacts
from events.domain.seating.order import plan
from events.domain.taking_part import plate_function, podium_of
from meetingplanner.languages import phrase
from participants.domain.attendance import expected_delegations
from participants.domain.names import full_name, function_line, name_parts, plate_name, upper
from participants.domain.protocol import entity_sort_key
from participants.domain.texts import text_in
from participants.domain.values import DelegateFacts, DelegationFacts

IN_PLACES = phrase("in the order of the places")
IN_ALPHABET = phrase("in alphabetical order")
IN_PODIUM = phrase("in the order of the podium")


@dataclass(frozen=True, kw_only=True)
class PlatesPrint:
    """Plates in the order they are to be set out; `order` says which that is and is not printed (it is English)."""

    title: str
    order: str
    plates: tuple[Plate, ...]
    language: str
    paper: str
    as_of: datetime


def collect_table(facts: MeetingFacts, options: Options) -> PlatesPrint:
    """Return one plate for each expected delegation, however many places it has: its short name in capitals.

    In the order in which one walks along the places of the first moment, who has no place last; alphabetical in the
    plates' language while there is no room or no moment.
    """
    is_seated = facts.room is not None and bool(facts.segments)
    order = IN_PLACES if is_seated else IN_ALPHABET
    ordered = _seated(facts) if is_seated else _alphabetical(facts, options.language)
    names = (text_in(facts.entities[one.entity].short, options.language) for one in ordered)
    plates = (Plate(name=upper(name, options.language)) for name in names)
    return _print(gettext("Table plates"), order, plates, options)


def collect_podium(facts: MeetingFacts, options: Options) -> PlatesPrint:
    """Return one plate for each person on the podium of any moment, in the order of the moments and of their lists.

    Who sits there twice has one plate, who does not come none; while nobody is named, the function stands in the
    name's place. Who presides has the further capacity too. An interpreter who sits beside somebody has one after that
    person's, without a name.
    """
    people = dict.fromkeys(uuid for segment in facts.segments for uuid in podium_of(facts, segment))
    beside = {one.delegate for segment in facts.segments for one in segment.interpreters if one.place == "left"}
    plates = (
        plate
        for uuid in people
        for plate in (
            _podium_plate(facts, facts.delegates[uuid], options.language),
            *([Plate(name=gettext("Interpreter"))] if uuid in beside else []),
        )
    )
    return _print(gettext("Podium plates"), IN_PODIUM, plates, options)


def render(values: PlatesPrint) -> bytes:
    """Return the plates as PDF, one tent to a landscape sheet. Raises NothingToPrint for no plate at all."""
    if not values.plates:
        raise NothingToPrint(values.title)
    return plates_pdf(
        values.plates,
        paper=values.paper,
        title=f"{values.title}, {gettext(values.order)}",
        language=values.language,
        as_of=values.as_of,
    )


def _print(title: str, order: str, plates: Iterable[Plate], options: Options) -> PlatesPrint:
    return PlatesPrint(
        title=title,
        order=order,
        plates=tuple(plates),
        language=options.language,
        paper=options.paper,
        as_of=options.as_of,
    )


def _seated(facts: MeetingFacts) -> tuple[DelegationFacts, ...]:
    seats = plan(facts, facts.segments[0])
    uuids = dict.fromkeys((*(one.delegation for one in seats.assignments), *seats.unseated))
    return tuple(facts.delegations[uuid] for uuid in uuids)


def _alphabetical(facts: MeetingFacts, language: str) -> tuple[DelegationFacts, ...]:
    return tuple(
        sorted(
            expected_delegations(facts.roster),
            key=lambda one: (entity_sort_key(facts.entities[one.entity], language), one.uuid),
        )
    )


def _podium_plate(facts: MeetingFacts, delegate: DelegateFacts, language: str) -> Plate:
    if not full_name(delegate):
        return Plate(name=function_line(delegate, language))
    function, parts = plate_function(facts, delegate, language), name_parts(delegate, language)
    return Plate(name=plate_name(delegate, language), function=function, parts=parts)


TABLE = Document(slug="table-plates", title=phrase("Table plates"), collect=collect_table, render=render)
PODIUM = Document(slug="podium-plates", title=phrase("Podium plates"), collect=collect_podium, render=render)
