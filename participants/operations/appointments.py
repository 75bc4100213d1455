"""Who has which role at a meeting."""

from datetime import datetime

from participants.models import Appointment, Roster, User
from participants.operations.acting import acting


class AppointedAlready(Exception):
    """The person has the role at this meeting already."""


def appoint(roster: Roster, *, user: User, role: str, by: User | None, at: datetime) -> Appointment:
    """Give `user` the role at the meeting and return the appointment.

    Raises:
        AppointedAlready: there is this appointment already.
        ValidationError: no such role.
    """
    with acting(roster, operation="appoint", by=by, at=at) as act:
        if Appointment.objects.filter(roster=roster, user=user, role=role).exists():
            raise AppointedAlready
        return act.add(Appointment(roster=act.roster, user=user, role=role))


def dismiss(appointment: Appointment, *, by: User | None, at: datetime) -> None:
    """End an appointment at a meeting; one that has ended already is left so."""
    with acting(appointment.roster, operation="dismiss", by=by, at=at) as act:
        current = Appointment.objects.filter(pk=appointment.pk).first()
        if current:
            act.remove(current)
