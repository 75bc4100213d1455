"""Text on a page: measured, broken into lines and drawn. Nothing else sets type here.

The rest of the package needs from this module `Text`, `draw_line`, `inked` and `width_pt`.
"""

import re
from collections.abc import Sequence
from copy import copy

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from events.documents.pdf.bidi import has_rtl, paragraph_level
from events.documents.pdf.blocks import Wording
from events.documents.pdf.breaking import TOLERANCE_PT, Line, broken
from events.documents.pdf.coverage import printable
from events.documents.pdf.language import current_language
from events.documents.pdf.painting import PlacedLine, gap_count, paint
from events.documents.pdf.scripts import ARABIC, OF_LANGUAGE, is_mostly_han
from events.documents.pdf.shaping import InkedText, Word, width_of, words
from events.documents.pdf.style import Ink, Setting, ink, leading_pt, spoken
from events.documents.pdf.wording import spoken_parts

BASE_SHARE = 0.3
# Codes of languages in brackets and Roman numbers.
_NO_WORDS, _LETTER = re.compile(r"\[\w+\]|\b[IVXLC]+\.(?!\w)"), re.compile(r"[^\W\d_]")
# A line of Chinese is left uneven rather than drawn apart by more than this share of a character at each place.
MOST_DRAWN_APART = 0.08


def width_pt(text: str, drawn: Ink) -> float:
    """Return the width of one line of `text`, already printable, in the ink `drawn`."""
    drawn = spoken(drawn, current_language())
    base = paragraph_level(text, is_rtl=_runs_rtl(drawn.language))
    return width_of(words([(text, drawn)], base=base))


def _runs_rtl(language: str) -> bool:
    return OF_LANGUAGE.get(language[:2]) == ARABIC


def _reads_rtl(pairs: Sequence[InkedText], *, is_rtl: bool) -> bool:
    """Return whether a text runs from right to left: as its page, unless all its words are in languages that don't."""
    if all(_runs_rtl(drawn.language) == is_rtl for _, drawn in pairs):
        return is_rtl
    return is_rtl if any(_runs_rtl(one) == is_rtl for one in _languages(pairs)) else not is_rtl


def _languages(pairs: Sequence[InkedText]) -> set[str]:
    """Return the languages of the words of a text; numbers and the codes of languages in brackets are no words."""
    return {drawn.language for text, drawn in pairs if _LETTER.search(_NO_WORDS.sub("", text))}


def inked(wording: Wording, setting: Setting) -> list[InkedText]:
    """Return `wording`, in the document's language where no part has another, as printable (text, ink) pairs.

    Raises KeyError for an unknown style.
    """
    language = current_language()
    pairs = []
    for run in spoken_parts(wording):
        drawn = ink(setting, run.style, language=run.language or language, link=run.link, beside=language)
        pairs.append((printable(run.text, is_for_lines=True), drawn))
    return pairs


