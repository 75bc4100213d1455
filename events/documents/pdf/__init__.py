"""The printed page: the only importer of reportlab; blocks and plain values in, bytes out, no content of its own.

Documents compose `blocks` in a `frame` and call `document.document_pdf` or `plates.plates_pdf`; they may ask `fit`
what fits and `coverage` which characters no embedded font draws. Nothing else here is for them.
"""
