"""The page of the programme and its forms."""

from datetime import datetime

import pytest
from django.contrib.messages import get_messages

from events.documents import DOCUMENTS
from events.documents.base import Options, mark, spoiling
from events.models import Item, Segment, Speech
from events.operations.programme import change_row
from events.queries import meeting_facts
from tests import factories
from tests.events.views.programme import csv, titles, url

pytestmark = pytest.mark.django_db
HX = {"HX-Request": "true"}


@pytest.fixture
def settled():
    """A meeting with a room and somebody in the chair: no finding spoils its programme."""
    event = factories.event(slug="mali")
    factories.room(event=event)
    chair = factories.delegate(delegation=factories.delegation(roster=event.roster))
    factories.segment(event=event, chairs=(chair,))
    return event


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def starts(response):
    [day] = response.context["days"]
    return {item["title"]["en"]: item["start"] for item in day["segments"][0]["items"]}


def test_page_shows_computed_times_speakers_and_the_end(desk, event, items):
    mali = factories.delegation(roster=event.roster, entity=factories.entity(en="Mali"))
    factories.speech(item=items[1], delegation=mali, delegate=factories.delegate(delegation=mali))
    response = desk.get(url("programme"))
    assert starts(response) == {"a": "15:30", "b": "15:40", "c": "15:51"}
    assert (response.context["is_over"], response.context["spare"]) == (
        False,
        "1\u00a0h\u00a059\u00a0min",
    )
    assert "Ibrahim Boubacar Keïta" in response.content.decode()


@pytest.fixture
def night(client):
    """A meeting from 31 October, 22:00, to 1 November, 03:00, whose items begin at 22:00, 23:30 and 00:30."""
    event = factories.event(slug="mali", starts=datetime(2017, 10, 31, 22), ends=datetime(2017, 11, 1, 3))
    segment = factories.segment(event=event, title={"en": "Night"}, handover_seconds=0)
    for place, (name, minutes) in enumerate((("a", 90), ("b", 60), ("c", 30))):
        factories.item(segment=segment, position=place, title={"en": name}, duration_minutes=minutes)
    return event


def test_part_that_lasts_beyond_midnight_stands_under_each_of_its_days(desk, night):
    response = desk.get(url("programme"))
    shown = [
        (day["on"].isoformat(), part["is_continued"], [(item["start"], item["end"]) for item in part["items"]])
        for day in response.context["days"]
        for part in day["segments"]
    ]
    assert shown == [
        ("2017-10-31", False, [("22:00", "23:30"), ("23:30", "1 November, 00:30")]),
        ("2017-11-01", True, [("00:30", "01:00")]),
    ]
    content = response.content.decode()
    assert content.count("Night (continued)") == 1
    assert content.count(f'id="row-{night.segments.get().uuid}"') == 1


def test_figures_name_their_days_where_they_differ(desk, night):
    figures = desk.get(url("programme")).context["figures"]
    assert {name: (one["clock"], one["day"]) for name, one in figures.items()} == {
        "start": ("22:00", "31 October 2017"),
        "content_end": ("01:00", "1 November 2017"),
        "hard_end": ("03:00", "1 November 2017"),
    }


def test_figures_of_one_day_name_none(desk, items):
    assert {one["day"] for one in desk.get(url("programme")).context["figures"].values()} == {""}


def test_hour_that_clocks_show_twice_says_which(desk):
    event = factories.event(slug="mali", starts=datetime(2017, 11, 5, 0, 30), ends=datetime(2017, 11, 5, 3))
    segment = factories.segment(event=event)
    for place in range(2):
        factories.item(segment=segment, position=place, title={"en": "ab"[place]}, duration_minutes=60)
    nbsp = "\u00a0"
    [day] = desk.get(url("programme")).context["days"]
    assert [(one["start"], one["end"]) for one in day["segments"][0]["items"]] == [
        ("00:30", f"01:30{nbsp}EDT"), (f"01:30{nbsp}EDT", f"01:30{nbsp}EST"),
    ]  # fmt: skip


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_year_that_is_a_slip_is_refused_at_the_field(desk, items, day):
    data = {"version": "1", "kind": "other", "title_en": "a", "length": "rest", "press": "open"}
    sent = data | {"fixed_start_date": day, "fixed_start_time": "10:00"}
    response = desk.post(url("programme_edit", "items", items[0].uuid), sent)
    assert (response.status_code, response.context["form"].errors) == (
        422, {"fixed_start": ["Give a year between 1900 and 2199."]},
    )  # fmt: skip


