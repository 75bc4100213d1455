"""Links without an account: what a token leads to, and when it leads nowhere any more."""

from datetime import timedelta

import pytest

from participants.links import Ended, delegation_of, request_of, token_of
from participants.models import Notice, Request
from participants.operations.acting import acting
from participants.operations.observers import register_observer
from tests import factories

pytestmark = pytest.mark.django_db
AT = factories.AT


def test_token_leads_to_its_delegation_again_and_again():
    delegation = factories.delegation(roster=factories.roster())
    assert token_of(delegation) == token_of(delegation)
    assert delegation_of(token_of(delegation), at=AT) == delegation


def test_raised_generation_revokes_every_token_made_before():
    delegation = factories.delegation(roster=factories.roster())
    former = token_of(delegation)
    delegation.link_generation += 1
    delegation.save()
    with pytest.raises(Ended):
        delegation_of(former, at=AT)
    assert delegation_of(token_of(delegation), at=AT) == delegation


def test_link_ends_with_its_day():
    delegation = factories.delegation(roster=factories.roster(links_end_at=AT))
    assert delegation_of(token_of(delegation), at=AT - timedelta(seconds=1)) == delegation
    with pytest.raises(Ended) as ended:
        delegation_of(token_of(delegation), at=AT)
    assert ended.value.row == delegation


def altered(token):
    name, generation, signature = token.split(".")
    yield from ("", "x", "\0", f"{token}x", token[:-1], f"{name}.9.{signature}", f"{name}.{signature}", "..", "é.1.é")


def test_altered_token_leads_nowhere_and_asks_nothing(django_assert_num_queries):
    token = token_of(factories.delegation(roster=factories.roster()))
    with django_assert_num_queries(0):
        for forgery in altered(token):
            with pytest.raises(LookupError):
                delegation_of(forgery, at=AT)


def test_token_of_a_delegation_is_none_of_a_request():
    roster = factories.roster(observer_places=1)
    done = register_observer(roster, entity=factories.entity(), received_at=AT, by=None, at=AT)
    request = Request.objects.get(uuid=done.request)
    assert request_of(token_of(request), at=AT) == request
    with pytest.raises(LookupError):
        request_of(token_of(request.delegation), at=AT)
    with pytest.raises(LookupError):
        delegation_of(token_of(request), at=AT)


def test_notice_is_written_with_the_act_and_only_when_something_changed():
    delegation = factories.delegation(roster=factories.roster(), status="proposed")
    with acting(delegation.roster, operation="set_status", by=None, at=AT) as act:
        act.tell("invitation", delegation)
    assert Notice.objects.count() == 0
    with acting(delegation.roster, operation="set_status", by=None, at=AT) as act:
        act.change(delegation, status="invited")
        act.tell("invitation", delegation, days=3)
    notice = Notice.objects.get()
    assert (notice.kind, notice.at, notice.data) == ("invitation", AT, {"days": 3})
    assert (notice.act.operation, notice.delegation) == ("set_status", delegation)
    with pytest.raises(KeyError), acting(delegation.roster, operation="set_status", by=None, at=AT) as act:
        act.tell("gossip", delegation)
