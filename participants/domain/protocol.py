"""The statuses before the General Assembly, the blocks they make, and the alphabet by which names are filed."""

from dataclasses import dataclass

from meetingplanner.languages import phrase
from participants.domain.alphabets import filing_key
from participants.domain.texts import text_in
from participants.domain.values import EntityFacts


@dataclass(frozen=True, kw_only=True)
class Status:
    """One status before the General Assembly; `group` is the block it sits in, in this order.

    States seated among Members without being Members share the Members' block.
    """

    code: str
    label: str
    group: int
    is_state: bool = False


MEMBERS_GROUP = 0
OBSERVER_STATES_GROUP = 1

# The Holy See sits right after the Members and before other observers (A/RES/58/314). The State of Palestine sat after
# it until September 2024 and sits among the Members since, in alphabetical order, without vote (A/RES/ES-10/23).
STATUSES: dict[str, Status] = {
    status.code: status
    for status in (
        Status(code="member_state", label=phrase("Member State"), group=MEMBERS_GROUP, is_state=True),
        Status(
            code="observer_state_among_members",
            label=phrase("Observer State seated among Member States"),
            group=MEMBERS_GROUP,
            is_state=True,
        ),
        Status(
            code="observer_state",
            label=phrase("Non-member observer State"),
            group=OBSERVER_STATES_GROUP,
            is_state=True,
        ),
        Status(code="other_state", label=phrase("Other State"), group=2, is_state=True),
        Status(code="organisation", label=phrase("Organization"), group=3),
        Status(code="united_nations", label=phrase("United Nations"), group=4),
    )
}

# What an entity counts as on a day for which no status is recorded, by kind.
DEFAULT_STATUSES = {
    "state": "other_state",
    "observer_state": "observer_state",
    "organisation": "organisation",
    "organ": "organisation",
    "united_nations": "united_nations",
}

OBSERVER_STATES = ("VAT", "PSE")

# How a print says which alphabet it follows, by language of the order.
ALPHABETICAL_ORDERS: dict[str, str] = {
    "en": phrase("English alphabetical order"),
    "fr": phrase("French alphabetical order"),
    "es": phrase("Spanish alphabetical order"),
    "ru": phrase("Russian alphabetical order"),
    "ar": phrase("Arabic alphabetical order"),
    "zh": phrase("Chinese order by pinyin"),
}


def entity_sort_key(entity: EntityFacts, language: str) -> tuple[str, str]:
    """Return what orders an entity among others in a language: the stored key as text, then the code.

    Without a stored key in that language, the key of the name that would be printed.
    """
    return (entity.sort_keys.get(language) or filing_key(text_in(entity.names, language), language), entity.code)


def is_state(entity: EntityFacts) -> bool:
    """Return whether the entity is a State: a State has a delegation, an organisation or an organ a representative."""
    return STATUSES[entity.status].is_state


def is_united_nations(entity: EntityFacts) -> bool:
    """Return whether the entity is the United Nations, whose people are of its Secretariat and no delegation."""
    return entity.status == "united_nations"


def is_among_members(entity: EntityFacts) -> bool:
    """Return whether the entity sits in the Members' block."""
    return STATUSES[entity.status].group == MEMBERS_GROUP


def block_of(entity: EntityFacts) -> tuple[int, int]:
    """Return the place of the entity's block, and inside it that of those who sit before the others of theirs."""
    group = STATUSES[entity.status].group
    is_placed = group == OBSERVER_STATES_GROUP and entity.code in OBSERVER_STATES
    return group, OBSERVER_STATES.index(entity.code) if is_placed else len(OBSERVER_STATES)
