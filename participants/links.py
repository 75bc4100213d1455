"""Links without an account: a signed token names one delegation, or one request, and a generation of its link.

Raising the generation revokes every token made before; a token of the present generation can be made again at any
time, so that a reminder repeats the link. Nothing personal is in it.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime
from uuid import UUID

from django.core.signing import BadSignature, Signer

from participants.models import Delegation, Request

SALT = "participants.links"


class Ended(Exception):
    """The link was good once: `row` is what it led to, revoked or past its last day."""

    def __init__(self, row: Delegation | Request):
        super().__init__(str(row.uuid))
        self.row = row


def token_of(row: Delegation | Request) -> str:
    """Return the token of the present link to `row`: letters, digits, "-", "_" and dots."""
    name = urlsafe_b64encode(row.uuid.bytes).decode().rstrip("=")
    return _signer(type(row)).sign(f"{name}.{row.link_generation}")


def delegation_of(token: str, *, at: datetime) -> Delegation:
    """Return the delegation that `token` leads to at an instant, with its roster. One query, none for a forgery.

    Raises LookupError for what is no token of a delegation, Ended for one that was revoked or is past its end.
    """
    return _row(Delegation, token, at)


def request_of(token: str, *, at: datetime) -> Request:
    """Return the request that `token` leads to, as `delegation_of` does."""
    return _row(Request, token, at)


def _row(model: type[Delegation] | type[Request], token: str, at: datetime) -> Delegation | Request:
    uuid, generation = _read(model, token)
    row = model._default_manager.select_related("roster__event").filter(uuid=uuid).first()
    if row is None:
        raise LookupError(token)
    ends_at = row.roster.links_end_at
    if row.link_generation != generation or (ends_at is not None and at >= ends_at):
        raise Ended(row)
    return row


def _read(model: type[Delegation] | type[Request], token: str) -> tuple[UUID, int]:
    try:
        name, generation = _signer(model).unsign(token).split(".")
        return UUID(bytes=urlsafe_b64decode(f"{name}==")), int(generation)
    except (BadSignature, ValueError) as error:
        raise LookupError(token) from error


def _signer(model: type[Delegation] | type[Request]) -> Signer:
    return Signer(salt=f"{SALT}.{model._meta.model_name}", sep=".")
