"""The podium, from the centre outwards: who sits in which chair, as seen by those who sit there."""


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
