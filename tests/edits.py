"""Edits of the kinds that staff make, drawn by hypothesis; each gives other facts of the same meeting."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st


def edited(facts, draw, *, most=5):
    """The facts after up to `most` edits."""
    for _ in range(draw(st.integers(0, most))):
        facts = draw(st.sampled_from(EDITS))(facts, draw)
    return facts


def _numbered(rows, draw):
    return draw(st.integers(0, len(rows) - 1))


def _with(facts, number, **values):
    segments = list(facts.segments)
    segments[number] = replace(segments[number], **values)
    return replace(facts, segments=tuple(segments))


def shuffled(facts, draw):
    number = _numbered(facts.segments, draw)
    return _with(facts, number, items=tuple(draw(st.permutations(facts.segments[number].items))))


def dropped(facts, draw):
    number = _numbered(facts.segments, draw)
    items = facts.segments[number].items
    return _with(facts, number, items=items[: draw(st.integers(0, len(items)))])


def carried(facts, draw):
    """An item taken from one segment into another, or to the end of its own."""
    number, other = _numbered(facts.segments, draw), _numbered(facts.segments, draw)
    *items, last = facts.segments[number].items or (None,)
    if last is None:
        return facts
    facts = _with(facts, number, items=tuple(items))
    return _with(facts, other, items=(last, *facts.segments[other].items))


def spoken(facts, draw):
    number = _numbered(facts.segments, draw)
    items = [
        replace(
            one, speeches=tuple(draw(st.permutations(one.speeches))), limit_seconds=draw(st.sampled_from((None, 90)))
        )
        for one in facts.segments[number].items
    ]
    return _with(facts, number, items=tuple(items))


def resized(facts, draw):
    number = _numbered(facts.segments, draw)
    items = [
        replace(one, duration_minutes=draw(st.sampled_from((one.duration_minutes, 7))))
        for one in facts.segments[number].items
    ]
    return _with(facts, number, items=tuple(items))


def parted(facts, draw):
    """A segment less, or the segments in another order."""
    segments = draw(st.permutations(facts.segments))
    return replace(facts, segments=tuple(segments[: draw(st.integers(1, len(segments)))]))


def renamed(facts, draw):
    return replace(facts, title={"en": draw(st.sampled_from("abc"))})


def moved_on(facts, draw):
    return replace(facts, start=facts.start + timedelta(minutes=draw(st.integers(-30, 30))))


def elsewhere(facts, draw):
    zone = draw(st.sampled_from(("Africa/Bamako", "Europe/Paris", facts.roster.zone)))
    return replace(facts, roster=replace(facts.roster, zone=zone))


def away(facts, draw):
    rows = list(facts.roster.delegations)
    number = _numbered(rows, draw)
    rows[number] = replace(rows[number], status=draw(st.sampled_from(("accepted", "regrets"))))
    return replace(facts, roster=replace(facts.roster, delegations=tuple(rows)))


def gone(facts, draw):
    """A member of a delegation less."""
    rows = list(facts.roster.delegations)
    number = _numbered(rows, draw)
    rows[number] = replace(
        rows[number], delegates=tuple(replace(one, is_withdrawn=True) for one in rows[number].delegates)
    )
    return replace(facts, roster=replace(facts.roster, delegations=tuple(rows)))


EDITS = (shuffled, dropped, carried, spoken, resized, parted, renamed, moved_on, elsewhere, away, gone)
