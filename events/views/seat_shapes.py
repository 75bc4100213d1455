"""The seats of a room as shapes on a screen: where each stands, how large and how turned; the letters of its rows."""

from events.documents.seat_drawing import LOOKS
from events.domain.seating.chart import row_ends

# How round the corners of a shape are, in shares of its depth; of any other they are nearly square.
RADIUS = {"rounded": 0.3, "pill": 0.5, "round": 0.5}
SQUARE = 0.08


def shape_of(zone):
    return LOOKS[zone].shape if zone in LOOKS else "square"


def outline(one, *, stretch=1):
    """What draws a seat of a chart, about its own middle; `stretch` widens the room, not the depth of the seats."""
    seat, shape = one.seat, shape_of(one.seat.zone)
    width, depth = round(one.width_mm * stretch), one.depth_mm
    if shape == "round":
        width = depth = min(width, depth)
    elif shape == "pill":
        depth = round(depth * 0.62)
    return {
        "label": seat.label,
        "zone": seat.zone,
        "shape": shape,
        "x": round(seat.x_mm * stretch),
        "y": seat.y_mm,
        "angle": seat.angle,
        "left": -(width // 2),
        "top": -(depth // 2),
        "width": width,
        "depth": depth,
        "right": width - width // 2,
        "bottom": depth - depth // 2,
        "radius": round(RADIUS.get(shape, SQUARE) * depth),
        "is_blocked": seat.is_blocked,
        "is_accessible": seat.is_accessible,
    }


def letters(charted, *, stretch=1, away_mm=300):
    """The letters of the rows, beside both ends of each."""
    widths = {one.seat.label: one.width_mm for one in charted}
    for letter, (first, last) in row_ends(charted).items():
        for seat, sign in ((first, -1), (last, 1)):
            x_mm = (seat.x_mm + sign * widths[seat.label] / 2) * stretch + sign * away_mm
            yield {"letter": letter, "x": round(x_mm), "y": seat.y_mm + 100}
