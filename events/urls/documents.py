"""Prints and other files; the paper and the moment are asked for by parameters."""

from django.urls import path

from events.domain.badges import PATH
from events.views import badge, documents, prints

AT = "meetings/<slug:slug>"
ONE = f"{AT}/documents/<slug:document>/<slug:language>"
JOB = f"{AT}/prints/jobs/<uuid:uuid>"

urlpatterns = [
    path(f"{PATH.removeprefix('/')}<str:token>/", badge.badge, name="badge"),
    path(f"{AT}/documents/", documents.documents, name="documents"),
    path(f"{ONE}/", documents.document, name="document"),
    path(f"{ONE}/view/", documents.document_view, name="document_view"),
    path(f"{AT}/prints/", prints.prints_make, name="prints_make"),
    path(f"{AT}/prints/zip/", prints.zip_make, name="zip_make"),
    path(f"{JOB}/", prints.job, name="job"),
    path(f"{JOB}/cancel/", prints.job_cancel, name="job_cancel"),
    path(f"{JOB}/file/", prints.job_file, name="job_file"),
    path(f"{AT}/prints/pictures/<slug:key>/", prints.picture, name="print_picture"),
]
