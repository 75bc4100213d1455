"""Registering a request for an observer place, also of an entity that the directory lacks."""

import uuid as uuids

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from events.forms.observers import NewObserverForm, ObserverForm
from events.views.observers import page
from participants.forms.wording import entity_name, refusal_words
from participants.models import Request
from participants.operations.entities import EntityExists, NewEntity
from participants.operations.observers import Refused, register_observer
from participants.views.access import meeting_view
from participants.views.saving import say_saved


@meeting_view("manage_observers")
def observer_register(request, roster):
    if request.method != "POST":
        return redirect("events:observers", roster.slug)
    form = ObserverForm(request.POST, roster=roster, now=timezone.now())
    if form.is_valid() and registered(request, roster, form, entity=form.cleaned_data["entity"]):
        return redirect("events:observers", roster.slug)
    return page(request, roster, forms={"form": form})


@meeting_view("manage_observers")
def observer_new(request, roster):
    form = NewObserverForm(request.POST if request.method == "POST" else None, roster=roster, now=timezone.now())
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        entity = NewEntity(names=data["names"], prose=data["prose"], kind=data["kind"])
        if registered(request, roster, form, entity=entity):
            return redirect("events:observers", roster.slug)
    return render(request, "events/observer_new.html", {"tab": "observers", "form": form})


def registered(request, roster, form, *, entity):
    """Whether the request was registered, now or by the same form before; else the form says why not."""
    data, now = form.cleaned_data, timezone.now()
    at_field = "names" if isinstance(entity, NewEntity) else "entity"
    try:
        done = register_observer(
            roster, entity=entity, received_at=data["received_at"], by=request.user, at=now,
            uuid=data["token"] or uuids.uuid4(), contact_name=data["contact_name"],
            contact_email=data["contact_email"], note=data["note"], places_asked=data["places_asked"],
        )  # fmt: skip
    except Refused as refused:
        form.add_error(at_field, refusal_words(refused.refusal, roster=roster, name=entity_name(entity, roster)))
    except EntityExists as exists:
        words = _("The directory has %(name)s already. Register it from the observers' page.")
        form.add_error(at_field, words % {"name": exists.name})
    except ValidationError as error:
        form.add_error(None, error)
    else:
        say_registered(request, roster, done, at=now)
        return True
    return False


def say_registered(request, roster, done, *, at):
    row = Request.objects.select_related("delegation__entity").get(uuid=done.request)
    values = {
        "name": entity_name(row.delegation.entity, roster),
        "number": done.place_number,
        "position": done.position,
    }
    if done.is_repeated and not (done.place_number or done.position):
        messages.info(request, _("This form was sent before; the request of %(name)s was withdrawn since.") % values)
        return
    if done.place_number:
        what = _("%(name)s has observer place %(number)s.") % values
    else:
        what = _("%(name)s is number %(position)s on the waiting list.") % values
    if done.is_repeated:
        messages.info(request, _("The form was sent twice and counts once.") + f" {what}")
    else:
        say_saved(request, at=at, zone=roster.zone, what=what)
