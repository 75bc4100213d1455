"""Entries that were issued and are no more: kept for a month as cancelled, so that calendars strike them out."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext, override

from events.documents.ical.entries import DETAILS, SUMMARY_CHARACTERS, Entry, own_entries
from events.domain.facts import MeetingFacts
from events.domain.wallclock import nearest_instant
from meetingplanner.languages import DOCUMENT_LANGUAGES

KEPT_FOR = timedelta(days=30)
State = tuple[int, datetime]
TEXTS = ("summary", "location", "categories", "url")


def kept_after(
    earlier: Iterable[Mapping[str, Any]],
    before: MeetingFacts,
    after: MeetingFacts,
    states: Mapping[str, State],
    *,
    at: datetime,
    domain: str,
    public_url: str,
) -> list[dict[str, Any]]:
    """Return what is kept as cancelled once `after` is issued in place of `before`, as plain data, by detail and uid.

    `earlier` is what was kept so far; what is there again is not kept any more. `states` gives sequence and instant of
    change of each row by uuid, raised already. Beyond 30 days after the meeting nothing is kept.
    """
    if at > nearest_instant(after.end, after.roster.zone) + KEPT_FOR:
        return []
    site = {"domain": domain, "public_url": public_url}
    found: dict[tuple[str, str], dict[str, Any]] = {(one["detail"], one["uid"]): dict(one) for one in earlier}
    for detail in DETAILS:
        now = {one.uid for one in own_entries(after, language=DOCUMENT_LANGUAGES[0], detail=detail, **site)}
        for key in [key for key in found if key[0] == detail and key[1] in now]:
            del found[key]
        for language in DOCUMENT_LANGUAGES:
            for entry in own_entries(before, language=language, detail=detail, **site):
                if entry.uid not in now:
                    state = states.get(entry.uuid, (entry.sequence + 1, at))
                    kept = found.setdefault((detail, entry.uid), as_data(entry, detail=detail, state=state))
                    kept["texts"][language] = texts_of(entry)
    return [found[key] for key in sorted(found)]


def as_data(entry: Entry, *, detail: str, state: State) -> dict[str, Any]:
    """Return an entry as plain data without its words; `state` is its sequence and instant as cancelled."""
    return {
        "detail": detail,
        "uid": entry.uid,
        "uuid": entry.uuid,
        "related": entry.related,
        "sequence": state[0],
        "changed_at": state[1].isoformat(),
        "created_at": entry.created_at.isoformat(),
        "start": entry.start.isoformat(),
        "end": entry.end.isoformat(),
        "texts": {},
    }


def texts_of(entry: Entry) -> dict[str, Any]:
    """Return the words of an entry in its language, for `as_data`."""
    return {name: getattr(entry, name) for name in TEXTS}


def kept_entries(cancelled: Iterable[Mapping[str, Any]], *, language: str, detail: str) -> tuple[Entry, ...]:
    """Return the entries of `detail` that are kept, in `language`, each with the word that it is cancelled."""
    return tuple(as_cancelled(one, language=language) for one in cancelled if one["detail"] == detail)


def as_cancelled(kept: Mapping[str, Any], *, language: str, is_private: bool = False) -> Entry:
    """Return the cancelled entry of `as_data`."""
    texts = kept["texts"].get(language) or next(iter(kept["texts"].values()))
    with override(language):
        summary = gettext("CANCELLED: %(title)s") % {"title": texts["summary"]}
    return Entry(
        uuid=kept["uuid"],
        uid=kept["uid"],
        sequence=kept["sequence"],
        description=texts["url"],
        summary=summary[:SUMMARY_CHARACTERS],
        location=texts["location"],
        url=texts["url"],
        categories=tuple(texts["categories"]),
        is_tentative=False,
        is_cancelled=True,
        is_private=is_private,
        related=kept["related"],
        **{name: datetime.fromisoformat(kept[name]) for name in ("changed_at", "created_at", "start", "end")},
    )
