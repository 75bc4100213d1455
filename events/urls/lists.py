"""Lists that come and go as files."""

from django.urls import path

from events.views import list_files

PAGE = "meetings/<slug:slug>/lists/"
ONE = f"{PAGE}files/<uuid:uuid>/"

urlpatterns = [
    path(PAGE, list_files.lists, name="lists"),
    path(f"{PAGE}<slug:list_code>.<str:file_format>", list_files.list_export, name="list_export"),
    path(ONE, list_files.list_file, name="list_file"),
    path(f"{ONE}columns/", list_files.list_columns, name="list_columns"),
    path(f"{ONE}review/", list_files.list_review, name="list_review"),
    path(f"{ONE}save/", list_files.list_save, name="list_save"),
]
