"""A principal is replaced, withdraws or changes rank."""

from django.urls import path

from events.views import substituting

urlpatterns = [
    path("meetings/<slug:slug>/delegates/<uuid:uuid>/substitute/", substituting.substitute_page, name="substitute"),
]
