"""A date and a time of a zone, as typed."""

from datetime import datetime

import pytest
from django import forms
from django.http import QueryDict

from events.forms.wallclock import WallClockFormField


class Form(forms.Form):
    at = WallClockFormField(zone="America/New_York")


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
