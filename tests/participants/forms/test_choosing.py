"""An entity as typed."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from participants.forms.choosing import EntityFormField
from participants.models import Entity, EntityAlias, EntityName
from participants.operations.reference import refresh_search_keys
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def field():
    factories.entity(code="CIV", en="Côte d'Ivoire")
    factories.entity(code="GIN", en="Guinea", fr="Guinée")
    factories.entity(code="GNB", en="Guinea-Bissau", fr="Guinée-Bissau")
    return EntityFormField(roster=factories.roster())


@pytest.mark.parametrize(
    ("typed", "code"), [("cote d'ivoire", "CIV"), ("civ", "CIV"), ("cote", "CIV"), ("Guinea", "GIN"), ("bissau", "GNB")]
)
def test_entity_is_found_without_accents_by_name_code_or_part(field, typed, code):
    assert field.clean(typed).code == code


@pytest.mark.parametrize(
    ("typed", "words"),
    [("gui", "This may be: Guinea, Guinea-Bissau."), ("Atlantis", "The directory has no “Atlantis”.")],
)
def test_doubtful_or_unknown_name_is_refused_in_words(field, typed, words):
    with pytest.raises(ValidationError) as caught:
        field.clean(typed)
    assert words in caught.value.messages[0]


@pytest.mark.parametrize(("typed", "code"), [("UK", "GBR"), ("ivory coast", "CIV"), ("Upper", "BFA"), ("ukr", "UKR")])
def test_alias_finds_and_prevails_over_what_only_begins_so(field, typed, code):
    for alias, entity in (("UK", "GBR"), ("Ivory Coast", "CIV"), ("Upper Volta", "BFA")):
        row = Entity.objects.filter(code=entity).first() or factories.entity(code=entity, en=f"Name of {entity}")
        EntityAlias.objects.create(entity=row, alias=alias)
    factories.entity(code="UKR", en="Ukraine")
    refresh_search_keys()
    assert field.clean(typed).code == code


@pytest.mark.parametrize("day", [date(2017, 9, 20), date(2020, 9, 20)])
@pytest.mark.parametrize("typed", ["Swaziland", "Eswatini"])
def test_name_of_another_time_finds_the_entity(typed, day):
    entity = factories.entity(code="SWZ", en="Swaziland")
    EntityName.objects.filter(entity=entity).update(valid_to=date(2018, 4, 19))
    EntityName.objects.create(entity=entity, language="en", list_name="Eswatini", valid_from=date(2018, 4, 19))
    refresh_search_keys()
    assert EntityFormField(roster=factories.roster(first_on=day)).clean(typed) == entity


def test_name_not_in_force_on_the_day_is_not_offered(field):
    former = factories.entity(code="SWZ", en="Eswatini")
    EntityName.objects.filter(entity=former).update(valid_from=date(2018, 4, 19))
    assert "Eswatini" not in field.suggestions()
    assert field.suggestions() == ["Côte d'Ivoire", "Guinea", "Guinea-Bissau"]


def test_chosen_entity_is_shown_by_its_name(field):
    assert field.prepare_value(field.clean("civ")) == "Côte d'Ivoire"
