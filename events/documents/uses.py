"""What each document is for, as the page of documents groups and explains them.

A table of its own beside DOCUMENTS: these words are for who prints, in the languages of the screen, and stand on no
paper. A document that is not named here is shown with the first group, without explanation.
"""

from dataclasses import dataclass

from meetingplanner.languages import phrase


@dataclass(frozen=True, kw_only=True)
class Use:
    """A group of documents: `about` says by slug what each is and who needs it, in the order shown."""

    code: str
    label: str
    about: dict[str, str]


USES: tuple[Use, ...] = (
    Use(
        code="before",
        label=phrase("Before the meeting"),
        about={
            "programme": phrase("Days, parts and items with their times and speakers: for everybody who comes."),
            "programme-word": phrase("The programme, to complete and to send on."),
            "programme-xlsx": phrase("Every item with its times, to filter and to send on."),
            "concept-note": phrase("What the meeting is about, as it is sent with the invitation."),
            "concept-note-word": phrase("The note, to work on in the office."),
            "concept-note-marked-up": phrase("The note with what is to be taken out: for those who decide on it."),
            "participants": phrase("Who attends, delegation by delegation, with functions."),
            "participants-xlsx": phrase("Everybody with the parts of the name, to filter and to send on."),
            "badges": phrase("For everybody who comes: category by colour and word, and a code without a name."),
            "replies": phrase("Who answered and who did not: for the desk."),
            "replies-xlsx": phrase("The replies to filter, to complete and to send on."),
            "observers": phrase("Requests for observers' places in the order received: for the desk."),
            "observers-csv": phrase("The register for other programs."),
            "observers-xlsx": phrase("The register to filter and to send on."),
        },
    ),
    Use(
        code="room",
        label=phrase("In the room"),
        about={
            "room-folder": phrase("All of these in one file with contents: for the officer in charge of the room."),
            "run-of-show": phrase("What is said from the chair, line by line, in large type: for the lectern."),
            "speakers": phrase("Who speaks when and how long: for whoever presides and the secretary."),
            "speakers-word": phrase("The speakers, to complete and to send on."),
            "speakers-xlsx": phrase("The speakers with their times, to filter and to send on."),
            "arrivals": phrase(
                "Who comes when, waits where and leaves after what, and the press: for protocol and escorts."
            ),
            "arrivals-xlsx": phrase("The arrivals with their times, to filter and to complete."),
            "seating-plan": phrase("Who sits where: for protocol, ushers and the conference officer."),
            "door-list": phrase("Every delegation from A to Z with its seats, in large type: for ushers at the door."),
            "seat-moves": phrase("Who sits elsewhere than was issued, in walking order: for ushers."),
            "changeover": phrase("Which plates are moved between two parts, and who goes where: for ushers."),
            "changeover-xlsx": phrase("What is moved between two parts, to filter and to tick off."),
            "seats-xlsx": phrase("Every seat taken with the number of its microphone, to filter and to send on."),
            "seats-csv": phrase("The same seats for conference systems."),
            "table-plates": phrase("Folded plates with the country's name, one for each delegation."),
            "podium-plates": phrase("Folded plates with name and function, for those on the podium."),
            "plates-changed": phrase("The plates that are new, say something else or stand elsewhere than was issued."),
            "seat-slips": phrase("Slips for observers with seat and row, and a code without a name: for the desk."),
            "plates-xlsx": phrase("What stands on the plates, in their order: to check them off."),
        },
    ),
    Use(
        code="after",
        label=phrase("Afterwards"),
        about={
            "summary": phrase("The conclusions with who spoke: to be completed and circulated."),
            "summary-word": phrase("The conclusions, to be completed by the rapporteur."),
        },
    ),
)


def use_of(slug: str) -> Use:
    """Return the group of a document, the first for one that no group names."""
    return next((one for one in USES if slug in one.about), USES[0])
