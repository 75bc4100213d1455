"""Why one speaker comes before another, in a sentence."""

from django.utils.translation import gettext

from events.documents.words import entity_name, moment
from events.domain.facts import ItemFacts, MeetingFacts
from events.domain.items import BY_HAND, ORDER_SCHEMES
from events.domain.speaking import REASONS, Reason
from participants.domain.prose import spaced
from participants.domain.ranks import RANKS

TABLES = {"scheme": ORDER_SCHEMES, "first_rank": {code: rank.label for code, rank in RANKS.items()}}
UNORDERED, MADE_BY_HAND = REASONS["unordered"], REASONS["hand"]
TABLES["second_rank"] = TABLES["first_rank"]


def reason_words(facts: MeetingFacts, item: ItemFacts, reason: Reason, language: str) -> str:
    """Return the reason as a sentence; of an order by hand with who decided it, when and why."""
    if reason.code == "hand":
        return spaced(order_words(facts, item, language), language)
    speeches = {one.uuid: one for one in item.speeches}

    def named(uuid: str) -> str:
        return entity_name(facts.entities[facts.delegations[speeches[uuid].delegation].entity], language)

    values = {"first": named(reason.first), "second": named(reason.second)}
    for name, value in reason.values.items():
        values[name] = named(value) if name == "member" else gettext(TABLES[name][value])
    return spaced(gettext(REASONS[reason.code]) % values, language)


def order_words(facts: MeetingFacts, item: ItemFacts, language: str) -> str:
    """Return by what the speakers are ordered: the scheme, or by whose hand, when and why."""
    order = item.order
    if order is None:
        return gettext(UNORDERED)
    if order.scheme != BY_HAND:
        return gettext(ORDER_SCHEMES[order.scheme])
    words = gettext(MADE_BY_HAND)
    when = moment(order.at, facts.roster.zone, language) if order.at else ""
    who = ", ".join(part for part in (order.by, when) if part)
    parts = [words.rstrip("."), f" ({who})" if who else "", f": {order.why}" if order.why else ""]
    return "".join(parts).rstrip(".") + "."
