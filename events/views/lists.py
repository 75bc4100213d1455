"""The page on which one of the meeting's short lists is changed and put in order."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from events.forms.lists import rows_formset
from events.models import Event
from events.operations.lists import LISTS, ListMoved, fingerprint, rows_of, save_list
from participants.domain.dates import day_text
from participants.domain.texts import text_in
from participants.forms.choosing import names_at
from participants.views.access import meeting_view
from participants.views.saving import say_saved

HEADINGS = {
    "organisers": (gettext_lazy("Organizers"), gettext_lazy("In the order in which they are named.")),
    "objectives": (gettext_lazy("Objectives"), gettext_lazy("The summary has a heading for each, in this order.")),
    "documents": (
        gettext_lazy("Reference documents"),
        gettext_lazy("Give the symbol as it is printed; leave it empty where there is none."),
    ),
    "earlier": (gettext_lazy("Earlier meetings"), gettext_lazy("Those of the same series, the latest first.")),
}


def label_of(row, name, naming):
    language = get_language() or "en"
    if name == "organisers":
        return naming(row.entity)
    if name == "objectives":
        return text_in(row.text, language)
    if name == "earlier":
        return f"{day_text(row.held_on, language)} {text_in(row.title, language)}".strip()
    return f"{row.symbol} {text_in(row.title, language)}".strip()


@meeting_view("edit_meeting")
def settings_list(request, roster, name):
    if name not in LISTS:
        raise Http404
    event = Event.objects.get(roster=roster)
    rows = rows_of(event, name)
    formset, seen = form_of(request, roster, name, rows)
    if request.method == "POST" and formset.is_valid():
        now = timezone.now()
        wanted = [{field: row[field] for field in ("pk", *LISTS[name].fields)} for row in formset.rows]
        keep_other_languages(wanted, rows, asked=roster.document_languages)
        try:
            save_list(event, name=name, rows=wanted, seen=seen, by=request.user, at=now)
        except ListMoved as moved:
            seen = fingerprint(moved.rows)
            formset.non_form_errors().append(moved_words(moved, name, formset))
        except ValidationError as error:
            formset.non_form_errors().extend(error.messages)
        else:
            say_saved(request, at=now, zone=roster.zone)
            return redirect("events:settings_list", roster.slug, name)
    heading, hint = HEADINGS[name]
    context = {
        "tab": "settings", "formset": formset, "seen": seen, "name": name, "heading": heading, "hint": hint,
        "is_ordered": LISTS[name].is_ordered,
    }  # fmt: skip
    return render(request, "events/settings_list.html", context)


def keep_other_languages(wanted, rows, *, asked):
    """Put texts in languages that the form does not ask for back into the rows that had them."""
    present = {row.pk: row for row in rows}
    for one in wanted:
        row = present.get(one["pk"])
        for field, value in one.items() if row else ():
            if isinstance(value, dict):
                kept = {code: text for code, text in getattr(row, field).items() if code not in asked}
                one[field] = {**value, **kept}


def form_of(request, roster, name, rows):
    initial = [
        {"pk": row.pk, "position": place, **{field: getattr(row, field) for field in LISTS[name].fields}}
        for place, row in enumerate(rows, 1)
    ]
    extras = {}
    if name == "organisers":
        extras = {"roster": roster, "language": get_language() or "en", "names": names_at(roster)}
    form_class = rows_formset(name)
    if request.method == "POST":
        # The rows as sent: those that are there now may be others.
        sent = form_class(request.POST, prefix="rows", form_kwargs=extras)
        return sent, request.POST.get("seen", "")
    return form_class(prefix="rows", initial=initial, form_kwargs=extras), fingerprint(rows)


def moved_words(moved, name, formset):
    naming = formset.empty_form.fields["entity"].prepare_value if name == "organisers" else str
    now = "; ".join(label_of(row, name, naming) for row in moved.rows) or "–"
    return _("Somebody changed this list meanwhile. Now: %(current)s. Yours stands below: save again to keep it.") % {
        "current": now
    }
