"""What is wrong with a room's file as sentences of the active language."""

from django.utils.translation import gettext

from events.domain.seating.faults import WHERE, Fault


def fault_sentence(fault: Fault) -> str:
    """Return the fault in words, after the place in the file where it stands: "Line 4 (A3), x_mm: …"."""
    values = {name: _printable(value) if isinstance(value, str) else value for name, value in fault.values.items()}
    words = gettext(fault.template) % values
    place = gettext(WHERE[fault.where]) % {"number": fault.number} if fault.where else ""
    label = f"{place} ({_printable(fault.label)})" if fault.label and place else place
    where = ", ".join(filter(None, (label, _printable(fault.field))))
    return gettext("%(where)s: %(words)s") % {"where": where, "words": words} if where else words


def _printable(text: str) -> str:
    # Half a pair of surrogates cannot be sent to a browser.
    return text.encode("utf-8", "replace").decode()
