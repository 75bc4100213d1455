"""Key and words below a drawing: one line while that can be read, equal gaps, right to left in Arabic."""

from events.documents.pdf.blocks import Circle, Label
from events.documents.pdf.fit import text_width_em
from events.documents.seat_captions import GAP_MM, Key, KeyItem, captions, key, key_shapes
from events.documents.seat_grounds import ground_items
from participants.grounds import GROUNDS
from tests.events.documents.test_seat_grounds import AT_TABLE


def item(label, sign_mm=2.0):
    return KeyItem(label=label, sign=lambda x, y: Circle(x_mm=x, y_mm=y, radius_mm=sign_mm / 2), sign_mm=sign_mm)


ITEMS = (item("Podium"), item("At the table", 5.0), item("Free", 1.0))


WHOLE_MM = sum(one.width_mm(8) for one in ITEMS) + 2 * GAP_MM


def drawn(*, is_rtl=False):
    return list(key_shapes(Key(lines=(ITEMS,), size_pt=8.0), width_mm=200, y_mm=10, is_rtl=is_rtl))


def line_mm(line, size_pt):
    return sum(one.width_mm(size_pt) for one in line) + GAP_MM * (len(line) - 1)


def test_groups_have_a_line_each_while_their_labels_can_be_read():
    assert [len(line) for line in key((ITEMS, ITEMS[:2]), width_mm=WHOLE_MM).lines] == [3, 2]
    assert key((ITEMS, ()), width_mm=WHOLE_MM).size_pt == 8
    assert 6.5 < key((ITEMS, ITEMS[:2]), width_mm=WHOLE_MM - 1).size_pt < 8


def test_long_key_takes_even_lines_none_wider_than_the_field():
    items = ground_items("Ground", [(code, GROUNDS[code].label) for code in AT_TABLE])
    found = key((ITEMS, items), width_mm=100)
    assert [one for line in found.lines for one in line] == [*ITEMS, *items]
    widths = [line_mm(line, found.size_pt) for line in found.lines]
    assert len(widths) == 3
    assert 60 < min(widths) < max(widths) <= 100.1
    assert items[0].is_head


def test_key_without_grounds_has_no_head_either():
    assert ground_items("Ground", ()) == ()


def test_gaps_between_items_are_equal_whatever_their_signs():
    shapes = drawn()
    ends = [one.x_mm + item.width_mm(8) - item.before_mm for one, item in zip(shapes[1::2], ITEMS, strict=True)]
    starts = [one.x_mm - one.radius_mm for one in shapes[::2]]
    assert [round(start - end, 6) for start, end in zip(starts[1:], ends, strict=False)] == [GAP_MM] * 2


def test_key_is_mirrored_for_a_language_from_right_to_left():
    for one, other in zip(drawn(), drawn(is_rtl=True), strict=True):
        assert round(one.x_mm + other.x_mm, 6) == 200
        if isinstance(one, Label):
            assert (one.anchor, other.anchor) == ("start", "end")


def test_words_have_one_size_and_take_more_lines_rather_than_be_too_small():
    short, long = "In alphabetical order.", "Observers sit where the seats of the others end, row by row. " * 4
    found = captions((), (short, long.strip()), width_mm=100)
    assert (found.words[0], " ".join(found.words[1:]), found.words_pt) == (short, long.strip(), 7.0)
    assert max(text_width_em(line, face="sans") for line in found.words) * 7 <= 100 / 25.4 * 72
    assert captions((), (short,), width_mm=100).words_pt == 9


def test_captions_end_within_the_height_that_they_ask_for():
    found = captions((ITEMS,), ("In alphabetical order.",) * 3, width_mm=100)
    last = max(one.y_mm for one in found.shapes(y_mm=50, is_rtl=False))
    assert 50 < last < 50 + found.height_mm
