from pathlib import Path

import pytest

from events.documents.pdf.blocks import Paragraph, Plate, Table, bold
from events.documents.pdf.coverage import missing_characters, printable

ROOT = Path(__file__).resolve().parents[4]
TEXTS = sorted(
    path
    for folder in ("fixtures", "meetingplanner")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".csv", ".json", ".po"}
)


def test_covered_names_miss_nothing():
    assert missing_characters("Keïta António Nguyễn Thị Hồng Łódź Şahin Ștefan Иванов Ωμέγα ’“”–—…") == ""


def test_missing_characters_are_told_once_in_order_from_strings_and_blocks():
    table = Table(header=("a\u05d0",), rows=((bold("b😀\u05d0"),),))
    assert (
        missing_characters("中", Paragraph(text=("\u1200", "ا")), table, [Plate(name="文\u0e01")])
        == "\u1200\u05d0😀\u0e01"
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("王毅, Minister", "王毅, Minister"),
        ("\u05d0\u05d1, Minister", "[…], Minister"),
        ("Wang \N{GRINNING FACE} Yi", "Wang […] Yi"),
        ("\N{MATHEMATICAL BOLD CAPITAL A}", "A"),
        ("\ue000", "[…]"),
    ],
)
def test_printable_replaces_only_what_no_face_draws(given, expected):
    assert printable(given) == expected


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_faces_cover_every_fixture_and_catalogue(path):
    assert missing_characters(path.read_text(encoding="utf-8")) == ""
