"""The list of meetings and a meeting's own pages."""

from django.urls import path

from events.views import duplicating, history, lists, meetings, overview, retention, settings

urlpatterns = [
    path("meetings/<slug:slug>/duplicate/", duplicating.meeting_duplicate, name="meeting_duplicate"),
    path("", meetings.meetings, name="meetings"),
    path("meetings/new/", meetings.meeting_create, name="meeting_create"),
    path("meetings/<slug:slug>/", overview.overview, name="overview"),
    path("meetings/<slug:slug>/history/", history.history, name="history"),
    path("meetings/<slug:slug>/history.<str:file_format>", history.history_export, name="history_export"),
    path("meetings/<slug:slug>/data/", retention.retention, name="retention"),
    path("meetings/<slug:slug>/data/purge/", retention.retention_purge, name="retention_purge"),
    path("meetings/<slug:slug>/settings/", settings.settings, name="settings"),
    path("meetings/<slug:slug>/settings/what/", settings.settings_what, name="settings_what"),
    path("meetings/<slug:slug>/settings/terms/", settings.settings_terms, name="settings_terms"),
    path("meetings/<slug:slug>/settings/lists/<slug:name>/", lists.settings_list, name="settings_list"),
    path("meetings/<slug:slug>/settings/staff/", settings.settings_staff, name="settings_staff"),
    path("meetings/<slug:slug>/settings/staff/<int:pk>/end/", settings.settings_dismiss, name="settings_dismiss"),
]
