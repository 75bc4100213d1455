"""The order of States and organisations inside one zone, by named schemes; which it is in words, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from meetingplanner.languages import phrase
from participants.domain.protocol import ALPHABETICAL_ORDERS, block_of, entity_sort_key, is_among_members
from participants.domain.ranks import SCHEMES, rank_position
from participants.domain.texts import Texts
from participants.domain.values import EntityFacts


@dataclass(frozen=True, kw_only=True)
class SeatingScheme:
    """One order of seats: its name in a form, and whether it starts from a State drawn, goes by rank or by hand."""

    code: str
    label: str
    is_drawn: bool = False
    is_ranked: bool = False
    is_by_hand: bool = False


SEATING_SCHEMES: dict[str, SeatingScheme] = {
    scheme.code: scheme
    for scheme in (
        SeatingScheme(code="alphabetical", label=phrase("Alphabetical")),
        SeatingScheme(code="drawn", label=phrase("Alphabetical from the State drawn"), is_drawn=True),
        SeatingScheme(code="rank", label=phrase("By rank of the head of delegation"), is_ranked=True),
        SeatingScheme(code="hand", label=phrase("By hand"), is_by_hand=True),
    )
}

STARTING = phrase("%(order)s, starting with %(first)s")
SHIFTED = phrase("%(order)s, starting with %(first)s, the first present after %(drawn)s")
RANKED = phrase("rank of the head of delegation (%(scheme)s), equal ranks in %(order)s")
HAND = phrase("the secretariat's own order, made by hand")
JOINED = phrase("the secretariat's own order, made by hand; those that joined later stand at the end, in %(order)s")
BLOCKS = phrase("Member States first, then observer States, organizations and the United Nations.")
MIXED = phrase("All in one order, whatever their status before the General Assembly.")


@dataclass(frozen=True, kw_only=True)
class SeatOrder:
    """What decides the order inside a zone, with the facts that it takes.

    `scheme` is a row of SEATING_SCHEMES, `language` the one whose alphabet decides, `is_mixed` whether all stand in one
    order whatever their status. By rank, `rank_scheme` is a row of SCHEMES and `ranks` has the rank of who heads the
    delegation, by entity code, not stated for who is missing. By hand, `places` has the places by entity code; who is
    missing joined later.
    """

    language: str
    scheme: str = "alphabetical"
    drawn: EntityFacts | None = None
    is_mixed: bool = False
    rank_scheme: str = ""
    ranks: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)

    def rank_of(self, entity: EntityFacts) -> str:
        """Return the rank of who heads the entity's delegation."""
        return self.ranks.get(entity.code, "unspecified")


@dataclass(frozen=True, kw_only=True)
class OrderWords:
    """An order in words: `order` to translate, and where there is more to say `template`, whose places the order,
    `scheme` (to translate too) and `names` (prose forms) fill; `blocks` is the sentence on statuses, "" for none.
    """

    order: str
    template: str = ""
    scheme: str = ""
    names: dict[str, Texts] = field(default_factory=dict)
    blocks: str = ""


# The rules in the order in which they decide, as `_place` has them.
RULES = ("joined", "hand", "status", "observer_states", "rank")


def ordered_entities(entities: Iterable[EntityFacts], order: SeatOrder) -> tuple[str, ...]:
    """Return the codes of the entities of ONE zone in the order, each once.

    In blocks: Members (with States seated among them), then the Holy See, the State of Palestine and other observer
    States, then organisations and last the United Nations; mixed: all together. Inside, the language's order; for a
    drawn scheme from the first one present at or after the State drawn, wrapping at the end, among Members alone where
    there are blocks; by rank first the higher one. Without a State drawn the drawn scheme is plain A-Z. By hand there
    are no blocks, and who has no place comes last, A-Z. Equal keys are ordered by code. No entities give an empty
    tuple. The zone itself is not decided here: it follows the ground of invitation. Source: General Assembly practice
    of seating; A/RES/58/314; A/RES/ES-10/23.
    """
    by_code = {entity.code: entity for entity in entities}
    ordered = sorted(by_code.values(), key=lambda entity: _place(entity, order))
    codes = [entity.code for entity in ordered]
    turned = _turned(ordered, order)
    start = _start(turned, order)
    return tuple(codes[start : len(turned)] + codes[:start] + codes[len(turned) :])


