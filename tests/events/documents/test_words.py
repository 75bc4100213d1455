from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pypdfium2
import pytest
from django.utils.translation import override

from events.documents import words
from events.documents.title_words import subject
from tests import facts as make
from tests.events.documents.prints import STATES, file


@pytest.mark.parametrize(
    ("zone", "english", "french"),
    [
        ("America/New_York", "New York time", "heure de New York"),
        ("Africa/Addis_Ababa", "Addis Ababa time", "heure d'Addis-Abeba"),
        ("Africa/Cairo", "Cairo time", "heure du Caire"),
        ("UTC", "UTC", "UTC"),
    ],
)
def test_zone_is_called_by_its_city(zone, english, french):
    assert [words.zone_time(zone, "en"), words.zone_time(zone, "fr")] == [english, french]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "as of 1 October 2017, 09:00 (New York time)"),
        ("fr", "au 1er\u00a0octobre 2017 à 9\u00a0heures (heure de New York)"),
    ],
)
def test_instant_of_the_facts_is_said_in_the_zone_of_the_meeting(language, expected):
    with override(language):
        assert words.as_of(datetime(2017, 10, 1, 13, tzinfo=UTC), "America/New_York", language) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [({"en": "Accord", "fr": "Pacte"}, "Accord"), ({"fr": "Pacte"}, "\u2068Pacte\u00a0[fr]\u2069"), ({}, "")],
)
def test_text_of_another_language_carries_its_mark(texts, expected):
    assert words.shown(texts, "en") == expected


def test_text_of_another_language_begins_a_line_with_a_capital():
    assert [words.capitalised(text) for text in ("\u2068pacte", "pacte", "")] == ["\u2068Pacte", "Pacte", ""]


@pytest.mark.parametrize(
    ("seconds", "expected"), [(0, "0 min"), (30, "30 s"), (300, "5 min"), (-210, "3 min 30 s"), (5400, "90 min")]
)
def test_durations_are_exact(seconds, expected):
    assert words.duration(timedelta(seconds=seconds)).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ar", "3 دقائق و 30 ثانية"), ("zh", "3分钟30秒"), ("fr", "3 min 30 s"), ("ru", "3 мин 30 с")],
)
def test_minutes_and_seconds_are_joined_as_the_language_joins_them(language, expected):
    with override(language):
        assert words.duration(timedelta(seconds=210)).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    ("language", "where", "held"),
    [
        ("zh", "纽约总部第4会议室", "在纽约总部第4会议室"),
        ("ru", "Зал 4, Штаб, Нью-Йорк", "в Нью-Йорке (Зал 4, Штаб)"),
        ("en", "Room 4, Headquarters, New York", "in New York (Room 4, Headquarters)"),
    ],
)
def test_place_is_told_from_the_end_at_which_the_language_begins(language, where, held):
    names = {"zh": "第4会议室", "ru": "Зал 4", "en": "Room 4"}
    building = {"zh": "总部", "ru": "Штаб", "en": "Headquarters"}
    city = {"zh": "纽约", "ru": "Нью-Йорк", "en": "New York"}
    room = make.replace(make.room(), names=names, building=building, city=city)
    assert (words.place(room, language), words.city_and_room(room, language)) == (where, held)


def test_russian_names_a_zone_by_its_city():
    assert words.zone_time("America/New_York", "ru") == "местное время, Нью-Йорк"


@pytest.mark.parametrize(
    ("city", "told"), [("Женева", "в Женеве"), ("Найроби", "в Найроби"), ("Тимбукту", "в городе Тимбукту")]
)
def test_russian_inflects_the_cities_it_knows(city, told):
    room = make.replace(make.room(), names={}, building={}, city={"ru": city})
    assert words.city_and_room(room, "ru") == told


def test_city_with_an_article_contracts_in_french():
    room = make.room()
    cities = {"Le Caire": "au Caire", "La Haye": "à La Haye", "Genève": "à Genève"}
    found = [words.city_and_room(make.replace(room, names={}, building={}, city={"fr": city}), "fr") for city in cities]
    assert found == list(cities.values())


@pytest.mark.parametrize(
    ("title", "expected", "gender"),
    [
        ("Réunion ministérielle sur le Mali", "La réunion ministérielle sur le Mali", "f"),
        ("Dialogue de haut niveau", "Le dialogue de haut niveau", "m"),
        ("Atelier sur l'eau", "L'atelier sur l'eau", "m"),
        ("3e conférence", "La 3e conférence", "f"),
        ("Agir pour le Sahel", "La réunion intitulée «\u00a0Agir pour le Sahel\u00a0»", "f"),
    ],
)
def test_french_title_begins_a_sentence_with_its_article(title, expected, gender):
    with override("fr"):
        found = subject({"fr": title}, "fr")
    assert (found.text, found.gender) == (expected, gender)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"en": "Ministerial Meeting"}, "The Ministerial Meeting"),
        ({"en": "The Meeting"}, "The Meeting"),
        ({"fr": "Réunion"}, "The meeting \u2068“Réunion”\u00a0[fr]\u2069"),
        ({}, "The meeting"),
    ],
)
def test_english_title_begins_a_sentence_with_its_article(texts, expected):
    assert subject(texts, "en").text == expected


@pytest.mark.parametrize(
    ("function", "is_named"),
    [
        ("Председатель Комиссии Африканского союза", True),
        ("Председатель Африканского союза", False),
        ("Комиссар Союза африканских государств", False),
    ],
)
def test_russian_function_names_an_organ_in_any_case(function, is_named):
    texts = {"ru": "Комиссия Африканского союза"}
    organ = make.entity("AUC", names=texts, formal=texts, short=texts)
    assert words.names_entity(function, organ, "ru") is is_named


@pytest.mark.parametrize(
    ("function", "is_named"),
    [("非洲联盟委员会主席", True), ("非洲联盟（非盟）委员会主席", True), ("非洲联盟主席", False)],
)
def test_chinese_function_names_an_organ_inside_its_words(function, is_named):
    texts = {"zh": "非洲联盟委员会"}
    organ = make.entity("AUC", names=texts, formal=texts, short=texts)
    assert words.names_entity(function, organ, "zh") is is_named


@pytest.mark.parametrize("slug", ["programme", "speakers", "participants", "seating-plan", "door-list", "changeover"])
def test_no_line_of_a_russian_print_begins_with_a_small_title(slug):
    facts = STATES["council" if slug == "programme" else "mali"]()
    pdf = pypdfium2.PdfDocument(file(slug, facts, "ru").content)
    text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    lines = text.replace("\u00a0", " ").replace("\u2011", "-").splitlines()
    begun = [before for before, line in pairwise(lines) if line.startswith(("г-н", "г-жа"))]
    assert [before for before in begun if not before.rstrip().endswith("Превосходительство")] == []
    assert any("Г-н " in line for line in lines)
