"""Plates: one for each, nothing else on them, and every name whole."""

from collections import Counter
from dataclasses import replace

import pytest
from django.utils.translation import override

from events.documents import plates
from events.documents.base import NothingToPrint, printed
from events.documents.pdf.blocks import Plate
from events.documents.pdf.language import in_language
from events.documents.pdf.plates import fitted_name
from events.domain.facts import InterpreterFacts
from events.domain.seating.order import plan
from meetingplanner.languages import DOCUMENT_LANGUAGES, USUAL_LANGUAGES
from participants.domain.attendance import expected_delegations
from participants.domain.names import upper
from participants.domain.texts import text_in
from tests import facts as make
from tests.events.documents.pdf.reading import opened, pages, strays
from tests.events.documents.prints import STATES, mali, options


def collected(collect, facts, language="en"):
    with override(language):
        return collect(facts, options(language))


def short_names(facts, language):
    return [text_in(facts.entities[one.entity].short, language) for one in expected_delegations(facts.roster)]


@pytest.mark.parametrize("name", ["mali", "council", "observers"])
@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_table_plates_are_the_delegations_expected_each_once(language, name):
    facts = STATES[name]()
    found = collected(plates.collect_table, facts, language).plates
    assert Counter(one.name for one in found) == Counter(upper(one, language) for one in short_names(facts, language))


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_no_given_name_is_parted_from_its_family_name_on_the_plates_of_the_meetings(language):
    for name in ("mali", "council"):
        for plate in collected(plates.collect_podium, STATES[name](), language).plates:
            with in_language(language):
                fitted = fitted_name(plate.name, width_pt=750, height_pt=150, parts=plate.parts, halves=plate.halves)
            written = [line.replace("\u2011", "-").replace("\u00a0", " ") for line in fitted.lines]
            assert all(any(half.replace("\u00a0", " ") in line for line in written) for half in plate.halves)


def test_table_plates_carry_capitals_with_their_accents():
    names = {plate.name for plate in collected(plates.collect_table, STATES["mali"](), "fr").plates}
    assert {"CÔTE D'IVOIRE", "ALGÉRIE", "FÉDÉRATION DE RUSSIE", "CEDEAO"} <= names


def test_table_plates_lie_in_the_order_of_the_places():
    facts = STATES["mali"]()
    seated = dict.fromkeys(one.delegation for one in plan(facts, facts.segments[0]).assignments)
    values = collected(plates.collect_table, facts)
    codes = [facts.delegations[uuid].entity for uuid in seated]
    assert [one.name for one in values.plates] == [upper(facts.entities[c].short["en"], "en") for c in codes]
    assert values.order == "in the order of the seats"


@pytest.mark.parametrize("changes", [{"room": None}, {"segments": ()}])
def test_without_room_or_moment_the_order_is_alphabetical(changes):
    delegations = (make.delegation("ZZZ"), make.delegation("AAA"))
    facts = make.meeting(roster=make.roster(*delegations), **changes)
    values = collected(plates.collect_table, facts)
    assert ([one.name for one in values.plates], values.order) == (["AAA", "ZZZ"], "in alphabetical order")


def test_delegation_with_two_places_has_one_plate():
    facts = make.meeting(roster=make.roster(make.delegation("MLI", places_at_table=2)), room=make.room(table=3))
    assert [one.name for one in collected(plates.collect_table, facts).plates] == ["MLI"]


def test_who_sent_regrets_has_no_plate():
    facts = make.meeting(roster=make.roster(make.delegation("MLI", status="regrets"), make.delegation("NER")))
    assert [one.name for one in collected(plates.collect_table, facts).plates] == ["NER"]


@pytest.mark.parametrize(
    ("language", "function"),
    [
        ("en", "Permanent Representative of the United States of America to the United Nations, President of the "
         "Security Council for April 2017"),
        ("fr", "Représentante permanente des États-Unis d'Amérique auprès de l'Organisation des Nations Unies, "
         "Présidente du Conseil de sécurité pour le mois d'avril 2017"),
    ],
)  # fmt: skip
def test_who_presides_has_the_capacity_on_the_plate(language, function):
    (plate,) = collected(plates.collect_podium, STATES["council"](), language).plates
    assert plate.function == function


