"""The list of meetings, the switcher and a meeting made from blank."""

from datetime import datetime

import pytest
from django.urls import reverse

from events.models import Event
from participants.models import Roster
from tests import factories

pytestmark = pytest.mark.django_db
FIELDS = {
    "title_en": "Meeting on Côte d'Ivoire",
    "slug": "cote-2030",
    "zone": "America/New_York",
    "starts_date": "2030-01-08",
    "starts_time": "10:00",
    "ends_date": "2030-01-08",
    "ends_time": "13:00",
    "kind": "organ",
    "level": "experts",
    "languages": ["en", "fr"],
    "observer_places": "2",
}


@pytest.fixture
def officer(client):
    user = factories.user(role="desk_officer")
    client.force_login(user)
    return user


def titles(response):
    return [event.title["en"] for event in (*response.context["upcoming"], *response.context["page"])]


def test_list_shows_upcoming_first_and_past_the_latest_first(client, officer):
    for year in (2016, 2017, 2040, 2050):
        day = datetime(year, 5, 4, 10)
        factories.event(title={"en": str(year)}, starts=day, ends=day.replace(hour=11))
    assert titles(client.get("/")) == ["2040", "2050", "2017", "2016"]


def test_search_ignores_accents_and_the_order_of_words(client, officer):
    factories.event(title={"en": "Meeting on Côte d'Ivoire"})
    factories.event(title={"en": "Meeting on Mali"})
    response = client.get("/", {"q": "ivoire COTE"})
    assert titles(response) == ["Meeting on Côte d'Ivoire"]
    assert "1 of 2" in response.content.decode()


def test_only_meetings_with_a_role_are_listed_and_others_are_hidden(client):
    own, other = factories.event(title={"en": "Own"}), factories.event(title={"en": "Other"})
    client.force_login(factories.user(role="viewer", roster=own.roster))
    assert titles(client.get("/")) == ["Own"]
    assert client.get(reverse("events:overview", args=[other.roster.slug])).status_code == 404


def test_list_without_meetings_says_why_and_what_next(client, officer):
    content = client.get("/").content.decode()
    assert "No meetings yet" in content
    assert "Create the first one" in content


@pytest.mark.parametrize("count", [1, 30])
def test_list_takes_the_same_queries_for_any_number(client, officer, django_assert_num_queries, count):
    for _number in range(count):
        factories.event()
    client.get("/")
    with django_assert_num_queries(5):
        client.get("/")


def test_switcher_gets_the_names_alone(client, officer):
    factories.event(title={"en": "Mali"})
    headers = {"HX-Request": "true", "HX-Target": "switcher-results"}
    content = client.get("/", {"q": "mal"}, headers=headers).content.decode()
    assert "Mali" in content
    assert "<html" not in content


def test_meeting_is_made_from_blank(client, officer):
    response = client.post("/meetings/new/", FIELDS)
    assert response.url == "/meetings/cote-2030/"
    event = Event.objects.get()
    assert (event.starts, event.level, event.languages) == (datetime(2030, 1, 8, 10), "experts", ["en", "fr"])
    assert (event.roster.zone, event.roster.places.count()) == ("America/New_York", 2)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"ends_time": "09:00"}, "ends", "The end must come after the start."),
        ({"zone": "America/Atlantis"}, "zone", "There is no time zone “America/Atlantis”."),
        ({"slug": "Côte 2030"}, "slug", "Use small letters"),
        ({"slug": "new"}, "slug", "This address is taken"),
        ({"title_en": ""}, "title", "Give the text in at least one language."),
        ({"title_en": "x" * 10_000}, "title", "Shorten this to 300 characters"),
        ({"starts_date": "2030-03-10", "starts_time": "02:30"}, "starts", "skip 02:30"),
        ({"starts_date": "0001-01-01"}, "starts", "Give a year between 1900 and 2199."),
        ({"ends_date": "9999-12-31"}, "ends", "Give a year between 1900 and 2199."),
        ({"observer_places": "5001"}, "observer_places", "5000"),
    ],
)
def test_bad_input_is_answered_at_the_field_and_nothing_is_saved(client, officer, changes, field, words):
    response = client.post("/meetings/new/", FIELDS | changes)
    assert words in response.context["form"].errors[field][0]
    assert "Nothing was saved yet" in response.content.decode()
    assert Roster.objects.count() == 0


def test_same_form_sent_twice_makes_one_meeting(client, officer):
    client.post("/meetings/new/", FIELDS)
    response = client.post("/meetings/new/", FIELDS)
    assert response.context["form"].errors == {"slug": ["Another meeting has this address."]}
    assert Event.objects.count() == 1


def test_city_alone_names_its_zone(client, officer):
    client.post("/meetings/new/", FIELDS | {"zone": "new york"})
    assert Roster.objects.get().zone == "America/New_York"


def test_viewer_may_not_make_a_meeting(client):
    client.force_login(factories.user(role="viewer"))
    assert client.get("/meetings/new/").status_code == 403
    assert "New meeting" not in client.get("/").content.decode()
