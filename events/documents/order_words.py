"""Why one speaks, or sits, before another, and which order speakers are in: sentences of the active language."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from django.utils.translation import gettext

from events.documents.seat_words import order_at_table
from events.documents.words import capitalised, entity_of, entity_prose, lowered, moment
from events.domain.facts import ItemFacts, MeetingFacts, SegmentFacts, SpeechFacts
from events.domain.items import ORDER_SCHEMES
from events.domain.seating.order import seat_order
from events.domain.speaking import Reason
from participants.domain.names import full_name
from participants.domain.prose import bracketed
from participants.domain.protocol import ALPHABETICAL_ORDERS, STATUSES
from participants.domain.ranks import RANKS, SCHEMES
from participants.domain.seat_orders import SeatOrder, why_seated_before
from participants.domain.texts import text_in
from participants.domain.values import EntityFacts


def reason_words(facts: MeetingFacts, item: ItemFacts, reason: Reason, language: str) -> str:
    """Return the sentence: "France speaks before Germany: Head of State before Minister, by “…”."""
    speeches = {speech.uuid: speech for speech in item.speeches}
    return _Words(facts, speeches, language).sentence(reason)


def order_label(item: ItemFacts) -> str:
    """Return which order the item's speakers are in; "" where none was chosen."""
    return gettext(ORDER_SCHEMES[item.order.scheme]) if item.order else ""


def decided(facts: MeetingFacts, item: ItemFacts, language: str) -> str:
    """Return who put the item's speakers into their order, and when: "A. Desk, 1 September 2017, 12:00"."""
    if item.order is None:
        return ""
    at = moment(item.order.at, facts.roster.zone, language) if item.order.at else ""
    return ", ".join(filter(None, (item.order.by, at)))


def seat_reasons(
    facts: MeetingFacts, segment: SegmentFacts, delegations: Sequence[str], language: str
) -> tuple[str, ...]:
    """Return for each delegation of one zone but the last, in their order, why it sits before the one after it.

    "" where both are of one entity.
    """
    words, order = order_at_table(facts, segment, language), seat_order(facts, segment)
    entities = [entity_of(facts, uuid) for uuid in delegations]
    return tuple(
        _seat_reason(one, other, order, words, language) if one.code != other.code else ""
        for one, other in pairwise(entities)
    )


def _seat_reason(first: EntityFacts, second: EntityFacts, order: SeatOrder, words: str, language: str) -> str:
    rule = why_seated_before(first, second, order)
    names = (entity_prose(one, language) for one in (first, second))
    telling = STATUSES if rule == "status" else RANKS
    codes = (one.status if rule == "status" else order.rank_of(one) for one in (first, second))
    labels = (gettext(telling[code].label) for code in codes)
    places = dict(zip(("first", "second", "one", "other"), (*names, *labels), strict=True)) | {
        "order": words,
        "alphabet": lowered(gettext(ALPHABETICAL_ORDERS[order.language]), language),
        "scheme": gettext(SCHEMES[order.rank_scheme].label) if order.rank_scheme else "",
    }
    return capitalised(_seat_sentences()[rule] % places)


def _seat_sentences() -> dict[str, str]:
    """Return what is said of each rule that `why_seated_before` names."""
    return {
        "status": gettext("%(first)s sits before %(second)s: %(one)s before %(other)s."),
        "observer_states": gettext(
            "%(first)s sits before %(second)s: the Holy See and then the State of Palestine sit before the other "
            "observer States."
        ),
        "drawn": gettext("%(first)s sits before %(second)s: %(order)s, and from the end on to the beginning."),
        "name": gettext("%(first)s sits before %(second)s: %(order)s."),
        "rank": gettext("%(first)s sits before %(second)s: %(one)s before %(other)s (%(scheme)s)."),
        "level": gettext("%(first)s sits before %(second)s: level by rank (%(scheme)s), so in %(alphabet)s."),
        "hand": gettext("%(first)s sits before %(second)s: the secretariat put them so by hand."),
        "joined": gettext(
            "%(first)s sits before %(second)s, which joined after the order was made by hand and sits at the end."
        ),
        "both_joined": gettext(
            "%(first)s sits before %(second)s: both joined after the order was made by hand, so in %(alphabet)s."
        ),
    }


