"""The rows of a table on platypus' Table: where they stand, and where they are parted by the end of a page."""

from collections.abc import Iterable, Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable
from reportlab.platypus import Table as PlatypusTable

from events.documents.pdf.blocks import Wording
from events.documents.pdf.flow import BAR_GAP_PT, Marked, draw_bar
from events.documents.pdf.tagging import Element, marked
from events.documents.pdf.text import Text

PADDING_PT = 6.0
# What is higher than this share of a page, with the header, is parted where it stands.
PARTED_SHARE = 0.9
# A row is parted only where this much of it would stay behind.
LEAST_PART_PT = 42.0
# More than sums taken from either end differ by.
CLEARLY_PT = 1.0


class Cell(Marked):
    """Text with a gutter after it; `across_pt` makes it as wide as that whatever its column is.

    A header is read where it is drawn first; `is_changed` gives its row a bar. A line stands below its header whatever
    its language.
    """

    is_in_row = True

    def __init__(
        self,
        wording: Wording,
        setting: object,
        *,
        element: Element,
        is_rtl: bool,
        gutter_pt: float,
        across_pt: float = 0,
        is_changed: bool = False,
    ) -> None:
        super().__init__(wording, setting, element=element, is_rtl=is_rtl)
        self.gutter_pt, self.across_pt, self.is_changed = gutter_pt, across_pt, is_changed
        self.column_pt = 0.0

    def wrap(self, room_pt: float, height_pt: float) -> tuple[float, float]:
        _, height_pt = super().wrap(self.across_pt or room_pt - self.gutter_pt, height_pt)
        self.column_pt = room_pt
        return room_pt, height_pt

    def split(self, room_pt: float, height_pt: float) -> list[Flowable]:
        return super().split(self.across_pt or room_pt - self.gutter_pt, height_pt)

    def draw_at(self, canvas: Canvas, x_pt: float, y_pt: float) -> None:
        if self.is_rtl:
            # From right to left the first column, which holds what goes across, is the one at the right edge.
            x_pt += self.column_pt - self.across_pt if self.across_pt else self.gutter_pt
        if self.element.scope == "Column" and self.element.is_drawn:
            with marked(canvas, None):
                Text.draw_at(self, canvas, x_pt, y_pt)
        else:
            super().draw_at(canvas, x_pt, y_pt)


