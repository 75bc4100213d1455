"""A person's own entries: whose they are, what they name, and sequences in the ledger."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import icalendar
import pytest

from events.documents.ical import next_ledger, own_entries
from events.documents.ical.entries import CalendarValues
from events.documents.ical.writer import render
from tests.meeting_facts import clock, delegate, delegation, item, meeting, roster, segment, speech

SITE = {"domain": "meetings.example.org", "public_url": "https://planner.example.org"}
AT = datetime(2017, 9, 5, 12, tzinfo=UTC)
ANN = delegate(uuid="ann", delegation="delegation-A", given_names="Ann", family_name="Otieno")
BEN = delegate(uuid="ben", delegation="delegation-B", given_names="Ben", family_name="Keïta")
WHO = (delegation("A", delegates=(ANN,)), delegation("B", delegates=(BEN,)))


def said(uuid, who, **fields):
    return speech(uuid=uuid, delegation=who.delegation, delegate=who.uuid, **fields)


def facts(*speeches, title="Update", chairs=(), delegations=WHO, zone="America/New_York", **fields):
    talk = item(kind="debate", speeches=speeches, uuid="talk", title={"en": title})
    part = segment(talk, uuid="part", title={"en": "Opening"}, chairs=chairs)
    return meeting(part, **{"roster": roster(*delegations, zone=zone)} | fields)


def ledger_of(*issued):
    ledger, at = {}, AT
    for one in issued:
        ledger = next_ledger(ledger, one, at=at, **SITE)
        at += timedelta(hours=1)
    return ledger


def own(issued, who="ann", language="en", ledger=None):
    return own_entries(issued, ledger or ledger_of(issued), language=language, **SITE).get(who, ())


def sequences(ledger):
    return {uid.split("@")[0]: row["sequence"] for uid, row in ledger.items()}


def test_speech_is_an_entry_of_its_speaker_related_to_its_item():
    (entry,) = own(facts(said("s1", ANN), said("s2", BEN)))
    assert (entry.uid, entry.related) == ("slot-s1@meetings.example.org", "item-talk@meetings.example.org")
    assert (entry.summary, entry.is_private) == ("You speak: Update", True)
    assert entry.end - entry.start == timedelta(minutes=5)


def test_chair_has_an_entry_for_the_part():
    (entry,) = own(facts(chairs=("ann", "ben")))
    assert (entry.uid, entry.related) == ("slot-part-ann@meetings.example.org", "segment-part@meetings.example.org")
    assert entry.summary == "You preside: Opening"


def test_chair_of_a_part_of_two_days_presides_twice_and_not_at_night():
    part = segment(uuid="part", chairs=("ann",), start=clock("15:00"), end=clock("11:00", "2017-09-21"))
    issued = meeting(part, roster=roster(*WHO), end=clock("11:00", "2017-09-21"))
    uids = ["slot-part-ann@meetings.example.org", "slot-part-ann-day2@meetings.example.org"]
    assert [one.uid for one in own(issued)] == uids


def test_entry_is_in_the_language_asked_for():
    assert own(facts(said("s1", ANN)), language="fr")[0].summary == "Vous intervenez\u00a0: Update"


def test_entries_of_one_person_name_no_other():
    (entry,) = own(facts(said("s1", ANN), said("s2", BEN), title="Reply of Mr. Keïta"))
    assert "Keïta" not in str(entry)
    assert entry.summary == "You speak: Debate"


def test_title_with_ones_own_name_stays():
    assert own(facts(said("s1", ANN), title="Ms. Otieno reports"))[0].summary == "You speak: Ms. Otieno reports"


@pytest.mark.parametrize(
    ("family_name", "title", "told"),
    [
        ("Li", "Reply of Mr. Li", "Debate"),
        ("Li", "Li: reply", "Debate"),
        ("U", "Statement of U", "Debate"),
        ("Ba Sy", "Words of Ms. Sy", "Debate"),
        ("Li", "Links of the LI group", "Links of the LI group"),
        ("de la Cruz", "Le rôle de la presse", "Le rôle de la presse"),
        ("de la Cruz", "Reply of M. DE LA CRUZ", "Debate"),
    ],
)
def test_short_family_name_of_another_is_found_as_a_word_of_its_own(family_name, title, told):
    other = (WHO[0], delegation("B", delegates=(replace(BEN, family_name=family_name),)))
    assert own(facts(said("s1", ANN), title=title, delegations=other))[0].summary == f"You speak: {told}"


def test_title_with_ones_own_short_name_stays():
    mine = (delegation("A", delegates=(replace(ANN, family_name="Li"),)), WHO[1])
    assert own(facts(said("s1", ANN), title="Ms. Li", delegations=mine))[0].summary == "You speak: Ms. Li"


@pytest.mark.parametrize("status", ["regrets", "withdrawn"])
def test_who_does_not_come_has_no_entry(status):
    gone = (replace(WHO[0], status=status), WHO[1])
    assert own(facts(said("s1", ANN), chairs=("ann",), delegations=gone)) == ()


def test_who_has_left_has_no_entry():
    left = (replace(WHO[0], delegates=(replace(ANN, is_withdrawn=True),)), WHO[1])
    assert own(facts(said("s1", ANN), delegations=left)) == ()


def test_name_to_follow_is_nobodys_entry():
    unnamed = speech(uuid="s1", delegation="delegation-A")
    assert own_entries(facts(unnamed), {}, language="en", **SITE) == {}


def test_first_issue_numbers_zero_and_the_same_again_leaves_the_ledger():
    issued = facts(said("s1", ANN), chairs=("ben",))
    once = ledger_of(issued)
    assert set(sequences(once).values()) == {0}
    assert ledger_of(issued, issued, issued) == once


@pytest.mark.parametrize(
    "changed",
    [
        facts(said("s1", ANN), title="Renamed"),
        facts(said("s1", ANN), start="10:00", end="12:00"),
        facts(said("s1", ANN, minutes=9)),
        facts(said("s1", BEN)),
        facts(),
    ],
    ids=["renamed", "moved", "longer", "other speaker", "gone"],
)
def test_change_raises_the_slot_and_its_return_again(changed):
    first = facts(said("s1", ANN))
    assert sequences(ledger_of(first, changed)) == {"slot-s1": 1}
    assert sequences(ledger_of(first, changed, changed)) == {"slot-s1": 1}
    assert sequences(ledger_of(first, changed, first)) == {"slot-s1": 2}


def test_change_of_one_slot_leaves_the_others():
    first, second = (facts(said("s1", ANN), said("s2", BEN, minutes=minutes)) for minutes in (5, 9))
    assert sequences(ledger_of(first, second)) == {"slot-s1": 0, "slot-s2": 1}


def test_entry_is_dated_by_the_issue_that_changed_it():
    first, second = facts(said("s1", ANN)), facts(said("s1", ANN, minutes=9))
    (entry,) = own(second, ledger=ledger_of(first, second))
    assert (entry.created_at, entry.changed_at) == (AT, AT + timedelta(hours=1))


def written(issued):
    return render(CalendarValues(zone=issued.roster.zone, changed_at=AT, entries=own(issued)))


def test_own_entry_is_private_and_invites_nobody():
    data = written(facts(said("s1", ANN), said("s2", BEN)))
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert (event["CLASS"], event["RELATED-TO"]) == ("PRIVATE", "item-talk@meetings.example.org")
    assert {"ORGANIZER", "ATTENDEE", "METHOD"} & set(event) == set()


@pytest.mark.parametrize(
    ("start", "zone", "expected"),
    [
        # Over midnight; in the hour shown twice, told in UTC; in a zone that follows no yearly rules.
        (datetime(2017, 9, 20, 23, 58), "America/New_York", "DTSTART;TZID=America/New_York:20170920T235800"),
        (datetime(2026, 11, 1, 1, 30, fold=1), "America/New_York", "DTSTART:20261101T063000Z"),
        (datetime(2026, 3, 8, 3, 0), "America/New_York", "DTSTART;TZID=America/New_York:20260308T030000"),
        (datetime(2017, 9, 20, 15, 30), "Africa/Casablanca", "DTSTART:20170920T143000Z"),
    ],
)
def test_slot_is_told_by_the_clocks_of_the_room(start, zone, expected):
    issued = facts(said("s1", ANN), start=start, end=start + timedelta(hours=3), zone=zone)
    assert expected in written(issued).decode().split("\r\n")


def test_hostile_name_of_a_part_stays_in_its_line():
    data = written(facts(said("s1", ANN), title="x\r\nATTENDEE:mailto:a@b\x00\rBEGIN:VEVENT" + "é" * 300))
    assert data.count(b"\nATTENDEE") == data.count(b"\x00") == 0
    assert data.count(b"\r\nBEGIN:VEVENT") == 1
    assert max(map(len, data.split(b"\r\n"))) <= 75
