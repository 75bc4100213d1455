"""What happens at one meeting: programme, room, seats, note, outcome."""

from events.models.event import (
    EarlierMeeting,
    Event,
    NoteDeletion,
    NoteParagraph,
    Objective,
    OpenPoint,
    Organiser,
    ReferenceDocument,
)
from events.models.letters import Letter
from events.models.mail import Mail, MessageText
from events.models.office import OfficeChange, OfficeStyle
from events.models.principals import Arrival, ScriptLine
from events.models.prints import Job, StoredPrint
from events.models.programme import Item, PodiumPlace, Segment, SegmentChair, Speech
from events.models.revisions import Feed, IssuedCalendar, IssuedPrint, Revision
from events.models.room import LibraryRoom, Place, Room, RoomChange, Seat
from events.models.seating import GivenPlace, SeatingPlan, SeatingPosition, SeatingRule
from events.models.tasks import Task

__all__ = [
    "Arrival",
    "EarlierMeeting",
    "Event",
    "Feed",
    "GivenPlace",
    "IssuedCalendar",
    "IssuedPrint",
    "Item",
    "Job",
    "Letter",
    "LibraryRoom",
    "Mail",
    "MessageText",
    "NoteDeletion",
    "NoteParagraph",
    "Objective",
    "OfficeChange",
    "OfficeStyle",
    "OpenPoint",
    "Organiser",
    "Place",
    "PodiumPlace",
    "ReferenceDocument",
    "Revision",
    "Room",
    "RoomChange",
    "ScriptLine",
    "Seat",
    "SeatingPlan",
    "SeatingPosition",
    "SeatingRule",
    "Segment",
    "SegmentChair",
    "Speech",
    "StoredPrint",
    "Task",
]
