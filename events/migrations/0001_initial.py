import uuid

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import events.models.event
import events.models.fields
import events.models.programme
import events.models.room
import events.models.seating
import participants.models.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("participants", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="LibraryRoom",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(unique=True, verbose_name="code")),
                ("names", participants.models.fields.TextsField(blank=True, default=dict, verbose_name="name")),
                ("building", participants.models.fields.TextsField(blank=True, default=dict, verbose_name="building")),
                ("city", participants.models.fields.TextsField(blank=True, default=dict, verbose_name="city")),
                ("is_approximate", models.BooleanField(default=False, verbose_name="plan not measured")),
                ("source", models.CharField(blank=True, max_length=250, verbose_name="source")),
                ("plan", models.JSONField(default=dict, verbose_name="plan")),
            ],
            options={
                "verbose_name": "room of the library",
                "verbose_name_plural": "rooms of the library",
                "ordering": ("slug",),
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("sequence", models.PositiveIntegerField(default=0, editable=False)),
                ("entry_changed_at", models.DateTimeField(editable=False)),
                ("entry_created_at", models.DateTimeField(editable=False)),
                ("entry_digest", models.CharField(blank=True, editable=False, max_length=64)),
                ("title", participants.models.fields.TextsField(blank=True, default=dict, verbose_name="title")),
                (
                    "short_title",
                    participants.models.fields.TextsField(blank=True, default=dict, verbose_name="short title"),
                ),
                (
                    "level",
                    models.CharField(
                        choices=events.models.event.levels, default="ministerial", max_length=40, verbose_name="level"
                    ),
                ),
                ("starts", events.models.fields.WallClockField(verbose_name="start")),
                ("ends", events.models.fields.WallClockField(verbose_name="end")),
                (
                    "in_margins_of",
                    participants.models.fields.TextsField(blank=True, default=dict, verbose_name="in the margins of"),
                ),
                ("languages", models.JSONField(blank=True, default=list, verbose_name="languages")),
                ("reference", models.CharField(blank=True, max_length=60, verbose_name="the office's reference")),
                ("contact_name", models.CharField(blank=True, max_length=120, verbose_name="contact")),
                ("contact_email", models.EmailField(blank=True, max_length=254, verbose_name="contact's e-mail")),
                ("contact_phone", models.CharField(blank=True, max_length=40, verbose_name="contact's telephone")),
                ("reply_deadline", events.models.fields.WallClockField(blank=True, null=True, verbose_name="reply by")),
                (
                    "outcome",
                    models.CharField(
                        choices=events.models.event.outcomes, default="summary", max_length=16, verbose_name="outcome"
                    ),
                ),
                (
                    "secretariat_seats",
                    models.PositiveSmallIntegerField(default=0, verbose_name="seats for the secretariat"),
                ),
                ("press_seats", models.PositiveSmallIntegerField(default=0, verbose_name="seats for the press")),
                (
                    "reserve_seats",
                    models.PositiveSmallIntegerField(
                        default=0,
                        validators=[django.core.validators.MaxValueValidator(5000)],
                        verbose_name="seats in reserve",
                    ),
                ),
                (
                    "roster",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="event", to="participants.roster"
                    ),
                ),
            ],
            options={
                "verbose_name": "meeting",
                "verbose_name_plural": "meetings",
            },
        ),
        migrations.CreateModel(
            name="EarlierMeeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("held_on", models.DateField(verbose_name="held on")),
                ("title", participants.models.fields.TextsField(blank=True, default=dict, verbose_name="title")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="earlier_meetings", to="events.event"
                    ),
                ),
            ],
            options={
                "verbose_name": "earlier meeting",
                "verbose_name_plural": "earlier meetings",
                "ordering": ("event", "-held_on", "pk"),
            },
        ),
        migrations.CreateModel(
            name="NoteParagraph",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "kind",
                    models.CharField(
                        choices=events.models.event.paragraph_kinds,
                        default="paragraph",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=12, verbose_name="number")),
                ("text", participants.models.fields.TextsField(blank=True, default=dict, verbose_name="text")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="paragraphs", to="events.event"
                    ),
                ),
            ],
            options={
                "verbose_name": "paragraph of the concept note",
                "verbose_name_plural": "paragraphs of the concept note",
                "ordering": ("event", "position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Objective",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                ("text", participants.models.fields.TextsField(blank=True, default=dict, verbose_name="objective")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="objectives", to="events.event"
                    ),
                ),
            ],
            options={
                "verbose_name": "objective",
                "verbose_name_plural": "objectives",
                "ordering": ("event", "position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="ReferenceDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                ("symbol", models.CharField(blank=True, max_length=60, verbose_name="symbol")),
                ("title", participants.models.fields.TextsField(blank=True, default=dict, verbose_name="title")),
                ("dated_on", models.DateField(blank=True, null=True, verbose_name="dated")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reference_documents",
                        to="events.event",
                    ),
                ),
            ],
            options={
                "verbose_name": "reference document",
                "verbose_name_plural": "reference documents",
                "ordering": ("event", "position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Room",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("names", participants.models.fields.TextsField(blank=True, default=dict, verbose_name="name")),
                ("building", participants.models.fields.TextsField(blank=True, default=dict, verbose_name="building")),
                ("city", participants.models.fields.TextsField(blank=True, default=dict, verbose_name="city")),
                ("width_mm", models.PositiveIntegerField(verbose_name="width (mm)")),
                ("depth_mm", models.PositiveIntegerField(verbose_name="depth (mm)")),
                ("is_approximate", models.BooleanField(default=False, verbose_name="plan not measured")),
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="room", to="events.event"
                    ),
                ),
            ],
            options={
                "verbose_name": "room",
                "verbose_name_plural": "rooms",
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("zone", models.CharField(choices=events.models.room.zones, max_length=16, verbose_name="zone")),
                ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                (
                    "room",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="places", to="events.room"
                    ),
                ),
            ],
            options={
                "verbose_name": "place",
                "verbose_name_plural": "places",
                "ordering": ("room", "zone", "number"),
            },
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_principal", models.BooleanField(default=False, verbose_name="principal's seat")),
                ("zone", models.CharField(choices=events.models.room.zones, max_length=16, verbose_name="zone")),
                ("label", models.CharField(max_length=12, verbose_name="label")),
                ("row", models.CharField(blank=True, max_length=12, verbose_name="row")),
                ("side", models.CharField(blank=True, max_length=12, verbose_name="side")),
                ("x_mm", models.IntegerField()),
                ("y_mm", models.IntegerField()),
                ("angle", models.SmallIntegerField(default=0, verbose_name="angle in degrees")),
                ("is_accessible", models.BooleanField(default=False, verbose_name="accessible")),
                ("is_removable", models.BooleanField(default=False, verbose_name="removable")),
                ("is_blocked", models.BooleanField(default=False, verbose_name="blocked")),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="seats",
                        to="events.place",
                    ),
                ),
                (
                    "room",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="seats", to="events.room"
                    ),
                ),
            ],
            options={
                "verbose_name": "seat",
                "verbose_name_plural": "seats",
                "ordering": ("room", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Segment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("sequence", models.PositiveIntegerField(default=0, editable=False)),
                ("entry_changed_at", models.DateTimeField(editable=False)),
                ("entry_created_at", models.DateTimeField(editable=False)),
                ("entry_digest", models.CharField(blank=True, editable=False, max_length=64)),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                ("title", participants.models.fields.TextsField(blank=True, default=dict, verbose_name="title")),
                ("starts", events.models.fields.WallClockField(blank=True, null=True, verbose_name="fixed start")),
                ("ends", events.models.fields.WallClockField(blank=True, null=True, verbose_name="fixed end")),
                (
                    "handover_seconds",
                    models.PositiveSmallIntegerField(
                        default=30,
                        validators=[django.core.validators.MaxValueValidator(600)],
                        verbose_name="seconds between two speakers",
                    ),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="segments", to="events.event"
                    ),
                ),
            ],
            options={
                "verbose_name": "segment",
                "verbose_name_plural": "segments",
                "ordering": ("event", "position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="SeatingPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "scheme",
                    models.CharField(
                        choices=events.models.seating.schemes,
                        default="alphabetical",
                        max_length=24,
                        verbose_name="order",
                    ),
                ),
                ("language", models.CharField(default="en", max_length=8, verbose_name="language of the order")),
                (
                    "drawn_state",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="participants.entity",
                        verbose_name="State drawn",
                    ),
                ),
                (
                    "segment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="seating", to="events.segment"
                    ),
                ),
            ],
            options={
                "verbose_name": "seating plan",
                "verbose_name_plural": "seating plans",
            },
        ),
        migrations.CreateModel(
            name="PodiumPlace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "delegate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="podium_places",
                        to="participants.delegate",
                    ),
                ),
                (
                    "segment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="podium", to="events.segment"
                    ),
                ),
            ],
            options={
                "verbose_name": "place on the podium",
                "verbose_name_plural": "places on the podium",
                "ordering": ("segment", "position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Item",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("sequence", models.PositiveIntegerField(default=0, editable=False)),
                ("entry_changed_at", models.DateTimeField(editable=False)),
                ("entry_created_at", models.DateTimeField(editable=False)),
                ("entry_digest", models.CharField(blank=True, editable=False, max_length=64)),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "kind",
                    models.CharField(choices=events.models.programme.item_kinds, max_length=24, verbose_name="kind"),
                ),
                ("title", participants.models.fields.TextsField(blank=True, default=dict, verbose_name="title")),
                (
                    "description",
                    participants.models.fields.TextsField(blank=True, default=dict, verbose_name="description"),
                ),
                ("fixed_start", events.models.fields.WallClockField(blank=True, null=True, verbose_name="fixed start")),
                (
                    "duration_minutes",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(720),
                        ],
                        verbose_name="minutes",
                    ),
                ),
                (
                    "press",
                    models.CharField(
                        choices=events.models.programme.press, default="open", max_length=12, verbose_name="press"
                    ),
                ),
                ("actual_start", events.models.fields.WallClockField(blank=True, null=True, verbose_name="began at")),
                ("actual_end", events.models.fields.WallClockField(blank=True, null=True, verbose_name="ended at")),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "segment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="events.segment"
                    ),
                ),
            ],
            options={
                "verbose_name": "item",
                "verbose_name_plural": "items",
                "ordering": ("segment", "position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="SegmentChair",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "delegate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="chaired", to="participants.delegate"
                    ),
                ),
                (
                    "segment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="chairs", to="events.segment"
                    ),
                ),
            ],
            options={
                "verbose_name": "presiding officer",
                "verbose_name_plural": "presiding officers",
                "ordering": ("segment", "position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Speech",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                ("capacity", participants.models.fields.TextsField(blank=True, default=dict, verbose_name="capacity")),
                (
                    "on_behalf_of",
                    participants.models.fields.TextsField(blank=True, default=dict, verbose_name="on behalf of"),
                ),
                (
                    "planned_minutes",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(120),
                        ],
                        verbose_name="minutes",
                    ),
                ),
                ("requested_at", models.DateTimeField(blank=True, null=True, verbose_name="asked for the floor at")),
                ("language", models.CharField(blank=True, max_length=8, verbose_name="language")),
                ("is_text_received", models.BooleanField(default=False, verbose_name="text received")),
                ("actual_start", events.models.fields.WallClockField(blank=True, null=True, verbose_name="began at")),
                ("actual_end", events.models.fields.WallClockField(blank=True, null=True, verbose_name="ended at")),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "delegate",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="speeches",
                        to="participants.delegate",
                    ),
                ),
                (
                    "delegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="speeches",
                        to="participants.delegation",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="speeches", to="events.item"
                    ),
                ),
            ],
            options={
                "verbose_name": "speech",
                "verbose_name_plural": "speeches",
                "ordering": ("item", "position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="NoteDeletion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                (
                    "decision",
                    models.CharField(
                        choices=events.models.event.decisions, default="pending", max_length=12, verbose_name="decision"
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="deletions", to="events.event"
                    ),
                ),
            ],
            options={
                "verbose_name": "deletion in the concept note",
                "verbose_name_plural": "deletions in the concept note",
                "ordering": ("event", "number"),
                "constraints": [models.UniqueConstraint(fields=("event", "number"), name="each_deletion_once")],
            },
        ),
        migrations.CreateModel(
            name="OpenPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                ("code", models.CharField(max_length=20, verbose_name="number")),
                (
                    "severity",
                    models.CharField(
                        choices=events.models.event.severities, default="medium", max_length=8, verbose_name="severity"
                    ),
                ),
                ("where", participants.models.fields.TextsField(blank=True, default=dict, verbose_name="where")),
                ("finding", participants.models.fields.TextsField(blank=True, default=dict, verbose_name="what")),
                ("proposal", participants.models.fields.TextsField(blank=True, default=dict, verbose_name="proposal")),
                ("blocks", models.JSONField(blank=True, default=list, verbose_name="what it blocks")),
                ("options", models.JSONField(blank=True, default=list, editable=False)),
                ("resolved_at", models.DateTimeField(blank=True, null=True, verbose_name="settled at")),
                ("resolved_by", models.CharField(blank=True, max_length=120, verbose_name="settled by")),
                ("resolution", models.CharField(blank=True, max_length=500, verbose_name="how it was settled")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="open_points", to="events.event"
                    ),
                ),
            ],
            options={
                "verbose_name": "open point",
                "verbose_name_plural": "open points",
                "ordering": ("event", "position", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "code"),
                        name="one_open_point_per_number",
                        violation_error_message="There is an open point with this number already.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Organiser",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "entity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="participants.entity"
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="organisers", to="events.event"
                    ),
                ),
            ],
            options={
                "verbose_name": "organiser",
                "verbose_name_plural": "organisers",
                "ordering": ("event", "position", "pk"),
                "constraints": [models.UniqueConstraint(fields=("event", "entity"), name="each_organiser_once")],
            },
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.UniqueConstraint(fields=("room", "zone", "number"), name="each_place_once"),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.UniqueConstraint(fields=("room", "label"), name="each_seat_label_once"),
        ),
        migrations.AddConstraint(
            model_name="podiumplace",
            constraint=models.UniqueConstraint(fields=("segment", "delegate"), name="once_on_a_podium"),
        ),
        migrations.AddConstraint(
            model_name="segmentchair",
            constraint=models.UniqueConstraint(fields=("segment", "delegate"), name="each_chair_once"),
        ),
    ]
