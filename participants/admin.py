"""The administration of the directory and of accounts. What belongs to a meeting is changed by its own pages alone."""

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import BaseUserCreationForm
from django.contrib.auth.models import Group
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from meetingplanner.languages import DOCUMENT_LANGUAGES, LANGUAGES
from participants.domain.protocol import STATUSES
from participants.domain.ranks import RANKS
from participants.forms.texts import TextsFormField
from participants.grounds import GROUNDS
from participants.models import (
    Appointment,
    DatedGroup,
    DrawnState,
    Entity,
    EntityAlias,
    EntityName,
    EntityStatus,
    GroupMember,
    Person,
    PersonTitle,
    User,
)
from participants.models.fields import TextsField
from participants.models.language_names import language_label
from participants.models.roster import GENDERS
from participants.operations.reference import refresh_search_keys
from participants.views.saving import say_missing

# Columns that hold the code of a row of a table; the table is not the model's business, so its choices stand here.
TABLES = {
    ("EntityName", "language"): {code: language_label(code) for code in LANGUAGES},
    ("EntityStatus", "status"): {code: row.label for code, row in STATUSES.items()},
    ("DatedGroup", "ground"): {code: row.label for code, row in GROUNDS.items()},
    ("PersonTitle", "rank"): {code: row.label for code, row in RANKS.items()},
    ("Person", "gender"): GENDERS,
}


class ForAdministrators:
    """Whoever may open the administration pages may do there what they offer, and nobody else anything."""

    def is_administrator(self, request, obj=None):
        return request.user.is_active and request.user.is_staff

    has_module_permission = has_view_permission = has_change_permission = is_administrator
    has_add_permission = has_delete_permission = is_administrator

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        table = TABLES.get((db_field.model.__name__, db_field.name))
        if isinstance(db_field, TextsField):
            return TextsFormField(label=db_field.verbose_name, required=False, languages=DOCUMENT_LANGUAGES)
        if table:
            choices = [("", "–"), *((code, gettext(str(label))) for code, label in table.items())]
            return forms.ChoiceField(choices=choices, label=db_field.verbose_name, required=not db_field.blank)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "sort_key":
            # Left empty, it is made of the name.
            field.required = False
        return field


class ModelAdmin(ForAdministrators, admin.ModelAdmin):
    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        say_missing(request)


class Inline(ForAdministrators, admin.TabularInline):
    extra = 0


class NameInline(Inline):
    model = EntityName


class AliasInline(Inline):
    model = EntityAlias


class StatusInline(Inline):
    model = EntityStatus


class MemberInline(Inline):
    model = GroupMember
    autocomplete_fields = ("entity",)


class TitleInline(ForAdministrators, admin.StackedInline):
    model = PersonTitle
    extra = 0
    autocomplete_fields = ("entity", "organ")


class AppointmentInline(Inline):
    """General appointments only: those at a meeting are made on its own page, which records them."""

    model = Appointment
    fields = ("role",)
    verbose_name_plural = _("roles at every meeting")

    def get_queryset(self, request):
        return super().get_queryset(request).filter(roster__isnull=True)


@admin.register(Entity)
class EntityAdmin(ModelAdmin):
    list_display = ("code", "list_name", "kind", "parent")
    list_filter = ("kind",)
    search_fields = ("search_key", "code")
    fields = ("code", "kind", "parent", "gender_fr", "regional_group")
    autocomplete_fields = ("parent",)
    inlines = (NameInline, AliasInline, StatusInline)

    def get_queryset(self, request):
        rows = super().get_queryset(request).filter(roster__isnull=True)
        return rows.select_related("parent").prefetch_related("dated_names")

    @admin.display(description=_("name in lists"))
    def list_name(self, row):
        names = [one.list_name for one in row.dated_names.all() if one.language == "en"]
        return names[-1] if names else ""

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        refresh_search_keys()


@admin.register(DatedGroup)
class DatedGroupAdmin(ModelAdmin):
    list_display = ("code", "ground", "is_complete")
    inlines = (MemberInline,)


@admin.register(Person)
class PersonAdmin(ModelAdmin):
    list_display = ("family_name", "given_names", "code")
    search_fields = ("search_key", "code")
    inlines = (TitleInline,)


@admin.register(DrawnState)
class DrawnStateAdmin(ModelAdmin):
    list_display = ("year", "session", "entity", "reference")
    list_select_related = ("entity",)
    autocomplete_fields = ("entity",)


class NewUserForm(BaseUserCreationForm):
    class Meta:
        model = User
        fields = ("email", "name", "language")


@admin.register(User)
class AccountAdmin(ForAdministrators, UserAdmin):
    ordering = ("email",)
    list_display = ("email", "name", "is_active", "is_staff")
    list_filter = ("is_active", "is_staff")
    search_fields = ("email", "name")
    filter_horizontal = ()
    readonly_fields = ("last_login",)
    fieldsets = ((None, {"fields": ("email", "password", "name", "language", "is_active", "is_staff", "last_login")}),)
    add_form = NewUserForm
    add_fieldsets = ((None, {"fields": ("email", "name", "language", "password1", "password2")}),)
    inlines = (AppointmentInline,)


# What an administrator may do follows from the account, and what others may from their appointments.
admin.site.unregister(Group)
