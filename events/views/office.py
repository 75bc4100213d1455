"""The look that the office gives its documents, changed on one page."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from events.documents.base import DOCX
from events.documents.word.document import TEMPLATE
from events.forms.office import OfficeStyleForm
from events.models import OfficeChange, OfficeStyle
from events.operations.office import ONLY, change_office_style
from participants.operations.acting import Stale
from participants.views.access import office_view
from participants.views.saving import say_missing


@office_view("edit_office")
def office_style(request):
    row = OfficeStyle.objects.filter(pk=ONLY).first() or OfficeStyle()
    form = OfficeStyleForm(request.POST or None, request.FILES or None, instance=row)
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            change_office_style(version=version, by=request.user, at=timezone.now(), **form.wanted)
        except Stale as stale:
            form.add_stale(stale)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("The look of the documents was saved. It shows on every print from now on."))
            say_missing(request)
            return redirect("events:office_style")
    changes = [told(one) for one in OfficeChange.objects.select_related("by")[:20]]
    context = {"form": form, "style": row, "changes": changes}
    return render(request, "events/office_style.html", context)


def told(change):
    """A change of the look in words: who, when, and each column from what to what."""
    fields = [(label(name), shown(old), shown(new)) for name, (old, new) in change.fields.items()]
    return {"change": change, "fields": fields}


def label(name):
    return capfirst(OfficeStyle._meta.get_field(name).verbose_name)


def shown(value):
    if isinstance(value, bool):
        return _("another file") if value else "–"
    return " / ".join(value.values()) if isinstance(value, dict) else value or "–"


@office_view("edit_office")
def word_template(request):
    headers = {"Content-Disposition": 'attachment; filename="document.docx"'}
    return HttpResponse(TEMPLATE.read_bytes(), content_type=DOCX, headers=headers)
