"""From words to lines: greedy for cells, all line ends together for running text, hyphens where they are needed."""

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from events.documents.pdf.fonts import is_covered
from events.documents.pdf.hyphens import hyphen_places
from events.documents.pdf.shaping import Piece, Word, width_of
from events.documents.pdf.wording import NARROW_NO_BREAK, NO_BREAK

TOLERANCE_PT = 0.01
# Costs of total fit, against 100 times the square of the share of a line that stays empty.
LINE_COST, HYPHEN_COST, HELD_COST = 0.5, 6.0, 25.0
LONE_SHARE, LONE_COST, LONG_LONE_COST = 1 / 3, 400.0, 20.0
# Lines emptier than this are tried only where nothing fuller is possible; the second share, slower, where the first
# leaves one word alone on the last line.
EMPTIEST_SHARES = (0.12, 0.4)
_BOUND = (NO_BREAK, NARROW_NO_BREAK)
# Where a word without hyphens is cut when it must be, if that is not too far back (addresses).
_CUT_AFTER = frozenset("/._-@&=?,;:")
_CUT_BACK_SHARE = 0.5


class Line(NamedTuple):
    """Words side by side; `is_last` of its paragraph, or before a line feed."""

    words: tuple[Word, ...]
    is_last: bool

    @property
    def width_pt(self) -> float:
        """The width without the space after the last word."""
        return width_of(self.words)


def broken(found: Sequence[Word], room_pt: float, *, is_fitted: bool, is_justified: bool = False) -> list[Line]:
    """Return `found` as lines of at most `room_pt`, at least one; words wider than that are parted, none is cut off.

    Fitted lines are the least uneven together; others take what they can. The last has more than one word where it can
    without another line. In what is wider than a line, bound spaces are free to end one. Hyphens
    are added in justified text and to words longer than a line; in words with a capital, which may be names, and small
    capitals, which head columns, only if they are longer than a line. What is held together is parted where it would
    leave a gap too wide, or where no line holds it.
    """
    prepared = _prepared(found, room_pt, is_justified=is_justified)
    choose = _fitted if is_fitted else _greedy
    lines: list[Line] = []
    start = 0
    for end, word in enumerate(prepared, start=1):
        if word.ends_line or end == len(prepared):
            stretch = prepared[start:end]
            ends = choose(stretch, room_pt)
            if not is_fitted and len(ends) > 1 and ends[-1] - ends[-2] == 1:
                ends = _without_lone_word(stretch, ends, room_pt)
            lines += [Line(_whole(stretch[a:b]), b == len(stretch)) for a, b in pairwise([0, *ends])]
            start = end
    return lines or [Line((), True)]


def _greedy(found: Sequence[Word], room_pt: float) -> list[int]:
    """Return the ends of lines of which each takes the words it can."""
    ends: list[int] = []
    start, used_pt = 0, 0.0
    for index, word in enumerate(found):
        gap_pt = found[index - 1].gap_pt if index > start else 0
        while index > start and used_pt + gap_pt + word.width_pt + word.hyphen_pt > room_pt + TOLERANCE_PT:
            start = _line_end(found, start, index, room_pt)
            ends.append(start)
            used_pt, gap_pt = (width_of(found[start:index]), gap_pt) if start < index else (0.0, 0)
        used_pt += gap_pt + word.width_pt
    return [*ends, len(found)]


def _line_end(found: Sequence[Word], start: int, full: int, room_pt: float) -> int:
    """Return where a line ends that begins at `start` and is full before `full`: not inside what is held, if it fits.

    What no line holds is parted at a space rather than elsewhere.
    """
    if not found[full - 1].is_held:
        return full
    first, last = full - 1, full
    while first > start and found[first - 1].is_held:
        first -= 1
    width_pt = width_of(found[first : last + 1])
    while first > start and found[last].is_held and last < len(found) - 1 and width_pt <= room_pt + TOLERANCE_PT:
        width_pt += found[last].gap_pt + found[last + 1].width_pt
        last += 1
    if first > start and width_pt <= room_pt + TOLERANCE_PT:
        return first
    return next((end for end in range(full, first, -1) if found[end - 1].gap_pt), full)


