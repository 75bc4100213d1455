"""One message as it goes out: subject, plain text, HTML and calendar part, from the meeting's facts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.html import escape
from django.utils.translation import gettext, ngettext, override

from events.documents.edition_words import revision_name
from events.documents.ical import CalendarValues, calendar_values
from events.documents.ical.invitations import Attendee, invitation_bytes
from events.documents.meeting_words import meeting_words
from events.documents.words import entity_name, moment
from events.domain.facts import MeetingFacts
from events.domain.wallclock import instant
from events.messages.kinds import MESSAGE_LANGUAGES, MESSAGES
from events.messages.texts import filled
from participants.documents.places import of_place
from participants.domain.dates import span_text
from participants.domain.prose import apposed, listed
from participants.domain.texts import bare, text_in
from participants.domain.values import DelegationFacts, RequestFacts

ADDRESS = re.compile(r"https?://[^\s<>]+")


@dataclass(frozen=True, kw_only=True)
class Message:
    """A message in one language, ready to be sent; `calendar` is a text/calendar part with its method, or empty."""

    language: str
    subject: str
    text: str
    html: str
    calendar: str = ""
    method: str = ""


@dataclass(frozen=True, kw_only=True)
class Sender:
    """Who sends: address and name of the organiser of the calendar entry, its domain, the site's address."""

    email: str
    name: str
    domain: str
    public_url: str


def language_of(facts: MeetingFacts, delegation: DelegationFacts, request: RequestFacts | None) -> str:
    """Return the language in which a delegation is told something: its own if there are words in it.

    Otherwise French for who reads French before English by choice of the meeting, English for the rest.
    """
    wanted = (request.language if request else "") or delegation.language
    usual = next((code for code in facts.languages if code in MESSAGE_LANGUAGES), MESSAGE_LANGUAGES[0])
    return wanted if wanted in MESSAGE_LANGUAGES else usual


def address_of(delegation: DelegationFacts, request: RequestFacts | None) -> str:
    """Return the e-mail address to write to, empty when none is known."""
    return (request.contact_email if request else "") or delegation.contact_email


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """Who is told: a delegation, the request it came by if it observes, the link it is given.

    `last` is the calendar part that it was sent before, "" for none.
    """

    delegation: DelegationFacts
    request: RequestFacts | None
    link: str
    last: str = ""

    @property
    def address(self) -> str:
        """The e-mail address to write to, empty when none is known."""
        return address_of(self.delegation, self.request)


class Shared:
    """What all messages of one meeting share, worked out once for each language that somebody reads.

    Title, time and place, and the calendar part, are as `issued`: nothing of the draft goes out.
    """

    def __init__(self, facts: MeetingFacts, *, issued: MeetingFacts, sender: Sender):
        self.facts, self.issued, self.sender = facts, issued, sender
        self._words: dict[str, dict[str, str]] = {}
        self._calendars: dict[str, CalendarValues] = {}

    def words(self, language: str) -> dict[str, str]:
        """Return what the placeholders of every message say in `language`, the active one."""
        if language not in self._words:
            self._words[language] = _shared_words(self.facts, self.issued, language)
        return self._words[language]

    def calendar(self, language: str) -> CalendarValues:
        """Return the entry of the meeting in `language`."""
        if language not in self._calendars:
            site = {"domain": self.sender.domain, "public_url": self.sender.public_url}
            self._calendars[language] = calendar_values(self.issued, language=language, **site)
        return self._calendars[language]


def rendered(
    shared: Shared,
    recipient: Recipient,
    *,
    kind: str,
    language: str,
    texts: tuple[str, str],
    data: Mapping[str, object] | None = None,
    at: datetime,
) -> Message:
    """Return the message of `kind` in `language`, with (subject, body) `texts`, those of the office or the standard.

    The calendar part is made `at` that instant.
    """
    row, data = MESSAGES[kind], data or {}
    with override(language):
        values = shared.words(language) | _own_words(shared.facts, recipient, language, data)
        values = {name: bare(text) for name, text in values.items()}
        body = filled(texts[1], values)
        is_in_calendar = row.method and data.get("has_calendar", True) and recipient.address
        calendar = _calendar(shared, recipient, language, method=row.method, at=at) if is_in_calendar else ""
    subject = " ".join(filled(texts[0], values).split())
    return Message(
        language=language,
        subject=subject,
        text=body.strip() + "\n",
        html=html_of(body, subject=subject, language=language),
        calendar=calendar,
        method=row.method if calendar else "",
    )


