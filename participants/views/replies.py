"""The answers of a delegation as staff see them: its link, what came in and when, changes asked for later."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from participants.domain.answers import from_plain
from participants.forms.answers import DecisionForm
from participants.forms.wording import entity_name
from participants.models import Delegation, Reply
from participants.operations.acting import Stale
from participants.operations.answers import decide_reply, members_of, present_answer, revoke_link
from participants.views.access import meeting_view
from participants.views.parsing import number_of
from participants.views.saving import say_saved


@meeting_view("edit_delegations")
def reply_decide(request, roster, uuid):
    rows = Reply.objects.select_related("delegation__entity", "delegation__roster", "decided_by")
    row = get_object_or_404(rows, delegation__roster=roster, uuid=uuid)
    form = DecisionForm(request.POST if request.method == "POST" else None, initial={"version": row.version})
    if request.method == "POST" and form.is_valid():
        now, data = timezone.now(), form.cleaned_data
        try:
            decide_reply(
                row, is_accepted=data["decision"] == "accept", why=data["why"], version=data["version"] or 0,
                by=request.user, at=now,
            )  # fmt: skip
        except Stale:
            form.add_error(None, _("This was decided meanwhile."))
        except ValidationError as error:
            form.add_error(None, error)
        else:
            say_saved(request, at=now, zone=roster.zone, what=_("The decision was recorded."))
            return redirect("participants:delegation", roster.slug, row.delegation.uuid)
        row.refresh_from_db()
    language = row.written_in or get_language() or "en"
    context = {
        "tab": "participants",
        "zone": roster.zone,
        "row": row,
        "name": entity_name(row.delegation.entity, roster),
        "asked": from_plain(row.answer) if row.answer else None,
        "now": present_answer(row.delegation, members_of(row.delegation), language),
        "form": form,
    }
    return render(request, "participants/reply_decide.html", context)


@require_POST
@meeting_view("edit_delegations")
def link_revoke(request, roster, uuid):
    row, now = get_object_or_404(Delegation, roster=roster, uuid=uuid), timezone.now()
    row.roster = roster
    try:
        revoke_link(row, shown=number_of(request.POST, "shown"), by=request.user, at=now)
    except Stale:
        messages.info(request, _("The link was replaced meanwhile; this is the new one."))
    else:
        what = _("The former link leads nowhere any more; here is the new one.")
        say_saved(request, at=now, zone=roster.zone, what=what)
    return redirect("participants:delegation", roster.slug, uuid)