def listed_entities(entities: Iterable[EntityFacts], language: str) -> tuple[str, ...]:
    """Return the codes in the order of a list of participants: plain A-Z in the language of the document.

    The Members come first, then observer States, then organisations, then the United Nations, each A-Z.
    """
    return ordered_entities(entities, SeatOrder(language=language))


def joined_later(entities: Iterable[EntityFacts], order: SeatOrder) -> tuple[str, ...]:
    """Return the codes of those that stand at the end of an order by hand, in it; () for any other order."""
    if not SEATING_SCHEMES[order.scheme].is_by_hand:
        return ()
    return ordered_entities((one for one in entities if one.code not in order.places), order)


def why_seated_before(first: EntityFacts, second: EntityFacts, order: SeatOrder) -> str:
    """Return the rule by which the first of two entities of one zone sits before the second, as they are ordered.

    "status" where they are of different blocks; "observer_states" where one is of those that sit before the others of
    their block; "rank" where that of the first is higher, "level" where they are equal and the name decides; "hand"
    where the secretariat decided; "joined" where the second joined later, "both_joined" where both did; "drawn" where
    the order, which starts from a State drawn, has gone round between them; else "name".
    """
    (*one, name), (*other, other_name) = (_place(entity, order) for entity in (first, second))
    for rule, mine, its in zip(RULES, one, other, strict=True):
        if mine != its:
            return rule
    scheme = SEATING_SCHEMES[order.scheme]
    if scheme.is_ranked or scheme.is_by_hand:
        return "level" if scheme.is_ranked else "both_joined"
    return "name" if name <= other_name else "drawn"


def order_words(entities: Iterable[EntityFacts], order: SeatOrder) -> OrderWords:
    """Return how a print says which order it has, the order's language being its own, not that of the print.

    "English alphabetical order, starting with Czechia"; where the State drawn is absent, also in whose place it is.
    Without a State drawn, or without anybody to start with, it is the plain alphabetical order that is named.
    """
    present, scheme = list(entities), SEATING_SCHEMES[order.scheme]
    alphabet, blocks = ALPHABETICAL_ORDERS[order.language], MIXED if order.is_mixed else BLOCKS
    if scheme.is_by_hand:
        has_joined = bool(joined_later(present, order))
        return OrderWords(order=alphabet, template=JOINED) if has_joined else OrderWords(order=HAND)
    if scheme.is_ranked:
        return OrderWords(order=alphabet, template=RANKED, scheme=SCHEMES[order.rank_scheme].label, blocks=blocks)
    turned = _turned(sorted(present, key=lambda entity: _place(entity, order)), order)
    if not (scheme.is_drawn and order.drawn and turned):
        return OrderWords(order=alphabet, blocks=blocks)
    first = turned[_start(turned, order)]
    names = {"first": _in_prose(first)}
    if first.code == order.drawn.code:
        return OrderWords(order=alphabet, template=STARTING, names=names, blocks=blocks)
    names["drawn"] = _in_prose(order.drawn)
    return OrderWords(order=alphabet, template=SHIFTED, names=names, blocks=blocks)


def _in_prose(entity: EntityFacts) -> Texts:
    return {**entity.names, **entity.prose}


def _place(entity: EntityFacts, order: SeatOrder) -> tuple:
    """Return what RULES compare, and last the name."""
    name, scheme = entity_sort_key(entity, order.language), SEATING_SCHEMES[order.scheme]
    if scheme.is_by_hand:
        place = order.places.get(entity.code)
        return (place is None, place or 0, 0, 0, 0, name)
    block = (0, 0) if order.is_mixed else block_of(entity)
    step = rank_position(order.rank_of(entity), order.rank_scheme) if scheme.is_ranked else 0
    return (False, 0, *block, step, name)


def _turned(ordered: list[EntityFacts], order: SeatOrder) -> list[EntityFacts]:
    """Return those whom a State drawn turns round: all where they are mixed, else the Members, who come first."""
    return ordered if order.is_mixed else [entity for entity in ordered if is_among_members(entity)]


def _start(turned: list[EntityFacts], order: SeatOrder) -> int:
    if not (SEATING_SCHEMES[order.scheme].is_drawn and order.drawn):
        return 0
    from_key = entity_sort_key(order.drawn, order.language)
    keys = (entity_sort_key(entity, order.language) for entity in turned)
    return next((index for index, key in enumerate(keys) if key >= from_key), 0)
