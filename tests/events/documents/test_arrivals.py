"""The arrivals sheet, read back: who comes when, who leaves after what, and the press by item."""

from dataclasses import replace
from datetime import datetime

import pytest
from django.utils.translation import override

from events.documents import DOCUMENTS, arrivals
from events.documents.pdf.blocks import GroupRow, Table
from meetingplanner.languages import DOCUMENT_LANGUAGES
from tests import facts as make
from tests.events.documents.pdf.tags import findings
from tests.events.documents.prints import empty, file, mali, options, sheet_rows, words
from tests.findings import KEITA, MESSAHEL, algeria, clock, meeting, opening, part
from tests.findings import mali as mali_of


def two(*found, **fields):
    """Mali opens before the press pool and Algeria presides later, which nobody decided on."""
    remarks = make.item("Remarks", make.speech("MLI", by=KEITA), minutes=30, press="pool")
    later = part("Later", make.item("Debate", make.speech("DZA"), kind="debate"), podium=[("DZA", MESSAHEL)])
    made = meeting(opening(remarks), later, delegations=(mali_of(), algeria()), **fields)
    return replace(made, arrivals=found)


def arranged():
    keita = {"arrives": clock(15, 5), "entrance": "North", "holding_room": "Room 6", "escort": "A. Guard"}
    return two(make.arrival("MLI", KEITA, leaves_after="Remarks", note="By car", **keita))


def tables(facts, language="en"):
    with override(language):
        values = arrivals.collect(facts, options(language))
        return [block for block in arrivals.blocks(values) if isinstance(block, Table)]


def groups(table):
    return [row.text for row in table.rows if isinstance(row, GroupRow)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "15:05 Mr. Ibrahim KEÏTA Minister By car MLI North Room 6 A. Guard Remarks No time given yet"),
        ("fr", "15 h 05 M. Ibrahim KEÏTA Ministre By car MLI North Room 6 A. Guard Remarks Heure pas encore indiquée"),
    ],
)
def test_those_with_a_time_come_first_with_all_that_is_arranged(language, expected):
    text = words("arrivals", arranged(), language).replace("H.E. ", "").replace("S.E. ", "")
    assert expected.replace("\xa0", " ") in text.replace("\xa0", " ")
    assert text.index("MESSAHEL") > text.index("KEÏTA")


def test_everybody_who_is_seen_while_nobody_speaks_is_named_by_rank():
    with override("en"):
        (silence,) = (one for one in arrivals.collect(mali(), options()).media if one.title == "Minute of silence")
    names = ("Keïta", "Guterres", "Faki Mahamat", "Mogherini", "de Souza", "Messahel", "Le Drian")
    seen = silence.seen.replace("\u00a0", " ").split("; ")
    assert [one.endswith(name) for one, name in zip(seen, names, strict=True)] == [True] * len(names)


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_tables_have_a_cell_for_each_heading_in_every_language(language):
    people, media = tables(arranged(), language)
    assert (len(people.header), len(media.header)) == (7, 4)
    assert {len(row) for row in people.rows if not isinstance(row, GroupRow)} == {7}
    assert {len(row) for row in media.rows if not isinstance(row, GroupRow)} == {4}


def test_arabic_sheet_is_in_arabic():
    text = words("arrivals", arranged(), "ar")
    assert [word for word in ("15:05", "KEÏTA", "North", "Guard", "كشف", "المرافق") if word not in text] == []
    assert [word for word in ("Arrival", "Escort", "Press", "staff") if word in text] == []


def test_press_of_each_item_is_told_and_what_nobody_decided():
    _people, media = tables(arranged())
    assert groups(media) == ["Opening", "Later"]
    text = words("arrivals", arranged())
    assert "Press pool only" in text
    assert "Debate" in text[text.index("Media") :] and "not decided yet" in text


def test_sheet_says_its_order_and_for_whom_it_is():
    text = words("arrivals", arranged())
    assert "For protocol, security and press staff only. By time of arrival; those without a time follow" in text


def test_days_head_those_who_come_on_another_day():
    evening = make.arrival("DZA", MESSAHEL, arrives=datetime(2017, 9, 19, 20))
    facts = two(evening, make.arrival("MLI", KEITA, arrives=clock(15)))
    people, _media = tables(facts)
    assert groups(people) == ["Tuesday, 19 September 2017", "Wednesday, 20 September 2017"]
    assert groups(tables(two(make.arrival("MLI", KEITA, arrives=clock(15))))[0]) == ["No time given yet"]


def test_item_taken_out_is_left_after_by_nobody():
    people, _media = tables(two(make.arrival("MLI", KEITA, leaves_after="No such item")))
    assert [row[6] for row in people.rows] == ["", ""]


def test_meeting_without_anybody_says_so():
    text = words("arrivals", empty())
    assert "Nobody is expected yet." in text and "The programme is empty." in text


def test_spreadsheet_has_the_same_people_with_times_that_count():
    rows = sheet_rows(file("arrivals-xlsx", arranged()).content)
    assert rows[0][0] == "Arrival (New York time)"
    assert rows[1][0] == datetime(2017, 9, 20, 15, 5)
    assert rows[1][3:] == ("MLI", "North", "Room 6", "A. Guard", "Remarks", "By car")
    assert [row[0] for row in rows[2:]] == [None]


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_sheet_is_tagged_and_whole_in_every_language(language):
    assert findings(file("arrivals", mali(), language).content) == []


def test_sheets_are_for_those_who_edit_the_programme():
    assert {DOCUMENTS[slug].needs for slug in ("arrivals", "arrivals-xlsx")} == {"edit_programme"}
