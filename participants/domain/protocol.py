"""The order of States and organisations inside one zone, by named schemes, and the statuses it depends on."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from meetingplanner.languages import phrase
from participants.domain.alphabets import filing_key
from participants.domain.texts import Texts, text_in
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


@dataclass(frozen=True, kw_only=True)
class SeatingScheme:
    """One order of seats: its name in a form, and whether the States start from one drawn by lot."""

    code: str
    label: str
    is_drawn: bool = False


SEATING_SCHEMES: dict[str, SeatingScheme] = {
    scheme.code: scheme
    for scheme in (
        SeatingScheme(code="alphabetical", label=phrase("Alphabetical")),
        SeatingScheme(code="drawn", label=phrase("Alphabetical from the State drawn"), is_drawn=True),
    )
}

# How a print says which alphabet it follows, by language of the order.
ALPHABETICAL_ORDERS: dict[str, str] = {
    "en": phrase("English alphabetical order"),
    "fr": phrase("French alphabetical order"),
    "es": phrase("Spanish alphabetical order"),
    "ru": phrase("Russian alphabetical order"),
    "ar": phrase("Arabic alphabetical order"),
    "zh": phrase("Chinese order by pinyin"),
}
STARTING = phrase("%(order)s, starting with %(first)s")
SHIFTED = phrase("%(order)s, starting with %(first)s, the first present after %(drawn)s")


@dataclass(frozen=True, kw_only=True)
class OrderWords:
    """An order in words: `order` to translate, and where it starts with somebody `template`, whose places the order and
    `names` (prose forms) fill.
    """

    order: str
    template: str = ""
    names: dict[str, Texts] = field(default_factory=dict)


def entity_sort_key(entity: EntityFacts, language: str) -> tuple[str, str]:
    """Return what orders an entity among others in a language: the stored key as text, then the code.

    Without a stored key in that language, the key of the name that would be printed.
    """
    return (entity.sort_keys.get(language) or filing_key(text_in(entity.names, language), language), entity.code)


def ordered_entities(
    entities: Iterable[EntityFacts], *, scheme: str, language: str, drawn: EntityFacts | None = None
) -> tuple[str, ...]:
    """Return the codes of the entities of ONE zone in the scheme's order, each once.

    Members (with States seated among them) in the language's order, for a drawn scheme from the first one present at
    or after the State drawn, wrapping at the end; then the Holy See, the State of Palestine and other observer States;
    then organisations A-Z and last the United Nations. Without a State drawn the drawn scheme is plain A-Z. Equal keys
    are ordered by code. No entities give an empty tuple. The zone itself is not decided here: it follows the ground of
    invitation. Source: General Assembly practice of seating; A/RES/58/314; A/RES/ES-10/23.
    """
    by_code = {entity.code: entity for entity in entities}
    ordered = sorted(by_code.values(), key=lambda entity: _order_key(entity, language))
    codes = [entity.code for entity in ordered]
    members = [entity for entity in ordered if _is_among_members(entity)]
    start = _start(members, scheme=scheme, language=language, drawn=drawn)
    return tuple(codes[start : len(members)] + codes[:start] + codes[len(members) :])


def listed_entities(entities: Iterable[EntityFacts], language: str) -> tuple[str, ...]:
    """Return the codes in the order of a list of participants: plain A-Z in the language of the document.

    The Members come first, then observer States, then organisations, then the United Nations, each A-Z.
    """
    return ordered_entities(entities, scheme="alphabetical", language=language)


def why_seated_before(first: EntityFacts, second: EntityFacts, language: str) -> str:
    """Return the rule by which the first of two entities of one zone sits before the second, as they are ordered.

    "status" where they are of different blocks; "observer_states" where one is of those that sit before the others of
    their block; "drawn" where the order, which starts from a State drawn, has gone round between them; else "name".
    """
    (block, rank, *name), (other_block, other_rank, *other_name) = (
        _order_key(one, language) for one in (first, second)
    )
    if block != other_block:
        return "status"
    if rank != other_rank:
        return "observer_states"
    return "name" if name <= other_name else "drawn"


def order_words(
    entities: Iterable[EntityFacts], *, scheme: str, language: str, drawn: EntityFacts | None = None
) -> OrderWords:
    """Return how a print says which order it has, `language` being that of the order, not of the print.

    "English alphabetical order, starting with Czechia"; where the State drawn is absent, also in whose place it is.
    Without a State drawn, or without Members, it is the plain alphabetical order that is named.
    """
    order = ALPHABETICAL_ORDERS[language]
    members = sorted(filter(_is_among_members, entities), key=lambda entity: entity_sort_key(entity, language))
    if not (SEATING_SCHEMES[scheme].is_drawn and drawn and members):
        return OrderWords(order=order)
    first = members[_start(members, scheme=scheme, language=language, drawn=drawn)]
    if first.code == drawn.code:
        return OrderWords(order=order, template=STARTING, names={"first": _in_prose(first)})
    return OrderWords(order=order, template=SHIFTED, names={"first": _in_prose(first), "drawn": _in_prose(drawn)})


def _in_prose(entity: EntityFacts) -> Texts:
    return {**entity.names, **entity.prose}


def _is_among_members(entity: EntityFacts) -> bool:
    return STATUSES[entity.status].group == MEMBERS_GROUP


def _order_key(entity: EntityFacts, language: str) -> tuple:
    group = STATUSES[entity.status].group
    is_ranked = group == OBSERVER_STATES_GROUP and entity.code in OBSERVER_STATES
    rank = OBSERVER_STATES.index(entity.code) if is_ranked else len(OBSERVER_STATES)
    return (group, rank, *entity_sort_key(entity, language))


def _start(members: list[EntityFacts], *, scheme: str, language: str, drawn: EntityFacts | None) -> int:
    if not (SEATING_SCHEMES[scheme].is_drawn and drawn):
        return 0
    from_key = entity_sort_key(drawn, language)
    keys = (entity_sort_key(member, language) for member in members)
    return next((index for index, key in enumerate(keys) if key >= from_key), 0)
