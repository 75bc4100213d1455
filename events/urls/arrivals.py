"""Principals: their arrivals, who leaves when, and the press; a uuid is a delegate's, of the media an item's."""

from django.urls import path

from events.views import arrivals

PAGE = "meetings/<slug:slug>/arrivals/"

urlpatterns = [
    path(PAGE, arrivals.arrivals, name="arrivals"),
    path(f"{PAGE}leave/", arrivals.arrivals_leave, name="arrivals_leave"),
    path(f"{PAGE}media/<uuid:uuid>/", arrivals.arrivals_media, name="arrivals_media"),
    path(f"{PAGE}<uuid:uuid>/", arrivals.arrival, name="arrival"),
]
