"""Open points settled in words, by an option, and opened again."""

from datetime import datetime
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from events.models import Event, OpenPoint
from events.operations import points
from events.operations.adding import AddedAlready
from participants.models import Act
from participants.operations.acting import Stale
from tests import factories

pytestmark = pytest.mark.django_db
WHO = {"by": None, "at": factories.AT}
TIMES = {"starts": "2017-09-20T15:30", "ends": "2017-09-20T16:00", "segments": []}


@pytest.fixture
def event():
    return factories.event(has_segment=True)


def point_with(event, operation, arguments):
    return factories.open_point(
        event=event, options=[{"label": {"en": "This"}, "operation": operation, "arguments": arguments}]
    )


def test_settled_point_tells_how_when_and_by_whom(event):
    officer = factories.user(name="Aïda Desk")
    point = factories.open_point(event=event)
    points.settle_point(point, how="Asked the mission", version=1, by=officer, at=factories.AT)
    point.refresh_from_db()
    assert (point.resolution, point.resolved_at, point.resolved_by) == ("Asked the mission", factories.AT, str(officer))


def test_option_settles_the_point_and_changes_the_meeting_in_one_act(event):
    part = event.segments.get()
    times = TIMES | {"segments": [{"uuid": str(part.uuid), "starts": None, "ends": "2017-09-20T15:50"}]}
    point = point_with(event, "set_times", times)
    points.settle_with_option(point, number=0, how="This", version=1, seen=1, **WHO)
    event.refresh_from_db()
    part.refresh_from_db()
    point.refresh_from_db()
    assert (event.ends, part.ends) == (datetime(2017, 9, 20, 16), datetime(2017, 9, 20, 15, 50))
    assert (point.resolution, Act.objects.get().operation) == ("This", "settle_with_option")


def test_option_decides_a_deletion(event):
    deletion = factories.deletion(event=event, number=3)
    point = point_with(event, "decide_deletion", {"number": 3, "decision": "rejected"})
    points.settle_with_option(point, number=0, how="This", version=1, seen=1, **WHO)
    deletion.refresh_from_db()
    assert deletion.decision == "rejected"


@pytest.mark.parametrize("stale", ["version", "seen"])
def test_option_chosen_on_an_old_page_changes_nothing(event, stale):
    point = point_with(event, "set_times", TIMES)
    Event.objects.filter(pk=event.pk).update(version=2)
    OpenPoint.objects.filter(pk=point.pk).update(version=2)
    versions = {"version": 2, "seen": 2} | {stale: 1}
    with pytest.raises(Stale):
        points.settle_with_option(point, number=0, how="This", **versions, **WHO)
    point.refresh_from_db()
    assert (point.resolved_at, Act.objects.count()) == (None, 0)


@pytest.mark.parametrize(
    ("operation", "arguments", "number"),
    [
        ("decide_deletion", {"number": 9, "decision": "accepted"}, 0),
        ("set_times", TIMES | {"segments": [{"uuid": str(uuid4()), "starts": None, "ends": None}]}, 0),
        ("set_times", TIMES, 5),
    ],
)
def test_option_that_fits_no_longer_leaves_the_point_open(event, operation, arguments, number):
    point = point_with(event, operation, arguments)
    with pytest.raises(points.OptionMisfit):
        points.settle_with_option(point, number=number, how="This", version=1, seen=1, **WHO)
    point.refresh_from_db()
    assert (point.resolved_at, Act.objects.count()) == (None, 0)


def test_point_opened_again_says_nothing_of_its_settlement(event):
    point = factories.open_point(event=event)
    settled = points.settle_point(point, how="Asked", **WHO)
    points.reopen_point(settled, version=settled.version, **WHO)
    point.refresh_from_db()
    assert (point.resolved_at, point.resolved_by, point.resolution) == (None, "", "")


def test_number_of_another_point_is_refused(event):
    factories.open_point(event=event, code="P-01")
    with pytest.raises(ValidationError) as refused:
        points.add_point(event, code="P-01", finding={"en": "x"}, **WHO)
    assert list(refused.value.message_dict) == ["code"]


def test_new_point_stands_last_and_is_added_once(event):
    factories.open_point(event=event, position=4)
    identity = uuid4()
    added = points.add_point(event, uuid=identity, code="P-02", finding={"en": "x"}, **WHO)
    with pytest.raises(AddedAlready):
        points.add_point(event, uuid=identity, code="P-02", finding={"en": "x"}, **WHO)
    assert (added.position, event.open_points.count()) == (5, 2)
