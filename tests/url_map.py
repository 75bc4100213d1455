"""Every address of the site, and those of one meeting filled in with its own rows."""

from dataclasses import dataclass

from django.urls import URLPattern, get_resolver, reverse

from events.models import (
    Feed,
    IssuedPrint,
    Item,
    Job,
    Letter,
    Mail,
    NoteParagraph,
    OpenPoint,
    Revision,
    SeatingRule,
    Segment,
    StoredPrint,
    Task,
)
from events.operations.issuing import issue_revision
from participants.models import Act, Appointment, Delegate, Delegation, ListFile, Reply, Request
from tests.factories import AT, feed, job, letter, list_file, mail, reply, seating_rule, stored_print, task

OURS = ("events", "participants", "meetingplanner")
# What the uuid of an address stands for, by the address's name.
UUIDS = {
    Delegation: {
        "delegation", "reply", "places", "grounds", "delegation_withdraw", "delegation_restore", "delegate_add",
        "desk_take_back", "letter", "letter_file", "link_revoke", "confidential_add", "confidential_remove",
        "seating_pin", "seating_why",
    },
    Segment: {"segment_chairs", "segment_podium", "programme_add", "programme_order", "script_line"},
    Item: {
        "programme_move", "programme_fit", "programme_edit", "programme_withdraw", "programme_restore", "item_file",
        "arrivals_media", "speakers_order", "speakers_put", "speakers_why",
    },
    Delegate: {
        "delegate", "delegate_move", "delegate_head", "delegate_withdraw", "delegate_restore", "arrival",
        "substitute",
    },
    Reply: {"reply_decide"},
    Task: {"task", "task_tick"},
    Letter: {"letter_entry"},
    Mail: {"mail_message", "mail_html", "mail_calendar", "mail_again"},
    Request: {"observer_withdraw", "observer_request"},
    OpenPoint: {
        "open_point", "open_point_edit", "open_point_settle", "open_point_option", "open_point_reopen",
    },
    NoteParagraph: {"note_edit", "note_remove"},
    Job: {"job", "job_cancel", "job_file"},
    Feed: {"feed_renew", "feed_revoke"},
    SeatingRule: {"seating_rule_removed"},
    ListFile: {"list_file", "list_columns", "list_review", "list_save"},
}  # fmt: skip
# What an address is that shows no page of its own when it is looked at.
ONLY_FORMS = {
    "participants:presence", "participants:status_of_many", "participants:delegation_restore",
    "participants:delegate_move", "participants:delegate_head", "participants:delegate_withdraw",
    "participants:delegate_restore", "events:programme_move", "events:programme_order",
    "events:programme_withdraw", "events:programme_restore", "events:observer_take_over", "events:seating_order",
    "events:seating_hand_order", "events:seating_interpreters", "events:seating_take", "events:seating_undo",
    "events:seating_follow", "events:seating_moved", "events:seating_pin", "events:seating_rule_removed",
    "events:seating_room", "events:seating_mark", "events:seating_numbers", "events:open_point_settle",
    "events:open_point_option", "events:open_point_reopen", "events:note_order", "events:note_decide",
    "events:prints_make", "events:zip_make", "events:job_cancel", "events:desk_seconds", "events:desk_release",
    "events:desk_take_back", "participants:link_revoke", "events:mail_again", "events:task_tick",
    "events:task_standard", "events:retention_purge", "participants:confidential_remove",
    "events:list_review", "events:list_save", "events:revision_languages", "events:feed_make", "events:feed_renew",
    "events:feed_revoke", "events:arrivals_leave", "events:arrivals_media", "events:speakers_put",
    "events:speakers_why", "events:revision_prints",
}  # fmt: skip
LEAD_TO_THE_PAGE = {
    "participants:reply", "participants:places", "participants:grounds", "events:observer_register",
    "events:observer_places", "events:task_add", "participants:confidential_add",
}  # fmt: skip
FILES = {
    "participants:delegations_export", "events:observers_export", "events:document", "events:calendar_file",
    "events:job_file", "events:print_picture", "events:mail_html", "events:mail_calendar",
    "events:list_export", "events:history_export", "events:revision_print", "events:item_file",
    "events:letter_file", "events:letters_file", "events:seating_export", "events:seating_changed",
}  # fmt: skip
FIXED = {
    "file_format": "csv",
    "kind": "items",
    "message": "invitation",
    "document": "programme",
    "language": "fr",
    "detail": "sittings",
    "name": "objectives",
    "list_code": "observers",
    "place": "absent",
    "zone": "table",
}
OF_ROSTER = {
    Delegation: "roster",
    Delegate: "delegation__roster",
    Segment: "event__roster",
    Item: "segment__event__roster",
    Request: "roster",
    Reply: "delegation__roster",
    Mail: "roster",
    Task: "event__roster",
    Letter: "delegation__roster",
    OpenPoint: "event__roster",
    NoteParagraph: "event__roster",
    Job: "roster",
    Feed: "roster",
    ListFile: "roster",
    SeatingRule: "plan__segment__event__roster",
    Appointment: "roster",
}


