"""Prints and other files; the paper and the moment are asked for by parameters."""

from django.urls import path

from events.domain.badges import PATH
from events.views import badge, documents

urlpatterns = [
    path(f"{PATH.removeprefix('/')}<str:token>/", badge.badge, name="badge"),
    path("meetings/<slug:slug>/documents/", documents.documents, name="documents"),
    path("meetings/<slug:slug>/documents/<slug:document>/<slug:language>/", documents.document, name="document"),
]
