"""The tables of the programme: kinds of items, press arrangements, levels; and those of open points."""

from dataclasses import dataclass

from meetingplanner.languages import phrase
from participants.domain.ranks import SCHEMES


@dataclass(frozen=True, kw_only=True)
class ItemKind:
    """One kind of item. `default_minutes` is what a new item is offered; None takes what remains.

    `has_speakers` tells that the floor is given, and so handed over afterwards; `speech_minutes` is what a speech
    without minutes of its own is counted with. `takes_rest` marks a list that stays open: without a duration it takes
    what remains even when speakers are inscribed, and never less than they need.
    """

    code: str
    label: str
    has_speakers: bool = True
    default_minutes: int | None = 5
    speech_minutes: int = 5
    takes_rest: bool = False


ITEM_KINDS: dict[str, ItemKind] = {
    kind.code: kind
    for kind in (
        ItemKind(code="opening_statement", label=phrase("Opening statement")),
        ItemKind(code="brief_remarks", label=phrase("Brief remarks")),
        ItemKind(code="silence", label=phrase("Minute of silence"), has_speakers=False, default_minutes=1),
        ItemKind(code="update", label=phrase("Update"), default_minutes=10, speech_minutes=10),
        ItemKind(code="debate", label=phrase("Debate"), default_minutes=None, speech_minutes=3, takes_rest=True),
        ItemKind(code="conclusion", label=phrase("Conclusion"), default_minutes=10),
        ItemKind(code="statement", label=phrase("Statement")),
        ItemKind(code="other", label=phrase("Other"), has_speakers=False, default_minutes=10),
    )
}

# What a calendar has entries for, from one for all to one for each.
DETAILS = ("meeting", "sittings", "items")
PRESS: dict[str, str] = {
    "open": phrase("Open to the press"),
    "pool": phrase("Press pool only"),
    "closed": phrase("Closed to the press"),
    "webcast": phrase("Open to the press and webcast"),
}

# How speakers are put into order: by a scheme of rank, or as staff decide, which they record with a reason.
BY_HAND = "hand"
ORDER_SCHEMES: dict[str, str] = {
    BY_HAND: phrase("By hand"),
    **{scheme.code: scheme.label for scheme in SCHEMES.values()},
}

LEVELS: dict[str, str] = {
    "heads_of_state": phrase("Heads of State and Government"),
    "ministerial": phrase("Ministerial"),
    "senior_officials": phrase("Senior officials"),
    "permanent_representatives": phrase("Permanent representatives"),
    "experts": phrase("Experts"),
}

# What a meeting is: prints call it, and who presides, accordingly.
MEETING_KINDS: dict[str, str] = {
    "conference": phrase("Meeting led by a chair or by co-chairs"),
    "organ": phrase("Meeting of an organ under its President, such as the Security Council"),
}

# The worst first: findings and open points are sorted by this order.
SEVERITIES: dict[str, str] = {"high": phrase("High"), "medium": phrase("Medium"), "low": phrase("Low")}

BLOCKS: dict[str, str] = {
    "time": phrase("Programme and calendar"),
    "seats": phrase("Observers' confirmations"),
    "text": phrase("Concept note"),
    "person": phrase("Documents that name the person"),
}

# In which people may speak: the languages of the United Nations.
SPOKEN_LANGUAGES: dict[str, str] = {
    "ar": phrase("Arabic"),
    "zh": phrase("Chinese"),
    "en": phrase("English"),
    "fr": phrase("French"),
    "ru": phrase("Russian"),
    "es": phrase("Spanish"),
}
