"""The concept note."""

from django.urls import path

from events.views import note

PAGE = "meetings/<slug:slug>/note/"

urlpatterns = [
    path(PAGE, note.note, name="note"),
    path(f"{PAGE}order/", note.note_order, name="note_order"),
    path(f"{PAGE}deletions/<int:number>/", note.note_decide, name="note_decide"),
    path(f"{PAGE}paragraphs/new/", note.note_add, name="note_add"),
    path(f"{PAGE}paragraphs/<uuid:uuid>/", note.note_edit, name="note_edit"),
    path(f"{PAGE}paragraphs/<uuid:uuid>/remove/", note.note_remove, name="note_remove"),
]
