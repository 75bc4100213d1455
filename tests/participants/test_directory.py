"""The directory as one can choose from it for a meeting."""

from datetime import date

import pytest

from participants.models import EntityName
from participants.queries import directory, entity_names
from tests import factories

pytestmark = pytest.mark.django_db


def test_directory_holds_the_shared_and_the_meetings_own_entities():
    own, other = factories.roster(), factories.roster()
    for code, roster in (("MLI", None), ("X-OWN", own), ("X-OTHER", other)):
        factories.entity(code=code, roster=roster, status="")
    assert [(one.code, one.status) for one in directory(own)] == [("MLI", "other_state"), ("X-OWN", "other_state")]


def test_entity_has_the_name_of_the_day_and_without_one_is_left_out():
    roster = factories.roster(first_on=date(2017, 9, 20))
    row, future = factories.entity(code="SWZ", en="Swaziland"), factories.entity(code="NEW")
    EntityName.objects.filter(entity=row).update(valid_to=date(2018, 4, 19))
    EntityName.objects.filter(entity=future).update(valid_from=date(2018, 1, 1))
    EntityName.objects.create(
        entity=row, language="en", list_name="Eswatini", sort_key="eswatini", valid_from=date(2018, 4, 19)
    )
    assert [(one.code, one.names["en"]) for one in directory(roster)] == [("SWZ", "Swaziland")]
    assert entity_names(roster, entities=[row.pk, future.pk]) == {
        row.pk: {"en": "Swaziland", "fr": "Swaziland"}, future.pk: {}
    }  # fmt: skip


@pytest.mark.parametrize("size", [1, 30])
def test_directory_takes_four_queries(size, django_assert_num_queries):
    for _ in range(size):
        factories.entity()
    roster = factories.roster()
    with django_assert_num_queries(4):
        assert len(directory(roster)) == size