def _without_lone_word(found: Sequence[Word], ends: list[int], room_pt: float) -> list[int]:
    """Return ends of as many lines of which the last has more than one word, if no more of what is held is parted."""
    fitted = _fitted(found, room_pt)
    parted = [sum(found[end - 1].is_held for end in one) for one in (fitted, ends)]
    return fitted if len(fitted) == len(ends) and parted[0] <= parted[1] else ends


def _fitted(found: Sequence[Word], room_pt: float) -> list[int]:
    """Return the ends of the lines that cost least together; of equal costs the one with fuller first lines."""
    starts, ends, at_pt = [], [], 0.0
    for word in found:
        starts.append(at_pt)
        ends.append(at_pt + word.width_pt)
        at_pt += word.width_pt + word.gap_pt
    if ends[-1] <= room_pt + TOLERANCE_PT:
        return [len(found)]
    lone_from = _last_group(found)
    for emptiest in EMPTIEST_SHARES:
        backs = _cheapest(found, (starts, ends), room_pt, lone_from=lone_from, emptiest=emptiest)
        chosen, end = [], len(found)
        while end:
            chosen.append(end)
            end = backs[end]
        if backs[-1] < lone_from:
            break
    return chosen[::-1]


def _cheapest(
    found: Sequence[Word],
    edges_pt: tuple[Sequence[float], Sequence[float]],
    room_pt: float,
    *,
    lone_from: int,
    emptiest: float,
) -> list[int]:
    """Return for each line end where its line begins in the cheapest division up to there.

    `edges_pt`: where each word would start and end if all stood on one line.
    """
    starts, ends = edges_pt
    count, most_pt = len(found), room_pt + TOLERANCE_PT
    costs, backs = [0.0] + [float("inf")] * count, [0] * (count + 1)
    for start in range(count):
        before, left_pt = costs[start], starts[start]
        if before == float("inf"):
            continue
        fullest = max(bisect_right(ends, left_pt + most_pt, start), start + 1)
        if fullest == count:
            cost = before
            if start and start >= lone_from:
                cost += LONE_COST if ends[-1] - left_pt < LONE_SHARE * room_pt else LONG_LONE_COST
            if cost < costs[count]:
                costs[count], backs[count] = cost, start
            continue
        for end in range(fullest, start, -1):
            word = found[end - 1]
            hyphen_pt, is_held = word.hyphen_pt, word.is_held
            empty = (room_pt - ends[end - 1] + left_pt - hyphen_pt) / room_pt
            if hyphen_pt and empty < 0 and end > start + 1:
                continue
            cost = before + 100 * empty * empty + (HYPHEN_COST if hyphen_pt else HELD_COST if is_held else LINE_COST)
            if cost < costs[end]:
                costs[end], backs[end] = cost, start
            if empty > emptiest and end < fullest and not is_held:
                break
    return backs


def _last_group(found: Sequence[Word]) -> int:
    """Return where the last word begins, with all that stands before it without a space (Chinese: a character)."""
    place = len(found) - 1
    while place and not found[place - 1].gap_pt and not found[place - 1].is_han:
        place -= 1
    return place


def _prepared(found: Sequence[Word], room_pt: float, *, is_justified: bool) -> Sequence[Word]:
    """Return the words with those parted that may be hyphenated, or must be because no line holds them."""
    if not found:
        return found
    longest_pt = 0 if is_justified else room_pt
    if not any(word.width_pt > longest_pt or word.soft_hyphens for word in found):
        return found
    parted: list[Word] = []
    for word in found:
        for loose in unbound(word) if word.width_pt > room_pt else (word,):
            if loose.width_pt > longest_pt or loose.soft_hyphens:
                is_too_long = loose.width_pt > room_pt
                for part in _hyphenated(loose, is_too_long=is_too_long, may_add=loose.width_pt > longest_pt):
                    parted += _cut(part, room_pt) if part.width_pt + part.hyphen_pt > room_pt else [part]
            else:
                parted.append(loose)
    return parted


def unbound(word: Word) -> list[Word]:
    """Return the words that `word` is once its bound spaces are common ones; itself where it has none."""
    if not any(blank in word.text for blank in _BOUND):
        return [word]
    parts: list[Word] = []
    held: list[Piece] = []
    for piece in word.pieces:
        start = 0
        for place, char in enumerate(piece.text):
            if char in _BOUND:
                held += [piece.part(start, place)] if place > start else []
                parts += [Word(held, space=piece.ink, level=piece.level)] if held else []
                held, start = [], place + 1
        held += [piece.part(start, len(piece.text))] if start < len(piece.text) else []
    return [*parts, Word(held).ending_as(word)]


