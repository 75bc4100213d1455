"""The order of letters in lines of mixed directions: the implicit part of the Unicode Bidirectional Algorithm.

Rules P2, X5c, W1 to W7, N0 to N2, I1, I2, L2 of UAX #9. Of explicit signs only the isolates of texts in other languages
reach it, since `wording.plain` takes direction marks away. Source: Unicode Standard Annex #9, https://www.unicode.org/reports/tr9/
"""

import re
from collections.abc import Sequence
from itertools import compress
from unicodedata import bidirectional

from participants.domain.texts import ISOLATE, RELEASE

_CLOSING = dict(
    zip(
        "([{\u0f3a\u0f3c\u169b\u2045\u207d\u208d\u2308\u230a\u2768\u276a\u276c\u2772\u2774\u27e6\u27e8\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\uff08\uff3b\uff5b\uff5f\uff62",
        ")]}\u0f3b\u0f3d\u169c\u2046\u207e\u208e\u2309\u230b\u2769\u276b\u276d\u2773\u2775\u27e7\u27e9\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\uff09\uff3d\uff5d\uff60\uff63",
        strict=True,
    )
)
_CLOSERS = frozenset(_CLOSING.values())
_DEEPEST = 63
# What a resolved type counts for as a neighbour of neutrals: numbers stand with right-to-left letters.
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
# Seen from outside, what is isolated is a sign without a direction.
_KINDS = dict.fromkeys((ISOLATE, RELEASE), "ON")
_RTL_LETTERS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")

has_rtl = _RTL_LETTERS.search


def paragraph_level(text: str, *, is_rtl: bool) -> int:
    """Return 1 if `text` as a whole runs from right to left, else 0.

    It runs as the page does, unless all its letters run the other way: a name alone keeps its own direction.
    """
    if not is_rtl and not has_rtl(text):
        return 0
    kinds = {bidirectional(char) for char in text}
    has_left, has_right = "L" in kinds, bool(kinds & {"R", "AL"})
    return int(has_right or not has_left) if is_rtl else int(has_right and not has_left)


def levels(text: str, base: int) -> list[int]:
    """Return the embedding level of each character of one paragraph whose own level is `base` (0 or 1)."""
    if not base and not has_rtl(text):
        return [0] * len(text)
    original = [_KINDS.get(char) or bidirectional(char) or "L" for char in text]
    isolated = _isolated(text) if ISOLATE in text else []
    inside = {place for start, end in isolated for place in range(start, end)}
    places = [place for place, kind in enumerate(original) if kind != "BN" and place not in inside]
    kinds = [original[place] for place in places]
    own = "R" if base else "L"
    _resolve_marks_and_numbers(kinds, own)
    _resolve_separators(kinds)
    _resolve_numbers_after_letters(kinds, own)
    _resolve_brackets(kinds, [text[place] for place in places], [original[place] for place in places], own)
    _resolve_neutrals(kinds, own)
    found = [base] * len(text)
    for place, kind in zip(places, kinds, strict=True):
        found[place] = base + (kind != "R") if base else {"L": 0, "R": 1}.get(kind, 2)
    for place in range(len(text)):
        if original[place] == "BN":
            found[place] = found[place - 1] if place else base
    for start, end in isolated:
        found[start:end] = _levels_inside(text[start:end], base)
    return found


def _isolated(text: str) -> list[tuple[int, int]]:
    """BD9: where what is isolated starts and ends, without its signs; what is isolated in it again goes with it."""
    found, depth, start = [], 0, 0
    for place, char in enumerate(text):
        if char == ISOLATE:
            depth += 1
            start = place + 1 if depth == 1 else start
        elif char == RELEASE and depth:
            depth -= 1
            if not depth:
                found.append((start, place))
    return [*found, (start, len(text))] if depth else found


