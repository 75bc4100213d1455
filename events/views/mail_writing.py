"""The words of messages, with a preview; and one message to many, whose recipients are shown first."""

import hashlib

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.domain.revision import IN_CALENDARS, compare
from events.forms.mail import MessageTextForm, RecipientsForm
from events.issued import told_facts
from events.messages.kinds import MASS_KINDS, MESSAGE_LANGUAGES, MESSAGES, PLACEHOLDERS
from events.models import MessageText
from events.operations.mail import previewed, save_text, tell_many, told_so_far
from events.queries import meeting_facts
from meetingplanner.languages import LANGUAGES
from participants.domain.texts import text_in
from participants.grounds import INVITING_GROUNDS
from participants.models import Delegation
from participants.models.roster import STATUSES
from participants.notices import NOTICES
from participants.operations.acting import Stale
from participants.views.access import meeting_view
from participants.views.saving import say_saved

# Whom each kind is for, by status.
CALLED = {
    "invitation": ("proposed", "cleared", "invited"),
    "reminder": ("invited", "tentative"),
    "changed": ("invited", "tentative", "accepted"),
    "cancelled": ("invited", "tentative", "accepted"),
}
TICKED = {"invitation": ("cleared", "invited")}


@meeting_view("edit_delegations")
@require_safe
def mail_texts(request, roster):
    own = set(MessageText.objects.filter(event=roster.event).values_list("kind", "language"))
    rows = [
        {
            "kind": code,
            "label": gettext(NOTICES[code]),
            "is_mass": row.is_mass,
            "languages": [
                {"code": one, "name": LANGUAGES[one].own_name, "is_own": (code, one) in own}
                for one in MESSAGE_LANGUAGES
            ],
        }
        for code, row in MESSAGES.items()
    ]
    return render(request, "events/mail_texts.html", {"tab": "mail", "rows": rows})


@meeting_view("edit_delegations")
def mail_text(request, roster, message, language):
    kind = message
    if kind not in MESSAGES or language not in MESSAGE_LANGUAGES:
        raise Http404
    standard = MESSAGES[kind].texts[language]
    row = MessageText.objects.filter(event=roster.event, kind=kind, language=language).first()
    texts = (row.subject, row.body) if row else standard
    data = request.POST if request.method == "POST" else None
    form = MessageTextForm(data, kind=kind, initial={"subject": texts[0], "body": texts[1], "version": mark(texts)})
    if data is not None and "reset" in data:
        return saved(request, roster, kind, language, standard)
    if data is not None and form.is_valid():
        texts_wanted = (form.cleaned_data["subject"], form.cleaned_data["body"])
        if "preview" in data:
            texts = texts_wanted
        elif form.cleaned_data["version"] != mark(texts):
            form.add_differing("body", current=texts[1], yours=texts_wanted[1])
            form.take_over(version=mark(texts))
        else:
            return saved(request, roster, kind, language, texts_wanted)
    context = {
        "tab": "mail",
        "kind": kind,
        "label": gettext(NOTICES[kind]),
        "language_name": LANGUAGES[language].own_name,
        "form": form,
        "is_own": row is not None,
        "placeholders": [(f"%({name})s", gettext(PLACEHOLDERS[name])) for name in MESSAGES[kind].placeholders],
        "preview": preview(roster, kind, texts, language),
    }
    return render(request, "events/mail_text.html", context)


def mark(texts):
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]


def saved(request, roster, kind, language, texts):
    now = timezone.now()
    save_text(
        roster.event, kind=kind, language=language, subject=texts[0], body=texts[1], by=request.user, at=now
    )  # fmt: skip
    say_saved(request, at=now, zone=roster.zone, what=_("The text of the message was saved."))
    return redirect("events:mail_text", roster.slug, kind, language)


def preview(roster, kind, texts, language):
    """What the first delegation that it may go to would be told; None while there is none."""
    is_of_request = "places" in MESSAGES[kind].placeholders or "position" in MESSAGES[kind].placeholders
    rows = Delegation.objects.filter(roster=roster).exclude(status="withdrawn").order_by("entity__code")
    first = rows.filter(requests__isnull=not is_of_request).first() or rows.first()
    words = {"texts": texts, "language": language}
    return first and previewed(roster, meeting_facts(roster), first, kind=kind, at=timezone.now(), **words)


@meeting_view("edit_delegations")
def mail_new(request, roster, message):
    kind = message
    if kind not in MASS_KINDS:
        raise Http404
    facts = meeting_facts(roster)
    rows = recipients(facts.roster, kind)
    data = request.POST if request.method == "POST" else None
    ticked = [uuid for uuid, row in rows.items() if row["is_ticked"]]
    form = RecipientsForm(
        data, choices=[(uuid, row["words"]) for uuid, row in rows.items()], is_invitation=kind == "invitation",
        initial={"delegations": ticked, "is_inviting": True, "shown": told_so_far(roster, kind)},
    )  # fmt: skip
    if data is not None and form.is_valid() and told(request, roster, kind, form):
        return redirect("events:mail", roster.slug)
    first = Delegation.objects.filter(roster=roster, uuid__in=ticked).order_by("entity__code").first()
    context = {
        "tab": "mail",
        "kind": kind,
        "label": gettext(NOTICES[kind]),
        "form": form,
        "rows": rows,
        "lacking": [row["name"] for row in rows.values() if row["is_ticked"] and not row["address"]],
        "preview": first and previewed(roster, facts, first, kind=kind, at=timezone.now()),
        "is_unissued": kind == "changed" and differs_in_calendars(told_facts(roster), facts),
    }
    return render(request, "events/mail_new.html", context)


def differs_in_calendars(issued, facts):
    """Whether the draft has another day, hour or place than what was issued, of which messages would not tell."""
    changes = compare(issued, facts) if issued else ()
    return any((one.area, one.field) in IN_CALENDARS for one in changes)


def told(request, roster, kind, form):
    """Whether those ticked are told now; else somebody wrote to many meanwhile, and the form says so."""
    now, wanted = timezone.now(), form.cleaned_data
    try:
        count = tell_many(
            roster, kind=kind, delegations=wanted["delegations"], is_inviting=wanted.get("is_inviting", False),
            shown=wanted["shown"], by=request.user, at=now,
        )  # fmt: skip
    except Stale:
        words = _("Such messages were sent after you opened this page. Look at who is ticked, then press again.")
        form.add_error(None, words)
        form.take_over(shown=told_so_far(roster, kind))
        return False
    words = ngettext("%(count)s message is on its way.", "%(count)s messages are on their way.", count)
    say_saved(request, at=now, zone=roster.zone, what=words % {"count": count})
    return True


def recipients(facts, kind):
    """By uuid, in order of names: the delegations that a message of `kind` may go to, with address and status."""
    language = get_language() or "en"
    names = {one.code: text_in(one.names, language) for one in facts.entities}
    addresses = {one.delegation: one.contact_email for one in facts.requests if one.withdrawn_at is None}
    found = {}
    for one in sorted(facts.delegations, key=lambda one: names[one.entity]):
        is_invited = any(ground in INVITING_GROUNDS for ground in one.grounds)
        if one.status not in CALLED[kind] or (kind in TICKED and not is_invited):
            continue
        address, name = addresses.get(one.uuid) or one.contact_email, names[one.entity]
        words = f"{name} ({STATUSES[one.status]}, {address or gettext('no address')})"
        is_ticked = bool(address) and one.status in TICKED.get(kind, CALLED[kind])
        found[one.uuid] = {"name": name, "address": address, "words": words, "is_ticked": is_ticked}
    return found
