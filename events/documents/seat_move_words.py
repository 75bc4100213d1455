"""Moves of seats, what a plan costs and what it does not keep, in words."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext, ngettext

from events.documents.words import entity_name, entity_of
from events.domain.facts import MeetingFacts
from events.domain.seating.constraints import CONSTRAINTS
from events.domain.seating.posing import SeatingRuleFacts
from events.domain.seating.problem import Costs
from events.domain.seating.proposing import Broken, Move
from events.domain.seating.rule_kinds import RULE_KINDS, WAYS_APART, is_confidential
from events.domain.seating.since import PodiumMove
from participants.domain.prose import joined, listed


def move_words(facts: MeetingFacts, move: Move, language: str) -> tuple[str, str, str]:
    """Return who moves, from which seats and to which; a dash where there are none."""
    name = entity_name(entity_of(facts, move.delegation), language)
    return name, listed(move.before, language) or "–", listed(move.after, language) or "–"


def cost_words(costs: Costs) -> tuple[str, ...]:
    """Return what a plan costs, the weightiest first; () for one that costs nothing."""
    found = (
        (costs.unmet, ngettext("%(count)s request for an accessible place not met",
                               "%(count)s requests for an accessible place not met", costs.unmet)),
        (costs.inversions, ngettext("%(count)s pair against the order", "%(count)s pairs against the order",
                                    costs.inversions)),
        (costs.distance, ngettext("%(count)s place away from where it is due",
                                  "%(count)s places, added up, away from where each is due", costs.distance)),
        (costs.wishes, ngettext("%(count)s wish not met", "%(count)s wishes not met", costs.wishes)),
        (costs.changes, ngettext("%(count)s delegation elsewhere than issued or before",
                                 "%(count)s delegations elsewhere than issued or before", costs.changes)),
    )  # fmt: skip
    return tuple(words % {"count": count} for count, words in found if count)


def all_costs(costs: Costs) -> str:
    """Return what a plan costs in one line, and for one that costs nothing that it does."""
    return in_a_row(cost_words(costs)) or gettext("nothing: everybody sits where due")


def in_a_row(parts: Iterable[str]) -> str:
    """Return several findings in one line, with semicolons between."""
    words = ""
    for one in parts:
        words = gettext("%(first)s; %(second)s") % {"first": words, "second": one} if words else one
    return words


def moves_sentence(moves: Iterable[Move | PodiumMove]) -> str:
    """Return how many move: "1 move", "23 moves"; those who leave or come count too."""
    count = len(tuple(moves))
    return ngettext("%(count)s move", "%(count)s moves", count) % {"count": count} if count else gettext("no move")


def broken_words(
    facts: MeetingFacts, broken: Iterable[Broken], language: str, *, sees_confidential: bool
) -> tuple[str, ...]:
    """Return what a plan does not keep, each once; confidential rules only to who may read them."""
    return tuple(dict.fromkeys(_broken(facts, broken, language, sees_confidential)))


def _broken(facts: MeetingFacts, broken: Iterable[Broken], language: str, sees_confidential: bool) -> Iterator[str]:
    for one in broken:
        if one.rule is None:
            label = gettext(CONSTRAINTS[one.code].label)
            yield _told(label, joined(_names(facts, one.delegations, language), language), language)
        elif sees_confidential or not is_confidential(one.rule.kind):
            yield rule_words(facts, one.rule, language)
        else:
            yield gettext("A rule that protocol keeps to itself.")


def rule_words(facts: MeetingFacts, rule: SeatingRuleFacts, language: str) -> str:
    """Return a rule: "Mali: keep apart from Algeria, not side by side"."""
    name, *other = _names(facts, [one for one in (rule.delegation, rule.other) if one], language)
    words = " ".join((gettext(RULE_KINDS[rule.kind].label), *other))
    if rule.way and rule.way != "places":
        words = f"{words}, {gettext(WAYS_APART[rule.way])}"
    if rule.distance:
        between = ngettext("%(count)s place", "%(count)s places", rule.distance) % {"count": rule.distance}
        template = gettext("%(rule)s, at least %(places)s between")
        if rule.kind == "near":
            template = gettext("%(rule)s, fewer than %(places)s between")
        words = template % {"rule": words, "places": between}
    return _told(name, words, language)


def _told(what: str, words: str, language: str) -> str:
    return gettext("%(what)s: %(words)s") % {"what": what, "words": words}


def _names(facts: MeetingFacts, uuids: Iterable[str], language: str) -> list[str]:
    return [entity_name(entity_of(facts, one), language) for one in uuids]
