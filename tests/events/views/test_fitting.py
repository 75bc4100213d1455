"""The page on which staff try how long each may speak."""

from datetime import datetime

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from events.operations.fitting import fit_speeches
from tests import factories
from tests.sent_forms import forms_of

pytestmark = pytest.mark.django_db
HX = {"HX-Request": "true"}
NBSP = "\u00a0"


@pytest.fixture
def item(event, segment):
    """A debate from 15:30 to 18:00 with four speakers, one of them with ten minutes of her own."""
    item = factories.item(segment=segment, kind="debate", duration_minutes=None, title={"en": "Debate"})
    for place in range(4):
        home = factories.delegation(roster=event.roster)
        minutes = 10 if place == 3 else None
        factories.speech(item=item, delegation=home, position=place, planned_minutes=minutes)
    return item


def url(item):
    return reverse("events:programme_fit", args=["mali", item.uuid])


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def applying(client, item, **query):
    address = url(item)
    html = client.get(address, query).content.decode()
    return next(one for one in forms_of(html, address) if one.method == "post" and one.action == address)


def test_page_says_the_longest_limit_and_what_others_come_to(desk, item):
    response = desk.get(url(item))
    fit = response.context["fits"][0]
    # 150 minutes less ten and four hand-overs, for three.
    assert (fit["room"], fit["count"], fit["kept_count"]) == (f"150{NBSP}min", 3, 1)
    assert response.context["tried"] == f"46{NBSP}min"
    at_three = next(one for one in fit["trials"] if one["limit"] == f"3{NBSP}min")
    assert (at_three["balance"], at_three["fitting"], at_three["more"]) == (f"129{NBSP}min free", 39, 36)
    assert at_three["closes"] == 40
    assert fit["usual"][1] == f"At 2{NBSP}min each, 3 leave 132{NBSP}min free: 55 would fit."
    assert f"46{NBSP}min each, and not a second more" in response.content.decode()


def test_sixty_eight_speakers_in_hundred_and_five_minutes(desk, event, segment):
    debate = factories.item(
        segment=segment, kind="debate", duration_minutes=None, fixed_end=datetime(2017, 9, 20, 17, 15)
    )
    home = factories.delegation(roster=event.roster)
    for place in range(68):
        factories.speech(item=debate, delegation=home, position=place, planned_minutes=None)
    fit = desk.get(url(debate)).context["fits"][0]
    assert fit["usual"][0] == f"At 3{NBSP}min each, 68 need 133{NBSP}min more than there is: 30 fit."
    assert f"can have 1{NBSP}min{NBSP}2{NBSP}s each" in fit["sentence"]


def test_limit_another_end_and_a_late_start_are_tried(desk, item):
    query = {"limit": "1:30", "late": "5", "ends_date": "", "ends_time": "16:00"}
    context = desk.get(url(item), query).context
    assert (context["tried"], context["fits"][0]["room"]) == (f"1{NBSP}min{NBSP}30{NBSP}s", f"25{NBSP}min")
    assert context["fits"][0]["ended_by"] == "the end tried here"
    assert [(one["now"], one["then"]) for one in context["speakers"]] == [
        ("15:30–15:33", "15:35–15:36"),
        ("15:33–15:36", "15:37–15:38"),
        ("15:37–15:40", "15:39–15:40"),
        ("15:40–15:50", "15:41–15:51"),
    ]
    assert context["late"].startswith(f"A start 5{NBSP}min late leaves each 4{NBSP}min{NBSP}20{NBSP}s")


def test_fragment_alone_answers_htmx(desk, item):
    html = desk.get(url(item), {"limit": "90"}, headers=HX).content.decode()
    assert html.lstrip().startswith('<div id="fit">')


@pytest.mark.parametrize(
    ("query", "field", "words"),
    [
        ({"limit": "soon"}, "limit", "Give seconds, such as 90, or minutes and seconds, such as 1:30."),
        ({"limit": "1:75"}, "limit", "Give seconds, such as 90, or minutes and seconds, such as 1:30."),
        ({"limit": "0"}, "limit", "A speech lasts from one second to two hours."),
        ({"limit": "121:00"}, "limit", "A speech lasts from one second to two hours."),
        ({"late": "-1"}, "late", "Give 0 to 720 minutes."),
        ({"late": "soon"}, "late", "Give a whole number of minutes."),
        ({"ends_time": "25:00"}, "ends", "Give a time between 00:00 and 23:59."),
    ],
)
def test_bad_input_gets_words_at_its_field(desk, item, query, field, words):
    response = desk.get(url(item), query)
    assert (response.status_code, response.context["form"].errors) == (422, {field: [words]})


@pytest.mark.parametrize("value", ["a\x00b", "9" * 40, "\ud7ff\u202e<script>", "٣", "' OR 1=1; --"])
def test_hostile_text_in_the_query_is_answered(desk, item, value):
    query = dict.fromkeys(("limit", "late", "ends_date", "ends_time", "ends_which", "scope"), value)
    assert desk.get(url(item), query).status_code == 422


