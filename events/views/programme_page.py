"""What the programme page shows: days, segments, items and speeches with their computed times, in words."""

from datetime import timedelta
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.documents.finding_words import sentence
from events.domain import wallclock
from events.domain.checks.time import time_findings
from events.domain.items import ITEM_KINDS
from events.domain.people import called
from events.domain.timeline import timeline
from events.domain.timing import to_minute, whole_minutes
from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.domain.names import NBSP, function_line, printed_name
from participants.domain.texts import text_in

ABSENT = ("regrets", "withdrawn")


def length_words(length):
    hours, minutes = divmod(whole_minutes(length), 60)
    parts = [f"{hours}{NBSP}h"] if hours else []
    return NBSP.join([*parts, f"{minutes}{NBSP}min"] if minutes or not hours else parts)


def length_between(start, end):
    # As the printed clocks have it: "15:30–15:40" is never eleven minutes long. Seconds alone count as a minute.
    return length_words((to_minute(end) - to_minute(start)) or end - start)


class ProgrammePage:
    def __init__(self, facts, *, language):
        self.facts = facts
        self.language = language
        self.zone = facts.roster.zone
        self.plan = timeline(facts)
        self.over = {}
        for one in self.plan.overruns:
            self.over.setdefault(one.uuid, length_between(one.limit, one.limit + one.by))
        self.gaps = {gap.before: gap for gap in self.plan.gaps if gap.before}
        self.tail_gaps = {gap.after: gap for gap in self.plan.gaps if not gap.before and gap.after}

    def local(self, moment):
        return wallclock.local(to_minute(moment), self.zone)

    def context(self):
        is_over = self.plan.content_end > self.plan.end
        return {
            "facts": self.facts,
            "days": self.days(),
            "segment_order": ",".join(one.uuid for one in self.facts.segments),
            "start": self.local(self.plan.start),
            "content_end": self.local(self.plan.content_end),
            "hard_end": self.local(self.plan.end),
            "is_over": is_over,
            "spare": length_between(*sorted((self.plan.content_end, self.plan.end))),
            "budget": self.budget(self.plan.budget),
            "findings": [
                {"severity": one.severity, "sentence": sentence(one)}
                for one in time_findings(self.facts, DOCUMENT_LANGUAGES)
            ],
            "final_gap": self.final_gap(),
            "provisional": self.facts.blocked("time"),
        }

    def days(self):
        segments = [self.segment(timing, number) for number, timing in enumerate(self.plan.segments, 1)]
        grouped = groupby(segments, key=lambda one: one["start"].date())
        return [{"on": day, "segments": list(group)} for day, group in grouped]

    def segment(self, timing, number):
        segment = timing.segment
        return {
            **self.place(segment, number, len(self.facts.segments)),
            "title": segment.title,
            "start": self.local(timing.start),
            "end": self.local(timing.end),
            "is_start_fixed": segment.start is not None,
            "is_end_fixed": segment.end is not None,
            "length": length_between(timing.start, timing.end),
            "chairs": [self.person(uuid) for uuid in segment.chairs],
            "podium": [self.person(uuid) for uuid in segment.podium],
            "items": [self.item(one, place, len(timing.items)) for place, one in enumerate(timing.items, 1)],
            "order": ",".join(one.uuid for one in segment.items),
            "budget": self.budget(timing.budget),
            "tail_gap": self.gap(self.tail_gaps.get(timing.items[-1].item.uuid)) if timing.items else None,
        }

    def place(self, row, number, count):
        return {
            "uuid": row.uuid,
            "number": number,
            "is_first": number == 1,
            "is_last": number == count,
            "gap": self.gap(self.gaps.get(row.uuid)),
            "over": self.over.get(row.uuid, ""),
        }

    def item(self, timing, number, count):
        item = timing.item
        return {
            **self.place(item, number, count),
            "title": item.title,
            "kind": item.kind,
            "has_speakers": ITEM_KINDS[item.kind].has_speakers or bool(item.speeches),
            "description": item.description,
            "press": item.press,
            "start": self.local(timing.start),
            "end": self.local(timing.end),
            "is_start_fixed": item.fixed_start is not None,
            "length": length_between(timing.start, timing.end),
            "takes_rest": timing.takes_rest,
            "actual_start": item.actual_start,
            "actual_end": item.actual_end,
            "speeches": [self.speech(one, place, len(timing.speeches)) for place, one in enumerate(timing.speeches, 1)],
            "order": ",".join(one.uuid for one in item.speeches),
        }

    def speech(self, timing, number, count):
        speech = timing.speech
        delegation = self.facts.delegations[speech.delegation]
        return {
            **self.place(speech, number, count),
            **self.speaker(speech),
            "absent": delegation.status if delegation.status in ABSENT else "",
            "on_behalf_of": speech.on_behalf_of,
            "start": self.local(timing.start),
            "minutes": whole_minutes(timing.end - timing.start),
            "is_assumed": timing.is_assumed,
            "requested_at": self.local(speech.requested_at) if speech.requested_at else None,
            "language": speech.language,
            "is_text_received": speech.is_text_received,
            "actual_start": speech.actual_start,
            "actual_end": speech.actual_end,
        }

    def delegation_names(self, uuid):
        return self.facts.entities[self.facts.delegations[uuid].entity].names

    def speaker(self, speech):
        entity = text_in(self.delegation_names(speech.delegation), self.language)
        capacity = text_in(speech.capacity, self.language)
        if not speech.delegate:
            return {"name": entity, "function": capacity, "entity": "", "is_to_follow": True}
        delegate = self.facts.delegates[speech.delegate]
        function = "" if delegate.is_placeholder else function_line(delegate, self.language)
        capacity = capacity or text_in(delegate.capacity, self.language)
        return {
            "name": self.person(speech.delegate),
            "function": ", ".join(part for part in (function, capacity) if part),
            "entity": "" if entity in function else entity,
            "is_to_follow": False,
        }

    def person(self, uuid):
        delegate = self.facts.delegates[uuid]
        name = printed_name(delegate, self.language) or called(self.facts, delegate)
        return name if isinstance(name, str) else text_in(name, self.language)

    def gap(self, gap):
        return gap and {
            "start": self.local(gap.start),
            "end": self.local(gap.end),
            "length": length_between(gap.start, gap.end),
        }

    def final_gap(self):
        last = self.facts.segments[-1].uuid if self.facts.segments else ""
        return self.gap(self.tail_gaps.get(last))

    def budget(self, budget):
        parts = [
            (pgettext("time budget", "speeches"), budget.speeches),
            (_("hand-over"), budget.handover),
            (_("silence"), budget.silence),
            (_("other items"), budget.other),
        ]
        difference = budget.difference
        return {
            "count": budget.speech_count,
            "parts": [(name, length_words(length)) for name, length in parts if length],
            "total": length_words(budget.total),
            "slot": length_words(budget.slot) if budget.slot is not None else "",
            "is_over": difference is not None and difference < timedelta(0),
            "difference": length_words(abs(difference)) if difference is not None else "",
        }

    def names(self):
        names = {}
        for segment in self.facts.segments:
            names[segment.uuid] = text_in(segment.title, self.language)
            for item in segment.items:
                names[item.uuid] = text_in(item.title, self.language)
                names.update({speech.uuid: self.speaker(speech)["name"] for speech in item.speeches})
        return names
