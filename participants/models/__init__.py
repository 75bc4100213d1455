"""Who attends. Nothing here knows what happens at the meeting."""

from participants.models.entities import (
    DatedGroup,
    DrawnState,
    Entity,
    EntityAlias,
    EntityName,
    EntityStatus,
    GroupMember,
)
from participants.models.lists import ColumnMapping, ListFile
from participants.models.notices import Notice
from participants.models.people import Appointment, Person, PersonTitle, User
from participants.models.places import ObserverPlace, Request
from participants.models.privacy import Access, ConfidentialNote
from participants.models.records import Act, ReferenceRow
from participants.models.replies import Reply
from participants.models.roster import Delegate, Delegation, Invitation, Roster

__all__ = [
    "Access",
    "Act",
    "Appointment",
    "ColumnMapping",
    "ConfidentialNote",
    "DatedGroup",
    "Delegate",
    "Delegation",
    "DrawnState",
    "Entity",
    "EntityAlias",
    "EntityName",
    "EntityStatus",
    "GroupMember",
    "Invitation",
    "ListFile",
    "Notice",
    "ObserverPlace",
    "Person",
    "PersonTitle",
    "ReferenceRow",
    "Reply",
    "Request",
    "Roster",
    "User",
]
