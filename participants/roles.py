"""ROLES: who may do what. Every view names one of the permissions; a role is a row of them."""

from dataclasses import dataclass

from meetingplanner.languages import phrase

PERMISSIONS: dict[str, str] = {
    "view_meeting": phrase("See the meeting, its lists and its documents"),
    "create_meeting": phrase("Create a meeting"),
    "edit_meeting": phrase("Change the facts of the meeting"),
    "edit_programme": phrase("Change the programme and the speakers"),
    "edit_delegations": phrase("Invite delegations, record replies, change delegates"),
    "record_presence": phrase("Tick who is present"),
    "manage_observers": phrase("Register and withdraw observers"),
    "edit_seating": phrase("Change the room and the order of seats"),
    "issue": phrase("Issue revisions and give calendar addresses"),
    "edit_note": phrase("Change the concept note"),
    "resolve_points": phrase("Settle open points"),
    "see_confidential": phrase("Read and write confidential notes"),
    "purge": phrase("Set how long personal data are kept, and purge them"),
    "do_tasks": phrase("Tick tasks of the checklist"),
    "appoint_staff": phrase("Give people their roles"),
    "edit_office": phrase("Change the look of all documents"),
}


@dataclass(frozen=True, kw_only=True)
class Role:
    """One role of the people who sign in, with the permissions it carries."""

    code: str
    label: str
    permissions: frozenset[str]


ROLES: dict[str, Role] = {
    role.code: role
    for role in (
        Role(code="administrator", label=phrase("Administrator"), permissions=frozenset(PERMISSIONS)),
        Role(
            code="desk_officer",
            label=phrase("Desk officer"),
            permissions=frozenset(PERMISSIONS) - {"appoint_staff", "edit_office", "see_confidential", "purge"},
        ),
        Role(
            code="protocol_officer",
            label=phrase("Protocol officer"),
            permissions=frozenset(
                {
                    "view_meeting",
                    "edit_programme",
                    "edit_delegations",
                    "record_presence",
                    "manage_observers",
                    "edit_seating",
                    "issue",
                    "resolve_points",
                    "do_tasks",
                    "see_confidential",
                }
            ),
        ),
        Role(
            code="rapporteur",
            label=phrase("Rapporteur"),
            permissions=frozenset({"view_meeting", "record_presence", "edit_note", "resolve_points", "do_tasks"}),
        ),
        Role(code="viewer", label=phrase("Viewer"), permissions=frozenset({"view_meeting"})),
    )
}


def is_allowed(roles: tuple[str, ...], permission: str) -> bool:
    """Return whether any of `roles` carries `permission`. Raises KeyError for a permission that no table names."""
    PERMISSIONS[permission]
    return any(permission in ROLES[code].permissions for code in roles)
