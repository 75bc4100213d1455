"""The seating plan of halls of 400 seats, nearly all taken, in rows and round a horseshoe, on A3 and on A4.

A line a hall and paper. `drawing_cpu_s` is the processor time from seats with their words to the page drawn (median,
least and most of seven, after one that is not counted), with its aim; `document_cpu_s` the same for the whole print,
from the facts to the lists that follow. How large the letters are, tests/events/documents/test_large_plan.py says.
Run: .venv/bin/python tests/benchmarks/plan.py; it ends with 1 when an aim is missed.
"""

import sys
from statistics import median
from time import process_time

from ground import tell

TIMES = 7
AIM_S = 0.15
LAYOUTS = ("rows", "horseshoe")
PAPERS = ("a3", "a4")


def timed(work):
    work()
    seconds = []
    for _ in range(TIMES):
        start = process_time()
        work()
        seconds.append(process_time() - start)
    return seconds


def measure(layout, paper):
    from events.documents import seating_plan
    from events.documents.base import printed
    from events.documents.pdf.blocks import Title
    from events.documents.pdf.document import body_size_mm, document_pdf
    from events.documents.seat_drawing import drawing
    from tests.events.documents.prints import options
    from tests.large_hall import large_hall

    facts = large_hall(layout)
    values = seating_plan.collect(facts, options(paper=paper))
    width_mm, height_mm = body_size_mm(values.frame)
    size = {"width_mm": width_mm, "height_mm": height_mm - seating_plan.TITLE_MM}

    def draw():
        return document_pdf([Title(text=values.title), drawing(values.sketch, **size)], values.frame)

    def whole():
        return printed(seating_plan.DOCUMENT, facts, options(paper=paper))

    drawn, made = timed(draw), timed(whole)
    figures = {
        "drawing_cpu_s": round(median(drawn), 3),
        "least_s": round(min(drawn), 3),
        "most_s": round(max(drawn), 3),
        "document_cpu_s": round(median(made), 3),
    }
    is_met = median(drawn) <= AIM_S
    tell(layout=layout, paper=paper, seats=len(values.sketch.seats), **figures, aim_s=AIM_S, is_met=is_met)
    return is_met


def main():
    met = [measure(layout, paper) for layout in LAYOUTS for paper in PAPERS]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
