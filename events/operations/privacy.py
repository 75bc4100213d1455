"""The tables of events that hold personal data, told to the purge of participants."""

from events.models import (
    Arrival,
    Feed,
    IssuedCalendar,
    IssuedPrint,
    Item,
    Job,
    Letter,
    Mail,
    Revision,
    ScriptLine,
    SeatingRule,
    Speech,
    StoredPrint,
)
from participants.operations.privacy import Personal, register

TABLES = (
    Personal(
        model=Mail, of="roster",
        blank={"to": "", "subject": "", "text": "", "html": "", "calendar": "", "words": "", "state": "dropped"},
    ),
    Personal(model=Speech, of="item__segment__event__roster", blank={"on_behalf_of": {}, "capacity": {}}),
    Personal(model=Letter, of="delegation__roster", blank={"note": "", "sent_by": None}),
    Personal(model=Job, of="roster", is_removed=True),
    Personal(model=StoredPrint, of="roster", is_removed=True),
    Personal(model=Item, of="segment__event__roster", blank={"order_why": "", "order_by": None}),
    Personal(model=Arrival, of="event__roster", is_removed=True),
    Personal(model=SeatingRule, of="plan__segment__event__roster", is_removed=True),
    Personal(model=ScriptLine, of="event__roster", is_removed=True),
    Personal(
        model=Revision, of="roster",
        blank={"facts": "", "changes": [], "cancelled": [], "own": {}, "note": "", "by": None},
        stamped=("withdrawn_at",),
    ),
    Personal(model=IssuedPrint, of="revision__roster", blank={"content": b"", "size": 0, "name": "", "wanted": {}}),
    Personal(model=IssuedCalendar, of="revision__roster", is_removed=True),
    Personal(model=Feed, of="roster", blank={"purpose": "", "delegate": None, "by": None}, stamped=("revoked_at",)),
)  # fmt: skip


def tell_privacy() -> None:
    """Let the purge know the tables of this app."""
    register(TABLES)
