"""Entries that were issued and are no more: how long they stay, in which words, under which number."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from events.documents.ical import OWN, kept_after, kept_entries, next_ledger
from events.documents.ical.entries import CalendarValues
from events.documents.ical.writer import render
from meetingplanner.languages import DOCUMENT_LANGUAGES
from tests.meeting_facts import clock, delegate, delegation, entry, item, meeting, roster, segment, speech

SITE = {"domain": "meetings.example.org", "public_url": "https://planner.example.org"}
AT = datetime(2017, 9, 5, 12, tzinfo=UTC)
END = datetime(2017, 9, 20, 22, tzinfo=UTC)
ANN = delegate(uuid="ann", delegation="delegation-A", family_name="Otieno")
WHO = roster(delegation("A", delegates=(ANN,)))


def issued(*names, sequence=0, **fields):
    said = {one: (speech(uuid=f"s-{one}", delegation="delegation-A", delegate="ann"),) for one in names}
    items = (
        item(
            kind="debate", uuid=one, title={"en": one.title()}, speeches=said[one], entry=entry(one, sequence=sequence)
        )
        for one in names
    )
    return meeting(segment(*items, uuid="part"), **{"roster": WHO} | fields)


def over(*states, at=AT, kept=()):
    """What is kept after a row of issues, each an hour after the one before."""
    ledgers, kept = [{}], list(kept)
    for number, facts in enumerate(states):
        moment = at + timedelta(hours=number)
        ledgers.append(next_ledger(ledgers[-1], facts, at=moment, **SITE))
        if number:
            before = (states[number - 1], ledgers[-2])
            kept = kept_after(kept, before, (facts, ledgers[-1]), at=moment, **SITE)
    return kept


def uids(kept, detail, owner=""):
    return [one.uid.split("@")[0] for one in kept_entries(kept, language="en", detail=detail, owner=owner)]


def test_what_is_gone_is_kept_where_it_stood():
    kept = over(issued("a", "b"), issued("a"))
    assert [uids(kept, detail) for detail in ("meeting", "sittings", "items")] == [[], [], ["item-b"]]
    assert (uids(kept, OWN, "ann"), uids(kept, OWN, "ben")) == (["slot-s-b"], [])


def test_nothing_is_kept_of_what_only_changed():
    assert over(issued("a"), issued("a", start="09:00", end="12:00", title={"en": "New"})) == []


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "CANCELLED"), ("fr", "ANNULÉ"), ("es", "CANCELADO"), ("ru", "ОТМЕНЕНО"), ("zh", "已取消"), ("ar", "أُلغي")],
)
def test_word_stands_before_the_title_in_every_language(language, word):
    (one,) = kept_entries(over(issued("a", "b"), issued("a")), language=language, detail="items")
    assert (one.summary.startswith(word), one.summary.endswith("B")) == (True, True)


def test_entry_has_the_number_and_the_instant_of_its_end():
    (one,) = kept_entries(over(issued("a", "b", sequence=3), issued("a")), language="en", detail="items")
    assert (one.sequence, one.changed_at) == (4, AT + timedelta(hours=1))


def test_kept_entry_is_struck_out_and_takes_no_time():
    entries = kept_entries(over(issued("a", "b"), issued("a")), language="en", detail="items")
    data = render(CalendarValues(zone="America/New_York", changed_at=AT, entries=entries))
    assert (b"STATUS:CANCELLED" in data, b"TRANSP:TRANSPARENT" in data) == (True, True)


def test_kept_entry_stays_as_it_is_while_others_go():
    first = over(issued("a", "b", "c"), issued("a", "b"))
    later = over(issued("a", "b"), issued("a"), at=AT + timedelta(hours=1), kept=first)
    assert first[0] in later
    assert uids(later, "items") == ["item-b", "item-c"]


def test_what_comes_back_is_kept_no_longer():
    assert over(issued("a", "b"), issued("a"), issued("a", "b")) == []


@pytest.mark.parametrize(("after", "is_kept"), [(timedelta(days=30), True), (timedelta(days=30, seconds=1), False)])
def test_first_issue_beyond_a_month_after_the_meeting_drops_it(after, is_kept):
    kept = over(issued("a", "b"), issued("a"), issued("a"), at=END + after - timedelta(hours=2))
    assert bool(kept) == is_kept


def test_day_that_falls_away_is_kept_by_its_own_identity():
    two = meeting(end=clock("18:00", "2017-09-21"))
    assert uids(over(two, meeting()), "meeting") == ["meeting-meeting-day2"]


def test_title_as_long_as_may_be_stays_within_the_limit():
    long = replace(issued("b"), segments=(segment(item(uuid="x", minutes=5, title={"en": "x" * 300})),))
    for language in DOCUMENT_LANGUAGES:
        (one,) = kept_entries(over(long, issued()), language=language, detail="items")
        assert len(one.summary) == 120


def test_meeting_itself_is_not_cancelled_when_it_gets_items():
    assert uids(over(meeting(), issued("a")), "items") == []