class Rows(PlatypusTable):
    """A table that may start in the margin column, and parts a row only when a fresh page could not hold it."""

    shift_pt = 0.0
    page_pt = 0.0
    is_rtl = False
    bar_gap_pt = BAR_GAP_PT
    # What stands beside another column is asked for its whole height.
    _is_whole = False
    _worked_out_for: tuple[float, float] | None = None
    # What was sent on to the next page does not begin on the rest of this one.
    _is_sent_on = False

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        super().drawOn(canvas, x + self.shift_pt, y, _sW)

    def draw(self) -> None:
        super().draw()
        x_pt = self._width + self.bar_gap_pt if self.is_rtl else -self.bar_gap_pt
        for row, low_pt, height_pt in zip(self._cellvalues, self._rowpositions[1:], self._rowHeights, strict=True):
            if any(text.is_changed for cell in row for text in _texts(cell)):
                draw_bar(self.canv, x_pt, low_pt + 1.5, low_pt + height_pt - 1.5)

    def _drawCell(self, cell: object, style: object, pos: Sequence[float], size: Sequence[float]) -> None:  # noqa: N802
        """Draw the text of a cell at the top of its row, or where it is a header's at its end; an empty one is none."""
        (x_pt, low_pt), (width_pt, height_pt) = pos, size
        for text in _texts(cell):
            text.wrap(width_pt, height_pt)
            is_top = style.valign == "TOP"
            y_pt = low_pt + (height_pt - style.topPadding - text.height if is_top else style.bottomPadding)
            text.draw_at(self.canv, x_pt, y_pt)

    def first_pt(self, _room_pt: float) -> float:
        """Return the height of the header and of the first two rows, with the group's above them."""
        first = self._cellvalues[self.repeatRows : self.repeatRows + 1]
        is_group = any(map(_is_group, first))
        return sum(self._row_pt(row) for row in self._cellvalues[: self.repeatRows + 2 + is_group])

    @property
    def highest_pt(self) -> float:
        """The height of the highest row, known once it is wrapped."""
        return max(self._rowHeights)

    def _row_pt(self, row: Sequence[object]) -> float:
        cells = [(text, width) for cell, width in zip(row, self._colWidths, strict=True) for text in _texts(cell)]
        return PADDING_PT + max((text.wrap(width, 0)[1] for text, width in cells), default=0)

    def _calc_height(self, availHeight: float, availWidth: float, H: object = None, W: object = None) -> None:  # noqa: N803
        """Place the rows once for each room, and none beyond it: otherwise ten pages took a hundred times one."""
        if self._worked_out_for == (availHeight, availWidth):
            return
        self._worked_out_for = availHeight, availWidth
        if None in self._argH:
            rows = zip(self._argH, self._cellvalues, self._cellStyles, strict=True)
            self._argH = self._rowHeights = [
                self._high_pt(row, styles) if known is None else known for known, row, styles in rows
            ]
            self._is_whole = True
        height_pt = 0.0
        for count, row_pt in enumerate(() if self._is_whole else self._argH, start=1):
            height_pt += row_pt
            if height_pt > availHeight + CLEARLY_PT:
                self._rowpositions, self._height, self._hmax = [], height_pt, count
                return
        super()._calc_height(availHeight, availWidth, H, W)

    def _high_pt(self, row: list[object], styles: Sequence[object]) -> float:
        """Return the height of a row: of its highest cell with what its style pads it by; an empty one is a line."""
        row[:] = [_texts(cell) or cell for cell in row]
        return max(
            (style.leading if isinstance(cell, str) else self._listCellGeom(cell, width, style)[1])
            + (style.bottomPadding + style.topPadding)
            for cell, style, width in zip(row, styles, self._colWidths, strict=True)
        )

    def keep_groups(self, groups: Iterable[int]) -> None:
        """Never part the rows at `groups` from the row after them, unless no page holds the two."""
        header_pt = sum(self._row_pt(row) for row in self._cellvalues[: self.repeatRows])
        for index in groups:
            two = self._cellvalues[index : index + 2]
            if len(two) == 2 and header_pt + sum(map(self._row_pt, two)) <= PARTED_SHARE * self.page_pt:
                self.setStyle([("NOSPLIT", (0, index), (-1, index + 1))])

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        if self._is_sent_on:
            self._is_sent_on = False
            return []
        self._calc(availWidth, availHeight)
        is_parted = self._ends_in_a_long_row(availHeight)
        self.splitByRow, self.splitInRow = int(not is_parted), int(is_parted or availHeight > 0.9 * self.page_pt)
        parts, is_repeated = self._parted(availWidth, availHeight)
        is_sent_on = self._leaves_the_last_row_alone(parts, is_repeated=is_repeated)
        if is_sent_on:
            self.splitInRow = 0
            again, _ = self._parted(availWidth, sum(parts[0]._rowHeights) - 0.1)
            parts = again or parts
            parts[-1]._is_sent_on = len(parts) > 1
        for part in parts:
            part.shift_pt, part.page_pt, part.hAlign, part.splitByRow = self.shift_pt, self.page_pt, self.hAlign, 1
            part.is_rtl, part.bar_gap_pt = self.is_rtl, self.bar_gap_pt
        return parts

    def _parted(self, width_pt: float, height_pt: float) -> tuple[list[Flowable], bool]:
        """Return the parts, and whether the second begins with the name, repeated, of the group that goes over."""
        header, group = self.repeatRows, self._group_going_over(height_pt)
        if group:
            self.repeatRows = (*range(header), group)
        parts = super().split(width_pt, height_pt)
        self.repeatRows = header
        if group and not parts:
            return super().split(width_pt, height_pt), False
        for part in parts:
            part.repeatRows, part.page_pt = header, self.page_pt
        if group and len(parts) == 2:
            parts[1].keep_groups([header])
        return parts, bool(group) and len(parts) == 2

    def _group_going_over(self, height_pt: float) -> int:
        """Return the row of the group inside which a page of that height ends, 0 where it ends between groups."""
        count, left_pt = 0, height_pt
        while count < len(self._rowHeights) and self._rowHeights[count] <= left_pt:
            left_pt -= self._rowHeights[count]
            count += 1
        while count and _is_group(self._cellvalues[count - 1]):
            count -= 1
        if count >= len(self._cellvalues) or _is_group(self._cellvalues[count]):
            return 0
        return next((row for row in reversed(range(self.repeatRows, count)) if _is_group(self._cellvalues[row])), 0)

    def _leaves_the_last_row_alone(self, parts: list[Flowable], *, is_repeated: bool) -> bool:
        """Return whether the next page would begin with the last row, though another can be sent along with it."""
        rows = [len(part._cellvalues) - self.repeatRows for part in parts]
        if is_repeated:
            rows[1] -= 1
        return len(rows) == 2 and rows[0] > 1 and rows[1] == 1 and sum(rows) == len(self._cellvalues) - self.repeatRows

    def _ends_in_a_long_row(self, room_pt: float) -> bool:
        """Return whether the row at the end of that room fits no page either, and enough of it would stay."""
        header_pt = sum(self._rowHeights[: self.repeatRows])
        for height_pt in self._rowHeights:
            if height_pt > room_pt:
                return header_pt + height_pt > PARTED_SHARE * self.page_pt and room_pt >= LEAST_PART_PT
            room_pt -= height_pt
        return False


def _texts(cell: object) -> tuple[Cell, ...]:
    """Return the text of a cell, which platypus keeps in a tuple; () of an empty one."""
    found = cell if isinstance(cell, (tuple, list)) else (cell,)
    return tuple(one for one in found if isinstance(one, Cell))


def _is_group(row: Sequence[object]) -> bool:
    """Return whether a row is the name of a group."""
    return any(text.across_pt for cell in row for text in _texts(cell))
