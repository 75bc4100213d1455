"""What is said when one press of a button met a row of the programme that somebody changed after the page was made."""

from django.utils.translation import gettext as _

from events.views.changes import Reader
from participants.models import Act
from participants.operations.acting import UNSEEN
from participants.views.meanwhile import say_changed

# A page older than this many acts is told that the row changed, but not what of it.
ACTS_READ = 200


def say_row_changed(request, roster, stale, *, name, version):
    say_changed(request, name=_("“%(name)s”") % {"name": name}, now=changes_since(roster, stale.current, version))


def changes_since(roster, row, version):
    """What of the row was changed after `version`, field by field, from what to what: "Title: Opening → Debate"."""
    count = row.version - version if version else 1
    acts = Act.objects.filter(roster=roster).order_by("-version")[:ACTS_READ]
    own = [one for act in acts for one in act.changes if one["key"] == str(row.uuid)]
    raising = [one for one in own if one["action"] == "changed" and set(one["fields"]) - UNSEEN][:count]
    merged = {}
    for change in reversed(raising):
        for field, (old, new) in change["fields"].items():
            merged[field] = [merged.get(field, [old])[0], new]
    if not merged:
        return _("see the history")
    change = raising[0] | {"fields": merged}
    found = Reader([change], zone=roster.zone, kind=roster.event.kind).read(change)
    fields = found["fields"] if found else []
    words = _("%(field)s: %(old)s → %(new)s")
    told = [words % {"field": one["name"], "old": one["old"], "new": one["new"]} for one in fields]
    return "; ".join(told) or _("see the history")
