"""MEASURES: what the shapes of rooms are measured by, as the form asks for it and as it may be."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from events.domain.seating.bending import least_radius_mm
from events.domain.seating.boardroom import HOSTS
from events.domain.seating.faults import Fault
from events.domain.seating.layouts import LAYOUTS, room_of
from events.domain.seating.room_checks import MOST_SEATS, NO_SEATS, TOO_MANY_SEATS, TOO_NEAR, TWICE, seat_faults
from events.domain.seating.rows import rows_row_mm
from events.domain.seating.theatre import theatre_row_mm
from events.domain.seating.walking import FIRST_ENDS, ROW_WALKS, WALKS
from meetingplanner.languages import phrase

COUNT, COUNTS, MM, CHOICE = "count", "counts", "mm", "choice"
MOST_BLOCKS = 12
# How long the rows of shapes are that may be curved.
ROW_LENGTHS: dict[str, Callable[[Any], int]] = {"rows": rows_row_mm, "theatre": theatre_row_mm}
AS_MANY_BLOCKS = phrase("Give as many numbers as the rows of tables have blocks: %(count)s.")
BLOCKS_HINT = phrase("A number for each block between two aisles, from left to right, such as 4, 6, 4.")
WALK_HINT = phrase("Places are numbered in the order in which one walks past them; delegations sit in it.")
TOO_MANY = phrase("This makes more than %(most)s seats.")
IN_EACH_OTHER = phrase("With these measures the seats %(one)s and %(other)s stand in each other.")
TOO_BENT = phrase("Rows this long need a radius of %(least)s mm at least; 0 leaves them straight.")
LABELS = phrase("With these measures two seats are called %(label)s: there are too many rows.")
OUTSIDE = phrase("With these measures the seat %(label)s stands outside the room.")


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One measure: what it is called, of which kind it is, and between what it lies (each, for several numbers)."""

    name: str
    label: str
    kind: str = COUNT
    least: int = 0
    most: int = 100
    hint: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)


def _blocks(name: str, label: str, *, least: int = 0) -> Measure:
    return Measure(name=name, label=label, kind=COUNTS, least=least, hint=BLOCKS_HINT)


def _mm(name: str, label: str, *, least: int = 400, most: int = 5_000) -> Measure:
    return Measure(name=name, label=label, kind=MM, least=least, most=most)


MEASURES: dict[str, Measure] = {
    measure.name: measure
    for measure in (
        Measure(name="host", label=phrase("The host sits"), kind=CHOICE, choices=HOSTS),
        Measure(name="podium_chairs", label=phrase("Chairs on the podium"), most=40),
        Measure(name="table_rows", label=phrase("Rows of tables"), least=1),
        Measure(name="chair_rows", label=phrase("Rows of chairs"), least=1, most=200),
        _blocks("blocks", phrase("Places in a row"), least=1),
        _blocks("tables", phrase("Tables in a row"), least=1),
        Measure(name="at_table", label=phrase("Places at each table"), least=1, most=12),
        Measure(name="places", label=phrase("Places at the table"), least=1, most=400),
        Measure(name="across", label=phrase("Places on the lower side"), least=1, most=200),
        Measure(name="down", label=phrase("Places on the left and on the right side"), most=200),
        Measure(name="long_side", label=phrase("Places on a long side"), least=1, most=200),
        Measure(name="short_end", label=phrase("Places at a short end"), most=20),
        Measure(name="behind", label=phrase("Seats behind each place"), most=6),
        Measure(name="secretariat_seats", label=phrase("Seats of the secretariat"), most=60),
        Measure(name="observer_rows", label=phrase("Rows of observers"), most=40),
        _blocks("observer_blocks", phrase("Observers in a row")),
        _blocks("press_blocks", phrase("Press in its row")),
        Measure(
            name="row_walk", label=phrase("The rows are walked"), kind=CHOICE, choices=ROW_WALKS,
            hint=WALK_HINT,
        ),
        Measure(name="first_end", label=phrase("The first place is on the"), kind=CHOICE, choices=FIRST_ENDS),
        Measure(
            name="walk", label=phrase("One walks round the table"), kind=CHOICE, choices=WALKS,
            hint=WALK_HINT,
        ),
        Measure(
            name="first_hour", label=phrase("The walk begins at … o'clock"), least=1, most=12,
            hint=phrase("As on the face of a clock laid on the drawing: 12 is the podium, 6 the hall."),
        ),
        _mm("place_pitch_mm", phrase("From place to place")),
        _mm("seat_pitch_mm", phrase("From seat to seat in rows of chairs")),
        _mm("podium_pitch_mm", phrase("From chair to chair on the podium")),
        _mm("behind_pitch_mm", phrase("From seat to seat behind a place")),
        _mm("row_pitch_mm", phrase("From row to row"), least=700, most=10_000),
        _mm("table_gap_mm", phrase("Between two tables"), least=0, most=5_000),
        _mm("aisle_mm", phrase("Width of an aisle"), least=600, most=10_000),
        _mm("radius_mm", phrase("Radius of the bend"), least=1_500, most=50_000),
        _mm("curve_mm", phrase("Radius of the front row (0: straight rows)"), least=0, most=200_000),
        _mm("arm_mm", phrase("Length of a straight arm"), least=0, most=100_000),
        _mm("margin_mm", phrase("From the outermost seats to the wall"), least=500, most=20_000),
    )
}  # fmt: skip


