"""The checklist of a meeting."""

from django.urls import path

from events.views import checklist

LIST = "meetings/<slug:slug>/checklist/"

urlpatterns = [
    path(LIST, checklist.checklist, name="checklist"),
    path(f"{LIST}add/", checklist.task_add, name="task_add"),
    path(f"{LIST}standard/", checklist.task_standard, name="task_standard"),
    path(f"{LIST}<uuid:uuid>/", checklist.task, name="task"),
    path(f"{LIST}<uuid:uuid>/tick/", checklist.task_tick, name="task_tick"),
]
