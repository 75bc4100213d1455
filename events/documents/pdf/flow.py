"""Text with something beside it: the margin column, a dash, a bar, a bookmark; and room to write in."""

from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable

from events.documents.pdf.blocks import Wording
from events.documents.pdf.style import CONTENTS, HAIRLINE, MARGIN_COLUMN_PT, REVISION, Setting
from events.documents.pdf.tagging import Element, marked
from events.documents.pdf.text import BASE_SHARE, Text
from events.documents.pdf.wording import plain

INDENT_PT = 6 * mm
# What is moved in is an entry of a list: it goes to the next page whole unless it is longer than this.
LINES_OF_AN_ENTRY = 6
BAR_PT = 1.4
BAR_GAP_PT = 3.2 * mm
RULING_PT = 8.5 * mm
# What is higher than this share of a page is parted where it stands.
LARGEST_WHOLE_SHARE = 0.8
PAGE_NUMBER_PT = 14 * mm


@dataclass(frozen=True, kw_only=True)
class Marker:
    """A text before a block's start edge, level with its first line; read before it, as its `element`."""

    text: Text
    before_pt: float
    width_pt: float
    element: Element


class Marked(Text):
    """Text that belongs to one element of the structure, on however many pages it stands."""

    def __init__(self, wording: Wording, setting: Setting, *, element: Element, is_rtl: bool = False) -> None:
        super().__init__(wording, setting, is_rtl=is_rtl)
        self.element, self.has_words = element, bool(wording)

    def draw_at(self, canvas: Canvas, x_pt: float, y_pt: float) -> None:
        if self.has_words:
            with marked(canvas, self.element):
                super().draw_at(canvas, x_pt, y_pt)


class Beside(Marked):
    """Text moved in by `indent_pt`, with a marker beside its first line, or a bar beside all of it."""

    bar_gap_pt = BAR_GAP_PT
    # How far the bar ends from the edges above and below; whether it stands where it would without the indent.
    bar_ends_pt = (1.5, 1.5)
    is_bar_outside = False

    def __init__(
        self,
        wording: Wording,
        setting: Setting,
        *,
        element: Element,
        is_rtl: bool = False,
        indent_pt: float = 0,
        marker: Marker | None = None,
        has_bar: bool = False,
    ) -> None:
        super().__init__(wording, setting, element=element, is_rtl=is_rtl)
        self.indent_pt, self.marker, self.has_bar = indent_pt, marker, has_bar
        self.most_whole = LINES_OF_AN_ENTRY if indent_pt else self.most_whole
        if marker:
            marker.text.led_by(self.own_language)

    def wrap(self, room_pt: float, height_pt: float) -> tuple[float, float]:
        super().wrap(room_pt - self.indent_pt, height_pt)
        if self.marker:
            _, marker_height_pt = self.marker.text.wrap(self.marker.width_pt, height_pt)
            self.height = max(self.height, marker_height_pt)
        return room_pt, self.height

    def split(self, room_pt: float, height_pt: float) -> list[Flowable]:
        parts = super().split(room_pt - self.indent_pt, height_pt)
        if len(parts) > 1:
            parts[1].marker = None
        return parts

    def draw_at(self, canvas: Canvas, x_pt: float, y_pt: float) -> None:
        x_pt += 0 if self.is_rtl else self.indent_pt
        if self.has_bar:
            gap_pt = self.bar_gap_pt + (self.indent_pt if self.is_bar_outside else 0)
            above_pt, below_pt = self.bar_ends_pt
            bar_pt = self.width + gap_pt if self.is_rtl else -gap_pt
            draw_bar(canvas, x_pt + bar_pt, y_pt + below_pt, y_pt + self.height - above_pt)
        if self.marker:
            marker = self.marker
            before_pt = self.width + marker.before_pt - marker.width_pt if self.is_rtl else -marker.before_pt
            with marked(canvas, marker.element):
                marker.text.draw_at(canvas, x_pt + before_pt, y_pt + self.height - marker.text.height)
        height_pt, self.height = self.height, self.text_pt
        super().draw_at(canvas, x_pt, y_pt + height_pt - self.height)
        self.height = height_pt


class Bookmarked(Marked):
    """A title or heading, entered in the outline of the file where it is drawn; `part` is what contents know it by."""

    has_bar = False
    bar_gap_pt = BAR_GAP_PT

    def __init__(
        self, wording: str, setting: Setting, *, element: Element, level: int, is_rtl: bool = False, part: str = ""
    ) -> None:
        super().__init__(wording, setting, element=element, is_rtl=is_rtl)
        self.entry, self.level, self.part = " ".join(plain(wording).split()), level, part

    def split(self, room_pt: float, height_pt: float) -> list[Flowable]:
        parts = super().split(room_pt, height_pt)
        if len(parts) > 1:
            parts[1].entry = ""
        return parts

    def draw_at(self, canvas: Canvas, x_pt: float, y_pt: float) -> None:
        top_pt = y_pt + self.height
        if self.entry:
            enter(canvas, self.entry, self.level, top_pt=top_pt)
            if self.part:
                canvas.begin_part(self.part, top_pt=top_pt)
        if self.has_bar:
            bar_pt = self.width + self.bar_gap_pt if self.is_rtl else -self.bar_gap_pt
            draw_bar(canvas, x_pt + bar_pt, y_pt + 1.5, top_pt - 1.5)
        super().draw_at(canvas, x_pt, y_pt)


