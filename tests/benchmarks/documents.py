"""Times the printing engine on made-up facts; one JSON object a line, each scenario in a process of its own.

Every line: pages, bytes, processor seconds of the first print (`first_s`, no word met before) and of the next ones
(median `cpu_s`, `min_s`, `max_s`), megabytes the process held at most (`peak_mb`), the aim, and whether it is met.
`programme_to_floor` draws what the programme's pages show, line by line, on a bare canvas: the floor. `rows_tenfold`
divides the time of 2,000 rows by that of 200. Both print the two in turn, so that a busy machine slows both.

Run: .venv/bin/python tests/benchmarks/documents.py [scenario]; it ends with 1 when an aim is missed.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median
from time import process_time

import pypdfium2
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from events.documents.pdf.blocks import Drawing, GroupRow, Heading, Paragraph, Plate, Rect, Table, Title, bold
from events.documents.pdf.document import document_pdf
from events.documents.pdf.fonts import FILES, FOLDER
from events.documents.pdf.frame import Frame, Masthead
from events.documents.pdf.plates import plates_pdf

RUNS = 7
TURNS = 15
AS_OF = datetime(2017, 9, 19, 14, 5, tzinfo=UTC)
FRAME = Frame(
    title="Programme",
    language="en",
    as_of=AS_OF,
    masthead=Masthead(meeting="Ministerial Meeting", place_and_date="New York, 20 September 2017", reference="M/1"),
    footer="as of 19 September 2017, 10:05 (New York time)",
    mark="PROVISIONAL",
)
SENTENCE = (
    "H.E. Mr. Ibrahim Boubacar Keïta, President of Mali, and the Secretary-General, H.E. Mr. António Guterres, open "
    "the meeting; ministers are invited to speak for at most three minutes in the order of the list of speakers. "
)
WORDS = (SENTENCE * 9).split()


def programme() -> bytes:
    """20 pages, tagged, with a list of 200 rows."""
    blocks = [Title(text="Programme", subtitle="20 September 2017")]
    for section in range(10):
        blocks.append(Heading(text=f"Session {section + 1}"))
        blocks += [
            Paragraph(text=(bold(f"Item {item}"), "\n", SENTENCE * 3), margin=f"{10 + section}:{item * 4:02}")
            for item in range(6)
        ]
    return document_pdf([*blocks, speakers(200)], FRAME)


def speakers(count: int) -> Table:
    rows = tuple(
        (str(row), "Ms. Aïssatou KEÏTA", f"Delegation of State {row}", "Minister for Foreign Affairs", "Head", "3")
        for row in range(count)
    )
    header = ("No.", "Name", "Delegation", "Function", "Capacity", "Minutes")
    return Table(header=header, rows=rows, column_widths=(1, 4, 4, 5, 2, 1.5), numeric=(5,), is_wide=True)


def plates() -> bytes:
    """500 plates, each of a name and a function of its own."""
    cards = [
        Plate(name=f"H.E. Mr. Saint NUMBER {index}", function=f"Minister for Foreign Affairs of State {index}")
        for index in range(500)
    ]
    return plates_pdf(cards, paper="a4", title="Plates", language="en", as_of=AS_OF)


def plan() -> bytes:
    """400 seats, each with a name and a code."""
    seats = tuple(
        Rect(
            x_mm=8 + column * 12,
            y_mm=6 + row * 8,
            width_mm=11,
            height_mm=7,
            text=f"State {row}-{column}",
            code=f"A{row}",
        )
        for row in range(20)
        for column in range(20)
    )
    return document_pdf([Title(text="Plan"), Drawing(width_mm=247, height_mm=165, shapes=seats)], FRAME)


def prose() -> bytes:
    """600 paragraphs of 84 words."""
    return document_pdf([Paragraph(text=" ".join(WORDS[at % 9 : at % 9 + 84])) for at in range(600)], FRAME)


def cells() -> bytes:
    """4,000 cells of 7 words."""
    rows = tuple(tuple(" ".join(WORDS[(4 * row + column) % 90 :][:7]) for column in range(4)) for row in range(1000))
    return document_pdf([Table(header=("One", "Two", "Three", "Four"), rows=rows)], FRAME)


def participants() -> bytes:
    """65 delegations of three."""
    rows = []
    for state in range(65):
        rows.append(GroupRow(text=f"Republic of {state}", code=f"S{state:02}"))
        rows += [(("Mr. Nguyễn ", bold(f"HỒNG {row}")), "Permanent Representative", "Adviser") for row in range(3)]
    table = Table(header=("Delegation and name", "Function", "Capacity"), rows=tuple(rows), is_wide=True)
    return document_pdf([Title(text="Participants"), table], FRAME)


def few_rows() -> bytes:
    return document_pdf([speakers(200)], FRAME)


def many_rows() -> bytes:
    return document_pdf([speakers(2000)], FRAME)


AIMS_S = {programme: 0.25, plates: 1.5, plan: 0.15, participants: None, prose: None, cells: None}


def seconds_of(make: Callable[[], bytes]) -> float:
    start = process_time()
    make()
    return process_time() - start


def peak_mb() -> float:
    """Return the most memory this process has held; Linux counts it in kibibytes."""
    return round(getrusage(RUSAGE_SELF).ru_maxrss / 1024, 1)


def spread(seconds: list[float]) -> dict[str, float]:
    return {
        "cpu_s": round(median(seconds), 4),
        "min_s": round(min(seconds), 4),
        "max_s": round(max(seconds), 4),
    }


def timed(make: Callable[[], bytes], aim_s: float | None) -> dict[str, object]:
    first_s = seconds_of(make)
    figures = spread([seconds_of(make) for _ in range(RUNS)])
    held_mb = peak_mb()
    data = make()
    found = {"pages": len(pypdfium2.PdfDocument(data)), "bytes": len(data), "first_s": round(first_s, 4), **figures}
    found["peak_mb"] = held_mb
    return found if aim_s is None else found | {"aim_s": aim_s, "is_met": figures["cpu_s"] <= aim_s}


def compared(make: Callable[[], bytes], other: Callable[[], bytes], most: float) -> dict[str, object]:
    """Return how many times the time of `other` it takes to `make`, and both times."""
    make(), other()
    turns = [(seconds_of(make), seconds_of(other)) for _ in range(TURNS)]
    mine, others = ([turn[side] for turn in turns] for side in (0, 1))
    ratios = [one / two for one, two in turns]
    times = {"times": round(median(ratios), 2), "min": round(min(ratios), 2), "max": round(max(ratios), 2)}
    found = {**times, make.__name__: spread(mine), other.__name__: spread(others), "peak_mb": peak_mb()}
    return found | {"aim": most, "is_met": times["times"] <= most}


def to_floor() -> dict[str, object]:
    lines = lines_of(programme())
    pdfmetrics.registerFont(TTFont("floor", FOLDER / FILES["sans"]))

    def same_glyphs() -> bytes:
        return drawn(lines)

    return compared(programme, same_glyphs, 5)


def lines_of(data: bytes) -> list[list[tuple[float, float, float, str]]]:
    """Return the lines of each page: left, base line, size and letters."""
    # Its memory is no part of the other figures.
    import pdfplumber

    with pdfplumber.open(BytesIO(data)) as file:
        return [
            [
                (line["x0"], page.height - line["bottom"], line["chars"][0]["size"], line["text"])
                for line in page.extract_text_lines()
            ]
            for page in file.pages
        ]


def drawn(lines: list[list[tuple[float, float, float, str]]]) -> bytes:
    """Return those lines on the pages of a bare canvas, in one face, without tags."""
    file = BytesIO()
    canvas = Canvas(file, pageCompression=1, initialFontName="floor")
    for page in lines:
        for x_pt, y_pt, size_pt, line in page:
            canvas.setFont("floor", size_pt)
            canvas.drawString(x_pt, y_pt, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


SCENARIOS: dict[str, Callable[[], dict[str, object]]] = {
    **{make.__name__: lambda make=make, aim_s=aim_s: timed(make, aim_s) for make, aim_s in AIMS_S.items()},
    "programme_to_floor": to_floor,
    "rows_tenfold": lambda: compared(many_rows, few_rows, 11),
}


def main(names: list[str]) -> int:
    if len(names) == 1:
        found = {"name": names[0], **SCENARIOS[names[0]]()}
        sys.stdout.write(json.dumps(found) + "\n")
        return 0 if found.get("is_met", True) else 1
    # A process each: no scenario finds words that another has met, or carries its memory.
    return max([subprocess.run([sys.executable, __file__, name], check=False).returncode for name in SCENARIOS])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
