"""Large rooms: who sits beside whom among 2,000 places, and files of about 5,000 seats read with all their faults.

A line each; `cpu_s` is the median of seven after one that is not counted, with its aim. The relations grow with the
number of seats and not with its square: `half_cpu_s` is that of half as many.
Run: .venv/bin/python tests/benchmarks/rooms.py; it ends with 1 when an aim is missed.
"""

import sys
from statistics import median
from time import process_time

from ground import tell

TIMES = 7
AIM_S = {"relations": 0.1, "json": 0.6, "table": 0.6}
HALLS = {
    "rows": {"table_rows": 40, "blocks": (10, 30, 10), "observer_blocks": (9, 9, 9), "press_blocks": (0, 0, 0)},
    "theatre": {"chair_rows": 40, "blocks": (25, 25)},
    "round_table": {"places": 2000},
    "hollow_square": {"across": 500, "down": 500},
    "boardroom": {"long_side": 1000},
}
HALF = {
    "rows": {"table_rows": 20},
    "theatre": {"chair_rows": 20},
    "round_table": {"places": 1000},
    "hollow_square": {"across": 250, "down": 250},
    "boardroom": {"long_side": 500},
}
LARGE = {"chair_rows": 100, "blocks": (24, 24), "observer_rows": 2}


def timed(work):
    work()
    seconds = []
    for _ in range(TIMES):
        start = process_time()
        work()
        seconds.append(process_time() - start)
    return median(seconds)


def room(layout, measures):
    from events.domain.seating.layouts import room_of

    return room_of(layout, names={"en": "Hall"}, building={}, city={}, is_approximate=True, measures=measures)


def relations(layout):
    from events.domain.seating.neighbours import place_relations, relations_of

    def found(hall):
        relations_of.cache_clear()
        return place_relations(hall, "table")

    hall, half = room(layout, HALLS[layout]), room(layout, HALLS[layout] | HALF[layout])
    seconds = timed(lambda: found(hall))
    is_met = seconds <= AIM_S["relations"]
    tell(
        layout=layout,
        places=len(place_relations(hall, "table")),
        cpu_s=round(seconds, 3),
        half_cpu_s=round(timed(lambda: found(half)), 3),
        aim_s=AIM_S["relations"],
        is_met=is_met,
    )
    return is_met


def files():
    from events.documents.room_sheets import room_sheet
    from events.domain.seating.room_file import RoomFile, room_json
    from events.operations.room_files import read_room
    from participants.documents.sheets import csv_bytes

    hall = room("theatre", LARGE)
    contents = {
        "json": room_json(RoomFile(slug="hall", source={}, room=hall)).encode(),
        "table": csv_bytes(room_sheet(hall, language="en")),
    }
    for name, content in contents.items():
        seconds = timed(lambda content=content: read_room(content, slug="hall"))
        is_met = seconds <= AIM_S[name]
        tell(file=name, seats=len(hall.seats), cpu_s=round(seconds, 3), aim_s=AIM_S[name], is_met=is_met)
        yield is_met


if __name__ == "__main__":
    met = [*(relations(layout) for layout in HALLS), *files()]
    sys.exit(not all(met))
