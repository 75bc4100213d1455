"""The limit of speeches set and lifted."""

import pytest
from django.core.exceptions import ValidationError

from events.models import Item
from events.operations.fitting import fit_speeches
from events.operations.programme import Gone
from participants.models import Act
from participants.operations.acting import Stale
from tests import factories
from tests.acts import difference, tables, told

pytestmark = pytest.mark.django_db
WHO = {"by": None, "at": factories.AT}


@pytest.fixture
def items():
    segment = factories.event(has_segment=True).segments.get()
    return [factories.item(segment=segment, position=place, kind="debate") for place in range(2)]


def limits():
    return list(Item.objects.order_by("position").values_list("limit_seconds", flat=True))


def test_limit_of_several_lists_is_one_act(items):
    before = tables()
    fit_speeches(items, 62, **WHO)
    assert limits() == [62, 62]
    assert [act.operation for act in Act.objects.all()] == ["fit_speeches"]
    assert told(Act.objects.get()) == difference(before, tables())


def test_limit_is_lifted(items):
    fit_speeches(items, 62, **WHO)
    fit_speeches(items[:1], None, **WHO)
    assert limits() == [None, 62]


def test_item_changed_meanwhile_keeps_all_as_they_are(items):
    fit_speeches(items[1:], 90, **WHO)
    versions = {str(one.uuid): 1 for one in items}
    with pytest.raises(Stale) as caught:
        fit_speeches(items, 62, versions=versions, **WHO)
    assert (caught.value.current, caught.value.wanted) == (items[1], {"limit_seconds": 62})
    assert limits() == [None, 90]


def test_item_taken_out_is_gone(items):
    Item.objects.filter(pk=items[0].pk).update(withdrawn_at=factories.AT)
    with pytest.raises(Gone):
        fit_speeches(items, 62, **WHO)
    assert limits() == [None, None]


@pytest.mark.parametrize("seconds", [0, 7201])
def test_length_beyond_the_bounds_is_refused(items, seconds):
    with pytest.raises(ValidationError):
        fit_speeches(items, seconds, **WHO)


def test_what_is_so_already_leaves_no_act(items):
    fit_speeches(items, None, **WHO)
    assert not Act.objects.exists()
