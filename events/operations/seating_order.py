"""Operations on what staff arrange themselves at one moment: the order by hand, interpreters on the podium."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.domain.podium import INTERPRETERS
from events.domain.seating.order import ordered_delegations
from events.models import PodiumPlace, SeatingPlan, SeatingPosition, Segment
from events.operations.acting import meeting_act
from events.operations.programme import refuse_gone
from events.operations.seat_plans import part_of
from events.queries import meeting_facts
from participants.domain.seat_orders import SEATING_SCHEMES
from participants.models import Delegation, User
from participants.operations.acting import Stale
from participants.operations.ordering import refuse_moved


def order_by_hand(
    segment: Segment,
    zone: str,
    uuids: Sequence[str],
    *,
    by: User | None,
    at: datetime,
    shown: Sequence[str] | None = None,
) -> None:
    """Put the delegations that sit in `zone` during `segment` into the order of `uuids`; the other zones stay.

    Those that joined later have their place by hand from then on. Delegations that do not come keep theirs as far as
    may be.

    Raises:
        OutOfOrder: `uuids` are not exactly those delegations, or `shown`, the order that the page showed, is not the
            present one.
        ValidationError: the moment is not seated by hand (any more).
        Gone: the segment was taken out.
    """
    with meeting_act(segment.event, operation="order_seats", by=by, at=at) as act:
        facts = meeting_facts(act.roster)
        part = part_of(facts, segment)
        if not SEATING_SCHEMES[part.seating_scheme].is_by_hand:
            raise ValidationError(_("This moment is not seated by hand any more. Nothing was changed."))
        now = [one.uuid for one in ordered_delegations(facts, part, zone)]
        refuse_moved(now, wanted=uuids, shown=shown, expected=now)
        plan = SeatingPlan.objects.get(segment=segment)
        rows = {str(row.delegation.uuid): row for row in plan.positions.select_related("delegation")}
        order = _put_among(list(rows), uuids)
        places = {uuid: place for place, uuid in enumerate(order)}
        act.change_many(list(rows.values()), position={row.pk: places[uuid] for uuid, row in rows.items()})
        new = Delegation.objects.filter(roster=act.roster, uuid__in=[uuid for uuid in order if uuid not in rows])
        act.add_all([SeatingPosition(plan=plan, delegation=one, position=places[str(one.uuid)]) for one in new])


def set_interpreters(
    segment: Segment,
    places: Mapping[str, str],
    *,
    by: User | None,
    at: datetime,
    shown: Mapping[str, str] | None = None,
) -> None:
    """Say where the interpreters of those on the podium sit: rows of INTERPRETERS by delegate (uuid), "" for none.

    Who is not named keeps theirs. Raises Stale where `shown`, what the page showed, is not what is there now;
    Gone, ValidationError for a place that no table names.
    """
    unknown = set(places.values()) - {"", *INTERPRETERS}
    if unknown:
        raise ValidationError(_("Choose one of the places."))
    with meeting_act(segment.event, operation="set_interpreters", by=by, at=at) as act:
        refuse_gone(segment)
        rows = {
            str(row.delegate.uuid): row
            for row in PodiumPlace.objects.filter(segment=segment).select_related("delegate").order_by("position", "pk")
        }
        now = {uuid: row.interpreter for uuid, row in rows.items()}
        if shown is not None and {uuid: now.get(uuid) for uuid in shown} != dict(shown):
            raise Stale(current=segment, wanted=dict(places))
        wanted = {rows[uuid].pk: place for uuid, place in places.items() if uuid in rows}
        act.change_many(list(rows.values()), interpreter=wanted)


def _put_among(stored: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """Return `stored` with the members of `wanted` in its order on the places they hold; new ones at the end."""
    held = set(wanted)
    following = iter(wanted)
    return [*(next(following) if uuid in held else uuid for uuid in stored), *following]
