"""One difference between two states of a meeting, and the table of what is compared."""

from dataclasses import dataclass
from typing import Any

ADDED, WITHDRAWN, MOVED, SHIFTED, CHANGED = WHATS = ("added", "withdrawn", "moved", "shifted", "changed")


@dataclass(frozen=True, kw_only=True)
class Change:
    """One difference. `area` is a row of AREAS, `uuid` the thing there (an entity's code, "" for the meeting itself).

    added, withdrawn: the thing came or went, with all that it holds. moved: it stands after another one than before;
    `before` and `after` are the uuids it stood and stands after, "" at the head. shifted: its computed start or end is
    another, though nothing that was decided of it says so: `before` and `after` are [start, end] in ISO 8601. changed:
    its `field` is another one; values are plain JSON. `of`: the uuid of what holds the thing (the segment of an item,
    the item of a speech, the delegation of a delegate), "" where another one holds it now.
    """

    area: str
    uuid: str
    what: str
    field: str = ""
    before: Any = None
    after: Any = None
    of: str = ""

    @property
    def is_substance(self) -> bool:
        """Whether somebody decided it: a shift follows from other changes."""
        return self.what != SHIFTED


@dataclass(frozen=True, kw_only=True)
class Area:
    """One kind of thing: the fields that are compared, and those that are not, because nothing issued shows them.

    `elsewhere` are fields that are compared by rules of their own.
    """

    code: str
    compared: tuple[str, ...]
    elsewhere: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


AREAS: dict[str, Area] = {
    area.code: area
    for area in (
        Area(
            code="meeting",
            compared=(
                "title", "short_title", "kind", "start", "end", "level", "in_margins_of", "languages", "reference",
                "contact_name", "contact_email", "contact_phone", "reply_deadline", "interpretation_end", "outcome",
                "organisers", "secretariat_seats", "press_seats", "reserve_seats", "reference_documents",
                "earlier_meetings", "deletions",
            ),
            elsewhere=("roster", "segments", "objectives", "paragraphs", "room", "arrivals"),
            left_out=("entry", "open_points", "script_lines", "is_programme_public"),
        ),
        Area(
            code="roster",
            compared=("zone", "observer_places"),
            elsewhere=("entities", "delegations", "requests"),
            left_out=("slug", "uuid", "version", "first_on", "changed_at", "groups", "document_languages", "desk"),
        ),
        Area(
            code="room",
            compared=("names", "building", "city", "is_approximate"),
            elsewhere=("seats", "places", "width_mm", "depth_mm"),
        ),
        Area(
            code="segment",
            compared=(
                "title", "start", "end", "handover_seconds", "chairs", "podium", "seating_scheme", "seating_language",
                "drawn_state", "is_seating_mixed", "seating_rank_scheme", "seating_by_hand",
                "interpreters",
            ),
            elsewhere=("uuid", "items", "position", "is_seating_kept", "given"),
            left_out=("version", "entry", "departed"),
        ),
        Area(
            code="item",
            compared=(
                "kind", "title", "description", "press", "fixed_start", "fixed_end", "duration_minutes",
                "limit_seconds", "actual_start", "actual_end",
            ),
            elsewhere=("uuid", "speeches", "position", "order"),
            left_out=("version", "entry"),
        ),
        Area(
            code="speech",
            compared=(
                "delegation", "delegate", "capacity", "on_behalf_of", "group", "planned_minutes", "language",
                "is_text_received", "actual_start", "actual_end",
            ),
            elsewhere=("uuid", "position"),
            left_out=("version", "requested_at"),
        ),
        Area(
            code="entity",
            compared=("names", "prose", "formal", "short", "abbreviations", "sort_keys", "status"),
            elsewhere=("code",),
            left_out=("kind", "gender_fr", "organ_of", "is_local"),
        ),
        Area(
            code="delegation",
            compared=(
                "status", "invitations", "places_at_table", "places_behind", "level_announced", "is_name_to_follow",
                "released_at",
            ),
            elsewhere=("uuid", "entity", "delegates"),
            left_out=(
                "version", "reply_channel", "received_at", "contact_name", "contact_email", "note", "language",
                "wants_floor", "on_behalf_of", "status_changed_at", "released_places",
            ),
        ),
        Area(
            code="delegate",
            compared=("role", "rank", "function", "capacity", "organ", "is_present"),
            elsewhere=(
                "uuid", "is_withdrawn", "position", "style", "style_text", "gender", "given_names", "family_name",
                "is_family_name_first", "is_placeholder", "delegation",
            ),
            left_out=("version", "language", "access_needs", "email", "registry_name", "registry_title"),
        ),
        Area(
            code="request",
            compared=(
                "place_number", "further_numbers", "received_at", "contact_name", "contact_email", "note",
            ),
            elsewhere=("uuid", "withdrawn_at", "delegation"),
            left_out=("version", "places_asked", "most_places", "line", "language", "is_public"),
        ),
        Area(code="objective", compared=("text",), elsewhere=("uuid", "position")),
        Area(
            code="paragraph", compared=("kind", "number", "text"), elsewhere=("uuid", "position"), left_out=("version",)
        ),
        Area(
            code="arrival",
            compared=("arrives", "entrance", "holding_room", "escort", "leaves_after", "note"),
            elsewhere=("delegate",),
            left_out=("uuid", "version"),
        ),
    )
}  # fmt: skip
# What makes up a name as it is printed: told as one change.
NAME_FIELDS = (
    "style", "style_text", "gender", "given_names", "family_name", "is_family_name_first", "is_placeholder",
)  # fmt: skip
