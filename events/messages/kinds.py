"""The table MESSAGES: for each kind the placeholders it knows and its calendar part.

The standard words stand beside it, a file a kind and language: the subject, an empty line, the text.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from meetingplanner.languages import phrase

# What stands for what, in the words of who edits a text.
PLACEHOLDERS: dict[str, str] = {
    "delegation": phrase("the delegation"),
    "meeting": phrase("the title of the meeting"),
    "noun": phrase("what such a meeting is called in the language of the message: in French réunion or séance"),
    "when": phrase("day and time"),
    "where": phrase("the room"),
    "deadline": phrase("a sentence that says until when to answer"),
    "link": phrase("the delegation's own link"),
    "places": phrase("the numbers of the observer places"),
    "position": phrase("a sentence that says where the request stands"),
    "contact": phrase("whom to ask"),
    "revision": phrase("the name of the revision"),
    "changes": phrase("what changed for the delegation, a line each"),
}
COMMON = ("delegation", "meeting", "noun", "when", "where", "contact")
MESSAGE_LANGUAGES = ("en", "fr")
FOLDER = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of message; the placeholders that it `needs` must stand in its text.

    `method` is that of the calendar part: REQUEST, CANCEL or none. `is_mass`: staff send it to many at once.
    """

    code: str
    placeholders: tuple[str, ...] = COMMON
    needs: tuple[str, ...] = ()
    method: str = ""
    is_mass: bool = False

    @cached_property
    def texts(self) -> dict[str, tuple[str, str]]:
        """The standard subject and text by language."""
        return {language: _read(FOLDER / language / f"{self.code}.txt") for language in MESSAGE_LANGUAGES}


def _read(path: Path) -> tuple[str, str]:
    subject, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    return subject, body.rstrip("\n")


MESSAGES: dict[str, Kind] = {
    kind.code: kind
    for kind in (
        Kind(
            code="invitation",
            placeholders=(*COMMON, "deadline", "link"),
            needs=("link",),
            method="REQUEST",
            is_mass=True,
        ),
        Kind(code="reminder", placeholders=(*COMMON, "deadline", "link"), needs=("link",), is_mass=True),
        Kind(code="received", placeholders=(*COMMON, "link")),
        Kind(code="regrets", placeholders=(*COMMON, "link")),
        Kind(code="granted", placeholders=(*COMMON, "places", "link"), method="REQUEST"),
        Kind(code="waiting", placeholders=(*COMMON, "position", "link")),
        Kind(code="promoted", placeholders=(*COMMON, "places", "link"), method="REQUEST"),
        Kind(code="lapsed"),
        Kind(code="withdrawn", method="CANCEL"),
        Kind(code="changed", placeholders=(*COMMON, "link"), method="REQUEST", is_mass=True),
        Kind(
            code="revision",
            placeholders=(*COMMON, "revision", "changes", "link"),
            needs=("changes",),
            method="REQUEST",
        ),
        Kind(code="cancelled", method="CANCEL", is_mass=True),
    )
}
MASS_KINDS = tuple(code for code, kind in MESSAGES.items() if kind.is_mass)
