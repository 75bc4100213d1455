"""What a delegation answers behind its link, as one value: whether it comes, who, and what they need."""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

ANSWERS = ("accepted", "tentative", "regrets")


@dataclass(frozen=True, kw_only=True)
class MemberAnswer:
    """One person whom a delegation names, exactly as it writes the name; `uuid` is "" for one who is new.

    `function` is in the language in which the answer was written; `style` "" leaves the form of address as it is.
    """

    family_name: str
    uuid: str = ""
    role: str = "adviser"
    style: str = ""
    gender: str = ""
    given_names: str = ""
    is_family_name_first: bool = False
    function: str = ""
    language: str = ""
    access_needs: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A whole answer. `status` is one of ANSWERS; `language` the one that letters are wanted in."""

    status: str
    language: str
    contact_name: str = ""
    contact_email: str = ""
    on_behalf_of: str = ""
    wants_floor: bool = False
    members: tuple[MemberAnswer, ...] = ()


def to_plain(answer: Answer) -> dict[str, Any]:
    """Return the answer as plain values for JSON."""
    return asdict(answer) | {"members": [asdict(one) for one in answer.members]}


def from_plain(plain: dict[str, Any]) -> Answer:
    """Return the answer that `to_plain` gave."""
    return Answer(**plain | {"members": tuple(MemberAnswer(**one) for one in plain["members"])})


def digest(answer: Answer) -> str:
    """Return what tells this answer from any other: 16 hexadecimal digits."""
    text = json.dumps(to_plain(answer), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
