"""Texts made fit for a page, before any font is asked: pure functions on strings."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from events.documents.pdf.blocks import Run, Wording
from participants.domain.texts import ISOLATE, RELEASE, bare

NO_BREAK, NARROW_NO_BREAK = "\u00a0", "\u202f"
SOFT_HYPHEN = "\u00ad"

_LINE_ENDS = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")
_BLANKS = re.compile("[\t \u1680\u2000-\u200a\u205f\u3000]+")
# What is never seen and says how lines are made.
LAYING_OUT = (SOFT_HYPHEN, ISOLATE, RELEASE)
_INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_TITLES = (
    r"H\.E\.|S\.E\.|MM\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|M\.|Mmes?|Mlles?|Mgr|No\.|n[o°º]\.?|Sr\.|Sra\.|Sres\.|г-н|г-жа|№"
)
_FALLBACK = re.compile(rf"({ISOLATE}[^{ISOLATE}{RELEASE}]*)({NO_BREAK}\[([a-z]+)\]{RELEASE})")
_AFTER_TITLE = re.compile(rf"(?<![\w.])({_TITLES}) (?=\S|$)")
_BEFORE_MARK = re.compile(r" (?=[:;?!»%](?:\W|$)|[–—-] )")
_AFTER_QUOTE = re.compile(r"« ")
_CLOCK = re.compile(r"(?<=\d) (?=h\b)|(?<=\dh) (?=\d)|(?<=\d h) (?=\d\d\b)|(?<=\d\u00a0h) (?=\d\d\b)")
_DAY = re.compile(r"\b(\d{1,2}|1er) (?=[^\W\d]+\W\d{4}\b)")
_UNIT = re.compile(r"(?<=\d) (?=(?:min|mm|cm|km|m|pt|%|a\.m\.|p\.m\.)(?:\W|$))")


def marked(text: str, language: str) -> str:
    """Return a text that stands in for a missing one, followed by the code of its `language`: "Accord [fr]".

    Both are set apart from the words around, so that a line of another direction leaves them in their order and
    `spoken_parts` finds them.
    """
    return f"{ISOLATE}{bare(text)}{NO_BREAK}[{language}]{RELEASE}"


def spoken_parts(wording: Wording) -> Iterator[Run]:
    """Yield `wording` as runs of one language each: that of what is `marked` is its own.

    The mark belongs to the language around, and is grey where the words have no style.
    """
    for run in (wording,) if isinstance(wording, (str, Run)) else wording:
        if isinstance(run, str):
            run = Run(text=run)
        if ISOLATE not in run.text:
            yield run
            continue
        end = 0
        for found in _FALLBACK.finditer(run.text):
            if before := run.text[end : found.start()]:
                yield replace(run, text=before)
            yield replace(run, text=found[1], language=found[3])
            yield replace(run, text=found[2], style=run.style or "note")
            end = found.end()
        if rest := run.text[end:]:
            yield replace(run, text=rest)


@lru_cache(maxsize=20_000)
def plain(text: str, *, is_for_lines: bool = False) -> str:
    """Return `text` in normal form C with one kind of space and of line end, without invisible characters.

    Controls, direction marks, joiners and stray surrogates go; soft hyphens and isolates too, unless lines are to be
    made of it. U+00A0, U+202F and line feeds stay.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    text = _BLANKS.sub(" ", _LINE_ENDS.sub("\n", text))
    visible = ("\n", *LAYING_OUT) if is_for_lines else ("\n",)
    kept = (char for char in text if char in visible or unicodedata.category(char) not in _INVISIBLE)
    return unicodedata.normalize("NFC", "".join(char for char in kept if not _is_variation(char)))


def _is_variation(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or char >= "\U000e0100"


@lru_cache(maxsize=20_000)
def bound(text: str) -> str:
    """Return `text` with U+00A0 for the spaces at which no line may break.

    After "H.E.", "Mr.", "Ms.", "S.E.", "M.", "Mme", "Sr.", "г-н", "No."; before : ; ? ! » %, before a dash and after «;
    inside "15 h 30"; before a unit; between day and month of a date with its year.
    """
    if " " not in text:
        return text
    for pattern in (_BEFORE_MARK, _CLOCK, _UNIT):
        text = pattern.sub(NO_BREAK, text)
    text = _DAY.sub(rf"\1{NO_BREAK}", text)
    return _AFTER_TITLE.sub(rf"\1{NO_BREAK}", _AFTER_QUOTE.sub(f"«{NO_BREAK}", text))
