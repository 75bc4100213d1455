"""Text on a page: measured in words, broken into lines, drawn run by run. Nothing else sets type here.

The rest of the package needs from this module `Text`, `draw_line` and `width_pt`; a shaping engine may replace it
behind these names (and `inked`, `draw_pieces` where a width or a place is computed).
"""

import re
import unicodedata
from collections.abc import Sequence
from copy import copy
from functools import lru_cache

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from events.documents.pdf.blocks import Run, Wording
from events.documents.pdf.coverage import printable
from events.documents.pdf.fonts import face, segments, width_em
from events.documents.pdf.style import Ink, Setting, ink

_TOKENS = re.compile(r"[^ \n]+|\n| +")
_BREAKS = re.compile(r"(?<=[^\W\d_][-‐–—/])(?=[^\W\d_])|(?<=—)(?=\w)")
LINE_END = "\n"
BASE_SHARE = 0.3
_TOLERANCE_PT = 0.01
_LONE_WORD = 30.0

Piece = tuple[str, Ink]


class Word:
    """Letters that stay together, and the space after them."""

    __slots__ = ("ends_line", "gap_pt", "pieces", "space", "width_pt")

    def __init__(self, pieces: list[Piece], *, space: Ink | None = None, ends_line: bool = False) -> None:
        self.pieces, self.ends_line = pieces, ends_line
        self.width_pt = sum(width_pt(text, piece_ink) for text, piece_ink in pieces)
        self.space: Ink | None = None
        self.gap_pt = 0.0
        self.follow(space)

    def follow(self, space: Ink | None) -> None:
        """Put a space after the word, drawn in that ink if the line goes on."""
        self.space, self.gap_pt = space, width_pt(" ", space) if space else 0.0


def width_pt(text: str, drawn: Ink) -> float:
    """Return the width of `text`, already printable, in the ink `drawn`."""
    return _face_width_em(text, drawn.face) * drawn.size_pt + drawn.tracking_pt * len(text)


@lru_cache(maxsize=60_000)
def _face_width_em(text: str, face_name: str) -> float:
    return sum(width_em(part, name) for part, name in segments(text, face_name))


def inked(wording: Wording, setting: Setting) -> list[Piece]:
    """Return `wording` as printable (text, ink) pieces. Raises KeyError for an unknown style."""
    runs = (wording,) if isinstance(wording, (str, Run)) else wording
    pieces = []
    for run in runs:
        text, style, language = (run, "", "") if isinstance(run, str) else (run.text, run.style, run.language)
        drawn = ink(setting, style, language)
        text = printable(text)
        pieces.append((text.upper() if drawn.is_capitals else text, drawn))
    return pieces


def words(pieces: Sequence[Piece]) -> list[Word]:
    """Return `pieces` as words; a word may go on from one piece to the next."""
    found: list[Word] = []
    is_open = False
    for text, drawn in pieces:
        for token in _TOKENS.findall(text):
            if token == LINE_END:
                if not is_open:
                    found.append(Word([]))
                found[-1].ends_line, is_open = True, False
            elif token[0] == " ":
                if is_open:
                    found[-1].follow(drawn)
                    is_open = False
                elif found and not found[-1].ends_line and found[-1].space is None:
                    found[-1].follow(drawn)
            else:
                first, *rest = _BREAKS.split(token)
                if is_open:
                    found[-1] = Word([*found[-1].pieces, (first, drawn)])
                else:
                    found.append(Word([(first, drawn)]))
                found.extend(Word([(part, drawn)]) for part in rest)
                is_open = True
    return found


def _cut(word: Word, room_pt: float) -> list[Word]:
    """Return a word wider than the line as words that fit it; marks stay on their letters."""
    parts: list[Word] = []
    held: list[Piece] = []
    held_pt = 0.0
    for text, drawn in word.pieces:
        for char in text:
            char_pt = width_pt(char, drawn)
            if held and held_pt + char_pt > room_pt and not unicodedata.combining(char):
                parts.append(Word(held))
                held, held_pt = [], 0.0
            if held and held[-1][1] is drawn:
                held[-1] = (held[-1][0] + char, drawn)
            else:
                held.append((char, drawn))
            held_pt += char_pt
    parts.append(Word(held, space=word.space, ends_line=word.ends_line))
    return parts


def _greedy(found: list[Word], room_pt: float) -> list[list[Word]]:
    lines: list[list[Word]] = [[]]
    used_pt = 0.0
    for word in found:
        line = lines[-1]
        gap_pt = line[-1].gap_pt if line else 0
        if line and (line[-1].ends_line or used_pt + gap_pt + word.width_pt > room_pt + _TOLERANCE_PT):
            lines.append([word])
            used_pt = word.width_pt
        else:
            line.append(word)
            used_pt += gap_pt + word.width_pt
    return lines


def _fitted(found: list[Word], room_pt: float) -> list[list[Word]]:
    """Return the lines whose ragged edge is least uneven and whose last line is not one short word."""
    count = len(found)
    measures = [(word.width_pt, word.gap_pt, word.ends_line) for word in found]
    costs, backs = [0.0] + [float("inf")] * count, [0] * (count + 1)
    for start in range(count):
        used_pt = gap_pt = 0.0
        before = costs[start]
        for end in range(start, count):
            wide_pt, next_gap_pt, ends_line = measures[end]
            used_pt += gap_pt + wide_pt
            gap_pt = next_gap_pt
            if used_pt > room_pt + _TOLERANCE_PT and end > start:
                break
            if end == count - 1 or ends_line:
                is_lone = start == end and start and not measures[start - 1][2] and used_pt < room_pt / 3
                cost = before + (_LONE_WORD if is_lone else 0)
            else:
                slack = 10 * (room_pt - used_pt) / room_pt
                cost = before + slack * slack + 0.5
            if cost < costs[end + 1]:
                costs[end + 1], backs[end + 1] = cost, start
            if ends_line:
                break
    lines, end = [], count
    while end > 0:
        lines.append(found[backs[end] : end])
        end = backs[end]
    return lines[::-1] or [[]]


