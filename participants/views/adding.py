"""Putting delegations on the list: one from the directory, or a whole group of the day after a preview."""

import uuid

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from participants.domain.groups import merge
from participants.domain.names import fold, matches
from participants.domain.protocol import entity_sort_key
from participants.domain.texts import text_in
from participants.forms.delegations import AddDelegationForm, AddGroupForm
from participants.operations.delegations import AlreadyListed, add_delegation, add_group
from participants.queries import directory, roster_facts, search_keys
from participants.views.access import meeting_view
from participants.views.saving import say_saved

LONGEST_QUERY = 100
MOST_RESULTS = 60


def search_results(roster, query):
    listed = dict(roster.delegations.values_list("entity__code", "uuid"))
    language = get_language() or "en"
    keys = search_keys(roster)
    found = [one for one in directory(roster) if one.kind != "organ" and matches(keys.get(one.code, ""), query)]
    found.sort(key=lambda one: entity_sort_key(one, language))
    return [{"entity": one, "delegation": listed.get(one.code)} for one in found]


@meeting_view("edit_delegations")
def delegation_add(request, roster):
    query = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    initial = {"entity": request.GET.get("entity", "")[:200], "grounds": request.GET.getlist("ground")}
    form = AddDelegationForm(request.POST if request.method == "POST" else None, roster=roster, initial=initial)
    if request.method == "POST" and form.is_valid():
        response = added(request, roster, form)
        if response:
            return response
    results = search_results(roster, query) if fold(query) else None
    context = {
        "tab": "participants",
        "form": form,
        "query": query,
        "results": results and results[:MOST_RESULTS],
        "found": len(results) if results is not None else None,
    }
    return render(request, "participants/delegation_add.html", context)


def added(request, roster, form):
    data, now = form.cleaned_data, timezone.now()
    token = data["token"] or uuid.uuid4()
    name = form.fields["entity"].prepare_value(data["entity"])
    try:
        row = add_delegation(
            roster, entity=data["entity"], grounds=tuple(data["grounds"]), status=data["status"], uuid=token,
            by=request.user, at=now,
        )  # fmt: skip
    except AlreadyListed as listed:
        if listed.delegation.uuid == token:
            messages.info(request, _("%(name)s is on the list already: the form was sent twice.") % {"name": name})
            return redirect("participants:delegation", roster.slug, token)
        words = _("%(name)s has a delegation already.") % {"name": name}
        if listed.delegation.status == "withdrawn":
            words = _("%(name)s has a delegation already, which was withdrawn. Restore it instead.") % {"name": name}
        form.add_error("entity", words)
        form.listed = listed.delegation
        return None
    say_saved(request, at=now, zone=roster.zone, what=_("%(name)s was put on the list.") % {"name": name})
    return redirect("participants:delegation", roster.slug, row.uuid)


@meeting_view("edit_delegations")
def group_add(request, roster):
    facts = roster_facts(roster)
    is_asked = request.method == "POST" or "group" in request.GET
    form = AddGroupForm(request.POST if request.method == "POST" else request.GET if is_asked else None)
    context = {"tab": "participants", "form": form, "groups": facts.groups, "first_on": roster.first_on}
    if is_asked and form.is_valid():
        data = form.cleaned_data
        members = next((group for group in facts.groups if group.code == data["group"].code), None)
        if request.method == "POST":
            return group_added(request, roster, data)
        done = merge(members.members, facts.delegations, ground=data["ground"])
        names = {entity.code: text_in(entity.names, get_language() or "en") for entity in facts.entities}
        context |= {
            "preview": {part: [names[code] for code in getattr(done, part)] for part in PARTS},
            "changes": done.changes,
            "is_complete": members.is_complete,
            "size": len(members.members),
        }
    return render(request, "participants/group_add.html", context)


PARTS = ("new", "gaining", "there", "withdrawn")


def group_added(request, roster, data):
    now = timezone.now()
    done = add_group(
        roster, group=data["group"], ground=data["ground"], status=data["status"], by=request.user, at=now
    )  # fmt: skip
    what = _("New on the list: %(new)d. One more ground: %(gaining)d. There already: %(there)d.") % {
        part: len(getattr(done, part)) for part in PARTS
    }
    say_saved(request, at=now, zone=roster.zone, what=what)
    return redirect("participants:delegations", roster.slug)
