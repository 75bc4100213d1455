"""Findings as values: what is wrong, with what fills the sentence and where to put it right."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from events.domain.finding_kinds import FINDING_KINDS, PRINTS
from events.domain.timing import whole_minutes
from participants.domain.dates import clock_in_sentence_text, day_text
from participants.domain.names import NBSP
from participants.domain.prose import joined
from participants.domain.texts import text_in

# More names than these are counted, not read: a finding is a sentence, the list is on the page it leads to.
NAMES_SHOWN = 8


@dataclass(frozen=True, kw_only=True)
class Label:
    """A value that is a phrase of a table, to be translated where the sentence is shown; `values` fill its places."""

    text: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Cure:
    """Where it is put right: the name of a page and its arguments."""

    page: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that is wrong: `values` fill the kind's sentence, `cure` is where to put it right.

    Values are texts in several languages, phrases (Label), names and numbers as they stand, wall clocks, days, lengths
    of time, or tuples of those.
    """

    kind: str
    values: Mapping[str, Any]
    cure: Cure

    @property
    def severity(self) -> str:
        """How bad it is: a row of events.domain.items.SEVERITIES."""
        return FINDING_KINDS[self.kind].severity

    @property
    def sentence(self) -> str:
        """The sentence to translate, with the places of `values`."""
        return FINDING_KINDS[self.kind].sentence

    @property
    def spoils(self) -> tuple[str, ...]:
        """The slugs of PRINTS that it would spoil, none where it touches the meeting and not a print."""
        return FINDING_KINDS[self.kind].spoils


def values_in(finding: Finding, language: str, *, translate: Callable[[str], str] = str) -> dict[str, str]:
    """Return the values as words in `language`, and under "documents" the names of what would be spoilt.

    `translate` gives the words of a phrase. A tuple is a list in a sentence; of one longer than NAMES_SHOWN the first
    are named, followed by "…".
    """
    documents = tuple(Label(text=PRINTS[slug]) for slug in finding.spoils)
    values = {"documents": documents, **finding.values}
    return {name: _words(value, language, translate) for name, value in values.items()}


def _words(value: Any, language: str, translate: Callable[[str], str]) -> str:
    if isinstance(value, Label):
        return translate(value.text) % value.values if value.values else translate(value.text)
    if isinstance(value, Mapping):
        return text_in(value, language)
    if isinstance(value, datetime):
        return clock_in_sentence_text(value, language)
    if isinstance(value, date):
        return day_text(value, language, has_weekday=True)
    if isinstance(value, timedelta):
        return _length(value)
    if isinstance(value, tuple):
        words = [_words(one, language, translate) for one in value]
        is_long = len(words) > NAMES_SHOWN
        return ", ".join([*words[:NAMES_SHOWN], "…"]) if is_long else joined(words, language)
    return str(value)


def _length(length: timedelta) -> str:
    hours, minutes = divmod(whole_minutes(length), 60)
    parts = [f"{hours}{NBSP}h"] if hours else []
    return NBSP.join([*parts, f"{minutes}{NBSP}min"] if minutes or not hours else parts)
