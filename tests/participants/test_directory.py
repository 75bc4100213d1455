"""The directory as one can choose from it for a meeting."""

from datetime import date

import pytest

from participants.domain.entities import is_valid_on
from participants.models import EntityName, EntityStatus
from participants.queries import directory, entity_names, valid_on
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


DAYS = [date(2017, 9, day) for day in (19, 20, 21, 22)]


@pytest.mark.parametrize("day", DAYS)
def test_condition_on_rows_and_the_rule_of_dates_agree(day):
    row = factories.entity(status="")
    spans = [(start, end) for start in (None, *DAYS) for end in (None, *DAYS)]
    for start, end in spans:
        EntityStatus.objects.create(entity=row, status="other_state", valid_from=start, valid_to=end)
    chosen = set(EntityStatus.objects.filter(valid_on(day)))
    assert chosen == {one for one in EntityStatus.objects.all() if is_valid_on(one, day)}


def test_name_that_began_last_is_taken_whole_where_two_hold():
    row = factories.entity(code="SWZ", en="Swaziland")
    EntityName.objects.filter(entity=row, language="en").update(formal="Kingdom of Swaziland")
    fresh = EntityName(entity=row, language="en", list_name="Eswatini", valid_from=date(2017, 1, 1))
    fresh.save()
    (entity,) = directory(factories.roster(first_on=date(2017, 9, 20)))
    assert (entity.names["en"], entity.short["en"], "en" in entity.formal) == ("Eswatini", "Eswatini", False)


@pytest.mark.parametrize("size", [1, 30])
def test_directory_takes_four_queries(size, django_assert_num_queries):
    for _ in range(size):
        factories.entity()
    roster = factories.roster()
    with django_assert_num_queries(4):
        assert len(directory(roster)) == size
