"""Pages that need no account: behind a signed link, and the public form for observer places."""

from django.urls import path

from events.views import public_programme, public_request, reply

urlpatterns = [
    path("r/<token>/", reply.reply, name="reply"),
    path("r/<token>/meeting.ics", reply.reply_calendar, name="reply_calendar"),
    path("o/<token>/", reply.request_page, name="request"),
    path("o/<token>/withdraw/", reply.request_withdraw, name="request_withdraw"),
    path("m/<slug:slug>/", public_programme.programme, name="public_programme"),
    path(
        "m/<slug:slug>/programme-<slug:language>.pdf", public_programme.programme_print, name="public_programme_print"
    ),
    path("m/<slug:slug>/observers/", public_request.observers_form, name="observers_form"),
]
