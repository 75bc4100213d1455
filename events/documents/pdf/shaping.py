"""From texts in their inks to words: shaped, measured, and kept for the next time they are met."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from events.documents.pdf.bidi import has_rtl, levels
from events.documents.pdf.breaks import break_places
from events.documents.pdf.fonts import Glyph, face, face_for, is_covered
from events.documents.pdf.scripts import ARABIC, HAN, HAN_SIGNS, LATIN, OF_LANGUAGE, scripts
from events.documents.pdf.style import Ink
from events.documents.pdf.wording import HOLD, LAYING_OUT, NO_BREAK_HYPHEN, SOFT_HYPHEN

InkedText = tuple[str, Ink]

LINE_END = "\n"
_TOKENS = re.compile(r"[^ \n]+ ?|\n| +")
# Both of a pair are of one face, whatever stands before the second.
PAIRS = frozenset("()[]{}«»“”")
_KEPT_INKS, _KEPT_WORDS, _KEPT_TEXTS = 300, 20_000, 4_000


class Piece:
    """Letters of one ink, face, script and direction, shaped; never changed, so shared by documents and threads."""

    __slots__ = ("face", "glyphs", "ink", "level", "script", "size_pt", "text", "tracking_pt", "width_pt")

    def __init__(self, text: str, ink: Ink, *, face_name: str, script: str = LATIN, level: int = 0) -> None:
        self.text, self.ink, self.script, self.level = text, ink, script, level
        self.face = face(face_name)
        self.size_pt = ink.size_pt * self.face.scale
        # Letter spacing would tear joined letters apart.
        self.tracking_pt = 0 if script == ARABIC else ink.tracking_pt
        shaped = self.face.shape(text, script, ink.features, ink.language, bool(level % 2))
        self.glyphs: tuple[Glyph, ...] = shaped.glyphs
        self.width_pt = shaped.width * self.size_pt / 1000 + self.tracking_pt * len(shaped.glyphs)

    def part(self, start: int, end: int, *, ending: str = "") -> "Piece":
        """Return the piece of `text[start:end]` and `ending`, shaped on its own."""
        text = self.text[start:end] + ending
        return Piece(text, self.ink, face_name=self.face.name, script=self.script, level=self.level)


class Gap(NamedTuple):
    """Room between two words."""

    ink: Ink
    level: int
    width_pt: float


class Word:
    """Pieces that stay together on a line, and the space after them; never changed once made.

    A line rather does not end after one that `is_held`.
    `soft_hyphens` are the places in its text where the author allows a hyphen. `origin` is given for a part of a word
    that may be hyphenated: the whole word, and where the part starts and ends in it; `hyphen_pt` is then the width of
    the hyphen that the line's end would add.
    """

    __slots__ = (
        *("ends_line", "gap", "gap_pt", "hyphen_pt", "is_held", "level", "origin"),
        *("pieces", "soft_hyphens", "space", "width_pt"),
    )

    def __init__(
        self, pieces: Sequence[Piece], *, space: Ink | None = None, ends_line: bool = False, level: int = 0
    ) -> None:
        self.pieces, self.space, self.ends_line, self.level = tuple(pieces), space, ends_line, level
        self.width_pt = sum(piece.width_pt for piece in pieces)
        self.gap_pt = space_pt(space, pieces[-1].face.name if pieces else space.face) if space else 0.0
        self.gap = Gap(space, level, self.gap_pt) if space else None
        self.soft_hyphens: tuple[int, ...] = ()
        self.hyphen_pt, self.is_held = 0.0, False
        self.origin: tuple[Word, int, int] | None = None

    @property
    def text(self) -> str:
        """The letters in the order of reading, without the space."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def is_han(self) -> bool:
        """Whether the line may be stretched after it, as after a space: a Chinese character."""
        return bool(self.pieces) and self.pieces[-1].script == HAN

    def followed(self, space: Ink | None, *, ends_line: bool = False, level: int = 0) -> "Word":
        """Return the word with another space or line end after it."""
        word = Word(self.pieces, space=space, ends_line=ends_line, level=level)
        word.soft_hyphens, word.is_held = self.soft_hyphens, self.is_held
        return word

    def ending_as(self, other: "Word") -> "Word":
        """Return the word with what comes after `other`."""
        word = self.followed(other.space, ends_line=other.ends_line, level=other.level)
        word.is_held = other.is_held
        return word

    def joined(self, other: "Word") -> "Word":
        """Return one word of this and `other`, which follows without a space."""
        return Word((*self.pieces, *other.pieces)).ending_as(other)


@lru_cache(maxsize=2_000)
def space_pt(ink: Ink, face_name: str) -> float:
    """Return the width of a space in `ink` after letters of the face `face_name`."""
    own = face(face_name)
    return own.shape(" ").width * ink.size_pt * own.scale / 1000 + ink.tracking_pt


# A token, its words, its ink, and the level of the space after it.
_Token = tuple[str, tuple[Word, ...], Ink, int]


def words(texts: Sequence[InkedText], *, base: int = 0) -> list[Word]:
    """Return printable `texts` as words; a word may go on from one text to the next. `base` is the paragraph's level.

    A line feed ends a line; spaces at the beginning of one are dropped.
    """
    if base or any(has_rtl(text) for text, _ in texts):
        return _joined(_mixed(texts, base))
    return list(_of_one_ink(*texts[0])) if len(texts) == 1 else _joined(_left_to_right(texts))


