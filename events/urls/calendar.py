"""The calendar of what was issued: its page, the addresses to follow, and single entries to keep."""

from django.urls import path

from events.views import calendar, calendar_addresses, feeds

AT = "meetings/<slug:slug>"

urlpatterns = [
    path(f"{AT}/calendar/", calendar.calendar, name="calendar"),
    path(f"{AT}/calendar/addresses/", calendar_addresses.feed_make, name="feed_make"),
    path(f"{AT}/calendar/addresses/<uuid:uuid>/renew/", calendar_addresses.feed_renew, name="feed_renew"),
    path(f"{AT}/calendar/addresses/<uuid:uuid>/revoke/", calendar_addresses.feed_revoke, name="feed_revoke"),
    path(f"{AT}/calendar/<slug:detail>/<slug:language>/", calendar.calendar_file, name="calendar_file"),
    path(f"{AT}/items/<uuid:uuid>.ics", calendar.item_file, name="item_file"),
    path("m/meetings.ics", feeds.all_meetings_feed, name="all_meetings_feed"),
    path("m/<slug:slug>/programme-<slug:name>.ics", feeds.public_feed, name="public_feed"),
    path("f/<str:token>/programme-<slug:name>.ics", feeds.secret_programme, name="secret_programme"),
    path("f/<str:token>/my-slots.ics", feeds.own_feed, name="own_feed"),
]
