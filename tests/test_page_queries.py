"""Every page of a meeting takes the same number of queries for one of what it lists and for thirty."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import EarlierMeeting, Organiser, ReferenceDocument
from participants.models import Act
from participants.roles import ROLES
from tests import factories as make
from tests.url_map import OF_MEETING, filled

pytestmark = [pytest.mark.django_db, pytest.mark.once]
FEW, MANY = 1, 30
# Other faces of the same addresses.
VARIANTS = {
    "events:programme": "?show=speakers",
    "events:script": "?language=fr",
    "events:speakers_order": "?scheme=working",
    "events:note": "?show=marked",
    "events:open_points": "?state=all",
    "events:history": "?page=2",
    "events:documents": "?paper=letter&language=fr",
    "participants:delegations": "?q=e&sort=-name",
    "participants:delegation_add": "?q=e",
    "participants:delegate_add": "?q=e",
    "participants:group_add": "?group={group}&ground=mediation&status=proposed",
}
TIMES = {"starts": "2017-09-20T15:30", "ends": "2017-09-20T18:30", "segments": []}
OPTION = {"operation": "set_times", "label": {"en": "Later"}, "arguments": TIMES}


def meeting(size):
    """A meeting with `size` of everything, side by side and one within another."""
    event = make.event(observer_places=size)
    roster = event.roster
    group = make.group(members=[make.entity() for _ in range(size)])
    host = make.delegation(roster=roster, grounds=("host", "mediation"), status="accepted")
    organ = make.entity(kind="organ", status="organisation", parent=host.entity)
    head = make.delegate(delegation=host, organ=organ)
    first = make.segment(event=event, chairs=[head], podium=[head], scheme="hand")
    make.seating_rule(segment=first, delegation=host)
    talk = make.item(segment=first, order_scheme="hand", order_by=make.user(), order_at=make.AT)
    make.speech(item=talk, delegation=host, delegate=head, group=group)
    for number in range(size):
        _people(roster, host, number)
        _programme(event, first, talk, host, number)
        _texts(event, number, size)
        make.user(role=list(ROLES)[number % len(ROLES)], roster=roster)
        Act.objects.create(
            roster=roster, version=100 + number, operation="change_delegate", at=make.AT, by=make.user(),
            changes=_changes(host, head),
        )  # fmt: skip
    make.room(event=event, table=size, observers=size)
    _prints(roster, size)
    return roster, group


def _changes(host, head):
    renamed = {"model": "participants.delegate", "key": str(head.uuid), "action": "changed"}
    moved = {"model": "participants.delegation", "key": str(host.uuid), "action": "changed"}
    return [
        renamed | {"fields": {"family_name": ["Old", "New"], "organ_id": [None, head.organ_id]}},
        moved | {"fields": {"entity_id": [host.entity_id, head.organ_id]}},
    ]


def _people(roster, host, number):
    other = make.delegation(roster=roster, status="accepted")
    person = make.person(titles=[{"entity": host.entity, "rank": "minister", "title": {"en": "Minister"}}])
    make.delegate(delegation=other, person=person)
    make.delegate(delegation=host, role="adviser", position=number + 1, family_name=f"Keïta {number}")
    asking = make.delegation(roster=roster, grounds=("observer",), status="accepted")
    make.request(delegation=asking, place_number=number + 1)
    make.reply(delegation=host)
    make.mail(delegation=host)
    make.letter(delegation=host, sent_by=make.user())
    make.task(event=roster.event, done_by=make.user(), done_at=make.AT)
    make.request(delegation=make.delegation(roster=roster, grounds=("observer",), status="accepted"))


def _programme(event, first, talk, host, number):
    chair = make.delegate(delegation=make.delegation(roster=event.roster, status="accepted"))
    segment = make.segment(event=event, position=number + 1, chairs=[chair], podium=[chair], scheme="drawn")
    make.segment(event=event, position=number + 50, withdrawn_at=make.AT)
    make.speech(item=make.item(segment=segment), delegation=host, delegate=chair)
    make.item(segment=first, position=number + 1)
    make.speech(item=talk, delegation=chair.delegation, delegate=chair, position=number + 1)
    make.seating_rule(
        segment=first, delegation=chair.delegation, other=host, kind="apart", way="side", reason="Asked for it"
    )
    make.arrival(delegate=chair, arrives=event.starts, holding_room="A", leaves_after=talk)


def _prints(roster, size):
    for _number in range(size):
        make.list_file(roster=roster, review=make.review(size=size))
    make.stored_print(roster=roster)
    for number in range(size):
        make.stored_print(roster=roster, slot=f"other {number}")
        make.job(roster=roster)


def _texts(event, number, size):
    make.objective(event=event, position=number)
    make.paragraph(event=event, text=f"[-{number + 1}|Some -]Text", position=number)
    make.deletion(event=event, number=number + 1)
    make.open_point(event=event, position=number, options=[OPTION] * size)
    make.open_point(event=event, position=number, resolved_at=make.AT)
    Organiser.objects.create(event=event, entity=make.entity(), position=number)
    EarlierMeeting.objects.create(event=event, held_on=event.starts.date() - timedelta(days=number + 1))
    ReferenceDocument.objects.create(event=event, title={"en": "Report"}, dated_on=event.starts.date(), position=number)


def pages(roster, group):
    addresses = {name: filled(name, roster) for name in OF_MEETING}
    found = dict(addresses)
    for name, query in VARIANTS.items():
        found[name + query] = addresses[name] + query.format(group=group.pk)
    objectives = addresses["events:settings_list"]
    for name in ("organisers", "documents", "earlier"):
        found[f"events:settings_list {name}"] = objectives.replace("objectives", name)
    return found | {"events:meetings": "/", "the switcher": "/?q=m"}


def counts(client, size):
    roster, group = meeting(size)
    for _ in range(size):
        make.event()
    client.force_login(make.user(role="administrator"))
    found = {}
    for name, address in pages(roster, group).items():
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(address)
        if answer.status_code != 405:
            assert (name, answer.status_code in (200, 302)) == (name, True)
            found[name] = [one["sql"] for one in captured]
    return found


def test_page_takes_the_same_number_of_queries_for_one_and_for_thirty(client):
    few, many = counts(client, FEW), counts(client, MANY)
    assert {name: len(sql) for name, sql in many.items()} == {name: len(sql) for name, sql in few.items()}
    assert {name: len(sql) for name, sql in many.items() if len(sql) > 45} == {}