@dataclass(frozen=True, kw_only=True)
class Address:
    route: str
    name: str
    view: object
    parameters: tuple

    @property
    def is_ours(self):
        return self.view.__module__.split(".")[0] in OURS

    @property
    def permission(self):
        return getattr(self.view, "permission", "")


def addresses():
    return list(_walk(get_resolver(), route="", namespace=""))


def _walk(resolver, *, route, namespace):
    for one in resolver.url_patterns:
        whole = route + str(one.pattern)
        if isinstance(one, URLPattern):
            name = f"{namespace}:{one.name}" if namespace else one.name or ""
            parameters = (*one.pattern.converters, *one.pattern.regex.groupindex)
            yield Address(route=whole, name=name, view=one.callback, parameters=tuple(dict.fromkeys(parameters)))
        else:
            inner = ":".join(filter(None, (namespace, one.namespace)))
            yield from _walk(one, route=whole, namespace=inner)


ADDRESSES = {one.name: one for one in addresses() if one.is_ours and one.name != "admin:index"}
# A public form has no permission and is of no role.
OF_MEETING = [name for name, one in ADDRESSES.items() if "slug" in one.parameters and one.permission]
PAGES = [name for name in OF_MEETING if name not in ONLY_FORMS | LEAD_TO_THE_PAGE | FILES]


def filled(name, roster, *, slug=""):
    """The address called `name` with the rows of `roster`; with `slug`, as if they were of that meeting."""
    arguments = {one: _value(name, one, roster) for one in ADDRESSES[name].parameters}
    return reverse(name, kwargs=arguments | ({"slug": slug} if slug else {}))


def _value(name, parameter, roster):
    if parameter == "slug":
        return roster.slug
    if parameter == "uuid":
        return row_of(name, roster).uuid
    if parameter == "pk":
        return Appointment.objects.filter(roster=roster).latest("pk").pk
    if parameter == "key":
        return (StoredPrint.objects.filter(roster=roster, slot="sample").first() or stored_print(roster=roster)).key
    if parameter == "token":
        return issued(roster).prints.exclude(size=0).first().token
    if parameter == "number":
        return issued(roster).number if name.startswith("events:revision") else 1
    return FIXED[parameter]


def issued(roster):
    """A revision of the meeting, with its programme drawn."""
    found = Revision.objects.filter(roster=roster).first()
    if found is None:
        # Its act would stand on the first page of some histories and not of others.
        found = issue_revision(roster.event, standing="provisional", languages=["en"], by=None, at=AT)
        Act.objects.filter(roster=roster, operation="issue_revision").delete()
    IssuedPrint.objects.filter(revision=found, document="programme").update(content=b"%PDF", size=4, made_at=AT)
    return found


def row_of(name, roster):
    """The first row of the meeting that fits: an open point has options, a delegation has people."""
    model = next((model for model, names in UUIDS.items() if name.split(":")[1] in names), None)
    assert model, f"say in UUIDS what the uuid of {name} stands for"
    rows = model.objects.filter(**{OF_ROSTER[model]: roster}).order_by("pk")
    if model is Feed:
        return rows.first() or feed(roster=roster)
    if name == "events:item_file":
        issued(roster)
    if name == "events:arrival":
        return rows.filter(role="head", withdrawn_at__isnull=True).exclude(delegation__status="withdrawn").first()
    if model is Job:
        return rows.first() or job(roster=roster)
    if model is Letter:
        return rows.first() or letter(delegation=roster.delegations.first())
    if model is Task:
        return rows.first() or task(event=roster.event)
    if model is Mail:
        return rows.first() or mail(delegation=roster.delegations.first())
    if model is ListFile:
        return rows.first() or list_file(roster=roster)
    if model is Reply:
        return rows.first() or reply(delegation=roster.delegations.first())
    if model is SeatingRule:
        segment = Segment.objects.filter(event__roster=roster).order_by("pk").first()
        return rows.first() or seating_rule(segment=segment, delegation=roster.delegations.first())
    if model is OpenPoint:
        return next(one for one in rows if one.options)
    if name == "events:substitute":
        return rows.filter(withdrawn_at__isnull=True).first()
    return rows.filter(delegates__isnull=False).first() if model is Delegation else rows.first()
