"""Operations on open points: written down, settled in words or by one of their options, opened again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.domain import wallclock
from events.models import Event, NoteDeletion, OpenPoint, Segment
from events.operations.acting import meeting_act
from events.operations.adding import add_last, refuse_again
from events.operations.meetings import set_times_in
from events.operations.note import decide_deletion_in
from participants.models import User
from participants.operations.acting import Acting

Arguments = Mapping[str, Any]


class OptionMisfit(Exception):
    """What the option would change is not there any more."""


@dataclass(frozen=True, kw_only=True)
class OptionOperation:
    """An ordinary change that an option may name: who may do it, the row whose version tells staleness, the change."""

    permission: str
    row: Callable[[Event, Arguments], models.Model | None]
    apply: Callable[[Acting, Event, Arguments, int], None]


def _set_times(act: Acting, event: Event, arguments: Arguments, version: int) -> None:
    set_times_in(
        act,
        event,
        starts=wallclock.from_text(arguments["starts"]),
        ends=wallclock.from_text(arguments["ends"]),
        version=version,
        segment_times={one["uuid"]: (_wall(one["starts"]), _wall(one["ends"])) for one in arguments["segments"]},
    )


def _decide_deletion(act: Acting, event: Event, arguments: Arguments, version: int) -> None:
    decide_deletion_in(act, event, number=arguments["number"], decision=arguments["decision"], version=version)


def _wall(text: str | None) -> datetime | None:
    return wallclock.from_text(text) if text else None


OPTION_OPERATIONS: dict[str, OptionOperation] = {
    "set_times": OptionOperation(
        permission="edit_meeting",
        row=lambda event, arguments: event,
        apply=_set_times,
    ),
    "decide_deletion": OptionOperation(
        permission="edit_note",
        row=lambda event, arguments: next(
            (one for one in event.deletions.all() if one.number == arguments["number"]), None
        ),
        apply=_decide_deletion,
    ),
}


def add_point(event: Event, *, by: User | None, at: datetime, **fields: Any) -> OpenPoint:
    """Write down an open point at the end of the list and return it; `fields` are columns of OpenPoint.

    Raises AddedAlready when a point has the `uuid` given, ValidationError at "code" when one has that number.
    """
    with meeting_act(event, operation="add_point", by=by, at=at) as act:
        new = OpenPoint(event=event, **fields)
        # First, or the number would be refused for being that of the same point.
        refuse_again(new)
        _refuse_taken(event, new.code)
        return add_last(act, event.open_points.all(), new)


def change_point(
    point: OpenPoint, *, by: User | None, at: datetime, version: int | None = None, **fields: Any
) -> OpenPoint:
    """Change columns of an open point and return it.

    Raises Stale when `version` is not the point's any more, ValidationError at "code" when another has that number.
    """
    with meeting_act(point.event, operation="change_point", by=by, at=at) as act:
        if "code" in fields:
            _refuse_taken(point.event, fields["code"], own=point)
        return act.change(point, version=version, **fields)


def settle_point(point: OpenPoint, *, how: str, by: User | None, at: datetime, version: int | None = None) -> OpenPoint:
    """Settle an open point in words and return it. Raises Stale when `version` is not the point's any more."""
    with meeting_act(point.event, operation="settle_point", by=by, at=at) as act:
        return _settle(act, point, how=how, version=version)


def settle_with_option(
    point: OpenPoint,
    *,
    number: int,
    how: str,
    version: int,
    seen: int,
    by: User | None,
    at: datetime,
) -> OpenPoint:
    """Make the change that option `number` (from 0) of the point offers, settle the point by it, and return it.

    One Act holds both. `seen` is the version of the row that the change is made to, as the preview showed it.

    Raises:
        Stale: the point, or that row, was changed meanwhile.
        OptionMisfit: there is no such option, or what it would change is gone.
        ValidationError: the change is refused.
    """
    with meeting_act(point.event, operation="settle_with_option", by=by, at=at, why=how) as act:
        settled = _settle(act, point, how=how, version=version)
        if not 0 <= number < len(settled.options):
            raise OptionMisfit
        option = settled.options[number]
        try:
            OPTION_OPERATIONS[option["operation"]].apply(act, point.event, option["arguments"], seen)
        except (Segment.DoesNotExist, NoteDeletion.DoesNotExist) as error:
            raise OptionMisfit from error
        return settled


def reopen_point(point: OpenPoint, *, by: User | None, at: datetime, version: int | None = None) -> OpenPoint:
    """Open a settled point again; what an option changed stays. Raises Stale when `version` is not the point's."""
    with meeting_act(point.event, operation="reopen_point", by=by, at=at) as act:
        return act.change(point, version=version, resolved_at=None, resolved_by="", resolution="")


def version_of_option(event: Event, option: Mapping[str, Any]) -> int | None:
    """Return the version of the row that the option would change, as `event` was read; None where that row is gone.

    No query where the event's deletions were fetched with it, else one for an option that decides a deletion.
    """
    row = OPTION_OPERATIONS[option["operation"]].row(event, option["arguments"])
    return row.version if row else None


def _settle(act: Acting, point: OpenPoint, *, how: str, version: int | None) -> OpenPoint:
    who = str(act.by)[:120] if act.by else ""
    return act.change(point, version=version, resolved_at=act.at, resolved_by=who, resolution=how)


def _refuse_taken(event: Event, code: str, *, own: OpenPoint | None = None) -> None:
    if event.open_points.filter(code=code).exclude(pk=own.pk if own else None).exists():
        raise ValidationError({"code": _("There is an open point with this number already.")})
