"""The open points: listed worst first, written down, settled in words or by one of their options, opened again."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events.domain.items import SEVERITIES
from events.forms.points import PointFilterForm, PointForm, SettleForm
from events.models import Event, OpenPoint
from events.operations.adding import AddedAlready
from events.operations.points import (
    OPTION_OPERATIONS,
    OptionMisfit,
    add_point,
    change_point,
    reopen_point,
    settle_point,
    settle_with_option,
)
from events.queries import meeting_facts
from events.views.point_options import option_rows
from participants.domain.texts import text_in
from participants.operations.acting import Stale
from participants.views.access import meeting_view
from participants.views.parsing import number_of
from participants.views.saving import say_saved


def point_or_404(roster, uuid):
    rows = OpenPoint.objects.select_related("event").prefetch_related("event__deletions")
    return get_object_or_404(rows, event__roster=roster, uuid=uuid)


@meeting_view("view_meeting")
@require_safe
def open_points(request, roster):
    form = PointFilterForm(request.GET)
    chosen = form.chosen
    state = chosen["state"] or "open"
    severities = list(SEVERITIES)
    every = sorted(
        OpenPoint.objects.filter(event__roster=roster), key=lambda one: (severities.index(one.severity), one.position)
    )
    rows = [one for one in every if is_shown(one, state=state, severity=chosen["severity"], blocks=chosen["blocks"])]
    context = {
        "tab": "points",
        "form": form,
        "points": rows,
        "count": len(every),
        "state": state,
        "chosen": chosen | {"state": state},
        "chips": chips(form, chosen, state),
        "may_write": "resolve_points" in request.allowed,
    }
    return render(request, "events/open_points.html", context)


def is_shown(point, *, state, severity, blocks):
    is_open = point.resolved_at is None
    fits_state = state == "all" or (state == "open") == is_open
    return fits_state and (not severity or point.severity == severity) and (not blocks or blocks in point.blocks)


def chips(form, chosen, state):
    found = []
    for name in ("severity", "blocks"):
        if chosen[name]:
            kept = {other: chosen[other] for other in ("severity", "blocks") if other != name and chosen[other]}
            query = "&".join(f"{key}={value}" for key, value in ({"state": state} | kept).items())
            found.append((dict(form.fields[name].choices)[chosen[name]], f"?{query}"))
    return found


@meeting_view("view_meeting")
@require_safe
def open_point(request, roster, uuid):
    point = point_or_404(roster, uuid)
    return show(request, roster, point, SettleForm(initial={"version": point.version}))


def show(request, roster, point, form):
    context = {
        "tab": "points",
        "point": point,
        "form": form,
        "options": option_rows(meeting_facts(roster), point, allowed=request.allowed) if not point.resolved_at else [],
        "may_write": "resolve_points" in request.allowed,
    }
    return render(request, "events/open_point.html", context, status=422 if form.errors else 200)


@meeting_view("resolve_points")
def open_point_add(request, roster):
    event = Event.objects.get(roster=roster)
    form = PointForm(request.POST or None, instance=OpenPoint(event=event), event=event)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        try:
            point = add_point(event, by=request.user, at=now, **form.wanted)
        except AddedAlready as again:
            say_saved(request, at=now, zone=roster.zone, what=_("This was saved already; it was not added twice."))
            return redirect("events:open_point", roster.slug, again.row.uuid)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            say_saved(request, at=now, zone=roster.zone, what=_("%(code)s was added.") % {"code": point.code})
            return redirect("events:open_point", roster.slug, point.uuid)
    return edit_page(request, form, heading=_("New open point"))


@meeting_view("resolve_points")
def open_point_edit(request, roster, uuid):
    point = point_or_404(roster, uuid)
    form = PointForm(request.POST or None, instance=point, event=point.event)
    code = point.code
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        version = form.cleaned_data["version"]
        try:
            change_point(point, by=request.user, at=now, version=version, **form.wanted)
        except Stale as stale:
            form.add_stale(stale)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            say_saved(request, at=now, zone=roster.zone, what=_("%(code)s was changed.") % {"code": code})
            return redirect("events:open_point", roster.slug, uuid)
    return edit_page(request, form, heading=_("Change %(code)s") % {"code": code})


def edit_page(request, form, *, heading):
    context = {"tab": "points", "form": form, "heading": heading}
    return render(request, "events/open_point_form.html", context, status=422 if form.errors else 200)


@meeting_view("resolve_points")
@require_POST
def open_point_settle(request, roster, uuid):
    point = point_or_404(roster, uuid)
    form = SettleForm(request.POST)
    if not form.is_valid():
        return show(request, roster, point, form)
    now = timezone.now()
    version = form.cleaned_data["version"]
    try:
        settle_point(point, how=form.cleaned_data["resolution"], by=request.user, at=now, version=version)
    except Stale as stale:
        form.add_stale(stale)
        return show(request, roster, stale.current, form)
    say_saved(request, at=now, zone=roster.zone, what=_("%(code)s was settled.") % {"code": point.code})
    return redirect("events:open_point", roster.slug, uuid)


@meeting_view("resolve_points")
@require_POST
def open_point_option(request, roster, uuid, number):
    point = point_or_404(roster, uuid)
    option = point.options[number] if number < len(point.options) else None
    if option is None or OPTION_OPERATIONS[option["operation"]].permission not in request.allowed:
        messages.error(request, _("This option cannot be chosen here. Nothing was changed."))
        return redirect("events:open_point", roster.slug, uuid)
    now = timezone.now()
    how = text_in(option["label"], get_language() or "en")[:500]
    versions = {name: number_of(request.POST, name) for name in ("version", "seen")}
    try:
        settle_with_option(point, number=number, how=how, by=request.user, at=now, **versions)
    except Stale:
        words = _(
            "Somebody changed this meanwhile. Nothing was saved: look at what would change now, and decide again."
        )
        messages.error(request, words)
    except OptionMisfit:
        messages.error(request, _("What this option would change is not there any more. Nothing was saved."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        said = _("%(code)s was settled: %(how)s.") % {"code": point.code, "how": how}
        say_saved(request, at=now, zone=roster.zone, what=said)
    return redirect("events:open_point", roster.slug, uuid)


@meeting_view("resolve_points")
@require_POST
def open_point_reopen(request, roster, uuid):
    point = point_or_404(roster, uuid)
    now = timezone.now()
    try:
        reopen_point(point, by=request.user, at=now, version=number_of(request.POST, "version"))
    except Stale:
        messages.error(request, _("Somebody changed this meanwhile. Nothing was saved: look again and decide."))
    else:
        say_saved(request, at=now, zone=roster.zone, what=_("%(code)s is open again.") % {"code": point.code})
    return redirect("events:open_point", roster.slug, uuid)
