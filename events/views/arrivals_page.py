"""What the page of principals shows: who comes when and waits where, who leaves after what, and the press by item."""

from django.utils.translation import gettext as _

from events.documents.finding_words import sentence
from events.domain.checks.arrivals import arrival_findings
from events.domain.days import day_of
from events.domain.principals import (
    arrives_at,
    item_places,
    last_of_opening,
    principals,
    proposed_to_leave,
    seen_under,
    shared_rooms,
)
from events.domain.timeline import timeline
from events.forms.arrivals import PressForm
from events.models import Item
from events.views.clocks import clock_words
from events.views.programme_page import ProgrammePage
from participants.domain.names import function_line
from participants.domain.prose import listed
from participants.domain.texts import text_in

# More names than these under one item are counted.
NAMES_SHOWN = 6


class PrincipalsPage:
    def __init__(self, facts, *, language):
        self.facts = facts
        self.language = language
        self.zone = facts.roster.zone
        self.plan = timeline(facts)
        self.first_on = day_of(self.plan.start, self.zone)
        self.names = ProgrammePage(facts, language=language)
        self.principals = principals(facts)
        self.proposed = proposed_to_leave(facts)
        self.labels = {
            one.item.uuid: f"{self.at(one.start)} {text_in(one.item.title, language)}" for one in self.plan.items
        }

    def at(self, moment):
        return clock_words(moment, zone=self.zone, language=self.language, on=self.first_on)

    def context(self):
        return {
            "facts": self.facts,
            "principals": [self.principal(one) for one in self.principals],
            "shown": ",".join(f"{one.delegate.uuid}:{version_of(one)}" for one in self.principals),
            "proposed": len(self.proposed),
            "leave_items": self.leave_items(),
            "shared": [{"room": one.room, "names": self.listed(one.delegates)} for one in shared_rooms(self.facts)],
            "findings": [
                {"severity": one.severity, "sentence": sentence(one, self.facts.kind)}
                for one in arrival_findings(self.facts, self.facts.roster.document_languages)
            ],
            "speech_count": self.plan.budget.speech_count,
        }

    def has(self, uuid):
        return any(one.delegate.uuid == uuid for one in self.principals)

    def leave_items(self):
        last = last_of_opening(self.facts)
        return [(uuid, label, bool(last and uuid == last.uuid)) for uuid, label in self.labels.items()]

    def principal(self, one):
        arrival, delegate = one.arrival, one.delegate
        entity = text_in(self.names.delegation_names(delegate.delegation), self.language)
        function = "" if delegate.is_placeholder else function_line(delegate, self.language)
        arrives = arrives_at(self.facts, arrival)
        return {
            "uuid": delegate.uuid,
            "name": self.names.person(delegate.uuid),
            "function": function,
            "entity": "" if entity in function else entity,
            "is_to_follow": delegate.is_placeholder,
            "needed": listed(
                dict.fromkeys(text_in(each.title, self.language) for each in one.engagements), self.language
            ),
            "arrival": arrival,
            "arrives": self.at(arrives) if arrives else "",
            "leaves_after": self.leaves_after(arrival),
            "is_proposed": delegate.uuid in self.proposed,
        }

    def leaves_after(self, arrival):
        if not (arrival and arrival.leaves_after):
            return ""
        place = item_places(self.facts).get(arrival.leaves_after)
        if place is None:
            return _("an item that was taken out")
        return text_in(self.facts.segments[place[0]].items[place[1]].title, self.language)

    def listed(self, uuids):
        names = [self.names.person(uuid) for uuid in uuids]
        more = len(names) - NAMES_SHOWN
        return ", ".join(names[:NAMES_SHOWN]) + (f" + {more}" if more > 0 else "")

    def media(self, *, bound=None):
        """Each item with its form; `bound` is one that was not saved."""
        rows = {str(one.uuid): one for one in Item.objects.filter(uuid__in=list(self.labels))}
        return [
            {
                "uuid": one.item.uuid,
                "title": one.item.title,
                "part": timing.segment.title,
                "start": self.at(one.start),
                "press": one.item.press,
                "seen": self.listed(seen_under(self.facts, timing.segment, one.item)),
                "form": bound
                if bound and str(bound.instance.uuid) == one.item.uuid
                else press_form(rows[one.item.uuid]),
            }
            for timing in self.plan.segments
            for one in timing.items
        ]


def press_form(item, data=None):
    return PressForm(data, instance=item, auto_id=f"press_{item.uuid}_%s")


def version_of(principal):
    return principal.arrival.version if principal.arrival else 0
