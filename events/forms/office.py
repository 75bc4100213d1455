"""The form of the look that the office gives its documents."""

import io
import warnings

from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from PIL import Image

from events.documents.word.checking import LARGEST_BYTES, Unusable, check_template
from events.domain.office import COLOUR, LARGEST_LOGO_BYTES, LEAST_CONTRAST, contrast_on_white
from participants.forms.base import PlannerForm, Versioning, group, row
from participants.forms.texts import TextsFormField

MOST_PIXELS = 6000


class ColourFormField(forms.CharField):
    """A colour as "#RRGGBB", or none; one that is too pale to read on paper is refused."""

    def __init__(self, **kwargs):
        super().__init__(max_length=7, required=False, **kwargs)
        self.widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}

    def clean(self, value):
        text = super().clean(value).upper()
        if not text:
            return ""
        text = text if text.startswith("#") else f"#{text}"
        if not COLOUR.fullmatch(text):
            raise ValidationError(
                _("“%(value)s” is no colour. Write # and six digits or letters up to F, such as #1F4E79."),
                params={"value": value},
            )
        contrast = contrast_on_white(text)
        if contrast < LEAST_CONTRAST:
            raise ValidationError(
                _(
                    "%(value)s is too pale to be read on white paper: its contrast is %(contrast)s, and at least"
                    " %(least)s is needed. Choose a darker one."
                ),
                params={"value": text, "contrast": shown_ratio(contrast), "least": shown_ratio(LEAST_CONTRAST)},
            )
        return text


def shown_ratio(ratio):
    # Rounded down: what falls short of the least must not read as if it reached it.
    return number_format(int(ratio * 10) / 10, 1)


class LogoFormField(forms.FileField):
    widget = forms.FileInput

    def shown(self, value):
        return gettext("a picture of %(size)d kB") % {"size": -(-len(value) // 1000)} if value else gettext("none")


class TemplateFormField(forms.FileField):
    widget = forms.FileInput

    def shown(self, value):
        return gettext("a file of %(size)d kB") % {"size": -(-len(value) // 1000)} if value else gettext("ours")


class OfficeStyleForm(Versioning, PlannerForm):
    accent = ColourFormField(
        label=_("First colour"),
        help_text=_("Of headings, times and rules, such as #1F4E79. Leave it empty for the usual blue."),
    )
    second = ColourFormField(
        label=_("Second colour"),
        help_text=_("Of changes, notices and the mark across a draft. Leave it empty for the usual red."),
    )
    masthead = TextsFormField(
        label=_("Lines at the head of the first page"),
        is_long=True,
        max_length=300,
        help_text=_("At most three, in the place of the organizers' names. Leave them empty to print those."),
    )
    logo = LogoFormField(
        label=_("Logo"),
        required=False,
        help_text=_("A PNG file of at most 2 MB; it stands 16 mm high at the head of the first page."),
        widget=forms.FileInput(attrs={"accept": "image/png"}),
    )
    word_template = TemplateFormField(
        label=_("Word template"),
        required=False,
        help_text=_(
            "A .docx file of at most 2 MB, made from ours: programme, speakers, note and summary are filled into it."
        ),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )
    without_word_template = forms.BooleanField(label=_("Go back to our Word template"), required=False)
    without_logo = forms.BooleanField(label=_("Print no logo"), required=False)

    def __init__(self, *args, instance, **kwargs):
        self.instance = instance
        initial = {name: getattr(instance, name) for name in ("accent", "second", "masthead", "version")}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["version"].required = True
        if not instance.logo:
            del self.fields["without_logo"]
        if not instance.word_template:
            del self.fields["without_word_template"]

    def layout(self):
        removal = ("without_logo",) if "without_logo" in self.fields else ()
        return_to_ours = ("without_word_template",) if "without_word_template" in self.fields else ()
        return Layout(
            "version",
            group(_("Colours"), row("accent", "second")),
            group(_("Masthead"), "masthead", "logo", *removal),
            group(_("Word"), "word_template", *return_to_ours),
        )

    def clean_masthead(self):
        texts = {code: "\n".join(lines_of(text)) for code, text in self.cleaned_data["masthead"].items()}
        if any(text.count("\n") > 2 for text in texts.values()):
            raise ValidationError(_("Give at most three lines in each language."))
        return texts

    def clean_logo(self):
        given = self.cleaned_data["logo"]
        if given is None:
            return None
        if given.size > LARGEST_LOGO_BYTES:
            raise ValidationError(_("The logo is larger than 2 MB. Save it smaller; 1000 pixels across are plenty."))
        content = given.read()
        check_png(content)
        return content

    def clean_word_template(self):
        given = self.cleaned_data["word_template"]
        if given is None:
            return None
        try:
            # One byte beyond what is allowed tells that there is more.
            content = given.read(LARGEST_BYTES + 1)
            check_template(content)
        except Unusable as fault:
            raise ValidationError(str(fault)) from None
        return content

    @property
    def wanted(self):
        """What is to be saved: without a new logo or template the old one stays, unless it is to go."""
        values = {name: self.cleaned_data[name] for name in ("accent", "second", "masthead")}
        for name in ("logo", "word_template"):
            if self.cleaned_data[name] is not None:
                values[name] = self.cleaned_data[name]
            elif self.cleaned_data.get(f"without_{name}"):
                values[name] = b""
        return values


def lines_of(text):
    return [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]


def check_png(content):
    """Raise ValidationError unless `content` is a whole PNG picture of a size one prints."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=["PNG"]) as picture:
                width, height = picture.size
                if max(width, height) > MOST_PIXELS:
                    words = gettext("The logo has %(width)d × %(height)d pixels; at most %(most)d each way will do.")
                    raise ValidationError(words % {"width": width, "height": height, "most": MOST_PIXELS})
                picture.verify()
            with Image.open(io.BytesIO(content), formats=["PNG"]) as picture:
                picture.load()
    # What a damaged picture makes the library raise depends on where it is damaged.
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise ValidationError(_("This is not a PNG picture, or it is damaged. Save the logo as PNG again.")) from None
