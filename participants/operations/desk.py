"""The terms of the registration desk, and what staff decide by hand: order, maximum, releases, grants after cut-off."""

import uuid as uuids
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from participants.domain.allocation import Grant, allocate, capacity_refusal, queue_key
from participants.domain.desk import terms_digest
from participants.domain.values import RequestFacts
from participants.models import Delegation, Request, Roster, User
from participants.operations.acting import Acting, Stale, acting
from participants.operations.asking import Asking, asking
from participants.operations.observers import Refused
from participants.operations.ordering import refuse_moved
from participants.operations.places import (
    UNANSWERED,
    assign_in,
    grant_next_in,
    let_times_pass,
    release_in,
    rules_of,
    shrink_in,
)
from participants.queries import desk_facts

INSTANTS = ("opens_at", "closes_at", "release_at", "lapse_at", "cutoff_at")
RELEASABLE = ("proposed", "cleared", *UNANSWERED)


class NotWaiting(Exception):
    """The request does not wait for a place, or no place is free that it could get."""


def change_desk(
    roster: Roster, *, by: User | None, at: datetime, seen: str | None = None, why: str = "", **terms: Any
) -> tuple[Grant, ...]:
    """Set the terms on which observers are registered and return who was promoted by them.

    `terms` are columns of the roster: those of DeskFacts but the release of second places.

    Raises:
        ValidationError: by field; an instant that is set now and has passed, a closing before the opening.
        Stale: `seen`, the digest of the terms that the form was made from, is not that of the present ones.
    """
    with acting(roster, operation="change_desk", by=by, at=at, why=why) as act:
        let_times_pass(act)
        if seen is not None and seen != terms_digest(desk_facts(act.roster)):
            raise Stale(current=act.roster, wanted=terms)
        _refuse_past(act, terms)
        changed = act.change(act.roster, **terms)
        for name in terms:
            setattr(act.roster, name, getattr(changed, name))
        found = asking(act.roster)
        return grant_next_in(act, found, found.counting).promoted


def _refuse_past(act: Acting, terms: dict[str, Any]) -> None:
    errors = {}
    for name in INSTANTS:
        wanted = terms.get(name)
        if wanted and wanted != getattr(act.roster, name) and wanted <= act.at:
            errors[name] = _("This instant has passed already.")
    opens, closes = (terms.get(name, getattr(act.roster, name)) for name in ("opens_at", "closes_at"))
    if opens and closes and closes <= opens and "closes_at" not in errors:
        errors["closes_at"] = _("The form would close before it opens.")
    if errors:
        raise ValidationError(errors)


def release_seconds(roster: Roster, *, by: User | None, at: datetime) -> tuple[Grant, ...]:
    """Let second places be granted from now on, and return who got one; a second time does nothing."""
    with acting(roster, operation="release_seconds", by=by, at=at) as act:
        let_times_pass(act)
        if act.roster.seconds_released_at is None:
            act.roster.seconds_released_at = act.change(act.roster, seconds_released_at=at).seconds_released_at
        found = asking(act.roster)
        return grant_next_in(act, found, found.counting).promoted


def order_waiting(
    roster: Roster, *, requests: Sequence[str], shown: Sequence[str], why: str, by: User | None, at: datetime
) -> tuple[Grant, ...]:
    """Put those who wait for a place into the order of `requests` (uuids), and return who was promoted by it.

    Those whose request comes later follow them, by the time received. Raises OutOfOrder unless `shown` is the waiting
    list as it is and `requests` the same in another order, ValidationError without a reason.
    """
    with acting(roster, operation="order_waiting", by=by, at=at, why=_reason(why)) as act:
        let_times_pass(act)
        found = asking(act.roster, is_whole=True)
        now = [one.request for one in allocate(found.counting, rules_of(act)).waiting]
        refuse_moved(now, wanted=requests, shown=shown, expected=now)
        # Who stands where time received would put it needs no line, if nobody after it has one.
        by_time = [one.uuid for one in sorted(_without_lines(found, now), key=queue_key)]
        pairs = enumerate(zip(requests, by_time, strict=True), 1)
        last = max((number for number, (wanted, usual) in pairs if wanted != usual), default=0)
        lines = {uuid: number if number <= last else None for number, uuid in enumerate(requests, 1)}
        rows = list(Request.objects.filter(uuid__in=requests))
        act.change_many(rows, line={row.pk: lines[str(row.uuid)] for row in rows})
        found = asking(act.roster)
        return grant_next_in(act, found, found.counting).promoted


