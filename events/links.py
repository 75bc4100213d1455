"""Addresses that delegations are given: absolute, under PUBLIC_URL, whatever the host a request claims."""

from django.conf import settings

from participants.links import token_of
from participants.models import Delegation, Request, Roster

REPLY, REQUEST, OBSERVERS = "/r/", "/o/", "/m/"


def reply_link(delegation: Delegation) -> str:
    """Return the address behind which a delegation answers."""
    return f"{settings.PUBLIC_URL}{REPLY}{token_of(delegation)}/"


def request_link(request: Request) -> str:
    """Return the address behind which a delegation sees and withdraws its request for observer places."""
    return f"{settings.PUBLIC_URL}{REQUEST}{token_of(request)}/"


def observers_link(roster: Roster) -> str:
    """Return the address of the public form for observer places."""
    return f"{settings.PUBLIC_URL}{OBSERVERS}{roster.slug}/observers/"
