"""A room without people: drawn small for a list, drawn large with its labels, and counted."""

from collections import Counter

from django.utils.translation import gettext

from events.documents.kind_words import said_to
from events.documents.pdf.fit import fitted_size_pt
from events.domain.seating.chart import bounds, chart
from events.domain.seating.values import SeatPlan
from events.models.room import ZONES
from events.views.seat_shapes import letters, outline, shape_of

NOBODY = SeatPlan(
    segment="", scheme="", language="", drawn="", assignments=(), podium=(), unseated=(), short=(), off_podium=()
)
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


def counted(room, kind=""):
    """How many seats each zone has, in the order of the zones, and what else a list says of the seats."""
    zones = Counter(seat.zone for seat in room.seats)
    return {
        "zones": [(said_to(kind, label), zones[zone]) for zone, label in ZONES.items() if zones[zone]],
        "total": len(room.seats),
        "accessible": sum(seat.is_accessible and not seat.is_blocked for seat in room.seats),
        "blocked": sum(seat.is_blocked for seat in room.seats),
    }


def drawing(room, kind=""):
    """The room for `events/_room_drawing.html`: each seat with its label, out of use with a cross.

    A library's room is that of no `kind` of meeting.
    """
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
        "seats": [_seat(one, kind) for one in charted],
        "letters": list(letters(charted)),
        "legend": [
            {"zone": zone, "label": said_to(kind, label), "shape": shape_of(zone)}
            for zone, label in ZONES.items()
            if any(one.seat.zone == zone for one in charted)
        ],
    }


def _seat(one, kind):
    seat, drawn = one.seat, outline(one)
    width, depth = drawn["width"], drawn["depth"]
    room = min(width, depth) if seat.angle % 180 else width
    size = fitted_size_pt(seat.label, width_pt=room * 0.86, largest_pt=min(300, depth * 0.5))
    number = seat.place if seat.place and seat.zone != "behind" else ""
    return drawn | {
        "row": seat.row,
        "lines": [{"text": seat.label, "y": round(size * 0.34), "size": round(size)}],
        "title": _title(seat, number, kind),
    }


def _title(seat, number, kind):
    words = [seat.label, said_to(kind, ZONES[seat.zone])]
    if number:
        words.append(gettext("place %(number)s") % {"number": number})
    return " – ".join(words)
