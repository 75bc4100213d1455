"""Every address of the site against the table of permissions, with the anonymous and with every role."""

import re
from contextlib import closing

import pytest
from django.core.signals import request_finished
from django.db import close_old_connections, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from participants.models import Appointment
from participants.roles import PERMISSIONS, ROLES
from participants.views.access import permissions_at
from tests import factories
from tests.test_page_queries import meeting
from tests.url_map import ADDRESSES, LEAD_TO_THE_PAGE, OF_MEETING, ONLY_FORMS, addresses, filled

# What people who are not signed in need to get in: the door, a forgotten password, the language; and the watchdog.
OPEN = {
    "health", "set_language", "admin:login", "account_login", "account_logout", "account_inactive", "account_signup",
    "account_confirm_login_code", "account_confirm_email", "account_email_verification_sent",
    "account_reset_password", "account_reset_password_done",
    "account_reset_password_from_key", "account_reset_password_from_key_done",
    # The second step of signing in, and coming back from an identity provider.
    "mfa_authenticate", "socialaccount_signup", "socialaccount_login_cancelled", "socialaccount_login_error",
    "openid_connect_login", "openid_connect_callback",
    # Delegations have no account: a signed link, or the public form.
    "events:reply", "events:reply_calendar", "events:request", "events:request_withdraw", "events:observers_form",
    # The code of a print says whether it is current.
    "events:print_state",
    # Calendars that the meeting lets everybody follow, or behind a secret address.
    "events:public_feed", "events:secret_programme", "events:own_feed", "events:all_meetings_feed",
    "events:public_programme", "events:public_programme_print",
}  # fmt: skip
# Pages that are somebody's own, or the office's: they have no meeting in their address.
OF_NOBODY = {
    "participants:account": "signed_in",
    "events:meetings": "signed_in",
    "events:badge": "signed_in",
    "events:meeting_create": "create_meeting",
    "events:office_style": "edit_office",
    "events:rooms": "edit_seating",
    "events:room": "edit_seating",
    "events:room_new": "edit_seating",
    "events:room_import": "edit_seating",
    "events:room_seats": "edit_seating",
    "events:room_describe": "edit_seating",
    "events:room_duplicate": "edit_seating",
    "events:room_delete": "edit_seating",
    "events:room_export": "edit_seating",
    "events:outbox": "edit_office",
    "events:outbox_message": "edit_office",
    "events:outbox_html": "edit_office",
    "events:outbox_part": "edit_office",
    "events:word_template": "edit_office",
}
SAMPLE = {"int": "1", "slug": "x", "str": "csv", "path": "1", "uuid": "00000000-0000-4000-8000-000000000000"}
REGULAR = {"key": "abc-def", "provider_id": "oidc", "uidb36": "1", "url": "x", "app_label": "events"}
GROUP = re.compile(r"<(?:(\w+):)?(\w+)>")
EXPRESSION = re.compile(r"\(\?P<(\w+)>[^)]+\)")


def plain(address):
    """The route with something in every place; nobody need have it."""
    route = EXPRESSION.sub(lambda found: REGULAR[found[1]], address.route)
    return "/" + GROUP.sub(lambda found: SAMPLE[found[1] or "int"], route).replace("^", "").replace("$", "")


def test_every_view_names_a_permission_that_there_is():
    known = PERMISSIONS.keys() | {"signed_in"}
    assert [
        one.name for one in addresses() if one.is_ours and one.name not in OPEN and one.permission not in known
    ] == []
    assert {name: ADDRESSES[name].permission for name in ADDRESSES.keys() - OPEN - set(OF_MEETING)} == OF_NOBODY


@pytest.mark.django_db
def test_anonymous_gets_no_further_than_the_door(client):
    reached, failed = set(), set()
    for address in addresses():
        for answer in (client.get(plain(address)), client.post(plain(address))):
            if answer.status_code != 302 or not answer.url.startswith(
                ("/accounts/login/?next=", "/admin/login/?next=")
            ):
                reached.add(address.name)
            if answer.status_code >= 500:
                failed.add(address.name)
    assert (reached - OPEN, failed) == (set(), set())


@pytest.fixture
def kept_connection():
    # Closing a streamed answer ends the request, and with it the connection that the test is rolled back on.
    request_finished.disconnect(close_old_connections)
    yield
    request_finished.connect(close_old_connections)


@pytest.mark.django_db
def test_files_for_everybody_need_no_signing_in(client, kept_connection):
    for path in ("/robots.txt", "/favicon.ico", "/health/"):
        with closing(client.get(path)) as answer:
            assert answer.status_code == 200


def appointed(role, *rosters):
    """Somebody in that role at each of `rosters`, or by a general appointment (None)."""
    user = factories.user(role=role, roster=rosters[0] if rosters else None)
    for roster in rosters[1:]:
        Appointment.objects.create(user=user, role=role, roster=roster)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def here(db):
    """A meeting with one of everything, so that every address leads somewhere."""
    return meeting(1)[0]


@pytest.fixture
def elsewhere(db):
    return factories.event().roster


def carries(role, name):
    return ADDRESSES[name].permission in ROLES[role].permissions


def writes(captured):
    """What was written, but for the session of the one who asks and the store of prints as made."""
    statements = [one["sql"] for one in captured]
    return [
        sql
        for sql in statements
        if sql.split(" ", 1)[0] in ("INSERT", "UPDATE", "DELETE")
        and "django_session" not in sql
        and "events_storedprint" not in sql
        and "participants_access" not in sql
    ]


