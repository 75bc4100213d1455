"""The seating plan as printed: who is on it, where, in which words, and what is too small for a name."""

from collections import Counter
from dataclasses import replace

import pytest
from django.utils.translation import override

from events.documents import seating_plan
from events.documents.base import printed
from events.documents.pdf.blocks import Circle, GroupRow, Label, Rect
from events.documents.pdf.drawings import label_sizes_pt
from events.documents.pdf.language import in_language
from events.documents.seat_drawing import drawing
from events.documents.seat_words import NoMoment, entity_code, moment_of, order_sentence
from events.documents.words import entity_name
from events.domain.facts import InterpreterFacts
from events.domain.seating.order import ordered_delegations
from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.domain.attendance import expected_delegations
from participants.domain.texts import text_in
from tests import facts as make
from tests.events.documents.pdf.reading import pages, sizes_pt, strays
from tests.events.documents.prints import STATES, mali, options, with_observers

A3_MM, A4_MM = (370, 224), (247, 137)


def collected(facts, language="en", **changes):
    with override(language):
        return seating_plan.collect(facts, options(language, **changes))


def made(facts, language="en", **changes):
    return printed(seating_plan.DOCUMENT, facts, options(language, **changes)).content


def texts(facts, size_mm, language="en"):
    """Seat label -> what is written on the seats that carry a name or a code."""
    shapes = drawing(collected(facts, language).sketch, width_mm=size_mm[0], height_mm=size_mm[1]).shapes
    return {shape.code: shape.text for shape in shapes if isinstance(shape, Rect | Circle) and shape.code}


@pytest.mark.parametrize("name", ["mali", "council", "observers"])
@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_list_by_delegation_has_each_delegation_expected_once(language, name):
    facts = STATES[name]()
    expected = [entity_name(facts.entities[one.entity], language) for one in expected_delegations(facts.roster)]
    assert Counter(row[0] for row in collected(facts, language).by_delegation) == Counter(expected)


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_seats_by_seat_and_delegations_without_a_place_are_together_the_roster(language):
    facts = with_observers()
    places = [one for one in facts.room.places if one.zone != "table" or one.number <= 10]
    few = replace(facts, room=replace(facts.room, places=tuple(places)))
    values = collected(few, language)
    seated = [row[1] for row in values.by_seat if not isinstance(row, GroupRow) and not row[0].startswith("POD")]
    expected = [entity_name(facts.entities[one.entity], language) for one in expected_delegations(facts.roster)]
    assert Counter([*seated, *values.unseated]) == Counter(expected)
    assert len(values.unseated) == 65 - 10


def test_large_sheet_carries_short_names_in_the_language_of_the_print():
    facts = STATES["mali"]()
    names = {text_in(facts.entities[one.entity].short, "fr") for one in expected_delegations(facts.roster)}
    written = texts(facts, A3_MM, "fr")
    on_seats = {text for seat, text in written.items() if not seat.startswith("POD")}
    assert len(names - on_seats) < len(names) / 10
    assert written["POD5"] == "GUTERRES"


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
@pytest.mark.parametrize("size_mm", [A3_MM, A4_MM])
@pytest.mark.parametrize("name", ["mali", "council"])
def test_no_name_stands_on_a_seat_that_could_not_be_read_at_arms_length(name, size_mm, language):
    facts = STATES[name]()
    plan = collected(facts, language).sketch
    codes = {one.code for one in plan.texts}
    with in_language(language):
        made = drawing(plan, width_mm=size_mm[0], height_mm=size_mm[1])
        sizes = label_sizes_pt(made, width_mm=size_mm[0], height_mm=size_mm[1])
    written = [one.text for one in made.shapes if isinstance(one, Rect | Circle) and (one.text or one.code)]
    assert [pair for pair in zip(written, sizes, strict=True) if pair[0] not in codes and pair[1] < 5.4] == []


def test_plan_too_small_for_names_carries_codes():
    facts = STATES["council"]()
    codes = {entity_code(facts.entities[one.entity], "en") for one in expected_delegations(facts.roster)}
    assert {text for seat, text in texts(facts, A4_MM).items() if not seat.startswith("POD")} == codes


@pytest.mark.parametrize(("size_mm", "is_told"), [(A4_MM, True), (tuple(4 * side for side in A3_MM), False)])
def test_drawing_itself_says_what_codes_are_where_it_has_any(size_mm, is_told):
    shapes = drawing(collected(mali()).sketch, width_mm=size_mm[0], height_mm=size_mm[1]).shapes
    told = "Where a name does not fit, the seat carries its code."
    assert (told in [shape.text for shape in shapes if isinstance(shape, Label)]) == is_told


