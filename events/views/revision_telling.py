"""Who is told of a revision: the list with what each delegation would read, ticked, then sent once."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from events.documents.edition_words import revision_name
from events.documents.words import entity_name
from events.issued import current_revision, revision_facts
from events.messages.kinds import MESSAGE_LANGUAGES
from events.messages.message import address_of, language_of
from events.operations.telling import Superseded, affected, tell_affected
from events.views.revisions import revision_of
from participants.domain.values import RequestFacts
from participants.queries import roster_facts
from participants.views.access import meeting_view
from participants.views.saving import say_saved


@meeting_view("edit_delegations")
def revision_tell(request, roster, number):
    row = revision_of(roster, number)
    if row != current_revision(roster):
        raise Http404
    if request.method == "POST":
        now = timezone.now()
        try:
            count = tell_affected(row, request.POST.getlist("delegations"), by=request.user, at=now)
        except Superseded:
            messages.error(request, _("Another revision was issued meanwhile. Nobody was told: look at the newest."))
            return redirect("events:revisions", roster.slug)
        words = ngettext("%(count)s message is on its way.", "%(count)s messages are on their way.", count)
        say_saved(request, at=now, zone=roster.zone, what=words % {"count": count})
        return redirect("events:revision_tell", roster.slug, number)
    rows = rows_of(roster, row)
    context = {
        "tab": "revisions",
        "row": row,
        "name": revision_name(row.number),
        "rows": rows,
        "waiting": [one for one in rows if not one["is_told"] and one["address"]],
        "lacking": [one for one in rows if not one["is_told"] and not one["address"]],
        "told": [one for one in rows if one["is_told"]],
    }
    return render(request, "events/revision_tell.html", context)


def rows_of(roster, revision):
    """Whom the revision concerns, by name: where to write to is as it is now, what changed is as it was issued."""
    facts, language = revision_facts(revision), get_language() or "en"
    now = roster_facts(roster)
    live = {one.uuid: one for one in now.delegations}
    asked: dict[str, RequestFacts] = {one.delegation: one for one in now.requests if one.withdrawn_at is None}
    found = []
    for one in affected(revision):
        delegation = live.get(one.delegation.uuid)
        if delegation is None:
            continue
        reader = language if language in MESSAGE_LANGUAGES else MESSAGE_LANGUAGES[0]
        found.append(
            {
                "uuid": delegation.uuid,
                "name": entity_name(facts.entities[one.delegation.entity], language),
                "address": address_of(delegation, asked.get(delegation.uuid)),
                "language": language_of(facts, delegation, asked.get(delegation.uuid)),
                "sentences": one.changes[reader],
                "is_told": one.is_told,
            }
        )
    return sorted(found, key=lambda row: row["name"])
