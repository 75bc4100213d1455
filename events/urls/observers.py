"""The observers' desk."""

from django.urls import path

from events.views import observers, observers_register

DESK = "meetings/<slug:slug>/observers/"

urlpatterns = [
    path(DESK, observers.observers, name="observers"),
    path(f"{DESK}observers.<str:file_format>", observers.observers_export, name="observers_export"),
    path(f"{DESK}register/", observers_register.observer_register, name="observer_register"),
    path(f"{DESK}new/", observers_register.observer_new, name="observer_new"),
    path(f"{DESK}places/", observers.observer_places, name="observer_places"),
    path(f"{DESK}room/", observers.observer_take_over, name="observer_take_over"),
    path(f"{DESK}<uuid:uuid>/withdraw/", observers.observer_withdraw, name="observer_withdraw"),
]
