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
# Drawn, and read, as the hyphen of the text; only lines do not end after it.
NO_BREAK_HYPHEN = "\u2011"
# A line that may end after it rather does not.
HOLD = "\u2060"

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")
_BLANKS = re.compile("[\t \u1680\u2000-\u200a\u205f\u3000]+")
# What is never seen and says how lines are made.
LAYING_OUT = (SOFT_HYPHEN, HOLD, ISOLATE, RELEASE)
_INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_TITLES = (
    r"H\.E\.|S\.E\.|MM\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|M\.|Mmes?|Mlles?|Mgr|Monsieur|Madame|No\.|n[o°º]\.?|Sr\.|Sra\.|Sres\."
    r"|[Гг]-н|[Гг]-жа|№"
)
_FALLBACK = re.compile(rf"({ISOLATE}[^{ISOLATE}{RELEASE}]*)({NO_BREAK}\[([a-z]+)\]{RELEASE})")
_AFTER_TITLE = re.compile(rf"(?<![\w.])({_TITLES}) (?=\S|$)")
_BEFORE_MARK = re.compile(r" (?=[:;?!»%](?:\W|$)|[–—-] )")
_AFTER_QUOTE = re.compile(r"« ")
_CLOCK = re.compile(r"(?<=\d) (?=h\b)|(?<=\dh) (?=\d)|(?<=\d h) (?=\d\d\b)|(?<=\d\u00a0h) (?=\d\d\b)")
# Not inside an address, a code or a symbol.
FRENCH_ORDINAL = re.compile(r"(?<![\w./:=&?_-])\d+(er|re|e)(?![\w/:=&?_-])")
_DAY = re.compile(r"\b(\d{1,2}|1er) (?=[^\W\d]+\W\d{4}\b)")
# Given names are told by the form of address that a no-break space holds to a name, before or after it.
_HYPHEN_IN_NAME = re.compile(
    r"(?<=\b[Гг])-(?=[нж][а-я]{0,2}\b)|(?<=\u00a0)([A-ZÀ-ÞА-Я]\w*)-(?=[A-ZÀ-ÞА-Я])"
    r"|(?<=[^\W\d_])-(?=[^\W\d_]{1,30}(?:[ \u00a0][\w'’.-]{1,30}){0,4}?(?:先生|女士))"
)
_INITIAL = re.compile(r"(?<=[^\W\d_]) (?=[A-ZÀ-ÞА-Я]\. [A-ZÀ-ÞА-Я])|(?<=\b[A-ZÀ-ÞА-Я]\.) (?=[A-ZÀ-ÞА-Я])")
_ONE_LETTER = re.compile(r"(?<![\w.])([авикосуАВИКОСУàÀ]) (?=\w)")
_BEFORE_FIGURE = re.compile(r"\b(a|articles?|artículos?|rules?|правил\w*) (?=\d)")
_AFTER_FIGURE = re.compile(r"(?<=\d) (?=(?:hour|minute|heure|hora|minuto|минут|год)\w*)")
# The year of a resolution's number.
_YEAR = re.compile(r"(?<=\d) (?=\(\d{4}\))")
_SPANISH_DAY = re.compile(
    r"\b(\d{1,2}) de (?=(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b)"
)
_TOGETHER = re.compile(
    r"\b(?:(?:New|Nueva) York|Sierra Leon[ea]|Burkina Faso|Sri Lanka|G5 Sahel|mise en œuvre"
    r"|États-Unis|Royaume-Uni|Pays-Bas|Guinée-Bissau|Буркина-Фасо|Сьерра-Леоне|Шри-Ланк\w+|Нью-Йорк\w*|Кот-д['’]Ивуар\w*"
    r"|Объединенн\w+ Наци\w+|الأمم المتحدة)\b"
)
# An Arabic particle and its verb, the conjunction and a figure.
_PARTICLE = re.compile(r"\b(لم|لن|و(?= \d)) (?=\w)")
_UNIT = re.compile(r"(?<=\d) (?=(?:min|mm|cm|km|m|pt|%|a\.m\.|p\.m\.)(?:\W|$))")


def marked(text: str, language: str) -> str:
    """Return a text that stands in for a missing one, followed by the code of its `language`: "Accord [fr]".

    Both are set apart from the words around, so that a line of another direction leaves them in their order and
    `spoken_parts` finds them.
    """
    return f"{ISOLATE}{bare(text)}{NO_BREAK}[{language}]{RELEASE}"


def language_of(text: str) -> str:
    """Return the language of a text that wholly stands in for a missing one, "" for any other."""
    found = _FALLBACK.fullmatch(text)
    return found[3] if found else ""


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
    """Return `text` with U+00A0 for the spaces, U+2011 for the hyphens at which no line may break.

    After "H.E.", "Mr.", "Ms.", "S.E.", "M.", "Mme", "Sr.", "г-н", "No."; before : ; ? ! » %, before a dash and after «;
    inside "15 h 30"; before a unit, hours and minutes; between day and month of a date; after "à", and after "rule"
    before a figure; after a Russian word of one letter, لم and لن; on both sides of an initial in a name; inside New
    York and the like. The hyphens are those of г-н and г-жа, of États-Unis and the like, and of a given name that has
    its form of address.
    """
    if not any(sign in text for sign in (" ", NO_BREAK, "-")):
        return text
    for pattern in (_BEFORE_MARK, _CLOCK, _UNIT, _AFTER_FIGURE, _YEAR):
        text = pattern.sub(NO_BREAK, text)
    for pattern in (_DAY, _BEFORE_FIGURE, _ONE_LETTER, _PARTICLE):
        text = pattern.sub(rf"\1{NO_BREAK}", text)
    text = _SPANISH_DAY.sub(rf"\1{NO_BREAK}de{NO_BREAK}", text)
    text = _TOGETHER.sub(_bound_together, text)
    text = _AFTER_TITLE.sub(rf"\1{NO_BREAK}", _AFTER_QUOTE.sub(f"«{NO_BREAK}", text))
    return _HYPHEN_IN_NAME.sub(rf"\1{NO_BREAK_HYPHEN}", _INITIAL.sub(NO_BREAK, text))


def _bound_together(found: re.Match[str]) -> str:
    return found[0].replace(" ", NO_BREAK).replace("-", NO_BREAK_HYPHEN)


def typographic(text: str) -> str:
    """Return `text` with the apostrophes of typewriters after letters as those of print."""
    return _APOSTROPHE.sub("\u2019", text) if "'" in text else text
