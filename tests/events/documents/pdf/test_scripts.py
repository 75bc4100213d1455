"""What is printed in six languages and four scripts is read back letter by letter."""

import subprocess

import pikepdf
import pytest

from events.documents.pdf.blocks import Heading, Paragraph, Run, Table, Title, bold, caps, italic
from events.documents.pdf.fonts import face
from events.documents.pdf.language import in_language
from events.documents.pdf.scripts import is_mostly_han, scripts
from events.documents.pdf.shaping import words
from events.documents.pdf.style import BODY, HEADING, NOTE, TITLE
from events.documents.pdf.text import inked, width_pt
from tests.events.documents.pdf.reading import fonts, opened, pages, printed, text

LEFT_TO_RIGHT = [
    "Keïta",
    "António",
    "Nguyễn Thị Hồng",
    "Łódź",
    "Şahin",
    "office, fiancée, affluent, fjord",
    "Вербальная нота",
    "Ωμέγα",
    "Niños, ¿qué? ¡Sí!",
    "sign → ≤ № € \U0001f12f",
]
ARABIC = "اتفاقية الأمم المتحدة الإطارية بشأن تغيّر المناخ، الدورة الثلاثون لمؤتمر الأطراف"
# A raised mark at the beginning of the second line.
SHADDA = "شؤون السلام والمصالحة في مالي\nشّمس الحقيقة"
CHINESE = (
    "部长级高级别会议由联合主席António Keïta先生主持，“全体缔约方”应在10:30之前提交发言稿；会议室：3号厅（北京）。"
)


def without_blanks(words):
    return "".join(words.split())


def by_poppler(data, tmp_path):
    path = tmp_path / "print.pdf"
    path.write_bytes(data)
    read = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    return " ".join(read.stdout.decode().split())


@pytest.mark.parametrize("words", LEFT_TO_RIGHT)
@pytest.mark.parametrize("style", ["", "bold", "italic", "caps"])
def test_words_are_read_back_exactly(words, style, tmp_path):
    data = printed(Paragraph(text=Run(text=words, style=style)))
    assert pages(data) == [f"{words} 1/1"]
    assert by_poppler(data, tmp_path) == f"{words} 1/1"


@pytest.mark.parametrize("words", [ARABIC, SHADDA])
@pytest.mark.parametrize("made", [Title, Paragraph])
def test_arabic_is_read_back_in_the_order_of_reading(words, made):
    read = text(printed(made(text=words), language="ar", direction="rtl"))
    assert read == f"{words} 1/1".replace("\n", " ")


def test_arabic_ligatures_are_read_letter_by_letter():
    words = "الدورة الثلاثون لمؤتمر الأطراف والآراء"
    assert text(printed(Heading(text=words), language="ar", direction="rtl")) == f"{words} 1/1"


def test_arabic_letters_are_joined_and_none_is_lost():
    apart = sum(width_pt(letter, BODY.ink) for letter in "المتحدة")
    assert width_pt("المتحدة", BODY.ink) < 0.8 * apart


def test_lines_and_columns_of_an_arabic_page_are_whole():
    rows = tuple((str(number), bold("مالي"), italic(ARABIC)) for number in range(9))
    read = text(printed(Table(header=("رقم", "الدولة", "الموضوع"), rows=rows), language="ar", direction="rtl"))
    assert [read.count("مالي"), read.count("المتحدة"), read.count("لمؤتمر")] == [9, 9, 9]


@pytest.mark.parametrize("made", [Title, Heading, Paragraph])
def test_chinese_with_latin_words_inside_is_read_back(made):
    read = text(printed(made(text=CHINESE * 3), language="zh"))
    assert without_blanks(read) == without_blanks(CHINESE * 3) + "1/1"


def test_mixed_scripts_in_one_line_keep_their_letters():
    words = "The title مؤتمر and 气候变化 and Вербальная нота"
    assert text(printed(Paragraph(text=words))) == f"{words} 1/1"


def test_what_runs_from_right_to_left_is_marked_in_the_order_of_reading():
    with opened(printed(Paragraph(text=f"in {ARABIC}"))) as file:
        found = [(str(operator), *operands[:1]) for operands, operator in pikepdf.parse_content_stream(file.pages[0])]
    names = [one[0] for one in found]
    assert ("BMC", "/ReversedChars") in found
    assert names.count("BMC") + names.count("BDC") == names.count("EMC")


