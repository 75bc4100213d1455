"""The plan of a room as shapes on a field as large as the page leaves: seats, legend, and from where it is seen."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from events.documents.pdf.blocks import Circle, Drawing, Label, Rect, Shape
from events.documents.pdf.drawings import label_sizes_pt
from events.documents.pdf.fit import fitted_size_pt, text_width_em
from events.documents.seat_captions import KeyItem, captions
from events.documents.seat_depths import row_depths
from events.documents.seat_grounds import ground_items, ground_sign, sign_size_mm
from events.documents.seat_names import names_beside
from events.documents.seat_words import SeatText
from events.domain.facts import SeatFacts
from events.domain.seating.chart import INTERPRETER, Bounds, ChartSeat, bounds, is_straight, row_ends

# What a reader at arm's length can still read; below it a seat carries its code instead of the name, and all seats of
# its zone do where fewer than these names can be read.
SMALLEST_NAME_PT = 5.5
NAMES_THAT_FIT = 0.9
# Below it a seat carries one thing instead of two: its code or, where its name stands beside it, its number.
SMALLEST_CODE_PT = 4.2
TOP_MM = 5.0
KEY_WIDTH_MM, KEY_HEIGHT_MM, DOT_MM = 5.0, 3.6, 0.9
# How much of its width the words of a small seat may take: of a round one, which is narrower above and below, less.
WORDS_SHARE, ROUND_SHARE = 0.82, 0.76
# How large what stands alone on a seat may be for each millimetre of its height.
ALONE_PT_PER_MM = 1.7
MM_PER_PT = 25.4 / 72
WIDEST_STRETCH = 1.5
# Where a name may stand; on the chairs of the others, which are narrower, a code does.
NAMED_ZONES = ("podium", "table")
# Small chairs that carry no words at all.
SILENT_ZONES = ("behind", INTERPRETER)
TINTED_ZONES = ("observers", "secretariat", "press")


@dataclass(frozen=True, kw_only=True)
class Look:
    """How the seats of a zone look: tint and shape, so that they differ in black and white too."""

    tint: str
    shape: str = "square"


LOOKS: dict[str, Look] = {
    "podium": Look(tint="podium", shape="rounded"),
    "table": Look(tint="table"),
    "behind": Look(tint="behind"),
    "observers": Look(tint="observer", shape="barred"),
    "secretariat": Look(tint="secretariat", shape="round"),
    "press": Look(tint="media", shape="pill"),
    "gallery": Look(tint=""),
    INTERPRETER: Look(tint="behind", shape="round"),
}


@dataclass(frozen=True, kw_only=True)
class Sketch:
    """What is to be drawn: seats with their texts, words around them, and the legend: (zone, label) pairs.

    `grounds` are those of the seats, "" for none; their key is (ground, label) pairs under its head. The legend
    `is_rtl` where its language is; the room stands as it is in every language. `code_words` are added where a seat
    carries a code instead of its name.
    """

    seats: tuple[ChartSeat, ...]
    texts: tuple[SeatText, ...]
    top: str
    words: tuple[str, ...]
    legend: tuple[tuple[str, str], ...]
    description: str
    is_rtl: bool = False
    grounds: tuple[str, ...] = ()
    ground_key: tuple[tuple[str, str], ...] = ()
    ground_head: str = ""
    code_words: str = ""


def drawing(sketch: Sketch, *, width_mm: float, height_mm: float) -> Drawing:
    """Return the drawing for a field of that size on paper; names per zone where they can be read, codes elsewhere.

    Round a bent table, names too long for the seats stand beside them.
    """
    zones = tuple(_zone_item(zone, label) for zone, label in sketch.legend)
    below = captions((zones, ground_items(sketch.ground_head, sketch.ground_key)), sketch.words, width_mm=width_mm)
    place = _place(sketch, width_mm, height_mm - TOP_MM - below.height_mm)
    readable = _readable(sketch, place)
    named = {one.seat.zone for one in sketch.seats if one.seat.label in readable}
    coded = {zone for zone in NAMED_ZONES if _fits(sketch, zone, place, smallest_pt=SMALLEST_CODE_PT)}
    beside = {} if _is_in_rows(sketch) else _beside(sketch, place, named)
    if sketch.code_words and _has_codes(sketch, {*readable, *beside}):
        told = replace(sketch, words=(*sketch.words, sketch.code_words), code_words="")
        return drawing(told, width_mm=width_mm, height_mm=height_mm)
    shapes: list[Shape] = [Label(x_mm=width_mm / 2, y_mm=2.5, text=sketch.top, size_pt=8, style="bold")]
    for one, text in zip(sketch.seats, sketch.texts, strict=True):
        is_named = one.seat.label in readable
        is_alone = one.seat.zone not in (named | coded)
        told = SeatText(name=one.seat.label, code=one.seat.label) if is_alone and one.seat.label in beside else text
        shapes += _seat(one, told, place, is_named=is_named, is_alone=is_alone)
    shapes += _signs(sketch, place)
    shapes += chain.from_iterable(beside.values())
    shapes += _letters(sketch, place)
    shapes += below.shapes(y_mm=height_mm - below.height_mm, is_rtl=sketch.is_rtl)
    return Drawing(
        width_mm=width_mm,
        height_mm=height_mm,
        shapes=tuple(shapes),
        description=sketch.description,
        largest_scale=1.0,
    )


@dataclass(frozen=True, kw_only=True)
class _Place:
    """Where the room's field lies on the drawing, and how many millimetres there are to one of the room's.

    `number_em`: by zone how wide its widest number is, as a share of its size.
    """

    field: Bounds
    across: float
    down: float
    left_mm: float
    depths_mm: dict[str, float]
    number_em: dict[str, float]

    def depth_mm(self, one: ChartSeat) -> float:
        return self.depths_mm.get(one.seat.zone, one.depth_mm) * self.down

    def at(self, x_mm: float, y_mm: float) -> dict[str, float]:
        return {
            "x_mm": self.left_mm + (x_mm - self.field.left_mm) * self.across,
            "y_mm": TOP_MM + (y_mm - self.field.top_mm) * self.down,
        }


def _place(sketch: Sketch, width_mm: float, room_mm: float) -> _Place:
    field = bounds(sketch.seats)
    scale = min(width_mm / field.width_mm, room_mm / field.height_mm)
    # Straight rows may be drawn wider than they stand, for the sake of the names; a bend would be deformed.
    stretch = WIDEST_STRETCH if is_straight(sketch.seats) else 1
    across = min(width_mm / field.width_mm, scale * stretch)
    depths = row_depths(sketch.seats, widening=across / scale) if is_straight(sketch.seats) else {}
    left_mm = (width_mm - field.width_mm * across) / 2
    number_em: dict[str, float] = {}
    for one in sketch.seats:
        own_em = text_width_em(one.seat.label, face="sans")
        number_em[one.seat.zone] = max(own_em, number_em.get(one.seat.zone, 0))
    return _Place(field=field, across=across, down=scale, left_mm=left_mm, depths_mm=depths, number_em=number_em)


def _beside(sketch: Sketch, place: _Place, named: set[str]) -> dict[str, tuple[Label, ...]]:
    """Return the names of the zones whose seats are too small for them, as lines by the label of their seat."""
    names = {
        one.seat.label: text.name
        for one, text in zip(sketch.seats, sketch.texts, strict=True)
        if one.seat.zone in NAMED_ZONES and one.seat.zone not in named and one.is_principal
    }
    found = {one.seat.label: place.at(one.seat.x_mm, one.seat.y_mm) for one in sketch.seats}
    points = {label: (at["x_mm"], at["y_mm"]) for label, at in found.items()}
    return dict(names_beside(sketch.seats, names, points, scale=place.down))


def _has_codes(sketch: Sketch, named: set[str]) -> bool:
    """Return whether a seat whose name is not to be read carries a code instead."""
    return any(
        text.code and not one.seat.is_blocked and one.seat.zone not in SILENT_ZONES and one.seat.label not in named
        for one, text in zip(sketch.seats, sketch.texts, strict=True)
    )


def _readable(sketch: Sketch, place: _Place) -> set[str]:
    """Return the labels of the seats whose names can be read above their numbers; none of a zone where few can, or
    round a bent table, with room for names beside the seats, not all.

    Asked of each zone alone, then of all together, since they share their size.
    """
    found: set[str] = set()
    share = NAMES_THAT_FIT if _is_in_rows(sketch) else 1
    for zone in NAMED_ZONES:
        labels = {one.seat.label for one in sketch.seats if one.seat.zone == zone}
        sizes = _sizes_pt(sketch, place, labels, named=labels)
        large = {label for label, size_pt in sizes.items() if size_pt >= SMALLEST_NAME_PT}
        found |= large if len(large) >= share * len(sizes) else set()
    labels = {one.seat.label for one in sketch.seats if one.seat.zone in NAMED_ZONES}
    sizes = _sizes_pt(sketch, place, labels, named=found)
    return {label for label in found if sizes[label] >= SMALLEST_NAME_PT}


def _fits(sketch: Sketch, zone: str, place: _Place, *, smallest_pt: float) -> bool:
    """Return whether nearly all codes of a zone can be read above their seats' numbers."""
    labels = {one.seat.label for one in sketch.seats if one.seat.zone == zone}
    sizes = sorted(_sizes_pt(sketch, place, labels, named=set()).values(), reverse=True)
    return bool(sizes) and sizes[int(NAMES_THAT_FIT * (len(sizes) - 1))] >= smallest_pt


