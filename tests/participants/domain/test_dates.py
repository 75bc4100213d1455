"""Days and clocks in words."""

from datetime import date, datetime, time

import pytest

from meetingplanner.languages import LANGUAGES
from participants.domain.dates import DATE_FORMS, clock_in_sentence_text, clock_text, day_text, moment_text, span_text

NBSP = "\u00a0"


def test_every_language_has_its_forms():
    assert set(DATE_FORMS) == set(LANGUAGES)
    assert {(len(forms.months), len(forms.weekdays)) for forms in DATE_FORMS.values()} == {(12, 7)}


@pytest.mark.parametrize(
    ("day", "language", "options", "expected"),
    [
        (date(2017, 9, 20), "en", {}, "20 September 2017"),
        (date(2017, 9, 20), "en", {"has_year": False}, "20 September"),
        (date(2017, 9, 20), "fr", {"has_weekday": True}, f"mercredi 20{NBSP}septembre 2017"),
        (date(2017, 10, 1), "fr", {}, f"1er{NBSP}octobre 2017"),
        (date(2017, 8, 11), "fr", {"has_year": False}, f"11{NBSP}août"),
        (date(2017, 9, 20), "es", {}, f"20{NBSP}de septiembre de 2017"),
        (date(2017, 9, 20), "es", {"has_weekday": True}, f"miércoles, 20{NBSP}de septiembre de 2017"),
        (date(2017, 9, 20), "ru", {}, f"20{NBSP}сентября 2017{NBSP}года"),
        (date(2017, 9, 20), "ru", {"has_weekday": True}, f"среда, 20{NBSP}сентября 2017{NBSP}года"),
        (date(2017, 9, 20), "ar", {}, f"20{NBSP}أيلول/سبتمبر{NBSP}2017"),
        (date(2018, 1, 1), "ar", {"has_weekday": True}, f"الاثنين، 1{NBSP}كانون الثاني/يناير{NBSP}2018"),
        (date(2017, 9, 20), "zh", {}, "2017年9月20日"),
        (date(2017, 9, 20), "zh", {"has_weekday": True}, "2017年9月20日星期三"),
        (date(2017, 10, 1), "zh", {"has_year": False}, "10月1日"),
    ],
)
def test_day_is_written_as_the_language_has_it(day, language, options, expected):
    assert day_text(day, language, **options) == expected


@pytest.mark.parametrize(
    ("wall", "language", "expected"),
    [
        (time(9, 5), "en", "09:05"),
        (time(9, 5), "fr", f"9{NBSP}h{NBSP}05"),
        (time(15, 0), "fr", f"15{NBSP}h"),
        (time(0, 0), "en", "00:00"),
        (time(9, 5), "es", "9.05"),
        (time(9, 5), "ru", "09:05"),
        (time(15, 30), "ar", "15:30"),
        (time(15, 30), "zh", "15:30"),
    ],
)
def test_clock_is_written_as_the_language_has_it(wall, language, expected):
    assert clock_text(wall, language) == expected


def test_span_names_a_second_day_only_where_there_is_one():
    start = datetime(2017, 9, 20, 15, 30)
    assert span_text(start, datetime(2017, 9, 20, 18), "en") == "20 September 2017, 15:30–18:00"
    assert span_text(start, datetime(2017, 9, 21, 18), "en") == f"{moment_text(start, 'en')} – 21 September 2017, 18:00"


def test_full_hour_is_written_out_in_a_french_sentence_alone():
    hours = [time(18), time(18, 30), time(1)]
    assert [clock_in_sentence_text(one, "fr").replace("\u00a0", " ") for one in hours] == [
        "18 heures",
        "18 h 30",
        "1 heure",
    ]
    assert [clock_text(time(18), "fr"), clock_in_sentence_text(time(18), "es")] == ["18\u00a0h", "18.00"]
