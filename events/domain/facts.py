"""The facts of a whole meeting as one frozen value; every document, page and calendar is derived from it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from events.domain.items import SEVERITIES
from participants.domain.attendance import expected_delegations, present_delegations
from participants.domain.texts import Texts
from participants.domain.values import DelegateFacts, DelegationFacts, EntityFacts, RosterFacts


@dataclass(frozen=True, kw_only=True)
class EntryFacts:
    """The calendar identity of a meeting, segment or item: uuid, sequence (from 0) and the instant it last changed."""

    uuid: str
    sequence: int
    changed_at: datetime
    created_at: datetime


@dataclass(frozen=True, kw_only=True)
class SpeechFacts:
    """One intervention; `delegate` is empty while the name is to follow. Wall clocks are naive, in the meeting's zone.

    `delegation` and `delegate` are uuids, `group` the code of the group that it is made for.
    """

    uuid: str
    version: int
    position: int
    delegation: str
    delegate: str = ""
    capacity: Texts = field(default_factory=dict)
    on_behalf_of: Texts = field(default_factory=dict)
    group: str = ""
    planned_minutes: int | None = None
    requested_at: datetime | None = None
    language: str = ""
    is_text_received: bool = False
    actual_start: datetime | None = None
    actual_end: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class OrderFacts:
    """How an item's speakers were put into order: a row of ORDER_SCHEMES, and who decided it, when and why."""

    scheme: str
    why: str = ""
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class ItemFacts:
    """One item of the programme; `kind` is a row of ITEM_KINDS, `press` of PRESS or empty while nobody decided.

    An item without duration takes what remains of its segment. `limit_seconds` is the length of each speech that has
    no minutes of its own; without it that of the kind of item counts. `order` is None while nobody put the speakers
    into one.
    """

    uuid: str
    version: int
    position: int
    kind: str
    title: Texts
    entry: EntryFacts
    description: Texts = field(default_factory=dict)
    fixed_start: datetime | None = None
    fixed_end: datetime | None = None
    duration_minutes: int | None = None
    limit_seconds: int | None = None
    order: OrderFacts | None = None
    press: str = ""
    actual_start: datetime | None = None
    actual_end: datetime | None = None
    speeches: tuple[SpeechFacts, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GivenFacts:
    """A place, by zone and number, given to a delegation (uuid) in a plan that is kept; nothing moves one pinned."""

    zone: str
    number: int
    delegation: str
    is_pinned: bool = False


@dataclass(frozen=True, kw_only=True)
class InterpreterFacts:
    """Where the interpreter of a delegate (uuid) on the podium sits: a row of INTERPRETERS."""

    delegate: str
    place: str


@dataclass(frozen=True, kw_only=True)
class SegmentFacts:
    """A part of the meeting with its own chairs and podium (delegate uuids; the podium's first is the centre).

    `departed` are delegates who were to preside or to sit on the podium and have left their delegation since; they are
    in neither list any more. `seating_by_hand` are the delegations (uuids) in the secretariat's own order, those too
    that do not come; () while there is none. `given` are the places of a plan that is kept.
    """

    uuid: str
    version: int
    position: int
    title: Texts
    entry: EntryFacts
    start: datetime | None = None
    end: datetime | None = None
    handover_seconds: int = 30
    chairs: tuple[str, ...] = ()
    podium: tuple[str, ...] = ()
    departed: tuple[str, ...] = ()
    items: tuple[ItemFacts, ...] = ()
    seating_scheme: str = "alphabetical"
    seating_language: str = "en"
    drawn_state: str = ""
    is_seating_kept: bool = False
    given: tuple[GivenFacts, ...] = ()
    is_seating_mixed: bool = False
    seating_rank_scheme: str = ""
    seating_by_hand: tuple[str, ...] = ()
    interpreters: tuple[InterpreterFacts, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ObjectiveFacts:
    """One objective of the meeting; the summary has a heading for each, in this order."""

    uuid: str
    position: int
    text: Texts


@dataclass(frozen=True, kw_only=True)
class ReferenceDocumentFacts:
    """A document the meeting refers to, with its symbol as printed ("S/2017/271"; empty where it has none)."""

    symbol: str
    title: Texts
    dated_on: str = ""


@dataclass(frozen=True, kw_only=True)
class EarlierMeetingFacts:
    """An earlier meeting of the series; `held_on` is an ISO date."""

    held_on: str
    title: Texts


@dataclass(frozen=True, kw_only=True)
class ParagraphFacts:
    """One block of the concept note: kind is title, heading or paragraph; deletions are marked `[-1|words-]`."""

    uuid: str
    version: int
    position: int
    kind: str
    number: str
    text: Texts


@dataclass(frozen=True, kw_only=True)
class DeletionFacts:
    """A pending deletion of the concept note, by its number in the text: pending, accepted or rejected."""

    number: int
    decision: str


@dataclass(frozen=True, kw_only=True)
class OpenPointFacts:
    """Something the office must settle; `blocks` are among time, seats, text, person while it is not resolved."""

    uuid: str
    version: int
    code: str
    severity: str
    where: Texts
    finding: Texts
    proposal: Texts
    blocks: tuple[str, ...]
    resolved_at: datetime | None = None
    resolved_by: str = ""
    resolution: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody has settled it yet."""
        return self.resolved_at is None


@dataclass(frozen=True, kw_only=True)
class ArrivalFacts:
    """How one principal comes and goes: `delegate` and `leaves_after` (an item) are uuids, `arrives` a wall clock."""

    uuid: str
    version: int
    delegate: str
    arrives: datetime | None = None
    entrance: str = ""
    holding_room: str = ""
    escort: str = ""
    leaves_after: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ScriptLineFacts:
    """A line of the chairs' script as staff wrote it, in place of the words `made_from`; an empty `text` leaves it out.

    `subject` is the uuid of a segment, item or speech, `place` names the line among those of its subject.
    """

    uuid: str
    version: int
    subject: str
    place: str
    language: str
    text: str
    made_from: str


@dataclass(frozen=True, kw_only=True)
class SeatFacts:
    """One seat: millimetres from the room's upper left corner as seen from the hall, angle in degrees clockwise."""

    label: str
    zone: str
    row: str
    side: str
    x_mm: int
    y_mm: int
    angle: int = 0
    place: int | None = None
    is_accessible: bool = False
    is_removable: bool = False
    is_blocked: bool = False


@dataclass(frozen=True, kw_only=True)
class PlaceFacts:
    """A principal's seat with the seats behind it, numbered in walking order inside its zone."""

    zone: str
    number: int
    seat: str
    behind: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RoomFacts:
    """The meeting's own copy of a room; `is_approximate` when its plan was not measured."""

    names: Texts
    building: Texts
    city: Texts
    width_mm: int
    depth_mm: int
    is_approximate: bool
    seats: tuple[SeatFacts, ...]
    places: tuple[PlaceFacts, ...]


@dataclass(frozen=True, kw_only=True)
class MeetingFacts:
    """One meeting, whole; withdrawn segments, items and speeches are left out.

    `start`, `end`, `reply_deadline` and `interpretation_end` are wall clocks: naive datetimes in `roster.zone`, whose
    fold tells which of two is meant. `organisers` are entity codes in protocol order, `outcome` is summary,
    conclusions or none; `kind` is a row of MEETING_KINDS.
    """

    roster: RosterFacts
    title: Texts
    short_title: Texts
    entry: EntryFacts
    level: str
    start: datetime
    end: datetime
    in_margins_of: Texts
    languages: tuple[str, ...]
    reference: str
    contact_name: str
    contact_email: str
    contact_phone: str
    reply_deadline: datetime | None
    outcome: str
    organisers: tuple[str, ...]
    secretariat_seats: int
    press_seats: int
    reserve_seats: int
    segments: tuple[SegmentFacts, ...]
    objectives: tuple[ObjectiveFacts, ...]
    reference_documents: tuple[ReferenceDocumentFacts, ...]
    earlier_meetings: tuple[EarlierMeetingFacts, ...]
    paragraphs: tuple[ParagraphFacts, ...]
    deletions: tuple[DeletionFacts, ...]
    open_points: tuple[OpenPointFacts, ...]
    room: RoomFacts | None
    interpretation_end: datetime | None = None
    kind: str = "conference"
    is_programme_public: bool = False
    arrivals: tuple[ArrivalFacts, ...] = ()
    script_lines: tuple[ScriptLineFacts, ...] = ()

    @cached_property
    def entities(self) -> dict[str, EntityFacts]:
        """Every entity named anywhere in the meeting, by code."""
        return {entity.code: entity for entity in self.roster.entities}

    @cached_property
    def delegations(self) -> dict[str, DelegationFacts]:
        """Every delegation, by uuid, in order of entity code."""
        return {delegation.uuid: delegation for delegation in self.roster.delegations}

    @cached_property
    def delegates(self) -> dict[str, DelegateFacts]:
        """Every delegate, the withdrawn ones too, by uuid."""
        return {one.uuid: one for delegation in self.roster.delegations for one in delegation.delegates}

    @cached_property
    def items(self) -> dict[str, ItemFacts]:
        """Every item of the programme, by uuid, in its order."""
        return {item.uuid: item for segment in self.segments for item in segment.items}

    @cached_property
    def coming(self) -> frozenset[str]:
        """The uuids of the delegations that are expected, or of which somebody is ticked present all the same."""
        found = (*expected_delegations(self.roster), *present_delegations(self.roster))
        return frozenset(delegation.uuid for delegation in found)

    def blocked(self, subject: str) -> tuple[OpenPointFacts, ...]:
        """Return the open points that still block `subject` (time, seats, text or person), in their order."""
        return tuple(point for point in self.open_points if point.is_open and subject in point.blocks)

    def blocking(self, subjects: Iterable[str]) -> tuple[OpenPointFacts, ...]:
        """Return the open points that block any of `subjects`, each once, the worst first and then in their order."""
        wanted, worst = set(subjects), list(SEVERITIES)
        found = (point for point in self.open_points if point.is_open and wanted & set(point.blocks))
        return tuple(sorted(found, key=lambda point: worst.index(point.severity)))
