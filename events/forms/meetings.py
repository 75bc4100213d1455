"""Forms of the meeting itself: made from blank, and its facts by meaning."""

from zoneinfo import available_timezones

from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.utils.translation import gettext_lazy as _

from events.documents.kind_words import said_to
from events.domain import wallclock
from events.domain.items import SPOKEN_LANGUAGES
from events.models import Event
from events.models.event import OUTCOMES, levels, meeting_kinds
from meetingplanner.languages import DOCUMENT_LANGUAGES, USUAL_LANGUAGES
from participants.forms.base import PlannerForm, VersionedForm, group, row, shown
from participants.forms.choosing import SuggestInput
from participants.forms.texts import TextsFormField
from participants.forms.wallclock import WallClockFormField, check_zone
from participants.models import Roster
from participants.models.language_names import language_label

MEETING_LANGUAGES = tuple((code, _(name)) for code, name in SPOKEN_LANGUAGES.items())
RESERVED_SLUGS = ("new",)


def zones():
    return sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "posix/")))


class ZoneFormField(forms.CharField):
    widget = SuggestInput(suggestions=zones)

    def __init__(self, **kwargs):
        super().__init__(max_length=60, **kwargs)

    def clean(self, value):
        text = super().clean(value).replace(" ", "_")
        by_key = {zone.lower(): zone for zone in zones()}
        by_city = [zone for key, zone in by_key.items() if key.rpartition("/")[2] == text.lower()]
        zone = text if wallclock.is_zone(text) else by_key.get(text.lower())
        if zone is None and len(by_city) == 1:
            zone = by_city[0]
        if zone is None:
            raise ValidationError(
                _("There is no time zone “%(zone)s”. Choose one of the list, such as America/New_York."),
                params={"zone": value},
            )
        return zone


class AddressFormField(forms.SlugField):
    default_error_messages = {"invalid": _("Use small letters, figures and hyphens only, such as mali-2017.")}

    def __init__(self, **kwargs):
        super().__init__(max_length=60, **kwargs)

    def clean(self, value):
        slug = super().clean((value or "").strip().lower())
        if slug in RESERVED_SLUGS:
            raise ValidationError(_("This address is taken by a page of its own. Choose another."))
        return slug


class DocumentLanguagesField(forms.MultipleChoiceField):
    """The languages a meeting prints in, in the order of LANGUAGES; the usual ones are ticked and stay so."""

    def __init__(self, **kwargs):
        super().__init__(
            label=_("Languages of the documents"),
            choices=[(code, language_label(code)) for code in DOCUMENT_LANGUAGES],
            widget=forms.CheckboxSelectMultiple,
            initial=list(USUAL_LANGUAGES),
            required=False,
            help_text=_("In which its texts are written and its documents checked. English and French always are."),
            **kwargs,
        )

    def clean(self, value):
        wanted = {*super().clean(value), *USUAL_LANGUAGES}
        return [code for code in DOCUMENT_LANGUAGES if code in wanted]


class MeetingFacts(PlannerForm):
    title = TextsFormField(label=_("Title"), needs="any", max_length=300)
    slug = AddressFormField(
        label=_("Address"), help_text=_("The last part of the page's address, such as mali-2017. It should not change.")
    )
    zone = ZoneFormField(label=_("Time zone"), help_text=_("Of the place where it is held, such as America/New_York."))
    starts = WallClockFormField(label=_("Start"), help_text=_("Date and time in that zone."))
    ends = WallClockFormField(label=_("End"), help_text=_("When the room must be free."))
    kind = forms.ChoiceField(
        label=_("Kind of meeting"),
        choices=meeting_kinds,
        help_text=_(
            "What prints call it, and who presides: a meeting with its chair, or a sitting with its President."
        ),
    )
    level = forms.ChoiceField(label=_("Level"), choices=levels)
    languages = forms.MultipleChoiceField(
        label=_("Languages of the meeting"),
        choices=MEETING_LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("In which people may speak, with interpretation."),
    )

    document_languages = DocumentLanguagesField()

    # The row whose address is changed; a new meeting has none.
    roster = None

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if Roster.objects.filter(slug=slug).exclude(pk=getattr(self.roster, "pk", None)).exists():
            raise ValidationError(_("Another meeting has this address."))
        return slug

    def clean(self):
        cleaned = super().clean()
        zone = cleaned.get("zone")
        if zone:
            check_zone(self, zone, "starts", "ends")
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if zone and starts and ends and wallclock.instant(ends, zone) <= wallclock.instant(starts, zone):
            self.add_error("ends", _("The end must come after the start."))
        return cleaned


