"""SCRIPT_PLACES: the lines of the run of show, each with what staff call it and whether it is said aloud."""

from dataclasses import dataclass

from meetingplanner.languages import phrase

SPOKEN, DIRECTION, CONTINGENCY = "spoken", "direction", "contingency"
# From so many speeches on an item has a list: limits are recalled, and the next speakers announced.
LIST_FROM = 3


@dataclass(frozen=True, kw_only=True)
class ScriptPlace:
    """One line: its code is kept with what staff write there and is never changed.

    `kind` is SPOKEN, DIRECTION (what happens; not said) or CONTINGENCY (said only when it is needed). `pauses`: then
    the one who presides listens or waits.
    """

    code: str
    label: str
    kind: str = SPOKEN
    pauses: bool = False


SCRIPT_PLACES: dict[str, ScriptPlace] = {
    place.code: place
    for place in (
        ScriptPlace(code="opening", label=phrase("Opening formula")),
        ScriptPlace(code="agenda", label=phrase("Adoption of the agenda"), pauses=True),
        ScriptPlace(code="invitations", label=phrase("Invitations to participate"), pauses=True),
        ScriptPlace(code="resumption", label=phrase("Resumption")),
        ScriptPlace(code="takes_chair", label=phrase("Taking the chair")),
        ScriptPlace(code="next_part", label=phrase("Next part")),
        ScriptPlace(code="takes_turn", label=phrase("Taking the chair in turn")),
        ScriptPlace(code="item", label=phrase("Item")),
        ScriptPlace(code="limits", label=phrase("Limits of time")),
        ScriptPlace(code="open_list", label=phrase("Opening of the debate"), pauses=True),
        ScriptPlace(code="any_speaker", label=phrase("Floor to whoever asks for it"), pauses=True),
        ScriptPlace(code="conduct", label=phrase("Conduct of the item"), kind=DIRECTION, pauses=True),
        ScriptPlace(code="floor", label=phrase("Floor"), pauses=True),
        ScriptPlace(code="next", label=phrase("Next speakers"), pauses=True),
        ScriptPlace(code="thanks", label=phrase("Thanks")),
        ScriptPlace(code="list_end", label=phrase("End of the list"), pauses=True),
        ScriptPlace(code="silence", label=phrase("Invitation to silence")),
        ScriptPlace(code="silence_kept", label=phrase("Silence"), kind=DIRECTION, pauses=True),
        ScriptPlace(code="silence_end", label=phrase("End of silence")),
        ScriptPlace(code="gives_turn", label=phrase("Chair to the next in turn"), pauses=True),
        ScriptPlace(code="gives_closing", label=phrase("Chair back for the closing"), pauses=True),
        ScriptPlace(code="takes_closing", label=phrase("Taking the chair for the closing")),
        ScriptPlace(code="hand_over", label=phrase("Hand-over to whoever presides next"), pauses=True),
        ScriptPlace(code="closing", label=phrase("Closing words")),
        ScriptPlace(code="outcome", label=phrase("Announcement of the outcome")),
        ScriptPlace(code="adjournment", label=phrase("Adjournment"), pauses=True),
        ScriptPlace(code="absent", label=phrase("When a speaker is absent"), kind=CONTINGENCY),
        ScriptPlace(code="over_limit", label=phrase("When a speaker exceeds the limit"), kind=CONTINGENCY),
        ScriptPlace(code="point_of_order", label=phrase("When a point of order is raised"), kind=CONTINGENCY),
        ScriptPlace(code="interpretation", label=phrase("When interpretation is about to end"), kind=CONTINGENCY),
    )
}
