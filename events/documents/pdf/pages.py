"""The page around the text: paper and grid, masthead, running head, foot with n/N, mark, and the file's own data."""

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import md5
from types import SimpleNamespace

from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Frame as PlatypusFrame
from reportlab.platypus import PageTemplate

from events.documents.pdf.archive import make_archival
from events.documents.pdf.code import code_path
from events.documents.pdf.fit import fitted_size_pt, shortened, text_width_em
from events.documents.pdf.fonts import face
from events.documents.pdf.frame import PAPERS_MM, Frame
from events.documents.pdf.masthead import draw_masthead, masthead_rule_pt
from events.documents.pdf.style import (
    BOTTOM_MM,
    END_MM,
    FIRST_TOP_MM,
    IMPRINT,
    INK,
    MARGIN_COLUMN_PT,
    MARK,
    RULE,
    START_MM,
    TOP_MM,
    Ink,
    Setting,
)
from events.documents.pdf.tagging import TaggedCanvas
from events.documents.pdf.text import draw_line
from events.documents.pdf.tree import write_tree
from events.documents.pdf.wording import plain
from participants.domain.prose import dashed

CREATOR = "Meeting Planner"
MASTHEAD_GAP_PT = 14 * mm
HEAD_PT, FOOT_PT, FOOT_GAP_PT = 16 * mm, 13 * mm, 2.5 * mm
# The code of an address: as small as a telephone reads from paper; its quiet zone is four modules of about 0.4 mm.
CODE_PT, CODE_GAP_PT, ASCENDER_PT = 11 * mm, 3 * mm, 7 * mm
HEAD_GAP_PT, SMALLEST_HEAD_PT = 5 * mm, 6.0
MARK_LARGEST_PT, MARK_SHARE = 150.0, 0.64

rl_config.useA85 = 0


class PageCanvas(TaggedCanvas):
    """A canvas that embeds all it draws with, is dated by the facts, writes n/N when N is known, and is archival.

    Raises ValueError for an `as_of` without a zone.
    """

    def __init__(self, file: object, *, pagesize: tuple[float, float], language: str, as_of: datetime) -> None:
        if as_of.tzinfo is None:
            raise ValueError("as_of needs a time zone")
        face("sans")
        super().__init__(file, pagesize=pagesize, lang=language, invariant=1, pageCompression=1, initialFontName="sans")
        self.language = language
        moment = as_of.astimezone(UTC)
        self._doc.signature = md5(usedforsecurity=False)  # ReportLab seeds it from the environment
        self._doc._timeStamp = SimpleNamespace(YMDhms=tuple(moment.timetuple())[:6], dhh=0, dmm=0, t=0)
        self.folios: list[tuple[str, bool]] = []
        self.parts: dict[str, int] = {}
        # What the heads of pages call the part of a bound document that they are of.
        self.part_entry = ""
        self.awaited: dict[str, tuple[Setting, bool]] = {}

    def folio(self, x_pt: float, y_pt: float, *, is_rtl: bool) -> None:
        """Place "n/N" for this page with its end at `x_pt`; it is written on saving."""
        name = f"folio-{self.getPageNumber()}"
        self.folios.append((name, is_rtl))
        self.saveState()
        self.translate(x_pt, y_pt)
        self.doForm(name)
        self.restoreState()

    def begin_part(self, part: str, *, top_pt: float) -> None:
        """Note that `part` begins on this page: where links to it lead, and the number that contents give."""
        self.bookmarkHorizontal(part, 0, top_pt)
        self.parts[part] = self.getPageNumber()

    def page_of(self, part: str, x_pt: float, y_pt: float, setting: Setting, *, is_rtl: bool) -> None:
        """Place the number of the page on which `part` begins, with its end at `x_pt`; it is written on saving."""
        self.awaited[part] = (setting, is_rtl)
        self.saveState()
        self.translate(x_pt, y_pt)
        self.doForm(f"page-of-{part}")
        self.restoreState()

    def save(self) -> None:
        for part, (setting, is_rtl) in self.awaited.items():
            self.beginForm(f"page-of-{part}", -60, -8, 60, 20)
            draw_line(self, 0, 0, str(self.parts[part]), setting.ink, anchor="start" if is_rtl else "end")
            self.endForm()
        count = len(self.folios)
        for number, (name, is_rtl) in enumerate(self.folios, start=1):
            self.beginForm(name, -100, -4, 100, 12)
            draw_line(self, 0, 0, f"{number}/{count}", IMPRINT.ink, anchor="start" if is_rtl else "end")
            self.endForm()
        if self.is_begun():
            self.showPage()
        self.drop_page()
        write_tree(self)
        make_archival(self._doc, language=self.language)
        super().save()


