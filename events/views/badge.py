"""Whose badge it is: what the code of a badge leads to, for those who may see the meeting."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from events.documents.badges import category_of, category_words
from events.documents.words import entity_name, full_address, shown
from events.domain.badges import uuid_of
from events.queries import meeting_facts
from participants.domain.attendance import expected_delegations
from participants.models import Delegate
from participants.views.access import permissions_at, signed_in_view


@signed_in_view
@require_safe
def badge(request, token):
    try:
        uuid = uuid_of(token)
    except ValueError as error:
        raise Http404 from error
    found = get_object_or_404(Delegate.objects.select_related("delegation__roster__event"), uuid=uuid)
    roster = found.delegation.roster
    request.allowed = permissions_at(request.user, roster)
    if "view_meeting" not in request.allowed:
        raise Http404
    request.roster = roster
    facts, language = meeting_facts(roster), get_language() or "en"
    delegate = facts.delegates[uuid]
    delegation = facts.delegations[delegate.delegation]
    category = category_of(delegation, delegate)
    context = {
        "tab": "participants",
        "facts": facts,
        "delegate": delegate,
        "delegation": delegation,
        "name": full_address(delegate, language),
        "function": shown(delegate.function, language),
        "entity": entity_name(facts.entities[delegation.entity], language),
        "band": category,
        "category": category_words(category, is_woman=delegate.gender == "f"),
        "is_expected": not delegate.is_withdrawn and delegation in expected_delegations(facts.roster),
    }
    return render(request, "events/badge.html", context)
