"""How long personal data are kept, who took some away, and their purge."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from events.forms.retention import RetentionForm
from participants.models import Access
from participants.operations.privacy import is_due, purge, set_retention
from participants.views.access import meeting_view
from participants.views.saving import say_saved

PAGE_SIZE = 100


@meeting_view("purge")
def retention(request, roster):
    data = request.POST if request.method == "POST" else None
    now = timezone.now()
    form = RetentionForm(data, initial={"keep_until": roster.keep_until, "seen": str(roster.keep_until or "")})
    if data is not None and form.is_valid():
        wanted = form.cleaned_data["keep_until"]
        if form.cleaned_data["seen"] != str(roster.keep_until or ""):
            form.add_differing("keep_until", current=roster.keep_until or "–", yours=wanted or "–")
            form.take_over(seen=str(roster.keep_until or ""))
        elif saved(request, roster, form, wanted, now):
            return redirect("events:retention", roster.slug)
    page = Paginator(Access.objects.filter(roster=roster).select_related("by"), PAGE_SIZE)
    context = {
        "tab": "settings",
        "zone": roster.zone,
        "form": form,
        "is_due": is_due(roster, at=now),
        "purged_at": roster.purged_at,
        "page": page.get_page(request.GET.get("page")),
    }
    return render(request, "events/retention.html", context)


def saved(request, roster, form, wanted, now):
    try:
        set_retention(roster, keep_until=wanted, by=request.user, at=now)
    except ValidationError as error:
        form.add_error(None, error)
        return False
    say_saved(request, at=now, zone=roster.zone, what=_("The day was saved."))
    return True


@require_POST
@meeting_view("purge")
def retention_purge(request, roster):
    now = timezone.now()
    if request.POST.get("sure") != "yes":
        messages.error(request, _("Tick that the personal data are to go for good, then press again."))
        return redirect("events:retention", roster.slug)
    try:
        purge(roster, by=request.user, at=now)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        say_saved(request, at=now, zone=roster.zone, what=_("The personal data were purged; counts and places stay."))
    return redirect("events:retention", roster.slug)
