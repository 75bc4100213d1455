"""Operations on the rules of protocol for the seats of a moment."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.domain.seating.rule_kinds import RULE_KINDS
from events.models import SeatingPlan, SeatingRule, Segment
from events.operations.acting import meeting_act
from events.operations.programme import refuse_gone
from participants.models import Delegation, User

MOST_RULES = 500
MOST_BETWEEN = 100


def add_seating_rule(
    segment: Segment,
    *,
    kind: str,
    delegation: Delegation,
    by: User | None,
    at: datetime,
    other: Delegation | None = None,
    way: str = "",
    distance: int | None = None,
    reason: str = "",
) -> SeatingRule:
    """Write down what the plan of `segment` has to hold to, and return the rule; nobody moves by it.

    What its kind does not need is left out. Raises ValidationError, by field, all at once, and Gone.
    """
    row = RULE_KINDS[kind]
    other = other if row.has_other else None
    way = way if kind == "apart" else ""
    distance = distance if kind == "near" or way == "places" else None
    _check(row.has_other, kind, delegation, other, way, distance)
    with meeting_act(segment.event, operation="add_seating_rule", by=by, at=at) as act:
        refuse_gone(segment)
        plan = SeatingPlan.objects.filter(segment=segment).first() or act.add(SeatingPlan(segment=segment))
        if plan.rules.count() >= MOST_RULES:
            raise ValidationError(_("A plan has at most 500 rules."))
        pair = Q(delegation=delegation, other=other) | Q(delegation=other, other=delegation)
        if plan.rules.filter(pair, kind=kind, way=way).exists():
            raise ValidationError({"delegation": _("There is this rule already.")})
        return act.add(
            SeatingRule(
                plan=plan, kind=kind, delegation=delegation, other=other, way=way, distance=distance, reason=reason
            )
        )


def remove_seating_rule(rule: SeatingRule, *, version: int | None, by: User | None, at: datetime) -> None:
    """Take a rule away; nobody moves by it. Raises Stale where it was changed meanwhile, Gone."""
    with meeting_act(rule.plan.segment.event, operation="remove_seating_rule", by=by, at=at) as act:
        refuse_gone(rule.plan.segment)
        act.remove(act.change(rule, version=version))


def _check(
    has_other: bool,
    kind: str,
    delegation: Delegation,
    other: Delegation | None,
    way: str,
    distance: int | None,
) -> None:
    errors = {}
    if has_other and other is None:
        errors["other"] = _("Say which other delegation.")
    elif other == delegation:
        errors["other"] = _("A delegation cannot be kept to or from itself.")
    if kind == "apart" and not way:
        errors["way"] = _("Say how they are kept apart.")
    if (kind == "near" or way == "places") and not (distance and 1 <= distance <= MOST_BETWEEN):
        errors["distance"] = _("Give a number of places from 1 to 100.")
    if errors:
        raise ValidationError(errors)
