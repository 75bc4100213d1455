"""What people who sign in say of themselves."""

from participants.forms.base import PlannerModelForm
from participants.models import User


class AccountForm(PlannerModelForm):
    class Meta:
        model = User
        fields = ("name", "language")
