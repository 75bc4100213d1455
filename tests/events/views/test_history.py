"""What was done, in words."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from events.models import GivenPlace, Seat
from events.operations.arrivals import set_arrival
from events.operations.lists import fingerprint, rows_of, save_list
from events.operations.meetings import change_meeting, set_times
from events.operations.seat_plans import fingerprint as fingerprint_of
from events.operations.seat_plans import proposed, take_proposal
from events.operations.seat_rules import add_seating_rule, remove_seating_rule
from events.operations.seating import mark_seats
from events.queries import meeting_facts
from participants.models import Act
from participants.operations.observers import register_observer
from tests import factories

pytestmark = pytest.mark.django_db
AT = datetime(2017, 9, 2, 13, 5, tzinfo=UTC)


@pytest.fixture
def event():
    return factories.event(slug="mali", observer_places=1)


@pytest.fixture
def page(client):
    client.force_login(factories.user(role="viewer"))
    return lambda **query: client.get(reverse("events:history", args=["mali"]), query)


def changes(response, number=0):
    return response.context["rows"][number]["changes"]


def test_changed_field_is_named_with_both_values(page, event):
    author = factories.user(name="Aïda Desk")
    set_times(event, starts=event.starts, ends=datetime(2017, 9, 20, 17), by=author, at=AT, why="The room is taken")
    response = page()
    [change] = [one for one in changes(response) if one["what"] == "Meeting"]
    assert change["fields"] == [{"name": "End", "old": "20 September 2017, 18:00", "new": "20 September 2017, 17:00"}]
    content = response.content.decode()
    for words in ("Times of the meeting set", "2 September 2017, 09:05", "Aïda Desk", "Reason: The room is taken"):
        assert words in content


def test_labels_stand_for_codes_and_texts_for_objects(page, event):
    change_meeting(event, version=1, level="experts", title={"en": "New"}, by=None, at=AT)
    [change] = changes(page())
    assert {one["name"]: (one["old"], one["new"]) for one in change["fields"]} == {
        "Title": ("Ministerial meeting (EN) / Réunion ministérielle (FR)", "New (EN)"),
        "Level": ("Ministerial", "Experts"),
    }


def test_rows_pointed_at_are_named(client, page, event):
    mali = factories.entity(en="Mali")
    register_observer(event.roster, entity=mali, received_at=AT, by=None, at=AT)
    client.force_login(factories.user(role="desk_officer"))
    told = {(one["what"], one["which"]) for one in changes(page())}
    assert {("Delegation", "Mali"), ("Request for an observer place", "Mali"), ("Observer place", "1")} <= told


def test_marked_seat_is_told_by_the_label_that_it_had(page, event):
    room = factories.room(event=event)
    mark_seats(room, ["T1-0"], is_blocked=True, by=None, at=AT)
    Seat.objects.filter(label="T1-0").update(label="K7")
    [change] = changes(page())
    assert (change["what"], change["which"]) == ("Seat", "T1-0")


def test_removed_row_is_still_told_by_what_it_said(page, event):
    factories.objective(event=event, text={"en": "Peace"})
    save_list(event, name="objectives", rows=[], seen=fingerprint(rows_of(event, "objectives")), by=None, at=AT)
    removed = [one for one in changes(page()) if one["action"] == "removed"]
    assert [(one["what"], one["which"]) for one in removed] == [("Objective", "Peace (EN)")]


def test_newest_comes_first_and_pages_hold_twenty_five(page, event):
    of_event = {"model": "events.event", "key": str(event.uuid), "action": "changed"}
    for version in range(100, 130):
        change = of_event | {"fields": {"reference": [f"R{version - 1}", f"R{version}"]}}
        Act.objects.create(roster=event.roster, version=version, operation="change_meeting", at=AT, changes=[change])
    assert [len(page().context["rows"]), len(page(page=2).context["rows"])] == [25, 5]
    assert page().context["rows"][0]["act"].version > page(page=2).context["rows"][0]["act"].version


def test_page_takes_the_same_queries_for_any_number_of_acts(page, event, django_assert_max_num_queries):
    register_observer(event.roster, entity=factories.entity(), received_at=AT, by=None, at=AT)
    with django_assert_max_num_queries(40) as small:
        page()
    for _number in range(20):
        register_observer(event.roster, entity=factories.entity(), received_at=AT, by=None, at=AT)
    with django_assert_max_num_queries(len(small)):
        page()


def test_history_without_acts_says_so(page, event):
    assert "Nothing was done here yet" in page().content.decode()


def found_by(client, role, **query):
    """The operations that a search of the history finds for somebody in `role`."""
    client.force_login(factories.user(role=role))
    rows = client.get(reverse("events:history", args=["mali"]), query).context["rows"]
    return [row["act"].operation for row in rows]


@pytest.mark.parametrize(("role", "seen"), [("desk_officer", ["set_arrival"]), ("viewer", [])])
def test_search_finds_values_of_arrivals_only_for_who_may_see_them(client, event, role, seen):
    delegate = factories.delegate(delegation=factories.delegation(roster=event.roster))
    set_arrival(event, delegate, holding_room="Salle \u201cÉté\u201d", by=None, at=AT)
    arrival = str(delegate.arrival.uuid)
    assert [found_by(client, role, q="Salle"), found_by(client, role, q="Été")] == [seen, seen]
    assert found_by(client, role, of=arrival) == seen
    assert found_by(client, role, q="arrival of") == ["set_arrival"]


@pytest.mark.parametrize(("role", "seen"), [("desk_officer", ["register_observer"]), ("viewer", [])])
def test_search_finds_values_of_requests_only_for_who_may_see_them(client, event, role, seen):
    note = {"note": "Wrote twice", "contact_name": "Ms Sow"}
    register_observer(event.roster, entity=factories.entity(en="Mali"), received_at=AT, by=None, at=AT, **note)
    assert found_by(client, role, q="wrote twice") == seen
    assert found_by(client, role, q="observer") == ["register_observer"]


def test_act_that_holds_both_is_found_by_what_the_reader_sees_of_it(client, event):
    hidden = {
        "model": "events.arrival",
        "key": str(event.uuid),
        "action": "changed",
        "fields": {"escort": ["Ba", "Sy"]},
    }
    shown = {"model": "events.event", "key": str(event.uuid), "action": "changed", "fields": {"reference": ["A", "Zq"]}}
    Act.objects.create(roster=event.roster, version=9, operation="substitute", at=AT, changes=[hidden, shown])
    assert [found_by(client, "viewer", q=words) for words in ("zq", "Sy")] == [["substitute"], []]
    assert found_by(client, "desk_officer", q="Sy") == ["substitute"]


@pytest.fixture
def rules(event):
    """A confidential rule written and taken away between two other acts, then one that is not confidential."""
    segment = factories.segment(event=event)
    one, two = (
        factories.delegation(roster=event.roster, entity=factories.entity(en=name)) for name in ("Mali", "Chad")
    )
    who = {"by": factories.user(name="Ola Protocol"), "at": AT}
    change_meeting(event, version=1, level="experts", **who)
    rule = add_seating_rule(segment, kind="apart", way="side", delegation=one, other=two, reason="A quarrel", **who)
    remove_seating_rule(rule, version=1, **who)
    add_seating_rule(segment, kind="near", distance=3, delegation=one, other=two, **who)
    return rule


SECRET = ["remove_seating_rule", "add_seating_rule"]


@pytest.mark.parametrize(
    ("role", "seen"), [("protocol_officer", SECRET), ("administrator", SECRET), ("desk_officer", []), ("viewer", [])]
)
def test_that_somebody_is_kept_apart_is_no_act_to_who_may_not_know_it(client, event, rules, role, seen):
    assert found_by(client, role) == ["add_seating_rule", *seen, "change_meeting"]
    assert found_by(client, role, q="rule of seating") == ["add_seating_rule", *seen]
    assert found_by(client, role, q="Ola Protocol") == ["add_seating_rule", *seen, "change_meeting"]
    assert found_by(client, role, q="quarrel") == seen
    assert found_by(client, role, of=rules.uuid) == seen


@pytest.mark.parametrize(("role", "count"), [("administrator", 4), ("desk_officer", 2)])
def test_numbers_of_the_export_and_of_the_page_do_not_count_acts_that_are_hidden(client, event, rules, role, count):
    client.force_login(factories.user(role=role))
    sheet = client.get(reverse("events:history_export", args=["mali", "csv"])).content.decode("utf-8-sig")
    numbers = [int(one.partition(",")[0]) for one in sheet.splitlines() if one[:1].isdigit()]
    assert len(set(numbers)) == max(numbers) - min(numbers) + 1 == count
    rows = client.get(reverse("events:history", args=["mali"])).context["rows"]
    assert [row["number"] for row in rows] == sorted(set(numbers), reverse=True)


@pytest.mark.parametrize(("role", "seen"), [("desk_officer", 1), ("viewer", 0)])
def test_rule_that_is_not_confidential_is_told_to_those_who_arrange_seats(client, event, rules, role, seen):
    client.force_login(factories.user(role=role))
    told = changes(client.get(reverse("events:history", args=["mali"])))
    assert [one["what"] for one in told].count("Rule of seating") == seen


@pytest.fixture
def given(event):
    """Mali, given the first place of the table at the opening."""
    segment = factories.segment(event=event, title={"en": "Opening", "fr": "Ouverture"})
    factories.room(event=event, table=3)
    factories.delegation(roster=event.roster, entity=factories.entity(en="Mali", fr="Mali"))
    shown = fingerprint_of(proposed(segment, meeting_facts(event.roster), is_least_change=False).given)
    take_proposal(segment, is_least_change=False, shown=shown, by=None, at=AT)
    return GivenPlace.objects.get()


@pytest.mark.parametrize(("language", "words"), [("en", "T1-0, Opening"), ("fr", "T1-0, Ouverture")])
def test_place_given_is_told_by_the_label_its_seat_had_and_the_part(client, event, given, language, words):
    Seat.objects.filter(label="T1-0").update(label="K7")
    client.force_login(factories.user(role="viewer", language=language))
    response = client.get(reverse("events:history", args=["mali"]))
    place = [one for one in changes(response) if one["action"] == "added"][-1]
    assert (place["which"], "Mali" in [one["new"] for one in place["fields"]]) == (words, True)
    assert f"<strong>{words}</strong>" in response.content.decode()


@pytest.mark.parametrize(
    ("language", "number", "words"),
    [
        ("en", 1, "T1-0 (place 1), Opening"),
        ("fr", 1, "T1-0 (place 1), Ouverture"),
        ("en", 9, "place 9 (table), Opening"),
        ("fr", 9, "place 9 (table), Ouverture"),
    ],
)
def test_place_of_an_act_that_kept_no_label_is_told_by_the_present_one(client, event, given, language, number, words):
    key = f"{given.plan_id}:table:{number}"
    change = {"model": "events.givenplace", "key": key, "label": f"table {number}", "action": "changed"}
    pinned = change | {"fields": {"is_pinned": [False, True]}}
    Act.objects.create(roster=event.roster, version=99, operation="pin_delegation", at=AT, changes=[pinned])
    client.force_login(factories.user(role="viewer", language=language))
    assert changes(client.get(reverse("events:history", args=["mali"])))[0]["which"] == words


def test_plan_that_is_kept_is_told_by_its_part(page, event, given):
    assert ("Seating plan", "Opening") in {(one["what"], one["which"]) for one in changes(page())}
