"""The reference tables under fixtures/, and how all fixtures are written."""

import re
from datetime import date
from itertools import pairwise

import pytest

from meetingplanner.languages import LANGUAGES
from participants.domain.names import fold
from participants.domain.protocol import STATUSES
from participants.domain.ranks import RANKS
from participants.grounds import GROUNDS
from tests.fixture_files import (
    DAYS,
    ENTITIES,
    FIXTURES,
    MEETINGS,
    NAMES,
    PEOPLE,
    TABLES,
    WORKING_LANGUAGES,
    WORKING_PARTS,
    by_language,
    holds,
    members,
    name,
    table,
    texts,
    walk,
)

SPACING = re.compile(r"(?<!\u00a0)[»;?!](?!»)|(?<!\u00a0):(?!\d)|«(?!\u00a0)|\d h \d|S\.E\.(?!\u00a0)|\b(?:M\.|Mme) ")
PLACEHOLDER = re.compile(r"\b(?:None|null|TBC|TBD|TODO|XXX|FIXME|lorem)\b|\[\]|\(\)|\?\?|…")


def french_cells():
    for stem in TABLES:
        for row in table(stem):
            if stem == "entity_names" and row["language"] == "fr":
                yield from (row[form] for form in ("list_name", "prose", "formal", "short", "abbreviation"))
            yield from (cell for column, cell in row.items() if column.endswith("_fr") and column != "gender_fr")


def test_every_file_is_utf8_with_lf_and_no_stray_blanks():
    for path in [one for one in FIXTURES.rglob("*") if one.suffix in (".csv", ".json", ".md")]:
        data = path.read_bytes()
        assert (b"\r" in data, data.startswith(b"\xef\xbb\xbf"), data.endswith(b"\n")) == (False, False, True), path


@pytest.mark.parametrize("stem", TABLES)
def test_cells_are_trimmed_and_complete(stem):
    rows = table(stem)
    assert rows
    assert [cell for row in rows for cell in row.values() if cell is None or cell != cell.strip(" ")] == []


def test_all_states_and_organisations_are_there():
    kinds = [row["kind"] for row in ENTITIES.values()]
    assert {kind: kinds.count(kind) for kind in sorted(set(kinds))} == {
        "observer_state": 2, "organ": 21, "organisation": 25, "state": 193, "united_nations": 1,
    }  # fmt: skip


def test_organs_and_only_organs_speak_through_a_known_entity():
    assert {row["parent"] for row in ENTITIES.values() if row["kind"] == "organ"} == {"AU", "EU", "ECOWAS", "UN"}
    assert {row["parent"] for row in ENTITIES.values() if row["kind"] != "organ"} == {""}


def test_every_code_in_the_tables_is_known():
    codes = {
        row[column] for stem in TABLES for row in table(stem) for column in ("code", "entity", "organ") if column in row
    }
    people = {row["person"] for row in table("person_titles")}
    ranks = set(RANKS)
    assert (
        codes - set(ENTITIES) - set(PEOPLE) - ranks - {row["code"] for row in table("groups")} - {""},
        people - set(PEOPLE),
    ) == (set(), set())


@pytest.mark.parametrize("language", WORKING_LANGUAGES)
@pytest.mark.parametrize("day", DAYS)
def test_every_entity_has_one_whole_name_on_the_day(day, language):
    rows = [row for row in NAMES if row["language"] == language and holds(row, day)]
    assert sorted(row["code"] for row in rows) == sorted(ENTITIES)
    assert [
        row for row in rows if not all(row[form] for form in ("list_name", "prose", "formal", "short", "sort_key"))
    ] == []


def test_periods_of_names_join_without_gap():
    for first, second in pairwise(sorted(NAMES, key=lambda row: (row["code"], row["language"], row["valid_from"]))):
        if (first["code"], first["language"]) == (second["code"], second["language"]):
            assert first["valid_to"] == second["valid_from"] != ""
    assert [
        row for row in NAMES if row["valid_from"] and row["valid_to"] and row["valid_from"] >= row["valid_to"]
    ] == []


def test_dates_are_dates():
    cells = [
        row[column] for stem in TABLES for row in table(stem) for column in row if column in ("valid_from", "valid_to")
    ]
    assert len([date.fromisoformat(cell) for cell in cells if cell]) > 100


@pytest.mark.parametrize("day", DAYS)
def test_every_entity_has_one_known_status_on_the_day(day):
    rows = [row for row in table("entity_statuses") if holds(row, day)]
    assert sorted(row["code"] for row in rows) == sorted(ENTITIES)
    assert {row["status"] for row in rows} <= set(STATUSES)


