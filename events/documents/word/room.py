"""How wide the columns of a table are in Word, which breaks a word anywhere rather than widen a column for it."""

import re
from dataclasses import dataclass, replace

from events.documents.pdf.blocks import Run, Table, Wording
from events.documents.pdf.columns import column_widths_pt, holds_words
from events.documents.pdf.style import INK, Ink, Setting
from events.documents.pdf.text import inked, width_pt
from events.documents.pdf.wording import NARROW_NO_BREAK, NO_BREAK, bound, plain

TWIPS_PER_PT, GUTTER_PT = 20, 6.0
# How much wider than ours the letters of a face are that Word takes where it lacks the template's own.
WIDER = 1.35
CELL_PT, HEADER_PT = 10.0, 9.0
# Shares of these sizes, for a table whose words would not stand in its columns at the full ones.
SIZE_SHARES = (1.0, 0.9, 0.8, 0.7)
CELL = Setting(ink=Ink(face="sans", size_pt=CELL_PT * WIDER, color=INK), leading_pt=12)
HEADER = Setting(ink=Ink(face="sans-bold", size_pt=HEADER_PT * WIDER, color=INK), leading_pt=12)
_TOKENS = re.compile(r"[^ \n]+")


@dataclass(frozen=True, kw_only=True)
class Columns:
    """The width of each column in twips, and the sizes of cells and header in half points, 0 for their style's own."""

    widths: tuple[int, ...]
    cell_size: int = 0
    header_size: int = 0


def columns(table: Table, width: int) -> Columns:
    """Return the columns of a table that is `width` twips wide, balanced as in the print; every cell has its margins.

    The letters are smaller where no column could be as wide as its words otherwise.
    """
    room = {"width_pt": width / TWIPS_PER_PT - GUTTER_PT, "gutter_pt": GUTTER_PT}
    for share in SIZE_SHARES:
        set_so = {"cell": _smaller(CELL, share), "head": _smaller(HEADER, share)}
        if holds_words(table, **room, **set_so):
            break
    found = column_widths_pt(table, **room, **set_so, has_hyphens=False)
    found[-1] += GUTTER_PT
    widths = tuple(round(one * TWIPS_PER_PT) for one in found)
    if share == 1:
        return Columns(widths=widths)
    return Columns(widths=widths, cell_size=round(2 * CELL_PT * share), header_size=round(2 * HEADER_PT * share))


def _smaller(setting: Setting, share: float) -> Setting:
    return replace(setting, ink=replace(setting.ink, size_pt=setting.ink.size_pt * share))


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
