"""A date and a time of a zone, as typed."""

from datetime import UTC, datetime

import pytest
from django import forms
from django.http import QueryDict
from django.utils.translation import override

from participants.forms.wallclock import InstantFormField, WallClockFormField


class Form(forms.Form):
    at = WallClockFormField(zone="America/New_York")


class InstantForm(forms.Form):
    at = InstantFormField(zone="America/New_York")


def posted(query):
    return Form(QueryDict(query))


def test_date_and_time_make_a_wall_clock():
    form = posted("at_date=2017-09-20&at_time=15:30")
    assert form.is_valid()
    assert form.cleaned_data["at"] == datetime(2017, 9, 20, 15, 30)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("at_date=2017-03-12&at_time=02:30", "skip 02:30"),
        ("at_date=2017-11-05&at_time=01:30", "Say whether the first or the second"),
        ("at_time=01:30", "Give the date."),
        ("at_date=2017-11-05", "Give the time."),
        ("at_date=2017-02-30&at_time=01:30", "Give a date that exists"),
        ("at_date=2017-02-20&at_time=25:30", "Give a time between"),
        ("at_date=0001-01-01&at_time=10:00", "Give a year between 1900 and 2199."),
        ("at_date=9999-12-31&at_time=23:59", "Give a year between 1900 and 2199."),
    ],
)
def test_time_that_is_none_is_refused_in_words(query, words):
    assert words in posted(query).errors["at"][0]


def test_time_that_occurs_twice_is_asked_about_and_the_answer_is_kept():
    asked = posted("at_date=2017-11-05&at_time=01:30")
    assert "at_which" not in str(Form()["at"])
    assert not asked.is_valid()
    assert "at_which" in str(asked["at"])
    answered = posted("at_date=2017-11-05&at_time=01:30&at_which=2")
    assert answered.is_valid()
    assert answered.cleaned_data["at"].fold == 1


def test_stored_second_of_two_is_shown_as_such():
    form = Form(initial={"at": datetime(2017, 11, 5, 1, 30, fold=1)})
    assert '<option value="2" selected>' in str(form["at"])


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_slip_of_the_year_counts_as_a_change_and_breaks_nothing(day):
    assert InstantForm(QueryDict(f"at_date={day}&at_time=23:59")).changed_data == ["at"]


@pytest.mark.parametrize(("which", "hour"), [("1", 5), ("2", 6)])
def test_answer_to_which_of_two_decides_the_instant(which, hour):
    form = InstantForm(QueryDict(f"at_date=2017-11-05&at_time=01:30&at_which={which}"))
    assert (form.is_valid(), form.cleaned_data["at"]) == (True, datetime(2017, 11, 5, hour, 30, tzinfo=UTC))


def test_zone_is_called_by_its_city_in_the_readers_language():
    words = []
    for language in ("en", "fr"):
        with override(language):
            words.append(WallClockFormField(zone="Africa/Cairo").help_text)
    assert (words[0], words[1][-9:]) == ("Times of Cairo.", "du Caire.")
