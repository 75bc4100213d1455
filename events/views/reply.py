"""Behind a delegation's link: what stands, what was received and when, and the form to answer; no account."""

from types import SimpleNamespace

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events.documents.base import ICS
from events.documents.ical import render as calendar_bytes
from events.issued import answers_due_at, told_facts
from events.links import REPLY
from events.operations.calendars import calendar_of
from events.queries import meeting_facts
from events.views.downloads import download, etag_of_body
from events.views.public import announced, dead_link, public_view
from meetingplanner.languages import INTERFACE_LANGUAGES
from participants.domain.allocation import allocate, why_not
from participants.domain.answers import digest, from_plain
from participants.domain.desk import rules_at
from participants.forms.answers import AnswerForm, MemberForm, check_heads
from participants.forms.wording import entity_name
from participants.grounds import INVITING_GROUNDS
from participants.links import Ended, delegation_of, request_of, token_of
from participants.models import Delegation, Request
from participants.operations.acting import Stale
from participants.operations.answers import Closed, answer_by_link, members_of, present_answer
from participants.operations.observers import withdraw_observer
from participants.queries import desk_facts, request_facts

MOST_ROWS = 30


@public_view("reply")
def reply(request, token):
    try:
        row = delegation_of(token, at=timezone.now())
    except LookupError:
        return dead_link(request)
    except Ended as ended:
        return dead_link(request, roster=ended.row.roster)
    speak(request, row.language)
    page = AnswerPage(request, row)
    if request.method == "POST" and page.is_answered():
        return redirect(request.path)
    return render(request, "events/reply.html", page.context())


@public_view("calendar")
@require_safe
def reply_calendar(request, token):
    try:
        row = delegation_of(token, at=timezone.now())
    except (LookupError, Ended) as error:
        raise Http404 from error
    speak(request, row.language)
    facts, language = told_facts(row.roster) or meeting_facts(row.roster), get_language() or "en"
    values = calendar_of(facts, [], detail="meeting", language=language).values
    content = calendar_bytes(values)
    name = f"{row.roster.slug}-{language}.ics"
    return download(
        content, name=name, content_type=ICS, etag=etag_of_body(content), changed_at=values.changed_at
    )  # fmt: skip


@public_view("request")
def request_page(request, token):
    """An observer's request: where it stands. The delegation answers on the same page, behind the same token."""
    try:
        asked = request_of(token, at=timezone.now())
    except LookupError:
        return dead_link(request)
    except Ended as ended:
        return dead_link(request, roster=ended.row.roster)
    speak(request, asked.language)
    page = AnswerPage(request, Delegation.objects.select_related("roster__event").get(pk=asked.delegation_id), asked)
    if request.method == "POST" and page.is_answered():
        return redirect(request.path)
    return render(request, "events/reply.html", page.context())


@public_view("withdraw")
@require_POST
def request_withdraw(request, token):
    try:
        asked = request_of(token, at=timezone.now())
    except (LookupError, Ended) as error:
        raise Http404 from error
    speak(request, asked.language)
    if request.POST.get("sure") != "yes":
        messages.error(request, _("Tick that you give the request up, then press again. Nothing was changed."))
    else:
        withdraw_observer(asked, by=None, at=timezone.now(), why=gettext("By the delegation's own link"))
    return redirect("events:request", token)


def speak(request, language):
    """Answer in the delegation's language unless the reader chose one."""
    if language in INTERFACE_LANGUAGES and "django_language" not in request.COOKIES:
        translation.activate(language)
        request.LANGUAGE_CODE = language


