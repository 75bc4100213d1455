"""Who gets a place at all, and who stays where staff put it."""

from dataclasses import dataclass

from events.domain.seating.board import Board, span
from events.domain.seating.packing import packed


@dataclass(frozen=True, kw_only=True)
class Taken:
    """The pins that can hold (sitter to start), and all who are seated, in order."""

    pins: dict[int, int]
    seated: tuple[int, ...]


def taken_in(board: Board) -> Taken:
    """Return whom the room has a place for.

    A pin holds unless it is no place, crosses an aisle, or an earlier sitter is pinned there; who loses it is seated
    like all others. Those pinned are seated; of the others as many of the first in order as fit, whatever the rules.
    One that is larger than every free stretch is passed over.
    """
    pins, taken = {}, 0
    for number, sitter in enumerate(board.sitters):
        start = sitter.pinned
        if start is None or not 0 <= start < len(board.places) or board.stretch[start] < sitter.size:
            continue
        wanted = span(start, start + sitter.size)
        if not wanted & taken:
            pins[number] = start
            taken |= wanted
    reach = board.stretch_without(taken)
    longest = max(reach, default=0)
    others = [one for one in range(len(board.sitters)) if one not in pins and board.sizes[one] <= longest]
    count = sum(1 for one in reach if one)
    while others and packed(reach, [board.sizes[one] for one in others]) is None:
        spare = sum(board.sizes[one] for one in others) - count
        others = others[: -max(-(-spare // longest), 1)] if spare > 0 else others[:-1]
    return Taken(pins=pins, seated=tuple(sorted([*pins, *others])))
