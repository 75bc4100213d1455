"""What the page of a fit shows: the time there is, what limits come to, and each speaker before and after."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events.documents.words import duration
from events.domain.days import day_of
from events.domain.fitting import could_be_invited, fit, part_fits, with_limit
from events.domain.timeline import limit_of, timeline
from events.domain.timing import ZERO
from events.domain.wallclock import nearest_instant
from events.views.clocks import clock_words
from events.views.programme_page import ProgrammePage
from participants.domain.texts import text_in

# The limits that chairs ask for, whatever fits.
USUAL = (timedelta(minutes=3), timedelta(minutes=2))
DELAY = timedelta(minutes=10)
ENDS = {
    "duration": gettext_lazy("the end of its own length"),
    "fixed_end": gettext_lazy("the fixed end in its programme"),
    "next_item": gettext_lazy("the fixed start of the next item"),
    "part": gettext_lazy("the fixed end of the part"),
    "next_part": gettext_lazy("what is fixed in the next part"),
    "meeting": gettext_lazy("the end of the meeting"),
    "interpretation": gettext_lazy("the end of interpretation"),
    "given": gettext_lazy("the end tried here"),
}


class FitPage:
    def __init__(self, facts, uuid, *, language):
        self.facts = facts
        self.language = language
        self.zone = facts.roster.zone
        self.plan = timeline(facts)
        self.uuid = uuid
        self.segment = next(one for one in facts.segments if any(item.uuid == uuid for item in one.items))
        self.item = next(one for one in self.segment.items if one.uuid == uuid)
        self.fits_of_part = part_fits(self.plan, self.segment.uuid)

    @property
    def has_more_lists(self):
        lists = {uuid for one in self.fits_of_part for uuid in one.items}
        return self.uuid in lists and len(lists) > 1

    def context(self, *, limit=None, ends=None, late=None, scope="list"):
        end = nearest_instant(ends, self.zone) if ends else None
        found = fit(self.plan, self.uuid, end=end)
        planned = self.fits_of_part if scope == "part" else (found,) if found else ()
        delay = timedelta(minutes=late or 0)
        fits = [one.late(delay) for one in planned]
        items = [uuid for one in fits for uuid in one.items] or [self.uuid]
        longest = min((one.longest for one in fits if one.longest is not None), default=None)
        tried = timedelta(seconds=limit) if limit else longest or limit_of(self.item)
        known = {row.uuid: row for row in self.segment.items}
        return {
            "facts": self.facts,
            "item": self.item,
            "fits": [self.fit(one, tried) for one in fits],
            "late": self.late(planned, delay),
            "tried": duration(tried),
            "seconds": tried // timedelta(seconds=1),
            "items": ",".join(items),
            "version": ",".join(str(known[uuid].version) for uuid in items),
            "has_limit": any(known[uuid].limit_seconds is not None for uuid in items),
            "speakers": self.speakers(items, tried, delay),
            "invitable": [text_in(self.facts.entities[one.entity].names, self.language) for one in self.invitable()],
        }

    def at(self, moment, on):
        return clock_words(moment, zone=self.zone, language=self.language, on=on)

    def titles(self, uuids):
        return ", ".join(text_in(one.title, self.language) for one in self.segment.items if one.uuid in uuids)

    def fit(self, one, tried):
        limits = {tried, one.current, *USUAL, *([one.longest] if one.longest else [])}
        return {
            "title": self.titles(one.items),
            "start": self.at(one.start, day_of(one.start, self.zone)),
            "end": self.at(one.end, day_of(one.start, self.zone)),
            "ended_by": ENDS[one.ended_by],
            "room": duration(one.room) if one.room > ZERO else "",
            "others": duration(one.others) if one.others else "",
            "handover": duration(one.handover),
            "count": one.count,
            "kept_count": one.kept_count,
            "kept": duration(one.kept),
            "sentence": self.sentence(one),
            "usual": [self.usual(one, one.at(limit)) for limit in USUAL if one.count],
            "trials": [self.trial(one, limit, tried) for limit in sorted(limits, reverse=True)],
        }

    def sentence(self, one):
        if one.longest is None:
            return _("Nobody on this list is without minutes of their own.")
        if one.longest == ZERO:
            return _("Not a second is left for each: the hand-overs and what is fixed take all the time there is.")
        words = ngettext(
            "The %(count)s speaker without minutes of their own can have %(length)s.",
            "The %(count)s speakers without minutes of their own can have %(length)s each, and not a second more.",
            one.count,
        )
        return words % {"count": one.count, "length": duration(one.longest)}

    def usual(self, one, trial):
        """What a limit that chairs ask for comes to, as one says it."""
        if trial.difference < ZERO:
            words = _("At %(limit)s each, %(count)s need %(length)s more than there is: %(fitting)s fit.")
        else:
            words = _("At %(limit)s each, %(count)s leave %(length)s free: %(fitting)s would fit.")
        return words % {
            "limit": duration(trial.limit),
            "count": one.count,
            "length": duration(trial.difference),
            "fitting": trial.fitting,
        }

    def trial(self, one, limit, tried):
        trial = one.at(limit)
        lacking = one.count - trial.fitting
        balance = {"length": duration(trial.difference)}
        return {
            "limit": duration(limit),
            "is_tried": limit == tried,
            "marks": self.marks(one, limit),
            "needed": duration(trial.needed),
            "is_over": trial.difference < ZERO,
            "balance": _("%(length)s over") % balance if trial.difference < ZERO else _("%(length)s free") % balance,
            "fitting": trial.fitting,
            "lacking": max(lacking, 0),
            "more": max(-lacking, 0),
            "closes": trial.fitting + one.kept_count,
            "closes_at": self.at(trial.closes_at, day_of(one.start, self.zone)) if trial.fitting else "",
        }

    def marks(self, one, limit):
        found = [_("now")] if limit == one.current else []
        return ", ".join([*found, _("the longest that fits")] if limit == one.longest else found)

    def late(self, planned, delay):
        """What a late start costs each: the one tried, else one that may well happen."""
        delay = delay or DELAY
        pairs = [(one.longest, one.late(delay).longest) for one in planned if one.longest]
        if not pairs:
            return ""
        before, after = min(one for one, _late in pairs), min(late for _one, late in pairs)
        words = _("A start %(length)s late leaves each %(after)s instead of %(limit)s: %(lost)s less.")
        values = {"length": delay, "after": after, "limit": before, "lost": before - after}
        return words % {name: duration(length) for name, length in values.items()}

    def speakers(self, items, tried, delay):
        """Each speaker of the lists, with start and end as they are and as they would be."""
        names = ProgrammePage(self.facts, language=self.language).names()
        then = timeline(with_limit(self.facts, frozenset(items), tried // timedelta(seconds=1)))
        after = {one.speech.uuid: one for timing in then.items for one in timing.speeches}
        return [
            self.speaker(names[one.speech.uuid], one, after[one.speech.uuid], delay)
            for timing in self.plan.items
            if timing.item.uuid in items
            for one in timing.speeches
        ]

    def speaker(self, name, now, then, delay):
        on = day_of(now.start, self.zone)
        return {
            "name": name,
            "is_own": now.speech.planned_minutes is not None,
            "length": duration(now.end - now.start),
            "new_length": duration(then.end - then.start),
            "now": f"{self.at(now.start, on)}–{self.at(now.end, on)}",
            "then": f"{self.at(then.start + delay, on)}–{self.at(then.end + delay, on)}",
        }

    def invitable(self):
        return could_be_invited(self.facts)
