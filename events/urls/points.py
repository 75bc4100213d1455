"""The open points."""

from django.urls import path

from events.views import points

PAGE = "meetings/<slug:slug>/open-points/"

urlpatterns = [
    path(PAGE, points.open_points, name="open_points"),
    path(f"{PAGE}new/", points.open_point_add, name="open_point_add"),
    path(f"{PAGE}<uuid:uuid>/", points.open_point, name="open_point"),
    path(f"{PAGE}<uuid:uuid>/change/", points.open_point_edit, name="open_point_edit"),
    path(f"{PAGE}<uuid:uuid>/settle/", points.open_point_settle, name="open_point_settle"),
    path(f"{PAGE}<uuid:uuid>/options/<int:number>/", points.open_point_option, name="open_point_option"),
    path(f"{PAGE}<uuid:uuid>/reopen/", points.open_point_reopen, name="open_point_reopen"),
]
