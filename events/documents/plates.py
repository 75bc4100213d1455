"""Plates: the table's with the country's short name alone, the podium's with name and function; no other word."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from events.documents.base import Document, NothingToPrint, Options
from events.documents.pdf.blocks import Plate
from events.documents.pdf.plates import plates_pdf
from events.documents.podium_words import podium_moves
from events.documents.words import other_language
from events.domain.facts import MeetingFacts
from events.domain.seating.order import plan
from events.domain.seating.since import moves_since
from events.domain.taking_part import plate_function, podium_of
from meetingplanner.languages import phrase
from participants.domain.attendance import expected_delegations
from participants.domain.names import full_name, function_line, name_halves, name_parts, plate_name, upper
from participants.domain.protocol import entity_sort_key
from participants.domain.texts import Texts, text_in
from participants.domain.values import DelegateFacts, DelegationFacts

# A plate by whom it is for: a delegation (uuid), or a delegate, or "i" and the delegate whose interpreter it names.
Plates = dict[str, Plate]


@dataclass(frozen=True, kw_only=True)
class PlatesPrint:
    """Plates in the order they are to be set out; `order` says which that is, for the file's title."""

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
    order = gettext("in the order of the seats") if _is_seated(facts) else gettext("in alphabetical order")
    return _print(gettext("Table plates"), order, _table_plates(facts, options.language).values(), options)


def collect_podium(facts: MeetingFacts, options: Options) -> PlatesPrint:
    """Return one plate for each person on the podium of any moment, in the order of the moments and of their lists.

    Who sits there twice has one plate, who does not come none; while nobody is named, the function stands in the
    name's place. Who presides has the further capacity too. An interpreter who sits beside somebody has one after that
    person's, without a name.
    """
    order = podium_moves(facts.kind).order
    return _print(PODIUM.title_for(facts.kind), order, _podium_plates(facts, options.language).values(), options)


def collect_changed(facts: MeetingFacts, options: Options) -> PlatesPrint:
    """Return the plates that were not there at the last issue, or say something else, or stand elsewhere in any part.

    Those of the table in the order of `collect_table`, then those of the podium. No plate where nothing was issued.
    """
    title, order = gettext("Plates changed since the last issue"), podium_moves(facts.kind).order_last
    return _print(title, order, _changed(facts, options) if options.issued else (), options)


def render(values: PlatesPrint) -> bytes:
    """Return the plates as PDF, one tent to a landscape sheet. Raises NothingToPrint for no plate at all."""
    if not values.plates:
        raise NothingToPrint(values.title)
    return plates_pdf(
        values.plates,
        paper=values.paper,
        title=f"{values.title}, {values.order}",
        language=values.language,
        as_of=values.as_of,
    )


def _changed(facts: MeetingFacts, options: Options) -> Iterator[Plate]:
    earlier, language = options.issued.facts, options.language
    found = [moves_since(earlier, facts, one.uuid) for one in facts.segments]
    moves = [one for one in found if one is not None]
    elsewhere = {one.delegation for each in moves for one in each.seats if one.after}
    elsewhere |= {one.delegate for each in moves for one in each.podium if one.after}
    for plates in (_table_plates, _podium_plates):
        then = plates(earlier, language)
        for uuid, plate in plates(facts, language).items():
            if uuid in elsewhere or then.get(uuid) != plate:
                yield plate


def _table_plates(facts: MeetingFacts, language: str) -> Plates:
    ordered = _seated(facts) if _is_seated(facts) else _alphabetical(facts, language)
    return {one.uuid: _table_plate(facts.entities[one.entity].short, language) for one in ordered}


def _table_plate(names: Texts, language: str) -> Plate:
    return Plate(name=upper(text_in(names, language), language), languages=(other_language(names, language), ""))


def _podium_plates(facts: MeetingFacts, language: str) -> Plates:
    plates: Plates = {}
    beside = {one.delegate for segment in facts.segments for one in segment.interpreters if one.place == "left"}
    for uuid in (uuid for segment in facts.segments for uuid in podium_of(facts, segment)):
        plates[uuid] = _podium_plate(facts, facts.delegates[uuid], language)
        if uuid in beside:
            plates[f"i{uuid}"] = Plate(name=gettext("Interpreter"))
    return plates


def _is_seated(facts: MeetingFacts) -> bool:
    return facts.room is not None and bool(facts.segments)


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
    spoken = other_language(delegate.function, language)
    if not full_name(delegate):
        return Plate(name=function_line(delegate, language), languages=(spoken, ""))
    return Plate(
        languages=("", spoken),
        name=plate_name(delegate, language),
        function=plate_function(facts, delegate, language),
        parts=name_parts(delegate, language),
        halves=name_halves(delegate, language),
    )


TABLE = Document(slug="table-plates", title=phrase("Table plates"), collect=collect_table, render=render)
PODIUM = Document(
    slug="podium-plates",
    title=phrase("Podium plates"),
    organ_title=phrase("Presidency plates"),
    collect=collect_podium,
    render=render,
)
CHANGED = Document(
    slug="plates-changed",
    title=phrase("Plates changed since the last issue"),
    collect=collect_changed,
    render=render,
    compares=True,
)
