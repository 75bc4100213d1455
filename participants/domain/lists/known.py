"""What a file is judged against: the roster, the directory under all its names, and the words of choices."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from participants.domain.names import fold
from participants.domain.texts import text_in
from participants.domain.values import DelegationFacts, EntityFacts, RosterFacts

NEAREST, LEAST_ALIKE = 3, 0.6
# Looking for what is nearest takes a while; a file with more names unknown than that is another list altogether.
MOST_LOOKED_UP = 150


@dataclass(frozen=True, kw_only=True)
class Naming:
    """One way in which an entity, by its code, is called: the words, and whether they are its name on the day."""

    entity: str
    words: str
    is_of_day: bool = False


@dataclass(frozen=True, kw_only=True)
class Known:
    """`directory` are the entities that the meeting can choose, organs included; `namings` what they are called.

    `words` has by table of choices, and there by folded word, the code that it stands for; `labels` by table and code
    how it is written in `language`, the reader's. `now` is the instant of judging.
    """

    facts: RosterFacts
    directory: tuple[EntityFacts, ...]
    namings: tuple[Naming, ...]
    words: Mapping[str, Mapping[str, str]]
    labels: Mapping[str, Mapping[str, str]]
    language: str
    now: datetime
    _looked_up: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def entities(self) -> dict[str, EntityFacts]:
        """The entities of the directory and of the roster by code."""
        return {one.code: one for one in (*self.directory, *self.facts.entities)}

    @cached_property
    def delegations(self) -> dict[str, DelegationFacts]:
        """The delegations of the roster by the code of their entity."""
        return {one.entity: one for one in self.facts.delegations}

    @cached_property
    def _by_name(self) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
        of_day: dict[str, set[str]] = {}
        ever: dict[str, set[str]] = {}
        for one in self.namings:
            for target in (of_day, ever) if one.is_of_day else (ever,):
                target.setdefault(fold(one.words), set()).add(one.entity)
        return of_day, ever

    @cached_property
    def _by_code(self) -> dict[str, str]:
        chosen = [one for one in self.directory if one.kind != "organ"]
        return {one.code.casefold(): one.code for one in chosen} | {
            one.entity.casefold(): one.entity for one in self.facts.delegations
        }

    def entity_of_code(self, text: str) -> str:
        """Return the code of the entity that has this code, in whatever case; "" if none has."""
        return self._by_code.get(text.casefold(), "")

    def entities_of_name(self, text: str) -> set[str]:
        """Return the codes of those called so, on the day before any other day; also by their code."""
        key = fold(text)
        of_day, ever = self._by_name
        code = self.entity_of_code(text)
        return of_day.get(key) or ever.get(key) or ({code} if code else set())

    def nearest(self, text: str) -> tuple[str, ...]:
        """Return the names, in the reader's language, of the entities whose names are most like `text`, nearest first.

        Those that have all its words go first. () when nothing is alike, or after very many look-ups.
        """
        key = fold(text)
        if key not in self._looked_up:
            is_too_much = len(self._looked_up) >= MOST_LOOKED_UP
            self._looked_up[key] = () if is_too_much or not key else self._nearest(key)
        return self._looked_up[key]

    def _nearest(self, key: str) -> tuple[str, ...]:
        ever = self._by_name[1]
        words = set(key.split())
        names = [name for name in ever if words <= set(name.split())][:NEAREST]
        names += difflib.get_close_matches(key, ever, n=2 * NEAREST, cutoff=LEAST_ALIKE)
        codes = dict.fromkeys(code for name in names for code in sorted(ever[name]))
        return tuple(self.name_of(code) for code in list(codes)[:NEAREST])

    def name_of(self, code: str) -> str:
        """Return the name in lists of an entity in the reader's language, its code when it has none."""
        entity = self.entities.get(code)
        return (entity and text_in(entity.names, self.language)) or code

    def organs_of(self, entity: str) -> tuple[EntityFacts, ...]:
        """Return the organs that may act for an entity."""
        return tuple(one for one in self.directory if one.kind == "organ" and one.organ_of == entity)


def words_of(tables: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Return by folded word the code it stands for, from labels by code in several languages; the first one has it."""
    found: dict[str, str] = {}
    for table in tables:
        for code, label in table.items():
            for word in (label, code):
                found.setdefault(fold(word), code)
    found.pop("", None)
    return found
