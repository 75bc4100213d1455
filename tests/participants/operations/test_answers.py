"""Answers behind a delegation's link: applied until the deadline, asked for after it; names exactly as written."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from participants.domain.answers import Answer, MemberAnswer, digest, from_plain, to_plain
from participants.models import Act, Delegate, Notice, Reply
from participants.operations.acting import Stale
from participants.operations.answers import (
    Closed,
    answer_by_link,
    decide_reply,
    members_of,
    present_answer,
    revoke_link,
)
from participants.operations.delegations import record_reply
from participants.operations.observers import register_observer
from tests import factories
from tests.acts import difference, tables, told

pytestmark = pytest.mark.django_db
AT = factories.AT
HOUR = timedelta(hours=1)
HEAD = MemberAnswer(
    role="head", family_name="van der STOEL", given_names="Zoë", gender="f", function="Ministre", access_needs="Rampe"
)
ADVISER = MemberAnswer(family_name="李", given_names="小龙", is_family_name_first=True, email="li@mission.example")
CONTACT = {"contact_name": "Desk", "contact_email": "d@m.example"}
YES = Answer(status="accepted", language="fr", members=(HEAD, ADVISER), **CONTACT)


def seen(delegation, language="fr"):
    delegation.refresh_from_db()
    return digest(present_answer(delegation, members_of(delegation), language))


def send(delegation, answer, *, at=AT, **fields):
    return answer_by_link(
        delegation, **{"answer": answer, "written_in": "fr", "seen": seen(delegation), "at": at} | fields
    )


def named(delegation):
    return [(one.role, one.given_names, one.family_name) for one in members_of(delegation)]


def test_answer_comes_back_from_json_without_loss():
    assert from_plain(to_plain(YES)) == YES


def test_answer_is_recorded_as_written_with_its_time():
    delegation = factories.delegation(roster=factories.roster())
    before = tables()
    reply = send(delegation, YES)
    assert told(Act.objects.get()) == difference(before, tables())
    delegation.refresh_from_db()
    assert (delegation.status, delegation.reply_channel, delegation.received_at) == ("accepted", "link", AT)
    assert (delegation.language, delegation.contact_email, delegation.is_name_to_follow) == ("fr", "d@m.example", False)
    assert named(delegation) == [("head", "Zoë", "van der STOEL"), ("adviser", "小龙", "李")]
    head = Delegate.objects.get(role="head")
    assert (head.function, head.access_needs) == ({"fr": "Ministre"}, "Rampe")
    assert (reply.state, reply.received_at, from_plain(reply.answer)) == ("applied", AT, YES)
    assert list(Notice.objects.values_list("kind", flat=True)) == ["received"]


def test_same_answer_changes_no_member():
    delegation = factories.delegation(roster=factories.roster())
    send(delegation, YES)
    again = present_answer(delegation, members_of(delegation), "fr")
    versions = list(Delegate.objects.values_list("version", flat=True))
    send(delegation, again, at=AT + HOUR)
    assert list(Delegate.objects.values_list("version", flat=True)) == versions


def test_member_left_out_is_withdrawn_and_the_head_can_pass_on():
    delegation = factories.delegation(roster=factories.roster())
    send(delegation, YES)
    head, adviser = present_answer(delegation, members_of(delegation), "fr").members
    send(delegation, replace(YES, members=(replace(adviser, role="head"), replace(head, role="adviser"))))
    assert named(delegation) == [("head", "小龙", "李"), ("adviser", "Zoë", "van der STOEL")]
    send(delegation, replace(YES, members=present_answer(delegation, members_of(delegation), "fr").members[:1]))
    assert named(delegation) == [("head", "小龙", "李")]
    assert Delegate.objects.filter(withdrawn_at=AT).count() == 1


def test_placeholder_for_the_head_gives_way_to_who_is_named():
    delegation = factories.delegation(roster=factories.roster())
    factories.delegate(delegation=delegation, is_placeholder=True, family_name="", given_names="")
    send(delegation, replace(YES, members=(HEAD,)))
    assert named(delegation) == [("head", "Zoë", "van der STOEL")]


def test_function_in_another_language_is_kept():
    delegation = factories.delegation(roster=factories.roster())
    factories.delegate(delegation=delegation)
    [member] = present_answer(delegation, members_of(delegation), "fr").members
    send(delegation, replace(YES, members=(replace(member, function="Ministre d'État"),)))
    assert Delegate.objects.get().function == {"en": "Minister", "fr": "Ministre d'État"}


def test_regrets_are_noted_and_keep_names():
    delegation = factories.delegation(roster=factories.roster())
    send(delegation, replace(YES, status="regrets", members=()))
    delegation.refresh_from_db()
    assert (delegation.status, delegation.is_name_to_follow) == ("regrets", False)
    assert Notice.objects.get().kind == "regrets"


def test_later_answer_is_a_request_that_staff_accept():
    delegation = factories.delegation(roster=factories.roster())
    reply = send(delegation, YES, due_at=AT)
    delegation.refresh_from_db()
    assert (reply.state, delegation.status, Delegate.objects.count()) == ("pending", "invited", 0)
    decided = decide_reply(reply, is_accepted=True, why="", by=None, at=AT + HOUR)
    delegation.refresh_from_db()
    assert (decided.state, decided.decided_at) == ("accepted", AT + HOUR)
    assert (delegation.status, delegation.received_at, len(named(delegation))) == ("accepted", AT, 2)
    with pytest.raises(Stale):
        decide_reply(reply, is_accepted=False, why="No", by=None, at=AT + HOUR)


def test_declined_change_needs_a_reason_and_changes_nothing():
    delegation = factories.delegation(roster=factories.roster())
    reply = send(delegation, YES, due_at=AT)
    with pytest.raises(ValidationError):
        decide_reply(reply, is_accepted=False, why=" ", by=None, at=AT)
    decide_reply(reply, is_accepted=False, why="The list is printed", by=None, at=AT)
    delegation.refresh_from_db()
    assert (delegation.status, Reply.objects.get().why) == ("invited", "The list is printed")


def test_page_that_is_out_of_date_overwrites_nothing():
    delegation = factories.delegation(roster=factories.roster())
    old = seen(delegation)
    send(delegation, YES)
    with pytest.raises(Stale):
        send(delegation, replace(YES, members=()), seen=old)
    assert len(named(delegation)) == 2


def test_withdrawn_delegation_cannot_answer():
    delegation = factories.delegation(roster=factories.roster(), status="withdrawn")
    with pytest.raises(Closed):
        send(delegation, YES)


def test_observer_names_who_comes_and_keeps_its_status():
    roster = factories.roster(observer_places=1)
    register_observer(roster, entity=factories.entity(), received_at=AT, by=None, at=AT)
    delegation = roster.delegations.get()
    send(delegation, replace(YES, status="accepted"))
    delegation.refresh_from_db()
    assert (delegation.status, delegation.reply_channel, len(named(delegation))) == ("accepted", "", 2)


def test_hostile_text_is_refused_and_nothing_is_saved():
    delegation = factories.delegation(roster=factories.roster())
    with pytest.raises(ValidationError):
        send(delegation, replace(YES, members=(HEAD, replace(ADVISER, family_name="é" * 500))))
    assert (Delegate.objects.count(), Reply.objects.count()) == (0, 0)


def test_answer_entered_by_staff_is_kept_beside_with_its_own_time():
    delegation = factories.delegation(roster=factories.roster())
    record_reply(
        delegation, version=1, status="accepted", reply_channel="note", received_at=AT - HOUR, by=None, at=AT
    )  # fmt: skip
    send(delegation, YES, at=AT + HOUR)
    assert list(Reply.objects.values_list("channel", "received_at", "recorded_at")) == [
        ("link", AT + HOUR, AT + HOUR), ("note", AT - HOUR, AT),
    ]  # fmt: skip


def test_revoked_link_gets_a_new_generation():
    delegation = factories.delegation(roster=factories.roster())
    assert revoke_link(delegation, by=None, at=AT).link_generation == 2
