import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from events.documents.ical import calendar_bytes, calendar_values, entry_digests
from events.domain.facts import RoomFacts
from events.domain.items import DETAILS
from events.domain.snapshot import to_json
from tests.meeting_facts import clock, entry, item, meeting, open_point, segment

ROOT = Path(__file__).parents[4]
SITE = {"domain": "meetings.example.org", "public_url": "https://planner.example.org"}
ROOM = RoomFacts(
    names={"en": "Conference Room 4", "fr": "Salle 4"}, building={"en": "UN Headquarters"}, city={"en": "New York"},
    width_mm=1, depth_mm=1, is_approximate=True, seats=(), places=(),
)  # fmt: skip
SINGLE = ("UID", "DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "LOCATION",
          "DESCRIPTION", "URL", "CATEGORIES", "STATUS", "TRANSP", "CLASS")  # fmt: skip


def mali(**fields):
    opening = segment(
        item(kind="opening_statement", minutes=10, uuid="statements", title={"en": "Statements"}),
        item(kind="silence", minutes=1, uuid="silence", press="webcast"),
        uuid="opening",
        title={"en": "Opening", "fr": "Ouverture"},
        end=clock("16:10"),
    )
    talks = segment(item(kind="debate", uuid="debate"), uuid="talks", title={"en": "Talks", "fr": "Échanges"})
    return meeting(opening, talks, **{"room": ROOM} | fields)


def written(facts, *, detail="meeting", language="en", **site):
    return calendar_bytes(facts, language=language, detail=detail, **SITE | site)


def unfolded(data):
    return data.decode().replace("\r\n ", "").split("\r\n")


def lines(facts, name, **options):
    return [line for line in unfolded(written(facts, **options)) if re.match(rf"{name}[;:]", line)]


def events(facts, **options):
    return Calendar.from_ical(written(facts, **options)).walk("VEVENT")


def test_meeting_is_one_timed_busy_entry_with_every_property():
    facts = mali(entry=entry("meeting", sequence=3, changed_at=datetime(2017, 9, 2, 8, tzinfo=UTC)))
    text = unfolded(written(facts))
    start = text.index("BEGIN:VEVENT")
    assert sorted(text[start : text.index("END:VEVENT")]) == sorted(
        [
            "BEGIN:VEVENT",
            "UID:meeting-meeting@meetings.example.org",
            "DTSTAMP:20170902T080000Z",
            "LAST-MODIFIED:20170902T080000Z",
            "CREATED:20170901T120000Z",
            "SEQUENCE:3",
            "DTSTART;TZID=America/New_York:20170920T153000",
            "DTEND;TZID=America/New_York:20170920T180000",
            "SUMMARY:Ministerial Meeting on Mali",
            r"LOCATION:Conference Room 4\, UN Headquarters\, New York",
            "DESCRIPTION:https://planner.example.org/meetings/mali-2017/",
            "URL:https://planner.example.org/meetings/mali-2017/",
            "CATEGORIES:Ministerial",
            "STATUS:CONFIRMED",
            "TRANSP:OPAQUE",
            "CLASS:PUBLIC",
        ]
    )


def test_file_to_keep_is_no_calendar_with_a_name_to_follow():
    text = unfolded(written(mali(short_title={"en": "Mali, and; more"})))
    assert text[1 : text.index("BEGIN:VTIMEZONE")] == [
        "VERSION:2.0",
        "PRODID:-//Meeting Planner//Calendar//EN",
        "CALSCALE:GREGORIAN",
    ]


@pytest.mark.parametrize(
    ("detail", "expected"),
    [
        ("meeting", [("meeting-meeting", "15:30", "18:00", "Ministerial Meeting on Mali")]),
        (
            "sittings",
            [
                ("segment-opening", "15:30", "16:10", "Mali: Opening"),
                ("segment-talks", "16:10", "18:00", "Mali: Talks"),
            ],
        ),
        (
            "items",
            [
                ("item-statements", "15:30", "15:40", "Mali: Statements"),
                ("item-silence", "15:40", "15:41", "Mali: Item"),
                ("item-debate", "16:10", "18:00", "Mali: Item"),
            ],
        ),
    ],
)
def test_detail_decides_what_has_an_entry(detail, expected):
    assert [
        (one["UID"].split("@")[0], f"{one.start:%H:%M}", f"{one.end:%H:%M}", one["SUMMARY"])
        for one in events(mali(), detail=detail)
    ] == expected