@pytest.mark.parametrize(
    "blocks", [(), ("time",), ("person",), ("seats", "person"), ("time", "person"), ("seats", "text")]
)
def test_page_is_provisional_for_the_open_points_that_the_print_is_provisional_for(desk, settled, blocks):
    factories.open_point(event=settled, code="P-1", blocks=blocks)
    facts = meeting_facts(settled.roster)
    page = desk.get(url("programme"))
    codes = [point.code for one in page.context["provisional"] for point in one["points"]]
    options = Options(language="en", as_of=facts.roster.changed_at)
    word = "PROVISIONAL" if codes else "DRAFT"
    assert mark(DOCUMENTS["programme"].blocked_by, facts, options) == word
    assert page.content.decode().count("PROVISIONAL") == len(codes)


@pytest.mark.parametrize(("minutes", "count"), [(20, 0), (200, 1)])
def test_page_is_provisional_for_the_findings_that_the_print_is_provisional_for(desk, settled, minutes, count):
    factories.item(segment=settled.segments.get(), duration_minutes=minutes)
    page = desk.get(url("programme"))
    assert len(spoiling(DOCUMENTS["programme"], meeting_facts(settled.roster))) == count
    assert (page.context["spoiled"], page.content.decode().count("PROVISIONAL")) == (count, count)


def test_page_says_what_is_not_settled_worst_point_first(desk, event):
    for code, severity, blocks in (("A", "low", "time"), ("B", "high", "time"), ("C", "high", "person")):
        factories.open_point(event=event, code=code, severity=severity, blocks=(blocks,))
    told = desk.get(url("programme")).context["provisional"]
    assert [(str(one["words"]), [point.code for point in one["points"]]) for one in told] == [
        ("The times are not settled:", ["B", "A"]),
        ("The names are not settled:", ["C"]),
    ]


def test_overrun_is_told_in_words(desk, event, segment):
    factories.item(segment=segment, duration_minutes=200)
    response = desk.get(url("programme"))
    assert response.context["is_over"] is True
    assert "50\u00a0min after the end of the meeting at 18:00" in response.content.decode()


def test_end_of_interpretation_stands_beside_the_hard_end(desk, event, segment):
    assert "Interpretation ends" not in desk.get(url("programme")).content.decode()
    type(event).objects.filter(pk=event.pk).update(interpretation_ends=datetime(2017, 9, 20, 17, 45))
    factories.item(segment=segment, duration_minutes=140)
    response = desk.get(url("programme"))
    assert response.context["figures"]["interpretation"]["clock"] == "17:45"
    assert "Interpretation ends at 17:45, 5\u00a0min before the programme" in response.content.decode()


def test_empty_programme_says_what_is_next(desk):
    factories.event(slug="mali")
    assert "The programme is empty." in desk.get(url("programme")).content.decode()


def test_list_of_speakers_is_a_part_of_the_page(desk, event, items):
    factories.speech(item=items[0], delegation=factories.delegation(roster=event.roster), planned_minutes=None)
    response = desk.get(url("programme"), {"show": "speakers"})
    assert "Asked for the floor" in response.content.decode()
    assert "Asked for the floor" not in desk.get(url("programme")).content.decode()


@pytest.mark.parametrize("count", [3, 60])
def test_page_asks_the_same_number_of_queries_whatever_the_size(
    desk, event, segment, count, django_assert_max_num_queries
):
    home = factories.delegation(roster=event.roster)
    for place in range(count):
        item = factories.item(segment=segment, position=place, duration_minutes=1)
        head = factories.delegate(delegation=home, role="adviser")
        factories.speech(item=item, delegation=home, delegate=head)
    factories.item(segment=segment, withdrawn_at=factories.AT)
    desk.get(url("programme"))
    with django_assert_max_num_queries(QUERIES) as queries:
        desk.get(url("programme"))
    assert len(queries) == QUERIES