def _merged(line: list[Word]) -> list[Piece]:
    """Return a line as the fewest pieces, spaces between its words included."""
    pieces: list[Piece] = []
    for index, word in enumerate(line):
        spaces = [(" ", word.space)] if word.space and index < len(line) - 1 else []
        for text, drawn in (*word.pieces, *spaces):
            if pieces and pieces[-1][1] is drawn:
                pieces[-1] = (pieces[-1][0] + text, drawn)
            else:
                pieces.append((text, drawn))
    return pieces


class Text(Flowable):
    """A block of text in one setting; the start is the right edge when `is_rtl`."""

    def __init__(self, wording: Wording, setting: Setting, *, is_rtl: bool = False) -> None:
        super().__init__()
        self.setting, self.is_rtl = setting, is_rtl
        self.spaceBefore, self.spaceAfter = setting.before_pt, setting.after_pt
        self._words = words(inked(wording, setting))
        self._lines: list[list[Word]] = []
        self._room_pt = -1.0

    def wrap(self, room_pt: float, _height_pt: float) -> tuple[float, float]:
        if room_pt != self._room_pt:
            found = self._words
            if any(word.width_pt > room_pt for word in found):
                found = [
                    part for word in found for part in (_cut(word, room_pt) if word.width_pt > room_pt else [word])
                ]
            self._lines = (_fitted if self.setting.is_fitted else _greedy)(found, room_pt)
            self._room_pt = self.width = room_pt
            self.height = len(self._lines) * self.setting.leading_pt
        return room_pt, self.height

    def split(self, room_pt: float, height_pt: float) -> list[Flowable]:
        self.wrap(room_pt, height_pt)
        count = len(self._lines)
        fits = int((height_pt + _TOLERANCE_PT) / self.setting.leading_pt)
        if fits >= count:
            return [self]
        head = min(fits, count - 2) if count > 3 else 0
        if head < 2:
            return []
        first, second = self._part(self._lines[:head]), self._part(self._lines[head:])
        first.spaceAfter = second.spaceBefore = 0
        return [first, second]

    def _part(self, lines: list[list[Word]]) -> "Text":
        part = copy(self)
        part.__dict__.pop("_postponed", None)  # platypus gives up on what it has put off twice
        part._words = [word for line in lines for word in line]
        part._lines, part._room_pt = lines, self._room_pt
        part.width, part.height = self._room_pt, len(lines) * self.setting.leading_pt
        return part

    def first_pt(self, room_pt: float) -> float:
        """Return the height of the least that may stand at the end of a page: two lines, or all of a short text."""
        self.wrap(room_pt, 0)
        count = len(self._lines)
        return self.setting.leading_pt * (2 if count > 3 else count)

    def draw(self) -> None:
        leading_pt = self.setting.leading_pt
        y_pt = self.height - leading_pt * (1 - BASE_SHARE)
        is_end = (self.setting.align == "end") != self.is_rtl
        for line in self._lines:
            pieces = _merged(line)
            x_pt = self.width - sum(width_pt(*piece) for piece in pieces) if is_end else 0
            draw_pieces(self.canv, x_pt, y_pt, pieces)
            y_pt -= leading_pt


def draw_line(canvas: Canvas, x_pt: float, y_pt: float, text: str, drawn: Ink, *, anchor: str = "start") -> None:
    """Draw one line of text with its base line at `y_pt`; `anchor` says what `x_pt` is: "start", "middle" or "end"."""
    text = printable(text).replace("\n", " ")
    if anchor != "start":
        x_pt -= width_pt(text, drawn) * (0.5 if anchor == "middle" else 1)
    draw_pieces(canvas, x_pt, y_pt, [(text, drawn)])


def draw_pieces(canvas: Canvas, x_pt: float, y_pt: float, pieces: Sequence[Piece]) -> None:
    """Draw printable pieces one after the other from `x_pt` on the base line `y_pt`."""
    code, rules = [f"BT 1 0 0 1 {x_pt:.3f} {y_pt:.3f} Tm"], []
    for text, drawn in pieces:
        color = drawn.color
        if drawn.language:
            code.append(f"/Span <</Lang ({drawn.language})>> BDC")
        code.append(f"{color.red:.4g} {color.green:.4g} {color.blue:.4g} rg {drawn.tracking_pt:.3g} Tc")
        for part, name in segments(text, drawn.face):
            font = face(name)
            for subset, glyphs in font.splitString(part, canvas._doc):
                internal = font.getSubsetInternalName(subset, canvas._doc)
                code.append(f"{internal} {drawn.size_pt:.4g} Tf ({canvas._escape(glyphs)}) Tj")
        if drawn.language:
            code.append("EMC")
        end_pt = x_pt + width_pt(text, drawn)
        if drawn.line:
            rules.append((x_pt, end_pt, drawn))
        x_pt = end_pt
    canvas._code.append("\n".join([*code, "0 Tc ET"]))
    for start_pt, end_pt, drawn in rules:
        level_pt = y_pt + drawn.size_pt * (0.24 if drawn.line == "through" else -0.16)
        canvas.setStrokeColor(drawn.color)
        canvas.setLineWidth(drawn.size_pt * 0.065)
        canvas.line(start_pt, level_pt, end_pt, level_pt)
