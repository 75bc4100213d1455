"""The list of delegations: search, filters, order, export, presence and status for several at once."""

from collections import Counter
from dataclasses import replace
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import ngettext as _n
from django.views.decorators.http import require_POST

from participants.documents.lists import delegations_sheet
from participants.domain.listing import SORTS, STATUS_ORDER, Wish, lines, shown
from participants.domain.ranks import RANKS
from participants.domain.texts import text_in
from participants.grounds import GROUNDS
from participants.models.roster import PREPARING, STATUSES
from participants.operations.delegates import mark_present
from participants.operations.delegations import set_status
from participants.operations.privacy import note_access
from participants.queries import delegates_in, entity_names, members, roster_facts, search_keys
from participants.views.access import meeting_view
from participants.views.exports import sheet_response
from participants.views.meanwhile import say_not_understood
from participants.views.parsing import number_of, uuid_or_none, uuids_in
from participants.views.saving import say_saved

PAGE_SIZE = 100
LONGEST_QUERY = 100
FILTERS = {
    "ground": {code: ground.label for code, ground in GROUNDS.items()},
    "status": {code: STATUSES[code] for code in STATUS_ORDER},
    "level": {code: rank.label for code, rank in RANKS.items()},
}


def wish_of(query):
    chosen = {name: tuple(one for one in query.getlist(name) if one in table) for name, table in FILTERS.items()}
    sort = query.get("sort", "")
    return Wish(
        query=query.get("q", "").strip()[:LONGEST_QUERY],
        grounds=chosen["ground"],
        statuses=chosen["status"],
        levels=chosen["level"],
        sort=sort if sort.removeprefix("-") in SORTS else "name",
    )


def parameters(wish):
    pairs = [("q", wish.query)] if wish.query else []
    for name, codes in (("ground", wish.grounds), ("status", wish.statuses), ("level", wish.levels)):
        pairs += [(name, code) for code in codes]
    return pairs + ([("sort", wish.sort)] if wish.sort != "name" else [])


def chips(wish):
    pairs = parameters(wish)
    for pair in pairs:
        if pair[0] == "sort":
            continue
        label = f"“{pair[1]}”" if pair[0] == "q" else gettext(str(FILTERS[pair[0]][pair[1]]))
        yield label, f"?{urlencode([one for one in pairs if one != pair])}"


def columns(wish):
    kept = [pair for pair in parameters(wish) if pair[0] != "sort"]
    for name, sort in SORTS.items():
        is_up, is_down = wish.sort == name, wish.sort == f"-{name}"
        target = f"-{name}" if is_up else name
        direction = "ascending" if is_up else "descending" if is_down else ""
        yield name, {"label": gettext(sort.label), "url": f"?{urlencode([*kept, ('sort', target)])}", "is": direction}


def choices(every, wish):
    counts = {
        "ground": Counter(ground for line in every for ground in line.delegation.grounds),
        "status": Counter(line.delegation.status for line in every),
        "level": Counter(line.level for line in every),
    }
    chosen = {"ground": wish.grounds, "status": wish.statuses, "level": wish.levels}
    for name, table in FILTERS.items():
        free = [(code, label) for code, label in table.items() if counts[name][code] and code not in chosen[name]]
        yield name, [(code, f"{gettext(str(label))} ({counts[name][code]})") for code, label in free]


@meeting_view("view_meeting")
def delegations(request, roster):
    facts, wish = roster_facts(roster, heads_only=True), wish_of(request.GET)
    is_searched = bool(wish.query)
    keys = search_keys(roster) if is_searched else {}
    every = lines(facts, search_keys=keys, members=members(roster, is_searched=is_searched))
    found = shown(every, wish, language=get_language() or "en")
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    # Only who is on the page is fetched whole.
    named = delegates_in(roster, [line.delegation.uuid for line in page.object_list])
    page.object_list = [replace(line, delegates=named.get(line.delegation.uuid, ())) for line in page.object_list]
    context = {
        "tab": "participants",
        "wish": wish,
        "page": page,
        "found": len(found),
        "total": len(every),
        "present": sum(line.present for line in every),
        "chips": list(chips(wish)),
        "columns": dict(columns(wish)),
        "choices": dict(choices(every, wish)),
        "parameters": urlencode(parameters(wish)),
        "hidden": [pair for pair in parameters(wish) if pair[0] != "q"],
        "bulk_statuses": [(code, STATUSES[code]) for code in PREPARING],
        "zone": roster.zone,
    }
    return render(request, "participants/delegations.html", context)


