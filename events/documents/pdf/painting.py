"""Lines of words drawn on a canvas: text operators, marked content for readers, lines under words, links."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfgen.canvas import Canvas

from events.documents.pdf.bidi import visual_order
from events.documents.pdf.embedding import EmbeddedFace, embedded
from events.documents.pdf.fonts import Face
from events.documents.pdf.shaping import Gap, Piece, Word
from events.documents.pdf.style import Ink

LINK_SCHEMES = ("http://", "https://", "mailto:")
_HAIR = 0.5
_PRINTED = 4
_ADDRESS_SIGNS = "%/:?#[]@!$&'()*+,;=~"


class PlacedLine(NamedTuple):
    """Words in the order of reading on a base line, from their left end; `stretch_pt` is added between them.

    `is_last` says that no word follows on a next line; `is_mixed` that some may run from right to left.
    """

    x_pt: float
    y_pt: float
    words: Sequence[Word]
    stretch_pt: float = 0.0
    is_last: bool = True
    is_mixed: bool = False


class Brush:
    """The operators of one text object, BT to ET."""

    def __init__(self, canvas: Canvas, language: str = "") -> None:
        self.document, self.language = canvas._doc, language
        self.code = ["BT"]
        self.array: list[str] = []
        self.face: EmbeddedFace | None = None
        self.shaped_face: Face | None = None
        self.size_pt, self.tracking_pt = 0.0, 0.0
        self.ink: Ink | None = None
        self.color: Color | None = None
        self.is_decorated = self.is_reversed = False
        self.rise = 0.0
        self.spoken = ""

    def draw(self, line: PlacedLine) -> bool:
        """Add a line and return whether some of its words have a line under or through them, or a link."""
        if not line.words:
            return False
        self.code.append(f"1 0 0 1 {line.x_pt:.3f} {line.y_pt:.3f} Tm")
        if self.ink is not None:
            self._speak(self.ink.language)
        is_decorated = self.is_decorated
        items = _items(line)
        if line.is_mixed:
            is_decorated = self._draw_mixed(line, items) or is_decorated
        else:
            for item in items:
                if self._is_other(item.ink):
                    self._take(item.ink)
                    is_decorated = is_decorated or self.is_decorated
                if type(item) is Gap:
                    self._leave(item.width_pt)
                else:
                    self._show(item)
        if not line.is_last and line.words[-1].gap_pt and self.face:
            self.array.append(self.face.blank)
        self._flush()
        self._turn(is_reversed=False)
        self._speak("")
        return is_decorated

    def _draw_mixed(self, line: PlacedLine, items: Sequence[Piece | Gap]) -> bool:
        """Add items in the order of reading, each where it stands.

        What runs from right to left is shown from left to right all the same, as readers expect of a PDF file, and
        marked as reversed for those that take the order of the file for that of reading (ISO 32000-1, 14.8.2.5.3).
        """
        is_decorated = False
        for item, left_pt in _places(line, items):
            if self._is_other(item.ink):
                self._turn(is_reversed=False)
                self._take(item.ink)
                is_decorated = is_decorated or self.is_decorated
            self._flush()
            if type(item) is Gap:
                self._move(left_pt, line.y_pt)
                self._leave(item.width_pt)
                continue
            self._turn(is_reversed=bool(item.level % 2))
            self._dress(item)
            if item.level % 2:
                for segment in reversed(self.face.shown(item)):
                    self._move(left_pt + segment.start * self.size_pt / 1000, line.y_pt)
                    self._lift(segment.rise)
                    self.array.append(segment.codes)
                    self._flush()
            else:
                self._move(left_pt, line.y_pt)
                self._show(item)
        return is_decorated

    def finished(self) -> str:
        """Return all operators, with letter spacing and rise back to none."""
        self._lift(0)
        return "\n".join([*self.code, "0 Tc ET" if self.tracking_pt else "ET"])

    def _speak(self, language: str) -> None:
        """Mark what follows as of `language`; the language of the text around needs no mark."""
        language = "" if language == self.language else language
        if language == self.spoken:
            return
        self._flush()
        if self.spoken:
            self.code.append("EMC")
        self.spoken = language
        if language:
            self.code.append(f"/Span <</Lang ({language})>> BDC")

    def _is_other(self, ink: Ink) -> bool:
        """Return whether `ink` differs from that at hand: kept words may have one of their own, equal."""
        return ink is not self.ink and ink != self.ink

    def _take(self, ink: Ink) -> None:
        self._flush()
        self.ink, self.is_decorated = ink, bool(ink.line or ink.link)
        self._speak(ink.language)
        if ink.color != self.color:
            self.color = ink.color
            self.code.append(f"{ink.color.red:.4g} {ink.color.green:.4g} {ink.color.blue:.4g} rg")

    def _turn(self, *, is_reversed: bool) -> None:
        if is_reversed != self.is_reversed:
            self._flush()
            self.code.append("/ReversedChars BMC" if is_reversed else "EMC")
            self.is_reversed = is_reversed

    def _move(self, x_pt: float, y_pt: float) -> None:
        self._flush()
        self.code.append(f"1 0 0 1 {x_pt:.3f} {y_pt:.3f} Tm")

    def _dress(self, piece: Piece) -> None:
        """Take the face, size and letter spacing of `piece`."""
        if piece.face is not self.shaped_face or piece.size_pt != self.size_pt:
            self._flush()
            self.shaped_face, self.size_pt = piece.face, piece.size_pt
            self.face = embedded(self.document, piece.face.name)
            self.code.append(f"/{self.face.name} {self.size_pt:.4g} Tf")
        if piece.tracking_pt != self.tracking_pt:
            self._flush()
            self.tracking_pt = piece.tracking_pt
            self.code.append(f"{self.tracking_pt:.3g} Tc")

    def _show(self, piece: Piece) -> None:
        if piece.face is not self.shaped_face or piece.size_pt != self.size_pt or piece.tracking_pt != self.tracking_pt:
            self._dress(piece)
        for segment in self.face.shown(piece):
            if segment.rise != self.rise:
                self._lift(segment.rise)
            self.array.append(segment.codes)

    def _lift(self, rise: float) -> None:
        if rise != self.rise:
            self._flush()
            self.rise = rise
            self.code.append(f"{rise * self.size_pt / 1000:.4g} Ts")

    def _leave(self, width_pt: float) -> None:
        if self.face is None:
            return
        self._lift(0)
        self.array.append(self.face.blank)
        back = self.face.blank_width - (width_pt - self.tracking_pt) * 1000 / self.size_pt
        if back > _HAIR or back < -_HAIR:
            self.array.append(f" {back:.5g} ")

    def _flush(self) -> None:
        if self.array:
            self.code.append(f"[{''.join(self.array)}]TJ".replace("><", ""))
            self.array = []


def paint(canvas: Canvas, lines: Iterable[PlacedLine], *, language: str = "") -> None:
    """Draw `lines` as one text object, then what stands under or through their words, and their links.

    `language` is that of the text around: runs in another are marked with theirs.
    """
    brush = Brush(canvas, language)
    decorated = [line for line in lines if brush.draw(line)]
    canvas._code.append(brush.finished())
    for line in decorated:
        _decorate(canvas, line)


def _items(line: PlacedLine) -> list[Piece | Gap]:
    """Return pieces and the gaps between words, in the order of reading."""
    items: list[Piece | Gap] = []
    last = len(line.words) - 1
    for index, word in enumerate(line.words):
        items.extend(word.pieces)
        if index < last:
            if word.gap and not line.stretch_pt:
                items.append(word.gap)
            elif word.gap:
                items.append(Gap(word.space, word.level, word.gap_pt + line.stretch_pt))
            elif line.stretch_pt and word.is_han:
                items.append(Gap(word.pieces[-1].ink, word.pieces[-1].level, line.stretch_pt))
    return items


def gap_count(words: Sequence[Word]) -> int:
    """Return at how many places between `words` a justified line may be stretched."""
    return sum(1 for word in words[:-1] if word.gap_pt or word.is_han)


def _places(line: PlacedLine, items: Sequence[Piece | Gap]) -> list[tuple[Piece | Gap, float]]:
    """Return each item with its left end, in the order of reading."""
    lefts, x_pt = [0.0] * len(items), line.x_pt
    for index in visual_order([item.level for item in items]):
        lefts[index] = x_pt
        x_pt += items[index].width_pt
    return list(zip(items, lefts, strict=True))


def _decorate(canvas: Canvas, line: PlacedLine) -> None:
    placed = sorted(_places(line, _items(line)), key=lambda one: one[1])
    for ink, start_pt, end_pt, text in _stretches(placed):
        if ink.line:
            level_pt = line.y_pt + ink.size_pt * (0.24 if ink.line == "through" else -0.16)
            canvas.setStrokeColor(ink.color)
            canvas.setLineWidth(ink.size_pt * 0.065)
            canvas.line(start_pt, level_pt, end_pt, level_pt)
        if ink.link.lower().startswith(LINK_SCHEMES):
            _link(canvas, ink, (start_pt, line.y_pt - 0.25 * ink.size_pt, end_pt, line.y_pt + 0.8 * ink.size_pt), text)


def _stretches(placed: Sequence[tuple[Piece | Gap, float]]) -> Iterator[tuple[Ink, float, float, str]]:
    """Yield neighbours of one ink as (ink, left, right, words), without gaps at their ends."""
    for ink, group in groupby(placed, key=lambda one: one[0].ink):
        members = list(group)
        if isinstance(members[0][0], Gap):
            members = members[1:]
        if members and isinstance(members[-1][0], Gap):
            members = members[:-1]
        if members:
            text = "".join(" " if isinstance(item, Gap) else item.text for item, _ in members)
            yield ink, members[0][1], members[-1][1] + members[-1][0].width_pt, text


def _link(canvas: Canvas, ink: Ink, rect: tuple[float, float, float, float], text: str) -> None:
    """Add a link over `rect`, with its words for those who hear it."""
    address = quote(ink.link, safe=_ADDRESS_SIGNS)
    canvas.linkURL(address, rect, relative=1, Contents=PDFString(text), F=_PRINTED)
