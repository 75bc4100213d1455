"""The addresses of a meeting's pages, one module an area."""

from events.urls import (
    arrivals,
    calendar,
    checklist,
    documents,
    lists,
    mail,
    meetings,
    note,
    observers,
    office,
    points,
    programme,
    public,
    revisions,
    rooms,
    script,
    seating,
    substituting,
)

app_name = "events"

urlpatterns = [
    *meetings.urlpatterns,
    *programme.urlpatterns,
    *arrivals.urlpatterns,
    *script.urlpatterns,
    *substituting.urlpatterns,
    *observers.urlpatterns,
    *lists.urlpatterns,
    *seating.urlpatterns,
    *rooms.urlpatterns,
    *documents.urlpatterns,
    *calendar.urlpatterns,
    *points.urlpatterns,
    *note.urlpatterns,
    *office.urlpatterns,
    *mail.urlpatterns,
    *checklist.urlpatterns,
    *revisions.urlpatterns,
    *public.urlpatterns,
]