class ContentsLine(Marked):
    """The title of a part with the number of its page at the end of the line; all of it leads there."""

    def __init__(self, title: str, *, part: str, element: Element, is_rtl: bool = False) -> None:
        super().__init__(title, CONTENTS, element=element, is_rtl=is_rtl)
        self.part, self.title = part, plain(title)

    def wrap(self, room_pt: float, height_pt: float) -> tuple[float, float]:
        super().wrap(room_pt - PAGE_NUMBER_PT, height_pt)
        self.room_pt = room_pt
        return room_pt, self.height

    def draw_at(self, canvas: Canvas, x_pt: float, y_pt: float) -> None:
        number_pt = x_pt if self.is_rtl else x_pt + self.room_pt
        rect = (x_pt, y_pt, x_pt + self.room_pt, y_pt + self.height)
        with marked(canvas, self.element):
            canvas.linkRect(self.title, self.part, rect, relative=1)
            canvas.page_of(self.part, number_pt, y_pt + self.leading_pt * BASE_SHARE, CONTENTS, is_rtl=self.is_rtl)
        super().draw_at(canvas, x_pt + (PAGE_NUMBER_PT if self.is_rtl else 0), y_pt)


def enter(canvas: Canvas, title: str, level: int, *, top_pt: float) -> None:
    """Add `title` to the outline at `level` (0 first), or at the deepest level the entries so far allow."""
    count, deepest = getattr(canvas, "outline_state", (0, -1))
    level = min(level, deepest + 1)
    key = f"entry-{count + 1}"
    canvas.bookmarkHorizontal(key, 0, top_pt)
    canvas.addOutlineEntry(title, key, level=level, closed=False)
    canvas.outline_state = (count + 1, level)


def draw_bar(canvas: Canvas, x_pt: float, low_pt: float, high_pt: float) -> None:
    """Draw the bar that stands beside what is changed, or is a notice."""
    canvas.setStrokeColor(REVISION)
    canvas.setLineWidth(BAR_PT)
    canvas.line(x_pt, low_pt, x_pt, high_pt)


class Condition(CondPageBreak):
    """A page break if less room is left; otherwise the space before and after it is as if it weren't there.

    Its height begins with `before_pt`, which the space after what stands above it may serve as.
    """

    _SPACETRANSFER = True

    def __init__(self, height_pt: float, *, before_pt: float = 0) -> None:
        super().__init__(height_pt)
        self.before_pt = before_pt

    def wrap(self, room_pt: float, height_pt: float) -> tuple[float, float]:
        return super().wrap(room_pt, height_pt + min(self.before_pt, self._frame._prevASpace))


class Ruling(Flowable):
    """Ruled lines for a hand to write on; stay together unless no page of `page_pt` holds them."""

    def __init__(self, count: int, *, page_pt: float) -> None:
        super().__init__()
        self.count, self.page_pt = count, page_pt
        self.spaceAfter = RULING_PT / 2

    def wrap(self, room_pt: float, _height_pt: float) -> tuple[float, float]:
        self.width, self.height = room_pt, self.count * RULING_PT
        return room_pt, self.height

    def first_pt(self, _room_pt: float) -> float:
        """Return the height of all lines, or of the first where no page holds all."""
        return RULING_PT * (self.count if self.is_whole else 1)

    @property
    def is_whole(self) -> bool:
        """Whether a page holds all lines."""
        return self.count * RULING_PT <= LARGEST_WHOLE_SHARE * self.page_pt

    def split(self, _room_pt: float, height_pt: float) -> list[Flowable]:
        fits = int(height_pt / RULING_PT)
        if fits >= self.count:
            return [self]
        if not fits or self.is_whole:
            return []
        return [Ruling(count, page_pt=self.page_pt) for count in (fits, self.count - fits)]

    def draw(self) -> None:
        self.canv.setStrokeColor(HAIRLINE)
        self.canv.setLineWidth(0.6)
        for index in range(self.count):
            self.canv.line(0, index * RULING_PT + 1, self.width, index * RULING_PT + 1)


def margin_marker(text: str, setting: Setting, *, element: Element, is_rtl: bool) -> Marker:
    """Return `text` as what stands in the margin column."""
    shown = Text(text, setting, is_rtl=is_rtl)
    return Marker(text=shown, before_pt=MARGIN_COLUMN_PT, width_pt=MARGIN_COLUMN_PT - 3, element=element)
