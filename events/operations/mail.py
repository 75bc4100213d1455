"""Mail on its way: notices become messages, messages are sent by one worker each, and what became of them is kept.

No transaction is open while a server is talked to. A message is taken by a conditional UPDATE, so that two workers
never send the same one; one whose worker died is sent again with the same Message-ID.
"""

import smtplib
import time
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db.models import F, Q
from django.utils.translation import gettext_noop

from events.domain.facts import MeetingFacts
from events.issued import told_facts
from events.links import reply_link, request_link
from events.messages.kinds import MESSAGE_LANGUAGES, MESSAGES
from events.messages.message import Message, Recipient, Sender, Shared, language_of, rendered
from events.models import Mail, MessageText
from events.queries import meeting_facts
from participants.models import Delegation, Notice, Request, Roster, User
from participants.operations.acting import Stale, acting

DELAYS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 480))
DEAD_AFTER = timedelta(minutes=10)
AT_ONCE = 50
# What is true no more once the meeting is cancelled.
CALLED_OFF = frozenset({"invitation", "reminder", "changed", "revision", "granted", "promoted", "waiting"})
NO_ADDRESS = gettext_noop("No e-mail address is known.")
OVERTAKEN = gettext_noop("Overtaken by what happened since.")


def take_up(*, at: datetime) -> int:
    """Write the messages of the notices that have none, and return how many; none is written twice."""
    waiting = Notice.objects.filter(mail__isnull=True).order_by("pk").values_list("pk", "roster")[: AT_ONCE * 4]
    of_roster: dict[int, list[int]] = {}
    for key, roster in waiting:
        of_roster.setdefault(roster, []).append(key)
    return sum(_write(roster, keys, at) for roster, keys in of_roster.items())


def _write(roster_key: int, keys: list[int], at: datetime) -> int:
    roster = Roster.objects.select_related("event").get(pk=roster_key)
    notices = list(Notice.objects.filter(pk__in=keys).select_related("delegation", "request").order_by("pk"))
    post = _Post(roster, meeting_facts(roster), {one.delegation_id for one in notices})
    rows = [post.mail(one, at=at) for one in notices]
    # Another worker may have come to the same notices: the first one's messages stand.
    Mail.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


class _Post:
    """What messages of one meeting to some delegations (keys) share: what they tell, in which words, after what."""

    def __init__(self, roster: Roster, facts: MeetingFacts, delegations: Collection[int]):
        self.roster, self.facts, self.delegations = roster, facts, delegations
        event = roster.event
        sender = Sender(
            email=event.contact_email or _mailbox(settings.DEFAULT_FROM_EMAIL),
            name=event.contact_name,
            domain=settings.ICAL_DOMAIN,
            public_url=settings.PUBLIC_URL,
        )
        # While nothing was issued, messages tell the meeting as it stands.
        self.shared = Shared(facts, issued=told_facts(roster) or facts, sender=sender)
        rows = MessageText.objects.filter(event=event)
        self.texts = {(one.kind, one.language): (one.subject, one.body) for one in rows}
        self.requests = {one.uuid: one for one in facts.roster.requests}

    def mail(self, notice: Notice, *, at: datetime) -> Mail:
        recipient = self.recipient(notice.delegation, notice.request, kind=notice.kind)
        message = self.message(recipient, kind=notice.kind, data=notice.data, at=at)
        to = recipient.address
        if message.method == "CANCEL" and (notice.delegation_id, to) not in self.invited:
            message = replace(message, calendar="", method="")
        if message.calendar and to:
            self.last[notice.delegation_id] = message.calendar
        return Mail(
            roster=self.roster, delegation=notice.delegation, request=notice.request, notice=notice, kind=notice.kind,
            to=to, made_at=at, next_at=at, state="queued" if to else "dropped", words="" if to else NO_ADDRESS,
            **_columns(message),
        )  # fmt: skip

    @cached_property
    def invited(self) -> set[tuple[int, str]]:
        """Delegation and address of every entry that was sent: one that never came cannot be cancelled."""
        entries = Mail.objects.filter(delegation__in=self.delegations, method="REQUEST").exclude(state="dropped")
        return set(entries.values_list("delegation", "to"))

    @cached_property
    def last(self) -> dict[int, str]:
        """The calendar part that each delegation was sent last; one sent after that must not count as older."""
        sent = Mail.objects.filter(delegation__in=self.delegations).exclude(calendar="").exclude(state="dropped")
        sent = sent.order_by("pk")
        return dict(sent.values_list("delegation", "calendar"))

    def recipient(self, delegation: Delegation, request: Request | None, *, kind: str) -> Recipient:
        return Recipient(
            delegation=self.facts.delegations[str(delegation.uuid)],
            request=self.requests.get(str(request.uuid)) if request else None,
            link=request_link(request) if request else reply_link(delegation),
            last=self.last.get(delegation.pk, "") if MESSAGES[kind].method else "",
        )

    def message(
        self, recipient: Recipient, *, kind: str, at: datetime, data=None, texts=None, language: str = ""
    ) -> Message:
        language = language or language_of(self.facts, recipient.delegation, recipient.request)
        texts = texts or self.texts.get((kind, language)) or MESSAGES[kind].texts[language]
        return rendered(self.shared, recipient, kind=kind, language=language, texts=texts, data=data, at=at)


