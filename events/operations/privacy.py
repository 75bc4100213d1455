"""The tables of events that hold personal data, told to the purge of participants."""

from events.models import Job, Letter, Mail, Speech, StoredPrint
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
)  # fmt: skip


def tell_privacy() -> None:
    """Let the purge know the tables of this app."""
    register(TABLES)
