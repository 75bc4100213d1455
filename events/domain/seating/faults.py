"""What is wrong with a room that somebody gives, as values: the place in the file, a sentence and what fills it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from meetingplanner.languages import phrase

# Where a fault stands: a line of a CSV file, a seat or a place of a JSON file, counted from 1.
WHERE: dict[str, str] = {
    "line": phrase("Line %(number)s"),
    "seat": phrase("Seat %(number)s"),
    "place": phrase("Place %(number)s"),
    "file": phrase("The file"),
}


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One fault: `template` is the sentence to translate, `values` its places, `where` a row of WHERE or nothing.

    `label` is that of the seat as far as it has one, `field` the column or key it stands in.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    where: str = ""
    number: int = 0
    label: str = ""
    field: str = ""


class RoomRefused(ValueError):
    """A room that cannot be taken, with all its `faults` in the order of the file."""

    def __init__(self, faults: tuple[Fault, ...]):
        super().__init__("; ".join(fault.template % fault.values for fault in faults))
        self.faults = faults
