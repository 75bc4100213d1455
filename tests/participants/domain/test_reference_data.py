"""The reference data as delivered, resolved for a day and put through the domain's rules."""

import csv
from datetime import date
from pathlib import Path

import pytest

from meetingplanner.languages import USUAL_LANGUAGES
from participants.domain.entities import NameRow, StatusRow, resolve
from participants.domain.names import FORMS, NBSP, listed_name, printed_name, sort_key, upper
from participants.domain.prose import of, to
from participants.domain.protocol import STATUSES
from participants.domain.ranks import RANKS
from participants.domain.seat_orders import SeatOrder, ordered_entities
from participants.domain.values import DelegateFacts

ROOT = Path(__file__).parents[3]
MEETING_ON = date(2017, 9, 20)


def rows(path):
    return list(csv.DictReader((ROOT / path).read_text(encoding="utf-8").splitlines()))


def day(text):
    return date.fromisoformat(text) if text else None


def span(row):
    return {"valid_from": day(row["valid_from"]), "valid_to": day(row["valid_to"])}


NAME_FIELDS = ("language", "list_name", "prose", "formal", "short", "abbreviation", "sort_key")
NAMES, STATUS_ROWS = {}, {}
for name in rows("fixtures/reference/entity_names.csv"):
    fields = {field: name[field] for field in NAME_FIELDS}
    NAMES.setdefault(name["code"], []).append(NameRow(**fields, **span(name)))
for status in rows("fixtures/reference/entity_statuses.csv"):
    STATUS_ROWS.setdefault(status["code"], []).append(StatusRow(status=status["status"], **span(status)))


def entities_on(on):
    kinds = {row["code"]: row["kind"] for row in rows("fixtures/reference/entities.csv")}
    return {
        code: resolve(code=code, kind=kind, names=NAMES[code], statuses=STATUS_ROWS.get(code, ()), on=on)
        for code, kind in kinds.items()
    }


def published(column):
    found = [row for row in rows("tests/data/state_orders.csv") if row[column]]
    return [row["code"] for row in sorted(found, key=lambda row: int(row[column]))]


@pytest.mark.parametrize(
    ("on", "scheme", "language", "column"),
    [
        (MEETING_ON, "alphabetical", "en", "order_en_2017"),
        (MEETING_ON, "alphabetical", "fr", "order_fr_2017"),
        (MEETING_ON, "drawn", "en", "seat_order_unga72"),
        (date(2026, 11, 1), "alphabetical", "en", "order_en_2026"),
    ],
)
def test_delivered_states_are_in_the_published_order(on, scheme, language, column):
    entities, expected = entities_on(on), published(column)
    states = [entities[code] for code in entities if STATUSES[entities[code].status].is_state]
    order = ordered_entities(states, SeatOrder(scheme=scheme, language=language, drawn=entities["CZE"]))
    assert list(order[: len(expected)]) == expected


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_delivered_states_are_filed_by_their_names_letter_by_letter(language):
    entities = entities_on(MEETING_ON)
    states = [entities[code] for code in entities if STATUSES[entities[code].status].group == 0]
    order = ordered_entities(states, SeatOrder(language=language))
    names = [sort_key(entities[code].names[language]) for code in order]
    assert (len(names), names) == (193, sorted(names))


def test_spanish_order_is_its_own():
    entities = entities_on(MEETING_ON)
    codes = ("DEU", "EGY", "ARE", "USA", "CIV", "ZAF", "MLI")
    order = ordered_entities([entities[code] for code in codes], SeatOrder(language="es"))
    assert order == ("DEU", "CIV", "EGY", "ARE", "USA", "MLI", "ZAF")


@pytest.mark.parametrize("language", USUAL_LANGUAGES)
def test_no_delivered_name_meets_a_preposition_wrongly(language):
    prose = [entity.prose[language] for entity in entities_on(MEETING_ON).values()]
    said = [f" {word(name, language)}" for name in prose for word in (of, to)]
    wrong = (" de le ", " de les ", " à le ", " à les ", " d'le ", " d'l'", " of The ", "  ")
    assert [text for text in said if text.startswith(wrong)] == []


def test_delivered_names_without_article_elide_before_vowels_and_haiti():
    prose = [entity.prose["fr"] for entity in entities_on(MEETING_ON).values()]
    elided = sorted(of(name, "fr") for name in prose if of(name, "fr").startswith("d'"))
    assert elided == ["d'Antigua-et-Barbuda", "d'El Salvador", "d'Haïti", "d'Israël", "d'Oman"]


def test_every_delivered_status_and_rank_is_in_its_table():
    statuses = {row.status for held in STATUS_ROWS.values() for row in held}
    ranks = {row["rank"] for row in rows("fixtures/reference/person_titles.csv")}
    assert (statuses - set(STATUSES), ranks - set(RANKS)) == (set(), set())


@pytest.mark.parametrize("person", rows("fixtures/reference/people.csv"), ids=lambda row: row["code"])
@pytest.mark.parametrize("language", FORMS)
def test_delivered_people_keep_their_spelling_in_print_and_lists(person, language):
    family, given = person["family_name"], person["given_names"]
    facts = DelegateFacts(
        uuid="1", version=1, delegation="x", role="head", rank="minister", gender=person["gender"],
        given_names=given, family_name=family, is_family_name_first=person["family_first"] == "yes",
    )  # fmt: skip
    family = family.replace(" ", NBSP)
    first, last = (family, given) if facts.is_family_name_first else (given, family)
    printed = printed_name(facts, language)
    whole = f"{first} {last}"
    assert printed.startswith(whole) if FORMS[language].follows_name else printed.endswith(whole)
    assert listed_name(facts, language) == printed.replace(family, upper(family, language))