class Text(Flowable):
    """A block of text in one setting; the start is the right edge when `is_rtl`.

    Of `most_whole` lines or fewer it is not parted. What is wholly in another language has its leading and, where that
    runs in the other direction, begins at the other edge. What `is_in_row` keeps the leading of the texts beside it,
    and a single line its edge.
    """

    most_whole = 3
    is_in_row = False

    def __init__(self, wording: Wording, setting: Setting, *, is_rtl: bool = False) -> None:
        super().__init__()
        self.setting, self.language = setting, current_language()
        self.spaceBefore, self.spaceAfter = setting.before_pt, setting.after_pt
        self._inked = inked(wording, setting)
        self.led_by(self.language if self.is_in_row else self.own_language)
        self._is_rtl, self._is_mixed = is_rtl, False
        self._is_justified = setting.align == "justify"
        self._words: list[Word] | None = None
        self._lines: list[Line] = []
        self._room_pt = -1.0

    @property
    def own_language(self) -> str:
        """The language of all its words; that of the document where they are in several."""
        if all(drawn.language == self.language for _, drawn in self._inked):
            return self.language
        found = _languages(self._inked)
        return found.pop() if len(found) == 1 else self.language

    def led_by(self, language: str) -> None:
        """Take the leading of texts in `language`, as what stands beside one has to."""
        self.leading_pt = leading_pt(self.setting, language)

    @property
    def is_rtl(self) -> bool:
        """Whether the text runs from the right edge; one that is turned later is laid out anew."""
        return self._is_rtl

    @is_rtl.setter
    def is_rtl(self, value: bool) -> None:
        if value != self._is_rtl:
            self._is_rtl, self._words = value, None
            room_pt, self._room_pt = self._room_pt, -1.0
            if room_pt >= 0:
                self.wrap(room_pt, 0)

    @property
    def _reads_rtl(self) -> bool:
        return _reads_rtl(self._inked, is_rtl=self._is_rtl)

    def _found(self) -> list[Word]:
        """Return the words, made when they are first needed."""
        if self._words is None:
            plain = "".join(text for text, _ in self._inked)
            base = paragraph_level(plain, is_rtl=self._reads_rtl)
            self._is_mixed = bool(base or has_rtl(plain))
            if self.setting.is_prose and self.setting.align == "start":
                self._is_justified = is_mostly_han(plain)
            self._words = words(self._inked, base=base)
        return self._words

    def wrap(self, room_pt: float, _height_pt: float) -> tuple[float, float]:
        if room_pt != self._room_pt:
            found = self._found()
            self._lines = broken(found, room_pt, is_fitted=self.setting.is_fitted, is_justified=self._is_justified)
            self._room_pt = self.width = room_pt
        self.height = self.text_pt
        return room_pt, self.height

    @property
    def text_pt(self) -> float:
        """The height of the lines."""
        return len(self._lines) * self.leading_pt

    def split(self, room_pt: float, height_pt: float) -> list[Flowable]:
        self.wrap(room_pt, height_pt)
        count = len(self._lines)
        fits = int((height_pt + TOLERANCE_PT) / self.leading_pt)
        if fits >= count:
            return [self]
        head = min(fits, count - 2) if count > self.most_whole else 0
        if head < 2:
            return []
        first, second = self._part(self._lines[:head]), self._part(self._lines[head:])
        first.spaceAfter = second.spaceBefore = 0
        return [first, second]

    def _part(self, lines: list[Line]) -> "Text":
        part = copy(self)
        part.__dict__.pop("_postponed", None)  # platypus gives up on what it has put off twice
        part._words = [word for line in lines for word in line.words]
        part._lines, part._room_pt = lines, self._room_pt
        part.width, part.height = self._room_pt, part.text_pt
        return part

    def first_pt(self, room_pt: float) -> float:
        """Return the height of the least that may stand at the end of a page: two lines, or all of a short text."""
        self.wrap(room_pt, 0)
        count = len(self._lines)
        return self.leading_pt * (2 if count > self.most_whole else count)

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        """Draw where it belongs, and not at an origin moved there: that took a tenth of the time of a table."""
        self.draw_at(canvas, x, y)

    def draw_at(self, canvas: Canvas, x_pt: float, y_pt: float) -> None:
        """Draw the lines, (`x_pt`, `y_pt`) being the lower left corner."""
        paint(canvas, self.placed_lines(x_pt, y_pt), language=self.language)

    def placed_lines(self, left_pt: float = 0, low_pt: float = 0) -> list[PlacedLine]:
        """Return the lines where they stand above that corner, the first at the top."""
        y_pt = low_pt + self.height - self.leading_pt * (1 - BASE_SHARE)
        keeps_edge = self.is_in_row and len(self._lines) == 1
        is_right = (self.setting.align == "end") != (self._is_rtl if keeps_edge else self._reads_rtl)
        placed = []
        for line in self._lines:
            slack_pt = self.width - line.width_pt
            gaps = gap_count(line.words) if self._is_justified and not line.is_last else 0
            stretch_pt = max(slack_pt, 0) / gaps if gaps else 0
            if self.setting.align == "start" and stretch_pt > MOST_DRAWN_APART * self.setting.ink.size_pt:
                stretch_pt = 0
            x_pt = left_pt + (slack_pt if is_right and not gaps else 0)
            placed.append(PlacedLine(x_pt, y_pt, line.words, stretch_pt, line.is_last, self._is_mixed))
            y_pt -= self.leading_pt
        return placed


def draw_line(canvas: Canvas, x_pt: float, y_pt: float, text: str, drawn: Ink, *, anchor: str = "start") -> None:
    """Draw one line of text with its base line at `y_pt`; `anchor` says what `x_pt` is: "start", "middle" or "end"."""
    text, drawn = printable(text).replace("\n", " "), spoken(drawn, current_language())
    base = paragraph_level(text, is_rtl=_runs_rtl(drawn.language))
    found = words([(text, drawn)], base=base)
    if anchor != "start":
        x_pt -= width_of(found) * (0.5 if anchor == "middle" else 1)
    paint(canvas, [PlacedLine(x_pt, y_pt, found, is_mixed=bool(base or has_rtl(text)))], language=current_language())
