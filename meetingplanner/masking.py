"""What logs do not tell: the secret part of an address that opens something without an account."""

import logging
import re

# Calendars (/f/), replies (/r/) and requests (/o/).
SECRET = re.compile(r"/([fro])/[^/\s\"'?]{8,}")


class MaskSecrets(logging.Filter):
    """Puts an ellipsis in the place of each secret in a message."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = masked(record.getMessage()), None
        return True


def masked(text: str) -> str:
    """Return `text` with "/f/…" for "/f/<token>", and so for the other addresses that are secrets."""
    return SECRET.sub(r"/\1/…", text)
