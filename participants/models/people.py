"""People: those who sign in, with their roles, and the registry of principals with dated titles."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from meetingplanner.languages import INTERFACE_LANGUAGES, LANGUAGES
from participants.domain.names import fold
from participants.models.fields import TextsField
from participants.roles import ROLES


def interface_languages():
    return [(code, LANGUAGES[code].own_name) for code in INTERFACE_LANGUAGES]


def roles():
    return [(role.code, _(role.label)) for role in ROLES.values()]


class UserManager(BaseUserManager):
    def create_user(self, email, password=None, **fields):
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_superuser=True, is_staff=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    email = models.EmailField(
        _("e-mail address"), unique=True, error_messages={"unique": _("Somebody has this address already.")}
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    language = models.CharField(_("language"), max_length=8, choices=interface_languages, default="en")
    is_staff = models.BooleanField(_("may open the administration pages"), default=False)
    is_active = models.BooleanField(_("may sign in"), default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        ordering = ("email",)
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.UniqueConstraint(
                Lower("email"), name="one_user_per_address",
                violation_error_message=_("Somebody has this address already."),
            )
        ]  # fmt: skip

    def __str__(self):
        return self.name or self.email

    def get_full_name(self):
        return self.name or self.email

    def get_short_name(self):
        return self.name or self.email


class Appointment(models.Model):
    """A role, at one meeting or (without roster) at all of them."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="appointments")
    role = models.CharField(_("role"), max_length=24, choices=roles)
    roster = models.ForeignKey(
        "participants.Roster", on_delete=models.CASCADE, null=True, blank=True, related_name="appointments"
    )

    class Meta:
        ordering = ("roster", "user", "role")
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        constraints = [
            models.UniqueConstraint(
                fields=("user", "role", "roster"), name="one_appointment_per_role",
                violation_error_message=_("This person has this role already."),
            ),
            models.UniqueConstraint(
                fields=("user", "role"), condition=Q(roster__isnull=True), name="one_general_appointment_per_role"
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.user_id}: {self.role}"


class Person(models.Model):
    """A principal as the registry writes the name; delegates may differ from it, and a finding says so."""

    code = models.SlugField(_("code"), unique=True)
    given_names = models.CharField(_("given names"), max_length=120, blank=True)
    family_name = models.CharField(_("family name"), max_length=120)
    is_family_name_first = models.BooleanField(_("family name comes first"), default=False)
    gender = models.CharField(_("gender"), max_length=1, blank=True)
    search_key = models.CharField(max_length=250, editable=False, default="")

    class Meta:
        ordering = ("search_key", "code")
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self):
        return f"{self.given_names} {self.family_name}"

    def save(self, *args, **kwargs):
        self.derive()
        super().save(*args, **kwargs)

    def derive(self):
        self.search_key = fold(f"{self.family_name} {self.given_names}")


class PersonTitle(models.Model):
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="titles")
    entity = models.ForeignKey("participants.Entity", on_delete=models.RESTRICT, related_name="+")
    organ = models.ForeignKey("participants.Entity", on_delete=models.RESTRICT, null=True, blank=True, related_name="+")
    rank = models.CharField(_("rank"), max_length=40)
    title = TextsField(_("title"))
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid until, not including"), null=True, blank=True)

    class Meta:
        ordering = ("person", "valid_from", "pk")
        verbose_name = _("dated title")
        verbose_name_plural = _("dated titles")

    def __str__(self):
        return f"{self.person_id}: {self.rank}"
