"""The order of an item's speakers: looked at, tried by a scheme, put, and the reason of one made by hand."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events.forms.speaking import ReasonForm
from events.operations.programme import Gone
from events.operations.speaking import order_speeches, say_why
from events.queries import meeting_facts
from events.views.ordering import keys
from events.views.programme import answer, back, not_understood, parent_or_404, refused, say_gone
from events.views.programme_page import ProgrammePage
from events.views.speaking_page import OrderPage
from participants.domain.texts import text_in
from participants.operations.acting import Stale
from participants.operations.ordering import OutOfOrder
from participants.views.access import meeting_view
from participants.views.meanwhile import say_changed, say_moved
from participants.views.saving import say_saved


@meeting_view("view_meeting")
@require_safe
def speakers_order(request, roster, uuid):
    asked = request.GET
    return page(request, roster, uuid, scheme=asked.get("scheme", ""), pair=(asked.get("one"), asked.get("other")))


def page(request, roster, uuid, *, form=None, **wish):
    facts = meeting_facts(roster)
    item = facts.items.get(str(uuid))
    if item is None:
        raise Http404
    shown = OrderPage(ProgrammePage(facts, language=get_language() or "en"), item, **wish)
    may_edit = "edit_programme" in request.allowed
    form = form or ReasonForm(initial={"why": item.order.why if item.order else ""})
    context = shown.context() | {"tab": "programme", "may_edit": may_edit, "form": form}
    return render(request, "events/speakers_order.html", context, status=422 if form.errors else 200)


@meeting_view("edit_programme")
@require_POST
def speakers_put(request, roster, uuid):
    item, sent = parent_or_404(roster, "speeches", uuid), request.POST
    scheme, now = sent.get("scheme", ""), timezone.now()
    wanted = keys(sent["order"]) if "order" in sent else None
    shown = keys(sent.get("version", ""))
    try:
        order_speeches(item, scheme, by=request.user, at=now, shown=shown, wanted=wanted)
    except OutOfOrder as moved:
        say_moved(request, **told(roster, moved))
        return answer(request, roster) if request.htmx else to_order(roster, uuid, scheme=scheme)
    except Gone:
        return say_gone(request, roster)
    except ValidationError:
        return not_understood(request, roster)
    say_saved(request, at=now, zone=roster.zone, what=_("The speakers were put in order, and the times with them."))
    return answer(request, roster) if request.htmx else back(roster, uuid)


@meeting_view("edit_programme")
@require_POST
def speakers_why(request, roster, uuid):
    item, sent = parent_or_404(roster, "speeches", uuid), request.POST
    form, now = ReasonForm(sent), timezone.now()
    if not form.is_valid():
        return refused(request, roster, form, uuid) if request.htmx else page(request, roster, uuid, form=form)
    why, shown = form.cleaned_data["why"], keys(sent.get("version", ""))
    try:
        say_why(item, why, by=request.user, at=now, shown=shown, was=sent.get("was", ""))
    except OutOfOrder as moved:
        say_moved(request, **told(roster, moved))
    except Stale as stale:
        name = _("“%(name)s”") % {"name": text_in(item.title, get_language() or "en")}
        say_changed(request, name=name, now=stale.current.order_why or "–")
    except Gone:
        return say_gone(request, roster)
    else:
        say_saved(request, at=now, zone=roster.zone, what=_("The reason was saved."))
    return answer(request, roster) if request.htmx else back(roster, uuid)


def told(roster, moved):
    names = ProgrammePage(meeting_facts(roster), language=get_language() or "en").names()
    unknown = _("one that was taken out")
    return {
        "now": [names.get(uuid, unknown) for uuid in moved.now],
        "yours": [names.get(uuid, unknown) for uuid in moved.wanted],
    }


def to_order(roster, uuid, **wish):
    return redirect(f"{reverse('events:speakers_order', args=(roster.slug, uuid))}?{urlencode(wish)}")
