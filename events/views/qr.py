"""A QR code as a drawing for pages."""

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from events.documents.pdf.code import code_rows

QUIET = 4


def code_svg(text):
    """The code for `text` as SVG with its quiet zone, one path; it is decoration, the text stands beside it."""
    rows = code_rows(text)
    size = len(rows) + 2 * QUIET
    modules = "".join(
        f"M{column + QUIET} {line + QUIET}h1v1h-1z"
        for line, row in enumerate(rows)
        for column in range(len(row))
        if row[column]
    )
    return format_html(
        '<svg class="code" viewBox="0 0 {0} {0}" width="160" height="160" aria-hidden="true" focusable="false">'
        '<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path fill="#16202b" d="{1}"/></svg>',
        size,
        mark_safe(modules),  # noqa: S308 - letters and figures made here
    )
