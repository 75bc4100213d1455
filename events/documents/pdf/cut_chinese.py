"""Cuts Noto Sans SC to what documents need: GB 2312 and the punctuation around it. Run once for each new version.

    npm pack @expo-google-fonts/noto-sans-sc && tar xzf expo-google-fonts-noto-sans-sc-*.tgz
    python -m events.documents.pdf.cut_chinese package

The same input gives the same bytes. Needs fonttools, which only requirements-dev.txt names; printing doesn't use this.
"""

import sys
from pathlib import Path

FOLDER = Path(__file__).parent / "fonts" / "noto-sans-sc"
CUTS = {
    "400Regular/NotoSansSC_400Regular.ttf": "NotoSansSC-Regular.GB2312.ttf",
    "700Bold/NotoSansSC_700Bold.ttf": "NotoSansSC-Bold.GB2312.ttf",
}
# Latin, general punctuation, CJK punctuation, and the half and full widths of both.
BESIDES = ((0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2049), (0x3000, 0x303F), (0xFF01, 0xFF9F), (0xFFE0, 0xFFE6))
FEATURES = ["ccmp", "kern", "locl"]


def characters() -> list[int]:
    """Return the code points kept, in ascending order: 7445 of GB 2312, and BESIDES."""
    rows = (bytes((lead, trail)) for lead in range(0xA1, 0xF8) for trail in range(0xA1, 0xFF))
    standard = {ord(char) for row in rows for char in row.decode("gb2312", errors="ignore")}
    return sorted(standard.union(*(range(first, last + 1) for first, last in BESIDES)))


def cut(source: Path, target: Path) -> None:
    """Write to `target` the font file `source` with only `characters()`; its names and licence stay."""
    from fontTools import subset

    options = subset.Options(layout_features=FEATURES, hinting=False, name_IDs=["*"], notdef_outline=True)
    options.drop_tables += ["DSIG", "STAT", "VORG", "vhea", "vmtx", "BASE"]
    font = subset.load_font(str(source), options)
    font.recalcTimestamp = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters())
    cutter.subset(font)
    subset.save_font(font, str(target), options)
    font.close()


def main(package: str) -> None:
    """Cut every file of CUTS found in the unpacked npm package at `package`."""
    for source, target in CUTS.items():
        cut(Path(package) / source, FOLDER / target)
        sys.stdout.write(f"{target}: {(FOLDER / target).stat().st_size} bytes\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