def measures_of(layout: str) -> tuple[Measure, ...]:
    """Return the measures of a shape of LAYOUTS in the order of MEASURES. Raises KeyError for another shape."""
    names = {one.name for one in fields(LAYOUTS[layout].measures)}
    return tuple(measure for name, measure in MEASURES.items() if name in names)


def usual_measures(layout: str) -> dict[str, Any]:
    """Return the usual measures of a shape by name."""
    return asdict(LAYOUTS[layout].measures)


def measure_faults(layout: str, measures: Mapping[str, Any]) -> dict[str, Fault]:
    """Return what is wrong with measures that are each as the table says: name of a measure ("" for all) -> fault.

    Nothing is returned for measures that make a room that can be drawn and seated.
    """
    blocks = len(measures.get("blocks", ()))
    faults = {
        name: Fault(template=AS_MANY_BLOCKS, values={"count": blocks})
        for name in ("observer_blocks", "press_blocks")
        if blocks and name in measures and len(measures[name]) != blocks
    }
    faults |= _curve_fault(layout, measures)
    if faults:
        return faults
    if _seats_about(measures) > MOST_SEATS:
        return {"": Fault(template=TOO_MANY, values={"most": MOST_SEATS})}
    room = room_of(layout, names={}, building={}, city={}, is_approximate=True, measures=dict(measures))
    for fault in seat_faults(room.seats, width_mm=room.width_mm, depth_mm=room.depth_mm):
        other = fault.values.get("other", "")
        values = {"label": fault.label, "one": fault.label, "other": other, "most": MOST_SEATS}
        return {"": Fault(template=_IN_WORDS.get(fault.template, OUTSIDE), values=values)}
    return {}


def _curve_fault(layout: str, measures: Mapping[str, Any]) -> dict[str, Fault]:
    radius_mm = measures.get("curve_mm", 0)
    if not radius_mm:
        return {}
    known = {name: tuple(one) if isinstance(one, list) else one for name, one in measures.items()}
    least_mm = least_radius_mm(ROW_LENGTHS[layout](replace(LAYOUTS[layout].measures, **known)))
    return {"curve_mm": Fault(template=TOO_BENT, values={"least": least_mm})} if radius_mm < least_mm else {}


_IN_WORDS = {TOO_NEAR: IN_EACH_OTHER, TWICE: LABELS, NO_SEATS: NO_SEATS, TOO_MANY_SEATS: TOO_MANY}


def _seats_about(measures: Mapping[str, Any]) -> int:
    """Return about how many seats these measures make, without making them."""
    rows = measures.get("table_rows") or measures.get("chair_rows") or 1
    sides = 2 * sum(measures.get(name, 0) for name in ("across", "down", "long_side", "short_end"))
    a_row = sum(measures.get("blocks", ())) + sum(measures.get("tables", ())) * measures.get("at_table", 0)
    places = measures.get("places", 0) + sides + a_row * rows
    observers = sum(measures.get("observer_blocks", measures.get("blocks", ()))) * measures["observer_rows"]
    return places * (1 + measures.get("behind", 0)) + observers
