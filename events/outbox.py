"""Mail that stays here: each message becomes a file, which the Outbox page shows, unless EMAIL_URL names a server."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMessage as DjangoMessage
from django.core.mail.backends.base import BaseEmailBackend

SUFFIX = ".eml"


class Backend(BaseEmailBackend):
    """Writes each message whole into the outbox folder, or not at all."""

    def send_messages(self, email_messages: Sequence[DjangoMessage]) -> int:
        """Keep the messages and return how many there were."""
        for message in email_messages:
            keep(message.message().as_bytes(linesep="\r\n"))
        return len(email_messages)


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One message of the outbox: the name of its file without ending, when it was written, and what it says."""

    name: str
    at: datetime
    message: EmailMessage

    @property
    def text(self) -> str:
        """The plain text, empty without one."""
        part = self.message.get_body(preferencelist=("plain",))
        return part.get_content() if part else ""

    @property
    def html(self) -> str:
        """The HTML, empty without one."""
        part = self.message.get_body(preferencelist=("html",))
        return part.get_content() if part else ""

    @property
    def attachments(self) -> list[tuple[str, EmailMessage]]:
        """The parts to take away with their names, the calendar among them."""
        return [(part.get_filename() or part.get_content_type(), part) for part in self.message.iter_attachments()]


def folder() -> Path:
    """Return where messages are kept."""
    return Path(settings.EMAIL_FILE_PATH)


def keep(content: bytes) -> None:
    """Write one message."""
    folder().mkdir(parents=True, exist_ok=True)
    name = f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}-{uuid4().hex[:8]}"
    draft = folder() / f"{name}.part"
    draft.write_bytes(content)
    os.replace(draft, folder() / f"{name}{SUFFIX}")


def newest(most: int) -> list[Kept]:
    """Return the newest messages, the latest first."""
    names = sorted((one.stem for one in folder().glob(f"*{SUFFIX}")), reverse=True)
    return [one for name in names[:most] if (one := read(name))]


def read(name: str) -> Kept | None:
    """Return the message of that name, None where there is none."""
    path = folder() / f"{name}{SUFFIX}"
    if path.parent != folder() or not path.is_file():
        return None
    at = datetime.strptime(name[:22], "%Y%m%d-%H%M%S-%f").replace(tzinfo=UTC)
    return Kept(name=name, at=at, message=BytesParser(policy=policy.default).parsebytes(path.read_bytes()))