def _sizes_pt(sketch: Sketch, place: _Place, labels: set[str], *, named: set[str]) -> dict[str, float]:
    """Return by label in which size the names (of others than `named`: the codes) of seats would be set."""
    pairs = zip(sketch.seats, sketch.texts, strict=True)
    shapes = {
        one.seat.label: _seat(one, text, place, is_named=one.seat.label in named)[0]
        for one, text in pairs
        if one.seat.label in labels and text.name and not one.seat.is_blocked
    }
    trial = Drawing(width_mm=1, height_mm=1, shapes=tuple(shapes.values()), largest_scale=1.0)
    return dict(zip(shapes, label_sizes_pt(trial, width_mm=1, height_mm=1), strict=True))


def _seat(one: ChartSeat, text: SeatText, place: _Place, *, is_named: bool, is_alone: bool = False) -> list[Shape]:
    """Return the seat's shape, then what is written beside the engine's own fitting, then its sign.

    One that `is_alone` carries its name or code without its number.
    """
    seat = one.seat
    look = LOOKS.get(seat.zone, LOOKS["gallery"])
    size = (one.width_mm * place.across, place.depth_mm(one) * (0.62 if look.shape == "pill" else 1))
    is_tinted = not one.is_free or seat.zone in TINTED_ZONES
    tint = "blocked" if seat.is_blocked else look.tint if is_tinted else ""
    at = place.at(seat.x_mm, seat.y_mm)
    is_fitted = bool(text.name) and seat.zone in NAMED_ZONES and not seat.is_blocked
    number = "" if is_alone else seat.label
    words = {"text": text.name if is_named else text.code, "code": number} if is_fitted else {}
    shapes = [_shape(look, tint, size, rotation_deg=seat.angle, **words, **at)]
    if not is_fitted and seat.zone not in SILENT_ZONES:
        is_round = look.shape == "round"
        room = (min(size) * ROUND_SHARE / WORDS_SHARE, min(size)) if is_round else size
        number_em = place.number_em[seat.zone]
        shapes += _small_words(seat, "×" if seat.is_blocked else text.code, room, at, number_em=number_em)
    if seat.is_accessible:
        shapes.append(_dot(one, place))
    return shapes


