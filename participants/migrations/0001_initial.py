import uuid

import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import participants.models.entities
import participants.models.fields
import participants.models.people
import participants.models.roster


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="DatedGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=40, unique=True, verbose_name="code")),
                ("names", participants.models.fields.TextsField(blank=True, default=dict, verbose_name="names")),
                ("ground", models.CharField(blank=True, max_length=24, verbose_name="ground of invitation it serves")),
                ("is_complete", models.BooleanField(default=True, verbose_name="the list of members is complete")),
            ],
            options={
                "verbose_name": "group",
                "verbose_name_plural": "groups",
                "ordering": ("code",),
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(unique=True, verbose_name="code")),
                ("given_names", models.CharField(blank=True, max_length=120, verbose_name="given names")),
                ("family_name", models.CharField(max_length=120, verbose_name="family name")),
                ("is_family_name_first", models.BooleanField(default=False, verbose_name="family name comes first")),
                ("gender", models.CharField(blank=True, max_length=1, verbose_name="gender")),
                ("search_key", models.CharField(default="", editable=False, max_length=250)),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
                "ordering": ("search_key", "code"),
            },
        ),
        migrations.CreateModel(
            name="ReferenceRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=200, unique=True)),
                ("fingerprint", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ("key",),
            },
        ),
        migrations.CreateModel(
            name="Roster",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("slug", models.SlugField(max_length=60, unique=True, verbose_name="address")),
                ("first_on", models.DateField(verbose_name="first day")),
                ("zone", models.CharField(max_length=60, verbose_name="time zone")),
                (
                    "observer_places",
                    models.PositiveIntegerField(
                        default=0,
                        validators=[django.core.validators.MaxValueValidator(5000)],
                        verbose_name="observer places",
                    ),
                ),
                ("changed_at", models.DateTimeField(verbose_name="last changed at")),
            ],
            options={
                "verbose_name": "roster",
                "verbose_name_plural": "rosters",
                "ordering": ("first_on", "slug"),
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        error_messages={"unique": "Somebody has this address already."},
                        max_length=254,
                        unique=True,
                        verbose_name="e-mail address",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="name")),
                (
                    "language",
                    models.CharField(
                        choices=participants.models.people.interface_languages,
                        default="en",
                        max_length=8,
                        verbose_name="language",
                    ),
                ),
                ("is_staff", models.BooleanField(default=False, verbose_name="may open the administration pages")),
                ("is_active", models.BooleanField(default=True, verbose_name="may sign in")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "user",
                "verbose_name_plural": "users",
                "ordering": ("email",),
            },
        ),
        migrations.CreateModel(
            name="Entity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=24, verbose_name="code")),
                (
                    "kind",
                    models.CharField(choices=participants.models.entities.kinds, max_length=24, verbose_name="kind"),
                ),
                ("gender_fr", models.CharField(blank=True, max_length=2, verbose_name="gender in French")),
                ("regional_group", models.CharField(blank=True, max_length=60, verbose_name="regional group")),
                ("search_key", models.TextField(default="", editable=False)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="organs",
                        to="participants.entity",
                        verbose_name="speaks through",
                    ),
                ),
                (
                    "roster",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="local_entities",
                        to="participants.roster",
                    ),
                ),
            ],
            options={
                "verbose_name": "entity",
                "verbose_name_plural": "entities",
                "ordering": ("code",),
            },
        ),
        migrations.CreateModel(
            name="DrawnState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveIntegerField(unique=True, verbose_name="year")),
                ("session", models.PositiveIntegerField(verbose_name="session of the General Assembly")),
                ("reference", models.CharField(blank=True, max_length=60, verbose_name="reference")),
                (
                    "entity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="participants.entity"
                    ),
                ),
            ],
            options={
                "verbose_name": "State drawn",
                "verbose_name_plural": "States drawn",
                "ordering": ("year",),
            },
        ),
        migrations.CreateModel(
            name="Delegation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=participants.models.roster.statuses,
                        default="proposed",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("status_changed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "places_at_table",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[django.core.validators.MaxValueValidator(9)],
                        verbose_name="places at the table",
                    ),
                ),
                (
                    "places_behind",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[django.core.validators.MaxValueValidator(20)],
                        verbose_name="places behind",
                    ),
                ),
                (
                    "level_announced",
                    models.CharField(
                        blank=True,
                        choices=participants.models.roster.ranks,
                        max_length=40,
                        verbose_name="level announced",
                    ),
                ),
                ("is_name_to_follow", models.BooleanField(default=False, verbose_name="name to follow")),
                (
                    "reply_channel",
                    models.CharField(
                        blank=True,
                        choices=participants.models.roster.channels,
                        max_length=12,
                        verbose_name="reply came by",
                    ),
                ),
                ("received_at", models.DateTimeField(blank=True, null=True, verbose_name="reply received at")),
                ("contact_name", models.CharField(blank=True, max_length=120, verbose_name="contact")),
                ("contact_email", models.EmailField(blank=True, max_length=254, verbose_name="contact's e-mail")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                (
                    "entity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="delegations",
                        to="participants.entity",
                    ),
                ),
                (
                    "roster",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="delegations",
                        to="participants.roster",
                    ),
                ),
            ],
            options={
                "verbose_name": "delegation",
                "verbose_name_plural": "delegations",
                "ordering": ("entity__code",),
            },
        ),
        migrations.CreateModel(
            name="EntityName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=8, verbose_name="language")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid until, not including")),
                ("list_name", models.CharField(max_length=200, verbose_name="name in lists")),
                ("prose", models.CharField(blank=True, max_length=200, verbose_name="name in prose, with article")),
                ("formal", models.CharField(blank=True, max_length=250, verbose_name="formal name")),
                ("short", models.CharField(blank=True, max_length=120, verbose_name="name on plates")),
                ("abbreviation", models.CharField(blank=True, max_length=40, verbose_name="abbreviation")),
                ("sort_key", models.CharField(max_length=200, verbose_name="sort key")),
                (
                    "entity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dated_names",
                        to="participants.entity",
                    ),
                ),
            ],
            options={
                "verbose_name": "dated name",
                "verbose_name_plural": "dated names",
                "ordering": ("entity", "language", "valid_from"),
            },
        ),
        migrations.CreateModel(
            name="EntityStatus",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("status", models.CharField(max_length=40, verbose_name="status")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid until, not including")),
                (
                    "entity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="statuses", to="participants.entity"
                    ),
                ),
            ],
            options={
                "verbose_name": "dated status",
                "verbose_name_plural": "dated statuses",
                "ordering": ("entity", "valid_from"),
            },
        ),
        migrations.CreateModel(
            name="GroupMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid until, not including")),
                ("note", models.CharField(blank=True, max_length=250, verbose_name="note")),
                (
                    "entity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="memberships",
                        to="participants.entity",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="participants.datedgroup",
                    ),
                ),
            ],
            options={
                "verbose_name": "member of a group",
                "verbose_name_plural": "members of groups",
                "ordering": ("group", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "ground",
                    models.CharField(choices=participants.models.roster.grounds, max_length=24, verbose_name="ground"),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                ("note", models.CharField(blank=True, max_length=250, verbose_name="note")),
                (
                    "delegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="participants.delegation",
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="participants.entity",
                        verbose_name="acting body",
                    ),
                ),
            ],
            options={
                "verbose_name": "ground of invitation",
                "verbose_name_plural": "grounds of invitation",
                "ordering": ("delegation", "ground"),
            },
        ),
        migrations.CreateModel(
            name="Delegate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "role",
                    models.CharField(
                        choices=participants.models.roster.delegate_roles,
                        default="adviser",
                        max_length=12,
                        verbose_name="role",
                    ),
                ),
                ("is_placeholder", models.BooleanField(default=False, verbose_name="nobody named yet")),
                (
                    "style",
                    models.CharField(
                        choices=participants.models.roster.styles,
                        default="automatic",
                        max_length=12,
                        verbose_name="form of address",
                    ),
                ),
                (
                    "style_text",
                    participants.models.fields.TextsField(blank=True, default=dict, verbose_name="own form of address"),
                ),
                (
                    "gender",
                    models.CharField(
                        blank=True, choices=participants.models.roster.genders, max_length=1, verbose_name="gender"
                    ),
                ),
                ("given_names", models.CharField(blank=True, max_length=120, verbose_name="given names")),
                ("family_name", models.CharField(blank=True, max_length=120, verbose_name="family name")),
                ("is_family_name_first", models.BooleanField(default=False, verbose_name="family name comes first")),
                ("function", participants.models.fields.TextsField(blank=True, default=dict, verbose_name="function")),
                (
                    "rank",
                    models.CharField(
                        choices=participants.models.roster.ranks,
                        default="unspecified",
                        max_length=40,
                        verbose_name="rank",
                    ),
                ),
                (
                    "capacity",
                    participants.models.fields.TextsField(blank=True, default=dict, verbose_name="further capacity"),
                ),
                ("language", models.CharField(blank=True, max_length=8, verbose_name="language")),
                ("access_needs", models.CharField(blank=True, max_length=250, verbose_name="access needs")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("is_present", models.BooleanField(default=False, verbose_name="present")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn at")),
                ("search_key", models.CharField(default="", editable=False, max_length=400)),
                ("sort_key", models.CharField(default="", editable=False, max_length=250)),
                (
                    "delegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="delegates",
                        to="participants.delegation",
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="participants.entity",
                        verbose_name="organ",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="delegates",
                        to="participants.person",
                        verbose_name="in the registry",
                    ),
                ),
            ],
            options={
                "verbose_name": "delegate",
                "verbose_name_plural": "delegates",
                "ordering": ("delegation", "position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="PersonTitle",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rank", models.CharField(max_length=40, verbose_name="rank")),
                ("title", participants.models.fields.TextsField(blank=True, default=dict, verbose_name="title")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid until, not including")),
                (
                    "entity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="participants.entity"
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="participants.entity",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="titles", to="participants.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "dated title",
                "verbose_name_plural": "dated titles",
                "ordering": ("person", "valid_from", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Request",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("received_at", models.DateTimeField(verbose_name="received at")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn at")),
                ("contact_name", models.CharField(blank=True, max_length=120, verbose_name="contact")),
                ("contact_email", models.EmailField(blank=True, max_length=254, verbose_name="contact's e-mail")),
                ("note", models.CharField(blank=True, max_length=250, verbose_name="note")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "delegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="requests",
                        to="participants.delegation",
                    ),
                ),
                (
                    "roster",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="requests", to="participants.roster"
                    ),
                ),
            ],
            options={
                "verbose_name": "request for an observer place",
                "verbose_name_plural": "requests for observer places",
                "ordering": ("received_at", "uuid"),
            },
        ),
        migrations.CreateModel(
            name="ObserverPlace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(verbose_name="number")),
                (
                    "request",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="place",
                        to="participants.request",
                    ),
                ),
                (
                    "roster",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="places", to="participants.roster"
                    ),
                ),
            ],
            options={
                "verbose_name": "observer place",
                "verbose_name_plural": "observer places",
                "ordering": ("roster", "number"),
            },
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(choices=participants.models.people.roles, max_length=24, verbose_name="role"),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="appointments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "roster",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="appointments",
                        to="participants.roster",
                    ),
                ),
            ],
            options={
                "verbose_name": "appointment",
                "verbose_name_plural": "appointments",
                "ordering": ("roster", "user", "role"),
            },
        ),
        migrations.CreateModel(
            name="Act",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(verbose_name="version of the meeting that it made")),
                ("operation", models.CharField(max_length=60, verbose_name="operation")),
                ("at", models.DateTimeField(verbose_name="at")),
                ("why", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                ("changes", models.JSONField(default=list, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="acts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "roster",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="acts", to="participants.roster"
                    ),
                ),
            ],
            options={
                "verbose_name": "act",
                "verbose_name_plural": "acts",
                "ordering": ("-version",),
            },
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("email"),
                name="one_user_per_address",
                violation_error_message="Somebody has this address already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="entityname",
            constraint=models.UniqueConstraint(
                fields=("entity", "language", "valid_from"), name="one_name_per_first_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="entityname",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_from__isnull", True)), fields=("entity", "language"), name="one_first_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                fields=("delegation", "ground"),
                name="each_ground_once",
                violation_error_message="The delegation is invited on this ground already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegate",
            constraint=models.UniqueConstraint(
                condition=models.Q(("role", "head"), ("withdrawn_at__isnull", True)),
                fields=("delegation",),
                name="one_head",
                violation_error_message="The delegation has a head already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_placeholder", True), models.Q(("family_name", ""), _negated=True), _connector="OR"
                ),
                name="named_or_placeholder",
                violation_error_message="Give a family name, or say that nobody is named yet.",
            ),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_at__isnull", True)),
                fields=("delegation",),
                name="one_active_request",
                violation_error_message="This delegation has asked already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="observerplace",
            constraint=models.UniqueConstraint(fields=("roster", "number"), name="one_place_per_number"),
        ),
        migrations.AddConstraint(
            model_name="entity",
            constraint=models.UniqueConstraint(
                condition=models.Q(("roster__isnull", True)),
                fields=("code",),
                name="one_entity_per_code",
                violation_error_message="The directory has this code already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="entity",
            constraint=models.UniqueConstraint(
                condition=models.Q(("roster__isnull", False)),
                fields=("roster", "code"),
                name="one_local_entity_per_code",
                violation_error_message="This meeting has this code already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.UniqueConstraint(
                fields=("roster", "entity"),
                name="one_delegation_per_entity",
                violation_error_message="This entity has a delegation at the meeting already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.UniqueConstraint(
                fields=("user", "role", "roster"),
                name="one_appointment_per_role",
                violation_error_message="This person has this role already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("roster__isnull", True)),
                fields=("user", "role"),
                name="one_general_appointment_per_role",
            ),
        ),
        migrations.AddConstraint(
            model_name="act",
            constraint=models.UniqueConstraint(fields=("roster", "version"), name="one_act_per_version"),
        ),
    ]
