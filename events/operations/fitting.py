"""The operation that sets how long each may speak who has no minutes of their own."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from events.models import Item
from events.operations.acting import meeting_act
from events.operations.programme import refuse_gone
from participants.models import User


def fit_speeches(
    items: Sequence[Item],
    seconds: int | None,
    *,
    by: User | None,
    at: datetime,
    versions: Mapping[str, int] | None = None,
) -> None:
    """Limit the speeches of `items`, at least one, of one meeting, to `seconds` each; None lifts the limit.

    Speeches with minutes of their own keep theirs. All items are changed or none: raises Stale when one has another
    version than `versions` has under its uuid, Gone when it or its segment was taken out, ValidationError for a length
    that the column refuses.
    """
    with meeting_act(items[0].segment.event, operation="fit_speeches", by=by, at=at) as act:
        for item in items:
            refuse_gone(item.segment, item)
            act.change(item, version=(versions or {}).get(str(item.uuid)), limit_seconds=seconds)
