import io
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pikepdf
import pikepdf.pdfa
import pytest
from reportlab.pdfgen.canvas import Canvas

from events.documents.pdf.archive import compact
from events.documents.pdf.blocks import (
    BulletList,
    Drawing,
    GroupRow,
    Heading,
    KeyFacts,
    Note,
    PageBreak,
    Paragraph,
    Plate,
    Rect,
    Run,
    Table,
    Title,
    TotalRow,
    WritingSpace,
)
from events.documents.pdf.frame import Masthead
from events.documents.pdf.pages import PageCanvas, describe
from events.documents.pdf.style import IMPRINT
from events.documents.pdf.tagging import Element
from events.documents.pdf.text import draw_line
from tests.events.documents.pdf.painted import painted
from tests.events.documents.pdf.reading import AS_OF, opened, pages, plates, printed
from tests.events.documents.pdf.tags import Node, findings, tree

ROOT = Path(__file__).resolve().parents[4]
LONG = "The co-chairs open the meeting. " * 150


def every_block():
    rows = (GroupRow(text="Africa", code="A"), ("Mali", ""), ("Niger", "2"), TotalRow(cells=("Total", "2")))
    return (
        Title(text="Programme", subtitle="Opening"),
        Note(lead="Provisional.", text="Two ends are given."),
        KeyFacts(items=(("Place", "Room 4"), ("Chair", ""))),
        Heading(text="Debate"),
        Heading(text="First part", level=2),
        Paragraph(text=(Run(text="Débat", language="fr"), " follows"), margin="15:30", is_changed=True),
        Paragraph(text="", number="1."),
        WritingSpace(height_mm=30),
        BulletList(items=("one", "two"), is_numbered=True),
        Table(header=("Name", "Places"), rows=rows, numeric=(1,), changed=(1,)),
        Drawing(width_mm=60, height_mm=20, shapes=(Rect(x_mm=9, y_mm=9, width_mm=9, height_mm=9, text="x"),)),
        PageBreak(is_landscape=True),
        Paragraph(text=LONG),
    )


def archival(data):
    with opened(data) as file:
        return [str(one) for one in pikepdf.pdfa.check(file, "2b").findings]


def outline(node):
    """The tree as nested lists of roles."""
    below = [outline(kid) for kid in node.kids if isinstance(kid, Node)]
    return [node.role, *below] if below else node.role


def tree_of(data):
    with opened(data) as file:
        return outline(tree(file))


def whole(**changes):
    masthead = Masthead(meeting="Ministerial Meeting", organisers="United Nations", reference="M/1")
    return printed(*every_block(), masthead=masthead, mark="DRAFT", footer="as of noon", author="Office", **changes)


@pytest.mark.parametrize("changes", [{}, {"direction": "rtl", "language": "ar"}, {"paper": "a3"}, {"paper": "letter"}])
def test_every_block_is_tagged_and_archival(changes):
    data = whole(**changes)
    assert (findings(data), archival(data)) == ([], [])


def test_file_without_author_or_blocks_is_archival():
    assert (findings(printed()), archival(printed())) == ([], [])


def test_each_block_has_its_role():
    assert tree_of(whole()) == [
        "Document",
        "H1",
        "P",
        "P",
        ["Table", ["TR", "TH", "TD"], ["TR", "TH", "TD"]],
        "H2",
        "H3",
        ["P", "Span"],
        ["P", "Span"],
        ["L", ["LI", "Lbl", "LBody"], ["LI", "Lbl", "LBody"]],
        ["Table", ["TR", "TH", "TH"], ["TR", "TH"], ["TR", "TD", "TD"], ["TR", "TD", "TD"], ["TR", "TH", "TD"]],
        "Figure",
        "P",
    ]


def test_heads_of_a_table_say_what_they_head():
    with opened(whole()) as file:
        heads = [(str(one.dictionary.A.Scope), int(one.dictionary.A.get("/ColSpan", 1))) for one in tree(file).of("TH")]
    assert heads == [("/Row", 1)] * 2 + [("/Column", 1)] * 2 + [("/Column", 2), ("/Row", 1)]


def test_paragraph_over_several_pages_is_one_element():
    data = printed(Title(text="x"), Paragraph(text=LONG * 3))
    with opened(data) as file:
        (paragraph,) = tree(file).of("P")
        assert sorted({page for page, _ in paragraph.content()}) == list(range(len(file.pages)))
        assert len(file.pages) > 1


def test_header_repeated_on_each_page_is_read_once():
    data = printed(Table(header=("Heading",), rows=tuple((f"row {n}",) for n in range(120))))
    with opened(data) as file:
        assert len(file.pages) > 2
        assert [len(list(one.content())) for one in tree(file).of("TH")] == [1]
        assert len(tree(file).of("TR")) == 121
    assert [page.count("Heading") for page in pages(data)] == [1] * len(pages(data))


def test_row_longer_than_a_page_stays_one_row():
    data = printed(Table(header=("A", "B"), rows=((LONG * 2, "x"),), changed=(0,)))
    assert (findings(data), len(pages(data)) > 1) == ([], True)
    assert tree_of(data) == ["Document", ["Table", ["TR", "TH", "TH"], ["TR", "TD", "TD"]]]


def test_cells_are_read_from_the_start_whatever_the_direction():
    data = printed(Table(header=("A", "B"), rows=(("first", "second"),)), direction="rtl", language="ar")
    with opened(data) as file:
        cells = tree(file).of("TD")
        (first, second) = [next(one.content()) for one in cells]
        places = {(one.page, one.mcid): one.x_pt for one in painted(file)}
    assert places[first] > places[second]


