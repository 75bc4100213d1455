"""The facts of a meeting, changed by group."""

from datetime import datetime

import pytest
from django.core import mail as outbox
from django.urls import reverse

from events.models import Event, Objective
from events.queries import meeting_facts
from participants.models import Act, Appointment, User
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return factories.event(slug="mali")


@pytest.fixture
def desk(client, event):
    client.force_login(factories.user(role="administrator"))
    return client


def address(name, *args):
    return reverse(f"events:{name}", args=["mali", *args])


def what(**changes):
    return {
        "version": 1, "title_en": "Ministerial meeting", "title_fr": "Réunion", "kind": "conference",
        "level": "ministerial",
        "zone": "America/New_York", "slug": "mali", "starts_date": "2017-09-20", "starts_time": "15:30",
        "ends_date": "2017-09-20", "ends_time": "18:00",
    } | changes  # fmt: skip


def rows(*titles, initial=0, **extra):
    data = {"rows-TOTAL_FORMS": len(titles), "rows-INITIAL_FORMS": initial} | extra
    for number, (key, text, place) in enumerate(titles):
        data |= {f"rows-{number}-pk": key, f"rows-{number}-text_en": text, f"rows-{number}-position": place}
    return data


def test_title_times_and_address_are_changed_at_once(desk):
    response = desk.post(address("settings_what"), what(title_en="Renamed", slug="renamed", ends_time="17:00"))
    assert response.url == "/meetings/renamed/settings/"
    event = Event.objects.get()
    assert (event.title["en"], event.ends) == ("Renamed", datetime(2017, 9, 20, 17))
    assert Act.objects.get().operation == "change_meeting"


def test_kind_of_the_meeting_is_chosen_and_shown(desk):
    desk.post(address("settings_what"), what(kind="organ"))
    event = Event.objects.get()
    assert (event.kind, meeting_facts(event.roster).kind) == ("organ", "organ")
    assert "Meeting of an organ under its President" in desk.get(address("settings")).content.decode()


def test_languages_of_documents_are_chosen_and_decide_which_texts_are_asked_for(desk):
    assert "title_es" not in desk.get(address("settings_what")).content.decode()
    desk.post(address("settings_what"), what(document_languages=["ru", "es"]))
    assert Event.objects.get().roster.document_languages == ["en", "fr", "es", "ru"]
    page = desk.get(address("settings_what")).content.decode()
    assert [f'name="title_{code}"' in page for code in ("en", "fr", "es", "ru", "ar", "zh")] == [True] * 4 + [False] * 2
    desk.post(address("settings_what"), what(version=2, document_languages=["es"], title_es="Reunión"))
    assert Event.objects.get().title == {"en": "Ministerial meeting", "fr": "Réunion", "es": "Reunión"}


def test_text_in_a_language_that_is_not_asked_for_is_kept(desk, event):
    Event.objects.update(title={"en": "Meeting", "zh": "会议"})
    desk.post(address("settings_what"), what(title_en="Renamed", title_fr=""))
    assert Event.objects.get().title == {"en": "Renamed", "zh": "会议"}


def test_list_keeps_texts_in_languages_that_it_does_not_ask_for(desk, event):
    one = Objective.objects.create(event=event, text={"en": "Peace", "ar": "السلام"})
    page = desk.get(address("settings_list", "objectives"))
    sent = rows((one.pk, "Lasting peace", 1), initial=1, seen=page.context["seen"])
    desk.post(address("settings_list", "objectives"), sent)
    assert Objective.objects.get().text == {"en": "Lasting peace", "ar": "السلام"}


def test_language_nobody_prints_in_is_refused(desk):
    response = desk.post(address("settings_what"), what(document_languages=["de"]))
    assert "document_languages" in response.context["form"].errors


def test_form_from_before_somebody_elses_change_shows_both_and_loses_nothing(desk):
    desk.post(address("settings_what"), what(title_en="Theirs"))
    response = desk.post(address("settings_what"), what(title_en="Mine"))
    form = response.context["form"]
    assert form.errors["title"] == [
        "Somebody changed this meanwhile. Now: Theirs (EN) / Réunion (FR). Yours: Mine (EN) / Réunion (FR)."
    ]
    assert form["title"].value()[0] == "Mine"
    assert Event.objects.get().title["en"] == "Theirs"
    desk.post(address("settings_what"), what(title_en="Mine", version=form["version"].value()))
    assert Event.objects.get().title["en"] == "Mine"


def test_end_before_the_start_is_refused_at_the_field(desk):
    response = desk.post(address("settings_what"), what(ends_time="15:00"))
    assert response.context["form"].errors == {"ends": ["The end must come after the start."]}
    assert Act.objects.count() == 0


def test_terms_are_changed(desk):
    data = {"version": 1, "outcome": "conclusions", "contact_email": "desk@example.org", "reference": "2017-DPA-01"}
    seats = {"secretariat_seats": 4, "press_seats": 6, "reserve_seats": 2}
    deadline = {"reply_deadline_date": "2017-09-15", "reply_deadline_time": "18:00"}
    desk.post(address("settings_terms"), data | seats | deadline)
    event = Event.objects.get()
    assert (event.outcome, event.press_seats, event.reply_deadline) == ("conclusions", 6, datetime(2017, 9, 15, 18))


