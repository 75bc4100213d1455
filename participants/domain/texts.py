"""Texts in several languages: a mapping of language code to text, with a fixed fallback that prints mark."""

from collections.abc import Mapping
from dataclasses import dataclass

from meetingplanner.languages import LANGUAGES

Texts = Mapping[str, str]
# FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: around a text of another language than the words beside it.
ISOLATE, RELEASE = "\u2068", "\u2069"


@dataclass(frozen=True, kw_only=True)
class Rendering:
    """A text as found: its words, the language they are in, and whether that is not the language asked for."""

    text: str
    language: str
    is_fallback: bool


def rendering(texts: Texts, language: str) -> Rendering:
    """Return the text in `language`, else in the first of that language's fallbacks that has one.

    An empty mapping gives an empty text in the language asked for, which is no fallback.
    """
    for code in (language, *LANGUAGES[language].fallbacks):
        if texts.get(code):
            return Rendering(text=texts[code], language=code, is_fallback=code != language)
    return Rendering(text="", language=language, is_fallback=False)


def text_in(texts: Texts, language: str) -> str:
    """Return the words of `rendering`, without saying which language they are in."""
    return rendering(texts, language).text


def bare(text: str) -> str:
    """Return `text` without what isolates a part of it, for what is read as plain text: mail, calendars."""
    return text.replace(ISOLATE, "").replace(RELEASE, "")