def _small_words(
    seat: SeatFacts, code: str, size: tuple[float, float], at: dict[str, float], *, number_em: float
) -> Iterator[Shape]:
    """Yield the number of a seat too small for names, above the code of who sits there.

    Free, the number alone, as large as the widest of the zone can be; the code alone where two lines could not be read.
    """
    width_mm, height_mm = size if seat.angle % 180 == 0 else size[::-1]
    room_mm = WORDS_SHARE * width_mm
    largest_pt = min(8.0, height_mm * (1.15 if code else ALONE_PT_PER_MM))
    number = {"size_pt": largest_pt * (0.85 if code else 1), "style": "note", "width_mm": room_mm}
    if not code:
        size_pt = min(largest_pt, room_mm / (number_em * MM_PER_PT))
        yield Label(**at, text=seat.label, **number | {"size_pt": size_pt})
    elif fitted_size_pt(code, width_pt=room_mm / MM_PER_PT, largest_pt=largest_pt, face="sans") < SMALLEST_CODE_PT:
        yield Label(**at, text=code, size_pt=min(8.0, height_mm * ALONE_PT_PER_MM), width_mm=room_mm)
    else:
        step_mm = 0.21 * height_mm
        yield Label(**at | {"y_mm": at["y_mm"] - step_mm}, text=seat.label, **number)
        yield Label(**at | {"y_mm": at["y_mm"] + step_mm}, text=code, size_pt=largest_pt, width_mm=room_mm)


