"""The ground of invitation on a drawing of seats: a sign of its own shape and tint, told apart without colours too."""

import math
from collections.abc import Callable, Sequence

from events.documents.pdf.blocks import Polygon, Shape
from events.documents.seat_captions import KeyItem
from events.domain.facts import MeetingFacts
from events.domain.seating.chart import ChartSeat
from participants.grounds import GROUNDS

LEAST_MM, LARGEST_MM = 1.0, 2.6
# How much of a seat's lesser side a sign takes.
SHARE = 0.34


def _corners(count: int, *radii: float, turned: float = 0) -> tuple[tuple[float, float], ...]:
    """Return the corners of a regular shape about 0, the first above; of a star where there are two radii."""
    steps = [(turned + 360 / count * at, radii[at % len(radii)]) for at in range(count)]
    return tuple((r * math.sin(math.radians(turn)), -r * math.cos(math.radians(turn))) for turn, r in steps)


_PLUS = 0.32
# Points of a sign about its middle, in halves of its size.
SIGNS: dict[str, tuple[tuple[float, float], ...]] = {
    "host": _corners(10, 1.25, 0.5),
    "opening": _corners(3, 1.15),
    "brief_remarks": _corners(3, 1.15, turned=180),
    "co_chair": _corners(4, 1.1),
    "mediation": tuple(
        (x, y)
        for x, y in (
            (-_PLUS, -1), (_PLUS, -1), (_PLUS, -_PLUS), (1, -_PLUS), (1, _PLUS), (_PLUS, _PLUS), (_PLUS, 1),
            (-_PLUS, 1), (-_PLUS, _PLUS), (-1, _PLUS), (-1, -_PLUS), (-_PLUS, -_PLUS),
        )
    ),
    "security_council": _corners(4, 1.15, turned=45),
    "contributor": ((-1.3, -0.45), (1.3, -0.45), (1.3, 0.45), (-1.3, 0.45)),
    # Hollow by its tint; no square, which free seats are.
    "guest": _corners(5, 1.15),
}  # fmt: skip


def ground_at_table(facts: MeetingFacts, one: ChartSeat) -> str:
    """Return the first ground of who has a place at the table, on its first seat; elsewhere the zone tells it: ""."""
    if one.seat.zone != "table" or not one.delegation or not one.is_principal:
        return ""
    grounds = facts.delegations[one.delegation].grounds
    return next((code for code in GROUNDS if code in grounds), "")


def sign_size_mm(seat_mm: float) -> float:
    """Return the size of a sign at a seat whose lesser side is `seat_mm`."""
    return min(LARGEST_MM, max(LEAST_MM, SHARE * seat_mm))


def ground_sign(ground: str, *, size_mm: float, x_mm: float, y_mm: float) -> Polygon:
    """Return the sign of a ground about a point."""
    return Polygon(
        points_mm=tuple((x_mm + x * size_mm / 2, y_mm + y * size_mm / 2) for x, y in SIGNS[ground]),
        tint=f"ground-{ground}",
    )


def ground_items(head: str, labels: Sequence[tuple[str, str]]) -> tuple[KeyItem, ...]:
    """Return the key of the grounds, from (ground, label) pairs, after its head; () where there are none."""
    signs = (KeyItem(label=label, sign=_in_key(ground), sign_mm=LARGEST_MM) for ground, label in labels)
    return (KeyItem(label=head), *signs) if labels else ()


def _in_key(ground: str) -> Callable[[float, float], Shape]:
    return lambda x_mm, y_mm: ground_sign(ground, size_mm=LARGEST_MM, x_mm=x_mm, y_mm=y_mm)
