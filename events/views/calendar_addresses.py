"""Secret addresses of a meeting's calendars: made, renewed and revoked from the page of the calendar."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from events.links import secret_feed
from events.models import Feed
from events.operations.feeds import AlreadyMade, make_feed, renew_feed, revoke_feed
from events.views.calendar import calendar_page, feed_form, follow, told_state
from participants.models import Delegate
from participants.views.access import meeting_view
from participants.views.parsing import uuid_or_none


@meeting_view("issue")
@require_POST
def feed_make(request, roster):
    _revision, facts, _cancelled = told_state(roster)
    form = feed_form(facts, request.POST)
    if not form.is_valid():
        return calendar_page(request, roster, form=form, status=422)
    data, delegate = form.cleaned_data, None
    if data["delegate"]:
        delegate = get_object_or_404(Delegate, delegation__roster=roster, uuid=data["delegate"])
    try:
        made = make_feed(
            roster.event, by=request.user, at=timezone.now(), uuid=data["token"], delegate=delegate,
            purpose=data["purpose"], detail=data["detail"] or "meeting", language=data["language"],
        )  # fmt: skip
    except ValidationError as error:
        form.add_error(None, error)
        return calendar_page(request, roster, form=form, status=422)
    except AlreadyMade:
        return already_shown(request, roster)
    return shown_once(request, roster, *made)


@meeting_view("issue")
@require_POST
def feed_renew(request, roster, uuid):
    feed = get_object_or_404(Feed, roster=roster, uuid=uuid)
    try:
        made = renew_feed(feed, by=request.user, at=timezone.now(), uuid=uuid_or_none(request.POST.get("token", "")))
    except AlreadyMade:
        return already_shown(request, roster)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("events:calendar", roster.slug)
    return shown_once(request, roster, *made)


@meeting_view("issue")
@require_POST
def feed_revoke(request, roster, uuid):
    revoke_feed(get_object_or_404(Feed, roster=roster, uuid=uuid), by=request.user, at=timezone.now())
    messages.success(request, _("The address leads nowhere any more. Programs that follow it keep what they have."))
    return redirect("events:calendar", roster.slug)


def shown_once(request, roster, feed, token):
    address = secret_feed(roster.slug, token, is_own=feed.delegate_id is not None)
    return calendar_page(request, roster, made={"row": feed, **follow(address)})


def already_shown(request, roster):
    words = _("The address was made, and shown, when the form was sent first. Renew it if it was not noted down.")
    messages.warning(request, words)
    return redirect("events:calendar", roster.slug)
