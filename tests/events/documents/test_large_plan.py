"""The plan of 400 seats: what stands on and beside the seats can be read on A3 and A4, in black and white too."""

import io
import re

import pdfplumber
import pytest

from events.documents.pdf.blocks import Label, Rect
from events.documents.pdf.fit import text_width_em
from events.documents.seat_depths import row_depths
from events.documents.seat_drawing import drawing
from events.documents.seat_words import entity_code
from events.documents.words import entity_of
from events.domain.seating.chart import chart
from events.domain.seating.order import plan
from participants.domain.texts import text_in
from tests.events.documents.pdf.reading import pages, strays
from tests.events.documents.pdf.tags import findings
from tests.events.documents.prints import STATES, file
from tests.events.documents.test_seating_plan import A3_MM, A4_MM, collected
from tests.large_hall import large_hall

HALLS = [(layout, paper) for layout in ("rows", "horseshoe") for paper in ("a3", "a4")]


def at_table(facts):
    return [one for one in plan(facts, facts.segments[0]).assignments if one.zone == "table"]


def drawn(layout, size_mm):
    sketch = collected(large_hall(layout)).sketch
    return drawing(sketch, width_mm=size_mm[0], height_mm=size_mm[1]).shapes


def first_page_words(layout, paper):
    content = file("seating-plan", large_hall(layout), paper=paper).content
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        return pdf.pages[0].extract_words(extra_attrs=["size"], x_tolerance=1)


def box_mm(label):
    """Left, top, right and bottom of the letters, from the foot of a capital to its head."""
    size_mm = label.size_pt * 25.4 / 72
    wide_mm = text_width_em(label.text, face="sans") * size_mm
    ends = (label.x_mm, label.x_mm + (wide_mm if label.anchor == "start" else -wide_mm))
    return min(ends), label.y_mm - size_mm / 3, max(ends), label.y_mm + size_mm / 3


def overlapping(boxes):
    return [
        (one, other)
        for number, one in enumerate(boxes)
        for other in boxes[number + 1 :]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]


def test_halls_have_400_seats_each():
    assert [len(large_hall(layout).room.seats) for layout in ("rows", "horseshoe")] == [400, 400]


def test_large_sheet_carries_short_names_in_straight_rows():
    facts = large_hall("rows")
    short = {text_in(entity_of(facts, one.delegation).short, "en") for one in at_table(facts)}
    on_seats = {shape.text for shape in drawn("rows", A3_MM) if isinstance(shape, Rect) and shape.tint == "table"}
    assert len(short - on_seats) < len(short) / 10
    codes = {entity_code(entity_of(facts, one.delegation), "en") for one in at_table(facts)}
    assert on_seats - {""} <= short | codes


def test_small_sheet_carries_codes_that_can_be_read():
    facts = large_hall("rows")
    codes = {entity_code(entity_of(facts, one.delegation), "en") for one in at_table(facts)}
    sizes = {word["text"]: word["size"] for word in first_page_words("rows", "a4") if word["text"] in codes}
    assert set(sizes) == codes
    assert min(sizes.values()) >= 7


@pytest.mark.parametrize("paper", ["a3", "a4"])
def test_every_place_of_the_bent_table_has_its_name_beside_it_or_its_code_on_it(paper):
    facts = large_hall("horseshoe")
    text = f" {pages(file('seating-plan', facts, paper=paper).content)[0]} "
    entities = [entity_of(facts, one.delegation) for one in at_table(facts)]
    missing = [
        one.code for one in entities if f" {one.code} " not in text and f" {text_in(one.short, 'en')} " not in text
    ]
    assert missing == []


@pytest.mark.parametrize("size_mm", [A3_MM, A4_MM])
def test_names_beside_the_bent_table_do_not_stand_on_one_another(size_mm):
    short = {text_in(one.short, "en") for one in large_hall("horseshoe").roster.entities}
    labels = [one for one in drawn("horseshoe", size_mm) if isinstance(one, Label) and one.text in short]
    names = [one for one in labels if one.anchor != "middle"]
    assert len(names) >= 35
    assert overlapping([box_mm(one) for one in names]) == []


def test_boxes_that_overlap_are_found():
    names = [Label(x_mm=0, y_mm=y_mm, text="Mali", size_pt=9, anchor="start") for y_mm in (0, 2, 9)]
    assert len(overlapping([box_mm(one) for one in names])) == 1


@pytest.mark.parametrize(("layout", "paper"), HALLS)
def test_plan_of_400_seats_is_whole_tagged_and_followed_by_the_list_of_seats(layout, paper):
    content = file("seating-plan", large_hall(layout), paper=paper).content
    assert strays(content) == []
    assert findings(content) == []
    rest = " ".join(pages(content)[1:])
    seats = [one.seat for one in at_table(large_hall(layout))]
    assert [seat for seat in seats if not re.search(rf"\b{seat}\b", rest)] == []


@pytest.mark.parametrize("name", ["mali", "large"])
def test_rows_are_drawn_deep_and_none_touches_the_next(name):
    facts = large_hall("rows") if name == "large" else STATES[name]()
    seats = chart(facts.room, plan(facts, facts.segments[0]))
    depths = row_depths(seats, widening=1.5)
    assert all(depths[one.seat.zone] >= one.depth_mm for one in seats)
    rows = sorted({(one.seat.y_mm, one.seat.zone) for one in seats})
    gaps = [
        abs(y - other_y) - (depths[zone] + depths[other]) / 2
        for n, (y, zone) in enumerate(rows)
        for other_y, other in rows[n + 1 :]
        if y != other_y
    ]
    assert min(gaps) > 0
    assert depths["table"] > next(one.depth_mm for one in seats if one.seat.zone == "table")
