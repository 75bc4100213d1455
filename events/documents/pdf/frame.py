"""What surrounds a document on each of its pages: plain values, already in the document's language."""

from dataclasses import dataclass
from datetime import datetime

PAPERS_MM: dict[str, tuple[float, float]] = {
    "a4": (210, 297),
    "letter": (215.9, 279.4),
    "a3": (297, 420),
    "a6": (105, 148),
}


@dataclass(frozen=True, kw_only=True)
class Masthead:
    """The head of the first page: organisers over the meeting's name over place and date; its own reference at right.

    `notes` are small lines under the reference ("Rev.1"). `logo`: the bytes of a PNG picture, at the start.
    """

    meeting: str
    organisers: str = ""
    place_and_date: str = ""
    reference: str = ""
    notes: tuple[str, ...] = ()
    logo: bytes = b""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Paper, head, foot, mark and metadata of one document.

    `paper` is a key of PAPERS_MM. `as_of` (aware) is the instant of the facts, and the file's date; `footer` says it
    in words. `short_title` heads the pages from the second. `mark` (PROVISIONAL, DRAFT, in the language) is drawn pale
    across each page under the text; "" for none. `direction` is "ltr" or "rtl": right to left mirrors the page.
    `address` stands in each foot, in letters and as a code; "" for none. `accent` and `second` ("#RRGGBB") take the
    place of the colours of `style`; "" leaves them. `word_template`: the bytes of the office's own template in Word, of
    which pages know nothing.
    """

    title: str
    language: str
    as_of: datetime
    paper: str = "a4"
    is_landscape: bool = False
    direction: str = "ltr"
    masthead: Masthead | None = None
    short_title: str = ""
    footer: str = ""
    address: str = ""
    mark: str = ""
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    accent: str = ""
    second: str = ""
    word_template: bytes = b""
