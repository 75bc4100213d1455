"""Which issue a print is of, and with which one it compares the meeting."""

from dataclasses import dataclass, field
from datetime import datetime

from events.domain.facts import MeetingFacts

# Where the code of a print leads: the token follows.
PATH = "/p/"


@dataclass(frozen=True, kw_only=True)
class Edition:
    """The revision that a print belongs to: `number` 0 is the base, n is Rev.n; `standing` is provisional or final.

    `supersedes_at` is when the revision before was issued, None for the base. `token` is what the print's code points
    at, "" for a print that carries none. `is_late`: made from what was issued, after it was.
    """

    number: int
    standing: str
    issued_at: datetime
    supersedes_at: datetime | None = None
    token: str = ""
    is_late: bool = False


@dataclass(frozen=True, kw_only=True)
class LastIssue:
    """What a print compares the meeting with: the revision `number`, when it was issued, and its facts.

    The facts of a revision never change, so two are equal by its number and instant.
    """

    number: int
    issued_at: datetime
    facts: MeetingFacts = field(repr=False, compare=False)
