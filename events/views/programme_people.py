"""Who presides over a segment and who sits on its podium: an ordered list, changed on the page and saved once."""

from dataclasses import dataclass

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy

from events.documents.kind_words import said_to
from events.domain.ordering import moved_by, placed_at
from events.forms.people import people_of
from events.forms.programme_people import PersonChoiceForm
from events.models import PodiumPlace, Segment, SegmentChair
from events.operations.programme import set_chairs, set_podium
from events.queries import meeting_facts
from events.views.ordering import keys, typed
from events.views.programme import back
from meetingplanner.languages import phrase
from participants.models import Delegate
from participants.operations.ordering import OutOfOrder
from participants.views.access import meeting_view
from participants.views.saving import say_saved


@dataclass(frozen=True, kw_only=True)
class PeopleList:
    model: type
    operation: object
    heading: str
    hint: str
    saved: str


LISTS = {
    "chairs": PeopleList(
        model=SegmentChair,
        operation=set_chairs,
        heading=phrase("Who presides"),
        hint=gettext_lazy("In the order in which they are named. An empty list leaves it open."),
        saved=phrase("Who presides was saved."),
    ),
    "podium": PeopleList(
        model=PodiumPlace,
        operation=set_podium,
        heading=phrase("Podium"),
        hint=gettext_lazy(
            "The first sits in the centre, the second to the first's right, the third to the left, and so on outwards."
        ),
        saved=phrase("The podium was saved."),
    ),
}


@meeting_view("edit_programme")
def segment_chairs(request, roster, uuid):
    return people(request, roster, uuid, "chairs")


@meeting_view("edit_programme")
def segment_podium(request, roster, uuid):
    return people(request, roster, uuid, "podium")


def people(request, roster, uuid, name):
    kind = LISTS[name]
    segment = get_object_or_404(Segment.objects.kept().select_related("event"), event__roster=roster, uuid=uuid)
    rows = kind.model.objects.filter(segment=segment).order_by("position", "pk")
    saved = tuple(str(one) for one in rows.values_list("delegate__uuid", flat=True))
    known = people_of(meeting_facts(roster), language=get_language() or "en", also=frozenset(saved))
    page = {"segment": segment, "known": known, "list": kind, "name": name, "shown": saved, "wanted": saved}
    if request.method != "POST":
        return show(request, page, form=PersonChoiceForm(people=known))
    page |= {"shown": keys(request.POST.get("version", "")), "wanted": changed_list(request.POST, known)}
    if "save" in request.POST:
        return save(request, roster, page)
    form = PersonChoiceForm(request.POST if is_adding(request.POST) else None, people=known)
    if form.is_bound and form.is_valid():
        page["wanted"] = tuple(dict.fromkeys((*page["wanted"], form.cleaned_data["person"].delegate)))
        form = PersonChoiceForm(people=known)
    return show(request, page, form=form)


def is_adding(data):
    # Enter presses the form's first button, which means whatever was typed last.
    return "add" in data or ("enter" in data and bool(data.get("person", "").strip()))


def changed_list(data, known):
    uuids = {one.delegate for one in known}
    order = tuple(dict.fromkeys(one for one in keys(data.get("order", "")) if one in uuids))
    places = {key: place for number, key in enumerate(order, 1) if (place := typed(data, key, number)) != number}
    order = placed_at(order, places)
    for button, step in (("up", -1), ("down", 1)):
        if button in data:
            order = moved_by(order, data[button], step)
    return tuple(one for one in order if one != data.get("drop"))


def save(request, roster, page):
    now = timezone.now()
    by_uuid = {
        str(one.uuid): one for one in Delegate.objects.filter(delegation__roster=roster, uuid__in=page["wanted"])
    }
    delegates = [by_uuid[uuid] for uuid in page["wanted"] if uuid in by_uuid]
    try:
        page["list"].operation(page["segment"], delegates, shown=page["shown"], by=request.user, at=now)
    except OutOfOrder as moved:
        return show(request, page | {"shown": moved.now}, form=PersonChoiceForm(people=page["known"]), moved=moved)
    say_saved(request, at=now, zone=roster.zone, what=said_to(page["segment"].event.kind, page["list"].saved))
    return back(roster, page["segment"].uuid)


def show(request, page, *, form, moved=None):
    labels = {one.delegate: one.label for one in page["known"]}
    wanted = page["wanted"]
    context = {
        "tab": "programme",
        "segment": page["segment"],
        "heading": said_to(page["segment"].event.kind, page["list"].heading),
        "hint": page["list"].hint,
        "form": form,
        "version": ",".join(page["shown"]),
        "order": ",".join(wanted),
        "rows": [(one, labels[one]) for one in wanted],
        "is_changed": wanted != page["shown"],
        "now": [labels.get(one, "–") for one in moved.now] if moved else [],
        "is_moved": moved is not None,
        "url": reverse(f"events:segment_{page['name']}", args=(request.roster.slug, page["segment"].uuid)),
    }
    template = "events/_programme_people.html" if request.htmx else "events/programme_people.html"
    return render(request, template, context, status=422 if moved or form.errors else 200)
