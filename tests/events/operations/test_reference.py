"""Both reference meetings as the command loads them; what the office did with them is left."""

import json
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.core.management import call_command

from events.domain.timeline import timeline
from events.domain.timing import whole_minutes
from events.models import Event, Item, LibraryRoom, Segment, Speech
from events.operations.reference import load_meeting, load_rooms
from events.queries import meeting_facts
from participants.domain.ranks import RANKS
from participants.models import Act, Appointment, Delegation, Entity, EntityName, ObserverPlace, Roster
from participants.operations.acting import acting
from participants.operations.ledger import Loading
from tests import factories as make
from tests.acts import difference, tables, told

pytestmark = pytest.mark.django_db
FIXTURES = Path(__file__).parents[3] / "fixtures"
LATER = make.AT + timedelta(days=1)


def loaded(capsys):
    call_command("load_reference")
    return capsys.readouterr().out.splitlines()


def spoken(segment):
    speeches = [one for item in segment.items for one in item.speeches]
    codes = dict(Delegation.objects.values_list("uuid", "entity__code"))
    return [codes[UUID(one.delegation)] for one in speeches]


def small():
    """The Council's meeting as its file has it, without its room, and the entities it names."""
    fixture = json.loads((FIXTURES / "meetings" / "sc-7917.json").read_text("utf-8"))
    fixture["room"]["library"] = None
    codes = {one["entity"] for one in fixture["delegations"]}
    codes |= {one["organ"] for each in fixture["delegations"] for one in (*each["delegates"], *each["grounds"])}
    for code in sorted(codes - {""}):
        Entity.objects.create(code=code, kind="state")
    return fixture


def renamed(fixture):
    return fixture | {"event": fixture["event"] | {"short_title": {"en": "7917th"}}}


def test_command_loads_everything_once_and_says_so(capsys):
    first, second = loaded(capsys), loaded(capsys)
    assert [line.partition(", ")[0] for line in first][1:] == [
        "Rooms: 2 added", "Meeting mali-2017: 1 added", "Meeting sc-7917: 1 added",
    ]  # fmt: skip
    assert second[1:] == [
        "Rooms: 0 added, 0 updated, 2 unchanged",
        "Meeting mali-2017: 0 added, 0 updated, 1 unchanged",
        "Meeting sc-7917: 0 added, 0 updated, 1 unchanged",
    ]
    assert first[0].split()[1] == second[0].split()[5]


def test_both_meetings_stand_as_their_files_say(reference):
    mali, council = (meeting_facts(Roster.objects.get(slug=slug)) for slug in ("mali-2017", "sc-7917"))
    speakers = [one for segment in council.segments for item in segment.items for one in item.speeches]
    assert (len(mali.roster.delegations), len(council.roster.delegations), len(speakers)) == (65, 17, 17)
    assert [mali.delegates[uuid].family_name for uuid in mali.segments[1].chairs] == ["Diop", "Messahel", "Lacroix"]
    assert [len(one.podium) for one in mali.segments] == [7, 3]
    assert ObserverPlace.objects.filter(roster__slug="mali-2017").count() == mali.roster.observer_places == 12
    assert len(mali.room.seats) == 301
    assert {one.rank for one in mali.delegates.values()} <= set(RANKS)


def test_orders_times_and_statuses_of_the_reference_meetings(reference):
    mali, council = (meeting_facts(Roster.objects.get(slug=slug)) for slug in ("mali-2017", "sc-7917"))
    assert spoken(mali.segments[0]) == ["MLI", "UN", "DZA", "FRA", "AU", "EU", "ECOWAS"]
    assert spoken(council.segments[0])[-2:] == ["USA", "MLI"]
    opening = timeline(mali).segments[0]
    assert (whole_minutes(opening.budget.total), timeline(mali).overruns) == (40, ())
    assert (mali.entities["CZE"].names["en"], mali.entities["CZE"].status) == ("Czechia", "member_state")
    names = EntityName.objects.filter(entity__code__in=("GNQ", "GIN", "GNB"), language="fr").order_by("sort_key")
    assert list(names.values_list("entity__code", flat=True)) == ["GIN", "GNB", "GNQ"]


