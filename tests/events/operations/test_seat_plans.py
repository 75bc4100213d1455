"""A plan that is kept: proposals taken over, moves, pins, and one's own last act taken back."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from events.domain.seating.moving import MoveRefused
from events.domain.seating.order import plan
from events.domain.seating.room_file import RoomFile
from events.domain.seating.room_labels import with_labels
from events.domain.seating.room_walks import renumbered
from events.models import GivenPlace, SeatingPlan, SeatingRule
from events.operations.issuing import issue_revision
from events.operations.programme import Gone
from events.operations.room_library import add_room
from events.operations.rooms import choose_room, edit_room
from events.operations.seat_plans import (
    MovedMeanwhile,
    NothingToUndo,
    ProposalChanged,
    TouchedSince,
    fingerprint,
    follow_order,
    kept_part,
    last_own_act,
    move_delegation,
    part_of,
    pin_delegation,
    proposed,
    seen_of,
    take_proposal,
    undo,
)
from events.operations.seat_rules import add_seating_rule, remove_seating_rule
from events.queries import meeting_facts
from participants.models import Act
from tests import factories as make
from tests.acts import difference, tables, told
from tests.events.domain.seating.rooms import usual

pytestmark = pytest.mark.django_db
LATER = make.AT + timedelta(days=1)
CODES = "ABCD"


@pytest.fixture
def part():
    row = make.segment(event=make.event())
    for code in CODES:
        make.delegation(roster=row.event.roster, entity=make.entity(code=code, en=code))
    make.room(event=row.event, table=6)
    return row


@pytest.fixture
def people(part):
    return {one.entity.code: one for one in part.event.roster.delegations.select_related("entity")}


def facts_of(part):
    facts = meeting_facts(part.event.roster)
    return facts, part_of(facts, part)


def numbers(part):
    facts, segment = facts_of(part)
    return {facts.delegations[one.delegation].entity: one.number for one in plan(facts, segment).assignments}


def take(part, *, least=False, by=None):
    shown = fingerprint(proposed(part, meeting_facts(part.event.roster), is_least_change=least).given)
    return take_proposal(part, is_least_change=least, shown=shown, by=by, at=LATER)


def move(part, one, number, *, way="swap", by=None, seen=None, **more):
    facts, segment = facts_of(part)
    seen = seen or seen_of(facts, kept_part(facts, segment), str(one.uuid), "table", number, way)
    move_delegation(part, one, zone="table", number=number, way=way, seen=seen, by=by, at=LATER, **more)


def test_proposal_taken_over_is_kept_whoever_joins_or_leaves(part, people):
    take(part)
    assert numbers(part) == {"A": 1, "B": 2, "C": 3, "D": 4}
    people["A"].status = "regrets"
    people["A"].save()
    assert numbers(part) == {"B": 2, "C": 3, "D": 4}


def test_proposal_that_is_another_by_now_is_refused(part, people):
    with pytest.raises(ProposalChanged):
        take_proposal(part, is_least_change=False, shown="old", by=None, at=LATER)
    assert not SeatingPlan.objects.filter(is_kept=True).exists()


def test_act_tells_the_whole_difference_of_a_move(part, people):
    take(part)
    before = tables()
    move(part, people["A"], 4)
    assert numbers(part) == {"D": 1, "B": 2, "C": 3, "A": 4}
    assert told(Act.objects.latest("version")) == difference(before, tables())


def test_first_move_keeps_the_order_there_was(part, people):
    move(part, people["B"], 5)
    assert numbers(part) == {"A": 1, "C": 3, "D": 4, "B": 5}


def test_move_made_from_an_old_page_is_refused_and_nothing_is_lost(part, people):
    facts, segment = facts_of(part)
    old = seen_of(facts, kept_part(facts, segment), str(people["A"].uuid), "table", 4)
    move(part, people["D"], 2)
    with pytest.raises(MovedMeanwhile):
        move(part, people["A"], 4, seen=old)
    assert numbers(part) == {"A": 1, "D": 2, "C": 3, "B": 4}


def test_pin_holds_in_every_proposal_until_it_is_taken_away(part, people):
    move(part, people["A"], 6, is_pinned=True)
    assert numbers_of(take(part), people) == {"B": 2, "C": 3, "D": 4, "A": 6}
    facts, segment = facts_of(part)
    seen = seen_of(facts, segment, str(people["A"].uuid))
    pin_delegation(part, people["A"], is_pinned=False, seen=seen, by=None, at=LATER)
    assert numbers_of(take(part), people) == {"A": 1, "B": 2, "C": 3, "D": 4}


def take_back(part, me):
    last = last_own_act(part, me)
    undo(part, shown=last.version if last else 0, by=me, at=LATER)


def numbers_of(found, people):
    codes = {str(one.uuid): code for code, one in people.items()}
    return {codes[one.delegation]: one.number for one in found.given}


def test_order_is_followed_again_and_the_rules_stay(part, people):
    add_seating_rule(part, kind="not_first_row", delegation=people["A"], by=None, at=LATER)
    move(part, people["A"], 6)
    follow_order(part, shown=fingerprint(facts_of(part)[1].given), by=None, at=LATER)
    assert numbers(part) == {"A": 1, "B": 2, "C": 3, "D": 4}
    assert (GivenPlace.objects.count(), SeatingRule.objects.count()) == (0, 1)


def test_own_last_act_is_taken_back(part, people):
    me = make.user()
    take(part, by=me)
    move(part, people["A"], 4, by=me)
    take_back(part, me)
    assert numbers(part) == {"A": 1, "B": 2, "C": 3, "D": 4}
    with pytest.raises(NothingToUndo):
        take_back(part, me)


def test_first_move_taken_back_leaves_a_plan_that_follows_the_order(part, people):
    me = make.user()
    move(part, people["A"], 4, by=me)
    take_back(part, me)
    assert not SeatingPlan.objects.get().is_kept
    assert GivenPlace.objects.count() == 0


def test_act_is_not_taken_back_where_somebody_pinned_one_of_its_seats_since(part, people):
    me = make.user()
    take(part)
    move(part, people["A"], 3, by=me)
    facts, segment = facts_of(part)
    seen = seen_of(facts, segment, str(people["A"].uuid))
    pin_delegation(part, people["A"], is_pinned=True, seen=seen, by=make.user(), at=LATER)
    with pytest.raises(TouchedSince):
        take_back(part, me)
    assert GivenPlace.objects.get(is_pinned=True).number == 3


def test_who_does_not_come_is_in_nobodys_way_and_has_the_place_again_while_it_is_free(part, people):
    take(part)
    people["B"].status = "regrets"
    people["B"].save()
    move(part, people["A"], 4)
    people["B"].status = "accepted"
    people["B"].save()
    assert numbers(part) == {"D": 1, "B": 2, "C": 3, "A": 4}
    people["B"].status = "regrets"
    people["B"].save()
    move(part, people["C"], 2)
    assert numbers(part) == {"D": 1, "C": 2, "A": 4}


def test_seat_out_of_use_for_a_while_is_kept_for_who_sat_there(part, people):
    take(part)
    seat = part.event.room.seats.get(zone="table", is_principal=True, place__number=4)
    type(seat).objects.filter(pk=seat.pk).update(is_blocked=True)
    move(part, people["A"], 2)
    type(seat).objects.filter(pk=seat.pk).update(is_blocked=False)
    assert numbers(part) == {"B": 1, "A": 2, "C": 3, "D": 4}


def test_without_a_place_nobody_is_pinned_and_without_a_room_nothing_is_taken_over(part, people):
    part.event.room.delete()
    facts, segment = facts_of(part)
    with pytest.raises(MoveRefused):
        pin_delegation(
            part, people["A"], is_pinned=True, seen=seen_of(facts, segment, str(people["A"].uuid)), by=None, at=LATER
        )
    with pytest.raises(ProposalChanged):
        take(part)
    assert not SeatingPlan.objects.filter(is_kept=True).exists()


def test_act_that_is_not_the_last_any_more_is_not_taken_back(part, people):
    me = make.user()
    move(part, people["A"], 4, by=me)
    shown = last_own_act(part, me).version
    move(part, people["B"], 6, by=me)
    with pytest.raises(NothingToUndo):
        undo(part, shown=shown, by=me, at=LATER)


def test_plan_that_was_changed_meanwhile_is_not_given_up(part, people):
    take(part)
    shown = fingerprint(facts_of(part)[1].given)
    move(part, people["A"], 6)
    with pytest.raises(MovedMeanwhile):
        follow_order(part, shown=shown, by=None, at=LATER)
    assert SeatingPlan.objects.get().is_kept


def test_act_of_ones_own_is_not_taken_back_where_others_touched_the_same_seats(part, people):
    me, other = make.user(), make.user()
    take(part)
    move(part, people["A"], 4, by=me)
    move(part, people["A"], 6, by=other)
    with pytest.raises(TouchedSince) as touched:
        take_back(part, me)
    assert touched.value.places == (("table", 4),)
    assert numbers(part) == {"D": 1, "B": 2, "C": 3, "A": 6}


def test_act_of_ones_own_is_not_taken_back_where_its_places_were_numbered_anew(part, people):
    me = make.user()
    take(part)
    follow_order(part, shown=fingerprint(facts_of(part)[1].given), by=me, at=LATER)
    before = facts_of(part)[0].room
    after = renumbered(before, "table", pattern="each_right")
    edit_room(part.event.room, before=before, after=after, by=None, at=LATER)
    with pytest.raises(TouchedSince):
        take_back(part, me)
    assert numbers(part) == {"A": 1, "B": 2, "C": 3, "D": 4}


def test_act_of_ones_own_is_not_taken_back_in_another_room(part, people):
    me = make.user()
    move(part, people["A"], 4, by=me)
    file = RoomFile(slug="hall", source={}, room=usual("boardroom"))
    choose_room(part.event, library=add_room(file, by=None, at=make.AT), by=None, at=LATER)
    with pytest.raises(TouchedSince):
        take_back(part, me)


def test_act_of_ones_own_is_taken_back_where_its_seats_were_labelled_anew(part, people):
    me = make.user()
    take(part)
    move(part, people["A"], 4, by=me)
    before = facts_of(part)[0].room
    after = with_labels(before, {"T1-0": "T4-0", "T4-0": "T1-0"})
    edit_room(part.event.room, before=before, after=after, by=None, at=LATER)
    take_back(part, me)
    assert numbers(part) == {"A": 1, "B": 2, "C": 3, "D": 4}


def test_act_of_ones_own_is_taken_back_where_others_moved_elsewhere(part, people):
    me, other = make.user(), make.user()
    take(part)
    move(part, people["A"], 2, by=me)
    move(part, people["D"], 6, by=other)
    take_back(part, me)
    assert numbers(part) == {"A": 1, "B": 2, "C": 3, "D": 6}


def test_least_change_is_counted_from_what_was_issued_last(part, people):
    take(part)
    issue_revision(part.event, standing="provisional", languages=("en",), by=make.user(), at=LATER)
    move(part, people["A"], 6)
    assert numbers_of(take(part, least=True), people) == {"A": 1, "B": 2, "C": 3, "D": 4}


@pytest.mark.parametrize(
    ("wanted", "fields"),
    [
        ({"kind": "apart"}, {"other", "way"}),
        ({"kind": "near", "other": "A"}, {"other", "distance"}),
        ({"kind": "apart", "other": "B", "way": "places", "distance": 0}, {"distance"}),
    ],
)
def test_rule_that_says_too_little_is_refused_at_all_its_fields(part, people, wanted, fields):
    other = people.get(wanted.get("other"))
    with pytest.raises(ValidationError) as refusal:
        add_seating_rule(part, **wanted | {"other": other}, delegation=people["A"], by=None, at=LATER)
    assert set(refusal.value.message_dict) == fields
    assert not SeatingRule.objects.exists()


def test_rule_is_written_once_and_moves_nobody(part, people):
    wanted = {"kind": "apart", "way": "side", "by": None, "at": LATER}
    rule = add_seating_rule(part, delegation=people["A"], other=people["B"], **wanted)
    with pytest.raises(ValidationError):
        add_seating_rule(part, delegation=people["B"], other=people["A"], **wanted)
    assert numbers(part) == {"A": 1, "B": 2, "C": 3, "D": 4}
    assert numbers_of(take(part), people)["B"] != 2
    remove_seating_rule(rule, version=rule.version, by=None, at=LATER)
    assert not SeatingRule.objects.exists()


def test_part_that_was_taken_out_meanwhile_is_gone_for_every_operation(part, people):
    me, who = make.user(), {"by": None, "at": LATER}
    move(part, people["A"], 4, by=me)
    version = last_own_act(part, me).version
    rule = add_seating_rule(part, kind="not_first_row", delegation=people["A"], **who)
    type(part).objects.filter(pk=part.pk).update(withdrawn_at=LATER)
    for operation in (
        lambda: take_proposal(part, is_least_change=False, shown="", **who),
        lambda: move_delegation(part, people["A"], zone="table", number=1, way="swap", seen="", **who),
        lambda: pin_delegation(part, people["A"], is_pinned=True, seen="", **who),
        lambda: follow_order(part, shown="", **who),
        lambda: undo(part, shown=version, by=me, at=LATER),
        lambda: add_seating_rule(part, kind="accessible", delegation=people["B"], **who),
        lambda: remove_seating_rule(rule, version=rule.version, **who),
    ):
        with pytest.raises(Gone):
            operation()