def _levels_inside(text: str, base: int) -> list[int]:
    """X5c: what is isolated runs as its first letter does, one or two levels deeper than the text around it."""
    within = {place for start, end in _isolated(text) for place in range(start, end)}
    kinds = (bidirectional(char) for place, char in enumerate(text) if place not in within)
    own = int(next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L")
    deeper = base + (2 if own == base else 1) - own
    return [level + deeper for level in levels(text, own)]


def _resolve_marks_and_numbers(kinds: list[str], own: str) -> None:
    """W1: marks take the type before them. W2: numbers after Arabic letters are Arabic. W3: AL is R."""
    before, is_arabic = own, False
    for index, kind in enumerate(kinds):
        kind = before if kind == "NSM" else kind
        before = kind
        if kind in ("L", "R"):
            is_arabic = False
        elif kind == "AL":
            is_arabic = True
        kinds[index] = "R" if kind == "AL" else "AN" if kind == "EN" and is_arabic else kind


def _resolve_separators(kinds: list[str]) -> None:
    """W4: a separator between two numbers is one of them. W5: terminators beside a number too. W6: others neutral."""
    for index in range(1, len(kinds) - 1):
        before, after = kinds[index - 1], kinds[index + 1]
        if before == after and (
            (kinds[index] == "ES" and before == "EN") or (kinds[index] == "CS" and before in ("EN", "AN"))
        ):
            kinds[index] = before
    start, count = 0, len(kinds)
    while start < count:
        end = start
        while end < count and kinds[end] == "ET":
            end += 1
        if end > start:
            is_number = "EN" in (kinds[start - 1] if start else "", kinds[end] if end < count else "")
            kinds[start:end] = ["EN" if is_number else "ON"] * (end - start)
        start = end + 1
    for index, kind in enumerate(kinds):
        if kind in ("ES", "CS"):
            kinds[index] = "ON"


def _resolve_numbers_after_letters(kinds: list[str], own: str) -> None:
    """W7: a European number after left-to-right letters goes with them."""
    strong = own
    for index, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"


def _bracket_pairs(kinds: Sequence[str], chars: Sequence[str]) -> list[tuple[int, int]]:
    """BD16: the pairs of brackets that belong together, by the place of the first."""
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for index, char in enumerate(chars):
        if kinds[index] != "ON":
            continue
        if char in _CLOSING:
            if len(waiting) == _DEEPEST:
                break
            waiting.append((_CLOSING[char], index))
        elif char in _CLOSERS:
            depth = next((depth for depth in reversed(range(len(waiting))) if waiting[depth][0] == char), None)
            if depth is not None:
                pairs.append((waiting[depth][1], index))
                del waiting[depth:]
    return sorted(pairs)


def _resolve_brackets(kinds: list[str], chars: Sequence[str], original: Sequence[str], own: str) -> None:
    """N0: both brackets of a pair go the way of what they hold, or of what is before them; marks on them follow."""
    for start, end in _bracket_pairs(kinds, chars):
        inside = {_STRONG[kind] for kind in kinds[start + 1 : end] if kind in _STRONG}
        if not inside:
            continue
        if own in inside:
            found = own
        else:
            found = next((_STRONG[kinds[at]] for at in reversed(range(start)) if kinds[at] in _STRONG), own)
        for bracket in (start, end):
            kinds[bracket] = found
            follower = bracket + 1
            while follower < len(kinds) and original[follower] == "NSM":
                kinds[follower] = found
                follower += 1


def _resolve_neutrals(kinds: list[str], own: str) -> None:
    """N1, N2: neutrals between like neighbours go with them, others with the paragraph."""
    start, count = 0, len(kinds)
    while start < count:
        end = start
        while end < count and kinds[end] not in _STRONG:
            end += 1
        if end > start:
            left = _STRONG[kinds[start - 1]] if start else own
            right = _STRONG[kinds[end]] if end < count else own
            kinds[start:end] = [left if left == right else own] * (end - start)
        start = end + 1


def visual_order(item_levels: Sequence[int]) -> list[int]:
    """Return the indexes of the items of one line, as they stand from left to right (L2)."""
    order = list(range(len(item_levels)))
    for level in range(max(item_levels, default=0), 0, -1):
        is_turned = [item_levels[index] >= level for index in order]
        start = 0
        for start in compress(range(len(order)), is_turned):
            if start and is_turned[start - 1]:
                continue
            end = start
            while end < len(order) and is_turned[end]:
                end += 1
            order[start:end] = order[start:end][::-1]
    return order
