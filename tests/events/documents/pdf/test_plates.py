import io

import pdfplumber
import pytest

from events.documents.pdf.blocks import Plate
from events.documents.pdf.plates import Fitted, fitted_function, fitted_name, plates_pdf
from tests.events.documents.pdf.reading import AS_OF, char_boxes, fonts, pages, plates, sizes_pt, strays

LONG = ("BOLIVIA (PLURINATIONAL STATE OF)", "THE FORMER YUGOSLAV REPUBLIC OF MACEDONIA", "F" * 90, "W" * 60)
A4_ROOM = {"width_pt": 750, "height_pt": 220}


def test_function_takes_a_second_line_where_that_makes_it_much_larger():
    parts = ("Ministre des affaires étrangères de l’Algérie,", "Président du Comité de suivi de l’Accord")
    assert fitted_function(" ".join(parts), **A4_ROOM) == Fitted(lines=parts, size_pt=30)
    assert fitted_function("Ministre de l’Europe et des affaires étrangères de la France", **A4_ROOM).size_pt == 30


def test_each_plate_has_its_sheet_with_the_name_on_both_panels_and_nothing_else():
    found = pages(plates(Plate(name="CÔTE D’IVOIRE"), Plate(name="H.E. Mr. Keïta", function="President of Mali")))
    assert [page.count("CÔTE D’IVOIRE") for page in found] == [2, 0]
    assert sorted(found[1].split()) == sorted(["H.E.", "Mr.", "Keïta", "President", "of", "Mali"] * 2)


def test_one_panel_is_the_other_turned_round():
    boxes = list(char_boxes(plates(Plate(name="MALI"))))
    _, height, *_ = boxes[0]
    fold = 42.52 + (height - 42.52) / 2
    upper = [box for box in boxes if box[3] > fold]
    lower = [box for box in boxes if box[5] < fold]
    assert len(upper) == len(lower) == 4
    assert sorted(round(842 - box[4]) for box in upper) == pytest.approx(sorted(round(box[2]) for box in lower), abs=2)


@pytest.mark.parametrize(("paper", "size"), [("a4", (842, 595)), ("letter", (792, 612))])
def test_long_names_and_functions_stay_on_the_sheet_whole(paper, size):
    data = plates(
        *[Plate(name=name) for name in LONG], *[Plate(name=name, function=name) for name in LONG], paper=paper
    )
    assert {(round(width), round(height)) for width, height in sizes_pt(data)} == {size}
    assert strays(data, edge_pt=20) == []
    assert [
        page.replace(" ", "").count(LONG[index % 4].replace(" ", "")) for index, page in enumerate(pages(data))
    ] == [
        *[2] * 4,
        *[4] * 4,
    ]


def test_names_stay_off_the_flap_and_inside_their_panel():
    data = plates(Plate(name="ÅÉÎÕÜ Q", function="Q" * 80), Plate(name="ÅGYQ " * 12))
    for _, height, _, bottom, _, top in char_boxes(data):
        middle = 42.52 + (height - 42.52) / 2
        assert bottom > 42.52
        assert (top < middle) == (bottom < middle)


@pytest.mark.parametrize(
    ("name", "lines", "size"),
    [
        ("MALI", ("MALI",), 110),
        ("SAINT VINCENT AND THE GRENADINES", ("SAINT VINCENT", "AND THE GRENADINES"), None),
        ("BOLIVIA (PLURINATIONAL STATE OF)", ("BOLIVIA", "(PLURINATIONAL STATE OF)"), None),
    ],
)
def test_name_takes_one_line_until_that_is_too_small(name, lines, size):
    fitted = fitted_name(name, **A4_ROOM)
    assert fitted.lines == lines
    assert fitted.size_pt == size or 30 <= fitted.size_pt < 110


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("РОССИЙСКАЯ ФЕДЕРАЦИЯ", ("РОССИЙСКАЯ", "ФЕДЕРАЦИЯ")),
        ("BOSNIA Y HERZEGOVINA", ("BOSNIA", "Y HERZEGOVINA")),
        ("BOLIVIA (ESTADO PLURINACIONAL DE)", ("BOLIVIA", "(ESTADO PLURINACIONAL DE)")),
    ],
)
def test_long_name_has_large_letters_on_more_lines_and_brackets_begin_one(name, lines):
    fitted = fitted_name(name, **A4_ROOM)
    assert fitted.lines == lines
    assert fitted.size_pt > 55


