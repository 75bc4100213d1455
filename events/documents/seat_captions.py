"""What stands below a drawing of seats: the keys, signs with their labels all of one size, then the words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from events.documents.pdf.blocks import Label, Shape
from events.documents.pdf.fit import balanced_lines, fitted_size_pt, text_width_em

MM_PER_PT = 25.4 / 72
LARGEST_KEY_PT, SMALLEST_KEY_PT = 8.0, 6.5
KEY_SIZES_PT = (LARGEST_KEY_PT, 7.75, 7.5, 7.25, 7.0, 6.75, SMALLEST_KEY_PT)
LARGEST_WORDS_PT, SMALLEST_WORDS_PT = 9.0, 7.0
# Between a sign and its label, and between two items.
APART_MM, GAP_MM = 1.8, 5.5
# From line to line; from the seats to the keys, from these to the words, and from the last line to the end.
LINE_MM, ABOVE_KEY_MM, ABOVE_WORDS_MM, END_MM = 5.0, 5.0, 6.5, 1.5


@dataclass(frozen=True, kw_only=True)
class KeyItem:
    """A label, after its sign where it has one: `sign` returns it about a point (x and y in millimetres)."""

    label: str
    sign: Callable[[float, float], Shape] | None = None
    sign_mm: float = 0

    @property
    def is_head(self) -> bool:
        """Whether it says what the items after it have in common, and has no sign of its own."""
        return self.sign is None

    @property
    def before_mm(self) -> float:
        """What stands before the label."""
        return 0 if self.is_head else self.sign_mm + APART_MM

    @property
    def em(self) -> float:
        """The width of the label as a share of its size."""
        return text_width_em(self.label, face="sans-bold" if self.is_head else "sans")

    def width_mm(self, size_pt: float) -> float:
        """Return how wide the item is with its label in that size."""
        return self.before_mm + self.em * size_pt * MM_PER_PT


@dataclass(frozen=True, kw_only=True)
class Key:
    """The lines of a key and the size of its labels."""

    lines: tuple[tuple[KeyItem, ...], ...]
    size_pt: float


def key(groups: Sequence[Sequence[KeyItem]], *, width_mm: float) -> Key:
    """Return each group in a line of its own where labels of 6.5 pt or more allow it, at most 8.

    Else all items one after another in as few lines as that size takes, as large as these lines allow and about equally
    long. No item is parted; an empty group has no line.
    """
    groups = [tuple(group) for group in groups if group]
    one_line_pt = min((_one_line_pt(group, width_mm) for group in groups), default=LARGEST_KEY_PT)
    if one_line_pt >= SMALLEST_KEY_PT:
        return Key(lines=tuple(groups), size_pt=min(LARGEST_KEY_PT, one_line_pt))
    items = tuple(chain.from_iterable(groups))
    fewest = len(_filled(items, width_mm, SMALLEST_KEY_PT))
    size_pt = next(size for size in KEY_SIZES_PT if len(_filled(items, width_mm, size)) == fewest)
    return Key(lines=_even(items, width_mm, size_pt), size_pt=size_pt)


def _one_line_pt(items: Sequence[KeyItem], width_mm: float) -> float:
    room_mm = width_mm - sum(one.before_mm for one in items) - GAP_MM * (len(items) - 1)
    return room_mm / (sum(one.em for one in items) * MM_PER_PT or 1)


def _even(items: Sequence[KeyItem], width_mm: float, size_pt: float) -> tuple[tuple[KeyItem, ...], ...]:
    """Return the items in as few lines as the width takes, none much shorter than the others."""
    lines = _filled(items, width_mm, size_pt)
    tried_mm = _line_mm(items, size_pt) / len(lines)
    while tried_mm < width_mm:
        if len(even := _filled(items, tried_mm, size_pt)) == len(lines):
            return tuple(map(tuple, even))
        tried_mm *= 1.03
    return tuple(map(tuple, lines))


def _filled(items: Sequence[KeyItem], width_mm: float, size_pt: float) -> list[list[KeyItem]]:
    lines: list[list[KeyItem]] = []
    for item in items:
        if lines and _line_mm([*lines[-1], item], size_pt) <= width_mm + 0.01:
            lines[-1].append(item)
        else:
            lines.append([item])
    return lines


@dataclass(frozen=True, kw_only=True)
class Captions:
    """The key and the lines of the words, `words_pt` in size, for a field of that width."""

    width_mm: float
    key: Key
    words: tuple[str, ...]
    words_pt: float

    @property
    def height_mm(self) -> float:
        """What they take in all."""
        lines_mm = LINE_MM * (len(self.key.lines) + len(self.words) - 2)
        return ABOVE_KEY_MM + ABOVE_WORDS_MM + lines_mm + END_MM

    def shapes(self, *, y_mm: float, is_rtl: bool) -> Iterator[Shape]:
        """Yield what is drawn below `y_mm`, centred."""
        y_mm += ABOVE_KEY_MM
        yield from key_shapes(self.key, width_mm=self.width_mm, y_mm=y_mm, is_rtl=is_rtl)
        y_mm += LINE_MM * (len(self.key.lines) - 1) + ABOVE_WORDS_MM
        for number, line in enumerate(self.words):
            yield Label(x_mm=self.width_mm / 2, y_mm=y_mm + number * LINE_MM, text=line, size_pt=self.words_pt)


def captions(groups: Sequence[Sequence[KeyItem]], words: Sequence[str], *, width_mm: float) -> Captions:
    """Return the key of `groups` and the `words`, each text from a new line, in one size of 9 pt at most.

    What would have to be smaller than 7 pt takes more lines.
    """
    room_pt = width_mm / MM_PER_PT
    fitting = (fitted_size_pt(one, width_pt=room_pt, largest_pt=LARGEST_WORDS_PT, face="sans") for one in words)
    words_pt = max(SMALLEST_WORDS_PT, min(fitting, default=LARGEST_WORDS_PT))
    lines = tuple(line for one in words for line in _parted(one, room_pt / words_pt))
    return Captions(width_mm=width_mm, key=key(groups, width_mm=width_mm), words=lines, words_pt=words_pt)


def _parted(text: str, room_em: float) -> tuple[str, ...]:
    """Return `text` in as few lines as are no wider than the room."""
    count, lines = 1, (text,)
    while len(lines) == count and max(text_width_em(line, face="sans") for line in lines) > room_em:
        count += 1
        lines = balanced_lines(text, count, face="sans")
    return lines


def key_shapes(drawn: Key, *, width_mm: float, y_mm: float, is_rtl: bool) -> Iterator[Shape]:
    """Yield the lines of a key, the first about `y_mm`, centred; right to left where its language is."""
    size_pt = drawn.size_pt
    for number, line in enumerate(drawn.lines):
        x_mm, middle_mm = (width_mm - _line_mm(line, size_pt)) / 2, y_mm + number * LINE_MM
        for item in line:
            sign_mm, words_mm = x_mm + item.sign_mm / 2, x_mm + item.before_mm
            if is_rtl:
                sign_mm, words_mm = width_mm - sign_mm, width_mm - words_mm
            if item.sign:
                yield item.sign(sign_mm, middle_mm)
            yield Label(
                x_mm=words_mm,
                y_mm=middle_mm,
                text=item.label,
                size_pt=size_pt,
                anchor="end" if is_rtl else "start",
                style="bold" if item.is_head else "",
            )
            x_mm += item.width_mm(size_pt) + GAP_MM


def _line_mm(line: Sequence[KeyItem], size_pt: float) -> float:
    return sum(one.width_mm(size_pt) for one in line) + GAP_MM * (len(line) - 1)
