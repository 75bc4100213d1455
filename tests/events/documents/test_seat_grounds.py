"""The ground of invitation on the printed plan: a sign at each seat of the table, told apart by shape alone."""

from dataclasses import replace

import pytest
from django.utils.translation import override

from events.documents import seating_plan
from events.documents.base import printed
from events.documents.pdf.blocks import Label, Polygon
from events.documents.pdf.style import TINTS
from events.documents.seat_drawing import drawing
from events.documents.seat_grounds import SIGNS, ground_at_table, ground_sign, sign_size_mm
from events.domain.seating.chart import chart
from events.domain.seating.order import plan
from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.grounds import GROUNDS
from tests.events.documents.pdf.reading import pages, strays
from tests.events.documents.prints import STATES, options
from tests.events.domain.seating.rooms import usual
from tests.large_hall import large_hall

A3_MM, A4_MM = (370, 224), (247, 137)
AT_TABLE = tuple(code for code, ground in GROUNDS.items() if ground.zone == "table")


def mixed(layout):
    """A hall of 400 seats whose delegations are invited on each ground by turns."""
    facts = large_hall(layout)
    grounds = iter(AT_TABLE * 100)
    delegations = tuple(
        replace(one, invitations=(replace(one.invitations[0], ground=next(grounds)),))
        if one.grounds == ("guest",) else one
        for one in facts.roster.delegations
    )  # fmt: skip
    return replace(facts, roster=replace(facts.roster, delegations=delegations))


def shapes(facts, size_mm, language="en"):
    with override(language):
        sketch = seating_plan.collect(facts, options(language)).sketch
    return drawing(sketch, width_mm=size_mm[0], height_mm=size_mm[1]).shapes


def signs(found):
    return [one for one in found if isinstance(one, Polygon) and one.tint.startswith("ground-")]


def size_mm(one):
    across = [x for x, _ in one.points_mm]
    return max(across) - min(across)


def test_each_ground_of_the_table_has_a_shape_and_a_tint_of_its_own():
    assert set(SIGNS) == set(AT_TABLE)
    # Of the two squares one is hollow.
    filled = {code: points for code, points in SIGNS.items() if code != "guest"}
    assert len(set(filled.values())) == len(filled)
    assert {code for code in AT_TABLE if TINTS[f"ground-{code}"].fill != TINTS[f"ground-{code}"].edge} == {"guest"}


@pytest.mark.parametrize("sheet_mm", [A3_MM, A4_MM])
@pytest.mark.parametrize("layout", ["rows", "horseshoe"])
def test_every_place_taken_has_its_sign_large_enough_to_be_told(layout, sheet_mm):
    facts = mixed(layout)
    charted = chart(facts.room, plan(facts, facts.segments[0]))
    expected = [ground for one in charted if (ground := ground_at_table(facts, one))]
    found = signs(shapes(facts, sheet_mm))
    assert [one.tint.removeprefix("ground-") for one in found[: len(expected)]] == expected
    assert (len(found) - len(expected), min(size_mm(one) for one in found) > 0.8) == (len(AT_TABLE), True)


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_key_names_the_grounds_that_there_are_in_the_language_of_the_print(language):
    facts = STATES["mali"]()
    found = shapes(facts, A4_MM, language)
    words = [one.text for one in found if isinstance(one, Label)]
    charted = chart(facts.room, plan(facts, facts.segments[0]))
    grounds = {ground_at_table(facts, one) for one in charted} - {""}
    with override(language):
        labels = [str(seating_plan.gettext(GROUNDS[code].label)) for code in GROUNDS if code in grounds]
    assert [label for label in labels if label not in words] == []


def test_curved_rows_have_their_signs_at_the_seats_and_no_names_between_them():
    facts = mixed("rows")
    room = usual("theatre", chair_rows=10, blocks=(6, 10, 6), curve_mm=9_000)
    found = shapes(replace(facts, room=room), A3_MM)
    names = {one.short["en"] for one in facts.entities.values() if one.kind == "state"}
    assert names & {one.text for one in found if isinstance(one, Label)} == set()
    assert len(signs(found)) > 100


def test_plan_without_anybody_at_the_table_has_no_key_of_grounds():
    facts = mixed("rows")
    empty = replace(facts, roster=replace(facts.roster, delegations=()))
    assert signs(shapes(empty, A4_MM)) == []


def test_sign_stands_about_its_point():
    points = ground_sign("security_council", size_mm=2, x_mm=10, y_mm=20).points_mm
    middle = tuple(round(sum(one) / len(points), 6) for one in zip(*points, strict=True))
    assert (middle, [round(sign_size_mm(one), 6) for one in (2, 5, 20)]) == ((10, 20), [1.0, 1.7, 2.6])


@pytest.mark.parametrize("paper", ["a3", "a4"])
@pytest.mark.parametrize("layout", ["rows", "horseshoe"])
def test_drawing_with_its_keys_is_whole_on_the_first_sheet(layout, paper):
    content = printed(seating_plan.DOCUMENT, mixed(layout), options("fr", paper=paper)).content
    assert (strays(content), "Premier titre d'invitation" in pages(content)[0]) == ([], True)
