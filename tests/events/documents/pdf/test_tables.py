import pytest

from events.documents.pdf.blocks import GroupRow, Heading, KeyFacts, Paragraph, Table, TotalRow, bold
from events.documents.pdf.columns import column_widths_pt
from events.documents.pdf.shaping import width_of, words
from events.documents.pdf.style import CELL
from events.documents.pdf.text import inked, width_pt
from tests.events.documents.pdf.reading import char_boxes, opened, pages, printed, strays, text
from tests.events.documents.pdf.tags import tree

ROOM = {"width_pt": 450, "gutter_pt": 9}
LONG = ("Bolivia (Plurinational State of)", "the former Yugoslav Republic of Macedonia", "f" * 90, "W" * 60)


def rows(count):
    return tuple((str(number), f"Delegation {number}", "3") for number in range(1, count + 1))


def test_header_is_repeated_on_every_page_and_no_row_is_lost():
    found = pages(printed(Table(header=("No.", "Delegation", "Minutes"), rows=rows(300), numeric=(2,))))
    assert len(found) > 5
    assert [page.count("No. Delegation Minutes") for page in found] == [1] * len(found)
    assert sum(page.count("Delegation ") - 1 for page in found) == 300


def test_group_is_never_the_last_row_of_a_page():
    body = [
        row for number in range(120) for row in (GroupRow(text=f"Group {number}", code="GGG"), (f"member {number}", ""))
    ]
    found = pages(printed(Table(header=("Name", "Function"), rows=tuple(body), is_wide=True)))
    assert [page.split()[-2] for page in found[:-1]] != []
    assert all(page.rsplit("Group", 1)[1].count("member") == 1 for page in found)


@pytest.mark.parametrize("count", range(1, 70, 3))
def test_group_that_goes_over_the_page_has_its_name_again_and_is_read_once(count):
    members = tuple((f"member {number}", "A1") for number in range(150))
    body = (GroupRow(text="First"), *members[:count], GroupRow(text="Second"), *members)
    data = printed(Table(header=("Name", "Seat"), rows=body))
    found = pages(data)
    assert len(found) > 3
    assert sum(page.count("member") for page in found) == count + 150
    assert {page.upper().split("NAME SEAT ")[1].split()[0] for page in found} <= {"FIRST", "SECOND"}
    with opened(data) as file:
        assert len(tree(file).of("TH")) == 4


@pytest.mark.parametrize("lines", range(1, 16))
def test_name_of_a_group_that_goes_over_never_stands_without_a_row(lines):
    members = tuple(("member" + "\n–" * lines, "A1") for _ in range(40))
    found = pages(printed(Table(header=("Name", "Seat"), rows=(GroupRow(text="Group"), *members))))
    assert [page.count("Group") for page in found] == [1] * len(found)
    assert all("member" in page.split("Group")[1] for page in found)


def test_no_page_begins_with_the_last_row_alone():
    alone = []
    for count in range(25, 60):
        found = pages(printed(Table(header=("Name", "No."), rows=tuple(("member", str(n)) for n in range(count)))))
        assert sum(page.count("member") for page in found) == count
        alone += [count for page in found[1:] if page.count("member") == 1]
    assert alone == []


@pytest.mark.parametrize("is_wide", [True, False])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_long_names_in_narrow_columns_are_whole(paper, is_wide):
    table = Table(header=LONG, rows=(LONG, TotalRow(cells=LONG)), is_wide=is_wide)
    data = printed(table, paper=paper)
    read = text(data).replace(" ", "")
    assert [read.count(name.replace(" ", "")) for name in LONG] == [3] * 4
    assert strays(data) == []


def test_row_longer_than_a_page_is_parted():
    data = printed(Table(header=("a", "b"), rows=(("x", "word " * 2000), ("last", ""))))
    assert text(data).count("word") == 2000
    assert strays(data) == []


@pytest.mark.parametrize("count", [0, 20, 45])
def test_row_longer_than_a_page_is_parted_under_its_group_and_stays_in_line(count):
    people = "\n".join(f"Given{number} Family{number}" for number in range(300))
    filler = [(f"before {number}", "") for number in range(count)]
    data = printed(
        Table(header=("Name", "People"), rows=(*filler, GroupRow(text="Group"), ("MLI", people)), is_wide=True)
    )
    found = pages(data)
    assert [number for number in range(300) if f"Family{number} " not in f"{' '.join(found)} "] == []
    assert found[[page.count("Group") for page in found].index(1)].count("Given") > 2
    lefts = {round(left) for _, _, left, bottom, _, _ in char_boxes(data) if left < 100 and bottom > 60}
    assert min(lefts) >= 76


def test_column_of_long_cells_takes_what_its_neighbours_leave_empty():
    ground = "Pays fournisseur de contingents ou de personnel de police"
    table = Table(
        header=("Delegation", "Name", "Ground"), rows=(("Mali", "Name to follow", ground),) * 8, column_widths=(1, 2, 1)
    )
    assert column_widths_pt(table, **ROOM)[2] > width_of(words(inked(ground, CELL)))


