"""What of the look varies: colours, the sign in the masthead, bars beside what is changed."""

import io
from concurrent.futures import ThreadPoolExecutor

import pikepdf
import pikepdf.pdfa
import pytest
from PIL import Image

from events.documents.pdf.blocks import Heading, Note, Paragraph, Table, Title
from events.documents.pdf.frame import Masthead
from events.documents.pdf.masthead import logo_size_pt
from events.documents.pdf.style import ACCENT, MARK, coloured
from tests.events.documents.pdf.reading import opened, printed, strays
from tests.events.documents.pdf.tags import findings

BLOCKS = (Title(text="T"), Heading(text="H"), Note(text="N"))
GREEN, RED = "#1B5E3B", "#8A1C4A"


def png(width=400, height=100, mode="RGBA", color=(20, 90, 60, 128)):
    file = io.BytesIO()
    Image.new(mode, (width, height), color).save(file, "PNG")
    return file.getvalue()


def operators(data, *names):
    with opened(data) as file:
        return [
            (str(operator), [round(float(one), 3) for one in operands])
            for page in file.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) in names
        ]


def inks(data):
    return {tuple(round(part * 255) for part in numbers) for _, numbers in operators(data, "rg", "RG")}


def test_colours_of_the_office_take_the_place_of_the_houses():
    masthead = Masthead(meeting="M")
    usual, chosen = printed(*BLOCKS, masthead=masthead), printed(*BLOCKS, masthead=masthead, accent=GREEN, second=RED)
    assert inks(usual) - inks(chosen) == {(0x1F, 0x4E, 0x79), (0x9C, 0x2F, 0x14)}
    assert inks(chosen) - inks(usual) == {(0x1B, 0x5E, 0x3B), (0x8A, 0x1C, 0x4A)}


def test_mark_is_a_pale_form_of_the_second_colour():
    with coloured(second="#000000"):
        assert MARK.red == MARK.green == MARK.blue == pytest.approx(0.89)
    assert MARK.hexval() == "0xf6e9e5"


def test_colours_of_one_print_do_not_touch_another():
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda n: printed(*BLOCKS, accent=GREEN if n % 2 else ""), range(16)))
    assert {bytes(one) for one in made[1::2]} == {printed(*BLOCKS, accent=GREEN)}
    assert {bytes(one) for one in made[::2]} == {printed(*BLOCKS)}
    assert ACCENT.hexval() == "0x1f4e79"


def test_what_is_no_colour_is_refused():
    with pytest.raises(ValueError, match="not a colour"):
        printed(*BLOCKS, accent="red")


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("mode", ["RGBA", "RGB", "L", "P", "1"])
def test_logo_of_any_kind_of_png_is_printed_and_archival(mode, direction):
    logo = png(mode=mode, color={"RGBA": (20, 90, 60, 128), "RGB": (20, 90, 60)}.get(mode, 0))
    masthead = Masthead(meeting="Meeting " * 20, organisers="Office", reference="M/1", logo=logo)
    data = printed(Title(text="x"), masthead=masthead, direction=direction)
    assert (findings(data), strays(data)) == ([], [])
    with opened(data) as file:
        assert len(file.pages[0].get_images()) == 1
        assert [str(one) for one in pikepdf.pdfa.check(file, "2b").findings] == []
    assert data == printed(Title(text="x"), masthead=masthead, direction=direction)


@pytest.mark.parametrize(
    ("size", "millimetres"), [((400, 100), (42, 10.5)), ((100, 400), (4, 16)), ((3000, 3000), (16, 16))]
)
def test_logo_is_as_large_as_its_room(size, millimetres):
    assert [round(side / 72 * 25.4, 1) for side in logo_size_pt(png(*size))] == pytest.approx(millimetres, abs=0.1)


def test_large_logo_makes_no_large_file():
    file = io.BytesIO()
    Image.effect_noise((3000, 1200), 90).save(file, "PNG")
    data = printed(Title(text="x"), masthead=Masthead(meeting="M", logo=file.getvalue()))
    assert len(data) < 1_200_000


def bars(data):
    """How long each bar is: the thick upright lines."""
    with opened(data) as file:
        found, width, start = [], None, None
        for page in file.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                numbers = [float(one) for one in operands] if str(operator) in ("w", "m", "l") else []
                if str(operator) == "w":
                    width = numbers[0]
                elif str(operator) == "m":
                    start = numbers
                elif str(operator) == "l" and width == 1.4 and start[0] == numbers[0]:
                    found.append(round(abs(numbers[1] - start[1])))
    return found


def test_changed_paragraph_has_a_bar_on_each_page_it_goes_over():
    assert bars(printed(Paragraph(text="a"), Paragraph(text="b", is_changed=True))) == [12]
    assert len(bars(printed(Paragraph(text="The co-chairs meet. " * 400, is_changed=True)))) == 3


def test_changed_rows_have_a_bar_each():
    rows = (("a", "x"), ("b " * 300, "y"), ("c", "z"))
    found = bars(printed(Table(header=("A", "B"), rows=rows, changed=(1, 2))))
    assert len(found) == 2
    assert found[0] > 3 * found[1]
    assert bars(printed(Table(header=("A", "B"), rows=rows))) == []
