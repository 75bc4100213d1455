"""What only few may see: confidential notes, the history searched and taken away, personal data and their end."""

from datetime import timedelta

import pytest
from django.urls import reverse

from participants.models import Access, ConfidentialNote
from participants.operations.delegates import add_delegate
from participants.operations.privacy import add_note
from participants.roles import ROLES
from tests import factories

pytestmark = pytest.mark.django_db
AT = factories.AT


@pytest.fixture
def event():
    return factories.event(slug="mali")


@pytest.fixture
def delegation(event):
    return factories.delegation(roster=event.roster, entity=factories.entity(en="Chad"))


def signed_in(client, role, **fields):
    user = factories.user(role=role, **fields)
    client.force_login(user)
    return user


@pytest.mark.parametrize("role", ROLES)
def test_confidential_notes_are_for_protocol_and_administrators_alone(client, event, delegation, role):
    add_note(delegation, text="Very quiet", by=None, at=AT)
    signed_in(client, role)
    page = client.get(reverse("participants:delegation", args=["mali", delegation.uuid])).content.decode()
    is_let_in = role in ("administrator", "protocol_officer")
    assert ("Very quiet" in page) is is_let_in
    answer = client.post(
        reverse("participants:confidential_add", args=["mali", delegation.uuid]), {"note-text": "More"}
    )
    assert (answer.status_code == 302, ConfidentialNote.objects.count() == 2) == (is_let_in, is_let_in)
    for address in ("history", "settings", "overview", "documents"):
        assert "Very quiet" not in client.get(reverse(f"events:{address}", args=["mali"])).content.decode()


def test_note_is_removed_and_one_of_another_meeting_is_not(client, event, delegation):
    signed_in(client, "protocol_officer")
    foreign = add_note(factories.delegation(roster=factories.roster()), text="Other", by=None, at=AT)
    note = add_note(delegation, text="Own", by=None, at=AT)
    for one in (foreign, note):
        client.post(reverse("participants:confidential_remove", args=["mali", delegation.uuid, one.pk]))
    assert list(ConfidentialNote.objects.values_list("text", flat=True)) == ["Other"]


def test_history_is_searched_by_name_person_operation_and_thing(client, event, delegation):
    clerk = signed_in(client, "administrator", name="Clerk Weiß")
    add_delegate(delegation, by=clerk, at=AT, role="head", family_name="Quéméner", given_names="Zoë")
    other = factories.delegation(roster=event.roster)
    add_delegate(other, by=None, at=AT, role="head", family_name="Otto")
    address = reverse("events:history", args=["mali"])
    for query in ("Quéméner", "weiß", "Delegate added"):
        acts = client.get(address, {"q": query}).context["rows"]
        assert clerk in [row["act"].by for row in acts]
    assert len(client.get(address, {"q": "Quéméner"}).context["rows"]) == 1
    assert client.get(address, {"q": "nobody at all"}).context["rows"] == []
    assert len(client.get(address, {"of": str(delegation.delegates.get().uuid)}).context["rows"]) == 1
    for bad in ("x", "\0", "%", "' OR 1=1; --"):
        assert client.get(address, {"q": bad, "of": bad}).status_code == 200


def test_history_is_taken_away_and_that_is_noted(client, event, delegation):
    user = signed_in(client, "administrator")
    add_delegate(delegation, by=user, at=AT, role="head", family_name="=cmd|' /C calc'!A1")
    answer = client.get(reverse("events:history_export", args=["mali", "csv"]))
    text = answer.content.decode("utf-8-sig")
    assert "Delegate added" in text
    assert ",=cmd" not in text
    assert Access.objects.values_list("by", "what").get() == (user.pk, "history.csv")


def test_lists_and_prints_that_are_taken_away_are_told(client, event, delegation):
    signed_in(client, "administrator", name="Clerk")
    client.get(reverse("participants:delegations_export", args=["mali", "csv"]))
    client.get(reverse("events:observers_export", args=["mali", "csv"]))
    client.get(reverse("events:document", args=["mali", "programme-xlsx", "en"]))
    assert set(Access.objects.values_list("what", flat=True)) == {"delegations.csv", "observers.csv", "programme-xlsx"}
    page = client.get(reverse("events:retention", args=["mali"])).content.decode()
    assert page.count("Clerk") >= 3


def test_day_is_set_and_data_are_purged_only_after_it_and_on_purpose(client, event, delegation):
    signed_in(client, "administrator")
    factories.delegate(delegation=delegation)
    address = reverse("events:retention", args=["mali"])
    refused = client.post(address, {"keep_until": "2017-09-01", "seen": ""})
    assert refused.context["form"].errors["keep_until"] == ["The meeting is not held before that day."]
    assert client.post(address, {"keep_until": "2017-12-31", "seen": ""}).status_code == 302
    stale = client.post(address, {"keep_until": "2018-12-31", "seen": ""})
    assert "Somebody changed this meanwhile" in str(stale.context["form"].errors["keep_until"])
    purge = reverse("events:retention_purge", args=["mali"])
    client.post(purge)
    assert delegation.delegates.get().family_name == "Keïta"
    client.post(purge, {"sure": "yes"})
    assert delegation.delegates.get().family_name == ""
    assert "were purged" in client.get(address).content.decode()


def test_list_of_what_was_taken_takes_the_same_queries(client, event, django_assert_max_num_queries):
    user = signed_in(client, "administrator")
    rows = [Access(roster=event.roster, by=user, at=AT + timedelta(minutes=n), what="x") for n in range(300)]
    Access.objects.bulk_create(rows)
    with django_assert_max_num_queries(12):
        assert len(client.get(reverse("events:retention", args=["mali"])).context["page"].object_list) == 100