@pytest.mark.parametrize("language", USUAL_LANGUAGES)
def test_podium_plates_are_the_principals_of_every_moment_each_once(language):
    facts = STATES["mali"]()
    people = dict.fromkeys(uuid for segment in facts.segments for uuid in segment.podium)
    found = collected(plates.collect_podium, facts, language).plates
    functions = [facts.delegates[one].function[language] for one in people]
    assert [one.function for one in found if not one.function.startswith(functions.pop(0))] == []
    assert len({one.name for one in found}) == len(found) == len(people)


def test_podium_plate_addresses_the_person_in_the_language():
    names = {lang: collected(plates.collect_podium, STATES["mali"](), lang).plates for lang in DOCUMENT_LANGUAGES}
    assert "H.E.\u00a0Ms.\u00a0Federica Mogherini" in {one.name for one in names["en"]}
    assert "S.E.\u00a0Mme\u00a0Federica Mogherini" in {one.name for one in names["fr"]}
    assert "Federica Mogherini女士阁下" in {one.name for one in names["zh"]}


def test_name_and_function_that_stand_in_for_missing_ones_have_their_language():
    person = make.delegate("Anna Bee", delegation="MLI", function={"en": "Minister"})
    entity = make.entity("MLI", en="Mali")
    segment = replace(make.segment("Opening"), podium=(person.uuid,))
    facts = make.meeting(
        roster=make.roster(make.delegation("MLI", person), entities=(entity,), requests=()), segments=(segment,)
    )
    found = [collected(one, facts, "ru").plates[0].languages for one in (plates.collect_table, plates.collect_podium)]
    assert found == [("en", ""), ("", "en")]


def test_function_stands_alone_while_nobody_is_named():
    nobody = make.delegate("", delegation="MLI")
    segment = replace(make.segment("Opening"), podium=(nobody.uuid,))
    facts = make.meeting(roster=make.roster(make.delegation("MLI", nobody)), segments=(segment,))
    assert collected(plates.collect_podium, facts).plates == (Plate(name="Minister"),)


@pytest.mark.parametrize("paper", plates.TABLE.papers)
@pytest.mark.parametrize("name", ["mali", "hostile"])
@pytest.mark.parametrize("document", [plates.TABLE, plates.PODIUM], ids=lambda one: one.slug)
def test_long_names_stay_on_the_plate(document, name, paper):
    assert strays(printed(document, STATES[name](), options("fr", paper=paper)).content) == []


def test_table_plate_carries_the_name_twice_and_no_other_word():
    content = printed(plates.TABLE, make.meeting(), options()).content
    assert pages(content) == ["MLI MLI"]


def test_file_tells_the_order_that_no_plate_carries():
    with opened(printed(plates.TABLE, STATES["mali"](), options("en")).content) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Table plates, in the order of the seats"


@pytest.mark.parametrize("document", [plates.TABLE, plates.PODIUM], ids=lambda one: one.slug)
def test_no_plate_is_no_blank_sheet(document):
    nobody = make.meeting(roster=make.roster())
    with pytest.raises(NothingToPrint):
        printed(document, nobody, options())


def test_interpreter_beside_somebody_has_a_plate_without_a_name_after_that_persons():
    facts = mali()
    opening = facts.segments[0]
    marks = (("left", opening.podium[1]), ("behind", opening.podium[0]))
    marked = tuple(InterpreterFacts(delegate=uuid, place=place) for place, uuid in marks)
    facts = replace(facts, segments=(replace(opening, interpreters=marked), *facts.segments[1:]))
    with override("fr"):
        names = [one.name for one in plates.collect_podium(facts, options("fr")).plates]
    assert (names.index("Interprète"), names.count("Interprète")) == (2, 1)
