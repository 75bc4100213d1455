"""Roles given and ended at one meeting."""

from datetime import UTC, datetime

import pytest

from participants.models import Act, Appointment
from participants.operations.appointments import AppointedAlready, appoint, dismiss
from tests import factories

pytestmark = pytest.mark.django_db
AT = datetime(2017, 9, 2, 9, tzinfo=UTC)


def test_appointment_is_made_once_and_ended():
    roster, person = factories.roster(), factories.user()
    made = appoint(roster, user=person, role="viewer", by=None, at=AT)
    with pytest.raises(AppointedAlready):
        appoint(roster, user=person, role="viewer", by=None, at=AT)
    dismiss(made, by=None, at=AT)
    dismiss(made, by=None, at=AT)
    assert Appointment.objects.count() == 0
    assert [act.operation for act in Act.objects.order_by("version")] == ["appoint", "dismiss"]
