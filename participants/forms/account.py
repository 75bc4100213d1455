"""What people who sign in say of themselves."""

import json

from django import forms

from participants.forms.base import PlannerModelForm, TakingOver, shown
from participants.models import User


class AccountForm(TakingOver, PlannerModelForm):
    # An account has no version: the administration and the language buttons change it too.
    seen = forms.JSONField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = User
        fields = ("name", "language")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["seen"] = {name: getattr(self.instance, name) for name in self.Meta.fields}

    @property
    def wanted(self):
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    @property
    def seen_values(self):
        given = self.cleaned_data.get("seen")
        return given if isinstance(given, dict) else {}

    def add_stale(self, stale):
        now = {name: getattr(stale.current, name) for name in self.Meta.fields}
        for name, value in stale.wanted.items():
            if now[name] != value:
                field = self.fields[name]
                self.add_differing(name, current=shown(field, now[name]), yours=shown(field, value))
        self.take_over(seen=json.dumps(now))
