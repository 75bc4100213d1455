"""The directory: entities with dated names and statuses, and the groups they belong to."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participants.domain.alphabets import filing_key
from participants.domain.names import fold
from participants.models.fields import TextsField

KINDS = {
    "state": _("State"),
    "observer_state": _("Observer State"),
    "organisation": _("Organization"),
    "united_nations": _("United Nations"),
    "organ": _("Organ of an organization"),
}


def kinds():
    return list(KINDS.items())


def searchable(code, names, aliases=()):
    """Return what an entity is found by: its code, every name it has or had, and what else it is called, folded."""
    texts = (text for one in names for text in (one.list_name, one.formal, one.short, one.abbreviation))
    return fold(" ".join((code, *dict.fromkeys((*texts, *aliases)))))


class Entity(models.Model):
    code = models.CharField(_("code"), max_length=24)
    kind = models.CharField(_("kind"), max_length=24, choices=kinds)
    parent = models.ForeignKey(
        "self",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="organs",
        verbose_name=_("speaks through"),
    )
    roster = models.ForeignKey(
        "participants.Roster", on_delete=models.CASCADE, null=True, blank=True, related_name="local_entities"
    )
    gender_fr = models.CharField(_("gender in French"), max_length=2, blank=True)
    regional_group = models.CharField(_("regional group"), max_length=60, blank=True)
    search_key = models.TextField(editable=False, default="")

    class Meta:
        ordering = ("code",)
        verbose_name = _("entity")
        verbose_name_plural = _("entities")
        constraints = [
            models.UniqueConstraint(
                fields=("code",), condition=Q(roster__isnull=True), name="one_entity_per_code",
                violation_error_message=_("The directory has this code already."),
            ),
            models.UniqueConstraint(
                fields=("roster", "code"), condition=Q(roster__isnull=False), name="one_local_entity_per_code",
                violation_error_message=_("This meeting has this code already."),
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.code


class EntityName(models.Model):
    entity = models.ForeignKey(Entity, on_delete=models.CASCADE, related_name="dated_names")
    language = models.CharField(_("language"), max_length=8)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid until, not including"), null=True, blank=True)
    list_name = models.CharField(_("name in lists"), max_length=200)
    prose = models.CharField(_("name in prose, with article"), max_length=200, blank=True)
    formal = models.CharField(_("formal name"), max_length=250, blank=True)
    short = models.CharField(_("name on plates"), max_length=120, blank=True)
    abbreviation = models.CharField(_("abbreviation"), max_length=40, blank=True)
    sort_key = models.CharField(_("sort key"), max_length=200)

    class Meta:
        ordering = ("entity", "language", "valid_from")
        verbose_name = _("dated name")
        verbose_name_plural = _("dated names")
        constraints = [
            models.UniqueConstraint(fields=("entity", "language", "valid_from"), name="one_name_per_first_day"),
            models.UniqueConstraint(
                fields=("entity", "language"), condition=Q(valid_from__isnull=True), name="one_first_name"
            ),
        ]

    def __str__(self):
        return self.list_name

    def save(self, *args, **kwargs):
        self.derive()
        super().save(*args, **kwargs)

    def derive(self):
        self.sort_key = self.sort_key or filing_key(self.list_name, self.language)[:200]


class EntityAlias(models.Model):
    """What people type and no list prints: "Vatican", "UK", "Birmanie"."""

    entity = models.ForeignKey(Entity, on_delete=models.CASCADE, related_name="aliases")
    alias = models.CharField(_("also called"), max_length=120)

    class Meta:
        ordering = ("entity", "pk")
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        constraints = [models.UniqueConstraint(fields=("entity", "alias"), name="one_alias_of_an_entity")]

    def __str__(self):
        return self.alias


class EntityStatus(models.Model):
    entity = models.ForeignKey(Entity, on_delete=models.CASCADE, related_name="statuses")
    status = models.CharField(_("status"), max_length=40)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid until, not including"), null=True, blank=True)

    class Meta:
        ordering = ("entity", "valid_from")
        verbose_name = _("dated status")
        verbose_name_plural = _("dated statuses")

    def __str__(self):
        return self.status


class DatedGroup(models.Model):
    code = models.CharField(_("code"), max_length=40, unique=True)
    names = TextsField(_("names"))
    ground = models.CharField(_("ground of invitation it serves"), max_length=24, blank=True)
    is_complete = models.BooleanField(_("the list of members is complete"), default=True)

    class Meta:
        ordering = ("code",)
        verbose_name = _("group")
        verbose_name_plural = _("groups")

    def __str__(self):
        return self.code


class GroupMember(models.Model):
    group = models.ForeignKey(DatedGroup, on_delete=models.CASCADE, related_name="members")
    entity = models.ForeignKey(Entity, on_delete=models.RESTRICT, related_name="memberships")
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid until, not including"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=250, blank=True)

    class Meta:
        ordering = ("group", "pk")
        verbose_name = _("member of a group")
        verbose_name_plural = _("members of groups")

    def __str__(self):
        return f"{self.group_id}: {self.entity_id}"


class DrawnState(models.Model):
    year = models.PositiveIntegerField(_("year"), unique=True)
    session = models.PositiveIntegerField(_("session of the General Assembly"))
    entity = models.ForeignKey(Entity, on_delete=models.RESTRICT, related_name="+")
    reference = models.CharField(_("reference"), max_length=60, blank=True)

    class Meta:
        ordering = ("year",)
        verbose_name = _("State drawn")
        verbose_name_plural = _("States drawn")

    def __str__(self):
        return f"{self.year}: {self.entity_id}"
