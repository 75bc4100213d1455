"""An entity as typed."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from participants.forms.choosing import EntityFormField
from participants.models import EntityName
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


def test_name_not_in_force_on_the_day_is_not_offered(field):
    former = factories.entity(code="SWZ", en="Eswatini")
    EntityName.objects.filter(entity=former).update(valid_from=date(2018, 4, 19))
    assert "Eswatini" not in field.suggestions()
    assert field.suggestions() == ["Côte d'Ivoire", "Guinea", "Guinea-Bissau"]


def test_chosen_entity_is_shown_by_its_name(field):
    assert field.prepare_value(field.clean("civ")) == "Côte d'Ivoire"
