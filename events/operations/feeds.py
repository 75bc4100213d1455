"""Secret addresses of calendars: made, renewed, used, revoked one by one. Only the digest of a token is stored."""

import hashlib
import secrets
import uuid as uuids
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from events.domain.items import DETAILS
from events.issued import current_revision
from events.models import Event, Feed
from events.operations.calendars import keep_own_calendars
from participants.models import Delegate, User
from participants.operations.acting import Acting, acting

TOKEN_BYTES = 32


class AlreadyMade(Exception):
    """The form was sent twice: the address was made, and shown, the first time."""


def make_feed(
    event: Event,
    *,
    by: User | None,
    at: datetime,
    uuid: uuids.UUID | None = None,
    delegate: Delegate | None = None,
    purpose: str = "",
    detail: str = "meeting",
    language: str = "en",
) -> tuple[Feed, str]:
    """Make a secret address of the programme, or of one delegate's own entries; return it and its token, shown once.

    Raises:
        AlreadyMade: there is one with this `uuid`.
        ValidationError: a delegate who has left, a detail that there is not, or an address for nobody.
    """
    purpose = purpose.strip()
    with acting(event.roster, operation="make_feed", by=by, at=at) as act:
        if delegate is not None and delegate.withdrawn_at is not None:
            raise ValidationError({"delegate": _("This person has left the delegation.")})
        if delegate is None and not purpose:
            raise ValidationError({"purpose": _("Say for whom it is, so that it can be revoked.")})
        if detail not in DETAILS:
            raise ValidationError({"detail": _("Choose what it has an entry for.")})
        return _added(act, uuid, delegate=delegate, purpose=purpose, detail=detail, language=language)


def renew_feed(feed: Feed, *, by: User | None, at: datetime, uuid: uuids.UUID | None = None) -> tuple[Feed, str]:
    """Give who has `feed` another address, revoke this one, and return the new one with its token, shown once.

    Raises:
        AlreadyMade: there is one with this `uuid`.
        ValidationError: it was revoked, or its person has left.
    """
    with acting(feed.roster, operation="renew_feed", by=by, at=at) as act:
        same = {name: getattr(feed, name) for name in ("delegate", "purpose", "detail", "language")}
        made = _added(act, uuid, **same)
        if not _live().filter(pk=feed.pk).exists():
            raise ValidationError(_("This address was revoked; make a new one."))
        act.change(feed, revoked_at=at)
        return made


def revoke_feed(feed: Feed, *, by: User | None, at: datetime) -> None:
    """Revoke one address; the calendars that follow it keep what they had. One revoked already is left so."""
    with acting(feed.roster, operation="revoke_feed", by=by, at=at) as act:
        if Feed.objects.filter(pk=feed.pk, revoked_at__isnull=True).exists():
            act.change(feed, revoked_at=at)


def feed_of(token: str) -> Feed:
    """Return the feed of a token. One query, which finds nothing for one unknown, revoked, or of who has left.

    Raises LookupError for these three, and takes the same time for each.
    """
    feed = _live().select_related("roster", "delegate").filter(digest=digest_of(token)).first()
    if feed is None:
        raise LookupError("no such feed")
    return feed


def note_use(feed: Feed, on: date) -> None:
    """Remember the day on which a feed was used last; one statement on the first use of a day, none on others."""
    if feed.used_on != on:
        Feed.objects.filter(pk=feed.pk).update(used_on=on)


def digest_of(token: str) -> str:
    """Return what is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def _live():
    here = Q(delegate__isnull=True) | Q(delegate__withdrawn_at__isnull=True)
    gone = Q(delegate__delegation__status="withdrawn")
    return Feed.objects.filter(here, revoked_at__isnull=True).exclude(gone)


def _added(act: Acting, uuid: uuids.UUID | None, **values) -> tuple[Feed, str]:
    if uuid is not None and Feed.objects.filter(uuid=uuid).exists():
        raise AlreadyMade
    token = secrets.token_urlsafe(TOKEN_BYTES)
    feed = Feed(
        uuid=uuid or uuids.uuid4(), roster=act.roster, digest=digest_of(token), made_at=act.at, by=act.by, **values
    )  # fmt: skip
    act.add(feed)
    revision = current_revision(act.roster)
    if feed.delegate_id is not None and revision is not None:
        keep_own_calendars(feed, revision)
    return feed, token