def _dot(one: ChartSeat, place: _Place) -> Shape:
    return Circle(
        radius_mm=min(DOT_MM, 0.1 * one.width_mm * place.down),
        tint="podium",
        **_beside_middle(one, place, x_mm=one.width_mm / 2 * 0.9, y_mm=-_half_depth_mm(one, place)),
    )


def _signs(sketch: Sketch, place: _Place) -> Iterator[Shape]:
    """Yield the signs of the grounds, upright, in the first corner of each seat's front edge."""
    for one, ground in zip(sketch.seats, sketch.grounds, strict=False):
        if ground:
            size_mm = sign_size_mm(min(one.width_mm * place.across, place.depth_mm(one)))
            x_mm = size_mm * 0.6 / place.across - one.width_mm / 2
            y_mm = size_mm * 0.25 / place.down - _half_depth_mm(one, place)
            yield ground_sign(ground, size_mm=size_mm, **_beside_middle(one, place, x_mm=x_mm, y_mm=y_mm))


def _is_in_rows(sketch: Sketch) -> bool:
    """Return whether the places stand row behind row, straight or curved, so that no room is left before them."""
    return is_straight(sketch.seats) or any(one.seat.row for one in sketch.seats if one.seat.zone == "table")


def _half_depth_mm(one: ChartSeat, place: _Place) -> float:
    return place.depths_mm.get(one.seat.zone, one.depth_mm) / 2


def _beside_middle(one: ChartSeat, place: _Place, *, x_mm: float, y_mm: float) -> dict[str, float]:
    """Return where on the drawing a point lies that is so far from the seat's middle, in the room's millimetres."""
    turn = math.radians(one.seat.angle)
    return place.at(
        one.seat.x_mm + x_mm * math.cos(turn) - y_mm * math.sin(turn),
        one.seat.y_mm + x_mm * math.sin(turn) + y_mm * math.cos(turn),
    )


def _shape(look: Look, tint: str, size: tuple[float, float], *, rotation_deg: float = 0, **rest: object) -> Shape:
    width_mm, height_mm = size
    if look.shape == "round":
        return Circle(radius_mm=min(size) / 2, tint=tint, **rest)
    shares = {"rounded": 0.3, "pill": 0.5, "square": 0.08, "barred": 0.08}
    return Rect(
        width_mm=width_mm,
        height_mm=height_mm,
        radius_mm=shares[look.shape] * min(size),
        rotation_deg=rotation_deg,
        tint=tint,
        is_barred=look.shape == "barred",
        **rest,
    )


def _letters(sketch: Sketch, place: _Place) -> Iterator[Shape]:
    half_mm = {one.seat.label: one.width_mm / 2 for one in sketch.seats}
    for letter, (first, last) in row_ends(sketch.seats).items():
        for seat, sign in ((first, -1), (last, 1)):
            at = place.at(seat.x_mm + sign * half_mm[seat.label], seat.y_mm)
            yield Label(**at | {"x_mm": at["x_mm"] + sign * 3}, text=letter, size_pt=8, style="bold")


def _zone_item(zone: str, label: str) -> KeyItem:
    if zone == "accessible":
        return KeyItem(label=label, sign=_dot_in_key, sign_mm=2 * DOT_MM)
    is_round = zone in LOOKS and LOOKS[zone].shape == "round"
    return KeyItem(label=label, sign=_in_key(zone), sign_mm=KEY_HEIGHT_MM if is_round else KEY_WIDTH_MM)


def _dot_in_key(x_mm: float, y_mm: float) -> Shape:
    return Circle(x_mm=x_mm, y_mm=y_mm, radius_mm=DOT_MM, tint="podium")


def _in_key(zone: str) -> Callable[[float, float], Shape]:
    """Return what draws the seat of a zone, or one that is free or blocked, about a point."""
    size = (KEY_WIDTH_MM, KEY_HEIGHT_MM)
    if zone == "blocked":
        return lambda x_mm, y_mm: _shape(LOOKS["table"], "blocked", size, text="×", x_mm=x_mm, y_mm=y_mm)
    look = LOOKS["gallery"] if zone == "free" else LOOKS[zone]
    return lambda x_mm, y_mm: _shape(look, look.tint, size, x_mm=x_mm, y_mm=y_mm)
