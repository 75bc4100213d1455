"""Limits on forms that need no account: so many a minute from one address, counted in the cache that all share."""

from allauth.account.adapter import get_adapter
from allauth.core.internal.ratelimit import truncate_ip
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

SECONDS = 60


def is_too_often(request: HttpRequest, name: str, *, most: int) -> bool:
    """Return whether the sender's address has done `name` more than `most` times within a minute of its first."""
    key = f"rate:{name}:{truncate_ip(get_adapter(request).get_client_ip(request))}"
    if cache.add(key, 1, SECONDS):
        return False
    try:
        return cache.incr(key) > most
    except ValueError:
        # It ran out between the two.
        return False


def too_often(request: HttpRequest) -> HttpResponse:
    """Return the page that says so, in words."""
    response = render(request, "429.html", status=429)
    response.headers["Retry-After"] = str(SECONDS)
    return response
