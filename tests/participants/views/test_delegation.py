"""The page of one delegation: reply, grounds, places, withdrawal, each in words."""

import json
from datetime import UTC, datetime

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from participants.models import Act, Delegation, Invitation
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def roster():
    return factories.event(slug="mali", observer_places=1).roster


@pytest.fixture
def desk(client, roster):
    client.force_login(factories.user(role="desk_officer"))
    return client


@pytest.fixture
def row(roster):
    entity = factories.entity(code="AU", en="African Union", kind="organisation")
    return factories.delegation(roster=roster, entity=entity, grounds=("mediation",))


def url(name, *args):
    return reverse(f"participants:{name}", args=["mali", *args])


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def reply(**fields):
    return {f"reply-{name}": value for name, value in ({"status": "accepted", "version": "1"} | fields).items()}


def waiting_for(roster, row):
    """`row` holds the only observer place, and Portugal waits for it."""
    Invitation.objects.create(delegation=row, ground="observer")
    factories.request(delegation=row, place_number=1)
    waiting = factories.delegation(
        roster=roster, entity=factories.entity(en="Portugal"), grounds=("observer",), status="accepted"
    )
    return factories.request(delegation=waiting)


def test_reply_is_recorded_with_the_time_at_which_it_came_in(desk, row):
    fields = reply(
        reply_channel="note", received_at_date="2017-09-10", received_at_time="09:30", level_announced="minister",
        is_name_to_follow="on", contact_name="Mr. أحمد 👍", note="by the mission",
    )  # fmt: skip
    response = desk.post(url("reply", row.uuid), fields)
    row.refresh_from_db()
    assert (response.status_code, said(response)[0][:23]) == (302, "The reply was recorded.")
    assert (row.status, row.reply_channel, row.level_announced, row.is_name_to_follow) == (
        "accepted", "note", "minister", True,
    )  # fmt: skip
    assert (row.received_at, row.contact_name) == (datetime(2017, 9, 10, 13, 30, tzinfo=UTC), "Mr. أحمد 👍")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"status": "withdrawn"}, "status"),
        ({"received_at_date": "2999-01-01", "received_at_time": "10:00"}, "received_at"),
        ({"received_at_date": "2017-03-12", "received_at_time": "02:30"}, "received_at"),
        ({"received_at_date": "2017-13-01", "received_at_time": "10:00"}, "received_at"),
        ({"received_at_date": "2017-09-01"}, "received_at"),
        ({"received_at_date": "0001-01-01", "received_at_time": "10:00"}, "received_at"),
        ({"level_announced": "emperor"}, "level_announced"),
        ({"contact_name": "x" * 10_000}, "contact_name"),
        ({"note": "a\x00b"}, "note"),
        ({"contact_email": "nobody"}, "contact_email"),
    ],
)
def test_bad_reply_gets_words_at_the_field_and_saves_nothing(desk, row, fields, field):
    response = desk.post(url("reply", row.uuid), reply(**fields))
    assert (response.status_code, list(response.context["reply"].errors)) == (200, [field])
    row.refresh_from_db()
    assert (row.status, Act.objects.count()) == ("invited", 0)


def test_stale_reply_shows_both_versions_and_saves_when_sent_again(desk, row):
    desk.post(url("reply", row.uuid), reply(status="regrets"))
    response = desk.post(url("reply", row.uuid), reply(status="accepted"))
    form = response.context["reply"]
    assert form.errors["status"] == ["Somebody changed this meanwhile. Now: regrets. Yours: accepted."]
    desk.post(url("reply", row.uuid), reply(status="accepted", version=form.data["reply-version"]))
    row.refresh_from_db()
    assert row.status == "accepted"


def test_regrets_of_an_observer_say_who_moved_up(desk, roster, row):
    waiting_for(roster, row)
    words = said(desk.post(url("reply", row.uuid), reply(status="regrets")))
    assert words[1] == "Portugal moved up from the waiting list and has observer place 1."


def grounds(seen, **fields):
    return {"grounds-seen": json.dumps(seen)} | {f"grounds-{name}": value for name, value in fields.items()}


def test_grounds_are_set_with_organ_position_and_note(desk, row):
    factories.entity(code="AUC", en="AU Commission", kind="organ", parent=row.entity)
    fields = grounds(
        [["mediation", "", 0, ""]],
        is_co_chair="on",
        organ_co_chair="AUC",
        position_co_chair="3",
        note_co_chair="as asked",
    )
    assert desk.post(url("grounds", row.uuid), fields).status_code == 302
    one = Invitation.objects.get()
    assert (one.ground, one.organ.code, one.position, one.note) == ("co_chair", "AUC", 2, "as asked")


def test_no_ground_at_all_is_refused_in_words(desk, row):
    response = desk.post(url("grounds", row.uuid), grounds([["mediation", "", 0, ""]]))
    assert response.context["grounds"].non_field_errors() == [
        "Choose at least one ground. To take the delegation off the list, withdraw it."
    ]


def test_grounds_changed_meanwhile_are_shown_and_saved_when_sent_again(desk, row):
    Invitation.objects.create(delegation=row, ground="host")
    response = desk.post(url("grounds", row.uuid), grounds([["mediation", "", 0, ""]], is_mediation="on"))
    form = response.context["grounds"]
    assert "Now: Host, International mediation." in form.non_field_errors()[0]
    desk.post(url("grounds", row.uuid), grounds(json.loads(form.data["grounds-seen"]), is_mediation="on"))
    assert [one.ground for one in row.invitations.all()] == ["mediation"]


