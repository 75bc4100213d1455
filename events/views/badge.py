"""Whose badge or seat slip it is: what the code leads to, for those who may see the meeting."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from events.documents.badges import badge_words, category_of
from events.documents.words import entity_name, full_address, shown
from events.domain.badges import uuid_of
from events.domain.seating.order import plan
from events.domain.seating.proposing import seats
from events.queries import meeting_facts
from participants.domain.attendance import expected_delegations
from participants.domain.prose import listed
from participants.models import Delegate, Delegation
from participants.views.access import permissions_at, signed_in_view


@signed_in_view
@require_safe
def badge(request, token):
    try:
        uuid = uuid_of(token)
    except ValueError as error:
        raise Http404 from error
    found = Delegate.objects.select_related("delegation__roster__event").filter(uuid=uuid).first()
    # The code of a slip is that of the delegation whose seat it is for.
    row = (
        found.delegation if found else get_object_or_404(Delegation.objects.select_related("roster__event"), uuid=uuid)
    )
    request.allowed = permissions_at(request.user, row.roster)
    if "view_meeting" not in request.allowed:
        raise Http404
    request.roster = row.roster
    facts, language = meeting_facts(row.roster), get_language() or "en"
    delegation = facts.delegations[str(row.uuid)]
    is_coming = delegation in expected_delegations(facts.roster)
    context = {
        "tab": "participants",
        "facts": facts,
        "delegation": delegation,
        "entity": entity_name(facts.entities[delegation.entity], language),
        "seats": list(seats_now(facts, delegation, uuid, language)),
        "is_expected": is_coming,
    }
    if found is None:
        return render(request, "events/seat_slip.html", context)
    delegate = facts.delegates[uuid]
    category = category_of(delegation, delegate, facts.entities[delegation.entity])
    context |= {
        "delegate": delegate,
        "name": full_address(delegate, language),
        "function": shown(delegate.function, language),
        "band": category,
        "category": badge_words(category, delegate),
        "is_expected": is_coming and not delegate.is_withdrawn,
    }
    return render(request, "events/badge.html", context)


def seats_now(facts, delegation, uuid, language):
    """By part of the meeting: the chair of that person on the podium, else the seats of the delegation, "" for none."""
    for segment in facts.segments:
        planned = plan(facts, segment)
        chairs = [one.seat for one in planned.podium if one.delegate == uuid]
        labels = chairs or seats(planned).get(delegation.uuid, ())
        yield {"part": shown(segment.title, language), "seats": listed(labels, language)}
