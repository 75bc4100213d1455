"""The form of one line of the run of show."""

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from participants.forms.base import VersionedPlainForm

LONGEST = 2000


class LineForm(VersionedPlainForm):
    """`seen` is the digest of the generated words that the page showed; `version` is 0 where nothing is written."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    text = forms.CharField(
        label=_("Words"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("As they are said aloud. To say nothing here, leave the line out."),
    )

    def add_moved(self, *, generated, seen):
        """The programme changed since the page was shown: the words generated now stand beside those typed."""
        words = gettext("The programme changed meanwhile. Generated now: %(words)s Save again to keep your words.")
        self.add_error("text", words % {"words": generated})
        self.take_over(seen=seen)

    def layout(self):
        return Layout("version", "seen", "text")
