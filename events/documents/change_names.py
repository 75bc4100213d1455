"""What the things of a meeting are called in sentences about its changes, and when they are, on either side."""

from collections.abc import Callable
from datetime import date, datetime

from django.utils.translation import gettext

from events.documents.seat_words import moment_words
from events.documents.words import clock_in_sentence, entity_name, entity_of, entity_prose, full_address, place, shown
from events.domain.days import day_of
from events.domain.facts import ItemFacts, MeetingFacts, SegmentFacts, SpeechFacts
from events.domain.items import ITEM_KINDS
from events.domain.timeline import timeline
from participants.domain.prose import bracketed, listed, of, quoted
from participants.domain.values import RequestFacts


class Side:
    """One state of the meeting in one language. Names raise KeyError for what that state does not have."""

    def __init__(self, facts: MeetingFacts, language: str) -> None:
        self.facts, self.language = facts, language
        self._whens: dict[datetime, tuple[date, str]] = {}
        self.segments: dict[str, SegmentFacts] = {one.uuid: one for one in facts.segments}
        self.items: dict[str, ItemFacts] = {}
        self.speeches: dict[str, SpeechFacts] = {}
        self.starts: dict[str, datetime] = {}
        for timing in timeline(facts).items:
            self.items[timing.item.uuid] = timing.item
            self.starts[timing.item.uuid] = timing.start
            for one in timing.speeches:
                self.speeches[one.speech.uuid] = one.speech
                self.starts[one.speech.uuid] = one.start
        self.objectives = {one.uuid: number for number, one in enumerate(facts.objectives, 1)}
        self.paragraphs = {one.uuid: one.number or str(n) for n, one in enumerate(facts.paragraphs, 1)}
        self.requests: dict[str, RequestFacts] = {one.uuid: one for one in facts.roster.requests}

    def name(self, area: str, uuid: str, of: str = "") -> str:
        """Return what a thing of `area` is called; `of` is the uuid of what holds it."""
        names: dict[str, Callable[[], str]] = {
            "meeting": lambda: gettext("Meeting"),
            "roster": lambda: gettext("Meeting"),
            "room": lambda: gettext("Room"),
            "segment": lambda: self.segment(uuid),
            "item": lambda: self.item(uuid),
            "speech": lambda: self.speaker(uuid),
            "entity": lambda: entity_name(self.facts.entities[uuid], self.language),
            "delegation": lambda: self.delegation(uuid),
            "delegate": lambda: self.person(uuid) or self.delegation(of),
            "request": lambda: self.delegation(self.requests[uuid].delegation),
            "objective": lambda: gettext("Objective %(number)s") % {"number": self.objectives[uuid]},
            "paragraph": lambda: gettext("Concept note, paragraph %(number)s") % {"number": self.paragraphs[uuid]},
            "arrival": lambda: self.person(uuid) or self.delegation(self.facts.delegates[uuid].delegation),
        }
        return names[area]()

    def whole(self, area: str, uuid: str, of: str = "") -> str:
        """Return what comes or goes as one: its name, in brackets what it holds."""
        parts: list[str] = []
        if area == "room":
            return place(self.facts.room, self.language)
        if area == "segment":
            parts = [self.item(one.uuid) for one in self.segments[uuid].items]
        if area == "item":
            parts = [self.delegation(one.delegation) for one in self.items[uuid].speeches]
        name = self.name(area, uuid, of)
        return f"{name} {bracketed(listed(parts, self.language), self.language)}" if parts else name

    def segment(self, uuid: str) -> str:
        return quoted(shown(self.segments[uuid].title, self.language), self.language)

    def part(self, uuid: str) -> str:
        """Return a segment by its title, with its day and hour where another has the same."""
        titles = [shown(one.title, self.language) for one in self.facts.segments]
        segment = self.segments[uuid]
        if titles.count(shown(segment.title, self.language)) < 2:
            return self.segment(uuid)
        return quoted(moment_words(self.facts, segment, self.language), self.language)

    def item(self, uuid: str) -> str:
        item = self.items[uuid]
        return quoted(shown(item.title, self.language) or gettext(ITEM_KINDS[item.kind].label), self.language)

    def speaker(self, uuid: str) -> str:
        """Return who speaks: the name with the delegation, which stands alone while nobody is named."""
        speech = self.speeches[uuid]
        name, delegation = self.person(speech.delegate), self.delegation(speech.delegation)
        return f"{name} {bracketed(delegation, self.language)}" if name else delegation

    def speech(self, uuid: str, item: str) -> str:
        """Return what is spoken, as the first words of a sentence: "“Brief remarks” by the United States"."""
        delegation = entity_prose(entity_of(self.facts, self.speeches[uuid].delegation), self.language)
        return gettext("%(item)s by %(delegation)s") % {"item": self.item(item), "delegation": delegation}

    def person(self, uuid: str) -> str:
        """Return a person's name with its form of address, "" while nobody is named."""
        delegate = self.facts.delegates.get(uuid)
        return "" if delegate is None or delegate.is_placeholder else full_address(delegate, self.language)

    def delegation(self, uuid: str) -> str:
        return entity_name(entity_of(self.facts, uuid), self.language)

    def of_delegation(self, uuid: str) -> str:
        """Return "of" with the delegation's name in prose: "of the Niger", "du Niger"."""
        return of(entity_prose(entity_of(self.facts, uuid), self.language), self.language)

    def hour(self, moment: datetime) -> str:
        return self.when(moment)[1]

    def day(self, moment: datetime) -> date:
        return self.when(moment)[0]

    def when(self, moment: datetime) -> tuple[date, str]:
        """Return the day and the hour as clocks show them; what begins and ends at one instant is asked for often."""
        if moment not in self._whens:
            zone = self.facts.roster.zone
            self._whens[moment] = day_of(moment, zone), clock_in_sentence(moment, zone, self.language)
        return self._whens[moment]
