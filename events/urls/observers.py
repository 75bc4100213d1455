"""The observers' desk."""

from django.urls import path

from events.views import desk, observer_request, observers, observers_register

DESK = "meetings/<slug:slug>/observers/"

urlpatterns = [
    path(DESK, observers.observers, name="observers"),
    path(f"{DESK}observers.<str:file_format>", observers.observers_export, name="observers_export"),
    path(f"{DESK}register/", observers_register.observer_register, name="observer_register"),
    path(f"{DESK}new/", observers_register.observer_new, name="observer_new"),
    path(f"{DESK}places/", observers.observer_places, name="observer_places"),
    path(f"{DESK}room/", observers.observer_take_over, name="observer_take_over"),
    path(f"{DESK}desk/", desk.desk, name="desk"),
    path(f"{DESK}desk/seconds/", desk.desk_seconds, name="desk_seconds"),
    path(f"{DESK}desk/release/", desk.desk_release, name="desk_release"),
    path(f"{DESK}desk/<uuid:uuid>/take-back/", desk.desk_take_back, name="desk_take_back"),
    path(f"{DESK}<uuid:uuid>/", observer_request.observer_request, name="observer_request"),
    path(f"{DESK}<uuid:uuid>/withdraw/", observers.observer_withdraw, name="observer_withdraw"),
]
