"""What the programme page shows: days, segments, items and speeches with their computed times, in words."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from events.documents.base import spoiling
from events.documents.finding_words import sentence
from events.documents.programme import BLOCKED_BY, DOCUMENT
from events.documents.words import duration, minutes_text
from events.domain import wallclock
from events.domain.checks.time import time_findings
from events.domain.days import day_of, days
from events.domain.items import ITEM_KINDS
from events.domain.people import called
from events.domain.speaking import why_next
from events.domain.timeline import limit_of, timeline
from events.domain.timing import to_minute
from events.views.clocks import clock_forms, clock_words, dash, figure, length_between, length_words, seconds, span
from events.views.speaking_page import order_of_item, reasons_by_speech
from participants.domain.names import function_line, printed_name
from participants.domain.texts import text_in

ABSENT = ("regrets", "withdrawn")
# For each subject that makes the printed programme provisional.
UNSETTLED = {"time": gettext_lazy("The times are not settled:"), "person": gettext_lazy("The names are not settled:")}


class ProgrammePage:
    def __init__(self, facts, *, language):
        self.facts = facts
        self.language = language
        self.zone = facts.roster.zone
        self.plan = timeline(facts)
        self.groups = {group.code: group.names for group in facts.roster.groups}
        self.over = {}
        for one in self.plan.overruns:
            self.over.setdefault(one.uuid, length_between(one.limit, one.limit + one.by))
        self.gaps = {gap.before: gap for gap in self.plan.gaps if gap.before}
        self.tail_gaps = {gap.after: gap for gap in self.plan.gaps if not gap.before and gap.after}

    def local(self, moment):
        return wallclock.local(to_minute(moment), self.zone)

    def at(self, moment, on):
        """What a clock shows, with the day where it is not `on`, which stands above."""
        return clock_words(moment, zone=self.zone, language=self.language, on=on)

    def context(self):
        is_over = self.plan.content_end > self.plan.end
        return {
            "facts": self.facts,
            "days": self.days(),
            "segment_order": ",".join(one.uuid for one in self.facts.segments),
            "figures": self.figures(),
            "is_over": is_over,
            "spare": length_between(*sorted((self.plan.content_end, self.plan.end))),
            "budget": self.budget(self.plan.budget),
            "findings": [
                {"severity": one.severity, "sentence": sentence(one, self.facts.kind)}
                for one in time_findings(self.facts, self.facts.roster.document_languages)
            ],
            "final_gap": self.final_gap(),
            "provisional": self.provisional(),
            "spoiled": len(spoiling(DOCUMENT, self.facts)),
            "dragging": self.dragging(),
        }

    def dragging(self):
        """What the page's script needs to let the times follow a row that is dragged."""
        return {
            "start": seconds(self.plan.start),
            "end": seconds(self.plan.end),
            "interpretation": seconds(self.plan.interpretation_end),
            **clock_forms(self.language),
        }

    def provisional(self):
        """What is not settled while the printed programme says PROVISIONAL, with the open points; each stands once."""
        found, told = [], set()
        for subject in BLOCKED_BY:
            points = [one for one in self.facts.blocking((subject,)) if one.uuid not in told]
            told.update(one.uuid for one in points)
            found.append({"words": UNSETTLED[subject], "points": points})
        return [one for one in found if one["points"]]

    def figures(self):
        moments = {"start": self.plan.start, "content_end": self.plan.content_end, "hard_end": self.plan.end}
        if self.plan.interpretation_end:
            moments["interpretation"] = self.plan.interpretation_end
        return figure(moments, zone=self.zone, language=self.language)

    def days(self):
        return [
            {"on": day.on, "segments": [self.part(part, day.on) for part in day.parts]}
            for day in days(self.plan, self.zone)
        ]

    def part(self, part, on):
        """A segment, or what one further day has of it: who presides and what can be done stand at its first part."""
        timing, all_items = part.segment, part.segment.items
        places = {one.item.uuid: place for place, one in enumerate(all_items, 1)}
        is_last = not part.items or part.items[-1] is all_items[-1]
        return self.segment(timing, on) | {
            "items": [self.item(one, places[one.item.uuid], len(all_items), on) for one in part.items],
            "is_continued": part.is_continued,
            "is_last_part": is_last,
            "tail_gap": self.gap(self.tail_gaps.get(all_items[-1].item.uuid), on) if all_items and is_last else None,
        }

    def segment(self, timing, on):
        segment = timing.segment
        number = self.facts.segments.index(segment) + 1
        return {
            **self.place(segment, number, len(self.facts.segments), on),
            "title": segment.title,
            "start": self.at(timing.start, on),
            "end": self.at(timing.end, on),
            "dash": dash(timing, self.zone),
            "start_wall": self.local(timing.start),
            "end_wall": self.local(timing.end),
            "is_start_fixed": segment.start is not None,
            "is_end_fixed": segment.end is not None,
            "length": length_between(timing.start, timing.end),
            "chairs": [self.person(uuid) for uuid in segment.chairs],
            "podium": [self.person(uuid) for uuid in segment.podium],
            "order": ",".join(one.uuid for one in segment.items),
            "budget": self.budget(timing.budget),
            "handover_seconds": segment.handover_seconds,
            "fixed_start": seconds(timing.start) if segment.start else "",
            "fixed_end": seconds(timing.end) if segment.end else "",
        }

    def place(self, row, number, count, on):
        return {
            "uuid": row.uuid,
            "version": row.version,
            "number": number,
            "is_first": number == 1,
            "is_last": number == count,
            "gap": self.gap(self.gaps.get(row.uuid), on),
            "over": self.over.get(row.uuid, ""),
        }

    def item(self, timing, number, count, on):
        item = timing.item
        speeches = [self.speech(one, place, len(timing.speeches), on) for place, one in enumerate(timing.speeches, 1)]
        names = {one["uuid"]: one["name"] for one in speeches}
        reasons = why_next(self.facts, item)
        told = reasons_by_speech(self.facts, item, reasons, self.language)
        for one in speeches:
            reason = told.get(one["uuid"])
            one["why"] = reason and reason | {"name": names[reason["next"]]}
        return {
            **self.place(item, number, count, on),
            "title": item.title,
            "kind": item.kind,
            "has_speakers": ITEM_KINDS[item.kind].has_speakers or bool(item.speeches),
            "description": item.description,
            "press": item.press,
            "start": self.at(timing.start, on),
            "end": self.at(timing.end, on),
            "dash": dash(timing, self.zone),
            "start_wall": self.local(timing.start),
            "end_wall": self.local(timing.end),
            "is_start_fixed": item.fixed_start is not None,
            "is_end_fixed": item.fixed_end is not None,
            "limit": duration(limit_of(item)) if item.limit_seconds is not None else "",
            "length": length_between(timing.start, timing.end),
            "takes_rest": timing.takes_rest,
            "actual": self.actual(timing, on),
            "speeches": speeches,
            "order": ",".join(one.uuid for one in item.speeches),
            "fixed_start": seconds(timing.start) if item.fixed_start else "",
            "fixed_end": seconds(timing.fixed_end),
            "least_seconds": span(timing.needed if timing.takes_rest else timing.end - timing.start),
            "ordered": order_of_item(self.facts, item, reasons, self.language),
        }

    def actual(self, timing, on):
        ends = (timing.actual_start, timing.actual_end)
        return "–".join(self.at(one, on) if one else "…" for one in ends) if any(ends) else ""

    def speech(self, timing, number, count, on):
        speech = timing.speech
        delegation = self.facts.delegations[speech.delegation]
        return {
            **self.place(speech, number, count, on),
            **self.speaker(speech),
            "absent": delegation.status if delegation.status in ABSENT else "",
            "on_behalf_of": speech.on_behalf_of,
            "group": self.groups.get(speech.group, {}),
            "start": self.at(timing.start, on),
            "start_wall": self.local(timing.start),
            "length": duration(timing.end - timing.start),
            "minutes": minutes_text(timing.end - timing.start),
            "seconds": span(timing.end - timing.start),
            "is_assumed": timing.is_assumed,
            "requested_at": self.local(speech.requested_at) if speech.requested_at else None,
            "language": speech.language,
            "is_text_received": speech.is_text_received,
            "actual": self.actual(timing, on),
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

    def gap(self, gap, on):
        return gap and {
            "start": self.at(gap.start, on),
            "end": self.at(gap.end, on),
            "length": length_between(gap.start, gap.end),
        }

    def final_gap(self):
        gap = self.tail_gaps.get(self.facts.segments[-1].uuid) if self.facts.segments else None
        return gap and self.gap(gap, day_of(gap.start, self.zone))

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
