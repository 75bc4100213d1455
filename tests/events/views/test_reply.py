"""What a delegation does without an account: answering behind its link, asking for observer places, withdrawing."""

import uuid
from datetime import UTC, datetime

import icalendar
import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from events.issued import answers_due_at
from events.models import Event
from events.operations.issuing import issue_revision
from participants.links import token_of
from participants.models import Act, Delegate, Delegation, Entity, ObserverPlace, Reply, Request, Roster
from tests import factories
from tests.sent_forms import forms_of

pytestmark = pytest.mark.django_db
AT = factories.AT


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


@pytest.fixture
def event():
    row = factories.event(slug="mali", observer_places=1)
    row.roster.registration = "open"
    row.roster.save()
    return row


@pytest.fixture
def delegation(event):
    return factories.delegation(roster=event.roster, entity=factories.entity(en="Chad", fr="Tchad"))


def link(row):
    return reverse(f"events:{'reply' if isinstance(row, Delegation) else 'request'}", args=[token_of(row)])


def filled(client, address, **fields):
    """What a browser would send of the page's own form, changed by `fields`."""
    page = client.get(address)
    form = next(one for one in forms_of(page.content.decode(), address) if "contact_name" in one.fields)
    return {name: values[-1] for name, values in form.fields.items()} | fields


HEAD = {"m0-role": "head", "m0-family_name": "Déby ITNO", "m0-given_names": "Idriss", "m0-function": "President"}


def test_opening_the_link_changes_nothing(client, delegation):
    for method in (client.get, client.head, client.options):
        method(link(delegation))
    assert (Act.objects.count(), Reply.objects.count()) == (0, 0)


def test_delegation_accepts_and_names_its_people(client, delegation):
    data = filled(client, link(delegation), status="accepted", contact_email="a@b.example", **HEAD)
    response = client.post(link(delegation), data, follow=True)
    delegation.refresh_from_db()
    assert delegation.status == "accepted"
    assert Delegate.objects.get().family_name == "Déby ITNO"
    page = response.content.decode()
    assert "Your answer was received. Thank you." in page
    assert "Idriss Déby ITNO, President" in page


def test_all_errors_are_told_at_once_and_what_was_typed_stays(client, delegation):
    data = filled(client, link(delegation), contact_email="nobody", **HEAD)
    data |= {"m1-role": "head", "m1-family_name": "", "m1-given_names": "Somebody"}
    data.pop("status", None)
    response = client.post(link(delegation), data)
    assert set(response.context["form"].errors) == {"status", "contact_email"}
    assert set(response.context["member_forms"][1].errors) == {"family_name"}
    assert "Déby ITNO" in response.content.decode()
    assert Reply.objects.count() == 0


def test_two_heads_are_refused_at_the_second(client, delegation):
    data = filled(client, link(delegation), status="accepted", **HEAD)
    response = client.post(link(delegation), data | {"m1-role": "head", "m1-family_name": "Other"})
    assert "already" in str(response.context["member_forms"][1].errors["role"])


def test_page_changed_meanwhile_shows_what_stands_and_keeps_what_was_typed(client, delegation):
    data = filled(client, link(delegation), status="accepted", **HEAD)
    client.post(link(delegation), data)
    response = client.post(link(delegation), data | {"m0-family_name": "Another"})
    assert "changed after you opened" in str(response.context["form"].errors["__all__"])
    assert Delegate.objects.get().family_name == "Déby ITNO"


def test_after_the_deadline_a_change_waits_for_staff_who_decide(client, delegation, event):
    event.reply_deadline = datetime(2017, 9, 15, 18)
    event.save()
    data = filled(client, link(delegation), status="accepted", **HEAD)
    response = client.post(link(delegation), data, follow=True)
    assert "the secretariat will decide" in response.content.decode()
    delegation.refresh_from_db()
    assert delegation.status == "invited"
    reply = Reply.objects.get()
    client.force_login(factories.user(role="desk_officer"))
    decide = reverse("participants:reply_decide", args=["mali", reply.uuid])
    page = client.get(reverse("participants:delegation", args=["mali", delegation.uuid])).content.decode()
    assert decide in page
    assert "Déby ITNO" in client.get(decide).content.decode()
    refused = client.post(decide, {"decision": "decline", "why": "", "version": reply.version})
    assert refused.context["form"].errors["why"] == ["Give the reason; it is kept with the decision."]
    assert client.post(decide, {"decision": "accept", "version": reply.version}).status_code == 302
    delegation.refresh_from_db()
    assert delegation.status == "accepted"


@pytest.mark.parametrize(("language", "name"), [("en", "中文 (Chinese)"), ("fr", "中文 (chinois)")])
def test_language_whose_letters_a_machine_may_lack_is_named_in_the_reader_s_own_too(client, delegation, language, name):
    Delegation.objects.update(language=language)
    assert f"{name}</option>" in client.get(link(delegation)).content.decode()


