"""The pages of a plan that is kept: proposals, moves, pins, rules and why somebody sits there."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from events.domain.seating.proposing import solved
from events.domain.seating.room_file import RoomFile
from events.domain.seating.room_labels import with_labels
from events.models import GivenPlace, SeatingPlan, SeatingRule
from events.operations.issuing import issue_revision
from events.operations.room_library import add_room
from events.operations.rooms import edit_room
from events.room_facts import room_facts
from participants.models import Access, Act
from tests import factories as make
from tests.events.domain.seating.rooms import usual

pytestmark = pytest.mark.django_db


@pytest.fixture
def part():
    row = make.segment(event=make.event(slug="mali"), title={"en": "Opening", "fr": "Ouverture"})
    for code, name in (("DZA", "Algeria"), ("FRA", "France"), ("MLI", "Mali")):
        make.delegation(roster=row.event.roster, entity=make.entity(code=code, en=name))
    make.room(event=row.event, table=5)
    return row


@pytest.fixture
def people(part):
    return {one.entity.code: one for one in part.event.roster.delegations.select_related("entity")}


@pytest.fixture
def protocol(client, part):
    client.force_login(make.user(role="protocol_officer"))
    return client


def get(client, name, *args, **query):
    return client.get(reverse(f"events:{name}", args=["mali", *args]), query)


def post(client, name, *args, **fields):
    return client.post(reverse(f"events:{name}", args=["mali", *args]), fields)


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def given():
    rows = GivenPlace.objects.select_related("delegation__entity").order_by("number")
    return {one.delegation.entity.code: one.number for one in rows}


def hidden(client, people, code, seat, way="swap"):
    shown = get(client, "seating_move", delegation=people[code].uuid, seat=seat, way=way)
    return {
        "delegation": people[code].uuid, "seat": seat, "way": way, "seen": shown.context["preview"]["seen"],
    }  # fmt: skip


def labels(part):
    return list(part.event.room.seats.filter(zone="table", is_principal=True).values_list("label", flat=True))


def test_proposal_is_taken_over_as_it_was_shown(protocol, people):
    page = get(protocol, "seating_proposals")
    answer = post(protocol, "seating_take", mode="order", shown=page.context["proposals"][0]["shown"])
    assert answer.status_code == 302
    assert given() == {"DZA": 1, "FRA": 2, "MLI": 3}


def test_proposal_that_was_shown_is_not_worked_out_again(protocol, people):
    page = get(protocol, "seating_proposals")
    worked_out = solved.cache_info().misses
    post(protocol, "seating_take", mode="order", shown=page.context["proposals"][0]["shown"])
    assert (solved.cache_info().misses, given()) == (worked_out, {"DZA": 1, "FRA": 2, "MLI": 3})


def test_proposal_of_an_old_page_moves_nobody_and_the_new_one_is_shown(protocol, people):
    page = get(protocol, "seating_proposals")
    shown = page.context["proposals"][0]["shown"]
    people["DZA"].status = "regrets"
    people["DZA"].save()
    answer = post(protocol, "seating_take", mode="order", shown=shown)
    assert (answer.status_code, given()) == (422, {})
    assert "nothing was moved" in said(answer)[0]


def test_move_is_weighed_before_it_is_made(protocol, part, people):
    seats = labels(part)
    page = get(protocol, "seating_move", delegation=people["DZA"].uuid, seat=seats[2], way="swap")
    preview = page.context["preview"]
    assert [one["name"] for one in preview["moves"]] == ["Mali", "Algeria"]
    assert preview["after"].startswith("3 pairs against the order; ")
    assert given() == {}


def test_seating_page_counts_who_sits_elsewhere_than_issued(protocol, part, people):
    issue_revision(part.event, standing="provisional", languages=["en"], by=None, at=make.AT)
    assert get(protocol, "seating").context["plan_costs"] == "nothing: everybody sits where due"
    post(protocol, "seating_moved", **hidden(protocol, people, "DZA", labels(part)[2]))
    assert get(protocol, "seating").context["plan_costs"].endswith("2 delegations elsewhere than issued or before")


def test_move_shown_is_made(protocol, part, people):
    fields = hidden(protocol, people, "DZA", labels(part)[2])
    assert post(protocol, "seating_moved", **fields).status_code == 302
    assert given() == {"MLI": 1, "FRA": 2, "DZA": 3}


def test_second_officer_who_moves_the_same_is_told_and_sees_what_is_so_now(protocol, part, people):
    seats = labels(part)
    mine, theirs = hidden(protocol, people, "DZA", seats[2]), hidden(protocol, people, "MLI", seats[4])
    post(protocol, "seating_moved", **theirs)
    answer = post(protocol, "seating_moved", **mine)
    assert answer.status_code == 422
    assert "Somebody moved one of the two meanwhile" in answer.content.decode()
    assert given() == {"DZA": 1, "FRA": 2, "MLI": 5}
    assert answer.context["preview"]["seen"] != mine["seen"]


NUMBERED_ANEW = {
    "en": "T4-0 is another seat by now: the seats were numbered anew.",
    "fr": "T4-0 est à présent un autre siège : les sièges ont été renumérotés.",
}


@pytest.mark.parametrize("language", NUMBERED_ANEW)
def test_label_that_is_another_seats_by_now_moves_nobody_and_is_told(client, part, people, language):
    client.force_login(make.user(role="protocol_officer", language=language))
    fields = hidden(client, people, "DZA", "T4-0")
    before = room_facts(part.event)
    after = with_labels(before, {"T4-0": "T5-0", "T5-0": "T4-0"})
    edit_room(part.event.room, before=before, after=after, by=None, at=make.AT)
    answer = post(client, "seating_moved", **fields)
    assert (answer.status_code, given()) == (422, {})
    assert NUMBERED_ANEW[language] in answer.content.decode()
    post(client, "seating_moved", **fields | {"seen": answer.context["preview"]["seen"]})
    assert given() == {"FRA": 2, "MLI": 3, "DZA": 5}


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"seat": "Z9"}, "seat"), ({"delegation": "nobody"}, "delegation"), ({"way": "fly"}, "way")],
)
def test_move_that_says_nonsense_is_refused_at_its_field(protocol, part, people, fields, field):
    whole = {"delegation": people["DZA"].uuid, "seat": labels(part)[1], "way": "swap", "seen": "|"}
    answer = post(protocol, "seating_moved", **whole | fields)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not GivenPlace.objects.exists()


def test_page_says_why_it_sits_between_its_neighbours_as_long_as_the_seats_follow_the_order(protocol, part, people):
    page = get(protocol, "seating_why", people["FRA"].uuid)
    order = "English alphabetical order"
    assert page.context["reasons"] == [f"Algeria sits before France: {order}.", f"France sits before Mali: {order}."]
    post(protocol, "seating_moved", **hidden(protocol, people, "DZA", labels(part)[2]))
    assert get(protocol, "seating_why", people["FRA"].uuid).context["reasons"] == []


def test_pin_is_set_from_the_page_that_says_why(protocol, people):
    shown = get(protocol, "seating_why", people["FRA"].uuid)
    post(protocol, "seating_pin", people["FRA"].uuid, pin="1", seen=shown.context["seen"])
    assert [one.delegation for one in GivenPlace.objects.filter(is_pinned=True)] == [people["FRA"]]
    assert "It is pinned" in get(protocol, "seating_why", people["FRA"].uuid).content.decode()


def test_own_act_is_offered_to_be_taken_back_and_the_order_to_be_followed(protocol, part, people):
    post(protocol, "seating_moved", **hidden(protocol, people, "DZA", labels(part)[2]))
    page = get(protocol, "seating")
    post(protocol, "seating_undo", shown=page.context["own_act"].version)
    assert not SeatingPlan.objects.get().is_kept
    assert get(protocol, "seating").context["own_act"] is None


def test_old_page_does_not_give_the_plan_up(protocol, part, people):
    post(protocol, "seating_moved", **hidden(protocol, people, "DZA", labels(part)[2]))
    shown = get(protocol, "seating").context["plan_shown"]
    post(protocol, "seating_moved", **hidden(protocol, people, "DZA", labels(part)[4]))
    answer = post(protocol, "seating_follow", shown=shown)
    assert "Somebody moved seats meanwhile" in said(answer)[-1]
    assert SeatingPlan.objects.get().is_kept


def test_rule_is_written_with_its_reason_and_reading_it_is_recorded(protocol, people):
    fields = {"kind": "apart", "delegation": people["DZA"].uuid, "other": people["FRA"].uuid, "way": "side"}
    assert post(protocol, "seating_rules", **fields, reason="Asked by both").status_code == 302
    page = get(protocol, "seating_rules").content.decode()
    assert "Algeria: Keep apart from France, not side by side" in page
    assert "Asked by both" in page
    assert Access.objects.filter(what="seating_rules").count() == 1


def test_rule_that_says_too_little_is_refused_at_all_its_fields(protocol, people):
    answer = post(protocol, "seating_rules", kind="apart", delegation=people["DZA"].uuid)
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"other", "way"})


@pytest.fixture
def apart(part, people):
    return make.seating_rule(
        segment=part, delegation=people["DZA"], other=people["FRA"], kind="apart", way="side", reason="A quarrel"
    )


PAGES = ["seating", "seating_proposals", "seating_rules", "seating_move", "history", "overview", "revisions"]


@pytest.mark.parametrize("role", ["desk_officer", "viewer"])
@pytest.mark.parametrize("name", PAGES)
def test_who_is_kept_apart_is_told_to_nobody_else(client, apart, people, role, name):
    client.force_login(make.user(role=role))
    for page in (get(client, name), get(client, "seating_why", people["DZA"].uuid)):
        words = page.content.decode()
        assert "quarrel" not in words
        assert "eep apart from France" not in words


def test_desk_officer_is_proposed_a_plan_that_holds_to_what_only_protocol_knows(client, apart, people):
    client.force_login(make.user(role="desk_officer"))
    page = get(client, "seating_proposals")
    assert [one["name"] for one in page.context["proposals"][0]["moves"]] != []
    assert "A rule that protocol keeps to itself." in get(client, "seating").content.decode()


def test_desk_officer_neither_sees_nor_removes_nor_writes_a_confidential_rule(client, apart, people):
    client.force_login(make.user(role="desk_officer"))
    assert post(client, "seating_rule_removed", apart.uuid, version=1).status_code == 404
    fields = {"kind": "apart", "delegation": people["DZA"].uuid, "other": people["MLI"].uuid, "way": "side"}
    assert post(client, "seating_rules", **fields).status_code == 422
    assert SeatingRule.objects.count() == 1


PRESSED = ["seating_take", "seating_undo", "seating_follow", "seating_moved", "seating_rules", "seating_order"]
ROOM_PRESSED = {
    "seating_mark": {"label": "T1-0", "mark": "block"},
    "seating_numbers": {"version": "1", "secretariat_seats": "1", "press_seats": "0", "reserve_seats": "0"},
    "seating_room": {"version": "1", "is_confirmed": "yes"},
}
WORDS = {
    "en": "Somebody took this part out of the programme meanwhile",
    "fr": "Une autre personne a retiré cette partie",
}


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("name", [*PRESSED, *ROOM_PRESSED, "seating_interpreters"])
def test_press_on_a_part_that_was_taken_out_meanwhile_is_answered_in_words(client, part, people, name, language):
    client.force_login(make.user(role="protocol_officer", language=language))
    type(part).objects.filter(pk=part.pk).update(withdrawn_at=make.AT)
    address = f"{reverse(f'events:{name}', args=['mali'])}?moment={part.uuid}"
    answer = client.post(address, {"shown": "1"})
    assert (answer.status_code, answer.url) == (302, reverse("events:seating", args=["mali"]))
    assert said(answer)[0].startswith(WORDS[language])


@pytest.mark.parametrize("name", ROOM_PRESSED)
def test_room_is_left_as_it_is_by_a_press_on_a_part_that_was_taken_out_meanwhile(protocol, part, name):
    type(part).objects.filter(pk=part.pk).update(withdrawn_at=make.AT)
    hall = add_room(RoomFile(slug="hall", source={}, room=usual("boardroom")), by=None, at=make.AT)
    address = f"{reverse(f'events:{name}', args=['mali'])}?moment={part.uuid}"
    answer = protocol.post(address, ROOM_PRESSED[name] | {"library": hall.pk})
    assert (answer.status_code, answer.url) == (302, reverse("events:seating", args=["mali"]))
    assert said(answer)[0].startswith(WORDS["en"])
    assert Act.objects.count() == 0


def test_page_learns_that_the_meeting_was_changed(protocol, part):
    version = part.event.roster.version
    assert get(protocol, "seating_changed", version=version).status_code == 204
    assert get(protocol, "seating_changed", version=version - 1).status_code == 200


def test_page_says_which_state_of_the_meeting_it_shows(protocol, part):
    type(part.event.roster).objects.filter(pk=part.event.roster.pk).update(version=1234)
    assert 'data-version="1234"' in get(protocol, "seating").content.decode()
