"""Slips for observers: one for each place granted, with the seat in large letters and a code without a name."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, pgettext

from events.documents.base import Document, NothingToPrint, Options
from events.documents.door_list import row_words, seats_of, side_words
from events.documents.pdf.badges import badges_pdf
from events.documents.pdf.blocks import Badge
from events.documents.seat_words import moment_of, moment_words, order_at_table
from events.documents.words import entity_name, shown
from events.domain.badges import badge_address
from events.domain.facts import MeetingFacts, SegmentFacts
from events.domain.seating.order import ordered_delegations, places_wanted, plan
from meetingplanner.languages import LANGUAGES, phrase
from participants.domain.prose import apposed, dashed, strongly_listed

ZONE = "observers"


@dataclass(frozen=True, kw_only=True)
class SlipsPrint:
    """Slips in the order of the places; `order` says which that is, in the title of the file alone."""

    title: str
    order: str
    slips: tuple[Badge, ...]
    language: str
    paper: str
    as_of: datetime


def collect(facts: MeetingFacts, options: Options) -> SlipsPrint:
    """Return a slip for each observer place granted, for the segment `options.moment`, the first for "".

    In the order of the seats, those for which the room has none last. Raises NoMoment for a segment that is not the
    meeting's.
    """
    segment, language = moment_of(facts, options.moment), options.language
    return SlipsPrint(
        title=gettext("Observers' seat slips"),
        order=order_at_table(facts, segment, language),
        slips=tuple(_slips(facts, segment, options)),
        language=language,
        paper=options.paper,
        as_of=options.as_of,
    )


def render(values: SlipsPrint) -> bytes:
    """Return the slips as PDF, as many to a sheet as badges. Raises NothingToPrint while no place is granted."""
    if not values.slips:
        raise NothingToPrint(values.title)
    return badges_pdf(
        values.slips,
        paper=values.paper,
        title=dashed(
            (values.title, apposed((values.slips[0].meeting, values.order), values.language)), values.language
        ),
        language=values.language,
        as_of=values.as_of,
        is_rtl=LANGUAGES[values.language].direction == "rtl",
    )


def _slips(facts: MeetingFacts, segment: SegmentFacts, options: Options) -> Iterator[Badge]:
    given = [one for one in plan(facts, segment).assignments if one.zone == ZONE]
    for one in given:
        yield _slip(facts, segment, one.delegation, one.seat, options)
    for delegation in ordered_delegations(facts, segment, ZONE):
        seated = sum(one.delegation == delegation.uuid for one in given)
        for _ in range(places_wanted(facts, delegation, ZONE) - seated):
            yield _slip(facts, segment, delegation.uuid, "", options)


def _slip(facts: MeetingFacts, segment: SegmentFacts, delegation: str, label: str, options: Options) -> Badge:
    language, seats = options.language, seats_of(facts.room, (label,))
    row, side = row_words(seats, language), side_words(seats, language)
    where = (gettext("row %(row)s") % {"row": row} if row else "", side)
    first = apposed((gettext("Seat"), *where), language) if label else gettext("The ushers show you to a seat")
    room = shown(facts.room.names, language) if facts.room else ""
    return Badge(
        names=(("first", first), ("name", label)),
        function=strongly_listed((moment_words(facts, segment, language), room), language),
        entity=entity_name(facts.entities[facts.delegations[delegation].entity], language),
        category=pgettext("person", "Observer"),
        band="observer",
        meeting=shown(facts.short_title, language) or shown(facts.title, language),
        code=badge_address(delegation, options.public_url),
        code_alt=gettext("Code of this slip"),
    )


DOCUMENT = Document(
    slug="seat-slips",
    title=phrase("Observers' seat slips"),
    collect=collect,
    render=render,
    papers=("a4", "letter", "a6"),
    has_moments=True,
)