def html_of(text: str, *, subject: str, language: str) -> str:
    """Return plain text as HTML: paragraphs and line ends kept, addresses made links, everything else escaped."""
    paragraphs = [_linked(one).replace("\n", "<br>\n") for one in re.split(r"\n\s*\n", text.strip())]
    style = "font:16px/1.5 sans-serif;color:#1c2733;max-width:40em;margin:1.5em auto;padding:0 1em"
    body = "\n".join(f"<p>{one}</p>" for one in paragraphs)
    head = f'<head><meta charset="utf-8"><title>{escape(subject)}</title></head>'
    return f'<!doctype html>\n<html lang="{language}">\n{head}\n<body style="{style}">\n{body}\n</body>\n</html>\n'


def _linked(text: str) -> str:
    parts, end = [], 0
    for found in ADDRESS.finditer(text):
        address = escape(found[0])
        parts += [escape(text[end : found.start()]), f'<a href="{address}">{address}</a>']
        end = found.end()
    return "".join((*parts, escape(text[end:])))


def _shared_words(facts: MeetingFacts, issued: MeetingFacts, language: str) -> dict[str, str]:
    zone = issued.roster.zone
    room = issued.room
    where = [text_in(texts, language) for texts in (room.names, room.building, room.city)] if room else []
    deadline = issued.reply_deadline and moment(instant(issued.reply_deadline, zone), zone, language)
    contact = [facts.contact_name, facts.contact_email, facts.contact_phone]
    return {
        "meeting": text_in(issued.title, language),
        "noun": meeting_words(issued.kind).noun,
        "when": f"{span_text(issued.start, issued.end, language)} ({_times_of(zone, language)})",
        "where": apposed(dict.fromkeys(filter(None, where)), language) or gettext("The room will be announced."),
        "deadline": gettext("Please answer by the following time: %(moment)s.") % {"moment": deadline}
        if deadline
        else gettext("Please answer at your earliest convenience."),
        "contact": "\n".join(filter(None, contact)) or text_in(facts.short_title or facts.title, language),
    }


def _own_words(facts: MeetingFacts, recipient: Recipient, language: str, data: Mapping[str, object]) -> dict[str, str]:
    return {
        "delegation": _name(facts, recipient, language),
        "link": recipient.link,
        "places": _places(recipient.request, data, language),
        "position": _position(facts, data),
        "revision": revision_name(data.get("number", 0)),
        "changes": "\n".join(f"– {one}" for one in data.get("changes", {}).get(language, ())),
    }


def _name(facts: MeetingFacts, recipient: Recipient, language: str) -> str:
    return entity_name(facts.entities[recipient.delegation.entity], language)


def _times_of(zone: str, language: str) -> str:
    return gettext("times %(of_place)s") % {"of_place": of_place(zone, language)}


def _places(request: RequestFacts | None, data: Mapping[str, object], language: str) -> str:
    numbers = (request.place_numbers if request else ()) or ((data["place"],) if data.get("place") else ())
    words = ngettext("observer place %(numbers)s", "observer places %(numbers)s", len(numbers))
    return words % {"numbers": listed([str(number) for number in numbers], language)}


def _position(facts: MeetingFacts, data: Mapping[str, object]) -> str:
    if not facts.roster.desk.is_position_shown or not data.get("position"):
        return gettext("It is on the waiting list.")
    return gettext("It is number %(position)s on the waiting list.") % {"position": data["position"]}


def _calendar(shared: Shared, recipient: Recipient, language: str, *, method: str, at: datetime) -> str:
    name, status = bare(_name(shared.facts, recipient, language)), recipient.delegation.status
    attendee = Attendee(email=recipient.address, name=name, answer=status)
    note = gettext("Your answer counts through your link only: %(link)s") % {"link": recipient.link}
    about = {"attendee": attendee, "organiser": shared.sender, "note": note, "at": at, "last": recipient.last}
    return invitation_bytes(shared.calendar(language), method=method, **about).decode()
