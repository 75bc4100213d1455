"""One request for observer places: where it stands and why, and what staff decide of it."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _

from events.links import request_link
from participants.domain.allocation import allocate, why_not
from participants.domain.desk import rules_at
from participants.domain.texts import text_in
from participants.forms.desk import GrantForm, LineForm, MatchForm, RequestTermsForm
from participants.models import Request
from participants.operations.acting import Stale
from participants.operations.desk import NotWaiting, grant_by_hand, order_waiting, set_request_terms
from participants.operations.entities import HasDelegation, match_entity
from participants.operations.ordering import OutOfOrder
from participants.queries import roster_facts
from participants.views.access import meeting_view
from participants.views.delegation import say_promoted
from participants.views.saving import say_saved

FORMS = {"terms": RequestTermsForm, "grant": GrantForm, "line": LineForm, "match": MatchForm}


@meeting_view("manage_observers")
def observer_request(request, roster, uuid):
    row = get_object_or_404(Request.objects.select_related("roster", "delegation__roster"), roster=roster, uuid=uuid)
    wanted = request.POST.get("do", "")
    form = None
    if request.method == "POST" and wanted in FORMS:
        own = {"roster": roster} if wanted == "match" else {}
        form = FORMS[wanted](request.POST, prefix=wanted, **own)
        if form.is_valid() and decided(request, roster, row, form, wanted):
            return redirect("events:observer_request", roster.slug, uuid)
        row.refresh_from_db()
    return page(request, roster, row, forms={wanted: form} if form else {})


def decided(request, roster, row, form, wanted):
    """Whether the decision was carried out; else the form says why not."""
    now, data = timezone.now(), form.cleaned_data
    how = {"by": request.user, "at": now} | ({"why": data["why"]} if "why" in data else {})
    try:
        promoted = DECISIONS[wanted](roster, row, data, how)
    except Stale as stale:
        form.add_stale(stale)
    except OutOfOrder as moved:
        form.add_error(None, _("The waiting list was changed meanwhile. Look at the position, then save again."))
        form.take_over(shown=",".join(moved.now))
    except HasDelegation:
        form.add_error("entity", _("It has a delegation at the meeting already: withdraw one of the two."))
    except NotWaiting:
        form.add_error(None, _("It waits for no place by now, or no such place is free."))
    except ValidationError as error:
        form.add_error(None, error)
    else:
        say_saved(request, at=now, zone=roster.zone, what=_("The decision was recorded."))
        say_promoted(request, roster, promoted)
        return True
    return False


def set_terms(roster, row, data, how):
    version = data["version"] or 0
    return set_request_terms(
        row, places_asked=data["places_asked"], most_places=data["most_places"], version=version, **how
    )


def grant(roster, row, data, how):
    return grant_by_hand(row, from_reserve=data["from_reserve"], version=data["version"] or 0, **how)


def move(roster, row, data, how):
    shown = data["shown"].split(",")
    others = [one for one in shown if one != str(row.uuid)]
    place = min(data["position"], len(shown)) - 1
    return order_waiting(roster, requests=[*others[:place], str(row.uuid), *others[place:]], shown=shown, **how)


def match(roster, row, data, how):
    match_entity(row.delegation, entity=data["entity"], version=data["version"] or 0, **how)
    return ()


DECISIONS = {"terms": set_terms, "grant": grant, "line": move, "match": match}


def page(request, roster, row, *, forms):
    facts, now = roster_facts(roster), timezone.now()
    own = next(one for one in facts.requests if one.uuid == str(row.uuid))
    rules = rules_at(facts.desk, capacity=facts.observer_places, at=now)
    allocation = allocate(facts.requests, rules)
    waiting = [one.request for one in allocation.waiting]
    delegation = next(one for one in facts.delegations if one.uuid == own.delegation)
    entity = next(one for one in facts.entities if one.code == delegation.entity)
    template, values = why_not(own, allocation, rules)
    is_waiting = own.uuid in {one.request for one in (*allocation.waiting, *allocation.further)}
    context = {
        "tab": "observers",
        "zone": roster.zone,
        "own": own,
        "delegation": delegation,
        "name": text_in(entity.names, get_language() or "en"),
        "why": "" if own.withdrawn_at else gettext(template) % values,
        "link": request_link(row),
        "terms_form": forms.get("terms")
        or RequestTermsForm(
            prefix="terms",
            initial={"places_asked": own.places_asked, "most_places": own.most_places, "version": row.version},
        ),
        "grant_form": is_waiting
        and (forms.get("grant") or GrantForm(prefix="grant", initial={"version": row.version})),
        "match_form": entity.is_local and (forms.get("match") or match_form(roster, row)),
        "line_form": own.uuid in waiting and (forms.get("line") or line_form(own, waiting, row)),
    }
    return render(request, "events/observer_request.html", context)


def match_form(roster, row):
    return MatchForm(prefix="match", roster=roster, initial={"version": row.delegation.version})


def line_form(own, waiting, row):
    initial = {"position": waiting.index(own.uuid) + 1, "shown": ",".join(waiting)}
    return LineForm(prefix="line", initial=initial)
