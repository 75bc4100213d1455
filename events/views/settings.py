"""The facts of a meeting, grouped by meaning, and the pages on which each group is changed."""

from allauth.account.forms import ResetPasswordForm
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from events.documents.programme import margins
from events.forms.meetings import TermsForm, WhatForm
from events.forms.staff import StaffForm
from events.models import Event
from events.operations.meetings import change_meeting
from events.queries import meeting_facts
from participants.models import Appointment
from participants.operations.accounts import make_account
from participants.operations.acting import Stale
from participants.operations.appointments import AppointedAlready, appoint, dismiss
from participants.views.access import meeting_view
from participants.views.saving import say_saved

OF_ROSTER = ("slug", "zone", "document_languages")


def staff_of(roster):
    return Appointment.objects.filter(roster=roster).select_related("user").order_by("user__name", "user__email", "pk")


@meeting_view("view_meeting")
def settings(request, roster):
    facts = meeting_facts(roster)
    context = {
        "tab": "settings",
        "facts": facts,
        "margins": margins(facts, get_language() or "en"),
        "organisers": [facts.entities[code].names for code in facts.organisers],
        "staff": staff_of(roster),
    }
    return render(request, "events/settings.html", context)


def change(request, roster, *, form_class, heading):
    event = Event.objects.get(roster=roster)
    form = form_class(request.POST or None, instance=event, roster=roster)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        wanted = form.wanted
        moved = {name: wanted.pop(name) for name in OF_ROSTER if name in wanted}
        version = form.cleaned_data["version"]
        try:
            change_meeting(event, version=version, roster=moved, by=request.user, at=now, **wanted)
        except Stale as stale:
            form.add_stale(stale)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            say_saved(request, at=now, zone=moved.get("zone", roster.zone))
            return redirect("events:settings", moved.get("slug", roster.slug))
    return render(request, "events/settings_form.html", {"tab": "settings", "form": form, "heading": heading})


@meeting_view("edit_meeting")
def settings_what(request, roster):
    return change(request, roster, form_class=WhatForm, heading=_("What, when and where"))


@meeting_view("edit_meeting")
def settings_terms(request, roster):
    return change(request, roster, form_class=TermsForm, heading=_("Contact and terms"))


def invited(request, data):
    """A new account, whose owner is sent the link by which a password is set."""
    language = data["language"] or get_language() or "en"
    user = make_account(email=data["email"], name=data["name"], language=language)
    form = ResetPasswordForm({"email": user.email})
    if form.is_valid():
        with override(language):
            form.save(request)
    return user


@meeting_view("appoint_staff")
def settings_staff(request, roster):
    form = StaffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        try:
            user = form.user or invited(request, form.cleaned_data)
            appoint(roster, user=user, role=form.cleaned_data["role"], by=request.user, at=now)
        except AppointedAlready:
            form.add_error("email", _("This person has this role at the meeting already."))
        else:
            say_saved(request, at=now, zone=roster.zone, what=_("%(name)s was appointed.") % {"name": user})
            return redirect("events:settings_staff", roster.slug)
    context = {"tab": "settings", "form": form, "staff": staff_of(roster)}
    return render(request, "events/settings_staff.html", context)


@meeting_view("appoint_staff")
def settings_dismiss(request, roster, pk):
    appointment = get_object_or_404(staff_of(roster), pk=pk)
    if request.method == "POST":
        now = timezone.now()
        dismiss(appointment, by=request.user, at=now)
        ended = _("The appointment of %(name)s was ended.") % {"name": appointment.user}
        say_saved(request, at=now, zone=roster.zone, what=ended)
        return redirect("events:settings_staff", roster.slug)
    return render(request, "events/settings_dismiss.html", {"tab": "settings", "appointment": appointment})