@pytest.mark.parametrize(
    ("day", "status"), [("2024-09-09", "observer_state"), ("2024-09-10", "observer_state_among_members")]
)
def test_palestine_moves_among_members_in_september_2024(day, status):
    assert [row["status"] for row in table("entity_statuses") if row["code"] == "PSE" and holds(row, day)] == [status]


def test_sort_keys_are_the_folded_list_names_where_they_are_stored():
    stored = [row for row in NAMES if row["sort_key"]]
    assert {row["language"] for row in stored} == set(WORKING_LANGUAGES)
    assert [row for row in stored if row["sort_key"] != fold(row["list_name"])] == []


@pytest.mark.parametrize(
    ("language", "code", "following", "day"),
    [
        ("fr", "GNB", "GNQ", "2017-09-20"),
        ("fr", "DEU", "AND", "2017-09-20"),
        ("fr", "MDA", "COD", "2017-09-20"),
        ("en", "SUR", "SWZ", "2017-09-20"),
        ("en", "ETH", "FJI", "2026-11-21"),
        ("en", "EST", "SWZ", "2026-11-21"),
        ("en", "THA", "MKD", "2017-09-20"),
        ("en", "NGA", "MKD", "2026-11-21"),
    ],
)
def test_states_follow_each_other_as_the_un_lists_them(language, code, following, day):
    rows = [row for row in NAMES if row["language"] == language and holds(row, day)]
    ordered = [
        row["code"] for row in sorted(rows, key=lambda row: row["sort_key"]) if ENTITIES[row["code"]]["kind"] == "state"
    ]
    assert ordered[ordered.index(code) + 1] == following


@pytest.mark.parametrize(
    ("code", "english", "french"),
    [
        ("VEN", "the Bolivarian Republic of Venezuela", "la République bolivarienne du Venezuela"),
        ("NER", "the Niger", "le Niger"),
        ("MLI", "Mali", "le Mali"),
        ("FRA", "France", "la France"),
        ("DZA", "Algeria", "l'Algérie"),
        ("CIV", "Côte d'Ivoire", "la Côte d'Ivoire"),
        ("USA", "the United States of America", "les États-Unis d'Amérique"),
        ("BOL", "the Plurinational State of Bolivia", "l'État plurinational de Bolivie"),
        ("CZE", "Czechia", "la Tchéquie"),
        ("SWZ", "Swaziland", "le Swaziland"),
        ("CUB", "Cuba", "Cuba"),
        ("HTI", "Haiti", "Haïti"),
        ("SLV", "El Salvador", "El Salvador"),
        ("LKA", "Sri Lanka", "Sri Lanka"),
        ("AU", "the African Union", "l'Union africaine"),
        ("UN", "the United Nations", "l'Organisation des Nations Unies"),
    ],
)  # fmt: skip
def test_prose_forms_have_the_right_article(code, english, french):
    assert (name(code, "en")["prose"], name(code, "fr")["prose"]) == (english, french)


@pytest.mark.parametrize(
    ("code", "before", "first_day", "after"),
    [
        ("SWZ", "Swaziland", "2018-04-19", "Eswatini"),
        ("MKD", "the former Yugoslav Republic of Macedonia", "2019-02-12", "North Macedonia"),
        ("TUR", "Turkey", "2022-06-01", "Türkiye"),
        ("DPKO", "Department of Peacekeeping Operations", "2019-01-01", "Department of Peace Operations"),
    ],
)
def test_renamed_entities_change_on_their_day(code, before, first_day, after):
    eve = date.fromordinal(date.fromisoformat(first_day).toordinal() - 1).isoformat()
    assert (name(code, "en", eve)["list_name"], name(code, "en", first_day)["list_name"]) == (before, after)


def test_french_prose_agrees_with_the_gender_of_the_entity():
    articles = {"m": ("le ", "l'"), "f": ("la ", "l'"), "mp": ("les ",), "fp": ("les ",)}
    wrong = [
        code
        for code, row in ENTITIES.items()
        if (prose := name(code, "fr")["prose"]) != name(code, "fr")["list_name"]
        and not prose.startswith(articles[row["gender_fr"]])
    ]
    assert wrong == []


@pytest.mark.parametrize("day", ["2017-04-06", "2017-09-20"])
def test_security_council_has_its_fifteen_members(day):
    fifteen = "BOL CHN EGY ETH FRA GBR ITA JPN KAZ RUS SEN SWE UKR URY USA"
    assert " ".join(sorted(members("security_council", day))) == fifteen