PAST, LATER, LATEST = datetime(2017, 9, 15, 18), datetime(2100, 3, 1, 18), datetime(2100, 5, 1, 18)


@pytest.mark.parametrize(
    ("issued", "draft", "held_to"),
    [
        (LATER, PAST, "1 March 2100, 18:00"),
        (PAST, LATER, "1 March 2100, 18:00"),
        (LATEST, LATER, "1 May 2100, 18:00"),
        (None, PAST, ""),
        (PAST, None, ""),
    ],
)
def test_delegation_is_held_to_the_later_of_the_draft_s_and_the_issued_deadline(
    client, delegation, event, issued, draft, held_to
):
    Event.objects.update(reply_deadline=issued)
    issue_revision(event, standing="provisional", languages=["en"], by=None, at=AT)
    Event.objects.update(reply_deadline=draft)
    page = client.get(link(delegation)).content.decode()
    assert ("Answers were due" in page, f"until {held_to}" in page) == (False, bool(held_to))
    client.post(link(delegation), filled(client, link(delegation), status="accepted", **HEAD))
    assert Reply.objects.get().state == "applied"


def test_deadline_of_what_was_issued_counts_in_the_zone_it_was_told_in(event):
    Event.objects.update(reply_deadline=LATER)
    issue_revision(event, standing="provisional", languages=["en"], by=None, at=AT)
    Roster.objects.update(zone="Asia/Tokyo")
    told = answers_due_at(Roster.objects.get())
    assert told == datetime(2100, 3, 1, 23, tzinfo=UTC)


def test_before_anything_is_issued_the_draft_s_deadline_counts(event):
    Event.objects.update(reply_deadline=LATER)
    assert answers_due_at(Roster.objects.get()) == datetime(2100, 3, 1, 23, tzinfo=UTC)


def test_revoked_ended_forged_and_foreign_links_lead_nowhere(client, delegation, event):
    former, other = link(delegation), factories.roster()
    stranger = factories.delegation(roster=other)
    client.force_login(factories.user(role="desk_officer"))
    for _ in range(2):
        client.post(reverse("participants:link_revoke", args=["mali", delegation.uuid]), {"shown": "1"})
    delegation.refresh_from_db()
    client.logout()
    assert client.get(former).status_code == 404
    assert client.get(link(delegation)).status_code == 200
    for forged in ("x", "a.b.c", token_of(stranger)[:-2], token_of(delegation).replace(".2.", ".3.")):
        assert client.get(f"/r/{forged}/").status_code == 404
        assert client.post(f"/r/{forged}/", {}).status_code == 404
    event.roster.links_end_at = timezone.now()
    event.roster.save()
    answer = client.get(link(delegation))
    assert (answer.status_code, "its time is over" in answer.content.decode()) == (404, True)


def test_page_speaks_the_language_of_the_delegation_unless_another_is_chosen(client, delegation):
    Delegation.objects.update(language="fr")
    delegation.refresh_from_db()
    assert '<html lang="fr">' in client.get(link(delegation)).content.decode()
    client.post(reverse("set_language"), {"language": "en"})
    assert '<html lang="en">' in client.get(link(delegation)).content.decode()


def test_page_is_kept_from_caches_indexes_and_referrers(client, delegation):
    headers = client.get(link(delegation)).headers
    assert "no-store" in headers["Cache-Control"]
    assert (headers["Referrer-Policy"], headers["X-Robots-Tag"]) == ("same-origin", "noindex, nofollow")


def test_meeting_is_taken_into_the_calendar(client, delegation):
    answer = client.get(f"{link(delegation)}meeting.ics")
    [entry] = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert str(entry["SUMMARY"]) == "Ministerial meeting"


ASK = {"places_asked": "1", "contact_name": "Desk", "contact_email": "d@m.example", "language": "en"}


def ask(client, **fields):
    return client.post("/m/mali/observers/", ASK | {"token": str(uuid.uuid4())} | fields, follow=True)


def test_stranger_registers_past_the_limit_and_moves_up_when_another_withdraws(client, event):
    for code in ("Germany", "Japan"):
        factories.entity(en=code)
    first = ask(client, entity="Germany")
    assert "You have observer place 1." in first.content.decode()
    second = ask(client, entity="Japan", **{"m0-family_name": "Sato", "m0-role": "head"})
    page = second.content.decode()
    assert "You are on the waiting list." in page
    assert "this request is number 1 on the waiting list" in page
    assert Delegate.objects.get().family_name == "Sato"
    request = Request.objects.earliest("pk")
    address = reverse("events:request_withdraw", args=[token_of(request)])
    assert client.get(address).status_code == 405
    client.post(address, {})
    assert ObserverPlace.objects.get().request == request
    client.post(address, {"sure": "yes"})
    assert "You have observer place 1." in client.get(link(Request.objects.latest("pk"))).content.decode()


