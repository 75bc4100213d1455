"""The Outbox: what would have been sent, while the installation is told of no mail server."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from events import outbox as kept
from events.views.mail import HTML_POLICY
from participants.views.access import office_view

MOST = 200


def is_here():
    return settings.EMAIL_BACKEND == "events.outbox.Backend"


@office_view("edit_office")
@require_safe
def outbox(request):
    return render(request, "events/outbox.html", {"is_here": is_here(), "rows": kept.newest(MOST) if is_here() else []})


def one(name):
    found = kept.read(name) if is_here() else None
    if found is None:
        raise Http404
    return found


@office_view("edit_office")
@require_safe
def outbox_message(request, name):
    return render(request, "events/outbox_message.html", {"one": one(name)})


@xframe_options_sameorigin
@office_view("edit_office")
@require_safe
def outbox_html(request, name):
    return HttpResponse(one(name).html, headers={"Content-Security-Policy": HTML_POLICY})


@office_view("edit_office")
@require_safe
def outbox_part(request, name, number):
    parts = one(name).attachments
    if number >= len(parts):
        raise Http404
    _, part = parts[number]
    headers = {"Content-Disposition": f'attachment; filename="part-{number}.{part.get_content_subtype()}"'}
    return HttpResponse(part.get_payload(decode=True), content_type="application/octet-stream", headers=headers)