class AnswerPage:
    """The page behind a link: the delegation, the request it came by if it observes, and the forms."""

    def __init__(self, request, row, asked=None):
        self.request, self.row, self.now = request, row, timezone.now()
        self.roster, self.language = row.roster, get_language() or "en"
        self.asked = asked or Request.objects.active().filter(delegation=row).first()
        self.grounds = set(row.invitations.values_list("ground", flat=True))
        self.is_observer = not self.grounds & set(INVITING_GROUNDS) and "secretariat" not in self.grounds
        self.members = members_of(row)
        self.due_at = answers_due_at(self.roster)
        self.present = present_answer(row, self.members, self.language)
        self.form, self.rows = self.forms()

    @property
    def is_late(self):
        return self.due_at is not None and self.now >= self.due_at

    @property
    def places(self):
        """How many may come: the places it has, or asks for as an observer."""
        if self.is_observer:
            return self.asked.places_asked if self.asked else 0
        return self.row.places_at_table + self.row.places_behind

    def forms(self):
        data = self.request.POST if self.request.method == "POST" else None
        answer = self.present
        initial = {name: getattr(answer, name) for name in ("contact_name", "contact_email", "wants_floor")}
        initial |= {"on_behalf_of": answer.on_behalf_of, "language": answer.language, "version": digest(answer)}
        if self.asked and self.is_observer:
            for name in ("contact_name", "contact_email"):
                initial[name] = initial[name] or getattr(self.asked, name)
        initial["status"] = answer.status if answer.status in ("accepted", "tentative", "regrets") else None
        count = min(max(self.places, len(self.members)), MOST_ROWS)
        rows = []
        for number in range(count):
            one = answer.members[number] if number < len(answer.members) else None
            values = {"role": "adviser" if number else "head"}
            if one:
                values = {name: getattr(one, name) for name in MemberForm.base_fields}
            rows.append(MemberForm(data, prefix=f"m{number}", initial=values))
        return AnswerForm(data, initial=initial, is_observer=self.is_observer), rows

    def is_answered(self):
        if not all([self.form.is_valid(), *(one.is_valid() for one in self.rows)]):
            return False
        check_heads(self.rows)
        if any(one.errors for one in self.rows):
            return False
        members = tuple(
            one.member() for one in self.rows if one.cleaned_data["family_name"] or one.cleaned_data["uuid"]
        )
        answer = self.form.answer(status=self.row.status, members=members)
        return self.is_received(answer)

    def is_received(self, answer):
        try:
            received = answer_by_link(
                self.row, answer=answer, written_in=self.language, seen=self.form.cleaned_data["version"],
                at=self.now, due_at=self.due_at,
            )  # fmt: skip
        except Stale as stale:
            current = present_answer(stale.current, members_of(stale.current), self.language)
            words = _("What stands was changed after you opened this page. Compare, then send again to keep yours.")
            self.form.add_error(None, words)
            self.form.take_over(version=digest(current))
            self.present = current
        except Closed:
            self.form.add_error(None, _("The invitation was withdrawn. Write to the secretariat."))
        except ValidationError as error:
            self.form.add_error(None, error)
        else:
            if received.state == "pending":
                words = _("Your change was received after the deadline; the secretariat will decide on it.")
            else:
                words = _("Your answer was received. Thank you.")
            messages.success(self.request, words)
            return True
        return False

    def context(self):
        entity = self.row.entity
        return {
            **announced(self.roster),
            "row": self.row,
            "name": entity_name(entity, self.roster),
            "form": self.form,
            "member_forms": self.rows,
            "places": self.places,
            "present": self.present,
            "is_observer": self.is_observer,
            "is_withdrawn": self.row.status == "withdrawn",
            "is_late": self.is_late,
            "due_at": self.due_at,
            "replies": [self.receipt(one) for one in self.row.replies.order_by("-received_at", "-pk")[:20]],
            "standing": self.standing(),
            "calendar": f"{REPLY}{token_of(self.row)}/meeting.ics",
        }

    @staticmethod
    def receipt(reply):
        named = from_plain(reply.answer).members if reply.answer else ()
        return {"one": reply, "members": [one for one in named if one.family_name]}

    def standing(self):
        """Where the observer's request stands; None without one."""
        if self.asked is None:
            return None
        requests = request_facts(self.roster)
        own = next(one for one in requests if one.uuid == str(self.asked.uuid))
        rules = rules_at(desk_facts(self.roster), capacity=self.roster.observer_places, at=self.now)
        allocation = allocate(requests, rules)
        template, values = why_not(own, allocation, rules)
        is_waiting = any(one.request == own.uuid for one in allocation.waiting)
        why = gettext(template) % values if self.roster.is_position_shown or not is_waiting else ""
        return SimpleNamespace(own=own, why=why, is_waiting=is_waiting, token=token_of(self.asked))
