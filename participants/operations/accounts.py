"""Accounts: what people change of their own, and those that the installation itself makes for the demonstration."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from participants.models import Appointment, User
from participants.operations.acting import Stale

DEMONSTRATION = (
    ("desk@meeting.example", "Demonstration desk officer", "desk_officer"),
    ("admin@meeting.example", "Demonstration administrator", "administrator"),
)


@dataclass(frozen=True, kw_only=True)
class Account:
    """A demonstration account; `is_open` tells whether the password given still opens it."""

    email: str
    role: str
    password: str
    is_open: bool


@transaction.atomic
def open_demonstration(passwords: dict[str, str]) -> tuple[Account, ...]:
    """Make the demonstration accounts that are not there yet, and return all of them.

    `passwords` are those of earlier runs by address; an account without one gets one drawn at random. An account that
    somebody changed, closed or gave another password is left as it is.
    """
    accounts = []
    for email, name, role in DEMONSTRATION:
        user = User.objects.filter(email=email).first()
        password = passwords.get(email) or secrets.token_urlsafe(12)
        if user is None:
            user = User.objects.create_user(email, password, name=name, is_staff=role == "administrator")
            Appointment.objects.create(user=user, role=role)
        is_open = user.is_active and user.check_password(password)
        accounts.append(Account(email=email, role=role, password=password, is_open=is_open))
    return tuple(accounts)


def make_account(*, email: str, name: str, language: str) -> User:
    """Make an account that nobody can sign in with before its owner has set a password, and return it.

    Raises IntegrityError when the address has an account already.
    """
    return User.objects.create_user(email, None, name=name, language=language)


@transaction.atomic
def change_account(user: User, *, seen: Mapping[str, Any], **wanted: Any) -> User:
    """Change columns of an account and return it as it is now; `seen` has their values as the form showed them.

    Raises Stale where one of them is neither what was seen any more nor what is wanted.
    """
    current = User.objects.select_for_update().get(pk=user.pk)
    if any(getattr(current, name) not in (seen.get(name), value) for name, value in wanted.items()):
        raise Stale(current=current, wanted=wanted)
    for name, value in wanted.items():
        setattr(current, name, value)
    current.save(update_fields=list(wanted))
    return current