def describe(canvas: Canvas, *, title: str, author: str, subject: str = "", keywords: tuple[str, ...] = ()) -> None:
    """Write into the file what it is; readers show the title instead of the file's name."""
    canvas.setTitle(plain(title))
    canvas.setAuthor(plain(author))
    canvas.setSubject(plain(subject))
    canvas.setKeywords(", ".join(plain(word) for word in keywords))
    canvas.setCreator(CREATOR)
    canvas.setProducer(CREATOR)
    canvas.setViewerPreference("DisplayDocTitle", "true")


class Sheet:
    """The grid of one document: for each way round of its paper, where the text stands and what surrounds it."""

    def __init__(self, frame: Frame) -> None:
        self.frame, self.is_rtl = frame, frame.direction == "rtl"
        short_mm, long_mm = PAPERS_MM[frame.paper]
        self.short_pt, self.long_pt = short_mm * mm, long_mm * mm
        extra_mm = 2.95 if frame.paper == "letter" else 0
        margins = ((START_MM + extra_mm) * mm, (END_MM + extra_mm) * mm)
        self.left_pt, self.right_pt = margins[::-1] if self.is_rtl else margins
        self.top_pt, self.bottom_pt = (25.4 if frame.paper == "letter" else TOP_MM) * mm, BOTTOM_MM * mm

    def size_pt(self, *, is_landscape: bool) -> tuple[float, float]:
        """Return width and height of the paper that way round."""
        return (self.long_pt, self.short_pt) if is_landscape else (self.short_pt, self.long_pt)

    def text_width_pt(self, *, is_landscape: bool) -> float:
        """Return the width of the text, without the margin column."""
        return self.size_pt(is_landscape=is_landscape)[0] - self.left_pt - self.right_pt - MARGIN_COLUMN_PT

    def page_pt(self, *, is_landscape: bool) -> float:
        """Return the height of the text on a page after the first."""
        return self.size_pt(is_landscape=is_landscape)[1] - self.top_pt - self.bottom_pt

    @property
    def spare_pt(self) -> float:
        """How much longer than usual the text of a page may be with its foot still clear."""
        foot_pt = FOOT_PT + (ASCENDER_PT if self.frame.address else IMPRINT.leading_pt / 2)
        return self.bottom_pt - foot_pt - FOOT_GAP_PT

    def templates(self) -> list[PageTemplate]:
        """Return the first page as the frame has it, then the following pages upright and landscape."""
        first = self._template("first", is_landscape=self.frame.is_landscape, surround=self._first)
        first.autoNextPageTemplate = later_name(is_landscape=self.frame.is_landscape)
        later = [
            self._template(later_name(is_landscape=turned), is_landscape=turned, surround=self._later)
            for turned in (False, True)
        ]
        return [first, *later]

    def _template(self, name: str, *, is_landscape: bool, surround: Callable[..., None]) -> PageTemplate:
        width_pt, height_pt = self.size_pt(is_landscape=is_landscape)
        top_pt = self._first_top_pt(width_pt) if name == "first" else self.top_pt
        start_pt = self.left_pt + (0 if self.is_rtl else MARGIN_COLUMN_PT)
        text = PlatypusFrame(
            start_pt,
            self.bottom_pt,
            self.text_width_pt(is_landscape=is_landscape),
            height_pt - top_pt - self.bottom_pt,
            *(0, 0, 0, 0),
            id=name,
        )
        return PageTemplate(
            id=name,
            frames=[text],
            pagesize=(width_pt, height_pt),
            onPage=lambda canvas, _document: surround(canvas, width_pt, height_pt),
            onPageEnd=lambda canvas, _document: self._foot(canvas, width_pt),
        )

    def _first_top_pt(self, page_width_pt: float) -> float:
        if self.frame.masthead is None:
            return self.top_pt
        rule_pt = masthead_rule_pt(self.frame.masthead, page_width_pt - self.left_pt - self.right_pt)
        return max(FIRST_TOP_MM * mm, rule_pt + MASTHEAD_GAP_PT)

    def _first(self, canvas: PageCanvas, width_pt: float, height_pt: float) -> None:
        draw_mark(canvas, self.frame.mark, width_pt, height_pt)
        if self.frame.masthead:
            sides = (self.left_pt, width_pt - self.right_pt)
            draw_masthead(canvas, self.frame.masthead, sides_pt=sides, top_pt=height_pt, is_rtl=self.is_rtl)

    def _later(self, canvas: PageCanvas, width_pt: float, height_pt: float) -> None:
        draw_mark(canvas, self.frame.mark, width_pt, height_pt)
        y_pt, room_pt = height_pt - HEAD_PT, width_pt - self.left_pt - self.right_pt
        reference = self.frame.masthead.reference if self.frame.masthead else ""
        reference = shortened(reference, width_pt=room_pt * 0.25, size_pt=IMPRINT.ink.size_pt)
        beside_pt = text_width_em(reference, face="sans") * IMPRINT.ink.size_pt + HEAD_GAP_PT if reference else 0
        title, left_pt = self.frame.short_title or self.frame.title, room_pt - beside_pt
        title = dashed((title, canvas.part_entry), self.frame.language)
        size_pt = fitted_size_pt(title, width_pt=left_pt, largest_pt=IMPRINT.ink.size_pt, face="sans")
        size_pt = max(size_pt, SMALLEST_HEAD_PT)
        self._ends(canvas, (reference, ""), y_pt=y_pt, page_width_pt=width_pt)
        title = shortened(title, width_pt=left_pt, size_pt=size_pt)
        self._ends(canvas, ("", title), y_pt=y_pt, page_width_pt=width_pt, size_pt=size_pt)
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.4)
        canvas.line(self.left_pt, y_pt - 5, width_pt - self.right_pt, y_pt - 5)

    def _foot(self, canvas: PageCanvas, width_pt: float) -> None:
        end_pt = self.left_pt if self.is_rtl else width_pt - self.right_pt
        if self.frame.address:
            end_pt = self._code(canvas, end_pt)
        room_pt = (end_pt - self.left_pt) if not self.is_rtl else (width_pt - self.right_pt - end_pt)
        footer = shortened(self.frame.footer, width_pt=room_pt * 0.85, size_pt=7.5)
        self._ends(canvas, (footer, ""), y_pt=FOOT_PT, page_width_pt=width_pt)
        address = self.frame.address.partition("://")[2].rstrip("/")
        self._ends(canvas, (address, ""), y_pt=FOOT_PT - IMPRINT.leading_pt, page_width_pt=width_pt)
        canvas.folio(end_pt, FOOT_PT, is_rtl=self.is_rtl)

    def _code(self, canvas: PageCanvas, end_pt: float) -> float:
        """Draw the code of the address at the end of the foot, and return where the number of the page ends."""
        x_pt = end_pt if self.is_rtl else end_pt - CODE_PT
        canvas.setFillColor(INK)
        path = code_path(self.frame.address, x_pt=x_pt, y_pt=FOOT_PT + ASCENDER_PT - CODE_PT, size_pt=CODE_PT)
        canvas.addLiteral(path)
        return end_pt + (CODE_PT + CODE_GAP_PT) * (1 if self.is_rtl else -1)

    def _ends(
        self,
        canvas: Canvas,
        texts: tuple[str, str],
        *,
        y_pt: float,
        page_width_pt: float,
        size_pt: float = IMPRINT.ink.size_pt,
    ) -> None:
        drawn = replace(IMPRINT.ink, size_pt=size_pt)
        left, right = texts[::-1] if self.is_rtl else texts
        for text, x_pt, anchor in ((left, self.left_pt, "start"), (right, page_width_pt - self.right_pt, "end")):
            if text:
                draw_line(canvas, x_pt, y_pt, text, drawn, anchor=anchor)


def later_name(*, is_landscape: bool) -> str:
    """Return the name of the template of pages after the first."""
    return "landscape" if is_landscape else "upright"


def draw_mark(canvas: Canvas, mark: str, width_pt: float, height_pt: float) -> None:
    """Draw `mark`, if any, pale along the rising diagonal, as large as the page allows, at most 150 pt."""
    em = text_width_em(mark)
    if not em:
        return
    size_pt = min(MARK_LARGEST_PT, MARK_SHARE * math.hypot(width_pt, height_pt) / em)
    canvas.saveState()
    canvas.translate(width_pt / 2, height_pt / 2)
    canvas.rotate(math.degrees(math.atan2(height_pt, width_pt)))
    draw_line(canvas, 0, -0.33 * size_pt, mark, Ink(face="sans-bold", size_pt=size_pt, color=MARK), anchor="middle")
    canvas.restoreState()