def _columns(message: Message) -> dict[str, str]:
    names = ("language", "subject", "text", "html", "calendar", "method")
    return {name: getattr(message, name) for name in names} | {"subject": message.subject[:1000]}


def _mailbox(address: str) -> str:
    return address.rpartition("<")[2].rstrip(">").strip()


def previewed(
    roster: Roster,
    facts: MeetingFacts,
    delegation: Delegation,
    *,
    kind: str,
    at: datetime,
    texts: tuple[str, str] | None = None,
    language: str = "",
) -> Message:
    """Return what a delegation would be told now, with `texts` or those that stand for the kind.

    `facts` are those of the meeting as it stands.
    """
    request = Request.objects.active().filter(delegation=delegation).first()
    data = {"place": 1, "position": 1, "changes": {code: ["…"] for code in MESSAGE_LANGUAGES}}
    post = _Post(roster, facts, {delegation.pk})
    recipient = post.recipient(delegation, request, kind=kind)
    return post.message(recipient, kind=kind, at=at, data=data, texts=texts, language=language)


def send_due(*, at: datetime, most: int = AT_ONCE) -> int:
    """Send what is due, one message after the other over one connection, and return how many were taken.

    Each is taken when its turn comes: however slow the server, only the one it is given counts as being sent.
    """
    begun, taken = time.monotonic(), 0
    dead = Q(state="sending", next_at__lte=at)
    due = list(Mail.objects.filter(Q(state="queued", next_at__lte=at) | dead).order_by("next_at", "pk")[:most])
    connection = get_connection() if due else None
    for mail in due:
        now = at + timedelta(seconds=int(time.monotonic() - begun))
        if is_taken(mail, now):
            taken += 1
            _send(mail, connection, now)
    if connection:
        connection.close()
    return taken


def is_taken(mail: Mail, at: datetime) -> bool:
    """Take a message, as it was read, and return whether it was still there to take."""
    same = Mail.objects.filter(pk=mail.pk, state=mail.state, attempts=mail.attempts, next_at=mail.next_at)
    taken = same.update(state="sending", attempts=F("attempts") + 1, next_at=at + DEAD_AFTER)
    mail.attempts += 1
    return bool(taken)


def _send(mail: Mail, connection, at: datetime) -> None:
    if is_overtaken(mail):
        _end(mail, state="dropped", words=OVERTAKEN)
        return
    try:
        connection.open()
        mime_of(mail, connection).send()
    except (smtplib.SMTPException, OSError, ValueError) as error:
        # What went wrong may have ended the conversation: the next message begins a new one.
        connection.close()
        words = f"{type(error).__name__}: {error}"[:2000]
        if mail.attempts > len(DELAYS) or isinstance(error, ValueError):
            _end(mail, state="failed", words=words)
        else:
            _end(mail, state="queued", words=words, next_at=at + DELAYS[mail.attempts - 1])
    else:
        _end(mail, state="sent", sent_at=at)


def _end(mail: Mail, **values) -> None:
    # One that was thought dead and taken by another worker is that one's now.
    Mail.objects.filter(pk=mail.pk, state="sending", attempts=mail.attempts).update(**values)


