"""What a document is composed of: plain values, no page, no font, no library. Every text is printed as it stands.

Wherever a type says `Wording`, a string, a `Run` or a tuple of both will do. A line feed begins a new line. No text is
ever read as markup; spaces that must not break (after "H.E.", before « : ») are made so by the engine.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Run:
    """Words in one style.

    "" | "bold" | "italic" | "caps" (small capitals) | "note" (grey) | "deleted" (struck out, revision colour) |
    "inserted" (underlined, revision colour).

    `language` (a code as "fr") is given where it is not the document's. `link` is the address the words lead to: http,
    https or mailto; any other is not printed.
    """

    text: str
    style: str = ""
    language: str = ""
    link: str = ""


Wording = str | Run | Sequence["str | Run"]


def bold(text: str) -> Run:
    """Return `text` as a semi-bold run."""
    return Run(text=text, style="bold")


def italic(text: str) -> Run:
    """Return `text` as an italic run."""
    return Run(text=text, style="italic")


def box() -> Run:
    """Return a square to tick, large enough for a pen."""
    return Run(text="☐", style="box")


def caps(text: str) -> Run:
    """Return `text` as a run of small capitals."""
    return Run(text=text, style="caps")


def note(text: str) -> Run:
    """Return `text` as a grey run: what is secondary beside its neighbours."""
    return Run(text=text, style="note")


def deleted(text: str) -> Run:
    """Return `text` as a run struck out in the revision colour."""
    return Run(text=text, style="deleted")


def inserted(text: str) -> Run:
    """Return `text` as a run underlined in the revision colour."""
    return Run(text=text, style="inserted")


@dataclass(frozen=True, kw_only=True)
class Title:
    """The name of the document, once, first: also the first bookmark.

    In a bound document each part has one too; its `part` is what `Contents` knows it by, and its headings are a level
    deeper. `entry` is what bookmarks call it where the text alone would not tell it from another part's.
    """

    text: str
    subtitle: str = ""
    part: str = ""
    entry: str = ""


@dataclass(frozen=True, kw_only=True)
class Contents:
    """What a bound document consists of: (part, title) in order, each with the number of its page, and led to it."""

    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A section (level 1) or a part of one (level 2): kept with what follows, and a bookmark.

    `is_changed` sets a bar beside it.
    """

    text: str
    level: int = 1
    is_changed: bool = False


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """Running text; `number` (of the paragraph) or `margin` (a time) stands beside its first line in the margin column.

    `indent` counts steps of 6 mm; `is_tight` leaves no space after; `keeps_with_next` never ends a page; `is_changed`
    sets a bar beside it, on every page it goes over.
    """

    text: Wording
    number: str = ""
    margin: str = ""
    indent: int = 0
    is_tight: bool = False
    keeps_with_next: bool = False
    is_changed: bool = False


