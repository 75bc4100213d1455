"""The register of observers: places granted by number, the waiting list by time received; on paper and as sheets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, ngettext, pgettext

from events.documents.base import CSV, XLSX, Document, Options
from events.documents.pdf.blocks import Block, Heading, KeyFacts, Paragraph, Table, Title, bold, note
from events.documents.pdf.document import document_pdf
from events.documents.pdf.frame import Frame
from events.documents.surroundings import notice, open_points, surroundings
from events.documents.words import entity_name, entity_of, moment, zone_time
from events.domain.facts import MeetingFacts
from events.domain.wallclock import local
from meetingplanner.languages import phrase
from participants.documents.sheets import Sheet, csv_bytes
from participants.documents.xlsx import xlsx_bytes
from participants.domain.allocation import queue_key
from participants.domain.attendance import is_granted
from participants.domain.values import RequestFacts

BLOCKED_BY = ("seats",)


@dataclass(frozen=True, kw_only=True)
class RequestValues:
    """One request: the number of its place or its position in the queue, who asked, whom to tell, when received."""

    number: int
    code: str
    delegation: str
    contact: str
    email: str
    received: str
    received_wall: datetime
    remark: str


@dataclass(frozen=True, kw_only=True)
class RegisterValues:
    """Granted by place, waiting by position, and how many places there are; `zone` is that of the times received."""

    frame: Frame
    as_of: datetime
    zone: str
    points: tuple[str, ...]
    places: int
    granted: tuple[RequestValues, ...]
    waiting: tuple[RequestValues, ...]


def collect(facts: MeetingFacts, options: Options) -> RegisterValues:
    """Return the register as it is stored: nobody is granted a place here. Withdrawn requests are left out."""
    language = options.language
    granted = sorted(
        ((number, one) for one in facts.roster.requests if is_granted(one) for number in one.place_numbers),
        key=lambda pair: pair[0],
    )
    waiting = sorted(
        (one for one in facts.roster.requests if one.withdrawn_at is None and one.place_number is None), key=queue_key
    )
    return RegisterValues(
        frame=surroundings(facts, options, title=gettext("Register of observers"), blocked_by=BLOCKED_BY),
        as_of=options.as_of,
        zone=zone_time(facts.roster.zone, language),
        points=open_points(facts, BLOCKED_BY, options),
        places=facts.roster.observer_places,
        granted=tuple(_request(facts, one, number, language) for number, one in granted),
        waiting=tuple(_request(facts, one, position, language) for position, one in enumerate(waiting, 1)),
    )


def render(values: RegisterValues) -> bytes:
    """Return the register as PDF."""
    return document_pdf(list(_blocks(values)), values.frame)


def render_csv(values: RegisterValues) -> bytes:
    """Return the register as CSV, granted before waiting."""
    return csv_bytes(_sheet(values))


def render_xlsx(values: RegisterValues) -> bytes:
    """Return the register as XLSX, granted before waiting."""
    return xlsx_bytes(_sheet(values), as_of=values.as_of)


def _request(facts: MeetingFacts, request: RequestFacts, number: int, language: str) -> RequestValues:
    entity = entity_of(facts, request.delegation)
    return RequestValues(
        number=number,
        code=entity.code,
        delegation=entity_name(entity, language),
        contact=request.contact_name,
        email=request.contact_email,
        received=moment(request.received_at, facts.roster.zone, language),
        received_wall=local(request.received_at, facts.roster.zone).replace(microsecond=0),
        remark=request.note,
    )


def _sheet(values: RegisterValues) -> Sheet:
    headings = (
        gettext("Granted or waiting"),
        pgettext("observer", "Place"),
        pgettext("waiting list", "Position"),
        gettext("Code"),
        gettext("Delegation"),
        gettext("Contact"),
        gettext("E-mail"),
        gettext("Received (%(zone)s)") % {"zone": values.zone},
        gettext("Remark"),
    )
    granted = ((pgettext("observer place", "granted"), one.number, None, *_cells(one)) for one in values.granted)
    waiting = ((pgettext("request", "waiting"), None, one.number, *_cells(one)) for one in values.waiting)
    return Sheet(title=gettext("Register of observers"), headings=headings, rows=(*granted, *waiting))


def _cells(one: RequestValues) -> tuple[str | datetime, ...]:
    return (one.code, one.delegation, one.contact, one.email, one.received_wall, one.remark)


def _blocks(values: RegisterValues) -> Iterator[Block]:
    free = max(values.places - len(values.granted), 0)
    yield Title(text=gettext("Register of observers"))
    yield from notice(values.points)
    yield KeyFacts(
        items=(
            (gettext("Observer places"), str(values.places)),
            (pgettext("observer places", "Granted"), str(len(values.granted))),
            (pgettext("observer places", "Free"), str(free)),
            (pgettext("observers", "Waiting"), str(len(values.waiting))),
        )
    )
    yield Paragraph(text=note(gettext("Times received are in %(zone)s.") % {"zone": values.zone}))
    yield Heading(text=gettext("Places granted"))
    yield _listing(values.granted, pgettext("observer", "Place"), gettext("No place has been granted yet."))
    yield Heading(text=gettext("Waiting list"))
    if values.waiting:
        count = len(values.waiting)
        sentence = ngettext(
            "%(count)s request waits; places go in the order in which the requests were received.",
            "%(count)s requests wait; places go in the order in which the requests were received.",
            count,
        )
        yield Paragraph(text=sentence % {"count": count})
    yield _listing(values.waiting, pgettext("waiting list", "Position"), gettext("Nobody is waiting."))


def _listing(requests: tuple[RequestValues, ...], number: str, otherwise: str) -> Block:
    if not requests:
        return Paragraph(text=otherwise)
    return Table(
        header=(number, gettext("Delegation"), gettext("Contact"), pgettext("request", "Received")),
        rows=tuple(
            (str(one.number), bold(one.delegation), "\n".join(filter(None, (one.contact, one.email))), one.received)
            for one in requests
        ),
        column_widths=(1.4, 5.4, 5.4, 4),
        is_wide=True,
    )


DOCUMENT = Document(
    slug="observers",
    title=phrase("Register of observers"),
    collect=collect,
    render=render,
    blocked_by=BLOCKED_BY,
    blocks=_blocks,
    needs="manage_observers",
)
CSV_SHEET = Document(
    slug="observers-csv",
    title=phrase("Register of observers, as CSV"),
    collect=collect,
    render=render_csv,
    content_type=CSV,
    papers=(),
    needs="manage_observers",
)
XLSX_SHEET = Document(
    slug="observers-xlsx",
    title=phrase("Register of observers, as a spreadsheet"),
    collect=collect,
    render=render_xlsx,
    content_type=XLSX,
    papers=(),
    needs="manage_observers",
)
