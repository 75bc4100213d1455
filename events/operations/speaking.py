"""The order of an item's speakers: by a named scheme, or by hand with who decided it and why."""

from collections.abc import Sequence
from datetime import datetime

from events.domain.items import BY_HAND
from events.domain.speaking import order_by_scheme
from events.models import Item
from events.operations.acting import meeting_act
from events.operations.programme import Gone
from events.queries import meeting_facts
from participants.domain.ranks import SCHEMES
from participants.models import User
from participants.operations.acting import Acting
from participants.operations.ordering import put_in_order_in


def order_speakers(
    item: Item, scheme: str, *, by: User | None, at: datetime, shown: Sequence[str] | None = None
) -> None:
    """Put the item's speakers into the order of `scheme`, a code of SCHEMES, and record that. One Act.

    Raises OutOfOrder where `shown`, the order that the page showed, is not the present one; Gone when the item was
    taken out; KeyError for a scheme that there is not.
    """
    SCHEMES[scheme]
    with meeting_act(item.segment.event, operation="order_speakers", by=by, at=at) as act:
        facts = meeting_facts(act.roster)
        found = next((one for part in facts.segments for one in part.items if one.uuid == str(item.uuid)), None)
        if found is None:
            raise Gone(item)
        put_in_order_in(act, item.speeches.kept(), order_by_scheme(facts, found, scheme), shown=shown)
        record_order(act, item, scheme)


def say_why(item: Item, why: str, *, by: User | None, at: datetime) -> None:
    """Record why the speakers stand in the order made by hand. Raises ValidationError for too long a reason."""
    with meeting_act(item.segment.event, operation="say_why", by=by, at=at) as act:
        record_order(act, item, BY_HAND, why=why)


def record_order(act: Acting, item: Item, scheme: str, *, why: str = "") -> None:
    """Record, within an operation under way, by what the speakers are ordered, who decided it, when and why."""
    act.change(item, order_scheme=scheme, order_why=why, order_by=act.by, order_at=act.at)