def test_limit_that_was_tried_is_set_by_one_press(desk, item):
    form = applying(desk, item, limit="62")
    response = desk.post(form.action, form.fields)
    item.refresh_from_db()
    assert (item.limit_seconds, item.version) == (62, 2)
    assert response.url == f"/meetings/mali/programme/#row-{item.uuid}"
    assert said(response)[0].startswith(f"Each may speak 1{NBSP}min{NBSP}2{NBSP}s, and the times were computed again.")


def test_limit_is_lifted_by_a_press(desk, item):
    fit_speeches([item], 62, by=None, at=factories.AT)
    form = applying(desk, item)
    desk.post(form.action, form.fields | {"lift": "1"})
    item.refresh_from_db()
    assert item.limit_seconds is None


def test_item_changed_meanwhile_is_told_and_kept(desk, item):
    form = applying(desk, item, limit="62")
    fit_speeches([item], 120, by=None, at=factories.AT)
    response = desk.post(form.action, form.fields)
    item.refresh_from_db()
    assert item.limit_seconds == 120
    assert said(response) == [
        "“Debate” was changed meanwhile. Now: Limit of a speech, in seconds: – → 120. Nothing was done; press again if "
        "you still want it."
    ]


@pytest.mark.parametrize(
    "changes",
    [{"items": "x"}, {"items": ""}, {"version": "1,2"}, {"limit": "0"}, {"limit": "9999"}, {"limit": "long"}],
)
def test_damaged_form_changes_nothing(desk, item, changes):
    form = applying(desk, item, limit="62")
    assert desk.post(form.action, form.fields | changes).status_code == 302
    item.refresh_from_db()
    assert item.limit_seconds is None


def test_item_of_another_part_is_not_limited_along(desk, event, item):
    other = factories.item(segment=factories.segment(event=event, position=1))
    form = applying(desk, item, limit="62")
    desk.post(form.action, form.fields | {"items": f"{item.uuid},{other.uuid}", "version": "1,1"})
    other.refresh_from_db()
    assert other.limit_seconds is None


def test_all_lists_of_the_part_are_limited_at_once(desk, event, segment, item):
    second = factories.item(segment=segment, position=1, kind="statement", duration_minutes=None)
    factories.speech(item=second, delegation=factories.delegation(roster=event.roster), planned_minutes=None)
    form = applying(desk, item, scope="part")
    desk.post(form.action, form.fields)
    for row in (item, second):
        row.refresh_from_db()
    # 150 minutes less ten and five hand-overs, for four.
    assert (item.limit_seconds, second.limit_seconds) == (2062, 2062)


def test_another_end_for_all_lists_is_refused_in_words(desk, event, segment, item):
    second = factories.item(segment=segment, position=1, kind="statement", duration_minutes=None)
    factories.speech(item=second, delegation=factories.delegation(roster=event.roster), planned_minutes=None)
    response = desk.get(url(item), {"scope": "part", "ends_time": "16:00"})
    assert response.context["form"].errors == {"ends": ["Another end can be tried for one list at a time."]}


def test_list_that_nothing_limits_says_so_and_can_be_tried_all_the_same(desk, event, item):
    factories.item(segment=factories.segment(event=event, position=1), duration_minutes=5)
    assert "Nothing in the programme limits this list." in desk.get(url(item)).content.decode()
    assert desk.get(url(item), {"ends_time": "16:00"}).context["fits"][0]["room"] == f"30{NBSP}min"


def test_list_without_speakers_says_how_many_can_be_taken(desk, segment):
    empty = factories.item(segment=segment, kind="debate", duration_minutes=None)
    response = desk.get(url(empty))
    assert "Nobody on this list is without minutes of their own." in response.content.decode()
    assert response.context["fits"][0]["trials"][0]["more"] == 42


def test_delegations_that_could_still_be_invited_are_named(desk, event, item):
    factories.delegation(roster=event.roster, grounds=("mediation",), status="accepted")
    response = desk.get(url(item))
    assert len(response.context["invitable"]) == 1
    assert "could still be invited to speak" in response.content.decode()


def test_item_taken_out_has_no_page(desk, item):
    type(item).objects.filter(pk=item.pk).update(withdrawn_at=factories.AT)
    assert desk.get(url(item)).status_code == 404


def test_viewer_is_refused(client, item):
    client.force_login(factories.user(role="viewer"))
    assert client.get(url(item)).status_code == 403


def test_page_asks_as_many_queries_for_many_speakers_as_for_few(desk, event, item, django_assert_num_queries):
    desk.get(url(item))
    with django_assert_num_queries(QUERIES):
        desk.get(url(item))
    for place in range(4, 40):
        head = factories.delegate(delegation=factories.delegation(roster=event.roster))
        factories.speech(item=item, delegation=head.delegation, delegate=head, position=place)
    with django_assert_num_queries(QUERIES):
        desk.get(url(item))


QUERIES = 33


def test_length_of_seconds_is_shown_on_the_programme(desk, item):
    fit_speeches([item], 62, by=None, at=factories.AT)
    html = desk.get(reverse("events:programme", args=["mali"])).content.decode()
    assert f"1{NBSP}min{NBSP}2{NBSP}s" in html
