"""The changeover sheet in words: what is done with each plate, who goes where."""

from dataclasses import replace

import pytest
from django.utils.translation import override

from events.documents import changeover, room_folder
from events.documents.base import NothingToPrint
from events.documents.pdf.blocks import GroupRow, Heading, Table, note
from events.domain.facts import InterpreterFacts
from tests.events.documents.prints import council, file, mali, options, sheet_rows, words


def values(facts, language="en"):
    with override(language):
        return changeover.collect(facts, options(language)).moments


def test_plates_of_the_two_parts_are_told_chair_by_chair():
    (moment,) = values(mali())
    assert [(row[0], row[3]) for row in moment.chairs] == [
        ("POD2", "take the plate away"),
        ("POD3", "take the plate away"),
        ("POD4", "take the plate away, put the plate from POD6 there"),
        ("POD5", "take the plate away, bring the new plate"),
        ("POD6", "move the plate to POD4, bring the new plate"),
        ("POD7", "take the plate away"),
        ("POD8", "take the plate away"),
    ]
    assert moment.chairs[3][1:3] == ("Mr.\u00a0António GUTERRES", "H.E.\u00a0Mr.\u00a0Abdoulaye DIOP")
    assert [row[1:] for row in moment.coming] == [("B8", "POD5"), ("E9", "POD6")]
    assert [(row[0].split("(")[0][-9:], *row[1:]) for row in moment.turning] == [("MESSAHEL ", "POD6", "POD4")]
    assert [row[2] for row in moment.going if "KEÏTA" in row[0]] == ["B8"]
    assert moment.plates == ()


@pytest.mark.parametrize(
    ("language", "replaced", "moved"),
    [
        ("es", "retirar el rótulo y poner en su lugar el de POD6", "trasladar el rótulo a POD4 y colocar el nuevo"),
        ("ar", "ترفع اللوحة وتوضع مكانها اللوحة المنقولة من POD6", "تنقل اللوحة إلى POD4 وتحضر اللوحة الجديدة"),
        ("zh", "撤走名牌，放上原在POD6的名牌", "将名牌移至POD4，放上新名牌"),
    ],
)  # fmt: skip
def test_what_is_done_at_a_chair_is_one_sentence_of_the_language(language, replaced, moved):
    (moment,) = values(mali(), language)
    assert (moment.chairs[2][3], moment.chairs[4][3]) == (replaced, moved)


def test_column_of_remarks_stands_only_where_somebody_has_one():
    (moment,) = values(mali())
    returning = replace(moment, going=((*moment.going[0][:3], "returns later"), *moment.going[1:]))
    sheet = changeover.collect(mali(), options())
    found = []
    for moments in ((moment,), (moment, returning)):
        tables = [one for one in changeover.blocks(replace(sheet, moments=moments)) if isinstance(one, Table)]
        found.append([table.header[-1] for table in tables].count("Remarks"))
    assert found == [0, 2]


def test_people_are_one_table_by_where_they_go_and_an_empty_part_says_so():
    (moment,) = values(mali())
    sheet = changeover.collect(mali(), options())
    tables = []
    for one in (moment, replace(moment, coming=(), turning=())):
        found = changeover.blocks(replace(sheet, moments=(one,)))
        tables.append(next(one for one in found if isinstance(one, Table) and one.header[0] == "Name"))
    groups = [[row.text for row in table.rows if isinstance(row, GroupRow)] for table in tables]
    assert groups == [["To the podium", "From chair to chair on the podium", "From the podium"],
                      ["To the podium", "From the podium"]]  # fmt: skip
    assert tables[1].rows[1] == (note("Nobody goes to the podium."),)


def test_interpreter_of_the_first_part_is_told_without_a_name():
    opening, debate = mali().segments
    marked = replace(opening, interpreters=(InterpreterFacts(delegate=opening.podium[0], place="left"),))
    (moment,) = values(replace(mali(), segments=(marked, debate)), "fr")
    assert [row[1] for row in moment.chairs if row[1].startswith("Interprète")] == [
        "Interprète (M.\u00a0António GUTERRES)"
    ]


def test_parts_seated_differently_exchange_plates_at_the_table():
    opening, debate = mali().segments
    other = replace(debate, seating_scheme="alphabetical", drawn_state="")
    facts = replace(mali(), segments=(opening, other))
    (moment,) = values(facts)
    assert moment.plates[0] == ("A1", "Czechia", "Algeria")
    assert sheet_rows(file("changeover-xlsx", facts).content)[1][1:3] == ("POD2", values(facts)[0].chairs[0][1])
    assert "Plates at the table and in the other zones" in words("changeover", facts)


def test_meeting_of_one_part_has_no_changeover():
    with pytest.raises(NothingToPrint):
        file("changeover", council())
    assert [row for row in sheet_rows(file("changeover-xlsx", council()).content) if row[1]][1:] == []


def test_folder_for_the_room_holds_it_where_there_are_two_parts():
    titles = [one.title for one in room_parts(mali())]
    assert ("Changeover between the parts" in titles, len(room_parts(council())) > 0) == (True, True)
    assert "Changeover between the parts" not in [one.title for one in room_parts(council())]


def room_parts(facts):
    with override("en"):
        return room_folder.collect(facts, options()).parts


@pytest.mark.parametrize(
    ("language", "heading", "coming"),
    [
        (
            "fr",
            "De « Séance d'ouverture » (20 septembre 2017 à 15 h 30) à « Séance coprésidée » (",
            "S.E. M. Abdoulaye DIOP (Mali)",
        ),
        (
            "ru",
            "Переход от части «Открытие совещания» (20 сентября 2017 года, 15:30) к части «Заседание",
            "Его Превосходительство г-н Abdoulaye DIOP (Мали)",
        ),
        (
            "ar",
            "من «الجلسة الافتتاحية» (20 أيلول/سبتمبر 2017، الساعة 15:30) إلى «",
            "معالي السيد Abdoulaye DIOP (مالي)",
        ),
        ("zh", "由“开幕会议”（2017年9月20日 15:30）转入“", "Abdoulaye DIOP先生阁下（马里）"),
    ],
)
def test_passage_and_people_are_told_in_the_marks_of_the_language(language, heading, coming):
    with override(language):
        found = changeover.collect(mali(), options(language))
        told = [one.text for one in changeover.blocks(found) if isinstance(one, Heading)]
    assert told[0].replace("\u00a0", " ").startswith(heading)
    assert found.moments[0].coming[0][0].replace("\u00a0", " ") == coming