def test_meeting_is_one_act_that_tells_every_row_and_leaves_sequences_at_zero():
    fixture = small()
    before = tables()
    assert load_meeting(fixture, at=LATER) == Loading(added=1)
    act = Act.objects.get()
    assert (act.operation, act.by, act.at) == ("load_meeting", None, LATER)
    assert told(act) == difference(before, tables())
    entries = [*Event.objects.all(), *Segment.objects.all(), *Item.objects.all()]
    assert ({one.sequence for one in entries}, {one.entry_digest for one in entries}) == ({0}, {""})


def test_meeting_that_nobody_worked_on_is_replaced_by_a_new_file_and_keeps_its_staff():
    fixture = small()
    load_meeting(fixture, at=make.AT)
    officer = make.user(role="desk_officer", roster=Roster.objects.get())
    assert load_meeting(renamed(fixture), at=LATER) == Loading(updated=1)
    assert Event.objects.get().short_title == {"en": "7917th"}
    assert (Appointment.objects.get().user, Roster.objects.count(), Speech.objects.count()) == (officer, 1, 17)


def test_meeting_that_somebody_changed_is_never_overwritten():
    fixture = small()
    load_meeting(fixture, at=make.AT)
    with acting(Roster.objects.get(), operation="set_status", by=None, at=LATER) as act:
        act.change(Delegation.objects.first(), status="regrets")
    assert load_meeting(fixture, at=LATER) == Loading(unchanged=1)
    assert load_meeting(renamed(fixture), at=LATER) == Loading(changed=["meeting:sc-7917"])
    assert Delegation.objects.filter(status="regrets").count() == 1


def test_deleted_meeting_does_not_come_back():
    fixture = small()
    load_meeting(fixture, at=make.AT)
    Roster.objects.all().delete()
    assert load_meeting(fixture, at=LATER) == Loading(deleted=["meeting:sc-7917"])
    assert Roster.objects.count() == 0


def test_meeting_of_the_office_under_the_same_address_is_left():
    fixture = small()
    make.event(slug="sc-7917")
    assert load_meeting(fixture, at=LATER) == Loading(changed=["meeting:sc-7917"])
    assert Event.objects.get().title["en"] == "Ministerial meeting"


def test_meeting_that_names_an_entity_or_room_that_is_not_there_is_not_loaded():
    fixture = small()
    fixture["room"]["library"] = "nowhere"
    assert load_meeting(fixture, at=LATER) == Loading(incomplete=["meeting:sc-7917"])
    fixture["room"]["library"] = None
    Entity.objects.filter(code="BOL").delete()
    assert load_meeting(fixture, at=LATER) == Loading(incomplete=["meeting:sc-7917"])
    assert Roster.objects.count() == 0


def test_room_that_the_office_corrected_is_left():
    room = json.loads((FIXTURES / "rooms" / "unhq-conference-room-4.json").read_text("utf-8"))
    assert load_rooms([room]) == Loading(added=1)
    LibraryRoom.objects.update(is_approximate=False)
    assert load_rooms([room]) == Loading(changed=["room:unhq-conference-room-4"])


def test_order_by_hand_and_interpreters_of_a_file_are_loaded():
    fixture = small()
    part = fixture["segments"][0]
    codes = [one["entity"] for one in fixture["delegations"]][::-1]
    part["seating"] |= {"scheme": "hand", "by_hand": codes, "is_mixed": False}
    part["interpreters"] = {part["podium"][0]: "left"}
    load_meeting(fixture, at=make.AT)
    facts = meeting_facts(Roster.objects.get(slug="sc-7917"))
    (segment,) = facts.segments
    assert [facts.delegations[uuid].entity for uuid in segment.seating_by_hand] == codes
    assert [(one.delegate, one.place) for one in segment.interpreters] == [(part["podium"][0], "left")]
