from dataclasses import replace

import pytest
from django.utils.translation import override

from events.documents import participants
from tests import facts as make
from tests.events.documents.prints import council, mali, with_observers, words


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("en", ["Member States", "Algeria", "Côte d'Ivoire", "Czechia", "Yemen", "Organizations", "African Union"]),
        ("fr", ["États Membres", "Algérie", "Allemagne", "Égypte", "Tchéquie", "Organisations", "Union africaine"]),
    ],
)
def test_delegations_stand_in_the_alphabetical_order_of_the_language(language, order):
    text = words("participants", mali(), language)
    places = [text.find(f" {one} ", text.find(order[0]) - 1) for one in order]
    assert -1 not in places
    assert places == sorted(places)


def test_head_comes_first_with_function_family_name_in_capitals_and_grounds():
    text = words("participants", mali())
    mali_row = (
        "Mali H.E. Mr. Ibrahim Boubacar KEÏTA – head of delegation President of the Republic of Mali "
        "H.E. Mr. Abdoulaye DIOP – alternate Minister of Foreign Affairs and International Cooperation of Mali "
        "Host; opening; co-chair"
    )
    assert mali_row in text


def test_organ_is_told_where_the_function_does_not_name_it():
    text = words("participants", mali())
    assert "Peacekeeping Operations, Department of Peacekeeping Operations" in text
    assert "Chairperson of the African Union Commission Brief remarks" in text


def test_family_name_that_comes_first_stays_first():
    assert "Mr. WU Haitao – head of delegation" in words("participants", council())


def test_observer_with_a_place_is_listed_with_it_and_one_that_waits_is_not():
    text = words("participants", with_observers())
    assert "Spain Name to follow Observer, place 2" in text
    assert "Ireland Name to follow Observer" not in text


@pytest.mark.parametrize("status", ["regrets", "withdrawn"])
def test_delegation_that_does_not_come_is_not_listed(status):
    facts = mali()
    delegations = tuple(replace(one, status=status) if one.entity == "JPN" else one for one in facts.roster.delegations)
    assert "Japan" in words("participants", facts)
    assert "Japan" not in words("participants", make.with_roster(facts, delegations=delegations))


def test_level_announced_stands_for_a_name_that_is_to_follow():
    delegation = make.delegation("MLI", is_name_to_follow=True, level_announced="foreign_minister")
    text = words("participants", make.meeting(roster=make.roster(delegation), segments=()))
    assert "MLI Name to follow Minister for Foreign Affairs Host" in text


def test_woman_is_styled_and_called_in_the_feminine_in_french():
    text = words("participants", mali(), "fr")
    assert "S.E. Mme Federica MOGHERINI – cheffe de délégation Haute Représentante" in text


@pytest.mark.parametrize(
    ("language", "roles"),
    [("es", ["jefa de\u00a0la\u00a0delegación", "asesora"]), ("ar", ["رئيسة الوفد", "مستشارة"])],
)
def test_role_of_a_woman_is_told_in_the_feminine(language, roles):
    woman = make.delegate("Anna Bee", delegation="MLI", gender="f")
    with override(language):
        assert [participants.role_words(replace(woman, role=role)) for role in ("head", "adviser")] == roles


def test_nobody_expected_is_said():
    assert "No delegation is expected yet." in words("participants", make.meeting(roster=make.roster(), segments=()))


def test_count_says_how_many_are_only_proposed():
    assert "65 delegations: 26 invited; 39 proposed, not invited yet." in words("participants", mali())
    statuses = ("accepted", "cleared", "proposed")
    roster = make.roster(*(make.delegation(f"S{n}", status=one) for n, one in enumerate(statuses)))
    text = words("participants", make.meeting(roster=roster, segments=()))
    assert "3 delegations: 1 invited; 1 cleared, not invited yet; 1 proposed, not invited yet." in text
    assert "1 delegation is expected." in words("participants", make.meeting())
