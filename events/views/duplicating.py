"""Next year's edition: a meeting made from this one."""

from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from events.forms.duplicating import DuplicateForm
from events.operations.duplicating import Kept, duplicate_meeting
from participants.views.access import meeting_view
from participants.views.saving import say_saved


@meeting_view("create_meeting")
def meeting_duplicate(request, roster):
    event = roster.event
    initial = {"title": event.title, "short_title": event.short_title}
    form = DuplicateForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        now, data = timezone.now(), form.cleaned_data
        kept = Kept(**{name: data[f"keeps_{name}"] for name in ("names", "contacts", "staff")})
        try:
            new = duplicate_meeting(
                roster, slug=data["slug"], title=data["title"], short_title=data["short_title"],
                first_on=data["first_on"], kept=kept, by=request.user, at=now,
            )  # fmt: skip
        except ValidationError as error:
            form.add_error(None, error)
        else:
            say_saved(request, at=now, zone=roster.zone, what=_("The meeting was made from the former one."))
            return redirect("events:overview", new.roster.slug)
    return render(request, "events/meeting_duplicate.html", {"tab": "settings", "form": form})
