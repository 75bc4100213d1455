"""What is wished when a principal changes, and the tables of what follows from it."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property

from events.domain.findings import Label
from meetingplanner.languages import phrase
from participants.domain.texts import Texts
from participants.domain.values import DelegateFacts

WAYS: dict[str, str] = {
    "member": phrase("Another member of the delegation takes the place"),
    "new": phrase("Somebody new takes the place"),
    "withdraw": phrase("Nobody takes the place yet"),
    "rank": phrase("The same person has another rank, title or form of address"),
}
# What becomes of the one who is replaced.
FORMER: dict[str, str] = {"withdrawn": phrase("leaves the delegation"), "adviser": phrase("stays as adviser")}

GROUPS: dict[str, str] = {
    "warnings": phrase("Look at this first"),
    "people": phrase("In the delegation"),
    "address": phrase("Form of address and title"),
    "speaking": phrase("Who speaks, and in which order"),
    "presiding": phrase("Who presides and sits on the podium"),
    "texts": phrase("Texts that name the person or the title"),
    "paper": phrase("Plates, badge and seat"),
    "arrangements": phrase("Arrival, run of show and calendar"),
    "telling": phrase("Who is to be told"),
}


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of consequence and the group it stands in. What is no choice follows from the others by itself.

    `is_list`: what stands before and after are lists in their order. `has_after`: something becomes something else.
    """

    code: str
    label: str
    group: str
    is_choice: bool = False
    is_text: bool = False
    is_list: bool = False
    has_after: bool = True


KINDS: dict[str, Kind] = {
    kind.code: kind
    for kind in (
        Kind(code="lower_presides", label=phrase("Presides with a lower rank"), group="warnings"),
        Kind(code="speaks_twice", has_after=False, label=phrase("Speaks twice in one item"), group="warnings"),
        Kind(code="no_form", has_after=False, label=phrase("Without Mr. or Ms."), group="warnings"),
        Kind(code="person", label=phrase("Who takes the place"), group="people"),
        Kind(code="former", label=phrase("Who held it"), group="people"),
        Kind(code="head", label=phrase("Head of delegation"), group="people"),
        Kind(code="to_follow", label=phrase("Name to follow"), group="people"),
        Kind(code="adviser", has_after=False, label=phrase("Came with the principal and stays"), group="people"),
        Kind(code="address", label=phrase("Form of address and title"), group="address"),
        Kind(code="speech", label=phrase("Speech"), group="speaking"),
        Kind(code="speech_given", has_after=False, label=phrase("Speech given already"), group="speaking"),
        Kind(code="order", is_list=True, label=phrase("Order of speakers"), group="speaking", is_choice=True),
        Kind(code="order_kept", has_after=False, label=phrase("Order left alone"), group="speaking"),
        Kind(code="chair", is_list=True, label=phrase("Who presides"), group="presiding", is_choice=True),
        Kind(code="podium", is_list=True, label=phrase("Podium"), group="presiding", is_choice=True),
        Kind(code="title", label=phrase("Title"), group="texts", is_choice=True, is_text=True),
        Kind(code="description", label=phrase("Description"), group="texts", is_choice=True, is_text=True),
        Kind(code="capacity", label=phrase("Capacity of the speaker"), group="texts", is_choice=True, is_text=True),
        Kind(code="script", label=phrase("Line of the run of show"), group="texts", is_choice=True, is_text=True),
        Kind(code="plate", label=phrase("Podium plate"), group="paper"),
        Kind(code="badge", label=phrase("Badge"), group="paper"),
        Kind(code="seat", has_after=False, label=phrase("Seat and table plate"), group="paper"),
        Kind(code="arrival", label=phrase("Arrival taken over"), group="arrangements", is_choice=True),
        Kind(code="arrival_cleared", label=phrase("Arrival removed"), group="arrangements"),
        Kind(code="run_of_show", has_after=False, label=phrase("Run of show"), group="arrangements"),
        Kind(code="entry", has_after=False, label=phrase("Calendar entry"), group="arrangements"),
        Kind(code="told", has_after=False, label=phrase("To be told"), group="telling"),
    )
}

# A name as it is, a text by language, or a word to translate.
Words = str | Texts | Label


@dataclass(frozen=True, kw_only=True)
class Substitution:
    """What is wished for `delegate`, by one of WAYS; uuids.

    `by` is the member who takes the place. `person` is the somebody new, or the same person with the new rank and
    title. `former` is a row of FORMER; where nobody takes the place, `is_to_follow` keeps the speeches for a name.
    """

    way: str
    delegate: str
    by: str = ""
    person: DelegateFacts | None = None
    former: str = "withdrawn"
    is_to_follow: bool = True


@dataclass(frozen=True, kw_only=True)
class Consequence:
    """One thing that follows: its row of KINDS, what it is about, how it is now and would be, as words or texts.

    `subject` is the uuid of the row that changes and `version` its version; `field` and `language` name the text.
    `order` are the uuids of a list as it would be. `is_wanted` tells whether a choice is ticked at first; `remark` is
    a sentence to translate; `email` is that of who is to be told.
    """

    kind: str
    subject: str = ""
    field: str = ""
    language: str = ""
    version: int = 0
    about: Words = ""
    before: tuple[Words, ...] = ()
    after: tuple[Words, ...] = ()
    order: tuple[str, ...] = ()
    remark: str = ""
    email: str = ""
    is_wanted: bool = True

    @cached_property
    def key(self) -> str:
        """What the row is called in a form."""
        return "-".join(part for part in (self.kind, self.field, self.language, self.subject) if part)

    @cached_property
    def fingerprint(self) -> str:
        """Twelve figures that differ when anything of the row does, the version of what it concerns included."""
        text = json.dumps(asdict(self), sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    @property
    def is_choice(self) -> bool:
        """Whether staff may leave it as it is."""
        return KINDS[self.kind].is_choice


@dataclass(frozen=True, kw_only=True)
class Consequences:
    """All that follows, in the order of KINDS and then of the programme.

    `person` is who has the place afterwards; `leaves` tells that who held it is in the delegation no more.
    """

    rows: tuple[Consequence, ...]
    person: DelegateFacts | None
    leaves: bool

    @cached_property
    def seen(self) -> dict[str, str]:
        """The fingerprint of each row by its key: what a page says it showed."""
        return {row.key: row.fingerprint for row in self.rows}

    def of(self, *kinds: str) -> Iterator[Consequence]:
        """Yield the rows of these kinds."""
        return (row for row in self.rows if row.kind in kinds)
