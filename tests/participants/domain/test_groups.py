"""Adding a group: every member in one place, nobody twice."""

from participants.domain.groups import Merge, merge
from participants.domain.values import DelegationFacts, InvitationFacts


def delegation(entity, *grounds, status="invited"):
    invitations = tuple(InvitationFacts(ground=ground) for ground in grounds)
    return DelegationFacts(uuid=entity, version=1, entity=entity, status=status, invitations=invitations)


def test_members_are_told_apart_in_the_groups_order():
    listed = (
        delegation("FRA", "brief_remarks"),
        delegation("MLI", "host", "mediation"),
        delegation("TCD", "contributor", status="withdrawn"),
    )
    done = merge(("NER", "MLI", "FRA", "TCD", "DZA", "NER"), listed, ground="mediation")
    assert done == Merge(new=("NER", "DZA"), gaining=("FRA",), there=("MLI",), withdrawn=("TCD",))
    assert done.changes == 3


def test_empty_group_changes_nothing():
    assert merge((), (delegation("FRA", "host"),), ground="mediation").changes == 0