def test_column_without_a_word_keeps_its_width_to_be_written_in():
    long = "a very long line of words that goes on over the whole of its column and more"
    table = Table(header=("Name", "Entrance"), rows=((long, ""),) * 8, column_widths=(1, 1))
    assert column_widths_pt(table, **ROOM) == [225, 225]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_header_breaks_between_words_and_numbers_stay_whole(paper):
    header = ("Part", "Orateurs", "Interventions", "Disponible", "Nombre de délégations")
    table = Table(
        header=header,
        rows=(("Ouverture", "7", "88888", "–", "1"), TotalRow(cells=("", "7", "88888888888888888", "–", "1"))),
        numeric=(1, 2, 3, 4),
        column_widths=(60, 4, 4, 4, 4),
    )  # fmt: skip
    read = text(printed(table, paper=paper))
    assert "Part Orateurs Interventions Disponible Nombre de délégations" in read
    assert "88888888888888888" in read


def test_row_that_does_not_fit_moves_to_the_next_page_whole():
    filler = [Paragraph(text="line " * 14) for _ in range(31)]
    found = pages(printed(*filler, Table(header=("Head",), rows=(("row " * 150,),))))
    assert [page.count("Head") for page in found] == [0, 1]


def test_heading_stays_on_the_page_where_its_long_table_begins():
    found = pages(printed(Heading(text="Speakers"), Table(header=("No.", "Delegation", "Minutes"), rows=rows(90))))
    assert found[0].startswith("Speakers No. Delegation Minutes 1 Delegation 1")


def test_space_before_a_heading_is_not_added_to_the_space_after_what_precedes():
    data = printed(Paragraph(text="A"), Heading(text="B"), Paragraph(text="C"), footer="")
    first, second = [bottom for _, _, _, bottom, _, _ in char_boxes(data)][:2]
    assert 25 < first - second < 34


@pytest.mark.parametrize("count", range(24, 40))
def test_heading_never_ends_a_page(count):
    filler = [Paragraph(text="line", is_tight=True)] * count
    following = Table(header=("Head",), rows=(("row",), ("row",)))
    found = pages(printed(*filler, Heading(text="Section"), Heading(text="Part", level=2), following))
    assert [page for page in found if page.count("Section") != page.count("Head")] == []


def test_missing_cells_are_empty_and_surplus_ones_are_left_out():
    assert text(printed(Table(header=("A", "B"), rows=(("one",), ("two", "three", "four"))))) == "A B one two three 1/1"


def test_table_without_rows_prints_its_header():
    assert text(printed(Table(header=("A", "B"), rows=()))) == "A B 1/1"


def test_numbers_end_at_the_edge_of_their_column():
    data = printed(Table(header=("Name", "Minutes"), rows=(("a", "5"), ("b", "125")), numeric=(-1,)))
    rights = sorted(round(right) for width, height, _, bottom, right, _ in char_boxes(data) if height / 2 < bottom)
    assert max(rights) - rights[-3] <= 1


def test_units_stand_under_units_from_right_to_left_too():
    table = Table(header=("\u0627", "\u0628"), rows=(("\u0627", "5"), ("\u0628", "125")), numeric=(1,))
    ends: dict[int, float] = {}
    for width, height, left, bottom, right, _ in char_boxes(printed(table, language="ar", direction="rtl")):
        if right < width / 2 and bottom > height / 2:
            ends[round(bottom / 3)] = max(right, ends.get(round(bottom / 3), left))
    *_, first, second = (ends[line] for line in sorted(ends, reverse=True))
    assert abs(first - second) <= 1


def test_key_facts_print_labels_and_values():
    facts = KeyFacts(items=(("Place", "Room 4"), ("W" * 60, bold("x")), ("Chair", "")))
    data = printed(facts)
    assert text(data).startswith("Place Room 4")
    assert strays(data) == []


def test_group_of_a_table_from_right_to_left_stands_on_the_page():
    table = Table(header=("Name", "Function"), rows=(GroupRow(text="Group"), ("Mali", "Chair")), is_wide=True)
    data = printed(table, language="ar", direction="rtl")
    assert strays(data) == []
    assert text(data).count("Group") == 1


@pytest.mark.parametrize(("unit", "direction"), [("minutes", "ltr"), ("دقيقة", "rtl")])
def test_number_with_its_unit_breaks_before_the_unit_where_the_column_is_too_narrow(unit, direction):
    lengths = (f"110\u00a0{unit}\u00a03333",) * 9
    data = printed(Table(header=("a",) * 9, rows=(lengths,), numeric=tuple(range(9))), direction=direction)
    assert text(data).split().count("3333") == 9


def test_column_takes_what_its_names_lack_from_the_others():
    rows = (("H.E. Mr. Abdelkader Messahel", "take the plate away, bring the new plate"),) * 3
    table = Table(header=("After", "What to do"), rows=rows, column_widths=(1, 2))
    first_pt, _ = column_widths_pt(table, width_pt=300, gutter_pt=9)
    assert first_pt > width_pt("H.E. Mr. Abdelkader Messahel", CELL.ink) + 9
