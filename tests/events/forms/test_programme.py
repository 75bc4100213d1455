"""What the programme's forms take and refuse."""

from datetime import UTC, datetime

import pytest

from events.forms.programme import ItemForm, SegmentForm, SpeechForm
from events.models import Item, Segment, Speech
from events.queries import meeting_facts
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return factories.event(has_segment=True)


@pytest.fixture
def item(event):
    return factories.item(segment=event.segments.get())


def bound(form_class, row, event, data, **extras):
    return form_class(data, instance=row, facts=meeting_facts(event.roster), language="en", **extras)


def item_form(event, **data):
    wanted = {"kind": "statement", "title_en": "Statement", "length": "rest", "press": "open"} | data
    return bound(ItemForm, Item(segment=event.segments.get()), event, wanted)


def speech_form(event, item, **data):
    return bound(SpeechForm, Speech(item=item), event, {"speaker": "Mali"} | data, item=item)


def clock(name, time, day="2017-09-20"):
    return {f"{name}_date": day, f"{name}_time": time}


@pytest.fixture
def mali(event):
    return factories.delegation(roster=event.roster, entity=factories.entity(en="Mali", fr="Mali"))


@pytest.mark.parametrize("minutes", ["0", "500", "-3", "121", "five"])
def test_speech_of_impossible_length_is_refused_in_words(event, item, mali, minutes):
    form = speech_form(event, item, planned_minutes=minutes)
    assert form.errors == {"planned_minutes": ["A speech lasts from 1 to 120 minutes."]}


@pytest.mark.parametrize("minutes", ["", "1", "120"])
def test_speech_of_possible_length_is_taken(event, item, mali, minutes):
    assert speech_form(event, item, planned_minutes=minutes).errors == {}


def test_end_before_the_start_is_refused_at_the_end(event):
    data = {"title_en": "Part", "handover_seconds": "30", **clock("starts", "16:00"), **clock("ends", "15:59")}
    form = bound(SegmentForm, Segment(event=event), event, data)
    assert form.errors == {"ends": ["The end must come after the start."]}


def test_time_without_a_date_is_on_the_day_of_the_meeting(event):
    form = item_form(event, **clock("fixed_start", "16:00", day=""))
    assert (form.errors, form.wanted["fixed_start"]) == ({}, datetime(2017, 9, 20, 16))


def test_fixed_end_of_an_item_is_on_the_day_of_the_meeting_and_after_its_start(event):
    early = clock("fixed_start", "16:00", day="") | clock("fixed_end", "15:30", day="")
    form = item_form(event, **clock("fixed_end", "16:30", day=""))
    assert (form.errors, form.wanted["fixed_end"]) == ({}, datetime(2017, 9, 20, 16, 30))
    assert item_form(event, **early).errors == {"fixed_end": ["The end must come after the start."]}


@pytest.mark.parametrize(("limit", "words"), [(None, "3\u00a0min"), (90, "1\u00a0min\u00a030\u00a0s")])
def test_speech_form_says_with_what_it_counts_otherwise(event, item, limit, words):
    item.kind, item.limit_seconds = "debate", limit
    assert speech_form(event, item).fields["planned_minutes"].help_text == f"Left empty, it counts with {words}."


@pytest.mark.parametrize(("day", "time", "words"), [
    ("2017-03-12", "02:30", "go forward then and skip 02:30"), ("2017-11-05", "01:30", "show 01:30 twice"),
])  # fmt: skip
def test_time_that_the_clocks_skip_or_show_twice_is_asked_about(event, day, time, words):
    assert words in item_form(event, **clock("fixed_start", time, day=day)).errors["fixed_start"][0]


@pytest.mark.parametrize(
    ("title", "words"),
    [("x" * 10_000, "Shorten this to 250 characters; it has 10000."), ("a\x00b", "a character that cannot be shown")],
)
def test_title_that_cannot_be_kept_is_refused_in_words(event, title, words):
    assert words in item_form(event, title_en=title).errors["title"][0]


@pytest.mark.parametrize("title", ["🕊️ Paix", "جلسة الافتتاح"])
def test_title_of_any_script_is_taken(event, title):
    form = item_form(event, title_en=title)
    assert (form.errors, form.wanted["title"]) == ({}, {"en": title})


def test_item_of_a_number_of_minutes_needs_the_number(event):
    form = item_form(event, length="minutes")
    assert form.errors == {"duration_minutes": ["Give the minutes, or choose that it takes what it needs."]}


def test_press_may_be_left_undecided(event):
    form = item_form(event, press="")
    assert (form.errors, form.wanted["press"]) == ({}, "")


def test_item_that_takes_what_it_needs_forgets_the_minutes(event):
    form = item_form(event, length="rest", duration_minutes="9999")
    assert (form.errors, form.wanted["duration_minutes"]) == ({}, None)


def test_new_row_keeps_the_identity_of_its_form(event):
    row = Item(segment=event.segments.get())
    blank = ItemForm(instance=row, facts=meeting_facts(event.roster), language="en")
    form = item_form(event, uuid=blank["uuid"].value())
    form.is_valid()
    assert form.wanted["uuid"] == row.uuid


def test_instant_is_typed_by_the_clocks_of_the_meeting(event, item, mali):
    form = speech_form(event, item, **clock("requested_at", "10:00", day="2017-09-01"))
    form.is_valid()
    assert form.wanted["requested_at"] == datetime(2017, 9, 1, 14, tzinfo=UTC)
    row = factories.speech(item=item, delegation=mali, requested_at=form.wanted["requested_at"])
    again = SpeechForm(instance=row, facts=meeting_facts(event.roster), language="en", item=item)
    assert 'value="10:00"' in str(again["requested_at"])


@pytest.mark.parametrize("text", ["keita", "Ibrahim Boubacar Keïta (Mali)", "boubacar mali"])
def test_speaker_is_found_by_part_of_the_name_without_accents(event, item, mali, text):
    keita = factories.delegate(delegation=mali)
    form = speech_form(event, item, speaker=text)
    form.is_valid()
    assert (form.wanted["delegation"], form.wanted["delegate"]) == (mali, keita)


def test_delegation_may_speak_with_the_name_to_follow(event, item, mali):
    factories.delegate(delegation=mali)
    form = speech_form(event, item, speaker="Mali: name to follow")
    form.is_valid()
    assert (form.wanted["delegation"], form.wanted["delegate"]) == (mali, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Fill this in."),
        ("Atlantis", "Nobody at this meeting is called “Atlantis”."),
        ("mali", "This may be: Ibrahim Boubacar Keïta (Mali); Mali: name to follow."),
    ],
)
def test_speaker_not_told_apart_is_asked_about(event, item, mali, text, words):
    factories.delegate(delegation=mali)
    assert speech_form(event, item, speaker=text).errors["speaker"][0].startswith(words)


def test_delegates_of_one_name_are_told_apart_by_a_number(event, item, mali):
    rows = [factories.delegate(delegation=mali, role="adviser") for _number in range(2)]
    form = speech_form(event, item, speaker="Ibrahim Boubacar Keïta (Mali) 2")
    form.is_valid()
    assert form.wanted["delegate"] in rows
