"""The seats; which moment is meant is asked for by a parameter."""

from django.urls import path

from events.views import seating, seating_order

PAGE = "meetings/<slug:slug>/seating/"

urlpatterns = [
    path(PAGE, seating.seating, name="seating"),
    path(f"{PAGE}order/", seating.seating_order, name="seating_order"),
    path(f"{PAGE}hand/", seating_order.seating_hand, name="seating_hand"),
    path(f"{PAGE}hand/<slug:zone>/", seating_order.seating_hand_order, name="seating_hand_order"),
    path(f"{PAGE}interpreters/", seating_order.seating_interpreters, name="seating_interpreters"),
    path(f"{PAGE}room/", seating.seating_room, name="seating_room"),
    path(f"{PAGE}seats/", seating.seating_mark, name="seating_mark"),
    path(f"{PAGE}numbers/", seating.seating_numbers, name="seating_numbers"),
]
