"""Badges read back from the page: letters, code, colours, and that nothing leaves its card."""

import io
from dataclasses import replace

import pdfplumber
import pypdfium2
import pytest
import zxingcpp
from django.utils.translation import override

from events.documents import badges
from events.documents.base import NothingToPrint, printed
from events.documents.pdf.badges import LAYOUTS
from events.documents.pdf.style import BANDS
from events.domain.badges import token_of
from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.domain.names import full_name
from tests import facts as make
from tests.events.documents.pdf.reading import opened, pages, strays
from tests.events.documents.pdf.tags import tree
from tests.events.documents.prints import STATES, mali, options

PUBLIC = "https://meetings.example.org"
LONG = {
    "word": make.delegate(f"Anna {'W' * 60}", delegation="MLI", function=make.both("f" * 90)),
    "function": make.delegate(
        "Anna Bee", delegation="MLI", function=make.both("Minister for everything and more " * 8)
    ),
    "name": make.delegate("Maria da Conceição Auxiliadora de Albuquerque e Castro Guimarães", delegation="MLI"),
    "marks": make.delegate("Phong Nguyễn Ễ̂Ắ̂", delegation="MLI", role="adviser"),
    "hostile": make.delegate("<b>Ann</b> &amp; {{x}}\u202e\x00 😀", delegation="MLI", role="adviser"),
}


def collected(facts, language="en", **changes):
    with override(language):
        return badges.collect(facts, options(language, public_url=PUBLIC, **changes))


def made(facts, language="en", **changes):
    return printed(badges.DOCUMENT, facts, options(language, public_url=PUBLIC, **changes)).content


def crowd(*people, name="Republic of Very Long Names and Longer Titles (the former)"):
    entity = make.entity("MLI", en=name)
    return make.meeting(roster=make.roster(make.delegation("MLI", *people), entities=(entity,), requests=()))


def named(facts):
    expected = [one for one in facts.roster.delegations if one.status not in ("regrets", "withdrawn")]
    return [one for each in expected for one in each.delegates if not one.is_withdrawn and full_name(one)]


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_everybody_named_has_one_badge_with_name_delegation_and_category(language):
    facts = mali()
    values = collected(facts, language)
    assert len(values.badges) == len(named(facts)) > 5
    assert values.unnamed > 40
    assert all(one.category and one.entity and one.meeting for one in values.badges)
    text = " ".join(" ".join(pages(made(facts, language))).split())
    # The reader puts the words of a line among Arabic ones in another order.
    wanted = [word for one in values.badges for _, part in one.names for word in part.replace("-", " ").split()]
    assert [word for word in wanted if word not in text] == []


def test_words_that_stand_in_for_missing_ones_say_their_language():
    person = make.delegate("Anna Bee", delegation="MLI", function={"en": "Minister"})
    with opened(made(crowd(person, name="Mali"), "ru")) as file:
        languages = [str(one.dictionary.get("/Lang", "")) for one in tree(file).of("P")]
    # The meeting, the category, two parts of the name, then what is English alone.
    assert languages == ["en", "", "", "", "en", "en"]


def test_category_follows_the_zone_and_then_the_lead():
    facts = mali()
    found = {badges.category_of(one, who, facts.entities[one.entity]) for one, who in badges._people(facts, "en")}
    assert found == {"head", "delegate", "secretariat"}
    guest = make.delegation("NZL", grounds=("observer",))
    staff = make.delegation("UN", grounds=("secretariat",))
    head, entity = make.delegate("A Bee", delegation="NZL"), make.entity("NZL", en="New Zealand")
    assert [badges.category_of(one, head, entity) for one in (guest, staff)] == ["observer", "secretariat"]


@pytest.mark.parametrize(
    ("role", "word"), [("head", "Head of delegation"), ("alternate", "Alternate"), ("", "Delegate")]
)
def test_badge_tells_the_role_that_the_list_of_participants_tells(role, word):
    delegate = make.delegate("A Bee", delegation="NZL", role=role)
    category = badges.category_of(make.delegation("NZL"), delegate, make.entity("NZL", en="New Zealand"))
    assert badges.badge_words(category, delegate) == word


def test_whoever_is_of_the_united_nations_is_of_the_secretariat_and_leads_no_delegation():
    facts = mali()
    people = {who.family_name: (one, who) for one, who in badges._people(facts, "en")}
    one, who = people["Guterres"]
    assert badges.category_of(one, who, facts.entities[one.entity]) == "secretariat"