def is_overtaken(mail: Mail) -> bool:
    """Return whether what a message says is true no more, or said again by a newer one of its kind."""
    delegation = Delegation.objects.get(pk=mail.delegation_id)
    if mail.again_id is None:
        newer = Mail.objects.filter(delegation=mail.delegation_id, request=mail.request_id, kind=mail.kind, again=None)
        if (
            mail.kind not in ("invitation", "revision")
            and newer.filter(pk__gt=mail.pk).exclude(state="dropped").exists()
        ):
            return True
    called_off = Mail.objects.filter(delegation=mail.delegation_id, kind="cancelled", pk__gt=mail.pk)
    if mail.kind in CALLED_OFF and called_off.exclude(state="dropped").exists():
        return True
    if mail.kind == "withdrawn" and mail.request_id is None:
        return delegation.status != "withdrawn"
    if mail.kind in ("invitation", "reminder"):
        answered = ("withdrawn", "accepted", "regrets") if mail.kind == "reminder" else ("withdrawn", "regrets")
        return delegation.status in answered
    if mail.kind == "regrets":
        return delegation.status != "regrets"
    if mail.kind == "received":
        return delegation.status in ("withdrawn", "regrets")
    if mail.kind in ("granted", "promoted", "waiting"):
        request = Request.objects.get(pk=mail.request_id)
        has_place = request.held.exists()
        return request.withdrawn_at is not None or has_place == (mail.kind == "waiting")
    return False


def mime_of(mail: Mail, connection=None) -> EmailMultiAlternatives:
    """Return a message as it goes out: text, HTML and calendar part, the latter also as a file."""
    event = mail.roster.event
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[mail.to],
        reply_to=[event.contact_email] if event.contact_email else None,
        headers={"Message-ID": f"<{mail.uuid}@{settings.ICAL_DOMAIN}>", "Auto-Submitted": "auto-generated"},
        connection=connection,
    )
    message.attach_alternative(mail.html, "text/html")
    if mail.calendar:
        message.attach_alternative(mail.calendar, f"text/calendar; method={mail.method}")
        message.attach("invite.ics", mail.calendar.encode(), "application/ics")
    return message


def told_so_far(roster: Roster, kind: str) -> int:
    """Return how many notices of a kind there are, which tells a page whether somebody wrote to many since."""
    return Notice.objects.filter(roster=roster, kind=kind).count()


def tell_many(
    roster: Roster,
    *,
    kind: str,
    delegations: Iterable[str],
    by: User | None,
    at: datetime,
    is_inviting: bool = False,
    shown: int | None = None,
) -> int:
    """Have `delegations` (uuids) told what `kind` says, and return how many; with `is_inviting` they are invited now.

    Observers are told behind their request's link. One transaction, constant statements.

    Raises:
        ValueError: a kind that is not sent to many.
        Stale: `shown`, what `told_so_far` gave for the page, is not what it gives now.
    """
    if not MESSAGES[kind].is_mass:
        raise ValueError(f"{kind!r} is not sent to many")
    with acting(roster, operation=f"mail_{kind}", by=by, at=at) as act:
        if shown is not None and shown != told_so_far(act.roster, kind):
            raise Stale(current=act.roster, wanted={})
        rows = list(Delegation.objects.filter(roster=act.roster, uuid__in=list(delegations)).order_by("pk"))
        asked = {one.delegation_id: one for one in Request.objects.active().filter(roster=act.roster)}
        for row in rows:
            act.tell(kind, row, asked.get(row.pk))
        if is_inviting:
            new = [row for row in rows if row.status in ("proposed", "cleared")]
            keys = [row.pk for row in new]
            act.change_many(new, status=dict.fromkeys(keys, "invited"), status_changed_at=dict.fromkeys(keys, at))
        return len(rows)


def send_again(mail: Mail, *, at: datetime) -> Mail:
    """Queue a message that was sent, failed or dropped once more, as it was, with an identity of its own.

    While one so queued has not gone out, that one is returned. Raises ValueError for a message without an address.
    """
    if not mail.to:
        raise ValueError("a message without an address goes nowhere")
    if under_way := mail.repeats.filter(state__in=("queued", "sending")).first():
        return under_way
    copied = (
        "roster",
        "delegation",
        "request",
        "kind",
        "to",
        "language",
        "subject",
        "text",
        "html",
        "calendar",
        "method",
    )
    values = {name: getattr(mail, name) for name in copied}
    return Mail.objects.create(**values, again=mail, made_at=at, next_at=at)


def save_text(event, *, kind: str, language: str, subject: str, body: str, by: User | None, at: datetime) -> None:
    """Give a kind of message the office's own words; those of the standard text remove them."""
    with acting(event.roster, operation="save_text", by=by, at=at) as act:
        row = MessageText.objects.filter(event=event, kind=kind, language=language).first()
        if (subject, body) == MESSAGES[kind].texts[language]:
            if row:
                act.remove(row)
        elif row:
            act.change(row, subject=subject, body=body)
        else:
            act.add(MessageText(event=event, kind=kind, language=language, subject=subject, body=body))