def test_unknown_detail_is_refused():
    with pytest.raises(ValueError, match="meeting, sittings, items"):
        written(mali(), detail="speeches")


@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_bytes_keep_the_format(detail, language):
    data = written(mali(title={"en": "Réunion " * 30}), detail=detail, language=language)
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert re.findall(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]", data) == []
    names = [line.partition(":")[0].partition(";")[0] for line in unfolded(data)]
    assert {"METHOD", "ORGANIZER", "ATTENDEE", "RDATE", "VALARM", "X-ALT-DESC"} & set(names) == set()


@pytest.mark.parametrize("detail", DETAILS)
def test_each_property_stands_once_and_every_zone_is_defined(detail):
    calendar = Calendar.from_ical(written(mali(), detail=detail))
    uids = [event["UID"] for event in calendar.walk("VEVENT")]
    assert len(set(uids)) == len(uids)
    zones = {zone["TZID"] for zone in calendar.walk("VTIMEZONE")}
    for event in calendar.walk("VEVENT"):
        assert [name for name in event if isinstance(event[name], list) and name != "CATEGORIES"] == []
        assert set(event) <= set(SINGLE)
        assert {event[name].params.get("TZID") for name in ("DTSTART", "DTEND")} <= zones


def test_entries_joined_are_the_whole():
    data = written(mali(), detail="items")
    joined = b"".join(event.to_ical() for event in Calendar.from_ical(data).walk("VEVENT"))
    assert data.endswith(joined + b"END:VCALENDAR\r\n")


@pytest.mark.parametrize(
    ("point", "status", "summary"),
    [
        (open_point("time"), "TENTATIVE", "Ministerial Meeting on Mali (provisional)"),
        (open_point("seats", "person"), "CONFIRMED", "Ministerial Meeting on Mali"),
        (open_point("time", resolved_at=datetime(2017, 9, 3, tzinfo=UTC)), "CONFIRMED", "Ministerial Meeting on Mali"),
    ],
)
def test_entry_is_tentative_only_while_the_time_is_open(point, status, summary):
    (event,) = events(mali(open_points=(point,)))
    assert (event["STATUS"], event["SUMMARY"]) == (status, summary)


def test_french_entry_speaks_french():
    (event,) = events(mali(in_margins_of={"fr": "le débat général"}), language="fr")
    assert (event["SUMMARY"], event["LOCATION"]) == ("Réunion sur le Mali", "Salle 4, UN Headquarters, New York")
    assert "du débat général" in event["DESCRIPTION"]


@pytest.mark.parametrize(
    ("occasion", "expected"),
    [
        ({"fr": "le débat général"}, "En marge du débat général."),
        ({"en": "the general debate"}, "En marge de «\u00a0the general debate\u00a0»\u00a0[en]."),
    ],
)
def test_occasion_contracts_with_its_preposition(occasion, expected):
    [one] = events(mali(in_margins_of=occasion), language="fr")
    assert str(one["DESCRIPTION"]).startswith(expected)


def test_plain_http_address_gives_no_link():
    (event,) = events(mali(), public_url="http://127.0.0.1:8000")
    assert ("URL" in event, "DESCRIPTION" in event) == (False, False)


def test_long_texts_are_cut_and_the_link_is_the_last_line():
    long = item(kind="other", minutes=5, description={"en": "word " * 200}, title={"en": "title " * 50})
    (event,) = events(meeting(segment(long)), detail="items")
    assert (len(event["SUMMARY"]), len(event["DESCRIPTION"])) == (120, 400)
    assert event["DESCRIPTION"].split("\n")[-1] == "https://planner.example.org/meetings/mali-2017/"


def test_title_too_long_for_an_entry_gives_way_to_the_short_one():
    facts = mali(title={"en": "long " * 30}, open_points=(open_point("time"),))
    assert [one["SUMMARY"] for one in events(facts)] == ["Mali (provisional)"]


HOSTILE = 'a\r\nATTENDEE:mailto:x@y\rb\nBEGIN:VEVENT\x00\x7f\x0b\u2028\u0085\\N c,;"\ud800 \U0001f468\u200d\U0001f469'


