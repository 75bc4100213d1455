"""A person's own entries: when they speak, and where they preside. Nobody else is named in them.

Their sequences stand in no table of the programme, for who speaks may change while the speech stays: a ledger is
carried from issue to issue, by the entry's uid.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.utils.translation import gettext, override

from events.documents.ical.entries import Entry, Words, content_of, digest_of, words_of
from events.documents.ical.kept import as_cancelled, as_data, texts_of
from events.domain.facts import MeetingFacts
from events.domain.timeline import timeline
from events.domain.timing import ItemTiming, SegmentTiming, SpeechTiming, to_minute
from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.domain.texts import text_in

Ledger = Mapping[str, Mapping[str, Any]]


def slots_of(facts: MeetingFacts, *, language: str, domain: str, public_url: str) -> dict[str, dict[str, Entry]]:
    """Return every person's entries by delegate and uid, in programme order, with sequence 0 and no instants yet."""
    found: dict[str, dict[str, Entry]] = {}
    with override(language):
        words = words_of(facts, language, domain=domain, public_url=public_url)
        for segment in timeline(facts).segments:
            for delegate, entry in (*_chaired(segment, words), *_spoken(segment, words)):
                found.setdefault(delegate, {})[entry.uid] = entry
    return found


def next_ledger(
    ledger: Ledger, before: MeetingFacts | None, after: MeetingFacts, *, at: datetime, domain: str, public_url: str
) -> dict[str, dict[str, Any]]:
    """Return the ledger once `after` is issued at `at` in place of `before`: {uid: {sequence, digest, instants …}}.

    A slot that is another one gets the next sequence, one that is gone does too and is kept as cancelled.
    """
    site = {"domain": domain, "public_url": public_url}
    by_language = {code: slots_of(after, language=code, **site) for code in DOCUMENT_LANGUAGES}
    found: dict[str, dict[str, Any]] = {}
    for delegate, entries in by_language[DOCUMENT_LANGUAGES[0]].items():
        for uid in entries:
            texts = [content_of(slots[delegate][uid], after.roster.zone, code) for code, slots in by_language.items()]
            found[uid] = _entered(ledger.get(uid), digest_of(texts), delegate, at)
    for uid, row in ledger.items():
        if uid not in found:
            found[uid] = dict(row) if row.get("cancelled") else _struck(uid, row, before, at, site)
    return {uid: row for uid, row in found.items() if row}


def own_calendar(
    facts: MeetingFacts, ledger: Ledger, delegate: str, *, language: str, domain: str, public_url: str
) -> tuple[Entry, ...]:
    """Return the entries of one person as issued, cancelled ones too, by start, then uid."""
    live = slots_of(facts, language=language, domain=domain, public_url=public_url).get(delegate, {})
    entries = [_dated(entry, ledger[uid]) for uid, entry in live.items() if uid in ledger]
    for row in ledger.values():
        if row["delegate"] == delegate and row.get("cancelled"):
            entries.append(as_cancelled(row["cancelled"], language=language, is_private=True))
    return tuple(sorted(entries, key=lambda entry: (entry.start, entry.uid)))


def _entered(known: Mapping[str, Any] | None, digest: str, delegate: str, at: datetime) -> dict[str, Any]:
    if known is None:
        instant = at.isoformat()
        return {"delegate": delegate, "sequence": 0, "digest": digest, "changed_at": instant, "created_at": instant}
    if known["digest"] == digest and not known.get("cancelled"):
        return dict(known)
    kept = {name: known[name] for name in ("delegate", "created_at")}
    return kept | {"sequence": known["sequence"] + 1, "digest": digest, "changed_at": at.isoformat()}


def _struck(
    uid: str, row: Mapping[str, Any], before: MeetingFacts | None, at: datetime, site: Mapping[str, str]
) -> dict[str, Any]:
    """Return the ledger's row of a slot that is gone, {} where what it was cannot be told any more."""
    sequence, kept = row["sequence"] + 1, None
    for language in DOCUMENT_LANGUAGES if before else ():
        entry = slots_of(before, language=language, **site).get(row["delegate"], {}).get(uid)
        if entry is not None:
            entry = replace(entry, created_at=datetime.fromisoformat(row["created_at"]))
            kept = kept or as_data(entry, detail="own", state=(sequence, at))
            kept["texts"][language] = texts_of(entry)
    return {**row, "sequence": sequence, "changed_at": at.isoformat(), "cancelled": kept} if kept else {}


def _dated(entry: Entry, row: Mapping[str, Any]) -> Entry:
    instants = {name: datetime.fromisoformat(row[name]) for name in ("changed_at", "created_at")}
    return replace(entry, sequence=row["sequence"], **instants)


def _chaired(segment: SegmentTiming, words: Words) -> Iterator[tuple[str, Entry]]:
    if to_minute(segment.end) <= to_minute(segment.start):
        return
    row = segment.segment
    title = text_in(row.title, words.language)
    for delegate in row.chairs:
        summary = gettext("You preside: %(part)s") % {"part": title or words.title}
        yield delegate, _slot(f"chair/{row.uuid}/{delegate}", summary, segment, words, f"segment-{row.uuid}")


def _spoken(segment: SegmentTiming, words: Words) -> Iterator[tuple[str, Entry]]:
    for item in segment.items:
        for speech in item.speeches:
            if speech.speech.delegate and to_minute(speech.end) > to_minute(speech.start):
                title = text_in(item.item.title, words.language)
                summary = gettext("You speak: %(part)s") % {"part": title or words.title}
                key = f"speech/{speech.speech.uuid}/{speech.speech.delegate}"
                yield speech.speech.delegate, _slot(key, summary, speech, words, f"item-{item.item.uuid}")


def _slot(
    key: str, summary: str, timing: SegmentTiming | ItemTiming | SpeechTiming, words: Words, related: str
) -> Entry:
    uuid = str(uuid5(NAMESPACE_URL, key))
    return Entry(
        uuid=uuid,
        uid=f"slot-{uuid}@{words.domain}",
        sequence=0,
        changed_at=timing.start,
        created_at=timing.start,
        start=to_minute(timing.start),
        end=to_minute(timing.end),
        summary=summary,
        location=words.location,
        description="\n".join(part for part in (words.title, words.url) if part),
        url=words.url,
        categories=(),
        is_tentative=words.is_tentative,
        is_private=True,
        related=f"{related}@{words.domain}",
    )