def test_observers_carry_their_codes_on_their_own_seats():
    facts = with_observers()
    shapes = drawing(collected(facts).sketch, width_mm=A3_MM[0], height_mm=A3_MM[1]).shapes
    assert {"ESP", "NZL"} <= {shape.text for shape in shapes if isinstance(shape, Label)}
    places = {row[0]: row[-1] for row in collected(facts).by_delegation if row[0] in ("Spain", "New Zealand")}
    assert places == {"Spain": "observer place 2", "New Zealand": "observer place 1"}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("mali", "Seats in these rows: 64. Observer places: 12; granted: 0."),
        ("observers", "Seats in these rows: 64. Observer places: 2; granted: 2."),
        ("council", "Seats in these rows: 112. Observer places: 0; granted: 0."),
    ],
)
def test_seats_of_the_observers_rows_are_told_from_the_places(name, words):
    assert ("Observers' rows", words) in collected(STATES[name]()).terms


def test_zones_differ_by_shape_and_not_by_tint_alone():
    shapes = drawing(collected(STATES["mali"]()).sketch, width_mm=A3_MM[0], height_mm=A3_MM[1]).shapes
    seats = [shape for shape in shapes if isinstance(shape, Rect)]
    assert {shape.tint for shape in seats if shape.is_barred} == {"observer"}
    assert "secretariat" not in {shape.tint for shape in seats}
    assert {shape.tint for shape in shapes if isinstance(shape, Circle)} == {"secretariat", "podium"}


def test_blocked_seat_is_crossed_and_told_in_the_key():
    facts = STATES["mali"]()
    seats = tuple(replace(one, is_blocked=one.label == "A1") for one in facts.room.seats)
    sketch = collected(replace(facts, room=replace(facts.room, seats=seats))).sketch
    shapes = drawing(sketch, width_mm=A3_MM[0], height_mm=A3_MM[1]).shapes
    assert len([shape for shape in shapes if getattr(shape, "tint", "") == "blocked"]) == 2
    assert ("blocked", "Not in use") in sketch.legend


@pytest.mark.parametrize("paper", seating_plan.DOCUMENT.papers)
@pytest.mark.parametrize("name", ["mali", "council", "observers", "hostile"])
def test_drawing_is_whole_on_the_first_sheet_and_nothing_leaves_the_paper(name, paper):
    content = made(STATES[name](), paper=paper)
    assert strays(content) == []
    assert all(width > height for width, height in sizes_pt(content))
    first, second, *_rest = pages(content)
    top = "presidency" if name == "council" else "podium"
    assert f"Seen from the hall: the {top} is at the top." in first
    assert "Order of seats" in second


def test_print_says_its_moment_its_order_and_that_the_room_was_not_measured():
    facts = STATES["mali"]()
    first = pages(made(facts, moment=facts.segments[1].uuid))[0]
    assert "Co-chaired session" in first
    assert "English alphabetical order, starting with Czechia" in first
    assert "The plan of this room is approximate: it was not measured." in first


def test_podium_is_listed_from_left_to_right_as_the_hall_sees_it():
    rows = collected(STATES["mali"]()).by_seat
    assert [row[0] for row in rows[1:8]] == ["POD2", "POD3", "POD4", "POD5", "POD6", "POD7", "POD8"]
    assert (rows[4][1], rows[4][-1]) == ("United Nations", "centre")


def test_delegation_keeps_its_table_place_while_its_principal_is_on_the_podium():
    [row] = [row for row in collected(STATES["mali"]()).by_delegation if row[0] == "Mali"]
    later = "on the podium as of “Co-chaired session”: POD5 (H.E.\xa0Mr.\xa0Abdoulaye DIOP)"
    assert (row[2], row[-1]) == ("B8", f"on the podium: POD4; {later}")


def test_who_sits_on_the_podium_is_named_where_it_is_not_the_head():
    facts = STATES["mali"]()
    rows = {row[0]: row[-1] for row in collected(facts, moment=facts.segments[1].uuid).by_delegation}
    assert rows["Mali"] == "on the podium: POD5 (H.E.\u00a0Mr.\u00a0Abdoulaye DIOP)"
    assert rows["Algeria"] == "on the podium: POD4"


def test_meeting_without_a_room_prints_who_is_without_a_place():
    values = collected(make.meeting(room=None))
    assert (values.sketch, values.by_seat, values.unseated) == (None, (), ("MLI",))
    assert "No room is chosen yet." in pages(made(make.meeting(room=None)))[0]


@pytest.mark.parametrize("moment", ["no-such", make.uuid("another meeting's")])
def test_moment_of_another_meeting_is_refused(moment):
    with pytest.raises(NoMoment):
        moment_of(STATES["mali"](), moment)


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_names_stand_beside_the_seats_of_a_bent_table_or_fit_in_them(language):
    facts = STATES["council"]()
    shapes = drawing(collected(facts, language).sketch, width_mm=A3_MM[0], height_mm=A3_MM[1]).shapes
    names = {text_in(facts.entities[one.entity].short, language) for one in expected_delegations(facts.roster)}
    labels = [shape for shape in shapes if isinstance(shape, Label) and any(shape.text in name for name in names)]
    seats = [shape for shape in shapes if isinstance(shape, (Rect, Circle)) and shape.text in names]
    text = " ".join(one.text for one in labels or seats)
    assert [name for name in names if name not in text] == []
    assert min((one.size_pt for one in labels), default=7) > 6
    assert {one.anchor for one in labels if one.anchor != "middle"} in (set(), {"start", "end"})


