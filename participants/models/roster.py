"""The Roster, a meeting's key below `events`, with the delegations and delegates it holds."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meetingplanner.languages import DOCUMENT_LANGUAGES, LANGUAGES, USUAL_LANGUAGES
from participants.domain.names import STYLES, fold
from participants.domain.ranks import RANKS
from participants.grounds import GROUNDS
from participants.models.fields import TextsField, Versioned
from participants.models.language_names import language_label

STATUSES = {
    "proposed": _("proposed"),
    "cleared": _("cleared"),
    "invited": _("invited"),
    "tentative": _("tentative"),
    "accepted": _("accepted"),
    "regrets": _("regrets"),
    "withdrawn": _("withdrawn"),
}
PREPARING = ("proposed", "cleared", "invited")
REGISTRATION = {"closed": _("closed"), "open": _("open"), "timed": _("open between two instants")}
REPLIES = ("accepted", "tentative", "regrets")
CHANNELS = {
    "note": _("note verbale"),
    "letter": _("letter"),
    "email": _("e-mail"),
    "phone": _("phone"),
    "link": _("their link"),
}
DELEGATE_ROLES = {"head": _("head of delegation"), "alternate": _("alternate"), "adviser": _("adviser")}
GENDERS = {"f": _("Ms."), "m": _("Mr.")}
SPOKEN = {
    "ar": _("Arabic"),
    "zh": _("Chinese"),
    "en": _("English"),
    "fr": _("French"),
    "ru": _("Russian"),
    "es": _("Spanish"),
    "pt": _("Portuguese"),
    "other": _("another language"),
}


def statuses():
    return list(STATUSES.items())


def channels():
    return list(CHANNELS.items())


def registrations():
    return list(REGISTRATION.items())


def delegate_roles():
    return list(DELEGATE_ROLES.items())


def styles():
    return [(style.code, _(style.label)) for style in STYLES.values()]


def genders():
    return list(GENDERS.items())


def grounds():
    return [(ground.code, _(ground.label)) for ground in GROUNDS.values()]


def ranks():
    return [(rank.code, _(rank.label)) for rank in RANKS.values()]


def usual_languages():
    return list(USUAL_LANGUAGES)


def document_languages():
    return [(code, language_label(code)) for code in DOCUMENT_LANGUAGES]


def validate_document_languages(value):
    """Raise ValidationError unless `value` lists languages of documents, the usual ones among them."""
    unknown = sorted({str(one) for one in value} - set(DOCUMENT_LANGUAGES)) if isinstance(value, list) else [str(value)]
    if unknown:
        raise ValidationError(_("No such language: %(codes)s."), params={"codes": ", ".join(unknown)})
    lacking = [LANGUAGES[code].own_name for code in USUAL_LANGUAGES if code not in value]
    if lacking:
        raise ValidationError(
            _("Documents are always made in %(languages)s."), params={"languages": ", ".join(lacking)}
        )


class Roster(Versioned):
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    first_on = models.DateField(_("first day"))
    zone = models.CharField(_("time zone"), max_length=60)
    observer_places = models.PositiveIntegerField(_("observer places"), default=0, validators=[MaxValueValidator(5000)])
    document_languages = models.JSONField(
        _("languages of the documents"), default=usual_languages, validators=[validate_document_languages]
    )
    registration = models.CharField(_("public form"), max_length=8, choices=registrations, default="closed")
    opens_at = models.DateTimeField(_("form opens at"), null=True, blank=True)
    closes_at = models.DateTimeField(_("form closes at"), null=True, blank=True)
    seconds_released_at = models.DateTimeField(_("second places released at"), null=True, blank=True)
    release_at = models.DateTimeField(_("unanswered places are released at"), null=True, blank=True)
    lapse_at = models.DateTimeField(_("waiting list ends at"), null=True, blank=True)
    cutoff_at = models.DateTimeField(_("grants by hand from"), null=True, blank=True)
    most_places = models.PositiveSmallIntegerField(
        _("most places for one delegation"), default=1, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    reserve_places = models.PositiveIntegerField(
        _("places kept in reserve"), default=0, validators=[MaxValueValidator(5000)]
    )
    is_position_shown = models.BooleanField(_("delegations see their position on the waiting list"), default=True)
    keep_until = models.DateField(_("personal data are kept until"), null=True, blank=True)
    purged_at = models.DateTimeField(_("personal data purged at"), null=True, blank=True, editable=False)
    judged_at = models.DateTimeField(null=True, blank=True, editable=False)
    links_end_at = models.DateTimeField(_("links to answer by end at"), null=True, blank=True)
    changed_at = models.DateTimeField(_("last changed at"))

    class Meta:
        ordering = ("first_on", "slug")
        verbose_name = _("roster")
        verbose_name_plural = _("rosters")

    def __str__(self):
        return self.slug


class Delegation(Versioned):
    roster = models.ForeignKey(Roster, on_delete=models.CASCADE, related_name="delegations")
    entity = models.ForeignKey("participants.Entity", on_delete=models.RESTRICT, related_name="delegations")
    status = models.CharField(_("status"), max_length=12, choices=statuses, default="proposed")
    status_changed_at = models.DateTimeField(null=True, blank=True, editable=False)
    places_at_table = models.PositiveSmallIntegerField(
        _("places at the table"), default=1, validators=[MaxValueValidator(9)]
    )
    places_behind = models.PositiveSmallIntegerField(_("places behind"), default=1, validators=[MaxValueValidator(20)])
    level_announced = models.CharField(_("level announced"), max_length=40, choices=ranks, blank=True)
    is_name_to_follow = models.BooleanField(_("name to follow"), default=False)
    reply_channel = models.CharField(_("reply came by"), max_length=12, choices=channels, blank=True)
    received_at = models.DateTimeField(_("reply received at"), null=True, blank=True)
    contact_name = models.CharField(_("contact"), max_length=120, blank=True)
    contact_email = models.EmailField(_("contact's e-mail"), blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)
    language = models.CharField(_("language of letters and mail"), max_length=8, choices=document_languages, blank=True)
    wants_floor = models.BooleanField(_("asks for the floor"), default=False)
    on_behalf_of = models.CharField(_("on behalf of"), max_length=200, blank=True)
    link_generation = models.PositiveIntegerField(default=1, editable=False)
    released_places = models.PositiveSmallIntegerField(_("places released"), default=0, editable=False)
    released_at = models.DateTimeField(_("places released at"), null=True, blank=True, editable=False)

    class Meta:
        ordering = ("entity__code",)
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        constraints = [
            models.UniqueConstraint(
                fields=("roster", "entity"), name="one_delegation_per_entity",
                violation_error_message=_("This entity has a delegation at the meeting already."),
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.roster_id}: {self.entity_id}"


class Invitation(models.Model):
    """One ground on which a delegation is invited, with its place among those invited on the same ground."""

    delegation = models.ForeignKey(Delegation, on_delete=models.CASCADE, related_name="invitations")
    ground = models.CharField(_("ground"), max_length=24, choices=grounds)
    organ = models.ForeignKey(
        "participants.Entity", on_delete=models.RESTRICT, null=True, blank=True, related_name="+",
        verbose_name=_("acting body"),
    )  # fmt: skip
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    note = models.CharField(_("note"), max_length=250, blank=True)

    class Meta:
        ordering = ("delegation", "ground")
        verbose_name = _("ground of invitation")
        verbose_name_plural = _("grounds of invitation")
        constraints = [
            models.UniqueConstraint(
                fields=("delegation", "ground"), name="each_ground_once",
                violation_error_message=_("The delegation is invited on this ground already."),
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.delegation_id}: {self.ground}"


class Delegate(Versioned):
    delegation = models.ForeignKey(Delegation, on_delete=models.CASCADE, related_name="delegates")
    person = models.ForeignKey(
        "participants.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="delegates",
        verbose_name=_("in the registry"),
    )  # fmt: skip
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    role = models.CharField(_("role"), max_length=12, choices=delegate_roles, default="adviser")
    is_placeholder = models.BooleanField(_("nobody named yet"), default=False)
    style = models.CharField(_("form of address"), max_length=12, choices=styles, default="automatic")
    style_text = TextsField(_("own form of address"))
    gender = models.CharField(_("gender"), max_length=1, choices=genders, blank=True)
    given_names = models.CharField(_("given names"), max_length=120, blank=True)
    family_name = models.CharField(_("family name"), max_length=120, blank=True)
    is_family_name_first = models.BooleanField(_("family name comes first"), default=False)
    function = TextsField(_("function"))
    rank = models.CharField(_("rank"), max_length=40, choices=ranks, default="unspecified")
    capacity = TextsField(_("further capacity"))
    organ = models.ForeignKey(
        "participants.Entity", on_delete=models.RESTRICT, null=True, blank=True, related_name="+",
        verbose_name=_("organ"),
    )  # fmt: skip
    language = models.CharField(_("language"), max_length=8, blank=True)
    access_needs = models.CharField(_("access needs"), max_length=250, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    is_present = models.BooleanField(_("present"), default=False)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    search_key = models.CharField(max_length=400, editable=False, default="")
    sort_key = models.CharField(max_length=250, editable=False, default="")

    class Meta:
        ordering = ("delegation", "position", "pk")
        verbose_name = _("delegate")
        verbose_name_plural = _("delegates")
        constraints = [
            models.UniqueConstraint(
                fields=("delegation",), condition=Q(role="head", withdrawn_at__isnull=True), name="one_head",
                violation_error_message=_("The delegation has a head already."),
            ),
            models.CheckConstraint(
                condition=Q(is_placeholder=True) | ~Q(family_name=""), name="named_or_placeholder",
                violation_error_message=_("Give a family name, or say that nobody is named yet."),
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.given_names} {self.family_name}".strip()

    def save(self, *args, **kwargs):
        self.derive()
        super().save(*args, **kwargs)

    def derive(self):
        self.sort_key = fold(f"{self.family_name} {self.given_names}")[:250]
        self.search_key = fold(" ".join((self.given_names, self.family_name, *self.function.values())))[:400]
