"""Lists as spreadsheets: the lines of the print they come from, in its order, with times that are times."""

import csv
import io
from datetime import datetime

import openpyxl
import pytest

from events.documents import DOCUMENTS, participants, plates, programme, seating_plan, speakers
from events.documents.base import XLSX
from events.documents.list_sheets import SHEETS
from events.documents.pdf.blocks import GroupRow
from meetingplanner.languages import DOCUMENT_LANGUAGES, LANGUAGES
from tests.events.documents.prints import council, file, mali, options, sheet_rows


def rows(slug, facts, language="en"):
    return sheet_rows(file(slug, facts, language).content)[1:]


def tab(slug, language="en"):
    return openpyxl.load_workbook(io.BytesIO(file(slug, mali(), language).content)).active


@pytest.mark.parametrize("facts", [mali, council])
def test_participants_are_those_of_the_list_in_its_order(facts):
    listed = participants.collect(facts(), options()).delegations
    told = [(row[2], row[4]) for row in rows("participants-xlsx", facts())]
    assert told == [(one.name, person.name or "Name to follow") for one in listed for person in one.people]


def test_names_stand_in_their_parts_as_typed():
    [keita] = [row for row in rows("participants-xlsx", mali()) if row[6] == "Keïta"]
    assert keita[4:7] == ("H.E.\xa0Mr.\xa0Ibrahim Boubacar KEÏTA", "Ibrahim Boubacar", "Keïta")
    assert keita[1] == "MLI"
    assert keita[8:] == ("Head of State", "head of delegation")


@pytest.mark.parametrize("facts", [mali, council])
def test_speakers_are_those_of_the_list_with_times_that_count(facts):
    listed = [one for item in speakers.collect(facts(), options()).items for one in item.speeches]
    told = rows("speakers-xlsx", facts())
    assert [row[0] for row in told] == list(range(1, len(listed) + 1))
    assert [row[4] for row in told] == [one.name or "Name to follow" for one in listed]
    assert [f"{row[2]:%H:%M}" for row in told] == [one.planned for one in listed]
    assert [f"{row[3]:g}" for row in told] == [one.minutes.strip("()") for one in listed]


def test_programme_has_every_item_with_start_and_end():
    items = [one for part in programme.collect(mali(), options()).segments for one in part.items]
    told = rows("programme-xlsx", mali())
    assert [row[4] for row in told] == [one.title for one in items]
    assert told[0][1] == datetime(2017, 9, 20, 15, 30)
    assert [row[3] for row in told] == [(one.ends_at - one.starts_at).total_seconds() / 60 for one in items]
    assert [f"{row[1]:%H:%M}" for row in told] == [one.start for one in items]


def test_seats_of_every_part_are_those_of_its_plan():
    facts = mali()
    drawn = [seating_plan.collect(facts, options(moment=one.uuid)) for one in facts.segments]
    seats = [row[0] for one in drawn for row in one.by_seat if not isinstance(row, GroupRow)]
    told = rows("seats-xlsx", facts)
    assert [row[3] for row in told] == seats
    assert len({row[0] for row in told}) == len(facts.segments)
    assert len({row[-1] for row in told}) == len({dict(one.terms)["Order of seats"] for one in drawn})


def test_seats_have_what_a_conference_system_asks_for():
    [algeria] = [row for row in rows("seats-xlsx", mali()) if row[8] == "DZA" and row[1] == "At the table"][:1]
    assert algeria[2:12] == (
        *(53, "D2", "D", 44, "Algeria", "Algeria", "DZA", "H.E. Mr. Abdelkader MESSAHEL"),
        *("Minister of Foreign Affairs of Algeria", "D2b"),
    )


def test_numbers_of_microphones_are_the_same_in_every_part():
    numbers = {(row[3], row[2]) for row in rows("seats-xlsx", mali())}
    assert len(numbers) == len({seat for seat, _ in numbers}) == len({number for _, number in numbers})


def test_seats_as_csv_are_those_of_the_spreadsheet():
    text = file("seats-csv", mali()).content.decode("utf-8-sig")
    told = [tuple("" if cell is None else str(cell) for cell in row) for row in rows("seats-xlsx", mali())]
    assert [tuple(row) for row in csv.reader(io.StringIO(text))][1:] == told


def test_plates_are_those_that_are_printed():
    printed = [
        one.name
        for collect in (plates.collect_table, plates.collect_podium)
        for one in collect(mali(), options()).plates
    ]
    assert [row[2] for row in rows("plates-xlsx", mali())] == printed


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
@pytest.mark.parametrize("slug", [one.slug for one in SHEETS if one.content_type == XLSX])
def test_sheet_is_laid_out_for_its_language(slug, language):
    sheet = tab(slug, language)
    assert bool(sheet.sheet_view.rightToLeft) is (LANGUAGES[language].direction == "rtl")
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.page_setup.orientation) == ("A2", "$1:$1", "landscape")
    assert sheet.auto_filter.ref.startswith("A1:") and sheet.oddFooter.left.text
    assert all(cell.value for cell in sheet[1])
    assert {cell.alignment.readingOrder for row in sheet for cell in row} == {1 + sheet.sheet_view.rightToLeft}


def test_every_list_has_its_spreadsheet():
    lists = {"programme", "speakers", "participants", "replies", "observers"}
    assert {f"{slug}-xlsx" for slug in lists} <= set(DOCUMENTS)
