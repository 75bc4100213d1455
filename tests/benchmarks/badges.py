"""Badges and plates in hundreds: processor time (median, least and most), most memory, and size.

Aims: 1,000 badges with codes under 2.5 s, 120 MB and 2 MB; 500 plates under 1.5 s; ten times the badges, at most eleven
times the time. Each time in a process of its own, which has not met the names before.
Run: .venv/bin/python tests/benchmarks/badges.py
"""

import json
import resource
import subprocess
import sys
from datetime import UTC, datetime
from statistics import median
from time import process_time

from ground import tell

AS_OF = datetime(2017, 9, 20, 13, tzinfo=UTC)
GIVEN = ("Ibrahim Boubacar", "Federica", "António", "Phong", "Şahin", "Łukasz", "Jean-Yves", "Zoë", "Amina", "Haruka")
FAMILY = ("Keïta", "Mogherini", "Guterres", "Nguyễn", "Yılmaz", "Wójcik", "Le Drian", "Müller", "Traoré", "Sato")
COUNTRIES = ("Mali", "Bolivia (Plurinational State of)", "Côte d'Ivoire", "Viet Nam", "Türkiye", "Poland")
FUNCTION = "Minister for Foreign Affairs and International Cooperation"
TIMES = 5


def badges(count):
    from events.documents.pdf.badges import badges_pdf
    from events.documents.pdf.blocks import Badge
    from events.documents.pdf.style import BANDS
    from events.domain.badges import badge_address

    made = [
        Badge(
            names=(("first", GIVEN[n % 10]), ("name", f"{FAMILY[n // 10 % 10]}-{n}".upper())),
            entity=COUNTRIES[n % 6],
            category="Delegate",
            band=tuple(BANDS)[n % 4],
            meeting="Ministerial Meeting on Mali",
            code=badge_address(f"{n:032x}", "https://meetings.example.org"),
            code_alt="Code",
            function=FUNCTION,
        )
        for n in range(count)
    ]
    return lambda: badges_pdf(made, paper="a4", title="Badges", language="en", as_of=AS_OF)


def plates(count):
    from events.documents.pdf.blocks import Plate
    from events.documents.pdf.plates import plates_pdf

    made = [Plate(name=f"{FAMILY[n % 10]} {n}".upper(), function=FUNCTION if n % 5 == 0 else "") for n in range(count)]
    return lambda: plates_pdf(made, paper="a4", title="Plates", language="en", as_of=AS_OF)


CASES = {
    "badges-1000": (badges, 1_000, TIMES),
    "badges-10000": (badges, 10_000, 1),
    "plates-500": (plates, 500, TIMES),
    "plates-5000": (plates, 5_000, 1),
}


def once(name):
    make, count, _ = CASES[name]
    draw = make(count)
    make(10)()
    start = process_time()
    size = len(draw())
    seconds = process_time() - start
    tell(seconds=seconds, bytes=size, peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def measure(name, times):
    command = [sys.executable, __file__, name]
    runs = [json.loads(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(times)]
    seconds = [run["seconds"] for run in runs]
    figures = {"cpu_s": median(seconds), "least_s": min(seconds), "most_s": max(seconds)}
    peak_mb = round(max(run["peak_mb"] for run in runs))
    rounded = {key: round(value, 3) for key, value in figures.items()}
    tell(case=name, bytes=runs[0]["bytes"], peak_mb=peak_mb, **rounded)


def main():
    if sys.argv[1:]:
        once(sys.argv[1])
        return
    for name, (_make, _count, times) in CASES.items():
        measure(name, times)


if __name__ == "__main__":
    main()
