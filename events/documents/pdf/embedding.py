"""The faces of one document: codes for the glyphs it uses, and the font objects written when it is saved.

A code stands for a glyph and the text it was made from, so that ligatures, small capitals and joined letters are read
back as they were written.
"""

from collections.abc import Iterator
from hashlib import md5
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from events.documents.pdf.fonts import Face, face
from events.documents.pdf.shaping import Piece

# Tables that a page needs none of: shaping is done, and codes lead to glyphs directly.
_LEFT_OUT = ["GSUB", "GPOS", "GDEF", "DSIG", "STAT", "kern", "BASE", "VORG", "vhea", "vmtx", "name", "OS/2"]
_TAG_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ITALIC, _SYMBOLIC = 64, 4
_HAIR = 0.5


class Segment(NamedTuple):
    """What one TJ operator shows: glyphs from left to right that stand on one level.

    `start` from the left end of their piece and `rise` above the base line are in thousandths of the size.
    """

    codes: str
    start: float
    rise: float


class EmbeddedFace:
    """One face in one document; ReportLab calls `addObjects` when it saves."""

    def __init__(self, face: Face, document: PDFDocument) -> None:
        self.face = face
        self.name = f"H{len(document.fontMapping) + 1}"
        self.codes: dict[tuple[int, str], int] = {}
        self.order: list[tuple[int, str]] = [(0, "")]
        self._shown: dict[Piece, tuple[Segment, ...]] = {}
        document.fontMapping[f"shaped {face.name}"] = f"/{self.name}"
        document.delayedFonts.append(self)
        blank = face.shape(" ")
        self.blank, self.blank_width = f"<{self._code(blank.glyphs[0].number, ' '):04X}>", blank.width

    def _code(self, number: int, source: str) -> int:
        key = (number, source)
        code = self.codes.get(key)
        if code is None:
            code = self.codes[key] = len(self.order)
            self.order.append(key)
        return code

    def shown(self, piece: Piece) -> tuple[Segment, ...]:
        """Return `piece` as segments, from left to right: one, unless some marks stand higher or lower."""
        found = self._shown.get(piece)
        if found is None:
            found = self._shown[piece] = tuple(self._segments(piece))
        return found

    def _segments(self, piece: Piece) -> Iterator[Segment]:
        at = 0.0
        for rise, glyphs in groupby(piece.glyphs, key=lambda glyph: glyph.y_offset):
            codes, start = [], at
            for glyph in glyphs:
                if glyph.x_offset and piece.level % 2 and not codes:
                    start += glyph.x_offset
                elif glyph.x_offset:
                    codes.append(f" {-glyph.x_offset:.4g} ")
                codes.append(f"<{self._code(glyph.number, glyph.source):04X}>")
                back = self.face.advance(glyph.number) + glyph.x_offset - glyph.advance
                if abs(back) > _HAIR:
                    codes.append(f" {back:.4g} ")
                at += glyph.advance
            yield Segment("".join(codes).replace("><", ""), start, rise)

    def addObjects(self, document: PDFDocument) -> None:  # noqa: N802
        """Write the font: its program with the used glyphs, its widths, its codes and what they read as."""
        program, places = self._subset()
        tag = "".join(
            _TAG_LETTERS[byte % 26] for byte in md5(repr(self.order).encode(), usedforsecurity=False).digest()
        )
        name = PDFName(f"{tag[:6]}+{self.face.postscript_name}")
        file = _stream(document, program)
        file.dictionary["Length1"] = len(program)
        to_glyphs = b"".join(places[number].to_bytes(2, "big") for number, _ in self.order)
        descendant = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": PDFDictionary(
                {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
            ),
            "FontDescriptor": document.Reference(self._descriptor(name, document.Reference(file))),
            "W": PDFArray([0, PDFArray([round(self.face.advance(number)) for number, _ in self.order])]),
            "DW": 0,
            "CIDToGIDMap": document.Reference(_stream(document, to_glyphs)),
        }
        font = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": name,
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(PDFDictionary(descendant))]),
            "ToUnicode": document.Reference(_stream(document, self._readings().encode())),
        }
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(PDFDictionary(font))

    def _subset(self) -> tuple[bytes, dict[int, int]]:
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({number for number, _ in self.order})
        wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _LEFT_OUT)
        plan = hb.SubsetPlan(self.face.face, wanted)
        return plan.execute().blob.data, plan.old_to_new_glyph_mapping

    def _descriptor(self, name: PDFName, file: object) -> PDFDictionary:
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": _SYMBOLIC | (_ITALIC if self.face.slant_deg else 0),
                "FontBBox": PDFArray([-1000, round(self.face.descent), 2000, round(self.face.ascent)]),
                "ItalicAngle": round(self.face.slant_deg),
                "Ascent": round(self.face.ascent),
                "Descent": round(self.face.descent),
                "CapHeight": round(self.face.cap_height),
                "StemV": 130 if self.face.name.endswith("bold") else 80,
                "FontFile2": file,
            }
        )

    def _readings(self) -> str:
        """Return the ToUnicode map, in UTF-16: characters beyond the first plane as surrogate pairs."""
        lines = [
            f"<{code:04X}> <{source.encode('utf-16-be').hex().upper()}>"
            for code, (_, source) in enumerate(self.order)
            if source
        ]
        parts = [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        ]
        for start in range(0, len(lines), 100):
            hundred = lines[start : start + 100]
            parts += [f"{len(hundred)} beginbfchar", *hundred, "endbfchar"]
        return "\n".join([*parts, "endcmap CMapName currentdict /CMap defineresource pop end end"])


def embedded(document: PDFDocument, face_name: str) -> EmbeddedFace:
    """Return the face `face_name` in `document`, the same object each time."""
    faces = document.__dict__.setdefault("shaped_faces", {})
    found = faces.get(face_name)
    if found is None:
        found = faces[face_name] = EmbeddedFace(face(face_name), document)
    return found


def _stream(document: PDFDocument, content: bytes) -> PDFStream:
    stream = PDFStream(content=content)
    stream.filters = [PDFZCompress] if document.compression else []
    return stream
