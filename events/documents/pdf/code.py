"""QR codes (ISO/IEC 18004) as a path of operators: dark modules only, each run of a row one rectangle."""

from functools import lru_cache
from itertools import groupby

import zxingcpp

LEVEL = "M"


@lru_cache(maxsize=200)
def code_rows(text: str) -> tuple[bytes, ...]:
    """Return the modules of the code for `text`, a row a bytes from the top, 1 for dark, without the quiet zone."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=LEVEL)
    picture = memoryview(code.to_image(scale=1, add_quiet_zones=False))
    width = picture.shape[1]
    flat = bytes(picture).translate(_DARK)
    return tuple(flat[start : start + width] for start in range(0, len(flat), width))


_DARK = bytes(1 if value < 128 else 0 for value in range(256))


def code_path(text: str, *, x_pt: float, y_pt: float, size_pt: float) -> str:
    """Return the operators that fill the code for `text` in a square of `size_pt` whose lower left corner is given.

    Around it four modules must stay blank: the quiet zone.
    """
    rows = code_rows(text)
    scale = size_pt / len(rows)
    parts = [f"q {scale:.4f} 0 0 {scale:.4f} {x_pt:.2f} {y_pt:.2f} cm"]
    for number, row in enumerate(rows, start=1):
        column = 0
        for is_dark, run in groupby(row):
            length = len(list(run))
            if is_dark:
                parts.append(f"{column} {len(rows) - number} {length} 1 re")
            column += length
    return " ".join((*parts, "f Q"))