def _hyphenated(word: Word, *, is_too_long: bool, may_add: bool) -> list[Word]:
    """Return the parts of a word of one piece between the places for hyphens; the last has the word's own space."""
    if len(word.pieces) != 1 or word.pieces[0].level:
        return [word]
    piece = word.pieces[0]
    places = set(word.soft_hyphens)
    is_plain = not piece.ink.features and not any(char.isupper() for char in piece.text)
    if may_add and (is_too_long or is_plain):
        places |= set(hyphen_places(piece.text, piece.ink.language))
    if not places:
        return [word]
    parts = []
    for start, end in pairwise([0, *sorted(places), len(piece.text)]):
        is_end = end == len(piece.text)
        part = Word((piece.part(start, end),))
        if is_end:
            part = part.ending_as(word)
        else:
            part.hyphen_pt = piece.part(0, 0, ending=_hyphen(piece)).width_pt
        part.origin = (word, start, end)
        parts.append(part)
    return parts


def _hyphen(piece: Piece) -> str:
    return "\u2010" if is_covered("\u2010", piece.face.name) else "-"


def _whole(line: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of a line with neighbouring parts of one word made one, and the hyphen its end needs."""
    if not any(word.origin for word in line):
        return tuple(line)
    joined: list[Word] = []
    for index, word in enumerate(line):
        if word.origin is None:
            joined.append(word)
            continue
        source, start, end = word.origin
        follower = line[index + 1].origin if index + 1 < len(line) else None
        if follower and follower[0] is source:
            continue
        start = min(other.origin[1] for other in line if other.origin and other.origin[0] is source)
        is_broken = word.hyphen_pt and index == len(line) - 1
        joined.append(_stretch(source, start, end, ending=_hyphen(source.pieces[0]) if is_broken else ""))
    return tuple(joined)


def _stretch(source: Word, start: int, end: int, *, ending: str) -> Word:
    """Return the letters from `start` to `end` of a word as a word; a hyphen at its end reads as a soft one."""
    piece = source.pieces[0]
    if (start, end) == (0, len(piece.text)):
        return source
    part = piece.part(start, end, ending=ending)
    if ending:
        part.glyphs = (*part.glyphs[:-1], part.glyphs[-1]._replace(source="\u00ad"))
        return Word((part,))
    return Word((part,), space=source.space, ends_line=source.ends_line, level=source.level)


def _cut(word: Word, room_pt: float) -> list[Word]:
    """Return a word wider than the line as words that fit it; marks stay on their letters, addresses end at a sign."""
    parts: list[Word] = []
    held: list[Piece] = []
    held_pt = 0.0
    for piece in word.pieces:
        start = 0
        for end in _letter_ends(piece.text):
            more_pt = piece.part(start, end).width_pt
            if held_pt + more_pt > room_pt and (held or start < _previous(piece.text, start, end)):
                stop = _previous(piece.text, start, end)
                stop = _after_sign(piece.text, start, stop)
                if stop > start:
                    held.append(piece.part(start, stop))
                parts.append(Word(held))
                held, held_pt, start = [], 0.0, stop
        if start < len(piece.text):
            held.append(piece.part(start, len(piece.text)))
            held_pt += held[-1].width_pt
    parts.append(Word(held).ending_as(word))
    return parts


def _letter_ends(text: str) -> list[int]:
    """Return where each letter with its marks ends."""
    starts = [place for place, char in enumerate(text) if not unicodedata.combining(char)]
    return [*(place for place in starts if place), len(text)]


def _previous(text: str, start: int, end: int) -> int:
    """Return the end of the letter before the one that ends at `end`, at least `start`."""
    return max([place for place in _letter_ends(text) if place < end], default=start) if end > start else start


def _after_sign(text: str, start: int, stop: int) -> int:
    """Return a place at which a cut reads better than at `stop`: after a sign that is not too far back."""
    for place in range(stop, start + int((stop - start) * _CUT_BACK_SHARE), -1):
        if text[place - 1] in _CUT_AFTER:
            return place
    return stop