def _without_lines(found: Asking, uuids: Sequence[str]) -> list[RequestFacts]:
    return [replace(one, line=None) for one in found.requests if one.uuid in set(uuids)]


def _reason(why: str) -> str:
    if not why.strip():
        raise ValidationError({"why": _("Give the reason; it is kept with the decision.")})
    return why


def set_request_terms(
    request: Request,
    *,
    places_asked: int,
    most_places: int | None,
    why: str,
    by: User | None,
    at: datetime,
    version: int | None = None,
) -> tuple[Grant, ...]:
    """Set how many places a request asks for, and a maximum of its own, and return who was promoted by it.

    What it holds it keeps. Raises Stale, ValidationError (also without a reason).
    """
    with acting(request.roster, operation="set_request_terms", by=by, at=at, why=_reason(why)) as act:
        let_times_pass(act)
        act.change(request, version=version, places_asked=places_asked, most_places=most_places)
        found = asking(act.roster)
        return grant_next_in(act, found, found.counting).promoted


def grant_by_hand(
    request: Request,
    *,
    why: str,
    by: User | None,
    at: datetime,
    from_reserve: bool = False,
    version: int | None = None,
) -> tuple[Grant, ...]:
    """Grant a waiting request its next place, after the cut-off or from the reserve, which becomes one smaller.

    Raises NotWaiting when it waits no more or no such place is free, Stale, ValidationError without a reason.
    """
    with acting(request.roster, operation="grant_by_hand", by=by, at=at, why=_reason(why)) as act:
        let_times_pass(act)
        act.change(request, version=version)
        found, rules = asking(act.roster, uuid=request.uuid), rules_of(act)
        allocation = allocate(found.counting, rules)
        uuid = str(request.uuid)
        taken = {grant.place_number for grant in allocation.granted}
        free = [number for number in range(1, rules.capacity + 1) if number not in taken]
        open_places = len(free) if from_reserve else len(free) - rules.reserve
        if uuid not in {one.request for one in (*allocation.waiting, *allocation.further)} or open_places < 1:
            raise NotWaiting
        own = next(one for one in found.counting if one.uuid == uuid)
        grant = Grant(request=uuid, place_number=free[0], share=len(own.place_numbers) + 1)
        if from_reserve and rules.reserve:
            act.change(act.roster, reserve_places=rules.reserve - 1)
        assign_in(act, found, [grant])
        act.tell("promoted", request.delegation, request, place=grant.place_number, share=grant.share)
        return (grant,)


def release_delegations(
    roster: Roster, *, delegations: Iterable[uuids.UUID], why: str, by: User | None, at: datetime
) -> tuple[Grant, ...]:
    """Release the places of invited delegations that have not accepted, and return which observers got places.

    Those that accepted, sent regrets or withdrew are left, as are those released before. Raises ValidationError
    without a reason.
    """
    with acting(roster, operation="release_delegations", by=by, at=at, why=_reason(why)) as act:
        let_times_pass(act)
        rows = Delegation.objects.filter(roster=act.roster, uuid__in=list(delegations), released_at__isnull=True)
        chosen = list(rows.filter(status__in=RELEASABLE).order_by("pk"))
        return release_in(act, chosen) if chosen else ()


def take_back_release(delegation: Delegation, *, by: User | None, at: datetime, why: str = "") -> None:
    """Give a delegation the places back that were released. Raises Refused when observers hold them by now."""
    with acting(delegation.roster, operation="take_back_release", by=by, at=at, why=why) as act:
        let_times_pass(act)
        row = Delegation.objects.get(pk=delegation.pk)
        if row.released_at is None:
            return
        number = act.roster.observer_places - row.released_places
        if refusal := capacity_refusal(asking(act.roster).counting, number):
            raise Refused(refusal)
        shrink_in(act, number)
        act.change(row, released_at=None, released_places=0)


def pass_times(roster: Roster, *, at: datetime) -> None:
    """Do what the passing of time has brought by `at`; what an operation did before is not done again."""
    with acting(roster, operation="pass_times", by=None, at=at) as act:
        let_times_pass(act)
