"""What templates say of facts, in both languages."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.utils import translation

NBSP = "\u00a0"
WALL = datetime(2017, 9, 20, 15, 30)


def render(expression, language, **values):
    with translation.override(language):
        return Template("{% load planner %}{{ " + expression + " }}").render(Context(values))


@pytest.mark.parametrize(
    ("expression", "language", "expected"),
    [
        ("wall|clock", "en", "15:30"),
        ("wall|clock", "fr", f"15{NBSP}h{NBSP}30"),
        ("wall|day", "en", "20 September 2017"),
        ("wall|day", "fr", f"20{NBSP}septembre 2017"),
        ("wall|day:'weekday'", "fr", f"mercredi 20{NBSP}septembre 2017"),
        ("first|day", "fr", f"1er{NBSP}octobre 2017"),
        ("'2017-10-01'|day", "en", "1 October 2017"),
        ("wall|moment", "en", "20 September 2017, 15:30"),
        ("none|clock", "en", ""),
        ("none|day", "en", ""),
        ("none|local:zone|moment", "en", ""),
        ("instant|local:zone|clock", "en", "15:30"),
        ("zone|zone_place", "en", "New York"),
        ("wall|machine", "en", "2017-09-20T15:30"),
        ("'ministerial'|table_label:'level'", "en", "Ministerial"),
        ("'nonsense'|table_label:'level'", "en", "nonsense"),
        ("'fr'|language_name", "en", "Français"),
        ("3|share:12", "en", "250"),
        ("20|share:12", "en", "1000"),
        ("0|share:0", "en", "0"),
    ],
)
def test_filter_gives_words_of_the_language(expression, language, expected):
    values = {
        "wall": WALL,
        "first": date(2017, 10, 1),
        "none": None,
        "instant": datetime(2017, 9, 20, 19, 30, tzinfo=UTC),
        "zone": "America/New_York",
    }
    assert render(expression, language, **values) == expected


@pytest.mark.parametrize(
    ("texts", "language", "expected"),
    [
        ({"en": "Mali", "fr": "le Mali"}, "fr", "le Mali"),
        ({"en": "Opening"}, "fr", "Opening"),
        ({}, "fr", ""),
        (None, "en", ""),
    ],
)
def test_text_comes_in_the_readers_language_or_its_fallback(texts, language, expected):
    assert render("texts|in_language", language, texts=texts) == expected


def test_fallback_is_marked_with_its_language_and_escaped():
    found = render("texts|marked", "fr", texts={"en": "<b>Opening</b>"})
    assert 'lang="en"' in found
    assert "&lt;b&gt;Opening&lt;/b&gt;" in found


def test_text_in_the_readers_language_has_no_mark():
    assert render("texts|marked", "fr", texts={"en": "Opening", "fr": "Ouverture"}) == "Ouverture"


@pytest.mark.parametrize(
    ("language", "days", "shown"),
    [
        ("fr", (20, 20), "20_septembre_2017, 15_h_30–18_h"),
        ("en", (20, 20), "20_September_2017, 15:30–18:00"),
        ("en", (20, 21), "20_September_2017, 15:30 – 21_September_2017, 18:00"),
    ],
)
def test_span_breaks_between_date_and_time_alone(language, days, shown):
    start, end = datetime(2017, 9, days[0], 15, 30), datetime(2017, 9, days[1], 18)
    assert render("start|until:end", language, start=start, end=end) == shown.replace("_", NBSP)
