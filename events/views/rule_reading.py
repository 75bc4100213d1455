"""Who reads rules of seating that are for protocol alone leaves a trace."""

from django.utils import timezone

from events.domain.seating.rule_kinds import is_confidential
from participants.operations.privacy import note_access


def sees_confidential(request):
    return "see_confidential" in request.allowed


def note_rules_read(request, rules):
    """Record that `rules` were shown, where one is confidential and the reader may see it; once a request."""
    is_read = sees_confidential(request) and any(is_confidential(one.kind) for one in rules)
    if is_read and not getattr(request, "has_read_rules", False):
        request.has_read_rules = True
        note_access(request.roster, what="seating_rules", by=request.user, at=timezone.now())