@pytest.mark.parametrize(("name", "value"), [("press_seats", 500_000), ("reserve_seats", -1)])
def test_impossible_seats_are_refused_at_the_field(desk, name, value):
    seats = {"secretariat_seats": 0, "press_seats": 0, "reserve_seats": 0, name: value}
    response = desk.post(address("settings_terms"), {"version": 1, "outcome": "summary"} | seats)
    assert list(response.context["form"].errors) == [name]


def test_objectives_take_the_positions_typed_and_the_empty_row_is_left_out(desk, event):
    old = factories.objective(event=event, text={"en": "Old"})
    seen = desk.get(address("settings_list", "objectives")).context["seen"]
    data = rows((old.pk, "Old", 2), ("", "New", 1), ("", "", 3), initial=1, seen=seen)
    response = desk.post(address("settings_list", "objectives"), data)
    assert response.status_code == 302
    assert [row.text["en"] for row in Objective.objects.order_by("position")] == ["New", "Old"]


def test_list_changed_by_somebody_else_is_shown_beside_ones_own(desk, event):
    seen = desk.get(address("settings_list", "objectives")).context["seen"]
    factories.objective(event=event, text={"en": "Theirs"})
    response = desk.post(address("settings_list", "objectives"), rows(("", "Mine", 1), seen=seen))
    content = response.content.decode()
    assert "Somebody changed this list meanwhile. Now: Theirs." in content
    assert "Mine" in content
    assert response.context["seen"] != seen


def test_removed_row_goes(desk, event):
    old = factories.objective(event=event)
    seen = desk.get(address("settings_list", "objectives")).context["seen"]
    data = rows((old.pk, "Aim", 1), initial=1, seen=seen) | {"rows-0-DELETE": "on"}
    desk.post(address("settings_list", "objectives"), data)
    assert Objective.objects.count() == 0


def test_organiser_is_found_without_accents_and_only_once(desk, event):
    factories.entity(en="Côte d'Ivoire")
    seen = desk.get(address("settings_list", "organisers")).context["seen"]
    data = {"rows-TOTAL_FORMS": 2, "rows-INITIAL_FORMS": 0, "seen": seen, "rows-0-entity": "cote"}
    twice = desk.post(address("settings_list", "organisers"), data | {"rows-1-entity": "ivoire"})
    assert "An organizer stands in the list twice" in twice.content.decode()
    desk.post(address("settings_list", "organisers"), data)
    assert event.organisers.count() == 1


def test_list_that_does_not_exist_is_not_found(desk):
    assert desk.get(address("settings_list", "nonsense")).status_code == 404


def test_staff_is_appointed_by_address_and_dismissed(desk, event):
    person = factories.user(email="Aida@example.org")
    desk.post(address("settings_staff"), {"email": "aida@example.org", "role": "rapporteur"})
    made = Appointment.objects.get(roster=event.roster)
    assert (made.user, made.role) == (person, "rapporteur")
    question = desk.get(address("settings_dismiss", made.pk)).content.decode()
    assert "End the appointment of Aida@example.org as Rapporteur?" in question
    assert Appointment.objects.filter(roster=event.roster).exists()
    desk.post(address("settings_dismiss", made.pk))
    assert not Appointment.objects.filter(roster=event.roster).exists()


@pytest.mark.parametrize(
    ("email", "words"),
    [("nobody@example.org", "Nobody signs in with this address."), ("not an address", "Enter a valid email address.")],
)
def test_stranger_cannot_be_appointed(desk, email, words):
    response = desk.post(address("settings_staff"), {"email": email, "role": "viewer"})
    assert words in response.context["form"].errors["email"][0]


@pytest.mark.parametrize(
    ("role", "statuses"),
    [
        ("viewer", {"settings": 200, "settings_what": 403, "settings_staff": 403}),
        ("desk_officer", {"settings": 200, "settings_what": 200, "settings_staff": 403}),
    ],
)
def test_each_role_opens_what_it_may(client, event, role, statuses):
    client.force_login(factories.user(role=role))
    assert {name: client.get(address(name)).status_code for name in statuses} == statuses


def test_somebody_without_an_account_is_appointed_and_sent_the_way_in(client):
    event = factories.event(slug="mali")
    client.force_login(factories.user(role="administrator"))
    data = {"email": "new@meeting.example", "role": "rapporteur", "name": "Zoë", "language": "fr"}
    refused = client.post("/meetings/mali/settings/staff/", data)
    assert "Have an account made below" in str(refused.context["form"].errors["email"])
    assert client.post("/meetings/mali/settings/staff/", data | {"makes_account": "on"}).status_code == 302
    user = User.objects.get(email="new@meeting.example")
    assert (user.name, user.language, user.has_usable_password()) == ("Zoë", "fr", False)
    assert event.roster.appointments.get().user == user
    [message] = outbox.outbox
    assert (message.to, "/accounts/password/reset/key/" in message.body) == (["new@meeting.example"], True)
