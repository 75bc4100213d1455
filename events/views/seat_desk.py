"""What the pages of a plan share: the facts of a moment, its rules, what was issued, and words for all that."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language

from events.documents.seat_move_words import broken_words, move_words
from events.documents.seat_words import moment_words
from events.documents.words import entity_name, entity_of
from events.domain.seating.order import ZONES, ordered_delegations
from events.domain.seating.proposing import seat_labels
from events.issued import told_facts
from events.operations.seat_plans import issued_plan, kept_part
from events.queries import meeting_facts
from events.seat_rules import seating_rules
from events.views.rule_reading import note_rules_read, sees_confidential
from events.views.seating import segment_of, shown_segment
from participants.domain.attendance import expected_delegations
from participants.domain.protocol import entity_sort_key


class SeatDesk:
    def __init__(self, request, roster):
        self.request, self.roster = request, roster
        self.row = segment_of(request, roster)
        self.facts = meeting_facts(roster)
        self.segment = shown_segment(self.facts, str(self.row.uuid))
        self.language = get_language() or "en"
        self.rules = seating_rules(self.segment.uuid)
        self.sees_confidential = sees_confidential(request)
        self._issued = None

    @property
    def issued(self):
        if self._issued is None:
            self._issued = (issued_plan(told_facts(self.roster), self.segment.uuid),)
        return self._issued[0]

    @property
    def known(self):
        """What proposals and weights are made with."""
        return {"rules": self.rules, "issued": self.issued}

    @property
    def kept(self):
        return kept_part(self.facts, self.segment)

    def context(self, **more):
        return {
            "tab": "seating",
            "facts": self.facts,
            "segment": self.segment,
            "moment_words": moment_words(self.facts, self.segment, self.language),
            **more,
        }

    def delegations(self):
        """(uuid, name) of all that are expected, alphabetical."""
        found = sorted(
            expected_delegations(self.facts.roster),
            key=lambda one: (entity_sort_key(self.facts.entities[one.entity], self.language), one.uuid),
        )
        return [(one.uuid, self.name(one.uuid)) for one in found]

    def seated(self):
        """Those that may have a place, in the same order."""
        zoned = {one.uuid for zone in ZONES for one in ordered_delegations(self.facts, self.segment, zone)}
        return [(uuid, name) for uuid, name in self.delegations() if uuid in zoned]

    def places(self):
        """Seat label -> zone and number of its place, for the zones that delegations sit in."""
        return {label: place for place, label in seat_labels(self.facts).items() if place[0] in ZONES}

    def name(self, uuid):
        return entity_name(entity_of(self.facts, uuid), self.language)

    def moves(self, moves):
        return [
            dict(zip(("name", "before", "after"), move_words(self.facts, one, self.language), strict=True))
            for one in moves
        ]

    def broken(self, broken):
        note_rules_read(self.request, [one.rule for one in broken if one.rule])
        return broken_words(self.facts, broken, self.language, sees_confidential=self.sees_confidential)

    def url(self, name, **query):
        words = urlencode({"moment": self.segment.uuid, **query})
        return f"{reverse(f'events:{name}', args=(self.roster.slug,))}?{words}"

    def back(self, name="seating"):
        return redirect(self.url(name))
