"""Times the PDF engine on made-up facts; one JSON object a line: name, pages, bytes, median CPU seconds, spread.

`same_glyphs` draws what the programme's pages show, line by line, on a bare canvas: the floor. `of_floor` says how many
times the floor the programme takes in the same run; the aim is 0.25 s and at most 5 times.

Run: .venv/bin/python tests/benchmarks/pdf.py
"""

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from statistics import median
from time import process_time

import pdfplumber
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


def prose() -> bytes:
    """600 paragraphs of 84 words."""
    return document_pdf([Paragraph(text=" ".join(WORDS[at % 9 : at % 9 + 84])) for at in range(600)], FRAME)


def cells() -> bytes:
    """4,000 cells of 7 words."""
    rows = tuple(tuple(" ".join(WORDS[(4 * row + column) % 90 :][:7]) for column in range(4)) for row in range(1000))
    return document_pdf([Table(header=("One", "Two", "Three", "Four"), rows=rows)], FRAME)


def programme() -> bytes:
    blocks = [Title(text="Programme", subtitle="20 September 2017")]
    for section in range(10):
        blocks.append(Heading(text=f"Session {section + 1}"))
        blocks += [
            Paragraph(text=(bold(f"Item {item}"), "\n", SENTENCE * 3), margin=f"{10 + section}:{item * 4:02}")
            for item in range(6)
        ]
    rows = tuple(
        (str(row), "Ms. Aïssatou KEÏTA", f"Delegation of State {row}", "Minister for Foreign Affairs", "Head", "3")
        for row in range(200)
    )
    header = ("No.", "Name", "Delegation", "Function", "Capacity", "Minutes")
    blocks.append(Table(header=header, rows=rows, column_widths=(1, 4, 4, 5, 2, 1.5), numeric=(5,), is_wide=True))
    return document_pdf(blocks, FRAME)


def participants() -> bytes:
    rows = []
    for state in range(65):
        rows.append(GroupRow(text=f"Republic of {state}", code=f"S{state:02}"))
        rows += [(("Mr. Nguyễn ", bold(f"HỒNG {row}")), "Permanent Representative", "Adviser") for row in range(3)]
    table = Table(header=("Delegation and name", "Function", "Capacity"), rows=tuple(rows), is_wide=True)
    return document_pdf([Title(text="Participants"), table], FRAME)


def plan() -> bytes:
    seats = tuple(
        Rect(x_mm=10 + column * 17, y_mm=8 + row * 11, width_mm=16, height_mm=9, text=f"State {row}-{column}", code="A")
        for row in range(9)
        for column in range(14)
    )
    return document_pdf([Title(text="Plan"), Drawing(width_mm=247, height_mm=105, shapes=seats)], FRAME)


def plates() -> bytes:
    cards = [Plate(name=f"REPUBLIC OF SAINT NUMBER {index}", function="") for index in range(65)]
    return plates_pdf(cards, paper="a4", title="Plates", language="en", as_of=AS_OF)


def measured(make: Callable[[], bytes]) -> dict[str, object]:
    make()
    seconds = []
    for _ in range(RUNS):
        start = process_time()
        data = make()
        seconds.append(process_time() - start)
    return {
        "name": make.__name__,
        "pages": len(pypdfium2.PdfDocument(data)),
        "bytes": len(data),
        "cpu_s": round(median(seconds), 4),
        "spread_s": round(max(seconds) - min(seconds), 4),
    }


@cache
def lines_of_the_programme() -> tuple[tuple[tuple[float, float, float, str], ...], ...]:
    """The lines of each page: left, base line, size and letters."""
    with pdfplumber.open(BytesIO(programme())) as file:
        return tuple(
            tuple(
                (line["x0"], page.height - line["bottom"], line["chars"][0]["size"], line["text"])
                for line in page.extract_text_lines()
            )
            for page in file.pages
        )


def same_glyphs() -> bytes:
    pdfmetrics.registerFont(TTFont("floor", FOLDER / FILES["sans"]))
    file = BytesIO()
    canvas = Canvas(file, pageCompression=1, initialFontName="floor")
    for page in lines_of_the_programme():
        for x_pt, y_pt, size_pt, line in page:
            canvas.setFont("floor", size_pt)
            canvas.drawString(x_pt, y_pt, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


if __name__ == "__main__":
    found = {
        make.__name__: measured(make) for make in (same_glyphs, prose, cells, programme, participants, plan, plates)
    }
    found["programme"]["of_floor"] = round(found["programme"]["cpu_s"] / found["same_glyphs"]["cpu_s"], 2)
    for one in found.values():
        sys.stdout.write(json.dumps(one) + "\n")
