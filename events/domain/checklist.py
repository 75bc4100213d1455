"""The checklist of a secretariat: what is usually to be done, how many days before the meeting, and what is overdue."""

from dataclasses import dataclass
from datetime import date, timedelta

from meetingplanner.languages import phrase


@dataclass(frozen=True, kw_only=True)
class StandardTask:
    """What most meetings need, due so many days before the first."""

    code: str
    days_before: int
    text: str


STANDARD_TASKS: dict[str, StandardTask] = {
    task.code: task
    for task in (
        StandardTask(code="room", days_before=21, text=phrase("Reserve the room and confirm its plan and its seats")),
        StandardTask(code="note", days_before=21, text=phrase("Agree the concept note with whoever presides")),
        StandardTask(code="list", days_before=21, text=phrase("Clear the list of delegations to invite")),
        StandardTask(code="interpretation", days_before=21, text=phrase("Request interpretation and conference staff")),
        StandardTask(code="invitations", days_before=14, text=phrase("Send the invitations with the concept note")),
        StandardTask(code="form", days_before=14, text=phrase("Open the form for observers")),
        StandardTask(code="access", days_before=10, text=phrase("Ask security about passes and arrivals")),
        StandardTask(code="reminders", days_before=7, text=phrase("Remind those who have not answered")),
        StandardTask(code="names", days_before=7, text=phrase("Check names, functions and forms of address")),
        StandardTask(code="speakers", days_before=7, text=phrase("Agree the list of speakers and the time limit")),
        StandardTask(code="release", days_before=3, text=phrase("Release the places of those who have not answered")),
        StandardTask(code="seating", days_before=3, text=phrase("Settle the order of seats with protocol")),
        StandardTask(code="chairs", days_before=2, text=phrase("Brief whoever presides on the run of show")),
        StandardTask(code="interpreters", days_before=2, text=phrase("Give the texts received to the interpreters")),
        StandardTask(code="prints", days_before=1, text=phrase("Print programme, plates, badges and room folder")),
        StandardTask(code="walk", days_before=1, text=phrase("Walk through the room with the room officer")),
        StandardTask(code="plates", days_before=0, text=phrase("Set out the plates and check the spelling on each")),
        StandardTask(code="presence", days_before=0, text=phrase("Tick who is present and note the times")),
    )
}


def due_on(first_on: date, days_before: int) -> date:
    """Return the day on which a task is due."""
    return first_on - timedelta(days=days_before)


def is_overdue(*, first_on: date, days_before: int, is_done: bool, today: date) -> bool:
    """Return whether a task that is not done was due before today."""
    return not is_done and due_on(first_on, days_before) < today
