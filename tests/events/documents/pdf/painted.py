"""What the pages of a PDF file paint, operator by operator: inside which mark, and where on the page."""

from dataclasses import dataclass

import pikepdf

PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI", "INLINE IMAGE", "Tj", "TJ", "'", '"'}
TEXT = {"Tj", "TJ", "'", '"'}
IDENTITY = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True)
class Painted:
    """One painting operator: `mcid` of its mark, None inside an artifact or outside all marks (`is_marked`)."""

    page: int
    operator: str
    mcid: int | None
    is_marked: bool
    x_pt: float
    y_pt: float


def painted(file):
    """Every painting operator of every page, in order; what a form paints counts as its `Do`."""
    return [one for number, page in enumerate(file.pages) for one in _of_page(number, page)]


def _of_page(number, page):
    marks, saved, matrix, line, text, leading = [], [], IDENTITY, IDENTITY, IDENTITY, 0.0
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        values = [float(one) for one in operands] if name in ("cm", "Tm", "Td", "TD", "TL") else operands
        if name in ("BDC", "BMC"):
            marks.append((str(operands[0]), operands[1].get("/MCID") if name == "BDC" else None))
        elif name == "EMC":
            marks.pop()
        elif name == "q":
            saved.append(matrix)
        elif name == "Q":
            matrix = saved.pop()
        elif name == "cm":
            matrix = times(values, matrix)
        elif name == "BT":
            line = text = IDENTITY
        elif name == "Tm":
            line = text = tuple(values)
        elif name in ("Td", "TD"):
            leading = -values[1] if name == "TD" else leading
            line = text = times((1, 0, 0, 1, *values), line)
        elif name == "TL":
            leading = values[0]
        elif name == "T*":
            line = text = times((1, 0, 0, 1, 0, -leading), line)
        elif name in PAINTS:
            numbers = [int(mcid) for _, mcid in marks if mcid is not None]
            is_marked = bool(numbers) or any(tag == "/Artifact" for tag, _ in marks)
            place = times(text, matrix) if name in TEXT else matrix
            yield Painted(number, name, numbers[-1] if numbers else None, is_marked, place[4], place[5])
    assert not marks
    assert not saved


def times(first, second):
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
