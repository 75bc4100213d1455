"""What every page without an account has: limits, no index, no trace of its address, words for a dead link."""

from functools import wraps
from types import SimpleNamespace

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language

from events.issued import told_facts
from participants.domain.texts import text_in
from participants.views.rates import is_too_often, too_often

POSTS_A_MINUTE, READINGS_A_MINUTE = 20, 240


def public_view(name):
    """Let everybody in, so many times a minute from one address, and keep the page out of caches and indexes."""

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            is_post = request.method == "POST"
            most = POSTS_A_MINUTE if is_post else READINGS_A_MINUTE
            if is_too_often(request, f"{name}-{'post' if is_post else 'get'}", most=most):
                return too_often(request)
            response = view(request, *args, **kwargs)
            response.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
            patch_cache_control(response, private=True, no_store=True)
            return response

        return login_not_required(guarded)

    return decorate


def dead_link(request, *, roster=None):
    """The answer to a link that leads nowhere, or nowhere any more: the same for a forgery as for what never was."""
    context = {"contact": roster and roster.event.contact_email, "has_ended": roster is not None}
    return render(request, "events/dead_link.html", context, status=404)


def announced(roster):
    """Title and hours for the head of pages without an account: as issued, or as they stand before any issue.

    Whom to write to is always as it stands: a question must reach somebody.
    """
    facts, event = told_facts(roster), roster.event
    title, starts, ends = (facts.title, facts.start, facts.end) if facts else (event.title, event.starts, event.ends)
    return {
        "title": text_in(title, get_language() or "en"),
        "event": SimpleNamespace(
            starts=starts,
            ends=ends,
            contact_name=event.contact_name,
            contact_email=event.contact_email,
            contact_phone=event.contact_phone,
        ),
        "zone": facts.roster.zone if facts else roster.zone,
    }