QUERIES = 35


@pytest.mark.parametrize("headers", [{}, HX])
@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (lambda rows: {"down": str(rows[0].uuid)}, "bac"),
        (lambda rows: {"up": str(rows[2].uuid)}, "acb"),
        (lambda rows: {"place": "typed", f"place-{rows[2].uuid}": "1"}, "cab"),
        (lambda rows: {"order": [str(rows[n].uuid) for n in (2, 1, 0)], "moved": str(rows[2].uuid)}, "cba"),
    ],
)
def test_order_is_changed_by_button_place_or_drag(desk, segment, items, wanted, expected, headers):
    data = {"version": csv(items)} | wanted(items)
    response = desk.post(url("programme_order", "items", segment.uuid), data, headers=headers)
    assert "".join(titles(segment)) == expected
    assert response.status_code == (200 if headers else 302)


def test_new_times_are_in_the_answer_at_once(desk, segment, items):
    Item.objects.filter(pk=items[0].pk).update(duration_minutes=30)
    data = {"version": csv(items), "down": str(items[0].uuid)}
    response = desk.post(url("programme_order", "items", segment.uuid), data, headers=HX)
    assert starts(response) == {"b": "15:30", "a": "15:40", "c": "16:11"}
    assert [one.name for one in response.templates][0] == "events/_programme.html"


def test_item_is_dragged_into_another_part(desk, event, segment, items):
    other = factories.segment(event=event, position=1)
    data = {"version": "", "order": [str(items[1].uuid)], "moved": str(items[1].uuid)}
    desk.post(url("programme_order", "items", other.uuid), data, headers=HX)
    assert (titles(segment), titles(other)) == (["a", "c"], ["b"])


def test_item_is_moved_into_another_part_by_a_button(desk, event, segment, items):
    other = factories.segment(event=event, position=1)
    desk.post(url("programme_move", items[0].uuid), {"segment": str(other.uuid), "version": "1"})
    assert titles(other) == ["a"]


NOT_UNDERSTOOD = "What was sent could not be understood, and nothing was changed. Look at the page again and repeat it."
NOBODY = "0f9f2f36-6a6e-4a3e-8e5e-3a6b5f0f2a11"


@pytest.mark.parametrize("data", [{"segment": "no-uuid"}, {"segment": NOBODY}, {}])
def test_move_to_a_part_that_is_none_is_refused_in_words(desk, segment, items, data):
    response = desk.post(url("programme_move", items[0].uuid), data)
    assert (response.url, said(response)) == (url("programme"), [NOT_UNDERSTOOD])
    assert titles(segment) == ["a", "b", "c"]


@pytest.mark.parametrize("key", ["no-uuid", NOBODY])
def test_item_that_is_none_dragged_into_a_part_is_refused_in_words(desk, segment, items, key):
    shown = ",".join(str(one.uuid) for one in items)
    data = {"version": shown, "order": f"{key},{shown}", "moved": key}
    response = desk.post(url("programme_order", "items", segment.uuid), data, headers=HX)
    assert NOT_UNDERSTOOD in response.content.decode()
    assert titles(segment) == ["a", "b", "c"]


def test_row_is_taken_out_and_brought_back(desk, segment, items):
    response = desk.post(url("programme_withdraw", "items", items[1].uuid), {"version": "1"}, headers=HX)
    assert (titles(segment), [one["uuid"] for one in response.context["taken_out"]]) == (["a", "c"], [items[1].uuid])
    desk.post(url("programme_restore", "items", items[1].uuid), {"version": "2"})
    assert titles(segment) == ["a", "b", "c"]


def changed_by_another(items):
    change_row(items[0], title={"en": "Theirs"}, by=None, at=factories.AT)
    change_row(items[0], duration_minutes=5, by=None, at=factories.AT)


