"""The agenda as calendar entries."""

from django.urls import path

from events.views import calendar

urlpatterns = [
    path("meetings/<slug:slug>/calendar/", calendar.calendar, name="calendar"),
    path("meetings/<slug:slug>/calendar/<slug:detail>/<slug:language>/", calendar.calendar_file, name="calendar_file"),
]
