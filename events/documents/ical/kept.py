"""Entries that were issued and are no more: struck out until an issue a month after the meeting."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext, override

from events.documents.ical.entries import SUMMARY_CHARACTERS, Entry, entries_of_detail
from events.documents.ical.own import Ledger, own_entries
from events.domain.facts import MeetingFacts
from events.domain.items import DETAILS
from events.domain.timeline import timeline
from meetingplanner.languages import DOCUMENT_LANGUAGES

KEPT_FOR = timedelta(days=30)
OWN = "own"
Key = tuple[str, str, str]
"""Where an entry stands: a detail or OWN, whose it is ("" for the programme's), its uid."""
_SAME = ("uid", "uuid", "related")
_INSTANTS = ("created_at", "start", "end")
_WORDS = ("summary", "location", "categories", "url")


def kept_after(
    earlier: Iterable[Mapping[str, Any]],
    before: tuple[MeetingFacts, Ledger],
    after: tuple[MeetingFacts, Ledger],
    *,
    at: datetime,
    domain: str,
    public_url: str,
) -> list[dict[str, Any]]:
    """Return what is kept as cancelled once `after` is issued at `at` in place of `before`, as JSON, by key.

    Both are facts with their ledger, `earlier` what was kept so far; what is there again is not kept any more. An
    entry that goes has the sequence after that it was issued with last, and its words in every language. Nothing is
    kept more than 30 days after the end of the meeting.
    """
    times = timeline(after[0])
    if at > max(times.end, times.content_end) + KEPT_FOR:
        return []
    site = {"domain": domain, "public_url": public_url}
    there = _issued(*after, language=DOCUMENT_LANGUAGES[0], **site)
    found = {_key(one): dict(one) for one in earlier if _key(one) not in there}
    gone = [key for key in _issued(*before, language=DOCUMENT_LANGUAGES[0], **site) if key not in there]
    # Words in six languages are looked for only where something is gone.
    known = {code: _issued(*before, language=code, **site) for code in DOCUMENT_LANGUAGES if gone}
    for key in gone:
        found[key] = _kept(key, {code: entries[key] for code, entries in known.items()}, at)
    return [found[key] for key in sorted(found)]


def kept_entries(
    cancelled: Iterable[Mapping[str, Any]], *, language: str, detail: str, owner: str = ""
) -> tuple[Entry, ...]:
    """Return what is kept of `detail`, or of OWN and its `owner`, in `language`; each entry says it is cancelled."""
    with override(language):
        return tuple(_cancelled(one, language) for one in cancelled if _key(one)[:2] == (detail, owner))


def _issued(facts: MeetingFacts, ledger: Ledger, *, language: str, domain: str, public_url: str) -> dict[Key, Entry]:
    """Return every entry of an issue in one language."""
    site = {"domain": domain, "public_url": public_url}
    found = {
        (detail, "", entry.uid): entry
        for detail in DETAILS
        for entry in entries_of_detail(facts, language=language, detail=detail, **site)
    }
    for owner, entries in own_entries(facts, ledger, language=language, **site).items():
        found |= {(OWN, owner, entry.uid): entry for entry in entries}
    return found


def _key(kept: Mapping[str, Any]) -> Key:
    return kept["detail"], kept["owner"], kept["uid"]


def _kept(key: Key, by_language: Mapping[str, Entry], at: datetime) -> dict[str, Any]:
    entry = next(iter(by_language.values()))
    return {
        "detail": key[0],
        "owner": key[1],
        "sequence": entry.sequence + 1,
        "changed_at": at.isoformat(),
        **{name: getattr(entry, name) for name in _SAME},
        **{name: getattr(entry, name).isoformat() for name in _INSTANTS},
        "words": {code: {name: getattr(one, name) for name in _WORDS} for code, one in by_language.items()},
    }


def _cancelled(kept: Mapping[str, Any], language: str) -> Entry:
    words = kept["words"].get(language) or next(iter(kept["words"].values()))
    summary = gettext("CANCELLED: %(title)s") % {"title": words["summary"]}
    return Entry(
        sequence=kept["sequence"],
        changed_at=datetime.fromisoformat(kept["changed_at"]),
        summary=summary[:SUMMARY_CHARACTERS],
        location=words["location"],
        description=words["url"],
        url=words["url"],
        categories=tuple(words["categories"]),
        is_tentative=False,
        is_cancelled=True,
        is_private=bool(kept["owner"]),
        **{name: kept[name] for name in _SAME},
        **{name: datetime.fromisoformat(kept[name]) for name in _INSTANTS},
    )
