"""The short lists, saved whole."""

from datetime import UTC, datetime

import pytest

from events.models import Objective
from events.operations.lists import ListMoved, fingerprint, rows_of, save_list
from participants.models import Act
from tests import factories

pytestmark = pytest.mark.django_db
AT = datetime(2017, 9, 2, 9, tzinfo=UTC)


def save(event, rows, *, seen=None, name="objectives"):
    seen = fingerprint(rows_of(event, name)) if seen is None else seen
    save_list(event, name=name, rows=rows, seen=seen, by=None, at=AT)


def test_list_is_added_to_reordered_and_shortened_in_one_act():
    event = factories.event()
    one = factories.objective(event=event, text={"en": "One"})
    two = factories.objective(event=event, text={"en": "Two"}, position=1)
    save(event, [{"pk": two.pk, "text": {"en": "Two"}}, {"pk": None, "text": {"en": "Three"}}])
    assert [(row.position, row.text["en"]) for row in rows_of(event, "objectives")] == [(0, "Two"), (1, "Three")]
    assert not Objective.objects.filter(pk=one.pk).exists()
    changes = [one for one in Act.objects.get().changes if one["model"] == "events.objective"]
    assert [one["action"] for one in changes] == ["removed", "changed", "added"]


def test_list_as_it_was_writes_no_act():
    event = factories.event()
    row = factories.objective(event=event)
    save(event, [{"pk": row.pk, "text": row.text}])
    assert Act.objects.count() == 0


def test_list_changed_meanwhile_is_refused_with_what_is_there_now():
    event = factories.event()
    seen = fingerprint(rows_of(event, "objectives"))
    factories.objective(event=event, text={"en": "Theirs"})
    with pytest.raises(ListMoved) as caught:
        save(event, [{"pk": None, "text": {"en": "Mine"}}], seen=seen)
    assert [row.text["en"] for row in caught.value.rows] == ["Theirs"]
    assert Objective.objects.count() == 1


def test_organisers_keep_the_order_given():
    event = factories.event()
    mali, algeria = factories.entity(en="Mali"), factories.entity(en="Algeria")
    save(event, [{"entity": mali}, {"entity": algeria}], name="organisers")
    first, second = rows_of(event, "organisers")
    save(event, [{"pk": second.pk, "entity": algeria}, {"pk": first.pk, "entity": mali}], name="organisers")
    assert [row.entity for row in rows_of(event, "organisers")] == [algeria, mali]
