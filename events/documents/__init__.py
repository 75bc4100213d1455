"""DOCUMENTS: the table of everything one can print, download or subscribe to."""

from events.documents import (
    arrivals,
    badges,
    changeover,
    concept_note,
    door_list,
    list_sheets,
    observers,
    participants,
    plates,
    programme,
    replies,
    room_folder,
    run_of_show,
    seat_changes,
    seat_slips,
    seating_plan,
    speakers,
    summary,
)
from events.documents.base import Document

DOCUMENTS: dict[str, Document] = {
    document.slug: document
    for document in (
        programme.DOCUMENT,
        speakers.DOCUMENT,
        participants.DOCUMENT,
        replies.DOCUMENT,
        replies.SHEET,
        observers.DOCUMENT,
        observers.CSV_SHEET,
        observers.XLSX_SHEET,
        seating_plan.DOCUMENT,
        door_list.DOCUMENT,
        seat_changes.DOCUMENT,
        changeover.DOCUMENT,
        plates.TABLE,
        plates.PODIUM,
        plates.CHANGED,
        badges.DOCUMENT,
        seat_slips.DOCUMENT,
        run_of_show.DOCUMENT,
        room_folder.DOCUMENT,
        arrivals.DOCUMENT,
        concept_note.DOCUMENT,
        concept_note.MARKED_UP,
        summary.DOCUMENT,
        *list_sheets.SHEETS,
        programme.WORD,
        speakers.WORD,
        concept_note.WORD,
        summary.WORD,
    )
}
