"""Operations on the order of speakers: put by the rule of a scheme, and the reason of one made by hand."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.domain.items import BY_HAND
from events.domain.speaking import speaking_order
from events.models import Item
from events.operations.acting import meeting_act
from events.operations.programme import refuse_gone
from events.queries import meeting_facts
from participants.domain.ranks import SCHEMES
from participants.models import User
from participants.operations.acting import Stale
from participants.operations.ordering import OutOfOrder, put_in_order_in


def order_speeches(
    item: Item,
    scheme: str,
    *,
    by: User | None,
    at: datetime,
    shown: Sequence[str] | None = None,
    wanted: Sequence[str] | None = None,
) -> None:
    """Put the item's speeches into the order of `scheme`, a row of SCHEMES, and record which, who and when.

    Nothing is written where they stand in it by that scheme already.

    Raises:
        ValidationError: at "scheme" where there is no such scheme.
        OutOfOrder: `shown`, the order that the page showed, is not the present one; or `wanted`, what it showed of the
            order to come, is not what the scheme gives by now.
        Gone: the item or its segment was taken out.
    """
    if scheme not in SCHEMES:
        raise ValidationError({"scheme": _("Choose one of the orders.")})
    with meeting_act(item.segment.event, operation="order_speeches", by=by, at=at) as act:
        refuse_gone(item.segment, item)
        facts = meeting_facts(act.roster)
        now = facts.items[str(item.uuid)]
        order = speaking_order(facts, now, scheme)
        if wanted is not None and tuple(wanted) != order:
            raise OutOfOrder(now=[one.uuid for one in now.speeches], wanted=wanted)
        is_moved = put_in_order_in(act, item.speeches.kept(), order, shown=shown)
        if is_moved or now.order is None or now.order.scheme != scheme:
            act.change(item, order_scheme=scheme, order_why="", order_by=by, order_at=at)


def say_why(
    item: Item,
    why: str,
    *,
    by: User | None,
    at: datetime,
    shown: Sequence[str] | None = None,
    was: str | None = None,
) -> None:
    """Say why people put the item's speeches into the order in which they stand; an empty reason takes it back.

    Raises:
        OutOfOrder: the order is by a scheme, or none, by now; or `shown`, the order that the page showed, is not the
            present one.
        Stale: `was`, the reason that the page showed, is not the present one.
        ValidationError: at "order_why" where it is too long.
        Gone: the item or its segment was taken out.
    """
    with meeting_act(item.segment.event, operation="say_why", by=by, at=at) as act:
        refuse_gone(item.segment, item)
        current = Item.objects.get(pk=item.pk)
        uuids = item.speeches.kept().order_by("position", "pk").values_list("uuid", flat=True)
        now = tuple(str(uuid) for uuid in uuids)
        if current.order_scheme != BY_HAND or (shown is not None and tuple(shown) != now):
            raise OutOfOrder(now=now, wanted=now if shown is None else shown)
        if was is not None and current.order_why != was:
            raise Stale(current=current, wanted={"order_why": why})
        act.change(item, order_why=why)
