"""Letters and notes verbales: one for each delegation, in Word, with the log of what was sent and acknowledged."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.documents.archives import zip_of
from events.documents.base import DOCX, Options
from events.documents.letters import collect, is_note_verbale
from events.documents.letters import render as letter_bytes
from events.forms.letters import LetterForm, SentForm
from events.links import reply_link
from events.models import Letter
from events.operations.letters import change_letter, log_letter
from events.queries import meeting_facts, office_look
from meetingplanner.languages import DOCUMENT_LANGUAGES, LANGUAGES
from participants.domain.texts import text_in
from participants.forms.wording import entity_name
from participants.grounds import INVITING_GROUNDS
from participants.models import Delegation
from participants.models.language_names import language_label
from participants.operations.acting import Stale
from participants.operations.privacy import note_access
from participants.views.access import meeting_view
from participants.views.saving import say_saved

MOST_IN_ONE = 300


def invited(facts):
    """The delegations that a letter is due to, by name."""
    names = {code: text_in(one.names, get_language() or "en") for code, one in facts.entities.items()}
    rows = [
        one
        for one in facts.roster.delegations
        if set(one.grounds) & set(INVITING_GROUNDS) and one.status not in ("withdrawn", "regrets")
    ]
    return [(names[one.entity], one) for one in sorted(rows, key=lambda one: names[one.entity])]


def language_of(delegation, facts):
    return delegation.language or next((one for one in facts.roster.document_languages), DOCUMENT_LANGUAGES[0])


@meeting_view("edit_delegations")
@require_safe
def letters(request, roster):
    facts = meeting_facts(roster)
    log = {}
    for one in Letter.objects.filter(delegation__roster=roster).select_related("sent_by").order_by("-sent_at", "-pk"):
        log.setdefault(one.delegation_id, []).append(one)
    keys = dict(roster.delegations.values_list("uuid", "pk"))
    keys = {str(uuid): key for uuid, key in keys.items()}
    rows = [
        {
            "name": name,
            "delegation": one,
            "kind": gettext("Note verbale") if is_note_verbale(facts, one) else gettext("Letter of invitation"),
            "language": LANGUAGES[language_of(one, facts)],
            "last": next(iter(log.get(keys[one.uuid], ())), None),
        }
        for name, one in invited(facts)
    ]
    return render(request, "events/letters.html", {"tab": "mail", "zone": roster.zone, "rows": rows})


@meeting_view("edit_delegations")
def letter(request, roster, uuid):
    row = delegation_of(roster, uuid)
    now, sent = timezone.now(), list(row.letters.select_related("sent_by").order_by("-sent_at", "-pk"))
    initial = {"language": row.language or roster.document_languages[0], "shown": len(sent)}
    form = SentForm(request.POST if request.method == "POST" else None, roster=roster, now=now, initial=initial)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        done = log_letter(
            row, language=data["language"], sent_at=data["sent_at"], note=data["note"], shown=data["shown"],
            by=request.user, at=now,
        )  # fmt: skip
        if done is None:
            messages.info(request, _("A letter was recorded meanwhile; it stands below."))
        else:
            say_saved(request, at=now, zone=roster.zone, what=_("The letter was recorded as sent."))
        return redirect("events:letter", roster.slug, uuid)
    context = {
        "tab": "mail",
        "zone": roster.zone,
        "row": row,
        "name": entity_name(row.entity, roster),
        "form": form,
        "sent": sent,
        "languages": [(code, language_label(code)) for code in DOCUMENT_LANGUAGES],
    }
    return render(request, "events/letter.html", context)


def delegation_of(roster, uuid):
    rows = Delegation.objects.select_related("roster", "entity")
    return get_object_or_404(rows, roster=roster, uuid=uuid)


@meeting_view("edit_delegations")
def letter_entry(request, roster, uuid):
    rows = Letter.objects.select_related("delegation__roster", "delegation__entity")
    row, now = get_object_or_404(rows, delegation__roster=roster, uuid=uuid), timezone.now()
    form = LetterForm(request.POST if request.method == "POST" else None, instance=row, roster=roster, now=now)
    if request.method == "POST" and form.is_valid():
        try:
            change_letter(row, version=form.cleaned_data["version"] or 0, by=request.user, at=now, **form.wanted)
        except Stale as stale:
            form.add_stale(stale)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            say_saved(request, at=now, zone=roster.zone, what=_("The letter was saved."))
            return redirect("events:letter", roster.slug, row.delegation.uuid)
    context = {"tab": "mail", "row": row, "form": form, "name": entity_name(row.delegation.entity, roster)}
    return render(request, "events/letter_entry.html", context)


@meeting_view("edit_delegations")
@require_safe
def letter_file(request, roster, uuid, language):
    if language not in DOCUMENT_LANGUAGES:
        raise Http404
    row, facts = delegation_of(roster, uuid), meeting_facts(roster)
    content = made(facts, row, language, office_look())
    name = f"{roster.slug}-{row.entity.code}-{language}.docx"
    note_access(roster, what=name, by=request.user, at=timezone.now(), language=language)
    return file_answer(content, name, DOCX)


@meeting_view("edit_delegations")
@require_safe
def letters_file(request, roster):
    facts, office = meeting_facts(roster), office_look()
    rows = {str(one.uuid): one for one in roster.delegations.select_related("entity")}
    files = []
    for _name, one in invited(facts)[:MOST_IN_ONE]:
        row, language = rows[one.uuid], language_of(one, facts)
        files.append((f"{row.entity.code}-{language}.docx", made(facts, row, language, office)))
    content = zip_of(files, about=gettext("Letters of invitation"), as_of=facts.roster.changed_at)
    name = f"{roster.slug}-letters.zip"
    note_access(roster, what=name, by=request.user, at=timezone.now())
    return file_answer(content, name, "application/zip")


def made(facts, row, language, office):
    options = Options(language=language, as_of=facts.roster.changed_at, office=office)
    return letter_bytes(collect(facts, facts.delegations[str(row.uuid)], options, link=reply_link(row)))


def file_answer(content, name, content_type):
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Robots-Tag": "noindex"}
    return HttpResponse(content, content_type=content_type, headers=headers)
