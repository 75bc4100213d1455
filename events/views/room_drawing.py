"""A room without people: drawn small for a list, drawn large with its labels, and counted."""

from collections import Counter

from django.utils.translation import gettext

from events.documents.pdf.fit import fitted_size_pt
from events.documents.seat_drawing import LOOKS
from events.domain.seating.chart import bounds, chart, row_ends
from events.domain.seating.values import SeatPlan
from events.models.room import ZONES

NOBODY = SeatPlan(
    segment="", scheme="", language="", drawn="", assignments=(), podium=(), unseated=(), short=(), off_podium=()
)
RADIUS = {"rounded": 0.3, "pill": 0.5, "round": 0.5}
THUMB_EDGE_MM = 800


def thumbnail(room):
    """The seats of each zone as one path of squares, which many rooms on a page can afford."""
    zones = {}
    for seat in room.seats:
        zones.setdefault(seat.zone, []).append(f"M{seat.x_mm - 260} {seat.y_mm - 260}h520v520h-520z")
    left = min((seat.x_mm for seat in room.seats), default=0) - THUMB_EDGE_MM
    top = min((seat.y_mm for seat in room.seats), default=0) - THUMB_EDGE_MM
    right = max((seat.x_mm for seat in room.seats), default=0) + THUMB_EDGE_MM
    bottom = max((seat.y_mm for seat in room.seats), default=0) + THUMB_EDGE_MM
    return {
        "box": f"{left} {top} {right - left} {bottom - top}",
        "zones": [(zone, "".join(paths)) for zone, paths in zones.items()],
    }


def counted(room):
    """How many seats each zone has, in the order of the zones, and what else a list says of the seats."""
    zones = Counter(seat.zone for seat in room.seats)
    return {
        "zones": [(label, zones[zone]) for zone, label in ZONES.items() if zones[zone]],
        "total": len(room.seats),
        "accessible": sum(seat.is_accessible and not seat.is_blocked for seat in room.seats),
        "blocked": sum(seat.is_blocked for seat in room.seats),
    }


def drawing(room):
    """The room for `events/_room_drawing.html`: each seat with its label, out of use with a cross."""
    charted = chart(room, NOBODY)
    field = bounds(charted)
    return {
        "left": field.left_mm - 500,
        "top": field.top_mm - 700,
        "width": field.width_mm + 1000,
        "height": field.height_mm + 1500,
        "middle": round(field.left_mm + field.width_mm / 2),
        "podium_y": field.top_mm - 250,
        "hall_y": field.top_mm + field.height_mm + 450,
        "seats": [_seat(one) for one in charted],
        "letters": list(_letters(charted)),
        "legend": [
            {"zone": zone, "label": label, "shape": _shape(zone)}
            for zone, label in ZONES.items()
            if any(one.seat.zone == zone for one in charted)
        ],
    }


def _shape(zone):
    return LOOKS[zone].shape if zone in LOOKS else "square"


def _letters(charted):
    widths = {one.seat.label: one.width_mm for one in charted}
    for letter, (first, last) in row_ends(charted).items():
        for seat, sign in ((first, -1), (last, 1)):
            yield {
                "letter": letter,
                "x": round(seat.x_mm + sign * (widths[seat.label] / 2 + 300)),
                "y": seat.y_mm + 100,
            }


def _seat(one):
    seat, shape = one.seat, _shape(one.seat.zone)
    width, depth = one.width_mm, one.depth_mm
    if shape in ("round", "pill"):
        width, depth = (min(width, depth),) * 2 if shape == "round" else (width, round(depth * 0.62))
    room = min(width, depth) if seat.angle % 180 else width
    size = fitted_size_pt(seat.label, width_pt=room * 0.86, largest_pt=min(300, depth * 0.5))
    number = seat.place if seat.place and seat.zone != "behind" else ""
    return {
        "label": seat.label,
        "zone": seat.zone,
        "shape": shape,
        "x": seat.x_mm,
        "y": seat.y_mm,
        "angle": seat.angle,
        "left": -(width // 2),
        "top": -(depth // 2),
        "width": width,
        "depth": depth,
        "right": width - width // 2,
        "bottom": depth - depth // 2,
        "radius": round(RADIUS.get(shape, 0.08) * depth),
        "is_blocked": seat.is_blocked,
        "is_accessible": seat.is_accessible,
        "row": seat.row,
        "lines": [{"text": seat.label, "y": round(size * 0.34), "size": round(size)}],
        "title": _title(seat, number),
    }


def _title(seat, number):
    words = [seat.label, str(ZONES[seat.zone])]
    if number:
        words.append(gettext("place %(number)s") % {"number": number})
    return " – ".join(words)
