"""Principals: how they come and go, and who of the press may be there."""

from django.urls import path

from events.views import arrivals

AT = "meetings/<slug:slug>/arrivals"

urlpatterns = [
    path(f"{AT}/", arrivals.arrivals, name="arrivals"),
    path(f"{AT}/leave/", arrivals.arrivals_leave, name="arrivals_leave"),
    path(f"{AT}/press/", arrivals.arrivals_press, name="arrivals_press"),
    path(f"{AT}/<uuid:uuid>/", arrivals.arrival, name="arrival"),
]
