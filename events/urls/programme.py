"""The programme: `kind` is segments, items or speeches; "of" names what a row stands in."""

from django.urls import path

from events.views import fitting, programme, programme_people, programme_rows

PAGE = "meetings/<slug:slug>/programme/"

urlpatterns = [
    path(PAGE, programme.programme, name="programme"),
    path(f"{PAGE}segments/<uuid:uuid>/chairs/", programme_people.segment_chairs, name="segment_chairs"),
    path(f"{PAGE}segments/<uuid:uuid>/podium/", programme_people.segment_podium, name="segment_podium"),
    path(f"{PAGE}items/<uuid:uuid>/fit/", fitting.programme_fit, name="programme_fit"),
    path(f"{PAGE}items/<uuid:uuid>/move/", programme.programme_move, name="programme_move"),
    path(f"{PAGE}<slug:kind>/of/<uuid:uuid>/new/", programme_rows.programme_add, name="programme_add"),
    path(f"{PAGE}<slug:kind>/of/<uuid:uuid>/order/", programme.programme_order, name="programme_order"),
    path(f"{PAGE}<slug:kind>/<uuid:uuid>/", programme_rows.programme_edit, name="programme_edit"),
    path(f"{PAGE}<slug:kind>/<uuid:uuid>/withdraw/", programme_rows.programme_withdraw, name="programme_withdraw"),
    path(f"{PAGE}<slug:kind>/<uuid:uuid>/restore/", programme_rows.programme_restore, name="programme_restore"),
]
