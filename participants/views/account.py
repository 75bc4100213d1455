"""The page of one's own account."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from participants.forms.account import AccountForm
from participants.models import User
from participants.operations.accounts import change_account
from participants.operations.acting import Stale
from participants.views.access import signed_in_view


@signed_in_view
def account(request):
    form = AccountForm(request.POST or None, instance=User.objects.get(pk=request.user.pk))
    if request.method == "POST" and form.is_valid():
        try:
            user = change_account(request.user, seen=form.seen_values, **form.wanted)
        except Stale as stale:
            form.add_stale(stale)
        else:
            translation.activate(user.language)
            messages.success(request, _("Your account was saved."))
            return redirect("participants:account")
    return render(request, "participants/account.html", {"form": form})
