import pypdfium2
import pytest

from events.documents.pdf.blocks import Circle, Drawing, Label, Line, Paragraph, Polygon, Rect, Title
from events.documents.pdf.drawings import label_sizes_pt
from events.documents.pdf.fit import balanced_lines, fitted_size_pt, shortened, text_width_em
from events.documents.pdf.frame import PAPERS_MM
from tests.events.documents.pdf.reading import char_boxes, pages, printed, strays, text

LONG = "the former Yugoslav Republic of Macedonia"


def seats(count, **changes):
    shown = {"width_mm": 16, "height_mm": 9, "text": "Mali", "code": "A1"} | changes
    return tuple(Rect(x_mm=10 + index % 13 * 17, y_mm=6 + index // 13 * 11, **shown) for index in range(count))


def drawing(*shapes, **changes):
    return Drawing(**({"width_mm": 230, "height_mm": 115, "shapes": shapes} | changes))


def test_every_shape_and_its_words_print_inside_the_page():
    shapes = (
        Polygon(points_mm=((0, 0), (230, 0), (230, 115))),
        Polygon(points_mm=()),
        Line(x1_mm=0, y1_mm=0, x2_mm=9, y2_mm=9, is_dashed=True),
        Circle(x_mm=20, y_mm=20, radius_mm=6, text="Staff", code="S1", tint="secretariat"),
        Rect(x_mm=60, y_mm=20, width_mm=20, height_mm=9, rotation_deg=40, is_barred=True, tint="observer", text="Chad"),
        Label(x_mm=100, y_mm=50, text="Podium", style="bold", width_mm=5),
    )
    data = printed(Title(text="Plan"), drawing(*shapes, description="Côte"), is_landscape=True)
    assert [word in text(data) for word in ("Staff", "S1", "Chad", "Podium")] == [True] * 4
    assert strays(data) == []


@pytest.mark.parametrize("paper", PAPERS_MM)
@pytest.mark.parametrize("angle", [0, 30, 90])
def test_long_name_stays_inside_its_seat(angle, paper):
    seat = Rect(x_mm=50, y_mm=50, width_mm=20, height_mm=14, rotation_deg=angle, text=LONG, code="AA12")
    data = printed(drawing(seat, width_mm=100, height_mm=100, largest_scale=1), paper=paper, footer="")
    boxes = [box for box in char_boxes(data) if box[3] > box[1] / 2]
    reach = max(box[4] for box in boxes) - min(box[2] for box in boxes)
    assert 0 < reach < 20 * 72 / 25.4


def test_seats_share_one_size_but_for_the_longest():
    sizes = label_sizes_pt(drawing(*seats(30), *seats(1, text=LONG)), width_mm=230, height_mm=115)
    assert len(set(sizes[:30])) == 1
    assert sizes[30] < sizes[0]


def test_flat_seat_leaves_its_words_as_much_as_its_code():
    sizes = label_sizes_pt(drawing(*seats(30, width_mm=7.6, height_mm=3.2, text="AFG")), width_mm=230, height_mm=115)
    assert 4.5 < min(sizes) == max(sizes) < 3.2 * 72 / 25.4


def test_smaller_room_gives_smaller_words_and_no_words_give_none():
    plan = drawing(*seats(30, text="Luxembourg"))
    assert max(label_sizes_pt(plan, width_mm=80, height_mm=60)) < min(label_sizes_pt(plan, width_mm=230, height_mm=115))
    assert label_sizes_pt(drawing(Line(x1_mm=0, y1_mm=0, x2_mm=1, y2_mm=1)), width_mm=9, height_mm=9) == ()


@pytest.mark.parametrize("name", ["منظمة التعاون الإسلامي", "سويسري"])
def test_arabic_name_stays_inside_its_seat_with_its_dots(name):
    seat = Rect(x_mm=50, y_mm=50, width_mm=14, height_mm=6, text=name, code="E8")
    data = printed(drawing(seat, width_mm=100, height_mm=100, largest_scale=1), footer="", language="ar")
    page = pypdfium2.PdfDocument(data)[0]
    (low, high), *_ = [one.get_bounds()[1::2] for one in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])]
    above_footer = [box for box in char_boxes(data) if box[3] > 60]
    assert above_footer and all(low <= box[3] and box[5] <= high for box in above_footer)


def test_drawing_moves_to_the_next_page_when_the_rest_is_too_small():
    found = pages(printed(*[Paragraph(text="line " * 30)] * 12, drawing(*seats(130)), is_landscape=True))
    assert [page.count("Mali") for page in found] == [0, 130]


@pytest.mark.parametrize(
    ("given", "count", "expected"),
    [
        ("Mali", 2, ("Mali",)),
        ("Iran (Islamic Republic of)", 2, ("Iran", "(Islamic Republic of)")),
        ("Sao Tome and Principe", 2, ("Sao Tome", "and Principe")),
        ("H.E. Mr. Ibrahim Boubacar Keïta", 2, ("H.E.\u00a0Mr.\u00a0Ibrahim", "Boubacar Keïta")),
        ("Bosnie-Herzégovine", 2, ("Bosnie-", "Herzégovine")),
        ("Représentant de Guinée-Bissau", 2, ("Représentant", "de Guinée\u2011Bissau")),
        ("玻利维亚（多民族国）", 2, ("玻利维亚", "（多民族国）")),
        ("", 2, ("",)),
    ],
)
def test_lines_are_balanced_and_break_at_sense(given, count, expected):
    assert balanced_lines(given, count) == expected


def test_long_texts_are_divided_without_trying_every_way():
    assert len(balanced_lines("word " * 400, 6)) == 6


def test_fitted_size_fills_the_width_and_stops_at_the_largest():
    assert fitted_size_pt("MALI", width_pt=1000, largest_pt=110) == 110
    assert text_width_em("MALI") * fitted_size_pt("MALI", width_pt=50, largest_pt=110) == pytest.approx(50, rel=0.01)


def test_shortened_text_ends_in_an_ellipsis_only_when_it_must():
    assert shortened("Mali", width_pt=200, size_pt=10) == "Mali"
    assert shortened("Republic of Mali", width_pt=50, size_pt=10).endswith("…")
