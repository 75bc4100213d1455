"""Differences between two states of a meeting as sentences: what was decided, and which times moved with it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext, override

from events.documents.change_fields import FIELDS
from events.documents.words import clock, day_name, entity_name, full_address, shown
from events.domain.comparing.values import ADDED, MOVED, SHIFTED, WITHDRAWN, Change
from events.domain.days import day_of
from events.domain.facts import ItemFacts, MeetingFacts, SegmentFacts, SpeechFacts
from events.domain.timeline import timeline
from meetingplanner.languages import phrase
from participants.domain.prose import bracketed, quoted, spaced

ARRIVED: dict[str, str] = {
    "segment": phrase("Added: %(thing)s."),
    "item": phrase("Added: %(thing)s, at %(time)s."),
    "speech": phrase("Added as a speaker in %(item)s: %(thing)s."),
    "delegation": phrase("Added: the delegation of %(thing)s."),
    "delegate": phrase("Added to the delegation of %(delegation)s: %(thing)s."),
    "request": phrase("Observer registered: %(thing)s."),
    "objective": phrase("Added: %(thing)s."),
    "paragraph": phrase("Added: %(thing)s."),
    "arrival": phrase("Arrival arranged: %(thing)s."),
    "room": phrase("A room was chosen."),
}
GONE: dict[str, str] = {
    "segment": phrase("Taken out: %(thing)s."),
    "item": phrase("Taken out: %(thing)s."),
    "speech": phrase("No longer a speaker in %(item)s: %(thing)s."),
    "delegation": phrase("Taken out: the delegation of %(thing)s."),
    "delegate": phrase("No longer in the delegation of %(delegation)s: %(thing)s."),
    "request": phrase("No longer registered as observer: %(thing)s."),
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

    The shifts of speeches are told by those of their items, except where a speech moved otherwise.
    """
    with override(language):
        words = _Words(before, after, language)
        substance, shifts = [], []
        for change in changes:
            if change.what == SHIFTED:
                shifts += words.shift(change)
            else:
                substance += words.sentences(change)
    return Told(substance=tuple(dict.fromkeys(substance)), shifts=tuple(dict.fromkeys(shifts)))


class _Side:
    """One state of the meeting, by uuid."""

    def __init__(self, facts: MeetingFacts) -> None:
        self.facts = facts
        self.segments: dict[str, SegmentFacts] = {one.uuid: one for one in facts.segments}
        self.items: dict[str, ItemFacts] = {}
        self.speeches: dict[str, SpeechFacts] = {}
        self.starts: dict[str, datetime] = {}
        for timing in timeline(facts).items:
            self.items[timing.item.uuid] = timing.item
            self.starts[timing.item.uuid] = timing.start
            for one in timing.speeches:
                self.speeches[one.speech.uuid] = one.speech
        self.objectives = {one.uuid: number for number, one in enumerate(facts.objectives, 1)}
        self.paragraphs = {one.uuid: one.number or str(n) for n, one in enumerate(facts.paragraphs, 1)}
        self.requests = {one.uuid: one.delegation for one in facts.roster.requests}


