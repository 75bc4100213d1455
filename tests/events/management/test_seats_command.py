"""Seats proposed and taken over by command."""

import pytest
from django.core.management import CommandError, call_command

from events.models import GivenPlace
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def part():
    row = make.segment(event=make.event(slug="mali"))
    for name in ("Algeria", "France", "Mali"):
        make.delegation(roster=row.event.roster, entity=make.entity(en=name))
    make.room(event=row.event, table=5)
    return row


def test_proposal_is_told_and_moves_nobody(part, capsys):
    call_command("seats", "mali")
    assert "no move" in capsys.readouterr().out
    assert not GivenPlace.objects.exists()


def test_proposal_is_taken_over(part, capsys):
    france = part.event.roster.delegations.order_by("pk")[1]
    make.seating_rule(segment=part, delegation=france, kind="not_first_row")
    call_command("seats", "mali", propose="order", take=True)
    said = capsys.readouterr().out
    assert "proven" in said
    assert said.endswith("Taken over.\n")
    assert GivenPlace.objects.count() == 3


@pytest.mark.parametrize("wanted", [{"part": 2}, {"by": "nobody@meeting.example"}])
def test_what_is_not_there_is_named(part, wanted):
    with pytest.raises(CommandError):
        call_command("seats", "mali", **wanted)
