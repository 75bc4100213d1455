"""The seats; which moment is meant is asked for by a parameter."""

from django.urls import path

from events.views import seat_moves, seat_plans, seat_rules, seating, seating_order

PAGE = "meetings/<slug:slug>/seating/"

urlpatterns = [
    path(PAGE, seating.seating, name="seating"),
    path(f"{PAGE}order/", seating.seating_order, name="seating_order"),
    path(f"{PAGE}hand/", seating_order.seating_hand, name="seating_hand"),
    path(f"{PAGE}hand/<slug:zone>/", seating_order.seating_hand_order, name="seating_hand_order"),
    path(f"{PAGE}interpreters/", seating_order.seating_interpreters, name="seating_interpreters"),
    path(f"{PAGE}proposals/", seat_plans.seating_proposals, name="seating_proposals"),
    path(f"{PAGE}proposals/take/", seat_plans.seating_take, name="seating_take"),
    path(f"{PAGE}undo/", seat_plans.seating_undo, name="seating_undo"),
    path(f"{PAGE}follow/", seat_plans.seating_follow, name="seating_follow"),
    path(f"{PAGE}changed/", seat_plans.seating_changed, name="seating_changed"),
    path(f"{PAGE}move/", seat_moves.seating_move, name="seating_move"),
    path(f"{PAGE}move/now/", seat_moves.seating_moved, name="seating_moved"),
    path(f"{PAGE}pin/<uuid:uuid>/", seat_moves.seating_pin, name="seating_pin"),
    path(f"{PAGE}why/<uuid:uuid>/", seat_moves.seating_why, name="seating_why"),
    path(f"{PAGE}rules/", seat_rules.seating_rules_page, name="seating_rules"),
    path(f"{PAGE}rules/<uuid:uuid>/remove/", seat_rules.seating_rule_removed, name="seating_rule_removed"),
    path(f"{PAGE}room/", seating.seating_room, name="seating_room"),
    path(f"{PAGE}seats/", seating.seating_mark, name="seating_mark"),
    path(f"{PAGE}numbers/", seating.seating_numbers, name="seating_numbers"),
]
