"""Mail and letters of a meeting, and the outbox of an installation without a mail server."""

from django.urls import path

from events.views import letters, mail, mail_writing, outbox

MAIL = "meetings/<slug:slug>/mail/"
LETTERS = "meetings/<slug:slug>/letters/"

urlpatterns = [
    path(MAIL, mail.mail, name="mail"),
    path(f"{MAIL}texts/", mail_writing.mail_texts, name="mail_texts"),
    path(f"{MAIL}texts/<slug:message>/<slug:language>/", mail_writing.mail_text, name="mail_text"),
    path(f"{MAIL}new/<slug:message>/", mail_writing.mail_new, name="mail_new"),
    path(f"{MAIL}<uuid:uuid>/", mail.mail_message, name="mail_message"),
    path(f"{MAIL}<uuid:uuid>/html/", mail.mail_html, name="mail_html"),
    path(f"{MAIL}<uuid:uuid>/invite.ics", mail.mail_calendar, name="mail_calendar"),
    path(f"{MAIL}<uuid:uuid>/again/", mail.mail_again, name="mail_again"),
    path(LETTERS, letters.letters, name="letters"),
    path(f"{LETTERS}letters.zip", letters.letters_file, name="letters_file"),
    path(f"{LETTERS}<uuid:uuid>/", letters.letter, name="letter"),
    path(f"{LETTERS}<uuid:uuid>/<slug:language>/", letters.letter_file, name="letter_file"),
    path(f"{LETTERS}sent/<uuid:uuid>/", letters.letter_entry, name="letter_entry"),
    path("office/outbox/", outbox.outbox, name="outbox"),
    path("office/outbox/<slug:name>/", outbox.outbox_message, name="outbox_message"),
    path("office/outbox/<slug:name>/html/", outbox.outbox_html, name="outbox_html"),
    path("office/outbox/<slug:name>/<int:number>/", outbox.outbox_part, name="outbox_part"),
]