class MeetingCreateForm(MeetingFacts):
    observer_places = forms.IntegerField(
        label=_("Observer places"),
        min_value=0,
        max_value=5000,
        initial=0,
        help_text=_("How many observers may attend. It can be changed as soon as the room is known."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("kind", "conference")
        self.initial.setdefault("level", "ministerial")
        self.initial.setdefault("languages", ["en", "fr"])
        self.fields["slug"].widget.attrs["data-slug-from"] = "id_title_0"

    def layout(self):
        return Layout(
            group(_("What"), "title", "slug", "kind", "level", "languages", "document_languages"),
            group(_("When"), "zone", "starts", "ends"),
            group(_("Who may watch"), "observer_places"),
        )


class WhatForm(MeetingFacts, VersionedForm):
    short_title = TextsFormField(
        label=_("Short title"), required=False, max_length=80, help_text=_("For headers and lists; else the title.")
    )
    in_margins_of = TextsFormField(
        label=_("Occasion"),
        required=False,
        max_length=250,
        help_text=_(
            "The larger event in whose margins it is held, with its article: the general debate. In Russian as it "
            "stands after “параллельно с”: общими прениями."
        ),
    )

    class Meta:
        model = Event
        fields = ("title", "short_title", "in_margins_of", "kind", "level", "languages", "starts", "ends")

    def __init__(self, *args, roster, **kwargs):
        super().__init__(*args, **kwargs)
        self.roster = roster
        self.initial |= {name: getattr(roster, name) for name in ("slug", "zone", "document_languages")}
        for name in ("starts", "ends"):
            self.fields[name].widget.zone = roster.zone

    def add_stale(self, stale):
        super().add_stale(stale)
        for name in ("slug", "zone", "document_languages"):
            yours, current = self.cleaned_data.get(name), getattr(self.roster, name)
            if yours and yours != current:
                told = {"current": current, "yours": yours}
                self.add_differing(name, **{one: shown(self.fields[name], value) for one, value in told.items()})

    def layout(self):
        return Layout(
            "version",
            group(_("What"), "title", "short_title", "in_margins_of", "kind", "level", "languages"),
            group(_("Documents"), "document_languages"),
            group(_("When"), "zone", "starts", "ends"),
            group(_("Where on this site"), "slug"),
        )


class TermsForm(VersionedForm):
    reply_deadline = WallClockFormField(label=_("Reply by"), required=False)
    interpretation_ends = WallClockFormField(
        label=_("Interpretation ends"),
        required=False,
        help_text=_("When the interpreters leave; nothing can be said in other languages after it."),
    )

    class Meta:
        model = Event
        fields = (
            "contact_name",
            "contact_email",
            "contact_phone",
            "reply_deadline",
            "interpretation_ends",
            "is_programme_public",
            "reference",
            "outcome",
            "secretariat_seats",
            "press_seats",
            "reserve_seats",
        )

    def __init__(self, *args, roster, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("reply_deadline", "interpretation_ends"):
            self.fields[name].zone = roster.zone
        kind = self.instance.kind
        self.fields["outcome"].choices = [(code, said_to(kind, label)) for code, label in OUTCOMES.items()]
        for name in ("secretariat_seats", "press_seats", "reserve_seats"):
            self.fields[name].validators.append(
                MaxValueValidator(
                    5000, message=_("No room has more than %(limit_value)d seats. Give a smaller number.")
                )
            )

    def layout(self):
        return Layout(
            "version",
            group(_("Contact"), "contact_name", row("contact_email", "contact_phone")),
            group(_("Terms"), "reply_deadline", "interpretation_ends", "reference", "outcome"),
            group(_("For everybody"), "is_programme_public"),
            group(_("Seats kept back"), row("secretariat_seats", "press_seats", "reserve_seats")),
        )
