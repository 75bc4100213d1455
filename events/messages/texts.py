"""Texts with placeholders such as %(link)s: what is wrong with one that staff wrote, and one filled in."""

import re
from collections.abc import Iterator, Mapping

from events.messages.kinds import MESSAGES
from meetingplanner.languages import phrase

PLACEHOLDER = re.compile(r"%\((\w*)\)s")
FAULTS: dict[str, str] = {
    "unknown": phrase("There is no placeholder %(what)s in this message."),
    "broken": phrase("“%(what)s” is no placeholder; write %%(name)s, or %%%% for a percent sign."),
    "missing": phrase("The message needs %(what)s."),
    "lines": phrase("The subject is one line."),
}


def faults(kind: str, *, subject: str, body: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield (field, sentence to translate, its values) for everything that is wrong with the texts of a message."""
    row = MESSAGES[kind]
    for field, text in (("subject", subject), ("body", body)):
        for name in dict.fromkeys(PLACEHOLDER.findall(text)):
            if name not in row.placeholders or (field == "subject" and name == "link"):
                yield field, FAULTS["unknown"], {"what": f"%({name})s"}
        rest = PLACEHOLDER.sub("", text).replace("%%", "")
        if (at := rest.find("%")) >= 0:
            yield field, FAULTS["broken"], {"what": rest[at : at + 12]}
    for name in row.needs:
        if f"%({name})s" not in body:
            yield "body", FAULTS["missing"], {"what": f"%({name})s"}
    if "\n" in subject.strip() or "\r" in subject.strip():
        yield "subject", FAULTS["lines"], {}


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return `text` with its placeholders replaced; an unknown one stands as it was written."""
    return PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text).replace("%%", "%")