class _Words:
    """What the sentences about the speeches of one item share: names, ranks and instants in one language."""

    def __init__(self, facts: MeetingFacts, speeches: dict[str, SpeechFacts], language: str):
        self.facts = facts
        self.speeches = speeches
        self.language = language

    def sentence(self, reason: Reason) -> str:
        return capitalised(getattr(self, f"_{reason.rule}", self._by_scheme)(reason))

    def _unordered(self, reason: Reason) -> str:
        words = gettext("%(first)s stands before %(second)s as the list was written; no order has been chosen.")
        return words % self.pair(reason)

    def _hand(self, reason: Reason) -> str:
        pair = self.pair(reason) | {"who": reason.by, "when": self.when(reason.at)}
        if reason.by and reason.at:
            told = gettext("%(first)s speaks before %(second)s by hand: %(who)s decided it on %(when)s.") % pair
        else:
            told = gettext("%(first)s speaks before %(second)s by hand.") % pair
        why = gettext("Reason: %(why)s") % {"why": reason.why} if reason.why else gettext("No reason is given.")
        return f"{told} {why}"

    def _against(self, reason: Reason) -> str:
        words = gettext("%(first)s stands before %(second)s, against the order chosen (%(scheme)s).")
        return words % self.pair(reason)

    def _group(self, reason: Reason) -> str:
        words = gettext(
            "%(first)s speaks before %(second)s: it speaks for the group “%(group)s”, and a group speaks before its "
            "members (%(scheme)s)."
        )
        return words % self.pair(reason)

    def _group_first(self, reason: Reason) -> str:
        words = gettext(
            "%(first)s speaks before %(second)s: it speaks for the group “%(group)s”, which speaks before its first "
            "member, %(member)s; and that one before %(second)s: %(rule)s (%(scheme)s)."
        )
        member = self.name(reason.member, other=reason.second)
        return words % (self.pair(reason) | {"member": member, "rule": self.rule(reason.through)})

    def _by_scheme(self, reason: Reason) -> str:
        words = gettext("%(first)s speaks before %(second)s: %(rule)s (%(scheme)s).")
        return words % (self.pair(reason) | {"rule": self.rule(reason)})

    def rule(self, reason: Reason) -> str:
        return getattr(self, f"_rule_{reason.rule}")(reason)

    def _rule_rank(self, reason: Reason) -> str:
        higher, lower = (gettext(RANKS[code].label) for code in reason.ranks)
        return gettext("%(higher)s before %(lower)s") % {"higher": higher, "lower": lower}

    def _rule_request(self, reason: Reason) -> str:
        one, other = (self.when(at) for at in reason.asked_at)
        if not other:
            return gettext("level by rank, and the only one of the two that asked for the floor (%(one)s)") % {
                "one": one
            }
        words = gettext("level by rank, and the first of the two to ask for the floor (%(one)s; the other %(other)s)")
        return words % {"one": one, "other": other}

    def _rule_name(self, reason: Reason) -> str:
        order = lowered(gettext(ALPHABETICAL_ORDERS[reason.language]), self.language)
        return gettext("level by rank and by time of request, so in %(order)s") % {"order": order}

    def _rule_level(self, reason: Reason) -> str:
        return gettext("level by rank, time of request and name, so in an order that means nothing")

    def pair(self, reason: Reason) -> dict[str, str]:
        group = next((one for one in self.facts.roster.groups if one.code == reason.group), None)
        return {
            "first": self.name(reason.first, other=reason.second),
            "second": self.name(reason.second, other=reason.first),
            "scheme": gettext(ORDER_SCHEMES.get(reason.scheme, "")) if reason.scheme else "",
            "group": text_in(group.names, self.language) if group else reason.group,
        }

    def name(self, uuid: str, *, other: str) -> str:
        """Return the entity in prose; with the person where the other one is of the same entity."""
        speech = self.speeches[uuid]
        entity = entity_prose(entity_of(self.facts, speech.delegation), self.language)
        delegate = self.facts.delegates.get(speech.delegate)
        if self.speeches[other].delegation != speech.delegation or delegate is None or not full_name(delegate):
            return entity
        return f"{full_name(delegate)} {bracketed(entity, self.language)}"

    def when(self, at: datetime | None) -> str:
        return moment(at, self.facts.roster.zone, self.language) if at else ""
