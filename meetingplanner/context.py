"""What every page shows of the meeting it is about: header, tabs and what the reader may do."""

from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from participants.domain.texts import text_in

TABS = (
    ("overview", "events:overview", _("Overview")),
    ("programme", "events:programme", _("Programme")),
    ("participants", "participants:delegations", _("Participants")),
    ("observers", "events:observers", _("Observers")),
    ("mail", "events:mail", _("Mail")),
    ("seating", "events:seating", _("Seating")),
    ("note", "events:note", _("Concept note")),
    ("documents", "events:documents", _("Documents")),
    ("revisions", "events:revisions", _("Revisions")),
    ("calendar", "events:calendar", _("Calendar")),
    ("checklist", "events:checklist", _("Checklist")),
    ("points", "events:open_points", _("Open points")),
    ("history", "events:history", _("History")),
    ("settings", "events:settings", _("Settings")),
)


def meeting(request):
    """Return `meeting` (title, slug, kind, wall clocks, zone), `tabs` and `allowed`; empty without a meeting."""
    roster = getattr(request, "roster", None)
    allowed = getattr(request, "allowed", frozenset())
    if roster is None:
        return {"allowed": allowed}
    return {"allowed": allowed, "tabs": TABS, "meeting": SimpleLazyObject(lambda: _header(roster))}


def _header(roster):
    event = roster.event
    language = get_language() or "en"
    return {
        "slug": roster.slug,
        "kind": event.kind,
        "title": text_in(event.title, language),
        "short_title": text_in(event.short_title or event.title, language),
        "start": event.starts,
        "end": event.ends,
        "zone": roster.zone,
        "changed_at": roster.changed_at,
    }