@pytest.mark.parametrize("day", ["2016-09-23", "2018-01-01", "2018-12-31"])
def test_security_council_is_complete_while_the_file_says_so(day):
    assert len(members("security_council", day)) == 15
    assert {code for code, row in ENTITIES.items() if row["permanent_member_sc"] == "yes"} <= members(
        "security_council", day
    )


def test_groups_serve_known_grounds():
    assert {row["ground"] for row in table("groups")} - {""} <= set(GROUNDS)
    assert {row["group"] for row in table("group_members")} == {row["code"] for row in table("groups")}


@pytest.mark.parametrize(("group", "size"), [("mediation", 10), ("minusma_contributors", 50), ("g5_sahel", 5)])
def test_groups_have_their_size_on_the_day_of_the_meeting(group, size):
    assert len(members(group, "2017-09-20")) == size


def test_czechia_was_drawn_in_2017():
    assert {row["year"]: row["code"] for row in table("drawn_states")}["2017"] == "CZE"
    assert len(table("drawn_states")) == 29


def test_names_of_people_are_never_altered():
    spelt = {code: f"{row['given_names']}|{row['family_name']}" for code, row in PEOPLE.items()}
    assert len(spelt) == 26
    accented = ("keita", "guterres", "bermudez", "llorentty", "seck", "faki", "desouza", "wu")
    assert [spelt[code] for code in accented] == [
        "Ibrahim Boubacar|Keïta", "António|Guterres", "Luis|Bermúdez", "Sacha Sergio|Llorentty Solíz",
        "Fodé|Seck", "Moussa|Faki Mahamat", "Marcel Alain|de Souza", "Haitao|Wu",
    ]  # fmt: skip
    assert [code for code, row in PEOPLE.items() if row["family_first"] == "yes"] == ["wu"]


def test_every_person_has_at_most_one_title_on_a_day_in_all_languages():
    titles = table("person_titles")
    assert {row["person"] for row in titles} == set(PEOPLE)
    forms = [by_language(row, "title") for row in titles]
    assert [one for one in forms if set(one) != set(LANGUAGES) or not all(one.values())] == []
    assert [row for row in titles if row["rank"] not in RANKS] == []
    for day in DAYS:
        held = [row["person"] for row in titles if holds(row, day)]
        assert len(held) == len(set(held))


@pytest.mark.parametrize("meeting", MEETINGS.values(), ids=MEETINGS)
def test_every_text_has_the_languages_it_is_kept_in(meeting):
    for key, part in meeting.items():
        kept = [set(LANGUAGES), set(WORKING_LANGUAGES)] if key in WORKING_PARTS else [set(LANGUAGES)]
        assert [one for one in texts(part) if set(one) not in kept] == []
        assert [one for one in texts(part) if not all(text.strip() for text in one.values())] == []


@pytest.mark.parametrize("meeting", MEETINGS.values(), ids=MEETINGS)
def test_open_points_that_prints_name_are_in_all_languages(meeting):
    named = [point[part] for point in meeting["open_points"] if point["blocks"] for part in ("where", "finding")]
    assert [one for one in named if set(one) != set(LANGUAGES)] == []
    assert len(texts(meeting)) > 20


def test_french_has_its_no_break_spaces():
    written = [*french_cells(), *(one["fr"] for meeting in MEETINGS.values() for one in texts(meeting))]
    assert len(written) > 1000
    assert [text for text in written if SPACING.search(text) or "’" in text] == []


def test_french_contracts_de_and_a():
    written = [*french_cells(), *(one["fr"] for meeting in MEETINGS.values() for one in texts(meeting))]
    broken = re.compile(
        r"\b(?:de les?|à les?) |\bde (?=[aeiouyéèêàîôû])|\b(?:la|le) (?=[aeiouéèêàîôûœ])", re.IGNORECASE
    )
    assert [(match[0], text) for text in written if (match := broken.search(text))] == []


def test_english_keeps_the_straight_apostrophe_and_ordinary_spaces():
    written = [one["en"] for meeting in MEETINGS.values() for one in texts(meeting)]
    assert [text for text in written if "’" in text or "\u00a0" in text or "  " in text] == []


@pytest.mark.parametrize(
    "path",
    sorted(FIXTURES.glob("meetings/*.json")) + sorted(FIXTURES.glob("reference/*.csv")),
    ids=lambda one: one.name,
)
def test_no_placeholder_text(path):
    if path.suffix == ".csv":
        cells = [cell for row in table(path.stem) for cell in row.values()]
    else:
        cells = [value for _, value in walk(MEETINGS[path.stem]) if isinstance(value, str)]
    assert [cell for cell in cells if PLACEHOLDER.search(cell)] == []
