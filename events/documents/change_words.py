"""Differences between two states of a meeting as sentences: what was decided, and which times moved with it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext, override

from events.documents.change_fields import FIELDS
from events.documents.change_names import Side
from events.documents.change_times import ends, moved, moved_too
from events.documents.kind_words import said_to
from events.documents.participants import role_words
from events.domain.comparing.values import ADDED, MOVED, SHIFTED, WITHDRAWN, Change
from events.domain.facts import MeetingFacts
from meetingplanner.languages import phrase
from participants.domain.prose import listed, sentences, spaced, stopped

ARRIVED: dict[str, str] = {
    "segment": phrase("Added: %(thing)s."),
    "item": phrase("Added: %(thing)s, at %(time)s."),
    "speech": phrase("Added as a speaker in %(item)s: %(thing)s."),
    "delegation": phrase("Added: the delegation %(of_delegation)s."),
    "delegate": phrase("Added to the delegation %(of_delegation)s: %(thing)s."),
    "request": phrase("Observer registered: %(thing)s."),
    "waiting": phrase("On the waiting list of observers: %(thing)s."),
    "objective": phrase("Added: %(thing)s."),
    "paragraph": phrase("Added: %(thing)s."),
    "arrival": phrase("Arrival arranged: %(thing)s."),
    "room": phrase("A room was chosen: %(thing)s."),
}
GONE: dict[str, str] = {
    "segment": phrase("Taken out: %(thing)s."),
    "item": phrase("Taken out: %(thing)s."),
    "speech": phrase("No longer a speaker in %(item)s: %(thing)s."),
    "delegation": phrase("Taken out: the delegation %(of_delegation)s."),
    "delegate": phrase("No longer in the delegation %(of_delegation)s: %(thing)s."),
    "request": phrase("No longer registered as observer: %(thing)s."),
    "waiting": phrase("No longer on the waiting list of observers: %(thing)s."),
    "objective": phrase("Taken out: %(thing)s."),
    "paragraph": phrase("Taken out: %(thing)s."),
    "arrival": phrase("Arrival no longer arranged: %(thing)s."),
    "room": phrase("No room any more."),
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """What differs, a sentence each: `substance` was decided, `shifts` are times that moved with others."""

    substance: tuple[str, ...]
    shifts: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.substance or self.shifts)


def told(changes: Iterable[Change], before: MeetingFacts, after: MeetingFacts, language: str) -> Told:
    """Return `changes` between `before` and `after` in `language`, in their order, whatever language is active.

    A speech that only moves with its item is told by what is told of the item.
    """
    changes = tuple(changes)
    with override(language):
        words = _Words(before, after, language, items={one.uuid for one in changes if one.area == "item"})
        found = [(change, words.sentence(change)) for change in changes]
    return Told(
        substance=tuple(dict.fromkeys(text for change, text in found if text and change.what != SHIFTED)),
        shifts=tuple(dict.fromkeys(text for change, text in found if text and change.what == SHIFTED)),
    )


class _Words:
    """The sentences; `items` are the uuids of items of which something is told."""

    def __init__(self, before: MeetingFacts, after: MeetingFacts, language: str, *, items: set[str]) -> None:
        self.before, self.after, self.language = Side(before, language), Side(after, language), language
        self.told_items = items

    def sentence(self, change: Change) -> str:
        """Return the sentence of `change`, "" where another one says it."""
        by_what: dict[str, Callable[[Change], str]] = {
            ADDED: self._came_or_went,
            WITHDRAWN: self._came_or_went,
            MOVED: self._moved,
            SHIFTED: self._shifted,
        }
        own: dict[tuple[str, str], Callable[[Change], str]] = {
            ("item", "fixed_start"): self._fixed,
            ("item", "segment"): self._segment,
            ("speech", "delegate"): self._replaced,
            ("speech", "delegation"): self._taken_over,
            ("delegate", "name"): self._renamed,
            ("delegate", "role"): self._role,
            ("delegation", "seats"): self._seats,
            ("delegation", "behind"): self._seats,
        }
        tell = by_what.get(change.what) or own.get((change.area, change.field), self._field)
        return spaced(tell(change), self.language)

    def _came_or_went(self, change: Change) -> str:
        is_new, area = change.what == ADDED, change.area
        side = self.after if is_new else self.before
        places = {"thing": side.whole(area, change.uuid, change.of)}
        if area == "item" and is_new:
            places["time"] = side.hour(side.starts[change.uuid])
        if area == "speech":
            places["item"] = self.after.item(change.of)
        if area in ("delegate", "delegation"):
            places["of_delegation"] = side.of_delegation(change.of or change.uuid)
        if area == "request" and not side.requests[change.uuid].place_numbers:
            area = "waiting"
        return gettext((ARRIVED if is_new else GONE)[area]) % places

    def _moved(self, change: Change) -> str:
        side, area = self.after, change.area
        places = {"thing": side.name(area, change.uuid, change.of)}
        if change.after:
            places["other"] = side.name(area, change.after, change.of)
        if area == "speech":
            places["item"] = side.item(change.of)
            words = (
                gettext("%(thing)s now speaks after %(other)s in %(item)s")
                if change.after
                else gettext("%(thing)s now speaks first in %(item)s")
            )
        else:
            words = (
                gettext("%(thing)s now comes after %(other)s") if change.after else gettext("%(thing)s now comes first")
            )
        return self._with_times(words % places, change.uuid)

    def _with_times(self, words: str, uuid: str) -> str:
        """Return `words` as a sentence, with the hour where it is another."""
        if uuid not in self.after.starts:
            return stopped(words, self.language)
        return moved_too(words, self.before, self.before.starts[uuid], self.after, self.after.starts[uuid])

    def _shifted(self, change: Change) -> str:
        (start, end), (new_start, new_end) = (
            [datetime.fromisoformat(one) for one in pair] for pair in (change.before, change.after)
        )
        is_moved = self.before.when(start) != self.after.when(new_start)
        if change.area == "item":
            thing = self.after.item(change.uuid)
        elif change.of in self.told_items and new_start - start == self._delta(change.of):
            return ""
        else:
            thing = self.after.speech(change.uuid, change.of)
        if is_moved:
            return moved(thing, self.before, start, self.after, new_start)
        return ends(thing, self.before, end, self.after, new_end)

    def _delta(self, item: str) -> object:
        return self.after.starts[item] - self.before.starts[item]

    def _fixed(self, change: Change) -> str:
        start, new_start = self.before.starts[change.uuid], self.after.starts[change.uuid]
        if self.before.when(start) == self.after.when(new_start):
            return self._field(change)
        return moved(self.after.item(change.uuid), self.before, start, self.after, new_start)

    def _segment(self, change: Change) -> str:
        places = {"thing": self.after.item(change.uuid), "segment": self.after.segment(change.after)}
        return self._with_times(gettext("%(thing)s now belongs to %(segment)s") % places, change.uuid)

    def _replaced(self, change: Change) -> str:
        old, new = self.before.person(change.before), self.after.person(change.after)
        delegation = self.after.speeches[change.uuid].delegation
        places = {"old": old, "new": new, "item": self.after.item(change.of)}
        places |= {"delegation": self.after.delegation(delegation)}
        places |= {"of_delegation": self.after.of_delegation(delegation)}
        if old and new:
            return gettext("%(new)s replaces %(old)s (%(delegation)s, %(item)s).") % places
        if new:
            return gettext("%(new)s will speak on behalf %(of_delegation)s (%(item)s).") % places
        if old:
            return gettext("%(old)s will not speak on behalf %(of_delegation)s (%(item)s).") % places
        return self._without_values(change, gettext("speaker"))

    def _taken_over(self, change: Change) -> str:
        places = {
            "old": self.before.delegation(change.before),
            "new": self.after.delegation(change.after),
            "item": self.after.item(change.of),
        }
        return gettext("%(item)s – speaker: %(new)s (until now: %(old)s).") % places

    def _renamed(self, change: Change) -> str:
        old, new = self.before.person(change.uuid), self.after.person(change.uuid)
        places = {"old": old, "new": new, "delegation": self.after.delegation(change.of)}
        places |= {"of_delegation": self.after.of_delegation(change.of)}
        if old == new:
            return self._without_values(change, gettext("name"))
        if old and new:
            return gettext("%(delegation)s: %(new)s (until now: %(old)s).") % places
        if new:
            return gettext("Named in the delegation %(of_delegation)s: %(new)s.") % places
        return gettext("Name withdrawn in the delegation %(of_delegation)s: %(old)s.") % places

    def _role(self, change: Change) -> str:
        delegate = self.after.facts.delegates[change.uuid]
        old, new = (role_words(replace(delegate, role=role)) for role in (change.before, change.after))
        return self._with_values(change, gettext("role"), old, new)

    def _seats(self, change: Change) -> str:
        """Tell the parts in which the delegation goes from the same seats to the same others together."""
        moves: dict[tuple[str, str], list[str]] = {}
        for segment in self.after.facts.segments:
            if segment.uuid in change.before:
                sides = (change.before[segment.uuid], change.after[segment.uuid])
                old, new = (listed(labels, self.language) for labels in sides)
                moves.setdefault((old, new), []).append(self.after.part(segment.uuid))
        label = gettext("seats behind in %(parts)s") if change.field == "behind" else gettext("seat in %(parts)s")
        found = (
            self._with_values(change, label % {"parts": listed(parts, self.language)}, old, new)
            for (old, new), parts in moves.items()
        )
        return sentences(found, self.language)

    def _field(self, change: Change) -> str:
        label, tell = FIELDS[change.area, change.field]
        old, new = (
            tell(value, side.facts, self.language) if tell and value not in (None, "", [], {}) else ""
            for value, side in ((change.before, self.before), (change.after, self.after))
        )
        return self._with_values(change, said_to(self.after.facts.kind, label), old, new)

    def _with_values(self, change: Change, label: str, old: str, new: str) -> str:
        places = {"thing": self._name(change), "field": label, "old": old, "new": new}
        if old == new:
            return self._without_values(change, label)
        if old and new:
            return gettext("%(thing)s – %(field)s: %(new)s (until now: %(old)s).") % places
        if new:
            return gettext("%(thing)s – %(field)s: %(new)s.") % places
        return gettext("%(thing)s – %(field)s: none any more (until now: %(old)s).") % places

    def _without_values(self, change: Change, label: str) -> str:
        return gettext("%(thing)s – %(field)s: changed.") % {"thing": self._name(change), "field": label}

    def _name(self, change: Change) -> str:
        return self.after.name(change.area, change.uuid, change.of)
