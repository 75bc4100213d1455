"""Words as runs of WordprocessingML: escaped, in their style, language and direction; no text is read as markup."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import groupby

from events.documents.pdf.blocks import Run, Wording
from events.documents.pdf.wording import (
    FRENCH_ORDINAL,
    NO_BREAK_HYPHEN,
    bound,
    plain,
    spoken_parts,
    typographic,
)
from meetingplanner.languages import LANGUAGES

# What Word calls a language: with its region, one for each kind of script.
REGIONS = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "ar": "ar-SA", "zh": "zh-CN"}
REVISION, GREY = "9C2F14", "595959"
STYLES: dict[str, str] = {
    "": "",
    "bold": "<w:b/><w:bCs/>",
    "box": "",
    "italic": "<w:i/><w:iCs/>",
    "caps": "<w:smallCaps/>",
    "note": f'<w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="{GREY}"/>',
    "deleted": f'<w:strike/><w:color w:val="{REVISION}"/>',
    "inserted": f'<w:color w:val="{REVISION}"/><w:u w:val="single"/>',
}
_LINKS = ("http://", "https://", "mailto:")
_HAS_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, kw_only=True)
class Voice:
    """The language of a document, whether it runs from right to left, and what makes a link's address a relation.

    `size` of the letters in half points, 0 for their style's own.
    """

    language: str
    is_rtl: bool
    relation: Callable[[str], str]
    size: int = 0


def fit(text: str) -> str:
    """Return `text` as prints have it (`wording.plain`, `bound`, `typographic`), without what no XML file may hold."""
    return _drawn(text).replace(NO_BREAK_HYPHEN, "-")


def _drawn(text: str) -> str:
    return _NOT_XML.sub("", typographic(bound(plain(text))))


def runs_xml(wording: Wording, voice: Voice, *, style: str = "") -> str:
    """Return `wording` as runs, with `style` added to that of each. Raises KeyError for an unknown style."""
    return "".join(_run_xml(run, voice, style) for run in spoken_parts(wording))


def _run_xml(run: Run, voice: Voice, style: str) -> str:
    language = run.language or voice.language
    is_rtl = LANGUAGES[language].direction == "rtl" if language in LANGUAGES else voice.is_rtl
    given = STYLES[run.style]
    marks = given + (STYLES[style] if style != run.style and style in ("bold", "italic") else "")
    marks += f'<w:sz w:val="{voice.size}"/><w:szCs w:val="{voice.size}"/>' if voice.size else ""
    xml = "".join(
        _piece_xml(part, marks + raised, language, is_rtl=is_turned, is_link=_is_link(run.link), own=voice.language)
        for text, is_turned in directed(_drawn(run.text), is_rtl=is_rtl)
        for part, raised in _ordinals_apart(text, language)
    )
    if not _is_link(run.link):
        return xml
    return f'<w:hyperlink r:id="{voice.relation(_NOT_XML.sub("", run.link))}" w:history="1">{xml}</w:hyperlink>'


def _ordinals_apart(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield `text` in parts, with what raises the letters of a French ordinal: 7917e."""
    start = 0
    for found in FRENCH_ORDINAL.finditer(text) if language == "fr" else ():
        yield text[start : found.start(1)], ""
        yield found[1], '<w:vertAlign w:val="superscript"/>'
        start = found.end(1)
    if start < len(text):
        yield text[start:], ""


def _is_link(address: str) -> bool:
    return address.lower().startswith(_LINKS)


def _piece_xml(text: str, marks: str, language: str, *, is_rtl: bool, is_link: bool, own: str) -> str:
    properties = _properties(marks, language, is_rtl=is_rtl, is_link=is_link, own=own)
    # docxtpl would read "{_{" as its own, after all else: braces are written as references.
    escaped = escape(text, quote=False).replace("{", "&#123;").replace("}", "&#125;")
    lines = (f'<w:t xml:space="preserve">{line}</w:t>' for line in escaped.split("\n"))
    inner = "<w:br/>".join(lines).replace(NO_BREAK_HYPHEN, '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">')
    return f"<w:r>{properties}{inner}</w:r>"


@lru_cache(maxsize=256)
def _properties(marks: str, language: str, *, is_rtl: bool, is_link: bool, own: str) -> str:
    """Return the properties of a run in the order of the schema: style, marks, direction, language."""
    ordered = (*sorted(re.findall("<[^>]+>", marks), key=_rank), "<w:rtl/>" * is_rtl, _language(language, own))
    inner = "".join(('<w:rStyle w:val="Hyperlink"/>' * is_link, *ordered))
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


_ORDER = ("b", "bCs", "i", "iCs", "smallCaps", "strike", "color", "sz", "szCs", "u", "vertAlign")


def _rank(tag: str) -> int:
    return _ORDER.index(re.match(r"<w:(\w+)", tag).group(1))


def _language(language: str, own: str) -> str:
    if language == own:
        return ""
    region = REGIONS.get(language, language)
    return {"ar": f'<w:lang w:bidi="{region}"/>', "zh": f'<w:lang w:eastAsia="{region}"/>'}.get(
        language, f'<w:lang w:val="{escape(region)}"/>'
    )


def in_left_to_right(wording: Wording) -> bool:
    """Return whether `wording` is said to be in a language that runs from left to right, without a word of another."""
    runs = list(spoken_parts(wording))
    languages = {run.language for run in runs if run.language}
    return bool(languages) and "ar" not in languages and not any(_HAS_RTL.search(run.text) for run in runs)


def directed(text: str, *, is_rtl: bool) -> Iterator[tuple[str, bool]]:
    """Yield `text` in pieces of one direction each, in order; true for right to left.

    What has no direction of its own (digits, blanks, marks) goes with the letters on both its sides when they agree,
    else with the document; with the letters of the text when all run from left to right.
    """
    if not _HAS_RTL.search(text) and (not is_rtl or any(_direction(char) is False for char in text)):
        yield text, False
        return
    directions = [_direction(char) for char in text]
    for start, is_last in _gaps(directions):
        before = directions[start - 1] if start else is_rtl
        after = directions[is_last] if is_last < len(directions) else is_rtl
        directions[start:is_last] = [before if before == after else is_rtl] * (is_last - start)
    for direction, group in groupby(zip(directions, text, strict=True), key=lambda one: one[0]):
        yield "".join(char for _, char in group), bool(direction)


def _direction(char: str) -> bool | None:
    return {"L": False, "R": True, "AL": True}.get(unicodedata.bidirectional(char))


def _gaps(directions: list[bool | None]) -> Iterator[tuple[int, int]]:
    """Yield start and end of every stretch without a direction."""
    at = 0
    for direction, group in groupby(list(directions)):
        length = len(list(group))
        if direction is None:
            yield at, at + length
        at += length
