"""NOTICES: what a delegation can be told, by kind. `events.messages` has the words for each."""

from meetingplanner.languages import phrase

NOTICES: dict[str, str] = {
    "invitation": phrase("Invitation"),
    "reminder": phrase("Reminder"),
    "received": phrase("Answer received"),
    "granted": phrase("Observer place granted"),
    "waiting": phrase("On the waiting list"),
    "promoted": phrase("Granted a place from the waiting list"),
    "lapsed": phrase("Waiting list ended"),
    "regrets": phrase("Regrets noted"),
    "withdrawn": phrase("Withdrawn"),
    "changed": phrase("Meeting changed"),
    "revision": phrase("What a revision changes for them"),
    "cancelled": phrase("Meeting cancelled"),
}
