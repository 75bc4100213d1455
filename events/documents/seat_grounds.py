"""The ground of invitation on a drawing of seats: a sign of its own shape and tint, told apart without colours too."""

import math
from collections.abc import Iterator

from events.documents.pdf.blocks import Label, Polygon, Shape
from events.documents.pdf.fit import text_width_em
from events.domain.facts import MeetingFacts
from events.domain.seating.chart import ChartSeat
from participants.grounds import GROUNDS

MM_PER_PT = 25.4 / 72
LEAST_MM, LARGEST_MM = 1.0, 2.6
# How much of a seat's lesser side a sign takes.
SHARE = 0.34
KEY_MM, GAP_MM, LINE_MM = 4.0, 6.0, 5.0
KEY_PT = 8.0


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


def key_lines(head: str, items: tuple[tuple[str, str], ...], *, width_mm: float) -> list[list[tuple[str, str]]]:
    """Return the key, (ground, label) pairs, in as few lines as the width takes; first its head, without a sign."""
    lines: list[list[tuple[str, str]]] = []
    for item in (("", head), *items):
        if lines and sum(map(_item_mm, [*lines[-1], item])) - GAP_MM <= width_mm:
            lines[-1].append(item)
        else:
            lines.append([item])
    return lines


def key_shapes(lines: list[list[tuple[str, str]]], *, width_mm: float, y_mm: float, is_rtl: bool) -> Iterator[Shape]:
    """Yield the lines of a key, the first about `y_mm`, centred; right to left where its language is."""
    anchor = "end" if is_rtl else "start"
    for number, line in enumerate(lines):
        x_mm = (width_mm - sum(map(_item_mm, line)) + GAP_MM) / 2
        for ground, label in line:
            at_mm, words_mm = x_mm + KEY_MM / 2 - 0.7, x_mm + (KEY_MM if ground else 0)
            if is_rtl:
                at_mm, words_mm = width_mm - at_mm, width_mm - words_mm
            middle = {"y_mm": y_mm + number * LINE_MM}
            if ground:
                yield ground_sign(ground, size_mm=LARGEST_MM, x_mm=at_mm, **middle)
            style = "" if ground else "bold"
            yield Label(x_mm=words_mm, text=label, size_pt=KEY_PT, anchor=anchor, style=style, **middle)
            x_mm += _item_mm((ground, label))


def _item_mm(item: tuple[str, str]) -> float:
    ground, label = item
    face = "sans" if ground else "sans-bold"
    return (KEY_MM if ground else 0) + text_width_em(label, face=face) * KEY_PT * MM_PER_PT + GAP_MM