@pytest.mark.parametrize(("language", "is_rtl"), [("fr", False), ("ar", True)])
def test_legend_runs_as_its_language_does(language, is_rtl):
    sketch = collected(STATES["mali"](), language).sketch
    shapes = drawing(sketch, width_mm=A3_MM[0], height_mm=A3_MM[1]).shapes
    labels = {label for _, label in sketch.legend}
    lefts = [one.x_mm for one in shapes if isinstance(one, Label) and one.text in labels and one.anchor != "middle"]
    assert len(lefts) == len(labels)
    assert lefts == sorted(lefts, reverse=is_rtl)


def podium_facts(count, *marks):
    facts = mali()
    opening = facts.segments[0]
    marked = tuple(InterpreterFacts(delegate=opening.podium[n], place=place) for n, place in marks)
    part = replace(opening, podium=opening.podium[:count], interpreters=marked)
    return replace(facts, segments=(part, *facts.segments[1:]))


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (3, "the first in order sits in the centre"),
        (4, "the two centre chairs count as 1, right of the axis, and 2, left of it"),
    ],
)
def test_plan_says_how_the_chairs_of_the_podium_count(count, said):
    assert said in dict(collected(podium_facts(count)).terms)["Podium"]


def test_even_podium_names_both_sides_of_the_axis_and_interpreters_have_rows_without_a_name():
    rows = [row for row in collected(podium_facts(4, (0, "left"), (1, "behind"))).by_seat if isinstance(row, tuple)][:6]
    assert [(row[0], row[3].rpartition(" ")[2], row[5]) for row in rows] == [
        ("POD3", "MESSAHEL", ""),
        ("POD4", "GUTERRES", "1, right of the axis"),
        ("POD5", "Interpreter", ""),
        ("POD6", "KEÏTA", "2, left of the axis"),
        ("behind POD6", "Interpreter", ""),
        ("POD7", "LE\u00a0DRIAN", ""),
    ]


def test_interpreters_are_small_chairs_in_drawing_and_legend():
    sketch = collected(podium_facts(4, (0, "left"), (1, "behind"))).sketch
    chairs = [(one.seat.label, one.is_added, one.is_free) for one in sketch.seats if one.interprets]
    assert chairs == [("POD5", False, False), ("POD6i", True, False)]
    assert "Interpreter (small and round)" in [label for _zone, label in sketch.legend]


HAND_MADE = {
    "fr": "À la table, et de même dans les autres zones : ordre arrêté par le secrétariat.",
    "es": "En la mesa, y del mismo modo en las demás zonas: orden establecido por la secretaría.",
    "ru": "За столом, как и в других зонах, – порядок, установленный секретариатом.",
    "ar": "وكذلك في المناطق الأخرى: ترتيب خاص وضعته الأمانة.",
    "zh": "会议桌及其他各区内的次序：秘书处自行排定的次序。",
}
RANKED = {
    "fr": "rang du chef de délégation (règle « Débat général de l'Assemblée générale, ordre des orateurs »), à rang "
    "égal par ordre alphabétique anglais.",
    "es": "rango del jefe de la delegación (regla “Debate general de las Naciones Unidas, orden de los oradores”), a "
    "igual rango por orden alfabético inglés.",
    "ru": "по рангу главы делегации (порядок выступлений в общих прениях Организации Объединенных Наций), при равном "
    "ранге – английский алфавитный порядок.",
    "ar": "حسب رتبة رئيس الوفد (المناقشة العامة للأمم المتحدة، ترتيب المتكلمين)، وعند تساوي الرتب حسب الترتيب "
    "الأبجدي الإنكليزي.",
    "zh": "按代表团团长级别排序（联合国一般性辩论发言次序），级别相同者按英文字母顺序。",
}


@pytest.mark.parametrize("language", HAND_MADE)
def test_orders_by_hand_and_by_rank_are_told_as_the_language_tells_them(language):
    facts = STATES["mali"]()
    segment = facts.segments[0]
    by_hand = tuple(one.uuid for one in ordered_delegations(facts, segment, "table"))
    hand = replace(segment, seating_scheme="hand", seating_by_hand=by_hand)
    rank = replace(segment, seating_scheme="rank", seating_rank_scheme="un_general_debate")
    with override(language):
        told = [order_sentence(replace(facts, segments=(one,)), one, language) for one in (hand, rank)]
    assert told[0].replace("\u00a0", " ").endswith(HAND_MADE[language])
    assert RANKED[language] in told[1].replace("\u00a0", " ")