@pytest.mark.parametrize(
    ("language", "man", "woman"),
    [
        ("fr", ["Délégué", "Observateur"], ["Déléguée", "Observatrice"]),
        ("es", ["Delegado", "Observador"], ["Delegada", "Observadora"]),
        ("ar", ["مندوب", "مراقب"], ["مندوبة", "مراقبة"]),
    ],
)
def test_category_agrees_with_the_person(language, man, woman):
    with override(language):
        for is_woman, expected in ((False, man), (True, woman)):
            found = [badges.category_words(code, is_woman=is_woman) for code in ("delegate", "observer")]
            assert found == expected


@pytest.mark.parametrize("code", BANDS)
def test_category_is_told_by_word_and_by_a_colour_that_white_can_be_read_on(code):
    assert badges.category_words(code, is_woman=False)

    def linear(part):
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    color = BANDS[code]
    luminance = 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
    assert 1.05 / (luminance + 0.05) >= 4.5


def codes(content, scale=3):
    document = pypdfium2.PdfDocument(content)
    for page in document:
        yield from zxingcpp.read_barcodes(page.render(scale=scale).to_pil(), zxingcpp.BarcodeFormat.QRCode)


@pytest.mark.parametrize("paper", LAYOUTS)
def test_codes_read_from_the_page_are_addresses_without_a_name(paper):
    facts = mali()
    read = sorted(one.text for one in codes(made(facts, paper=paper)))
    assert read == sorted(f"{PUBLIC}/b/{token_of(one.uuid)}/" for one in named(facts))


def test_without_a_public_address_the_code_is_the_token_alone():
    content = printed(badges.DOCUMENT, mali(), options()).content
    assert {len(one.text) for one in codes(content)} == {22}


def outside(content, layout):
    """The letters that reach beyond the text's room of their card: over its edge or into the code."""
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            left = (float(page.width) - layout.columns * layout.width_pt) / 2
            top = (float(page.height) - layout.rows * layout.height_pt) / 2
            for char in page.chars:
                x0, x1 = (char["x0"] - left) % layout.width_pt, (char["x1"] - left) % layout.width_pt
                y0, y1 = (char["top"] - top) % layout.height_pt, (char["bottom"] - top) % layout.height_pt
                end = layout.edge_pt + layout.text_width_pt
                if y0 > layout.band_pt and (x0 < layout.edge_pt - 1 or x1 > end + 1 or y0 > y1):
                    yield char["text"], x0, x1, y0, y1


@pytest.mark.parametrize("paper", LAYOUTS)
@pytest.mark.parametrize("kind", LONG)
def test_long_names_are_whole_and_keep_to_their_room(kind, paper):
    facts = crowd(LONG[kind])
    content = made(facts, paper=paper)
    assert strays(content) == []
    assert list(outside(content, LAYOUTS[paper])) == []
    text = "".join("".join(pages(content)).split())
    badge = collected(facts).badges[0]
    if kind != "hostile":
        for part in (*(text for _, text in badge.names), badge.function, badge.entity):
            assert "".join(part.split()) in text.replace("\ufffe", "")
    assert len(list(codes(content))) == 1


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru"])
def test_name_of_the_meeting_is_whole_in_the_band(language):
    assert "…" not in "".join(pages(made(STATES["council"](), language)))


def test_chinese_order_of_a_name_is_kept():
    wu = replace(make.delegate("Haitao Wu", delegation="MLI"), is_family_name_first=True)
    assert collected(crowd(wu)).badges[0].names == (("name", "WU"), ("first", "Haitao"))


def test_who_has_one_name_has_it_large():
    facts = crowd(replace(make.delegate("X Y", delegation="MLI"), given_names="Mahamat", family_name=""))
    assert collected(facts).badges[0].names == (("name", "MAHAMAT"),)


def test_those_who_do_not_come_have_none():
    facts = mali()
    absent = make.with_roster(
        facts, delegations=tuple(replace(one, status="regrets") for one in facts.roster.delegations)
    )
    with pytest.raises(NothingToPrint):
        made(absent)


def test_eleven_take_two_sheets_of_a4():
    people = [make.delegate(f"G{n} Family{n}", delegation="MLI", role="adviser" if n else "head") for n in range(11)]
    assert len(pages(made(crowd(*people)))) == 2
    assert len(pages(made(crowd(*people), paper="a6"))) == 11


@pytest.mark.parametrize("name", STATES)
def test_badges_of_every_state_print_or_say_there_are_none(name):
    facts = STATES[name]()
    if collected(facts).badges:
        assert made(facts) == made(facts)
    else:
        with pytest.raises(NothingToPrint):
            made(facts)