@pytest.mark.parametrize("seen", ["{}", "[1]", "[[1]]", "nonsense", '[["a","b",[],{}]]', "null"])
def test_damaged_form_of_grounds_is_refused(desk, row, seen):
    sent = grounds([], is_host="on") | {"grounds-seen": seen}
    assert (desk.post(url("grounds", row.uuid), sent).status_code, Act.objects.count()) == (200, 0)


@pytest.mark.parametrize(("table", "behind"), [("10", "0"), ("1", "21"), ("-1", "0"), ("", "1"), ("many", "1")])
def test_impossible_places_get_words_at_the_field(desk, row, table, behind):
    sent = {"places-places_at_table": table, "places-places_behind": behind, "places-version": "1"}
    response = desk.post(url("places", row.uuid), sent)
    assert (response.status_code, len(response.context["places"].errors)) == (200, 1)


def test_places_are_saved(desk, row):
    sent = {"places-places_at_table": "2", "places-places_behind": "0", "places-version": "1"}
    assert desk.post(url("places", row.uuid), sent).status_code == 302
    row.refresh_from_db()
    assert (row.places_at_table, row.places_behind) == (2, 0)


def test_withdrawal_is_confirmed_by_name_and_promotes(desk, roster, row):
    waiting_for(roster, row)
    assert (
        "Withdraw the delegation of African Union?" in desk.get(url("delegation_withdraw", row.uuid)).content.decode()
    )
    words = said(desk.post(url("delegation_withdraw", row.uuid), {"why": "note verbale", "version": "1"}))
    assert words[1] == "Portugal moved up from the waiting list and has observer place 1."
    assert (Delegation.objects.get(pk=row.pk).status, Act.objects.get().why) == ("withdrawn", "note verbale")


def test_withdrawn_delegation_is_put_back(desk, row):
    desk.post(url("delegation_withdraw", row.uuid), {"version": "1"})
    assert "Put back on the list" in desk.get(url("delegation", row.uuid)).content.decode()
    desk.post(url("delegation_restore", row.uuid), {"version": "2"})
    row.refresh_from_db()
    assert row.status == "proposed"


def test_withdrawal_decided_on_an_old_page_says_what_is_now_and_pressing_again_decides(desk, row):
    Delegation.objects.filter(pk=row.pk).update(status="accepted", version=2)
    form = desk.post(url("delegation_withdraw", row.uuid), {"version": "1"}).context["form"]
    assert form.non_field_errors() == [
        "This delegation was changed meanwhile: it is accepted now. Press again to withdraw it."
    ]
    desk.post(url("delegation_withdraw", row.uuid), {"version": form["version"].value()})
    row.refresh_from_db()
    assert row.status == "withdrawn"


def test_delegation_is_not_put_back_from_an_old_page(desk, row):
    Delegation.objects.filter(pk=row.pk).update(status="withdrawn", version=3)
    words = said(desk.post(url("delegation_restore", row.uuid), {"version": "2"}))
    row.refresh_from_db()
    assert (row.status, words) == ("withdrawn", [
        "The delegation was changed meanwhile. Now: withdrawn. Nothing was done; press again if you still want it."
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("0001-01-01", "Give a year between 1900 and 2199."),
        ("9999-12-31", "Give a year between 1900 and 2199."),
        ("2015-09-19", "This is more than two years before the meeting. Check the year."),
        ("2199-01-01", "This lies in the future. Give the time at which it came in."),
    ],
)
def test_reply_cannot_have_come_in_then(desk, row, day, words):
    sent = {"reply-status": "accepted", "reply-version": "1", "reply-received_at_date": day}
    form = desk.post(url("reply", row.uuid), sent | {"reply-received_at_time": "10:00"}).context["reply"]
    assert form.errors["received_at"] == [words]


def test_reply_in_the_hour_shown_twice_is_asked_about(desk, row):
    sent = {"reply-status": "accepted", "reply-version": "1", "reply-reply_channel": "note"}
    sent |= {"reply-received_at_date": "2016-11-06", "reply-received_at_time": "01:30"}
    form = desk.post(url("reply", row.uuid), sent).context["reply"]
    assert form.errors["received_at"] == [
        "The clocks of New York go back then and show 01:30 twice. Say whether the first or the second."
    ]
    desk.post(url("reply", row.uuid), sent | {"reply-received_at_which": "2"})
    row.refresh_from_db()
    assert row.received_at.isoformat() == "2016-11-06T06:30:00+00:00"


def test_delegation_of_another_meeting_is_not_found(desk, roster):
    other = factories.delegation(roster=factories.event().roster)
    assert desk.get(url("delegation", other.uuid)).status_code == 404
    assert desk.post(url("delegation_withdraw", other.uuid)).status_code == 404


def test_viewer_sees_the_reply_but_no_form(client, row):
    client.force_login(factories.user(role="viewer"))
    page = client.get(url("delegation", row.uuid)).content.decode()
    assert ("Reply came by" in page, "Save the reply" in page) == (True, False)
    names = ("reply", "places", "grounds", "delegation_withdraw", "delegation_restore", "delegate_add")
    assert {client.post(url(name, row.uuid), {}).status_code for name in names} == {403}


def test_page_takes_the_same_number_of_queries_for_one_member_and_for_thirty(desk, row):
    counts = []
    for size in (1, 29):
        for _ in range(size):
            factories.delegate(delegation=row, role="adviser", person=factories.person())
        with CaptureQueriesContext(connection) as context:
            assert desk.get(url("delegation", row.uuid)).status_code == 200
        counts.append(len(context))
    assert counts[0] == counts[1]