class _Words:
    def __init__(self, before: MeetingFacts, after: MeetingFacts, language: str) -> None:
        self.before, self.after, self.language = _Side(before), _Side(after), language
        self.item_deltas: dict[str, timedelta] = {}

    def sentences(self, change: Change) -> list[str]:
        if change.what in (ADDED, WITHDRAWN):
            return [self._came_or_went(change)]
        if change.what == MOVED:
            return [self._moved(change)]
        own: dict[tuple[str, str], Callable[[Change], list[str]]] = {
            ("item", "times"): self._times,
            ("speech", "times"): self._times,
            ("item", "segment"): self._segment,
            ("speech", "delegate"): self._replaced,
            ("speech", "delegation"): self._taken_over,
            ("delegate", "name"): self._renamed,
        }
        return own.get((change.area, change.field), self._field)(change)

    def shift(self, change: Change) -> list[str]:
        # A speech that moves with its item is told by it.
        is_told = change.area == "speech" and self.item_deltas.get(change.of) == _delta(change)
        return [] if is_told else self._times(change)

    def _came_or_went(self, change: Change) -> str:
        is_new = change.what == ADDED
        side = self.after if is_new else self.before
        sentence = (ARRIVED if is_new else GONE)[change.area]
        places = {"thing": self._name(change, side)}
        if change.area == "item" and is_new:
            places["time"] = self._hour(side.starts[change.uuid])
        if change.area == "speech":
            places["item"] = self._item(change.of)
        if change.area == "delegate":
            places["delegation"] = self._delegation(change.of, side)
        return self._set(gettext(sentence) % places)

    def _moved(self, change: Change) -> str:
        name = self._name(change, self.after)
        if change.area == "speech":
            places = {"thing": name, "item": self._item(change.of)}
            if not change.after:
                return self._set(gettext("%(thing)s now speaks first in %(item)s.") % places)
            places["other"] = self._speaker(change.after, self.after)
            return self._set(gettext("%(thing)s now speaks after %(other)s in %(item)s.") % places)
        if not change.after:
            return self._set(gettext("%(thing)s now comes first.") % {"thing": name})
        other = self._name(Change(area=change.area, uuid=change.after, what=MOVED, of=change.of), self.after)
        return self._set(gettext("%(thing)s now comes after %(other)s.") % {"thing": name, "other": other})

    def _times(self, change: Change) -> list[str]:
        if change.area == "item":
            self.item_deltas[change.uuid] = _delta(change)
        (start, end), (new_start, new_end) = (
            [datetime.fromisoformat(one) for one in pair] for pair in (change.before, change.after)
        )
        if self._hour(start) == self._hour(new_start):
            old, new = self._hour(end), self._hour(new_end)
            if old == new:
                return []
            sentence = gettext("%(thing)s now ends at %(new_time)s instead of %(old_time)s.")
        else:
            old, new = self._hours(start, new_start)
            sentence = gettext("%(thing)s moved from %(old_time)s to %(new_time)s.")
        places = {"thing": self._name(change, self.after), "old_time": old, "new_time": new}
        return [self._set(sentence % places)]

    def _segment(self, change: Change) -> list[str]:
        segment = self.after.segments[change.after]
        places = {"thing": self._item(change.uuid), "segment": self._quoted(shown(segment.title, self.language))}
        return [self._set(gettext("%(thing)s now belongs to %(segment)s.") % places)]

    def _replaced(self, change: Change) -> list[str]:
        old, new = self._person(change.before, self.before), self._person(change.after, self.after)
        delegation = self._delegation(self.after.speeches[change.uuid].delegation, self.after)
        places = {"old": old, "new": new, "item": self._item(change.of), "delegation": delegation}
        if old and new:
            return [self._set(gettext("%(new)s replaces %(old)s (%(delegation)s, %(item)s).") % places)]
        if new:
            return [self._set(gettext("%(new)s will speak for %(delegation)s (%(item)s).") % places)]
        return [self._set(gettext("%(old)s will not speak for %(delegation)s (%(item)s).") % places)]

    def _taken_over(self, change: Change) -> list[str]:
        places = {
            "old": self._delegation(change.before, self.before),
            "new": self._delegation(change.after, self.after),
            "item": self._item(change.of),
        }
        return [self._set(gettext("%(new)s speaks in place of %(old)s (%(item)s).") % places)]

    def _renamed(self, change: Change) -> list[str]:
        old, new = self._person(change.uuid, self.before), self._person(change.uuid, self.after)
        places = {"old": old, "new": new, "delegation": self._delegation(change.of, self.after)}
        if old and new:
            return [self._set(gettext("%(delegation)s: %(new)s, until now %(old)s.") % places)]
        sentence = (
            gettext("%(delegation)s names %(new)s.") if new else gettext("%(delegation)s no longer names %(old)s.")
        )
        return [self._set(sentence % places)]

    def _field(self, change: Change) -> list[str]:
        label, tell = FIELDS[change.area, change.field]
        places = {"thing": self._name(change, self.after), "field": gettext(label)}
        values = (change.before, self.before), (change.after, self.after)
        old, new = (
            tell(value, side.facts, self.language) if tell and value not in (None, "", [], {}) else ""
            for value, side in values
        )
        if old == new:
            sentence = gettext("%(thing)s – %(field)s: changed.")
        elif old and new:
            sentence = gettext("%(thing)s – %(field)s: %(new)s (until now: %(old)s).")
        else:
            sentence = (
                gettext("%(thing)s – %(field)s: %(new)s.")
                if new
                else gettext("%(thing)s – %(field)s: %(old)s no longer.")
            )
        return [self._set(sentence % (places | {"old": old, "new": new}))]

    def _name(self, change: Change, side: _Side) -> str:
        """Return what the thing is called in a sentence."""
        area, uuid = change.area, change.uuid
        names: dict[str, Callable[[], str]] = {
            "meeting": lambda: gettext("Meeting"),
            "roster": lambda: gettext("Meeting"),
            "room": lambda: gettext("Room"),
            "segment": lambda: self._quoted(shown(side.segments[uuid].title, self.language)),
            "item": lambda: self._item(uuid),
            "speech": lambda: self._speaker(uuid, side),
            "entity": lambda: entity_name(side.facts.entities[uuid], self.language),
            "delegation": lambda: self._delegation(uuid, side),
            "delegate": lambda: self._person(uuid, side) or self._delegation(change.of, side),
            "request": lambda: self._delegation(side.requests[uuid], side),
            "objective": lambda: gettext("Objective %(number)s") % {"number": side.objectives[uuid]},
            "paragraph": lambda: gettext("Concept note, paragraph %(number)s") % {"number": side.paragraphs[uuid]},
            "arrival": lambda: self._person(uuid, side),
        }
        return names[area]()

    def _item(self, uuid: str) -> str:
        item = self.after.items.get(uuid) or self.before.items[uuid]
        return self._quoted(shown(item.title, self.language))

    def _speaker(self, uuid: str, side: _Side) -> str:
        """Return who speaks: the name with the delegation, which stands alone while nobody is named."""
        speech = side.speeches[uuid]
        name, delegation = self._person(speech.delegate, side), self._delegation(speech.delegation, side)
        return f"{name} {bracketed(delegation, self.language)}" if name else delegation

    def _person(self, uuid: str, side: _Side) -> str:
        delegate = side.facts.delegates.get(uuid)
        if delegate is None or delegate.is_placeholder:
            return ""
        return full_address(delegate, self.language)

    def _delegation(self, uuid: str, side: _Side) -> str:
        row = side.facts.delegations.get(uuid) or self.before.facts.delegations[uuid]
        return entity_name(side.facts.entities[row.entity], self.language)

    def _hour(self, instant: datetime) -> str:
        return clock(instant, self.after.facts.roster.zone, self.language)

    def _hours(self, *instants: datetime) -> tuple[str, ...]:
        """Return each time, with its day where they are not of one day."""
        zone = self.after.facts.roster.zone
        days = [day_of(one, zone) for one in instants]
        if len(set(days)) == 1:
            return tuple(self._hour(one) for one in instants)
        return tuple(
            f"{day_name(day, self.language)}, {self._hour(one)}" for day, one in zip(days, instants, strict=True)
        )

    def _quoted(self, text: str) -> str:
        return quoted(text, self.language)

    def _set(self, sentence: str) -> str:
        return spaced(sentence, self.language)


def _delta(change: Change) -> timedelta:
    before, after = (datetime.fromisoformat(pair[0]) for pair in (change.before, change.after))
    return after - before