@lru_cache(maxsize=_KEPT_TEXTS)
def _of_one_ink(text: str, ink: Ink) -> tuple[Word, ...]:
    """Return the words of a text of one ink: cells repeat, and are measured before they are set."""
    return tuple(_joined(_left_to_right(((text, ink),))))


def _joined(tokens: Iterable[_Token]) -> list[Word]:
    """Return the words of all tokens; those without a space between them are one, unless a line may end there."""
    found: list[Word] = []
    is_open = False
    for token, made, ink, level in tokens:
        if token == LINE_END:
            last = found.pop() if is_open else Word(())
            found.append(last.followed(None, ends_line=True))
            is_open = False
        elif token[0] == " ":
            if is_open or (found and not found[-1].ends_line and found[-1].space is None):
                found[-1] = found[-1].followed(ink, level=level)
            is_open = False
        else:
            if is_open and not _may_part(found[-1], made[0]):
                found[-1] = found[-1].joined(made[0])
                found.extend(made[1:])
            else:
                found.extend(made)
            is_open = token[-1] != " "
    return found


def _may_part(before: Word, after: Word) -> bool:
    """Return whether a line may end between two words without a space that differ in ink, as inside one text."""
    return bool(break_places(before.text[-1:] + after.text[:1]))


@lru_cache(maxsize=_KEPT_INKS)
def _kept(_ink: Ink) -> dict[str, tuple[Word, ...]]:
    return {}


def _left_to_right(texts: Sequence[InkedText]) -> Iterator[_Token]:
    """Yield tokens, each made once for its ink and then kept."""
    for text, ink in texts:
        if OF_LANGUAGE.get(ink.language[:2]) == ARABIC and any(map(str.isalpha, text)):
            # Words of another language, whose figures look like its letters.
            ink = replace(ink, language="")
        kept = _kept(ink)
        for token in _TOKENS.findall(text):
            made = kept.get(token)
            if made is None:
                if len(kept) >= _KEPT_WORDS:
                    kept.clear()
                default = OF_LANGUAGE.get(ink.language[:2], LATIN)
                made = kept[token] = _token_words(token, ink, scripts(token, default), [0] * len(token))
            yield token, made, ink, 0


def _mixed(texts: Sequence[InkedText], base: int) -> Iterator[_Token]:
    """Yield tokens of a paragraph in which directions may be mixed."""
    whole = "".join(text for text, _ in texts)
    line_levels = [[*levels(line, base), base] for line in whole.split(LINE_END)]
    own_levels = [level for line in line_levels for level in line]
    own_scripts = scripts(whole, OF_LANGUAGE.get(texts[0][1].language[:2], LATIN))
    at = 0
    for text, ink in texts:
        for token in _TOKENS.findall(text):
            end = at + len(token)
            made = _token_words(token, ink, own_scripts[at:end], own_levels[at:end]) if token.strip() else ()
            yield token, made, ink, own_levels[at]
            at = end


def _token_words(token: str, ink: Ink, own_scripts: Sequence[str], own_levels: Sequence[int]) -> tuple[Word, ...]:
    letters = token.rstrip(" \n")
    if not letters:
        return ()
    bounds = (0, *break_places(letters), len(letters))
    found = []
    for start, end in pairwise(bounds):
        pieces, soft_hyphens = _pieces(letters[start:end], ink, own_scripts[start:end], own_levels[start:end])
        is_spaced = end == len(letters) < len(token)
        word = Word(pieces, space=ink if is_spaced else None, level=own_levels[-1])
        word.soft_hyphens, word.is_held = soft_hyphens, letters[end - 1] == HOLD
        found.append(word)
    return tuple(found)


def _pieces(
    text: str, ink: Ink, own_scripts: Sequence[str], own_levels: Sequence[int]
) -> tuple[list[Piece], tuple[int, ...]]:
    """Return unbroken letters as pieces of one face, script and level each, and the places of soft hyphens in them."""
    soft_hyphens: list[int] = []
    groups: list[tuple[tuple[str, str, int], list[str]]] = []
    count = 0
    for char, script, level in zip(text, own_scripts, own_levels, strict=True):
        if char in LAYING_OUT:
            soft_hyphens += [count] if char == SOFT_HYPHEN else []
            continue
        if char == NO_BREAK_HYPHEN:
            char = "-"
        name = face_for(char, ink.face, script)
        if groups and name != groups[-1][0][0] and _is_mark_of(char, script, groups[-1][0][0]):
            name = groups[-1][0][0]
        key = (name, script, level)
        if groups and groups[-1][0] == key:
            groups[-1][1].append(char)
        else:
            groups.append((key, [char]))
        count += 1
    pieces = [
        Piece("".join(chars), ink, face_name=name, script=script, level=level)
        for (name, script, level), chars in groups
    ]
    return pieces, tuple(place for place in soft_hyphens if 0 < place < count)


def _is_mark_of(char: str, script: str, face_name: str) -> bool:
    """Return whether `char` is drawn as what stands before it: "10:30" is, with its colon."""
    is_apart = char.isalnum() or char.isspace() or char in PAIRS or (script == HAN and char in HAN_SIGNS)
    return not is_apart and is_covered(char, face_name)


def width_of(line: Sequence[Word]) -> float:
    """Return the width of words side by side, in points, without a space after the last."""
    return sum(word.width_pt + word.gap_pt for word in line) - line[-1].gap_pt if line else 0.0
