"""The seats of places given, as the history tells them: by their labels, and the part of the meeting."""

from functools import cached_property

from django.utils.translation import gettext

from events.documents.kind_words import said_to
from events.models import GivenPlace, Seat
from events.models.room import ZONES


def address_of(change):
    """The primary key of the plan, zone and number of the place that the change is of."""
    plan, zone, number = change["key"].split(":")
    return int(plan), zone, int(number)


def plan_of(change):
    return address_of(change)[0]


class SeatsTold:
    def __init__(self, changes, *, kind):
        self.kind = kind
        given = [one for one in changes if one["model"] == GivenPlace._meta.label_lower]
        self.plans = {plan_of(one) for one in given}

    def words(self, change, *, part):
        seat = self.seat(change)
        return gettext("%(seat)s, %(part)s") % {"seat": seat, "part": part} if part else seat

    def seat(self, change):
        """Its label at the time, as the act keeps it; of an older act the label now, with the number."""
        _plan, zone, number = address_of(change)
        if change["label"] not in ("", f"{zone} {number}"):
            return change["label"]
        told = said_to(self.kind, ZONES.get(zone, zone))
        values = {"seat": self.labels.get((zone, number), ""), "number": number, "zone": told}
        if values["seat"]:
            return gettext("%(seat)s (place %(number)s)") % values
        return gettext("place %(number)s (%(zone)s)") % values

    @cached_property
    def labels(self):
        seats = Seat.objects.filter(room__event__segments__seating__in=self.plans, is_principal=True)
        rows = seats.filter(place__isnull=False).values_list("place__zone", "place__number", "label")
        return {(zone, number): label for zone, number, label in rows.distinct()}
