"""Words to be read out at a lectern: large, on the upper part of the page, with nothing around them but n/N."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, PageBreak, PageTemplate
from reportlab.platypus import Frame as PlatypusFrame

from events.documents.pdf.archive import packed
from events.documents.pdf.flow import Beside, Bookmarked, Condition, Marker
from events.documents.pdf.frame import PAPERS_MM
from events.documents.pdf.language import in_language
from events.documents.pdf.pages import FOOT_PT, PageCanvas, describe
from events.documents.pdf.style import (
    LECTERN_DIRECTION,
    LECTERN_OFFICER,
    LECTERN_SECTION,
    LECTERN_TIME,
    LECTERN_TITLE,
    LECTERN_WORDS,
)
from events.documents.pdf.tagging import Element
from events.documents.pdf.text import Text

# The eyes of who speaks should not sink to the foot of the page.
TOP_PT, BOTTOM_PT, START_PT, END_PT = 18 * mm, 48 * mm, 38 * mm, 18 * mm
TIME_PT = 20 * mm
BREATH_AFTER_PT = 16
# A section up to this share of a page is not parted.
WHOLE_SHARE = 0.5


@dataclass(frozen=True, kw_only=True)
class Breath:
    """What is said in one breath, never parted by a page unless it is longer than one.

    `texts` are words with whether they are said; what is not said is a stage direction, small and in italics. `time`
    stands beside the first.
    """

    texts: tuple[tuple[str, bool], ...]
    time: str = ""


@dataclass(frozen=True, kw_only=True)
class Section:
    """Breaths under a heading that is kept with the first of them."""

    title: str
    breaths: tuple[Breath, ...]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What one person reads, from a new page: who that is, then the sections."""

    reader: str
    sections: tuple[Section, ...]


@packed
def lectern_pdf(
    readings: Iterable[Reading], *, heading: str, paper: str, title: str, language: str, as_of: datetime
) -> bytes:
    """Return one file with each reading from a new page; `heading` stands small above the first of each.

    No head, mark, reference or code: in the foot only n/N. `title` is the file's and is not printed. The same
    arguments give the same bytes. Raises ValueError for an `as_of` without a zone.
    """
    width_pt, height_pt = (side * mm for side in PAPERS_MM[paper])
    room_pt, page_pt = width_pt - START_PT - END_PT, height_pt - TOP_PT - BOTTOM_PT
    file = BytesIO()
    with in_language(language):
        frame = PlatypusFrame(START_PT, BOTTOM_PT, room_pt, page_pt, *(0, 0, 0, 0))
        template = _Template(file, pagesize=(width_pt, height_pt))
        template.addPageTemplates(
            PageTemplate(
                frames=[frame], onPageEnd=lambda canvas, _: canvas.folio(width_pt - END_PT, FOOT_PT, is_rtl=False)
            )
        )
        template.told = title
        placed = list(_placed(list(readings), heading, room_pt=room_pt, page_pt=page_pt))
        template.build(placed, canvasmaker=partial(_canvas, language=language, as_of=as_of))
    return file.getvalue()


class _Template(BaseDocTemplate):
    """Platypus' builder, which would overwrite what a canvas says about itself before it begins."""

    told = ""

    def handle_documentBegin(self) -> None:  # noqa: N802
        super().handle_documentBegin()
        describe(self.canv, title=self.told, author="")


def _canvas(
    file: object, *, pagesize: tuple[float, float], language: str, as_of: datetime, **_options: object
) -> PageCanvas:
    return PageCanvas(file, pagesize=pagesize, language=language, as_of=as_of)


def _placed(readings: list[Reading], heading: str, *, room_pt: float, page_pt: float) -> Iterator[Flowable]:
    yield Bookmarked(heading, LECTERN_TITLE, element=Element(role="H1"), level=0)
    for number, reading in enumerate(readings):
        if number:
            yield PageBreak()
            yield Text(heading, LECTERN_TITLE)
        yield Bookmarked(reading.reader, LECTERN_OFFICER, element=Element(role="H2"), level=1)
        for section in reading.sections:
            yield from _section(section, room_pt=room_pt, page_pt=page_pt)


def _section(section: Section, *, room_pt: float, page_pt: float) -> Iterator[Flowable]:
    """Yield a section, whole on one page where it is short."""
    parts = list(_parts(section, room_pt=room_pt, page_pt=page_pt))
    height_pt = _height_pt([one for one in parts if not isinstance(one, Condition)], room_pt)
    yield from ([Condition(height_pt)] if height_pt <= WHOLE_SHARE * page_pt else [])
    yield from parts


def _parts(section: Section, *, room_pt: float, page_pt: float) -> Iterator[Flowable]:
    leading: list[Flowable] = [Bookmarked(section.title, LECTERN_SECTION, element=Element(role="H3"), level=2)]
    for breath in section.breaths:
        texts = _breath(breath)
        whole = [*leading, *texts]
        if _height_pt(whole, room_pt) <= page_pt:
            yield Condition(_height_pt(whole, room_pt))
            yield from _spaced(whole)
        else:
            yield from _one_by_one(_spaced(whole), room_pt=room_pt, page_pt=page_pt)
        leading = []


def _spaced(texts: list[Flowable]) -> list[Flowable]:
    """Return texts with room after the last, which is none at the end of a page."""
    texts[-1].spaceAfter += BREATH_AFTER_PT
    return texts


def _one_by_one(texts: list[Flowable], *, room_pt: float, page_pt: float) -> Iterator[Flowable]:
    """Yield texts that together are longer than a page, each whole where it can be."""
    for text in texts:
        yield Condition(min(_height_pt([text], room_pt), page_pt))
        yield text


def _breath(breath: Breath) -> list[Flowable]:
    found: list[Flowable] = []
    for words, is_said in breath.texts:
        element, setting = Element(role="P"), LECTERN_WORDS if is_said else LECTERN_DIRECTION
        marker = None
        if breath.time and not found:
            time = Text(breath.time, LECTERN_TIME if is_said else LECTERN_DIRECTION)
            marker = Marker(text=time, before_pt=TIME_PT, width_pt=TIME_PT - 3, element=element.child("Span"))
        found.append(Beside(words, setting, element=element, marker=marker))
    return found


def _height_pt(texts: list[Flowable], room_pt: float) -> float:
    return sum(text.wrap(room_pt, 0)[1] + text.getSpaceBefore() + text.getSpaceAfter() for text in texts)
