"""Segments, items and speeches: added, changed, taken out and brought back, each kind by the same few views."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from events.forms.programme import ItemForm, SegmentForm, SpeechForm
from events.models import Item, Segment, Speech
from events.operations.adding import AddedAlready
from events.operations.programme import (
    Gone,
    add_item,
    add_segment,
    add_speech,
    change_row,
    restore_row,
    withdraw_row,
)
from events.queries import meeting_facts
from events.views.meanwhile import say_row_changed
from events.views.programme import answer, back, parent_or_404, say_gone
from participants.domain.texts import text_in
from participants.models import EntityName
from participants.operations.acting import Stale
from participants.queries import valid_on
from participants.views.access import meeting_view
from participants.views.parsing import number_of
from participants.views.saving import say_saved


@dataclass(frozen=True, kw_only=True)
class Kind:
    model: type
    form: type
    parent: str
    of_roster: str
    related: tuple
    add: object
    new: str
    edit: str


KINDS = {
    "segments": Kind(
        model=Segment, form=SegmentForm, parent="event", of_roster="event__roster", related=("event",),
        add=add_segment, new=gettext_lazy("New part"), edit=gettext_lazy("Part of the meeting"),
    ),
    "items": Kind(
        model=Item, form=ItemForm, parent="segment", of_roster="segment__event__roster", related=("segment__event",),
        add=add_item, new=gettext_lazy("New item"), edit=gettext_lazy("Item of the programme"),
    ),
    "speeches": Kind(
        model=Speech, form=SpeechForm, parent="item", of_roster="item__segment__event__roster",
        related=("item__segment__event", "delegate", "delegation__entity", "delegation__roster"),
        add=add_speech, new=gettext_lazy("New speaker"), edit=gettext_lazy("Speaker"),
    ),
}  # fmt: skip


def kind_or_404(kind):
    if kind not in KINDS:
        raise Http404
    return KINDS[kind]


def row_or_404(roster, kind, uuid):
    known = kind_or_404(kind)
    rows = known.model.objects.select_related(*known.related)
    return get_object_or_404(rows, **{known.of_roster: roster}, uuid=uuid)


def form_of(request, kind, row, facts, **initial):
    extras = {"item": row.item} if kind == "speeches" else {}
    data = request.POST if request.method == "POST" else None
    language = get_language() or "en"
    return KINDS[kind].form(data, instance=row, facts=facts, language=language, initial=initial or None, **extras)


def name_of(row):
    language = get_language() or "en"
    if not isinstance(row, Speech):
        return text_in(row.title, language)
    names = EntityName.objects.filter(valid_on(row.delegation.roster.first_on), entity=row.delegation.entity)
    return str(row.delegate or "") or text_in(dict(names.values_list("language", "list_name")), language)


def page(request, roster, *, form, heading, kind, row=None, facts):
    context = {"tab": "programme", "form": form, "heading": heading, "kind": kind, "row": row, "facts": facts}
    return render(request, "events/programme_form.html", context, status=422 if form.errors else 200)


@meeting_view("edit_programme")
def programme_add(request, roster, kind, uuid):
    known = kind_or_404(kind)
    parent = parent_or_404(roster, kind, uuid)
    facts = meeting_facts(roster)
    initial = {"kind": request.GET["kind"]} if "kind" in request.GET else {}
    form = form_of(request, kind, known.model(**{known.parent: parent}), facts, **initial)
    if request.method != "POST" or not form.is_valid():
        return page(request, roster, form=form, heading=known.new, kind=kind, facts=facts)
    now = timezone.now()
    try:
        row = known.add(parent, by=request.user, at=now, **form.wanted)
    except AddedAlready as again:
        say_saved(request, at=now, zone=roster.zone, what=_("This was saved already; it was not added twice."))
        return back(roster, again.row.uuid)
    except Gone:
        return say_gone(request, roster)
    say_saved(request, at=now, zone=roster.zone, what=_("“%(name)s” was added.") % {"name": name_of(row)})
    return back(roster, row.uuid)


@meeting_view("edit_programme")
def programme_edit(request, roster, kind, uuid):
    row = row_or_404(roster, kind, uuid)
    facts = meeting_facts(roster)
    form = form_of(request, kind, row, facts)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        version = form.cleaned_data["version"]
        try:
            row = change_row(row, by=request.user, at=now, version=version, **form.wanted)
        except Stale as stale:
            form.add_stale(stale)
        else:
            say_saved(request, at=now, zone=roster.zone, what=_("“%(name)s” was changed.") % {"name": name_of(row)})
            return back(roster, uuid)
    return page(request, roster, form=form, heading=KINDS[kind].edit, kind=kind, row=row, facts=facts)


@meeting_view("edit_programme")
@require_POST
def programme_withdraw(request, roster, kind, uuid):
    said = _("“%(name)s” was taken out. It stands at the end of the page and can be brought back.")
    return pressed(request, roster, kind, uuid, operation=withdraw_row, said=said, stays=False)


@meeting_view("edit_programme")
@require_POST
def programme_restore(request, roster, kind, uuid):
    said = _("“%(name)s” was brought back.")
    return pressed(request, roster, kind, uuid, operation=restore_row, said=said, stays=True)


def pressed(request, roster, kind, uuid, *, operation, said, stays):
    """Do what one press asks of a row; `stays` tells whether it stands in the programme afterwards."""
    row = row_or_404(roster, kind, uuid)
    now, version = timezone.now(), number_of(request.POST, "version")
    try:
        operation(row, version=version, by=request.user, at=now)
    except Stale as stale:
        stays = not stays
        say_row_changed(request, roster, stale, name=name_of(row), version=version)
    else:
        say_saved(request, at=now, zone=roster.zone, what=said % {"name": name_of(row)})
    return answer(request, roster) if request.htmx else back(roster, uuid if stays else "")
