"""How wide the columns of a table are in Word, which breaks a word anywhere rather than widen a column for it."""

import re
from dataclasses import replace

from events.documents.pdf.blocks import Run, Table, Wording
from events.documents.pdf.columns import column_widths_pt
from events.documents.pdf.style import INK, Ink, Setting
from events.documents.pdf.text import inked, width_pt
from events.documents.pdf.wording import NARROW_NO_BREAK, NO_BREAK, bound, plain

TWIPS_PER_PT, GUTTER_PT = 20, 6.0
# How much wider than ours the letters of a face are that Word takes where it lacks the template's own.
WIDER = 1.35
CELL = Setting(ink=Ink(face="sans", size_pt=10 * WIDER, color=INK), leading_pt=12)
HEADER = Setting(ink=Ink(face="sans-bold", size_pt=9 * WIDER, color=INK), leading_pt=12)
_TOKENS = re.compile(r"[^ \n]+")


def widths_twips(table: Table, width: int) -> tuple[int, ...]:
    """Return the width of each column, balanced as in the print; every cell has its margins."""
    room_pt = width / TWIPS_PER_PT - GUTTER_PT
    found = column_widths_pt(table, width_pt=room_pt, gutter_pt=GUTTER_PT, cell=CELL, head=HEADER, has_hyphens=False)
    found[-1] += GUTTER_PT
    return tuple(round(one * TWIPS_PER_PT) for one in found)


def loosened(wording: Wording, width: int) -> Wording:
    """Return `wording` with common spaces for the bound ones of what is wider than a column of `width` twips."""
    room_pt = width / TWIPS_PER_PT - GUTTER_PT
    runs = (wording,) if isinstance(wording, (str, Run)) else wording
    return tuple(_loosened(run if isinstance(run, Run) else Run(text=run), room_pt) for run in runs)


def _loosened(run: Run, room_pt: float) -> Run:
    def loose(match: re.Match) -> str:
        text = match[0]
        is_bound = NO_BREAK in text or NARROW_NO_BREAK in text
        if not is_bound or sum(width_pt(*part) for part in inked(replace(run, text=text), CELL)) <= room_pt:
            return text
        return text.replace(NO_BREAK, " ").replace(NARROW_NO_BREAK, " ")

    return replace(run, text=_TOKENS.sub(loose, bound(plain(run.text))))
