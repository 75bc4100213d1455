"""Every address of the site against the table of permissions, with the anonymous and with every role."""

import re
from contextlib import closing

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from participants.models import Roster
from participants.operations.observers import register_observer
from participants.roles import PERMISSIONS, ROLES
from tests import factories
from tests.url_map import ADDRESSES, OF_MEETING, addresses, filled

# What people who are not signed in need to get in: the door, a forgotten password, the language; and the watchdog.
OPEN = {
    "health", "set_language", "admin:login", "account_login", "account_logout", "account_inactive", "account_signup",
    "account_confirm_login_code", "account_confirm_email", "account_email_verification_sent",
    "account_reset_password", "account_reset_password_done",
    "account_reset_password_from_key", "account_reset_password_from_key_done",
}  # fmt: skip
# Pages that are somebody's own, or the office's: they have no meeting in their address.
OF_NOBODY = {
    "participants:account": "signed_in",
    "events:meetings": "signed_in",
    "events:meeting_create": "create_meeting",
}
OTHER = "sc-7917"
SAMPLE = {"int": "1", "slug": "x", "str": "csv", "path": "1", "uuid": "00000000-0000-4000-8000-000000000000"}
REGULAR = {"key": "abc-def", "uidb36": "1", "url": "x", "app_label": "events"}
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


@pytest.mark.django_db
def test_files_for_everybody_need_no_signing_in(client):
    for path in ("/robots.txt", "/favicon.ico", "/health/"):
        with closing(client.get(path)) as answer:
            assert answer.status_code == 200


def appointed(role, roster=None):
    client = Client()
    client.force_login(factories.user(role=role, roster=roster))
    return client


@pytest.fixture
def mali(reference):
    """The reference meeting with a request for a place and somebody appointed: every address leads somewhere."""
    register_observer(reference, entity=factories.entity(), received_at=factories.AT, by=None, at=factories.AT)
    factories.user(role="viewer", roster=reference)
    return reference


@pytest.fixture
def other(mali):
    return Roster.objects.get(slug=OTHER)


def carries(role, name):
    return ADDRESSES[name].permission in ROLES[role].permissions


def writes(captured):
    """What was written, but for the session of the one who asks."""
    statements = [one["sql"] for one in captured]
    return [
        sql
        for sql in statements
        if sql.split(" ", 1)[0] in ("INSERT", "UPDATE", "DELETE") and "django_session" not in sql
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("where", ["here", "everywhere"])
@pytest.mark.parametrize("role", ROLES)
def test_role_without_the_permission_is_refused(mali, role, where):
    client = appointed(role, mali if where == "here" else None)
    refused = {name: filled(name, mali) for name in OF_MEETING if not carries(role, name)}
    let_in = {name for name, address in refused.items() if client.post(address).status_code != 403}
    let_in |= {name for name, address in refused.items() if client.get(address).status_code not in (403, 405)}
    assert let_in == set()


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_meeting_is_hidden_from_those_of_another(mali, other, role):
    client = appointed(role, other)
    addresses = {name: filled(name, mali) for name in OF_MEETING}
    shown = {name for name, address in addresses.items() if client.post(address).status_code not in (404, 405)}
    shown |= {name for name, address in addresses.items() if client.get(address).status_code not in (404, 405)}
    assert shown == set()


@pytest.mark.django_db
def test_rows_of_another_meeting_are_not_reached_through_ones_own(mali, other):
    client = appointed("administrator", other)
    names = [name for name in OF_MEETING if {"uuid", "pk"} & set(ADDRESSES[name].parameters)]
    with CaptureQueriesContext(connection) as captured:
        codes = {
            name: {answer(filled(name, mali, slug=other.slug)).status_code for answer in (client.get, client.post)}
            for name in names
        }
    assert {name: found for name, found in codes.items() if not found <= {404, 405}} == {}
    assert [name for name, found in codes.items() if 404 not in found] == []
    assert writes(captured) == []


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_role_that_carries_the_permission_is_let_in_and_looking_changes_nothing(mali, role):
    client = appointed(role, mali)
    addresses = {name: filled(name, mali) for name in OF_MEETING if carries(role, name)}
    with CaptureQueriesContext(connection) as captured:
        codes = {name: client.get(address).status_code for name, address in addresses.items()}
    assert {name: code for name, code in codes.items() if code not in (200, 302, 405)} == {}
    assert writes(captured) == []


@pytest.mark.django_db
def test_general_appointment_lets_in_at_every_meeting(mali, other):
    client = appointed("viewer")
    names = ("events:overview", "events:history", "participants:delegations", "events:calendar_file")
    assert [client.get(filled(name, roster)).status_code for roster in (mali, other) for name in names] == [200] * 8


@pytest.mark.django_db
def test_empty_form_is_answered_and_never_fails(mali):
    client, codes = appointed("administrator", mali), {}
    client.raise_request_exception = False
    for name in OF_MEETING:
        with transaction.atomic():
            codes[name] = client.post(filled(name, mali)).status_code
            transaction.set_rollback(True)
    # An item can only be moved to a part there is.
    assert codes.pop("events:programme_move") == 404
    assert {name: code for name, code in codes.items() if code not in (200, 302, 400, 405, 422)} == {}


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_pages_of_nobodys_meeting_follow_the_general_appointment(reference, role):
    here, everywhere = appointed(role, reference), appointed(role)
    may_create = "create_meeting" in ROLES[role].permissions
    assert [client.get("/account/").status_code for client in (here, everywhere)] == [200, 200]
    assert [client.get("/meetings/new/").status_code for client in (here, everywhere)] == [
        403,
        200 if may_create else 403,
    ]
    lists = [client.get("/").content.decode() for client in (here, everywhere)]
    assert [[slug for slug in ("mali-2017", OTHER) if f"/{slug}/" in page] for page in lists] == [
        ["mali-2017"], ["mali-2017", OTHER],
    ]  # fmt: skip


@pytest.mark.django_db
def test_person_without_any_appointment_sees_no_meeting(reference):
    client = Client()
    client.force_login(factories.user())
    assert "mali-2017" not in client.get("/").content.decode()
    assert client.get("/meetings/mali-2017/").status_code == 404


ADMINISTRATION = [one for one in addresses() if one.route.startswith("admin/") and one.name != "admin:logout"]


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_no_role_opens_the_administration(reference, role):
    client = appointed(role)
    codes = {one.name: client.get(plain(one)).status_code for one in ADMINISTRATION}
    assert {name: code for name, code in codes.items() if code not in (302, 403)} == {}
    changes = {one.name: client.post(plain(one)).status_code for one in ADMINISTRATION}
    assert {name: code for name, code in changes.items() if code not in (302, 403)} == {}


@pytest.mark.django_db
def test_administration_opens_to_its_staff(reference):
    client = Client()
    client.force_login(factories.user(is_staff=True))
    codes = {one.name: client.get(plain(one)).status_code for one in ADMINISTRATION}
    assert {name: code for name, code in codes.items() if code >= 500} == {}
