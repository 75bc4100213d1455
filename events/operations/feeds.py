"""Secret addresses of calendars: made, used, revoked one by one. Only the digest of a token is stored."""

import hashlib
import secrets
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events.models import Event, Feed
from events.models.revisions import DETAILS
from participants.models import Delegate, User
from participants.operations.acting import acting

TOKEN_BYTES = 32


def make_feed(
    event: Event,
    *,
    by: User | None,
    at: datetime,
    delegate: Delegate | None = None,
    purpose: str = "",
    detail: str = "meeting",
    language: str = "en",
) -> tuple[Feed, str]:
    """Make a secret address of the programme, or of one delegate's own entries; return it and its token, shown once.

    Raises ValidationError for a delegate who has left, a detail that there is not, or an address for nobody.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with acting(event.roster, operation="make_feed", by=by, at=at) as act:
        if delegate is not None and delegate.withdrawn_at is not None:
            raise ValidationError({"delegate": _("This person has left the delegation.")})
        if delegate is None and not purpose.strip():
            raise ValidationError({"purpose": _("Say for whom it is, so that it can be revoked.")})
        if detail not in DETAILS:
            raise ValidationError({"detail": _("Choose what it has an entry for.")})
        feed = Feed(
            roster=act.roster, delegate=delegate, purpose=purpose.strip(), digest=digest_of(token), detail=detail,
            language=language, made_at=at, by=by,
        )  # fmt: skip
        return act.add(feed), token


def revoke_feed(feed: Feed, *, by: User | None, at: datetime) -> None:
    """Revoke one address; the calendars that follow it keep what they had. One revoked already is left so."""
    with acting(feed.roster, operation="revoke_feed", by=by, at=at) as act:
        if Feed.objects.filter(pk=feed.pk, revoked_at__isnull=True).exists():
            act.change(feed, revoked_at=at)


def feed_of(token: str) -> Feed:
    """Return the feed of a token. Raises LookupError for one unknown, revoked, or of somebody who has left."""
    feed = Feed.objects.select_related("roster", "delegate").filter(digest=digest_of(token)).first()
    has_left = feed is not None and feed.delegate is not None and feed.delegate.withdrawn_at is not None
    if feed is None or feed.revoked_at is not None or has_left:
        raise LookupError("no such feed")
    return feed


def note_use(feed: Feed, on: date) -> None:
    """Remember the day on which a feed was used last; one statement on the first use of a day, none on others."""
    if feed.used_on != on:
        Feed.objects.filter(pk=feed.pk).update(used_on=on)


def digest_of(token: str) -> str:
    """Return what is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
