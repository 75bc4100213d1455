"""One entry a day for what lasts for days, an evening whole, and identities that edits leave alone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from events.documents.ical import calendar_values
from tests.meeting_facts import clock, item, meeting, segment

SITE = {"language": "en", "domain": "example.org", "public_url": ""}


def at(text):
    """A wall clock of September 2017: "28 10:00"."""
    day, _, time = text.partition(" ")
    return clock(time, f"2017-09-{day}")


def part(start, end=None, *items, **fields):
    return segment(
        *(items or (item(minutes=60, kind="other"),)), start=at(start), end=end and at(end), **{"uuid": start} | fields
    )


def entries(facts, detail="meeting"):
    found = calendar_values(facts, detail=detail, **SITE).entries
    hours = timedelta(hours=-4)
    return [(one.uid.split("@")[0], f"{one.start + hours:%d %H:%M}", f"{one.end + hours:%d %H:%M}") for one in found]


def test_meeting_of_several_days_has_one_entry_a_day():
    facts = meeting(
        part("20 10:00", "20 17:00"), part("21 09:00", "21 12:00"), start=at("20 09:30"), end=at("21 12:30")
    )
    assert entries(facts) == [
        ("meeting-meeting", "20 09:30", "20 17:00"),
        ("meeting-meeting-day2", "21 09:00", "21 12:30"),
    ]


@pytest.mark.parametrize(
    ("detail", "who", "parts"),
    [
        ("meeting", "meeting-meeting", ()),
        ("meeting", "meeting-meeting", (part("28 10:00", "30 18:00"),)),
        ("sittings", "segment-a", (part("28 10:00", "30 18:00", uuid="a"),)),
        ("items", "item-b", (part("28 10:00", "30 18:00", item(kind="debate", uuid="b")),)),
    ],
)
def test_one_stretch_over_three_days_has_three_entries_cut_at_midnight(detail, who, parts):
    assert entries(meeting(*parts, start=at("28 10:00"), end=at("30 18:00")), detail) == [
        (who, "28 10:00", "29 00:00"),
        (f"{who}-day2", "29 00:00", "30 00:00"),
        (f"{who}-day3", "30 00:00", "30 18:00"),
    ]


def test_segment_over_two_days_has_the_hours_of_its_items():
    items = [item(minutes=90, kind="other", fixed_start=at(start)) for start in ("28 10:00", "28 15:00", "29 09:00")]
    facts = meeting(part("28 10:00", "29 10:30", *items, uuid="a"), start=at("28 10:00"), end=at("29 10:30"))
    hours = [("28 10:00", "28 16:30"), ("29 09:00", "29 10:30")]
    assert [one[1:] for one in entries(facts, "sittings")] == hours
    assert [one[1:] for one in entries(facts)] == hours


def test_evening_that_ends_past_midnight_is_one_entry():
    facts = meeting(part("20 22:00"), part("21 00:30"), start=at("20 22:00"), end=at("21 02:00"))
    assert entries(facts) == [("meeting-meeting", "20 22:00", "21 02:00")]


def test_last_evening_of_two_days_stays_whole_past_midnight():
    facts = meeting(
        part("20 10:00", "20 17:00"), part("21 20:00", "22 00:30"), start=at("20 10:00"), end=at("22 01:00")
    )
    assert [one[1:] for one in entries(facts)] == [("20 10:00", "20 17:00"), ("21 20:00", "22 01:00")]


def test_free_day_between_has_no_entry_and_takes_nobodys_identity():
    parts = part("20 10:00", "20 17:00"), part("21 10:00", "21 17:00"), part("22 10:00", "22 17:00")
    facts = meeting(*parts, start=at("20 10:00"), end=at("22 17:00"))
    free = replace(facts, segments=(parts[0], parts[2]))
    assert entries(free) == [entries(facts)[0], entries(facts)[2]]


def test_identities_of_days_survive_a_move():
    before, after = (
        meeting(part(f"{one} 10:00", f"{one} 17:00"), part(f"{two} 10:00", f"{two} 17:00"),
                start=at(f"{one} 10:00"), end=at(f"{two} 17:00"))
        for one, two in ((20, 21), (27, 28))
    )  # fmt: skip
    assert [one[0] for one in entries(before)] == [one[0] for one in entries(after)]


@pytest.mark.parametrize("detail", ["meeting", "sittings", "items"])
def test_identities_are_unique(detail):
    facts = meeting(
        part("20 10:00", "22 18:00"), part("22 19:00", "24 12:00"), start=at("20 10:00"), end=at("24 12:00")
    )
    found = [one[0] for one in entries(facts, detail)]
    assert len(set(found)) == len(found) > 1