@pytest.mark.parametrize("headers", [{}, HX])
@pytest.mark.parametrize("action", ["withdraw", "move"])
def test_row_changed_meanwhile_is_left_and_what_was_changed_is_told(desk, event, segment, items, action, headers):
    other = factories.segment(event=event, position=1)
    changed_by_another(items)
    address = (
        url("programme_move", items[0].uuid) if action == "move" else url("programme_withdraw", "items", items[0].uuid)
    )
    response = desk.post(address, {"version": "1", "segment": str(other.uuid)}, headers=headers)
    assert said(response) == [
        "“Theirs” was changed meanwhile. Now: Title: a (EN) → Theirs (EN); Minutes: 10 → 5. "
        "Nothing was done; press again if you still want it."
    ]
    assert titles(segment) == ["Theirs", "b", "c"]


def test_row_brought_back_and_taken_out_again_is_not_brought_back_from_the_old_page(desk, segment, items):
    desk.post(url("programme_withdraw", "items", items[0].uuid), {"version": "1"})
    Item.objects.filter(pk=items[0].pk).update(version=4)
    desk.post(url("programme_restore", "items", items[0].uuid), {"version": "2"})
    assert titles(segment) == ["b", "c"]


def test_form_sent_twice_adds_one_row(desk, segment):
    address = url("programme_add", "items", segment.uuid)
    identity = desk.get(address).context["form"]["uuid"].value()
    data = {"uuid": identity, "kind": "other", "title_en": "Pause", "length": "rest", "press": "open"}
    answers = [desk.post(address, data) for _number in range(2)]
    assert [one.status_code for one in answers] == [302, 302]
    assert titles(segment) == ["Pause"]


def test_refused_form_keeps_what_was_typed_and_saves_nothing(desk, event, items):
    factories.delegation(roster=event.roster, entity=factories.entity(en="Mali"))
    response = desk.post(
        url("programme_add", "speeches", items[0].uuid),
        {"speaker": "Mali", "planned_minutes": "500", "capacity_en": "Host"},
    )
    content = response.content.decode()
    assert (response.status_code, Speech.objects.count()) == (422, 0)
    assert 'value="500"' in content
    assert 'value="Host"' in content


def test_stale_form_shows_both_versions_and_saving_again_decides(desk, segment):
    address = url("programme_edit", "segments", segment.uuid)
    data = {"version": "1", "title_en": "Mine", "handover_seconds": "30"}
    Segment.objects.filter(pk=segment.pk).update(title={"en": "Theirs"}, version=2)
    response = desk.post(address, data)
    assert response.context["form"].errors["title"] == [
        "Somebody changed this meanwhile. Now: Theirs (EN). Yours: Mine (EN)."
    ]
    desk.post(address, data | {"version": response.context["form"]["version"].value()})
    segment.refresh_from_db()
    assert segment.title == {"en": "Mine"}


def test_stale_speech_names_both_speakers(desk, event, items):
    mali, chad = (
        factories.delegation(roster=event.roster, entity=factories.entity(en=name)) for name in ("Mali", "Chad")
    )
    row = factories.speech(item=items[0], delegation=mali)
    Speech.objects.filter(pk=row.pk).update(delegation=chad, version=2)
    response = desk.post(
        url("programme_edit", "speeches", row.uuid), {"version": "1", "speaker": "Mali", "planned_minutes": "3"}
    )
    assert response.context["form"].errors["speaker"] == [
        "Somebody changed this meanwhile. Now: Chad: name to follow. Yours: Mali: name to follow."
    ]


@pytest.mark.parametrize("kind", ["rooms", "segments"])
def test_unknown_kind_or_row_is_not_found(desk, event, items, kind):
    assert desk.get(url("programme_edit", kind, items[0].uuid)).status_code == 404


@pytest.mark.parametrize("slug", ["programme_order", "programme_add", "programme_edit", "programme_withdraw"])
@pytest.mark.parametrize(("role", "status"), [("viewer", 403), ("rapporteur", 403), ("", 404)])
def test_only_who_edits_the_programme_changes_it(client, event, segment, slug, role, status):
    client.force_login(factories.user(role=role))
    kind = "segments" if slug in ("programme_edit", "programme_withdraw") else "items"
    assert client.post(url(slug, kind, segment.uuid), {}).status_code == status


def test_reader_sees_no_button(client, event, items):
    client.force_login(factories.user(role="viewer"))
    content = client.get(url("programme")).content.decode()
    assert ("data-move" in content, "data-confirm=" in content, "Statement" in content) == (False, False, True)
