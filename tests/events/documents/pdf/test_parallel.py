import pikepdf.pdfa
import pytest

from events.documents.pdf.blocks import (
    BulletList,
    Heading,
    KeyFacts,
    Note,
    Paragraph,
    Parallel,
    Table,
    Title,
    WritingSpace,
)
from events.documents.pdf.parallel import paired
from tests.events.documents.pdf.painted import painted
from tests.events.documents.pdf.reading import fonts, opened, pages, printed, strays
from tests.events.documents.pdf.tags import Node, findings, tree

ENGLISH = (
    Title(text="Programme", subtitle="Opening"),
    Note(text="Two ends are given.", lead="Provisional."),
    Heading(text="Debate"),
    Paragraph(text="The ministers speak. " * 20, margin="15:30"),
    BulletList(items=("one", "two")),
    KeyFacts(items=(("Place", "Room 4"),)),
    Table(header=("Name",), rows=(("Mali",),), is_wide=True),
    WritingSpace(height_mm=20),
)
FRENCH = (
    Title(text="Ordre du jour", subtitle="Ouverture"),
    Note(text="Deux fins sont données.", lead="Provisoire."),
    Heading(text="Débat"),
    Paragraph(text="Les ministres prennent la parole. " * 60, margin="15 h 30"),
    BulletList(items=("un", "deux")),
    KeyFacts(items=(("Lieu", "Salle 4"),)),
    Table(header=("Nom",), rows=(("Mali",),), is_wide=True),
    WritingSpace(height_mm=20),
)


def side_by_side(start=ENGLISH, end=FRENCH, languages=("en", "fr"), directions=("ltr", "ltr"), **changes):
    return printed(Parallel(start=start, end=end, languages=languages, directions=directions), **changes)


def first_x(data, role, language):
    """The left ends of the words of each element of that role and language."""
    with opened(data) as file:
        wanted = [one for one in tree(file).of(role) if one.dictionary.get("/Lang") == language]
        places = {}
        for one in painted(file):
            places.setdefault((one.page, one.mcid), one.x_pt)
        return [min(places[place] for place in one.content()) for one in wanted]


@pytest.mark.parametrize("paper", ["a4", "letter", "a3"])
def test_two_languages_are_tagged_and_stay_on_the_page(paper):
    data = side_by_side(paper=paper)
    assert (findings(data), strays(data)) == ([], [])


def test_each_side_says_its_language_and_has_its_own_column():
    data = side_by_side()
    with opened(data) as file:
        languages = [str(one.dictionary.get("/Lang", "")) for one in tree(file).of("P", "Table", "L")]
    assert languages == ["en", "fr"] * 6
    english, french = (first_x(data, "P", language) for language in ("en", "fr"))
    assert max(english) < min(french)


def test_heading_in_two_languages_is_one_heading_and_one_bookmark():
    with opened(side_by_side()) as file:
        heads = [[str(kid.dictionary.Lang) for kid in one.kids if isinstance(kid, Node)] for one in tree(file).of("H1")]
        assert heads == [["en", "fr"]]
        (top,) = file.open_outline().root
        assert [top.title, *[one.title for one in top.children]] == ["Programme", "Debate"]


def test_time_stands_in_the_margin_once_and_before_the_words_of_the_other_language():
    start, end = Paragraph(text="Opening", margin="15:30"), Paragraph(text="Ouverture", margin="15 h 30")
    (page,) = pages(side_by_side((start,), (end,)))
    assert page == "15:30 Opening 15 h 30 Ouverture 1/1"


def test_column_that_runs_from_right_to_left_is_mirrored():
    blocks = (Paragraph(text="Opening", margin="15:30", is_changed=True),)
    data = side_by_side(blocks, blocks, ("en", "ar"), ("ltr", "rtl"))
    assert (findings(data), strays(data)) == ([], [])
    with opened(data) as file:
        spans = [next(one.content()) for one in tree(file).of("Span")]
        places = {(one.page, one.mcid): one.x_pt for one in painted(file)}
        width = float(file.pages[0].MediaBox[2])
    assert places[spans[0]] < width / 6
    assert places[spans[1]] > width * 5 / 6


def test_page_from_right_to_left_begins_with_its_own_language_at_the_right():
    blocks = (Paragraph(text="Opening"),)
    data = side_by_side(blocks, blocks, ("ar", "en"), ("rtl", "ltr"), direction="rtl", language="ar")
    assert findings(data) == []
    assert first_x(data, "P", "ar") > first_x(data, "P", "en")


def test_long_rows_go_over_the_page_in_both_columns():
    blocks = (Paragraph(text="The ministers speak in turn. " * 400),)
    data = side_by_side(blocks, blocks)
    found = pages(data)
    assert (findings(data), strays(data)) == ([], [])
    assert len(found) > 2
    assert sum(page.count("ministers") for page in found) == 800


def test_what_only_one_language_has_stands_alone_in_its_column():
    start = (Heading(text="A"), Paragraph(text="first"), Paragraph(text="second"))
    end = (Note(text="nur hier"), Heading(text="A"), Paragraph(text="premier"))
    assert [tuple(block and block.text for block in pair) for pair in paired(start, end)] == [
        (None, "nur hier"),
        ("A", "A"),
        ("first", "premier"),
        ("second", None),
    ]
    assert findings(side_by_side(start, end)) == []


def test_same_versions_give_the_same_bytes_that_are_archival():
    data = side_by_side()
    assert data == side_by_side()
    with opened(data) as file:
        assert [str(one) for one in pikepdf.pdfa.check(file, "2b").findings] == []


@pytest.mark.parametrize(("language", "count"), [("fr", 1), ("zh", 0)])
def test_second_column_is_set_as_its_own_language_is(language, count):
    data = side_by_side((Paragraph(text="one"),), (Note(text="1"),), languages=("en", language))
    assert len([name for name, _ in fonts(data) if name.endswith("Italic")]) == count


@pytest.mark.parametrize("count", range(18, 32))
def test_tables_and_facts_of_two_languages_go_over_the_page(count):
    facts = KeyFacts(items=tuple((f"Place {number}", "Room 4") for number in range(5)))
    filler = tuple(Paragraph(text="Line") for _ in range(count))
    table = Table(header=("Name",), rows=tuple((f"State {number}",) for number in range(50)))
    text = " ".join(pages(side_by_side((*filler, Heading(text="Arrangements"), facts, table), (*filler, facts, table))))
    assert [text.count(f"Place {number}") for number in range(5)] == [2] * 5
    assert [text.count(f"State {number} ") for number in range(50)] == [2] * 50
