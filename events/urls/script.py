"""The run of show: by presiding officer and language, a line of it, and the same for a lectern's screen."""

from django.urls import path

from events.views import script

PAGE = "meetings/<slug:slug>/script/"

urlpatterns = [
    path(PAGE, script.script_page, name="script"),
    path(f"{PAGE}screen/", script.script_screen, name="script_screen"),
    path(f"{PAGE}<slug:language>/<uuid:uuid>/<slug:place>/", script.script_line, name="script_line"),
]
