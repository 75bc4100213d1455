"""The members of a delegation: added, edited, put in order, made head, withdrawn."""

import re
import uuid as uuids

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from participants.domain.names import address, full_name
from participants.domain.texts import text_in
from participants.forms.delegates import DelegateForm
from participants.models import Delegate
from participants.models.language_names import language_label
from participants.models.roster import DELEGATE_ROLES
from participants.operations.acting import Stale
from participants.operations.delegates import (
    AlreadyAdded,
    HeadExists,
    add_delegate,
    change_delegate,
    make_head,
    move_delegate,
    restore_delegate,
    withdraw_delegate,
)
from participants.operations.ordering import OutOfOrder
from participants.queries import delegate_facts, entity_names
from participants.views.access import meeting_view
from participants.views.delegation import delegation_of, organs_of, version_of
from participants.views.meanwhile import say_changed, say_moved, say_not_understood
from participants.views.parsing import keys_of, number_of
from participants.views.registry import as_initial, entries, entry
from participants.views.saving import say_saved


def delegate_of(roster, uuid):
    rows = Delegate.objects.select_related("delegation__roster", "delegation__entity", "organ")
    return get_object_or_404(rows, delegation__roster=roster, uuid=uuid)


def preview(row, languages):
    facts = delegate_facts(row)
    return [(code, language_label(code), address(facts, code)) for code in languages]


def form_page(request, roster, form, *, delegation, delegate=None, query="", found=()):
    name = text_in(entity_names(roster, entities=[delegation.entity_id])[delegation.entity_id], get_language() or "en")
    is_clean = not form.is_bound or form.is_valid()
    context = {
        "tab": "participants",
        "form": form,
        "delegation": delegation,
        "delegate": delegate,
        "name": name,
        "preview": preview(form.instance, roster.document_languages) if is_clean else [],
        "query": query,
        "registry": found,
    }
    if request.htmx and request.htmx.target == "address-preview":
        return render(request, "participants/_address_preview.html", context)
    return render(request, "participants/delegate_form.html", context)


@meeting_view("edit_delegations")
def delegate_add(request, roster, uuid):
    delegation = delegation_of(roster, uuid)
    query = request.GET.get("q", "").strip()[:100]
    found = entries(roster, delegation, query=query)
    chosen = entry(roster, delegation, request.GET.get("person", ""))
    row, organs = Delegate(delegation=delegation), organs_of(roster, delegation)
    initial = {"role": "head" if not has_head(delegation) else "adviser"} | (as_initial(chosen) if chosen else {})
    for name, value in initial.items():
        setattr(row, name, value)
    form = DelegateForm(
        request.POST if request.method == "POST" else None,
        instance=row,
        initial=initial,
        organs=[(k, names) for k, _c, names in organs],
    )
    if request.method == "POST" and form.is_valid() and "preview" not in request.POST:
        response = save_new(request, roster, delegation, form)
        if response:
            return response
    return form_page(request, roster, form, delegation=delegation, query=query, found=found)


def has_head(delegation):
    return delegation.delegates.filter(role="head", withdrawn_at__isnull=True).exists()


def save_new(request, roster, delegation, form):
    now, token = timezone.now(), form.cleaned_data.get("token") or uuids.uuid4()
    try:
        row = add_delegate(delegation, uuid=token, by=request.user, at=now, **form.columns)
    except HeadExists as exists:
        form.add_error("role", head_words(exists))
        return None
    except AlreadyAdded as again:
        if again.delegate.delegation_id != delegation.pk:
            form.add_error(None, _("This form belongs to another delegation. Open it again from here."))
            return None
        words = _("%(name)s is in the delegation already: the form was sent twice.")
        messages.info(request, words % {"name": shown_name(again.delegate)})
    else:
        what = _("%(name)s was added.") % {"name": shown_name(row)}
        say_saved(request, at=now, zone=roster.zone, what=what)
    return redirect("participants:delegation", roster.slug, delegation.uuid)


def head_words(exists):
    return _("%(name)s is head of the delegation. Choose another role, or make this person head afterwards.") % {
        "name": shown_name(exists.head)
    }


def shown_name(row):
    return full_name(delegate_facts(row)) or _("The delegate to be named")


@meeting_view("edit_delegations")
def delegate(request, roster, uuid):
    row = delegate_of(roster, uuid)
    organs = [(key, names) for key, _code, names in organs_of(roster, row.delegation)]
    form = DelegateForm(request.POST if request.method == "POST" else None, instance=row, organs=organs)
    if request.method == "POST" and form.is_valid() and "preview" not in request.POST:
        now = timezone.now()
        try:
            saved = change_delegate(row, version=version_of(form), by=request.user, at=now, **form.columns)
        except HeadExists as exists:
            form.add_error("role", head_words(exists))
        except Stale as stale:
            form.add_stale(stale)
        else:
            what = _("%(name)s was changed.") % {"name": shown_name(saved)}
            say_saved(request, at=now, zone=roster.zone, what=what)
            return redirect("participants:delegation", roster.slug, row.delegation.uuid)
    return form_page(request, roster, form, delegation=row.delegation, delegate=row)


@require_POST
@meeting_view("edit_delegations")
def delegate_move(request, roster, uuid):
    row = delegate_of(roster, uuid)
    text = request.POST.get("position", "")
    if re.fullmatch(r"-?[0-9]{1,4}", text):
        shown = keys_of(request.POST, "shown")
        try:
            move_delegate(row, position=int(text), shown=shown, by=request.user, at=timezone.now())
        except OutOfOrder as moved:
            say_order(request, row.delegation, moved)
    else:
        say_not_understood(request)
    return redirect("participants:delegation", roster.slug, row.delegation.uuid)


ACTIONS = {"head": make_head, "withdraw": withdraw_delegate, "restore": restore_delegate}


@require_POST
@meeting_view("edit_delegations")
def delegate_act(request, roster, uuid, action):
    row, now = delegate_of(roster, uuid), timezone.now()
    was = {"version": number_of(request.POST, "version")}
    was |= {"shown": keys_of(request.POST, "shown")} if action == "head" else {}
    try:
        ACTIONS[action](row, by=request.user, at=now, **was)
    except Stale as stale:
        say_changed(request, name=shown_name(row), now=standing(stale.current))
    except OutOfOrder as moved:
        say_order(request, row.delegation, moved)
    else:
        say_done(request, roster, row, action, at=now)
    return redirect("participants:delegation", roster.slug, row.delegation.uuid)


def say_done(request, roster, row, action, *, at):
    words = {
        "head": _("%(name)s is head of the delegation."),
        "withdraw": _("%(name)s was withdrawn."),
        "restore": _("%(name)s is in the delegation again."),
    }
    say_saved(request, at=at, zone=roster.zone, what=words[action] % {"name": shown_name(row)})


def standing(row):
    language = get_language() or "en"
    role = _("withdrawn") if row.withdrawn_at else str(DELEGATE_ROLES[row.role])
    return ", ".join(part for part in (shown_name(row), role, text_in(row.function, language)) if part)


def say_order(request, delegation, moved):
    names = {str(row.uuid): shown_name(row) for row in Delegate.objects.filter(delegation=delegation)}
    say_moved(request, now=[names[one] for one in moved.now], yours=[names[one] for one in moved.wanted])
