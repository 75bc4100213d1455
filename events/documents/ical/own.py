"""A person's own entries: when they speak, and where they preside. Titles that hold another's family name are left out.

The speech's identity is the entry's, whoever speaks. Sequences stand in no table of the programme, for who speaks may
change while item and part stay: a ledger is carried from issue to issue, by uid.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext, override

from events.documents.ical.entries import Entry, Words, content_of, digest_of, entries_of, words_of
from events.documents.ical.sittings import Sitting, segment_sittings
from events.domain.facts import EntryFacts, MeetingFacts
from events.domain.items import ITEM_KINDS
from events.domain.taking_part import chairs_of, speaks
from events.domain.timeline import timeline
from events.domain.timing import ItemTiming, SegmentTiming, to_minute
from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.domain.once import once
from participants.domain.texts import Texts, text_in

Ledger = Mapping[str, Mapping[str, Any]]
# What stands for a digest once the slot is gone: nothing equals it, so its return is a change.
GONE = ""
WORD = re.compile(r"\w+")
SHORT = 3


def own_entries(
    facts: MeetingFacts, ledger: Ledger, *, language: str, domain: str, public_url: str
) -> dict[str, tuple[Entry, ...]]:
    """Return everybody's entries by delegate (uuid), by start, then uid, with the sequences of `ledger`.

    Who does not come, or has left, has none.
    """
    site = {"domain": domain, "public_url": public_url}
    found = {}
    for delegate, entries in _slots(facts, language=language, **site).items():
        dated = (_dated(one, ledger[one.uid]) for one in entries if one.uid in ledger)
        found[delegate] = tuple(sorted(dated, key=lambda one: (one.start, one.uid)))
    return found


def next_ledger(
    ledger: Ledger, after: MeetingFacts, *, at: datetime, domain: str, public_url: str
) -> dict[str, dict[str, Any]]:
    """Return the ledger once `after` is issued at `at`: {uid: {sequence, digest, changed_at, created_at}}, as JSON.

    A slot that says something else, or to somebody else, gets the next sequence; so does one that is gone, and one
    that is there again. A row is never dropped: an identity is for ever.
    """
    contents: dict[str, list[str]] = {}
    for language in DOCUMENT_LANGUAGES:
        for delegate, entries in _slots(after, language=language, domain=domain, public_url=public_url).items():
            for entry in entries:
                told = contents.setdefault(entry.uid, [delegate])
                told.append(content_of(entry, after.roster.zone, language))
    digests = dict.fromkeys(ledger, GONE) | {uid: digest_of(texts) for uid, texts in contents.items()}
    return {uid: _entered(ledger.get(uid), digest, at.isoformat()) for uid, digest in digests.items()}


def _entered(known: Mapping[str, Any] | None, digest: str, at: str) -> dict[str, Any]:
    if known is None:
        return {"sequence": 0, "digest": digest, "changed_at": at, "created_at": at}
    if known["digest"] == digest:
        return dict(known)
    return {**known, "sequence": known["sequence"] + 1, "digest": digest, "changed_at": at}


def _dated(entry: Entry, row: Mapping[str, Any]) -> Entry:
    instants = {name: datetime.fromisoformat(row[name]) for name in ("changed_at", "created_at")}
    return replace(entry, sequence=row["sequence"], **instants)


def _slots(facts: MeetingFacts, *, language: str, domain: str, public_url: str) -> dict[str, list[Entry]]:
    """Return everybody's entries by delegate in programme order, not numbered and dated yet."""
    found: dict[str, list[Entry]] = {}
    with override(language):
        words = words_of(facts, language, domain=domain, public_url=public_url)
        for segment in timeline(facts).segments:
            for delegate, entry in (*_chaired(facts, segment, words), *_spoken(facts, segment, words)):
                if delegate in facts.delegates and not facts.delegates[delegate].is_withdrawn:
                    found.setdefault(delegate, []).append(entry)
    return found


def _chaired(facts: MeetingFacts, timing: SegmentTiming, words: Words) -> Iterator[tuple[str, Entry]]:
    segment = timing.segment
    if to_minute(timing.end) <= to_minute(timing.start):
        return
    sittings = segment_sittings(timing, facts.roster.zone)
    for delegate in chairs_of(facts, segment):
        title = _title(facts, segment.title, delegate, words) or words.title
        summary = gettext("You preside: %(part)s") % {"part": title}
        # There is no row of its own for who presides: part and person together are one.
        uuid = f"{segment.uuid}-{delegate}"
        for entry in _private(facts, uuid, summary, sittings, words, related=f"segment-{segment.uuid}"):
            yield delegate, entry


def _spoken(facts: MeetingFacts, timing: SegmentTiming, words: Words) -> Iterator[tuple[str, Entry]]:
    for item in timing.items:
        for one in item.speeches:
            speech = one.speech
            if not speech.delegate or not speaks(facts, speech) or to_minute(one.end) <= to_minute(one.start):
                continue
            summary = gettext("You speak: %(part)s") % {"part": _part(facts, item, speech.delegate, words)}
            sittings = (Sitting(day=1, start=one.start, end=one.end),)
            for entry in _private(facts, speech.uuid, summary, sittings, words, related=f"item-{item.item.uuid}"):
                yield speech.delegate, entry


def _part(facts: MeetingFacts, timing: ItemTiming, delegate: str, words: Words) -> str:
    return _title(facts, timing.item.title, delegate, words) or gettext(ITEM_KINDS[timing.item.kind].label)


def _private(
    facts: MeetingFacts, uuid: str, summary: str, sittings: Iterable[Sitting], words: Words, *, related: str
) -> Iterator[Entry]:
    # The ledger says when it was made and changed.
    entry = EntryFacts(uuid=uuid, sequence=0, changed_at=facts.entry.created_at, created_at=facts.entry.created_at)
    parts = {"sittings": sittings, "title": summary, "lines": [words.title], "category": ""}
    for one in entries_of(entry, "slot", words, **parts):
        yield replace(one, is_private=True, related=f"{related}@{words.domain}")


def _title(facts: MeetingFacts, title: Texts, delegate: str, words: Words) -> str:
    """Return the title in the language at hand, "" where a word of it is in the family name of somebody else."""
    text = text_in(title, words.language)
    named = _bearers(facts)
    others = (named.get(_known_by(word), frozenset()) - {delegate} for word in WORD.findall(text))
    return "" if any(others) else text


@once
def _bearers(facts: MeetingFacts) -> Mapping[str, frozenset[str]]:
    """Return the delegates (uuids) whose family name has the word, by what the word is known by.

    Short words count only in names that have no others: "de" in "de la Cruz" names nobody, "Li" does.
    """
    found: dict[str, set[str]] = {}
    for delegate in facts.delegates.values():
        words = WORD.findall(delegate.family_name)
        for word in [one for one in words if len(one) >= SHORT] or words:
            found.setdefault(_known_by(word), set()).add(delegate.uuid)
    return {word: frozenset(uuids) for word, uuids in found.items()}


def _known_by(word: str) -> str:
    """Return the word in small letters, a short one as it is written: "Li" is a name, "li" and "LI" are other words."""
    return word.casefold() if len(word) >= SHORT else word
