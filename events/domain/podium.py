"""The podium, from the centre outwards: who sits in which chair, as seen by those who sit there."""

from collections.abc import Collection, Sequence

from meetingplanner.languages import phrase

# Where the interpreter of somebody on the podium sits; where there are booths, nobody has one there.
INTERPRETERS: dict[str, str] = {"behind": phrase("behind"), "left": phrase("to the left")}


def podium_seats(count: int, *, chairs: int | None = None) -> tuple[int, ...]:
    """Return, for each of `count` persons in order, the index of the chair; 0 is the left end as those seated see it.

    The first sits in the centre, the second to the first's right, the third to the left, and so on outwards. An even
    number has no centre: the first sits right of the axis and the second left of it. `chairs` is how many stand there
    (`count` when not given): an even number of persons on an odd number of chairs leaves the middle one out, to be
    taken away; an odd number on an even one is centred on the chair right of the axis. Who finds no chair gets no
    index: the answer is then as long as there are chairs. Source: F4 of the protocol rules.
    """
    total = count if chairs is None else chairs
    seated = min(count, total)
    order = _even_order(total) if seated % 2 == 0 else _odd_order(total)
    return tuple(seat for seat in order if 0 <= seat < total)[:seated]


def with_interpreters(
    seats: Sequence[int], beside: Collection[int], *, chairs: int
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return where those of `seats` and their interpreters sit when each interpreter takes the chair to the left.

    `beside` are the places in `seats` of those who have one. Who sits further left moves outwards as far as needed;
    where that end has no chair left, the row moves to the right instead. The interpreters come in the order of
    `beside`. There must be `chairs` enough for all. Source: B4.32 of the protocol rules.
    """
    row: list[tuple[int, bool, int]] = []
    last = chairs
    for place in sorted(range(len(seats)), key=lambda one: -seats[one]):
        for is_interpreter in (False, True) if place in beside else (False,):
            last = last - 1 if is_interpreter else min(seats[place], last - 1)
            row.append((place, is_interpreter, last))
    found: dict[tuple[int, bool], int] = {}
    least = 0
    for place, is_interpreter, seat in reversed(row):
        found[place, is_interpreter] = max(seat, least)
        least = found[place, is_interpreter] + 1
    people = tuple(found[place, False] for place in range(len(seats)))
    return people, tuple(found[place, True] for place in beside)


def from_hall(seats: tuple[int, ...], *, chairs: int) -> tuple[int, ...]:
    """Return the same chairs counted from the left end as the hall sees them, which is how plans are drawn."""
    return tuple(chairs - 1 - seat for seat in seats)


def _odd_order(total: int) -> list[int]:
    centre = total // 2
    return [centre, *(seat for step in range(1, total + 1) for seat in (centre + step, centre - step))]


def _even_order(total: int) -> list[int]:
    left, right = (total - 1) // 2, total // 2
    if left == right:
        left, right = left - 1, right + 1
    return [seat for step in range(total) for seat in (right + step, left - step)]
