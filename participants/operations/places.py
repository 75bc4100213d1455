"""Observer places given and taken back within an operation under way, and what the passing of time does to them."""

from collections.abc import Iterable, Mapping

from django.db.models import BigIntegerField, Case, Q, Value, When
from django.db.models.functions import Cast

from participants.domain.allocation import Allocation, Grant, GrantImpossible, Rules, allocate
from participants.domain.desk import rules_at, times_due
from participants.domain.values import RequestFacts
from participants.grounds import GROUNDS
from participants.models import Delegation, Invitation, ObserverPlace, Request
from participants.operations.acting import Acting
from participants.operations.asking import Asking, asking
from participants.queries import desk_facts

UNANSWERED = ("invited", "tentative")
AT_ONCE = 200
GROUND = "observer"
# Primary key of the request and which of its places, by number.
Held = Mapping[int, tuple[int, int]]


def rules_of(act: Acting) -> Rules:
    """Return what decides over places at the instant of the operation."""
    return rules_at(desk_facts(act.roster), capacity=act.roster.observer_places, at=act.at)


def held_in(found: Asking, uuid: str) -> Held:
    """Return the places that the request with that uuid holds."""
    own = next((one for one in found.requests if one.uuid == uuid), None)
    return {number: (found.keys[uuid], share) for share, number in enumerate(own.place_numbers if own else (), 1)}


def grant_next_in(
    act: Acting, found: Asking, requests: Iterable[RequestFacts], *, freed: Held | None = None, newcomer: str = ""
) -> Allocation:
    """Give every free place to whose turn it is among `requests`, tell those who were promoted, return the outcome.

    `freed` are places given back in this operation; `newcomer`, who asks just now, is told by its own operation.
    """
    allocation = allocate(requests, rules_of(act))
    assign_in(act, found, allocation.promoted, freed=freed)
    for grant in allocation.promoted:
        if grant.request != newcomer:
            delegation, request = Delegation(pk=found.delegations[grant.request]), Request(pk=found.keys[grant.request])
            act.tell("promoted", delegation, request, place=grant.place_number, share=grant.share)
    return allocation


def assign_in(act: Acting, found: Asking, grants: Iterable[Grant], *, freed: Held | None = None) -> None:
    """Link places to requests by one statement for each 200; `freed` numbers that nobody gets are left empty.

    Raises GrantImpossible when a place is not free after all.
    """
    before = dict(freed or {})
    wanted: dict[int, tuple[int | None, int]] = dict.fromkeys(before, (None, 1))
    wanted |= {grant.place_number: (found.keys[grant.request], grant.share) for grant in grants}
    numbers = sorted(wanted)
    for start in range(0, len(numbers), AT_ONCE):
        some = {number: wanted[number] for number in numbers[start : start + AT_ONCE]}
        places = ObserverPlace.objects.filter(roster=act.roster, number__in=some)
        ours = places.filter(Q(request__isnull=True) | Q(number__in=[one for one in some if one in before]))
        if ours.update(request_id=_by_number(some, 0), share=_by_number(some, 1)) != len(some):
            raise GrantImpossible(f"not all of the places {sorted(some)} are free")
    for number in numbers:
        act.note_place(number, before.get(number, (None, 1)), wanted[number])


def _by_number(wanted: Mapping[int, tuple], index: int) -> Cast:
    cases = [When(number=number, then=Value(values[index])) for number, values in wanted.items()]
    # Where every value is NULL, PostgreSQL would take them for texts.
    return Cast(Case(*cases, output_field=BigIntegerField()), BigIntegerField())


def grow_in(act: Acting, by: int) -> None:
    """Add places after the last one."""
    first = act.roster.observer_places + 1
    act.roster.observer_places = act.change(act.roster, observer_places=first - 1 + by).observer_places
    act.add_all([ObserverPlace(roster=act.roster, number=number) for number in range(first, first + by)])


def shrink_in(act: Acting, number: int) -> None:
    """Remove the places above `number`, which nobody may hold."""
    act.roster.observer_places = act.change(act.roster, observer_places=number).observer_places
    act.remove_all(list(ObserverPlace.objects.filter(roster=act.roster, number__gt=number)))


def release_in(act: Acting, delegations: list[Delegation]) -> tuple[Grant, ...]:
    """Make the places of `delegations`, rows read under the lock, places for observers, and return who was promoted."""
    counts = {one.pk: one.places_at_table + one.places_behind for one in delegations}
    act.change_many(delegations, released_places=counts, released_at=dict.fromkeys(counts, act.at))
    grow_in(act, sum(counts.values()))
    found = asking(act.roster)
    return grant_next_in(act, found, found.counting).promoted


def let_times_pass(act: Acting) -> None:
    """Do what the passing of time has brought since the last judgement, before the operation under way judges.

    Each instant is an act of its own, in the same transaction. Nothing is asked of the database while none is due.
    """
    roster = act.roster
    for when, kind in times_due(desk_facts(roster), since=roster.judged_at, at=act.at):
        passing = Acting(roster=roster, operation=f"pass_{kind}", by=None, at=when)
        PASSING[kind](passing)
        passing.close()
        roster.judged_at = when
        roster.save(update_fields=["judged_at"])


def _close(act: Acting) -> None:
    found = asking(act.roster)
    grant_next_in(act, found, found.counting)


def _release(act: Acting) -> None:
    rows = unanswered(act)
    if rows:
        release_in(act, rows)


def unanswered(act: Acting) -> list[Delegation]:
    """Return the invited delegations at the table that have not accepted and whose places are not released, by key."""
    rows = Delegation.objects.filter(roster=act.roster, status__in=UNANSWERED, released_at__isnull=True)
    return list(rows.filter(_at_the_table()).order_by("pk").distinct())


def _at_the_table() -> Q:
    return Q(invitations__ground__in=[code for code, ground in GROUNDS.items() if ground.zone == "table"])


def _lapse(act: Acting) -> None:
    found = asking(act.roster, is_whole=True)
    allocation = allocate(found.counting, rules_of(act))
    waiting = {found.keys[one.request] for one in allocation.waiting}
    further = {found.keys[one.request] for one in allocation.further}
    held = {found.keys[one.uuid]: len(one.place_numbers) for one in found.counting}
    rows = list(Request.objects.filter(pk__in=waiting | further).select_related("delegation").order_by("pk"))
    act.change_many(
        rows,
        withdrawn_at=dict.fromkeys(waiting, act.at),
        places_asked={key: held[key] for key in further},
    )
    ended = [row.delegation for row in rows if row.pk in waiting]
    for row in rows:
        if row.pk in waiting:
            act.tell("lapsed", row.delegation, row)
    withdraw_observers_in(act, ended)


def withdraw_observers_in(act: Acting, delegations: list[Delegation]) -> None:
    """Withdraw delegations that attend as observers alone; the others lose that ground. Three statements."""
    keys = [one.pk for one in delegations]
    invitations = list(Invitation.objects.filter(delegation__in=keys))
    also = {row.delegation_id for row in invitations if row.ground != GROUND}
    act.remove_all([row for row in invitations if row.ground == GROUND and row.delegation_id in also])
    alone = [one for one in delegations if one.pk not in also and one.status != "withdrawn"]
    keys = [one.pk for one in alone]
    act.change_many(alone, status=dict.fromkeys(keys, "withdrawn"), status_changed_at=dict.fromkeys(keys, act.at))


PASSING = {"closing": _close, "release": _release, "lapse": _lapse}
