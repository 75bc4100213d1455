"""A Word template of an office's own: what is accepted, what is refused and in which words, and what it may not do."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from jinja2 import TemplateError
from PIL import Image

from events.documents.word.checking import LARGEST_BYTES, MOST_UNPACKED_BYTES, Unusable, check_template
from events.documents.word.document import TEMPLATE
from events.documents.word.tags import Environment
from events.domain.office import OfficeLook
from tests.events.documents.prints import docx_lines, file, mali


def edited(change):
    """Our template after `change` of the opened document."""
    document, made = docx.Document(str(TEMPLATE)), io.BytesIO()
    change(document)
    document.save(made)
    return made.getvalue()


def repacked(changes):
    """Our template with these parts set or added."""
    made = io.BytesIO()
    with zipfile.ZipFile(TEMPLATE) as ours, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as theirs:
        parts = {name: ours.read(name) for name in ours.namelist()}
        for name, content in (parts | {name: change(parts.get(name, b"")) for name, change in changes.items()}).items():
            theirs.writestr(name, content)
    return made.getvalue()


def with_paragraph(text):
    return edited(lambda document: document.add_paragraph(text))


def without_body(document):
    document.element.body.remove(document.paragraphs[0]._p)


def without_styles(document):
    for name in ("Table Total", "Subtitle"):
        document.styles[name].delete()


def with_outside_template(rels):
    link = b'<Relationship Id="x" TargetMode="External" Type="http://x/attachedTemplate" Target="http://x/y.dotm"/>'
    return rels.replace(b"</Relationships>", link + b"</Relationships>")


MACROS = "macroEnabled"
REFUSED = {
    "empty": (lambda: b"", "not a Word file"),
    "text": (lambda: b"hello" * 50, "not a Word file"),
    "cut": (lambda: TEMPLATE.read_bytes()[:9000], "not a Word file"),
    "zip": (lambda: repacked({"[Content_Types].xml": lambda _: b"<Types/>"}), "not a Word file"),
    "entities": (lambda: repacked({"word/document.xml": lambda xml: b"<!DOCTYPE x>" + xml}), "not a Word file"),
    "broken": (lambda: repacked({"word/document.xml": lambda xml: xml[:-9]}), "not a Word file"),
    "large": (lambda: b"0" * (LARGEST_BYTES + 1), "larger than 2 MB"),
    "bomb": (lambda: repacked({"word/media/a.png": lambda _: bytes(MOST_UNPACKED_BYTES)}), "too large when unpacked"),
    "macros": (lambda: repacked({"word/vbaProject.bin": lambda _: b"x"}), "macros"),
    "docm": (
        lambda: repacked({"[Content_Types].xml": lambda xml: xml.replace(b"</Types>", b"<!--macroEnabled--></Types>")}),
        "macros",
    ),
    "outside": (lambda: repacked({"word/_rels/document.xml.rels": with_outside_template}), "from outside"),
    "no body": (lambda: edited(without_body), "{{p body }}"),
    "two bodies": (lambda: with_paragraph("{{p body }}"), "{{p body }}"),
    "no styles": (lambda: edited(without_styles), "Subtitle, TableTotal"),
    "unknown tag": (lambda: with_paragraph("{{ president }}"), "'president' is undefined"),
    "not closed": (lambda: with_paragraph("{% if mark %}x"), "not closed"),
    "loop": (lambda: with_paragraph("{% for a in meeting %}{{ a }}{% endfor %}"), "for"),
    "call": (lambda: with_paragraph("{{ meeting.center(9) }}"), "call"),
}


def test_our_template_is_accepted():
    assert check_template(TEMPLATE.read_bytes()) is None


@pytest.mark.parametrize("text", ["{{ meeting }}", "{% if mark %}{{ mark|upper }}{% endif %}", "100 % {of} our own"])
def test_template_with_words_and_tags_of_ours_is_accepted(text):
    assert check_template(with_paragraph(text)) is None


@pytest.mark.parametrize("name", REFUSED)
def test_file_that_cannot_be_filled_is_refused_in_words(name):
    make, words = REFUSED[name]
    with pytest.raises(Unusable) as refusal:
        check_template(make())
    assert words in str(refusal.value)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ 9 ** 9 }}",
        "{{ 'x' * 9 }}",
        "{{ range(9) }}",
        "{% set x = 1 %}",
        "{% include 'x' %}",
        "{{ meeting|attr('x') }}",
        "{{ meeting['x'] }}",
        "{% macro x() %}{% endmacro %}",
    ],
)
def test_tag_reaches_no_further_than_words(tag):
    with pytest.raises(TemplateError):
        Environment().from_string(tag).render(meeting="x")


def test_documents_are_filled_into_the_template_of_the_office():
    template = with_paragraph("Our own last words on {{ meeting }}")
    made = file("summary-word", mali(), office=OfficeLook(word_template=template)).content
    assert docx_lines(made)[-1].startswith("Our own last words on Ministerial Meeting")
    assert made == file("summary-word", mali(), office=OfficeLook(word_template=template)).content


def without_mark(document):
    head = document.sections[0].first_page_header.paragraphs[-1]
    head.text = "{{ place_and_date }}"


def test_template_whose_head_has_no_mark_says_it_under_the_title():
    made = file("programme-word", mali(), office=OfficeLook(word_template=edited(without_mark))).content
    marks = [one.text for one in docx.Document(io.BytesIO(made)).paragraphs if one.style.style_id == "Mark"]
    assert marks == ["PROVISIONAL"]


def test_logo_and_colours_of_the_office_are_in_word_too():
    picture = io.BytesIO()
    Image.new("RGB", (80, 40), "#1B5E3B").save(picture, "PNG")
    office = OfficeLook(accent="#1B5E3B", second="#8A1C4A", logo=picture.getvalue())
    made = file("programme-word", mali(), office=office).content
    head = docx.Document(io.BytesIO(made)).sections[0].first_page_header
    assert [round(int(one.get("cy")) / 36000) for one in head._element.iter(qn("wp:extent"))] == [16]
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        styles = package.read("word/styles.xml").decode()
        assert picture.getvalue() in [package.read(one) for one in package.namelist() if "media" in one]
    assert ("1B5E3B" in styles, "8A1C4A" in styles, "1F4E79" in styles, "9C2F14" in styles) == (
        True,
        True,
        False,
        False,
    )
    assert made == file("programme-word", mali(), office=office).content
