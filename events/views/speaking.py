"""The order of an item's speakers: tried by a scheme, set by one press, explained for any two of them."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _

from events.documents.speaking_words import order_words, reason_words
from events.documents.words import entity_name, full_address
from events.domain.items import BY_HAND
from events.domain.speaking import follows, order_by_scheme, why_before
from events.forms.speaking import WhyForm
from events.operations.programme import Gone
from events.operations.speaking import order_speakers, say_why
from events.queries import meeting_facts
from events.views.programme import parent_or_404, say_gone
from participants.domain.ranks import SCHEMES
from participants.domain.texts import text_in
from participants.operations.ordering import OutOfOrder
from participants.views.access import meeting_view
from participants.views.saving import say_saved


@meeting_view("edit_programme")
def programme_speaking(request, roster, uuid):
    row = parent_or_404(roster, "speeches", uuid)
    if request.method == "POST":
        return done(request, roster, row)
    return page(request, roster, row)


def page(request, roster, row, *, form=None, status=200):
    facts, language = meeting_facts(roster), get_language() or "en"
    item = next(one for part in facts.segments for one in part.items if one.uuid == str(row.uuid))
    scheme = request.GET.get("scheme") if request.GET.get("scheme") in SCHEMES else usual(item)
    shown = [one.uuid for one in item.speeches]
    wanted = order_by_scheme(facts, item, scheme)
    first, second = pair(request.GET, shown)
    context = {
        "tab": "programme",
        "row": row,
        "item": item,
        "title": text_in(item.title, language),
        "order": order_words(facts, item, language),
        "is_by_hand": item.order is not None and item.order.scheme == BY_HAND,
        "follows": follows(facts, item),
        "form": form or WhyForm(initial={"why": item.order.why if item.order else ""}),
        "scheme": scheme,
        "schemes": [(code, gettext(one.label)) for code, one in SCHEMES.items()],
        "rows": [
            {"name": named(facts, item, uuid, language), "now": shown.index(uuid) + 1, "is_moved": shown[place] != uuid}
            for place, uuid in enumerate(wanted)
        ],
        "is_same": list(wanted) == shown,
        "shown": ",".join(shown),
        "speakers": [(one, named(facts, item, one, language)) for one in shown],
        "first": first,
        "second": second,
        "reasons": [
            {
                "first": named(facts, item, one, language),
                "second": named(facts, item, other, language),
                "why": reason_words(facts, item, why_before(facts, item, one, other), language),
            }
            for one, other in zip(shown, shown[1:], strict=False)
        ],
        "answer": answer(facts, item, first, second, shown, language),
    }
    return render(request, "events/programme_speaking.html", context, status=status)


def usual(item):
    """The scheme to try first: that by which the speakers are ordered, else the office's own."""
    return item.order.scheme if item.order and item.order.scheme in SCHEMES else next(iter(SCHEMES))


def pair(query, shown):
    first, second = query.get("first", ""), query.get("second", "")
    if first in shown and second in shown and first != second:
        return first, second
    return "", ""


def answer(facts, item, first, second, shown, language):
    """Why the one that stands first does, whichever way round was asked."""
    if not first:
        return None
    one, other = sorted((first, second), key=shown.index)
    return {
        "first": named(facts, item, one, language),
        "second": named(facts, item, other, language),
        "why": reason_words(facts, item, why_before(facts, item, one, other), language),
    }


def named(facts, item, uuid, language):
    speech = next(one for one in item.speeches if one.uuid == uuid)
    delegate = facts.delegates.get(speech.delegate)
    entity = entity_name(facts.entities[facts.delegations[speech.delegation].entity], language)
    name = full_address(delegate, language) if delegate else ""
    return f"{name} ({entity})" if name else entity


def done(request, roster, row):
    here, now = redirect("events:programme_speaking", roster.slug, row.uuid), timezone.now()
    try:
        if "why" in request.POST:
            form = WhyForm(request.POST)
            if not form.is_valid():
                return page(request, roster, row, form=form, status=422)
            say_why(row, form.cleaned_data["why"], by=request.user, at=now)
            say_saved(request, at=now, zone=roster.zone, what=_("The reason was saved."))
        elif request.POST.get("scheme") in SCHEMES:
            shown = request.POST.get("shown", "").split(",")
            order_speakers(row, request.POST["scheme"], by=request.user, at=now, shown=shown)
            say_saved(request, at=now, zone=roster.zone, what=_("The speakers were put into this order."))
        else:
            messages.error(request, _("Choose a scheme. Nothing was changed."))
    except Gone as gone:
        say_gone(request, gone)
        return redirect("events:programme", roster.slug)
    except OutOfOrder:
        messages.error(
            request, _("Somebody changed the list after you opened this page. Look again, then press again.")
        )
    return here
