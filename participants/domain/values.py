"""The participants' facts as plain values: what a meeting knows of who attends, resolved for its day."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from meetingplanner.languages import USUAL_LANGUAGES
from participants.domain.texts import Texts


@dataclass(frozen=True, kw_only=True)
class EntityFacts:
    """A State, organisation or UN body under the names and the status it has on the meeting's day.

    `names` is the list form ("Mali", "Mali"), `prose` the form with article ("the Niger", "le Niger"), `formal` the
    full name, `short` what plates and plans carry, all by language. `sort_keys` are the stored UN keys by language.
    `status` is one of participants.domain.protocol.STATUSES. `organ_of` is the code of the entity it speaks through.
    """

    code: str
    kind: str
    status: str
    names: Texts
    prose: Texts
    formal: Texts
    short: Texts
    sort_keys: Texts
    abbreviations: Texts = field(default_factory=dict)
    gender_fr: str = ""
    organ_of: str = ""
    is_local: bool = False


@dataclass(frozen=True, kw_only=True)
class DelegateFacts:
    """One member of a delegation, as this meeting writes the name; `is_placeholder` when nobody is named yet.

    `style` is one of participants.domain.names.STYLES; `style_text` the words of a style of its own ("His Eminence").
    `role` is head, alternate or adviser; `rank` a code of participants.domain.ranks.RANKS; `organ` an entity code.
    """

    uuid: str
    version: int
    delegation: str
    role: str
    rank: str
    style: str = "automatic"
    style_text: Texts = field(default_factory=dict)
    gender: str = ""
    given_names: str = ""
    family_name: str = ""
    is_family_name_first: bool = False
    function: Texts = field(default_factory=dict)
    capacity: Texts = field(default_factory=dict)
    organ: str = ""
    language: str = ""
    access_needs: str = ""
    email: str = ""
    position: int = 0
    is_placeholder: bool = False
    is_present: bool = False
    is_withdrawn: bool = False
    registry_name: str = ""
    registry_title: Texts = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class InvitationFacts:
    """One ground on which a delegation is invited; `organ` is the body that acts, `position` its place there."""

    ground: str
    organ: str = ""
    position: int = 0
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class DelegationFacts:
    """An entity's delegation to this meeting; delegates in their order, head first; grounds in the table's order."""

    uuid: str
    version: int
    entity: str
    status: str
    invitations: tuple[InvitationFacts, ...]
    delegates: tuple[DelegateFacts, ...] = ()
    places_at_table: int = 1
    places_behind: int = 1
    level_announced: str = ""
    is_name_to_follow: bool = False
    reply_channel: str = ""
    received_at: datetime | None = None
    contact_name: str = ""
    contact_email: str = ""
    note: str = ""
    language: str = ""
    wants_floor: bool = False
    on_behalf_of: str = ""
    status_changed_at: datetime | None = None
    released_at: datetime | None = None
    released_places: int = 0

    @cached_property
    def grounds(self) -> tuple[str, ...]:
        """The codes of the grounds, in the table's order."""
        return tuple(invitation.ground for invitation in self.invitations)


@dataclass(frozen=True, kw_only=True)
class RequestFacts:
    """One wish of a delegation for observer places: granted when it has a place number, else waiting.

    `further_numbers` are the places beyond its first, in the order granted; `most_places` is a maximum of its own;
    `line` its place in the order that staff made, before all requests without one.
    """

    uuid: str
    version: int
    delegation: str
    received_at: datetime
    place_number: int | None = None
    further_numbers: tuple[int, ...] = ()
    places_asked: int = 1
    most_places: int | None = None
    line: int | None = None
    withdrawn_at: datetime | None = None
    contact_name: str = ""
    contact_email: str = ""
    note: str = ""
    language: str = ""
    is_public: bool = False

    @property
    def place_numbers(self) -> tuple[int, ...]:
        """The places it holds, in the order in which they were granted."""
        return () if self.place_number is None else (self.place_number, *self.further_numbers)


@dataclass(frozen=True, kw_only=True)
class DeskFacts:
    """The terms on which delegations answer and observers are registered.

    `registration` is closed, open or timed (by opens_at, closes_at). `most_places` holds for one delegation,
    `reserve_places` stay free; second places are given once the form closed by time or `seconds_released_at` is past;
    places that invited delegations have not answered for are released at `release_at`, the waiting list ends at
    `lapse_at`, and after `cutoff_at` every grant waits for a person. Links lead somewhere until `links_end_at`.
    """

    registration: str = "closed"
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    seconds_released_at: datetime | None = None
    release_at: datetime | None = None
    lapse_at: datetime | None = None
    cutoff_at: datetime | None = None
    most_places: int = 1
    reserve_places: int = 0
    is_position_shown: bool = True
    links_end_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class GroupFacts:
    """A dated group's members on the meeting's day, in the group's own order; `ground` is the ground it serves."""

    code: str
    names: Texts
    ground: str
    members: tuple[str, ...]
    is_complete: bool = True


@dataclass(frozen=True, kw_only=True)
class RosterFacts:
    """Who attends one meeting. Delegations in order of entity code; entities hold every code that is named anywhere.

    `document_languages` are those the meeting prints in, in the order of LANGUAGES.
    """

    slug: str
    uuid: str
    version: int
    first_on: str
    zone: str
    observer_places: int
    changed_at: datetime
    entities: tuple[EntityFacts, ...]
    delegations: tuple[DelegationFacts, ...]
    requests: tuple[RequestFacts, ...]
    groups: tuple[GroupFacts, ...]
    document_languages: tuple[str, ...] = USUAL_LANGUAGES
    desk: DeskFacts = field(default_factory=DeskFacts)
