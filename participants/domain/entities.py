"""An entity's dated names and statuses, resolved for the day of a meeting."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from participants.domain.alphabets import filing_key
from participants.domain.protocol import DEFAULT_STATUSES
from participants.domain.texts import Texts
from participants.domain.values import EntityFacts


class Dated(Protocol):
    """What holds from a first day to a last day that is not included; None leaves that end open."""

    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, kw_only=True)
class NameRow:
    """An entity's names in one language for a span of days."""

    language: str
    list_name: str
    prose: str = ""
    formal: str = ""
    short: str = ""
    abbreviation: str = ""
    sort_key: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, kw_only=True)
class StatusRow:
    """An entity's status, a row of participants.domain.protocol.STATUSES, for a span of days."""

    status: str
    valid_from: date | None = None
    valid_to: date | None = None


Row = TypeVar("Row", bound=Dated)


def is_valid_on(row: Dated, on: date) -> bool:
    """Return whether the row holds on that day: its first day is included, its last is not."""
    return (row.valid_from is None or row.valid_from <= on) and (row.valid_to is None or on < row.valid_to)


def valid_row(rows: Iterable[Row], on: date) -> Row | None:
    """Return the row that holds on that day, the one that began last where several do, None where none does."""
    return max((row for row in rows if is_valid_on(row, on)), key=lambda row: row.valid_from or date.min, default=None)


def names_on(rows: Iterable[NameRow], on: date) -> dict[str, NameRow]:
    """Return the row of each language that holds on that day, by language A-Z; a language without one is absent."""
    by_language: dict[str, list[NameRow]] = {}
    for row in rows:
        by_language.setdefault(row.language, []).append(row)
    found = {language: valid_row(by_language[language], on) for language in sorted(by_language)}
    return {language: row for language, row in found.items() if row}


def resolve(
    *,
    code: str,
    kind: str,
    names: Iterable[NameRow],
    statuses: Iterable[StatusRow],
    on: date,
    gender_fr: str = "",
    organ_of: str = "",
    is_local: bool = False,
) -> EntityFacts:
    """Return the entity under the names and the status it has on that day.

    Rows may be any objects with the attributes of NameRow and StatusRow. A language without a name that day is absent
    from the texts, and so is each empty form; but for the short one, for which the name in lists stands in, and the
    sort key, which is made from it. Without a status that day the entity has the one of its kind (DEFAULT_STATUSES).
    """
    rows = names_on(names, on)
    status = valid_row(statuses, on)
    return EntityFacts(
        code=code,
        kind=kind,
        status=status.status if status else DEFAULT_STATUSES[kind],
        names={language: row.list_name for language, row in rows.items()},
        prose=_texts(rows, "prose"),
        formal=_texts(rows, "formal"),
        short={language: row.short or row.list_name for language, row in rows.items()},
        abbreviations=_texts(rows, "abbreviation"),
        sort_keys={language: row.sort_key or filing_key(row.list_name, language) for language, row in rows.items()},
        gender_fr=gender_fr,
        organ_of=organ_of,
        is_local=is_local,
    )


def _texts(rows: dict[str, NameRow], form: str) -> Texts:
    return {language: getattr(row, form) for language, row in rows.items() if getattr(row, form)}