@meeting_view("view_meeting")
def delegations_export(request, roster, file_format):
    facts = roster_facts(roster)
    language = get_language() or "en"
    every = lines(facts, search_keys=search_keys(roster))
    found = shown(every, wish_of(request.GET), language=language)
    sheet = delegations_sheet(found, zone=roster.zone, language=language)
    note_access(roster, what=f"delegations.{file_format}", by=request.user, at=timezone.now(), language=language)
    name = f"{roster.slug}-delegations"
    return sheet_response(sheet, file_format=file_format, name=name, as_of=facts.changed_at)


def back_to(request, roster):
    delegation = uuid_or_none(request.POST.get("delegation", ""))
    if delegation:
        return redirect("participants:delegation", roster.slug, delegation)
    parameters_then = request.POST.get("back", "")[:2000].replace("\r", "").replace("\n", "")
    return redirect(f"{reverse('participants:delegations', args=[roster.slug])}?{parameters_then}".rstrip("?"))


def not_understood(request, roster):
    say_not_understood(request)
    if request.htmx:
        return render(request, "_messages.html", {"oob": True}, status=422)
    return back_to(request, roster)


@require_POST
@meeting_view("record_presence")
def presence(request, roster):
    wanted = ticks(request)
    if wanted is None:
        return not_understood(request, roster)
    now = timezone.now()
    changed = mark_present(roster, presence=wanted, by=request.user, at=now)
    if request.htmx:
        number = sum(one.ticked for one in members(roster, is_searched=False).values())
        return render(request, "participants/_present.html", {"present": number, "is_swapped": True})
    what = _n(
        "The presence of %(number)d person was changed.", "The presence of %(number)d people was changed.", changed
    )
    say_saved(request, at=now, zone=roster.zone, what=what % {"number": changed})
    return back_to(request, roster)


def ticks(request):
    """Who is to be present and who not: the one box just ticked, or those that differ from the page as it was sent.

    Boxes that somebody else ticked meanwhile are left as they are.
    """
    ticked = uuids_in(request.POST, "present")
    if request.htmx:
        one = uuid_or_none((request.htmx.trigger or "").removeprefix("present_"))
        return None if ticked is None or one is None else {one: one in ticked}
    listed, was = uuids_in(request.POST, "listed"), uuids_in(request.POST, "was")
    if None in (ticked, listed, was):
        return None
    return {uuid: uuid in ticked for uuid in listed if (uuid in ticked) != (uuid in was)}


@require_POST
@meeting_view("edit_delegations")
def status_of_many(request, roster):
    chosen, status = uuids_in(request.POST, "chosen"), request.POST.get("status")
    if chosen is None or status not in PREPARING:
        return not_understood(request, roster)
    now = timezone.now()
    versions = {uuid: number_of(request.POST, f"version_{uuid}") for uuid in chosen}
    done = set_status(roster, delegations=chosen, status=status, versions=versions, by=request.user, at=now)
    values = {"number": done.changed, "status": STATUSES[status]}
    what = _n("%(number)d delegation is now: %(status)s.", "%(number)d delegations are now: %(status)s.", done.changed)
    what = what % values
    if done.left:
        left = _n(
            "%(left)d has answered or withdrawn and was left as it is.",
            "%(left)d have answered or withdrawn and were left as they are.",
            done.left,
        )
        what = f"{what} {left % {'left': done.left}}"
    say_saved(request, at=now, zone=roster.zone, what=what)
    say_left(request, roster, done.moved, status=status)
    return back_to(request, roster)


def say_left(request, roster, moved, *, status):
    if not moved:
        return
    language = get_language() or "en"
    names = entity_names(roster, entities=[row.entity_id for row in moved])
    now = [f"{text_in(names[row.entity_id], language)} ({STATUSES[row.status]})" for row in moved]
    words = gettext("Changed meanwhile and left as they are: %(now)s. Yours: %(yours)s. Choose them again if need be.")
    messages.warning(request, words % {"now": ", ".join(now), "yours": STATUSES[status]})