def test_words_of_another_language_say_so():
    with opened(whole()) as file:
        spans = [
            str(operands[1].Lang)
            for page in file.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "BDC" and "/Lang" in operands[1]
        ]
    assert spans == ["fr"]


def test_plate_is_read_once_and_its_two_lines_as_one():
    data = plates(Plate(name="SAINT VINCENT AND THE GRENADINES"), Plate(name="X", function="President"))
    assert (findings(data), archival(data)) == ([], [])
    assert tree_of(data) == ["Document", ["Sect", "P"], ["Sect", "P", "P"]]
    with opened(data) as file:
        assert str(tree(file).of("P")[0].dictionary.ActualText) == "SAINT VINCENT AND THE GRENADINES"


def test_plate_says_what_is_of_another_language():
    with opened(plates(Plate(name="X", function="President", languages=("", "fr")))) as file:
        assert [str(one.dictionary.get("/Lang", "")) for one in tree(file).of("P")] == ["", "fr"]


def test_metadata_repeats_the_information_dictionary():
    data = printed(Title(text="x"), title="Liste <&> « Côte »", author="A & B", subject='"S"', keywords=("a", "b"))
    with opened(data) as file, file.open_metadata() as read:
        assert read["dc:title"] == "Liste <&> « Côte »" == str(file.docinfo["/Title"])
        assert read["dc:creator"] == ["A & B"]
        assert (read["pdf:Keywords"], read["dc:description"]) == ("a, b", '"S"')
        assert (read["pdfaid:part"], read["pdfaid:conformance"]) == ("2", "B")
        assert read["xmp:CreateDate"] == "2017-09-19T14:05:00+00:00"
        assert "pdfuaid" not in str(read)
    assert archival(data) == []


def canvas(file):
    made = PageCanvas(file, pagesize=(300, 300), language="en", as_of=AS_OF)
    describe(made, title="Links", author="Office")
    return made


def drawn(draw):
    file = io.BytesIO()
    made = canvas(file)
    draw(made)
    made.save()
    return compact(file.getvalue())


def link(made):
    paragraph = Element(role="P")
    with made.mark(paragraph):
        draw_line(made, 20, 250, "See", IMPRINT.ink)
        with made.mark(paragraph.child("Link")):
            draw_line(made, 40, 250, "the site", IMPRINT.ink)
            made.linkURL("https://example.org/", (40, 245, 90, 260))
        draw_line(made, 90, 250, "for more", IMPRINT.ink)
    made.linkURL("https://example.org/", (20, 100, 90, 120), Contents="the same")


def test_links_are_in_the_tree_with_their_words():
    data = drawn(link)
    assert (findings(data), archival(data)) == ([], [])
    assert tree_of(data) == ["Document", ["P", "Link"], "Link"]
    with opened(data) as file:
        assert [str(one.Contents) for one in file.pages[0].Annots] == ["https://example.org/", "the same"]
        assert [len(list(one.content())) for one in tree(file).of("P", "Link")] == [3, 1, 0]


def changed(data, change):
    with opened(data) as file:
        change(file)
        saved = io.BytesIO()
        file.save(saved)
    return saved.getvalue()


def first(file, role):
    return tree(file).of(role)[0].dictionary


def unmarked(file):
    file.pages[0].contents_add(b"0 0 9 9 re f")


def twice(file):
    first(file, "P").K = first(file, "H1").K


def without_scope(file):
    del first(file, "TH").A


def without_alt(file):
    del first(file, "Figure").Alt


def second_title(file):
    first(file, "H3").S = pikepdf.Name.H1


def skipped(file):
    first(file, "H2").S = pikepdf.Name.H3


def short_row(file):
    first(file, "TR").K = file.make_indirect(first(file, "TR").K[0])


def turned(file):
    document = first(file, "Document")
    document.K = pikepdf.Array(reversed(list(document.K)))


def without_unicode(file):
    for one in file.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font" and "/ToUnicode" in one:
            del one.ToUnicode


def without_language(file):
    del file.Root.Lang


def stray_parent(file):
    numbers = file.Root.StructTreeRoot.ParentTree.Nums
    numbers[1] = pikepdf.Array(reversed(list(numbers[1])))


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (unmarked, "f outside all marks"),
        (twice, "stands in the tree 2 times"),
        (twice, "is not in the tree"),
        (without_scope, "TH without scope"),
        (without_alt, "Figure without a description"),
        (second_title, "H1 is not first and alone"),
        (skipped, "from H1 to H3"),
        (short_row, "table: rows of [1, 2] columns"),
        (turned, "is read after"),
        (without_unicode, "does not say which characters it draws"),
        (without_language, "no language"),
        (stray_parent, "has another parent"),
    ],
)
def test_checker_finds_what_is_wrong(change, word):
    assert any(word in one for one in findings(changed(whole(), change)))


def test_checker_and_validator_find_a_plain_file_wanting():
    file = io.BytesIO()
    made = Canvas(file)
    made.drawString(9, 9, "x")
    made.save()
    assert findings(file.getvalue()) == ["no structure tree"]
    assert archival(file.getvalue()) != []


def digest():
    return sha256(whole() + drawn(link)).hexdigest()


def test_tags_and_metadata_are_the_same_bytes_in_any_process():
    module = "tests.events.documents.pdf.test_tagging"
    run = subprocess.run(
        [sys.executable, "-c", f"import {module} as m; print(m.digest())"],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
        capture_output=True,
        check=True,
    )
    assert run.stdout.decode().strip() == digest()
