"""What was issued, and the page that the code of a print leads to."""

from django.urls import path

from events.domain.edition import PATH
from events.views import print_state, revision_telling, revisions

AT = "meetings/<slug:slug>/revisions"

urlpatterns = [
    path(f"{AT}/", revisions.revisions, name="revisions"),
    path(f"{AT}/compare/", revisions.compared, name="revisions_compared"),
    path(f"{AT}/<int:number>/", revisions.revision, name="revision"),
    path(f"{AT}/<int:number>/make/", revisions.revision_prints, name="revision_prints"),
    path(f"{AT}/<int:number>/languages/", revisions.revision_languages, name="revision_languages"),
    path(f"{AT}/<int:number>/tell/", revision_telling.revision_tell, name="revision_tell"),
    path(f"{AT}/<int:number>/prints/<str:token>/", revisions.revision_print, name="revision_print"),
    path(f"{PATH.removeprefix('/')}<str:token>/", print_state.print_state, name="print_state"),
]
