"""The files under fixtures/, read as they are, for the tests that judge them."""

import csv
import json
from pathlib import Path

from meetingplanner.languages import LANGUAGES

FIXTURES = Path(__file__).parents[1] / "fixtures"
TABLES = sorted(path.stem for path in (FIXTURES / "reference").glob("*.csv"))
MEETINGS = {
    name: json.loads((FIXTURES / "meetings" / f"{name}.json").read_text("utf-8")) for name in ("mali-2017", "sc-7917")
}
MALI, COUNCIL = MEETINGS.values()
# The concept note and what staff settle are kept in these; whatever else is printed, in all languages.
WORKING_LANGUAGES = ("en", "fr")
WORKING_PARTS = ("note", "open_points")
DAYS = ("2017-04-06", "2017-09-20", "2026-11-21")


def table(name):
    with (FIXTURES / "reference" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ENTITIES = {row["code"]: row for row in table("entities")}
NAMES = table("entity_names")
PEOPLE = {row["code"]: row for row in table("people")}


def holds(row, day):
    return (row["valid_from"] or "0") <= day < (row["valid_to"] or "9")


def name(code, language, day="2017-09-20"):
    return next(row for row in NAMES if (row["code"], row["language"]) == (code, language) and holds(row, day))


def by_language(row, column):
    return {name.removeprefix(f"{column}_"): cell for name, cell in row.items() if name.startswith(f"{column}_")}


def walk(value, path=()):
    yield path, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield from walk(inner, (*path, key))


def texts(value):
    return [inner for _, inner in walk(value) if isinstance(inner, dict) and inner and set(inner) <= set(LANGUAGES)]


def delegates(meeting):
    return {one["person"]: one for delegation in meeting["delegations"] for one in delegation["delegates"]}


def speeches(meeting):
    return [one for segment in meeting["segments"] for item in segment["items"] for one in item["speeches"]]


def people_of(meeting, uuids):
    by_uuid = {one["uuid"]: code for code, one in delegates(meeting).items()}
    return [by_uuid[uuid] for uuid in uuids]


def members(group, day):
    return {row["code"] for row in table("group_members") if row["group"] == group and holds(row, day)}