def test_hostile_text_stays_in_its_line():
    texts = {"en": HOSTILE}
    facts = mali(title=texts, short_title=texts, room=replace(ROOM, names=texts), in_margins_of=texts)
    names = [line.partition(":")[0] for line in unfolded(written(facts))]
    assert (names.count("BEGIN"), names.count("ATTENDEE"), names.count("SUMMARY")) == (5, 0, 1)
    (event,) = events(facts)
    assert (
        event["SUMMARY"].replace("\n", " ")
        == 'a ATTENDEE:mailto:x@y b BEGIN:VEVENT     c,;" \U0001f468\u200d\U0001f469'
    )


def test_same_facts_give_the_same_bytes_in_any_process(tmp_path):
    facts = mali(title={"en": HOSTILE.replace("\ud800", "")})
    snapshot = tmp_path / "facts.json"
    snapshot.write_text(to_json(facts), "utf-8")
    program = (
        "import sys, django; django.setup()\n"
        "from pathlib import Path\n"
        "from events.documents.ical import calendar_bytes\n"
        "from events.domain.snapshot import from_json\n"
        "facts = from_json(Path(sys.argv[1]).read_text('utf-8'))\n"
        "site = {'domain': 'meetings.example.org', 'public_url': 'https://planner.example.org'}\n"
        "sys.stdout.buffer.write(calendar_bytes(facts, language='en', detail='items', **site))\n"
    )
    command = [sys.executable, "-c", program, str(snapshot)]
    environment = os.environ | {"PYTHONHASHSEED": "2"}
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout
    assert result == written(facts, detail="items")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        # 8 March 2026: 02:30 does not exist; the hour before and after are told in the zone.
        (datetime(2026, 3, 8, 1, 30), datetime(2026, 3, 8, 3, 30), ("20260308T013000", "20260308T033000")),
        # 1 November 2026: 01:30 exists twice, and goes out in UTC.
        (datetime(2026, 11, 1, 1, 30), datetime(2026, 11, 1, 3), ("20261101T053000Z", "20261101T030000")),
        (datetime(2026, 11, 1, 1, 30, fold=1), datetime(2026, 11, 1, 3), ("20261101T063000Z", "20261101T030000")),
    ],
)
def test_change_of_clocks_is_told_without_doubt(start, end, expected):
    facts = meeting(start=start, end=end)
    found = [line.partition(":")[2] for name in ("DTSTART", "DTEND") for line in lines(facts, name)]
    assert tuple(one for one in found if one[:4] == "2026") == expected


def test_zone_without_yearly_rules_is_told_in_utc():
    data = written(meeting(zone="Africa/Casablanca"))
    assert (b"VTIMEZONE" in data, b"DTSTART:20170920T143000Z" in data) == (False, True)


def test_detail_without_anything_that_lasts_falls_back_to_the_meeting():
    assert [one["UID"] for one in events(meeting(), detail="items")] == ["meeting-meeting@meetings.example.org"]


def test_digest_follows_content_and_nothing_else():
    facts = mali()
    digests = entry_digests(facts, **SITE)
    assert set(digests) == {"meeting", "opening", "talks", "statements", "silence", "debate"}
    later = entry("meeting", sequence=7, changed_at=datetime(2018, 1, 1, tzinfo=UTC))
    assert entry_digests(replace(facts, entry=later), **SITE) == digests


def changed(facts, **changes):
    before, after = (entry_digests(one, **SITE) for one in (facts, replace(facts, **changes)))
    return {uuid for uuid in before if before[uuid] != after[uuid]}


def test_digest_changes_for_what_is_told_differently():
    facts = mali()
    opening, talks = facts.segments
    renamed = replace(talks, title=talks.title | {"fr": "Débat"})
    assert changed(facts, segments=(opening, renamed)) == {"talks"}
    assert changed(facts, end=facts.end + timedelta(minutes=10)) == {"meeting", "talks", "debate"}
    assert changed(facts, open_points=(open_point("time"),)) == set(entry_digests(facts, **SITE))
    assert changed(facts, contact_name="Somebody", reserve_seats=3) == set()


def test_meetings_digest_is_the_same_before_it_has_parts():
    bare = meeting()
    assert entry_digests(bare, **SITE)["meeting"] == entry_digests(meeting(segment(item(minutes=5))), **SITE)["meeting"]


def test_uid_survives_a_move_and_a_new_name():
    before = calendar_values(mali(), language="en", **SITE)
    after = calendar_values(mali(start="10:00", end="12:00", title={"en": "New"}, room=None), language="fr", **SITE)
    assert [one.uid for one in before.entries] == [one.uid for one in after.entries]
