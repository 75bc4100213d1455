"""The arrivals sheet: who comes when and waits where, who meets them, who leaves after what; and the press by item."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext, pgettext

from events.documents.base import Document, Options
from events.documents.pdf.blocks import Block, GroupRow, Heading, Paragraph, Table, Title, bold, italic, note
from events.documents.pdf.document import document_pdf
from events.documents.pdf.frame import Frame
from events.documents.surroundings import notice, open_points, surroundings
from events.documents.words import (
    clock,
    day_name,
    entity_name,
    entity_of,
    full_address,
    functions,
    shown,
    to_be_announced,
    together,
    zone_time,
)
from events.domain.days import day_of, days
from events.domain.facts import MeetingFacts
from events.domain.items import ITEM_KINDS, PRESS
from events.domain.principals import Principal, arrives_at, item_places, principals, seen_under
from events.domain.timeline import timeline
from meetingplanner.languages import phrase
from participants.domain.names import begun
from participants.domain.prose import dashed, sentences, strongly_listed

BLOCKED_BY = ("time", "person")


@dataclass(frozen=True, kw_only=True)
class ArrivalValues:
    """One principal in words: `day` heads those who come on it where that is not the only one, `arrives_at` is the
    instant. `name` says who is meant while nobody is named.
    """

    day: str
    arrives: str
    arrives_at: datetime | None
    name: str
    function: str
    delegation: str
    entrance: str
    holding_room: str
    escort: str
    leaves_after: str
    note: str


@dataclass(frozen=True, kw_only=True)
class MediaValues:
    """One item in words: the part it is in, when it starts, who is seen; `press` is "" while nobody decided."""

    part: str
    start: str
    title: str
    seen: str
    press: str


@dataclass(frozen=True, kw_only=True)
class ArrivalsValues:
    """The principals in the order printed, and the items in that of the programme."""

    frame: Frame
    points: tuple[str, ...]
    remarks: tuple[str, ...]
    arrivals: tuple[ArrivalValues, ...]
    media: tuple[MediaValues, ...]


def collect(facts: MeetingFacts, options: Options) -> ArrivalsValues:
    """Return the principals by time of arrival, those without a time last and by rank, and the press by item."""
    language, zone = options.language, facts.roster.zone
    people = principals(facts)
    has_days = len({day for one in people if (day := _day(facts, one))} | {facts.start.date()}) > 1
    return ArrivalsValues(
        frame=surroundings(facts, options, title=gettext("Arrivals sheet"), blocked_by=BLOCKED_BY, is_landscape=True),
        points=open_points(facts, BLOCKED_BY, options),
        remarks=(
            gettext("For protocol, security and press staff only."),
            gettext("By time of arrival; those without a time follow in the office's working order of rank."),
            gettext("All times are in %(zone)s.") % {"zone": zone_time(zone, language)},
        ),
        arrivals=tuple(_arrival(facts, one, language, has_days=has_days) for one in people),
        media=tuple(_media(facts, language)),
    )


def render(values: ArrivalsValues) -> bytes:
    """Return the sheet as PDF."""
    return document_pdf(list(blocks(values)), values.frame)


def _day(facts: MeetingFacts, principal: Principal) -> date | None:
    instant = arrives_at(facts, principal.arrival)
    return day_of(instant, facts.roster.zone) if instant else None


def _arrival(facts: MeetingFacts, principal: Principal, language: str, *, has_days: bool) -> ArrivalValues:
    delegate, arrival, day = principal.delegate, principal.arrival, _day(facts, principal)
    instant = arrives_at(facts, arrival)
    function = shown(delegate.function, language)
    entity = entity_name(entity_of(facts, delegate.delegation), language)
    name = full_address(delegate, language, is_listed=True)
    return ArrivalValues(
        day=day_name(day, language) if day and has_days else "",
        arrives=clock(instant, facts.roster.zone, language) if instant else "",
        arrives_at=instant,
        name=name or to_be_announced(function or entity),
        function=functions(delegate, language) if name else "",
        delegation=entity,
        entrance=arrival.entrance if arrival else "",
        holding_room=arrival.holding_room if arrival else "",
        escort=arrival.escort if arrival else "",
        leaves_after=_item_title(facts, arrival.leaves_after, language) if arrival else "",
        note=arrival.note if arrival else "",
    )


def _item_title(facts: MeetingFacts, uuid: str, language: str) -> str:
    """Return the title of an item of the programme; "" for one that was taken out, after which nobody can leave."""
    place = item_places(facts).get(uuid)
    if place is None:
        return ""
    item = facts.segments[place[0]].items[place[1]]
    return shown(item.title, language) or gettext(ITEM_KINDS[item.kind].label)


def _media(facts: MeetingFacts, language: str) -> Iterator[MediaValues]:
    found = days(timeline(facts), facts.roster.zone)
    for day in found:
        for part in day.parts:
            title = shown(part.segment.segment.title, language)
            for one in part.items:
                yield MediaValues(
                    part=dashed((day_name(day.on, language), title), language) if len(found) > 1 else title,
                    start=clock(one.start, facts.roster.zone, language),
                    title=_item_title(facts, one.item.uuid, language),
                    seen=_names(facts, seen_under(facts, part.segment.segment, one.item), language),
                    press=gettext(PRESS[one.item.press]) if one.item.press else "",
                )


def _names(facts: MeetingFacts, uuids: tuple[str, ...], language: str) -> str:
    return begun(strongly_listed((_called(facts, uuid, language) for uuid in uuids), language), language)


def _called(facts: MeetingFacts, uuid: str, language: str) -> str:
    delegate = facts.delegates[uuid]
    entity = entity_name(entity_of(facts, delegate.delegation), language)
    return full_address(delegate, language) or to_be_announced(shown(delegate.function, language) or entity)


def blocks(values: ArrivalsValues) -> Iterator[Block]:
    """Yield the table of principals, then that of the items with the press."""
    yield Title(text=gettext("Arrivals sheet"))
    yield from notice(values.points)
    yield Paragraph(text=note(sentences(values.remarks, values.frame.language)))
    if values.arrivals:
        yield _arrivals_table(values.arrivals)
    else:
        yield Paragraph(text=gettext("Nobody is expected yet."))
    yield Heading(text=gettext("Media"))
    if values.media:
        yield _media_table(values.media)
    else:
        yield Paragraph(text=gettext("The programme is empty."))


def _arrivals_table(arrivals: tuple[ArrivalValues, ...]) -> Table:
    header = (
        pgettext("time", "Arrival"),
        gettext("Name and function"),
        gettext("Delegation"),
        gettext("Entrance"),
        gettext("Holding room"),
        gettext("Escort"),
        gettext("Leaves after"),
    )
    return Table(
        header=header,
        rows=tuple(_arrival_rows(arrivals)),
        column_widths=(1.9, 6.4, 4.2, 2.9, 2.9, 2.9, 3.8),
        is_wide=True,
    )


def _arrival_rows(arrivals: tuple[ArrivalValues, ...]) -> Iterator[object]:
    group, has_times = "", any(one.arrives for one in arrivals)
    for one in arrivals:
        heading = one.day if one.arrives else gettext("No time given yet") if has_times else ""
        if heading and heading != group:
            yield GroupRow(text=heading)
        group = heading
        lines = [f"\n{one.function}"] if one.function else []
        remark = [note(f"\n{one.note}")] if one.note else []
        name = together(bold(one.name), *lines, *remark)
        yield one.arrives, name, one.delegation, one.entrance, one.holding_room, one.escort, one.leaves_after


def _media_table(media: tuple[MediaValues, ...]) -> Table:
    rows: list[object] = []
    part = ""
    for one in media:
        if one.part != part:
            part = one.part
            rows.append(GroupRow(text=part))
        press = one.press or italic(gettext("not decided yet"))
        rows.append((one.start, bold(one.title), one.seen, press))
    header = (gettext("Start"), gettext("Item"), gettext("Who is seen"), gettext("Press"))
    return Table(header=header, rows=tuple(rows), column_widths=(1.9, 7, 10, 5), is_wide=True)


DOCUMENT = Document(
    slug="arrivals",
    title=phrase("Arrivals sheet"),
    collect=collect,
    render=render,
    blocked_by=BLOCKED_BY,
    needs="edit_programme",
)
