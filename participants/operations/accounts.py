"""Accounts that the installation itself makes: those of the demonstration."""

import secrets
from dataclasses import dataclass

from django.db import transaction

from participants.models import Appointment, User

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