@dataclass(frozen=True, kw_only=True)
class BulletList:
    """A list with a dash before each item, or its number when `is_numbered`; `changed`: items with a bar beside."""

    items: tuple[Wording, ...]
    is_numbered: bool = False
    changed: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GroupRow:
    """A row across the whole table that heads those below it, with a grey code; never parted from the next row."""

    text: str
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class TotalRow:
    """A semi-bold row under a rule, with one cell per column."""

    cells: tuple[Wording, ...]


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows under a header that is repeated on every page.

    `rows`: a tuple of cells (as many as the header has; missing ones are empty), a GroupRow or a TotalRow.
    `column_widths`: shares of the width, of any sum; `numeric`: indexes of the columns aligned at their right.
    `is_wide` takes the margin column too. A row is parted only when it is longer than a page. `changed`: indexes of
    the rows that have a bar beside them. `is_large` sets it to be read at arm's length.
    """

    header: tuple[str, ...]
    rows: tuple["tuple[Wording, ...] | GroupRow | TotalRow", ...]
    column_widths: tuple[float, ...] = ()
    numeric: tuple[int, ...] = ()
    is_wide: bool = False
    is_large: bool = False
    changed: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class KeyFacts:
    """Labels with their values, one under the other; `changed`: indexes of those that have a bar beside them."""

    items: tuple[tuple[str, Wording], ...]
    changed: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Note:
    """A notice with a bar beside it: `lead` ("Provisional.") in semi-bold, the reason in italic, then its points."""

    text: Wording
    lead: str = ""
    points: tuple[Wording, ...] = ()

    @property
    def gap(self) -> str:
        """The blank between lead and text; a Chinese full stop brings its own."""
        return "" if not self.lead or self.lead.endswith("。") else " "


@dataclass(frozen=True, kw_only=True)
class WritingSpace:
    """Ruled room for a hand to write in; goes on over the page when it must."""

    height_mm: float


@dataclass(frozen=True, kw_only=True)
class Spacer:
    """Empty room; none at the top of a page."""

    height_mm: float


@dataclass(frozen=True, kw_only=True)
class PageBreak:
    """A new page; `is_landscape` also turns the paper from here on (None: as it is)."""

    is_landscape: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Rect:
    """A rectangle about its centre, turned clockwise; its text stays horizontal: `code` small above `text`.

    `tint` is a word of `style.TINTS` ("podium", "table", "behind", "observer", "secretariat", "media", "blocked", "").
    `is_barred` doubles the edge away from the hall (local bottom), so that the tint is not the only sign.
    """

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    radius_mm: float = 0
    rotation_deg: float = 0
    tint: str = ""
    is_barred: bool = False
    text: str = ""
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class Circle:
    """A circle about its centre, with text as in a Rect."""

    x_mm: float
    y_mm: float
    radius_mm: float
    tint: str = ""
    text: str = ""
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class Polygon:
    """A closed outline through `points_mm`: walls, a table. Without a tint it is not filled and lets a mark show."""

    points_mm: tuple[tuple[float, float], ...]
    tint: str = ""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A straight line; dashed for what can be moved or is only meant."""

    x1_mm: float
    y1_mm: float
    x2_mm: float
    y2_mm: float
    is_dashed: bool = False


@dataclass(frozen=True, kw_only=True)
class Label:
    """One line of words about a point: `anchor` "middle", "start" or "end"; shrunk to `width_mm` when given."""

    x_mm: float
    y_mm: float
    text: str
    size_pt: float = 8
    style: str = ""
    anchor: str = "middle"
    width_mm: float = 0


Shape = Rect | Circle | Polygon | Line | Label


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """Shapes on a field of `width_mm` by `height_mm`, origin top left, x to the right and y downwards.

    The field is scaled as one to the room left on the page (at most `largest_scale`); texts are fitted on paper,
    those of seats to one common size. `description` is what a reader who can't see it is told.
    """

    width_mm: float
    height_mm: float
    shapes: tuple[Shape, ...]
    description: str = ""
    largest_scale: float = 1.6


@dataclass(frozen=True, kw_only=True)
class Plate:
    """A tent plate, printed on both sides: a name as large as it can be and, on a podium, the function below.

    `parts`: the parts of the name between which a line may end; () for anywhere. `halves` are those, form of address
    and name, between which it rather does. `languages` are those of name and function, "" for the document's.
    """

    name: str
    function: str = ""
    parts: tuple[str, ...] = ()
    halves: tuple[str, ...] = ()
    languages: tuple[str, str] = ("", "")


@dataclass(frozen=True, kw_only=True)
class Badge:
    """What stands on one badge, all of it in words.

    `names`: the parts of the name in their order, each with its kind: "first" (lighter, smaller) or "name". `band` is a
    key of `style.BANDS`, `category` says the same in a word. `code` is what the QR code holds, `code_alt` what it is.
    `entity_language` is that of the entity's name where it is not the document's.
    """

    names: tuple[tuple[str, str], ...]
    entity: str
    category: str
    band: str
    meeting: str
    code: str
    code_alt: str
    function: str = ""
    entity_language: str = ""


@dataclass(frozen=True, kw_only=True)
class Parallel:
    """The same text in two languages, in two columns, one row for each pair of blocks.

    `languages` and `directions` ("ltr", "rtl") are those of `start` and `end`; of the start's paragraphs, times and
    numbers stand in the margin column. Blocks are paired by their kinds; a page break or a room to write in counts
    once, for both. No Parallel stands in another.
    """

    start: tuple["Block", ...]
    end: tuple["Block", ...]
    languages: tuple[str, str]
    directions: tuple[str, str] = ("ltr", "ltr")


Block = (
    Title
    | Contents
    | Heading
    | Paragraph
    | BulletList
    | Table
    | KeyFacts
    | Note
    | WritingSpace
    | Spacer
    | PageBreak
    | Drawing
    | Parallel
)