def test_position_is_not_shown_where_the_meeting_keeps_it(client, event):
    factories.entity(en="Germany")
    event.roster.is_position_shown = False
    event.roster.save()
    ObserverPlace.objects.all().delete()
    event.roster.observer_places = 0
    event.roster.save()
    page = ask(client, entity="Germany").content.decode()
    assert "You are on the waiting list." in page
    assert "number 1" not in page


def test_closed_form_says_so_and_takes_nothing(client, event):
    event.roster.registration = "closed"
    event.roster.save()
    factories.entity(en="Germany")
    assert "No requests are received at present." in client.get("/m/mali/observers/").content.decode()
    assert "No requests are received" in ask(client, entity="Germany").content.decode()
    assert Request.objects.count() == 0


def test_invited_entity_is_refused_with_its_ground_and_one_that_asked_learns_no_place(client, delegation):
    refused = ask(client, entity="Chad").context["form"].errors["entity"]
    assert "International mediation" in str(refused)
    factories.entity(en="Germany")
    ask(client, entity="Germany")
    again = ask(client, entity="Germany").context["form"].errors["entity"]
    assert again == ["Germany has asked already. Use the link it was sent, or write to the secretariat."]


def test_new_entity_is_local_until_staff_match_it(client, event):
    ask(client, new_name="International Chamber of Something")
    entity = Request.objects.get().delegation.entity
    assert (entity.roster, entity.dated_names.get().list_name) == (event.roster, "International Chamber of Something")
    known, listed = factories.entity(en="Chamber"), factories.delegation(roster=event.roster).entity
    client.force_login(factories.user(role="desk_officer"))
    page = reverse("events:observer_request", args=["mali", Request.objects.get().uuid])
    version = client.get(page).context["match_form"].initial["version"]
    taken = client.post(page, {"do": "match", "match-entity": listed.code, "match-version": version})
    assert "already" in str(taken.context["match_form"].errors["entity"])
    assert client.post(page, {"do": "match", "match-entity": "Chamber", "match-version": version}).status_code == 302
    assert Request.objects.get().delegation.entity == known
    assert not Entity.objects.filter(roster=event.roster).exists()
    assert not client.get(page).context["match_form"]


def test_form_sent_twice_counts_once(client, event):
    factories.entity(en="Germany")
    token = str(uuid.uuid4())
    for _ in range(2):
        assert "You have observer place 1." in ask(client, entity="Germany", token=token).content.decode()
    assert Request.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"entity": ""}, "entity"),
        ({"entity": "Atlantis"}, "entity"),
        ({"entity": "Germany", "new_name": "Germany"}, "new_name"),
        ({"entity": "Germany", "places_asked": "2"}, "places_asked"),
        ({"entity": "Germany", "contact_email": "x"}, "contact_email"),
        ({"entity": "Germany", "contact_name": ""}, "contact_name"),
        ({"entity": "Germany", "note": "x" * 300}, "note"),
        ({"entity": "a\x00b"}, "entity"),
    ],
)
def test_bad_input_gets_words_at_its_field_and_saves_nothing(client, event, fields, field):
    factories.entity(en="Germany")
    assert field in ask(client, **fields).context["form"].errors
    assert (Request.objects.count(), Delegation.objects.count()) == (0, 0)


def test_form_sent_a_thousand_times_a_minute_is_refused_in_words(client, event):
    statuses = [ask(client, entity="Atlantis").status_code for _ in range(40)]
    assert (statuses[0], statuses[-1]) == (200, 429)
    answer = client.post("/m/mali/observers/", ASK)
    assert ("sent too often" in answer.content.decode(), answer.headers["Retry-After"]) == (True, "60")


def test_pages_take_the_same_queries_however_many_ask(client, event, django_assert_max_num_queries):
    delegation = factories.delegation(roster=event.roster, grounds=("observer",), status="accepted")
    request = factories.request(delegation=delegation)
    for _ in range(30):
        other = factories.delegation(roster=event.roster, grounds=("observer",), status="accepted")
        factories.request(delegation=other)
        factories.delegate(delegation=delegation, role="adviser")
    with django_assert_max_num_queries(20):
        client.get(link(request))


def test_pages_without_an_account_tell_title_and_hour_as_issued_and_whom_to_write_to_now(client, event, delegation):
    issue_revision(event, standing="provisional", languages=["en"], by=None, at=AT)
    title = {"en": "Draft of another title"}
    type(event).objects.update(title=title, starts=datetime(2017, 9, 20, 9, 7), contact_email="now@x.example")
    for address in (link(delegation), reverse("events:observers_form", args=["mali"])):
        page = client.get(address).content.decode()
        told = [one for one in ("Draft of another title", "9:07", "09:07", "now@x.example") if one in page]
        assert told == ["now@x.example"]
