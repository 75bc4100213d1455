"""The time budget in words: what speeches, hand-overs, silence and other items take of the time there is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext, ngettext, pgettext

from events.documents.meeting_words import meeting_words
from events.documents.pdf.blocks import Table, TotalRow
from events.documents.table_columns import without_empty
from events.documents.words import duration, in_signs, shown
from events.domain.items import ITEM_KINDS
from events.domain.timeline import limit_of
from events.domain.timing import ZERO, Budget, ItemTiming, SegmentTiming, Timeline
from participants.domain.texts import ISOLATE, RELEASE

NOTHING = "–"


@dataclass(frozen=True, kw_only=True)
class BudgetValues:
    """One line of the budget: `lengths` of speeches, hand-over, silence, other items and their sum."""

    title: str
    speakers: int
    lengths: tuple[str, ...]
    slot: str
    balance: str


def budgets(times: Timeline, kind: str, language: str) -> Iterator[BudgetValues]:
    """Yield the budget of each segment where there are several, then that of the whole meeting of that kind."""
    if len(times.segments) > 1:
        for segment in times.segments:
            yield _budget(shown(segment.segment.title, language), segment.budget)
    yield _budget(meeting_words(kind).whole, times.budget)


def _budget(title: str, budget: Budget) -> BudgetValues:
    lengths = (budget.speeches, budget.handover, budget.silence, budget.other, budget.total)
    return BudgetValues(
        title=title,
        speakers=budget.speech_count,
        lengths=tuple(in_signs(length) if length else NOTHING for length in lengths),
        slot=NOTHING if budget.slot is None else in_signs(budget.slot),
        balance=_balance(budget.difference),
    )


def _balance(difference: timedelta | None) -> str:
    if difference is None:
        return NOTHING
    # Set apart, for Arabic words would have the sign before its figure.
    words = {"length": f"{ISOLATE}{in_signs(difference)}{RELEASE}"}
    return gettext("%(length)s over") % words if difference < ZERO else gettext("%(length)s free") % words


def remarks(times: Timeline, language: str) -> Iterator[str]:
    """Yield what explains the table: why a part has no balance, and what room each list that stays open has left."""
    if len(times.segments) > 1 and any(segment.budget.slot is None for segment in times.segments):
        yield gettext("A part whose end is not fixed takes the time it needs; no balance is shown for it (–).")
    for segment in times.segments:
        for timing in segment.items:
            if timing.takes_rest and ITEM_KINDS[timing.item.kind].has_speakers and not timing.actual_start:
                yield _room_left(segment, timing, language)


def _room_left(segment: SegmentTiming, timing: ItemTiming, language: str) -> str:
    """Return how long an open list may last and for how many more speakers that suffices.

    What is free in it is never more than the balance of its part, which counts the hand-over after the last item too.
    """
    handover = timedelta(seconds=segment.segment.handover_seconds)
    limit, balance = limit_of(timing.item), segment.budget.difference
    free = timing.end - timing.start - timing.needed
    free = free if balance is None else max(min(free, balance), ZERO)
    # The hand-over after the first speaker is planned for a list without any.
    count = (free if timing.speeches else free + handover) // (limit + handover)
    sentence = ngettext(
        "“%(item)s” has %(length)s: room for %(count)s more speaker at %(limit)s.",
        "“%(item)s” has %(length)s: room for %(count)s more speakers at %(limit)s each.",
        count,
    )
    limit_words = gettext("%(limit)s plus %(handover)s of hand-over") if handover else "%(limit)s"
    return sentence % {
        "item": shown(timing.item.title, language) or gettext(ITEM_KINDS[timing.item.kind].label),
        "length": duration(timing.needed + free),
        "count": count,
        "limit": limit_words % {"limit": duration(limit), "handover": duration(handover)},
    }


def budget_table(lines: tuple[BudgetValues, ...]) -> Table:
    """Return the budgets as a table, the last of them as its total; what takes no time anywhere has no column."""
    header = (
        pgettext("programme", "Part"),
        pgettext("time budget", "Speakers"),
        pgettext("time budget", "Speeches"),
        pgettext("time budget", "Hand-over"),
        pgettext("time budget", "Silence"),
        pgettext("time budget", "Other"),
        pgettext("time budget", "Planned"),
        pgettext("time budget", "Available"),
        pgettext("time budget", "Balance"),
    )
    rows = [(one.title, str(one.speakers), *one.lengths, one.slot, one.balance) for one in lines]
    table = Table(
        header=header,
        rows=(*rows[:-1], TotalRow(cells=rows[-1])),
        column_widths=(26, 18.5, 15, 17, 13.5, 13.5, 19.5, 20.5, 17),
        numeric=tuple(range(1, len(header))),
        is_wide=True,
    )
    return without_empty(table, (3, 4, 5), empty=NOTHING)
