"""The rules of protocol for the seats of a moment."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from events.documents.seat_move_words import rule_words
from events.domain.seating.rule_kinds import RULE_KINDS
from events.forms.seat_moves import RuleForm
from events.models import SeatingRule
from events.operations.seat_rules import add_seating_rule, remove_seating_rule
from events.views.parts_gone import says_gone
from events.views.rule_reading import note_rules_read
from events.views.seat_desk import SeatDesk
from participants.models import Delegation
from participants.operations.acting import Stale
from participants.views.access import meeting_view
from participants.views.parsing import number_of
from participants.views.saving import say_saved

CONFIDENTIAL = [one.code for one in RULE_KINDS.values() if one.is_confidential]


@meeting_view("edit_seating")
@says_gone
def seating_rules_page(request, roster):
    desk = SeatDesk(request, roster)
    form = RuleForm(
        request.POST if request.method == "POST" else None,
        delegations=desk.delegations(), sees_confidential=desk.sees_confidential, auto_id="rule_%s",
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        now, wanted = timezone.now(), form.cleaned_data
        people = {str(one.uuid): one for one in Delegation.objects.filter(roster=roster)}
        wanted |= {name: people.get(wanted[name]) for name in ("delegation", "other")}
        try:
            add_seating_rule(desk.row, **wanted, by=request.user, at=now)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            say_saved(request, at=now, zone=roster.zone, what=_("The rule was added. Nobody was moved by it."))
            return desk.back("seating_rules")
    return rules_page(request, desk, form)


@require_POST
@meeting_view("edit_seating")
@says_gone
def seating_rule_removed(request, roster, uuid):
    desk, now = SeatDesk(request, roster), timezone.now()
    rule = get_object_or_404(visible(desk), uuid=uuid)
    try:
        remove_seating_rule(rule, version=number_of(request.POST, "version"), by=request.user, at=now)
    except (Stale, SeatingRule.DoesNotExist):
        messages.error(request, _("The rule was changed meanwhile. Look at it again."))
        return desk.back("seating_rules")
    say_saved(request, at=now, zone=roster.zone, what=_("The rule was taken away. Nobody was moved by it."))
    return desk.back("seating_rules")


def visible(desk):
    """The rules of the moment that the reader may know of."""
    rows = SeatingRule.objects.filter(plan__segment=desk.row).order_by("pk")
    return rows if desk.sees_confidential else rows.exclude(kind__in=CONFIDENTIAL)


def rules_page(request, desk, form):
    rows = list(visible(desk))
    words = {one.uuid: rule_words(desk.facts, one, desk.language) for one in desk.rules}
    note_rules_read(desk.request, rows)
    shown = [{"row": row, "words": words[str(row.uuid)]} for row in rows if str(row.uuid) in words]
    context = desk.context(form=form, rules=shown, sees_confidential=desk.sees_confidential)
    return render(request, "events/seating_rules.html", context, status=422 if form.errors else 200)