@pytest.mark.parametrize(
    ("parts", "lines"),
    [
        (("Его Превосходительство г-н", "Ibrahim Boubacar", "Keïta"), 2),
        (("H.E. Mr.", "Moussa", "Faki Mahamat"), 2),
    ],
)
def test_lines_of_a_person_end_between_the_parts_of_the_name(parts, lines):
    fitted = fitted_name(" ".join(parts), **A4_ROOM, parts=parts)
    read = "|".join(fitted.lines).replace("\u00a0", " ").replace("\u2011", "-")
    assert all(part in read for part in parts)
    assert len(fitted.lines) == lines


@pytest.mark.parametrize(
    ("form", "given", "family", "lines"),
    [
        ("H.E. Mr.", "Abdelkader", "Messahel", ("H.E. Mr.", "Abdelkader Messahel")),
        ("S.E. M.", "Moussa", "Faki Mahamat", ("S.E. M.", "Moussa Faki Mahamat")),
        (
            "H.E. Ms.",
            "Wilhelmina-Antoinette",
            "Nkulikiyimfura",
            ("H.E. Ms.", "Wilhelmina-Antoinette", "Nkulikiyimfura"),
        ),
    ],
)
def test_name_is_parted_only_where_the_letters_are_clearly_larger_for_it(form, given, family, lines):
    parts, halves = (form, given, family), (form, f"{given} {family}")
    fitted = fitted_name(" ".join(parts), **A4_ROOM, parts=parts, halves=halves)
    assert tuple(line.replace("\u2011", "-").replace("\u00a0", " ") for line in fitted.lines) == lines


def test_lines_below_arabic_ones_stand_lower():
    assert (
        Fitted(lines=("السيدة علي", "Keïta"), size_pt=10).height_pt
        > Fitted(lines=("Ms", "Keïta"), size_pt=10).height_pt
    )


def test_plates_carry_no_mark_and_only_embedded_letters():
    data = plates(Plate(name="MALI"), Plate(name="X", function="President"))
    assert fonts(data) == {("SourceSans3-SemiBold", True), ("SourceSans3-Regular", True)}
    assert "PROVISIONAL" not in "".join(pages(data))


def test_no_plates_give_one_blank_sheet():
    assert pages(plates()) == [""]


def test_same_plates_give_the_same_bytes():
    assert plates(Plate(name="MALI")) == plates(Plate(name="MALI"))


@pytest.mark.parametrize(("language", "is_first"), [("ar", False), ("en", True)])
def test_name_in_two_scripts_begins_at_the_side_at_which_the_language_does(language, is_first):
    data = plates_pdf([Plate(name="السيد Keïta")], paper="a4", title="Plates", language=language, as_of=AS_OF)
    with pdfplumber.open(io.BytesIO(data)) as file:
        lower = [char for char in file.pages[0].chars if char["top"] > file.pages[0].height / 2]
    latin = min(char["x0"] for char in lower if char["text"] == "K")
    arabic = min(char["x0"] for char in lower if char["text"] >= "\u0600")
    assert (arabic < latin) is is_first


def test_form_of_address_stands_apart_on_all_plates_if_on_one():
    names = (("H.E. Mr.", "Ibrahim Boubacar Keïta"), ("H.E. Mr.", "Abdoulaye Diop"))
    both = [Plate(name=" ".join(one), halves=one, function="Minister for Foreign Affairs of Mali") for one in names]
    heights = [lines_of_name(plates(*some)) for some in (both[1:], both, both[:1])]
    assert heights == [[1], [2, 2], [2]]


def lines_of_name(data):
    """How many lines the name of each plate has: what is drawn in the size of its form of address."""
    found = []
    with pdfplumber.open(io.BytesIO(data)) as file:
        for page in file.pages:
            chars = [one for one in page.chars if one["upright"] and one["text"].strip()]
            largest = max(round(one["size"], 1) for one in chars)
            lows = {round(one["bottom"]) for one in chars if round(one["size"], 1) == largest}
            found.append(len(lows) // 2)
    return found
