"""What others did to a list after a page showed it: who moved which row from where to where."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.domain import wallclock
from events.domain.ordering import moves
from events.models import Item, Segment, Speech
from events.views.meanwhile import ACTS_READ
from participants.domain.dates import clock_in_sentence_text
from participants.models import Act
from participants.views.parsing import uuid_or_none

PARENTS = {Segment: "event_id", Item: "segment_id", Speech: "item_id"}


def told_since(roster, rows, *, parent, shown, now, names):
    """A sentence for each act that changed the list of `parent` after it was `shown`, the oldest first."""
    return [
        told(act, moves(before, after), zone=roster.zone, names=names)
        for act, before, after in acts_since(roster, rows, parent=parent, shown=list(shown), now=list(now))
    ]


def acts_since(roster, model, *, parent, shown, now):
    """Acts with the order before and after each: those undone until the list is what was `shown`, else the last."""
    column = PARENTS[model]
    rows = {
        str(row.uuid): {one: getattr(row, one) for one in ("pk", "position", "withdrawn_at", column)}
        for row in model.objects.filter(uuid__in={*now, *(key for key in shown if uuid_or_none(key))})
    }
    found = []
    for act in Act.objects.filter(roster=roster).select_related("by").order_by("-version")[:ACTS_READ]:
        after = order_in(rows, column, parent)
        for change in act.changes:
            if change["key"] in rows:
                undo(rows[change["key"]], change["fields"])
        before = order_in(rows, column, parent)
        if before != after:
            found.append((act, before, after))
        if before == shown:
            return found[::-1]
    return found[:1]


def undo(row, fields):
    row |= {name: fields[name][0] for name in row if name in fields}


def order_in(rows, column, parent):
    here = [key for key, row in rows.items() if row[column] == parent.pk and not row["withdrawn_at"]]
    return sorted(here, key=lambda key: (rows[key]["position"], rows[key]["pk"]))


def told(act, found, *, zone, names):
    time = clock_in_sentence_text(wallclock.local(act.at, zone), get_language() or "en")
    words = _("%(who)s, %(time)s: %(what)s")
    what = "; ".join(told_move(one, names.get(one.key, _("one that was taken out"))) for one in found)
    return words % {"who": act.by or _("the program itself"), "time": time, "what": what}


def told_move(move, name):
    if move.new is None:
        return _("“%(name)s” is no longer there") % {"name": name}
    if move.old is None:
        return _("“%(name)s” came to place %(new)s") % {"name": name, "new": move.new}
    return _("“%(name)s” from place %(old)s to %(new)s") % {"name": name, "old": move.old, "new": move.new}
