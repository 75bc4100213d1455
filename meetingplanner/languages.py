"""LANGUAGES: one row per language the product speaks, on the screen, on paper, or both."""

from dataclasses import dataclass


def phrase(text: str) -> str:
    """Return `text` unchanged; the catalogue collects what is marked so in the domain's tables."""
    return text


@dataclass(frozen=True, kw_only=True)
class Language:
    """One language: ISO 639-1 code, own name, writing direction, what it serves, where missing texts come from.

    `name` is a phrase beside an own name that is not in Latin letters, which a machine may lack.
    """

    code: str
    own_name: str
    name: str = ""
    direction: str = "ltr"
    fallbacks: tuple[str, ...] = ("en", "fr")
    is_interface: bool = True
    is_document: bool = True


LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        Language(code="en", own_name="English", fallbacks=("fr",)),
        Language(code="fr", own_name="Français", fallbacks=("en",)),
        Language(code="es", own_name="Español", is_interface=False),
        Language(code="ru", own_name="Русский", name=phrase("Russian"), is_interface=False),
        Language(code="ar", own_name="العربية", name=phrase("Arabic"), direction="rtl", is_interface=False),
        Language(code="zh", own_name="中文", name=phrase("Chinese"), is_interface=False),
    )
}

INTERFACE_LANGUAGES = tuple(code for code, language in LANGUAGES.items() if language.is_interface)
DOCUMENT_LANGUAGES = tuple(code for code, language in LANGUAGES.items() if language.is_document)
# What a meeting prints in unless it chooses otherwise; it never chooses fewer.
USUAL_LANGUAGES = ("en", "fr")
