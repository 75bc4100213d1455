"""The page of one's own account."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from participants.forms.account import AccountForm
from participants.views.access import signed_in_view


@signed_in_view
def account(request):
    form = AccountForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        translation.activate(request.user.language)
        messages.success(request, _("Your account was saved."))
        return redirect("participants:account")
    return render(request, "participants/account.html", {"form": form})