@pytest.mark.once
@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_role_without_the_permission_is_refused(here, role):
    # One appointment only ever adds to what another allows: who is refused with both is refused with each.
    client = appointed(role, here, None)
    refused = {name: filled(name, here) for name in OF_MEETING if not carries(role, name)}
    let_in = {name for name, address in refused.items() if client.post(address).status_code != 403}
    let_in |= {name for name, address in refused.items() if client.get(address).status_code not in (403, 405)}
    assert let_in == set()


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_appointment_at_another_meeting_allows_nothing_here(here, elsewhere, role):
    user = factories.user(role=role, roster=elsewhere)
    assert (permissions_at(user, elsewhere), permissions_at(user, here)) == (ROLES[role].permissions, frozenset())
    client = Client()
    client.force_login(user)
    assert client.get(filled("events:overview", here)).status_code == 404


@pytest.mark.once
@pytest.mark.django_db
def test_meeting_is_hidden_from_those_of_another(here, elsewhere):
    # Somebody in every role there: what is hidden from them is hidden from who has one.
    user = factories.user()
    for role in ROLES:
        Appointment.objects.create(user=user, role=role, roster=elsewhere)
    client = Client()
    client.force_login(user)
    addresses = {name: filled(name, here) for name in OF_MEETING}
    codes = {name: client.post(address).status_code for name, address in addresses.items()}
    assert {name: code for name, code in codes.items() if code not in (404, 405)} == {}
    codes = {name: client.get(address).status_code for name, address in addresses.items()}
    assert {name for name, code in codes.items() if code != 404} <= ONLY_FORMS


@pytest.mark.django_db
def test_rows_of_another_meeting_are_not_reached_through_ones_own(here, elsewhere):
    client = appointed("administrator", elsewhere)
    names = [name for name in OF_MEETING if {"uuid", "pk"} & set(ADDRESSES[name].parameters)]
    addresses = {name: filled(name, here, slug=elsewhere.slug) for name in names}
    with CaptureQueriesContext(connection) as captured:
        codes = {
            name: {answer(address).status_code for answer in (client.get, client.post)}
            for name, address in addresses.items()
        }
    assert {name: found for name, found in codes.items() if not found <= {404, 405}} == {}
    assert [name for name, found in codes.items() if 404 not in found] == []
    assert writes(captured) == []


@pytest.mark.once
@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_role_that_carries_the_permission_is_let_in_and_looking_changes_nothing(here, role):
    client = appointed(role, here)
    addresses = {name: filled(name, here) for name in OF_MEETING if carries(role, name)}
    with CaptureQueriesContext(connection) as captured:
        codes = {name: client.get(address).status_code for name, address in addresses.items()}
    expected = {name: 405 if name in ONLY_FORMS else 302 if name in LEAD_TO_THE_PAGE else 200 for name in addresses}
    assert codes == expected
    assert writes(captured) == []


@pytest.mark.django_db
def test_general_appointment_lets_in_at_every_meeting(here, elsewhere):
    client = appointed("viewer")
    names = ("events:overview", "events:history", "participants:delegations", "events:calendar_file")
    assert [client.get(filled(name, roster)).status_code for roster in (here, elsewhere) for name in names] == [200] * 8


@pytest.mark.django_db
def test_empty_form_is_answered_and_never_fails(here):
    client, codes = appointed("administrator", here), {}
    client.raise_request_exception = False
    for name in OF_MEETING:
        with transaction.atomic():
            codes[name] = client.post(filled(name, here)).status_code
            transaction.set_rollback(True)
    assert {name: code for name, code in codes.items() if code not in (200, 302, 400, 405, 422)} == {}


@pytest.mark.once
@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_pages_without_a_meeting_follow_the_general_appointment(here, elsewhere, role):
    local, general = appointed(role, here), appointed(role)
    may_create = "create_meeting" in ROLES[role].permissions
    assert [client.get("/account/").status_code for client in (local, general)] == [200, 200]
    codes = [client.get("/meetings/new/").status_code for client in (local, general)]
    assert codes == [403, 200 if may_create else 403]
    lists = [client.get("/").content.decode() for client in (local, general)]
    shown = [[roster for roster in (here, elsewhere) if f"/meetings/{roster.slug}/" in page] for page in lists]
    assert shown == [[here], [here, elsewhere]]


@pytest.mark.django_db
def test_person_without_any_appointment_sees_no_meeting(here):
    client = Client()
    client.force_login(factories.user())
    assert here.slug not in client.get("/").content.decode()
    assert client.get(f"/meetings/{here.slug}/").status_code == 404


ADMINISTRATION = [one for one in addresses() if one.route.startswith("admin/") and one.name != "admin:logout"]


@pytest.mark.once
@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_no_role_opens_the_administration(db, role):
    client = appointed(role)
    codes = {one.name: client.get(plain(one)).status_code for one in ADMINISTRATION}
    assert {name: code for name, code in codes.items() if code not in (302, 403)} == {}
    changes = {one.name: client.post(plain(one)).status_code for one in ADMINISTRATION}
    assert {name: code for name, code in changes.items() if code not in (302, 403)} == {}


@pytest.mark.django_db
def test_administration_opens_to_its_staff(db):
    client = Client()
    client.force_login(factories.user(is_staff=True))
    codes = {one.name: client.get(plain(one)).status_code for one in ADMINISTRATION}
    assert {name: code for name, code in codes.items() if code >= 500} == {}
