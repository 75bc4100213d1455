"""What the code of a badge holds: an address, and in it a delegate's identity that says nothing to a stranger."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID

LENGTH = 22
PATH = "/b/"


def token_of(uuid: str) -> str:
    """Return the 22 letters that stand for a delegate: its random uuid, shorter, and good for a code."""
    return urlsafe_b64encode(UUID(uuid).bytes).decode().rstrip("=")


def uuid_of(token: str) -> str:
    """Return the uuid behind a token. Raises ValueError for anything that `token_of` does not give."""
    if len(token) != LENGTH or not token.isascii():
        raise ValueError(token)
    uuid = str(UUID(bytes=urlsafe_b64decode(f"{token}==")))
    if token_of(uuid) != token:
        raise ValueError(token)
    return uuid


def badge_address(uuid: str, public_url: str) -> str:
    """Return the address of the page that says whose badge it is; the token alone where no address is known."""
    return f"{public_url.rstrip('/')}{PATH}{token_of(uuid)}/" if public_url else token_of(uuid)
