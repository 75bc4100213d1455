"""Which print is wanted, and what it is known by: equal facts, options and code have equal keys, and equal bytes."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache

from django.conf import settings

from events.documents.base import PAPERS, Document, Options, bilingual
from events.domain.facts import MeetingFacts
from events.domain.snapshot import to_json

SOURCES = (("events", "*.py"), ("participants", "*.py"), ("meetingplanner", "*.mo"))
# What is not chosen anew for each print: it changes what a print looks like, not which print it is.
OF_THE_TIME = frozenset({"as_of", "office", "ical_domain", "public_url", "spoiled_by", "edition", "issued"})


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """One print: the slug of a document and how it is wanted. "" where it has no say."""

    document: str
    language: str
    paper: str = ""
    moment: str = ""
    second: str = ""


@cache
def edition() -> bytes:
    """Return what tells one release from the next: a print changes with the code and the catalogues too."""
    digest = hashlib.blake2b(digest_size=16)
    for folder, pattern in SOURCES:
        for path in sorted((settings.BASE_DIR / folder).rglob(pattern)):
            digest.update(path.read_bytes())
    return digest.digest()


def state_of(facts: MeetingFacts) -> str:
    """Return a digest of all facts and of the edition.

    Not the roster's version alone: a name corrected in the directory changes a print, and no roster.
    """
    return hashlib.blake2b(to_json(facts).encode(), key=edition(), digest_size=16).hexdigest()


def key_of(document: Document, options: Options, *, state: str) -> str:
    """Return what the print is known by; `state` is that of its facts."""
    return _digest(document, options, names=[one.name for one in fields(Options)], state=state)


def slot_of(document: Document, options: Options) -> str:
    """Return the place where the print is kept: a newer one of the same document, language, paper ... replaces it."""
    return _digest(document, options, names=[one.name for one in fields(Options) if one.name not in OF_THE_TIME])


def every_print(
    facts: MeetingFacts, documents: Iterable[Document], *, languages: Iterable[str], paper: str = ""
) -> tuple[Wanted, ...]:
    """Return each of `documents` in each of `languages` and for each moment, on `paper` where the document has it.

    One that is not made in a language is left out there.
    """
    return tuple(
        Wanted(document=one.slug, language=language, paper=own_paper(one, paper), moment=moment)
        for language in languages
        for one in documents
        if language in one.languages
        for moment in moments_of(one, facts)
    )


def moments_of(document: Document, facts: MeetingFacts) -> tuple[str, ...]:
    """Return the uuid of each moment that the document is made for; "" alone for one that knows none."""
    return tuple(one.uuid for one in facts.segments) if document.has_moments else ("",)


def own_paper(document: Document, paper: str) -> str:
    """Return `paper` where the document is made on it, else the document's usual one."""
    return paper if paper in document.papers else next(iter(document.papers), PAPERS[0])


def _brief(value: object) -> object:
    """Return a digest for the bytes of a file, which may be megabytes, and any other value as it is."""
    return hashlib.blake2b(value, digest_size=16).hexdigest() if isinstance(value, bytes) else value


def _digest(document: Document, options: Options, *, names: list[str], state: str = "") -> str:
    parts = {name: getattr(options, name) for name in names}
    parts["second_language"] = bilingual(document, options)
    if "office" in parts:
        parts["office"] = {one.name: _brief(getattr(options.office, one.name)) for one in fields(options.office)}
    words = [document.slug, state, *(f"{name}={parts[name]!r}" for name in sorted(names))]
    return hashlib.blake2b("\n".join(words).encode(), digest_size=16).hexdigest()