def test_runs_in_another_language_say_so():
    wording = ("The ", Run(text="Haute Représentante", language="fr"), " spoke.")
    with opened(printed(Paragraph(text=wording))) as file:
        marks = [
            str(operands[1].Lang)
            for operands, operator in pikepdf.parse_content_stream(file.pages[0])
            if operator == pikepdf.Operator("BDC") and operands[0] == "/Span"
        ]
    assert marks == ["fr"]


@pytest.mark.parametrize(
    ("setting", "words", "name"),
    [
        (BODY, "مالي", "Amiri-Regular"),
        (BODY, "会议", "NotoSansSC-Regular"),
        (TITLE, "مالي", "Amiri-Bold"),
        (TITLE, "会议", "NotoSansSC-Bold"),
    ],
)
def test_each_script_has_its_face_in_the_weight_of_the_text(setting, words, name):
    made = Paragraph(text=words) if setting is BODY else Title(text=words)
    assert (name, True) in fonts(printed(made))


def test_letters_are_kerned():
    assert width_pt("AVATAR", BODY.ink) < sum(width_pt(letter, BODY.ink) for letter in "AVATAR") - 0.5


def test_small_capitals_are_letters_of_their_own_and_read_as_the_original():
    data = printed(Paragraph(text=caps("Ecowas Commission")), Table(header=("Délégation",), rows=(("x",),)))
    assert pages(data) == ["Ecowas Commission Délégation x 1/1"]


@pytest.mark.parametrize("name", ["serif", "serif-bold", "sans", "sans-bold", "sans-italic", "arabic-sans", "han"])
def test_figures_stand_under_one_another(name):
    widths = {face(name).shape(figure).width for figure in "0123456789"}
    assert max(widths) - min(widths) <= 1
    assert face(name).shape("1171").width == pytest.approx(face(name).shape("8080").width, abs=4)


def test_signs_go_with_the_script_they_stand_by():
    assert scripts("a “中” 1") == ["Latn", "Latn", "Hani", "Hani", "Hani", "Hani", "Hani"]
    assert scripts("15:30", "Arab") == ["Arab"] * 5


def test_text_is_chinese_by_most_of_its_letters():
    assert [is_mostly_han(words) for words in ("António 会议", "会议由 Keï 主持", "1", "")] == [
        False,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    "quoted", ["由“开幕，2017年 15:30”起", "“S/2017/271”号", "AB——“2063年”", "“Silence the Guns”——倡议"]
)
def test_quotation_marks_and_dashes_in_chinese_text_are_chinese_both_of_a_pair(quoted):
    with in_language("zh"):
        pieces = [piece for word in words(inked(quoted, HEADING[1])) for piece in word.pieces]
    assert {piece.face.name for piece in pieces for char in piece.text if char in "“”—"} == {"han-bold"}


def test_apostrophe_between_latin_letters_in_chinese_text_is_latin():
    with in_language("zh"):
        pieces = [piece for word in words(inked("Côte d’Ivoire代表", BODY)) for piece in word.pieces]
    assert [(piece.text, piece.face.name) for piece in pieces[:2]] == [("Côte", "sans"), ("d’Ivoire", "sans")]


@pytest.mark.parametrize("name", ["han", "han-bold"])
def test_chinese_dash_is_the_one_of_its_weight_at_half_the_height_of_the_characters(name):
    drawn = face(name).shape("长——副", "Hani", (), "zh").glyphs
    latin = face(name).shape("——", "Latn").glyphs
    dash = next(glyph for glyph in drawn if glyph.source == "——")
    assert (dash.number, dash.y_offset) == (latin[0].number, face(name).dash_rise)
    assert 90 < dash.y_offset < 110


@pytest.mark.parametrize("setting", [BODY, NOTE])
@pytest.mark.parametrize(
    "figures", ["قرار مجلس الأمن 2295 (2016)، S/2017/271", "من «جلسة 16:00» إلى", "الفقرة 1\u00a0– لا"]
)
def test_figures_of_an_arabic_text_are_of_one_upright_face_and_its_brackets_of_another(setting, figures):
    with in_language("ar"):
        pieces = [piece for word in words(inked(figures, setting), base=1) for piece in word.pieces]
    faces = {piece.face.name for piece in pieces if piece.level == 2 and piece.text[0].isdigit()}
    assert faces == {"serif"}
    assert {piece.face.name for piece in pieces if piece.text[0] in "()–«»"} <= {"arabic-serif"}
