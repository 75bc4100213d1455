"""Addresses that delegations are given: absolute, under PUBLIC_URL, whatever the host a request claims."""

from urllib.parse import urlencode

from django.conf import settings

from participants.links import token_of
from participants.models import Delegation, Request, Roster

REPLY, REQUEST, OBSERVERS, FEED = "/r/", "/o/", "/m/", "/f/"


def reply_link(delegation: Delegation) -> str:
    """Return the address behind which a delegation answers."""
    return f"{settings.PUBLIC_URL}{REPLY}{token_of(delegation)}/"


def request_link(request: Request) -> str:
    """Return the address behind which a delegation sees and withdraws its request for observer places."""
    return f"{settings.PUBLIC_URL}{REQUEST}{token_of(request)}/"


def public_programme(slug: str) -> str:
    """Return the address of the programme that everybody may read."""
    return f"{settings.PUBLIC_URL}{OBSERVERS}{slug}/"


def public_feed(slug: str, *, detail: str, language: str, is_utc: bool = False) -> str:
    """Return the address of the public calendar of a meeting; what is not the usual choice stands in it."""
    usual = {"detail": (detail, "meeting"), "lang": (language, "en"), "tz": ("utc" if is_utc else "", "")}
    return _asking(f"{settings.PUBLIC_URL}{OBSERVERS}{slug}/programme-{slug}.ics", usual)


def all_meetings_feed(language: str) -> str:
    """Return the address of the calendar of all meetings whose programme is public."""
    return _asking(f"{settings.PUBLIC_URL}{OBSERVERS}meetings.ics", {"lang": (language, "en")})


def _asking(address: str, usual: dict[str, tuple[str, str]]) -> str:
    query = urlencode({name: value for name, (value, standard) in usual.items() if value != standard})
    return f"{address}?{query}" if query else address


def secret_feed(slug: str, token: str, *, is_own: bool) -> str:
    """Return the address of a secret calendar: of the programme, or a person's own."""
    name = "my-slots" if is_own else f"programme-{slug}"
    return f"{settings.PUBLIC_URL}{FEED}{token}/{name}.ics"


def observers_link(roster: Roster) -> str:
    """Return the address of the public form for observer places."""
    return f"{settings.PUBLIC_URL}{OBSERVERS}{roster.slug}/observers/"
