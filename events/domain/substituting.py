"""All that follows when a principal is replaced, withdraws or changes rank, worked out from the facts alone."""

from events.domain.facts import MeetingFacts
from events.domain.substitution.change import change_of
from events.domain.substitution.kinds import KINDS, Consequences, Substitution
from events.domain.substitution.papers import arrival_rows, paper_rows
from events.domain.substitution.people import people_rows, told_rows, warning_rows
from events.domain.substitution.programme import entry_rows, programme_rows, script_rows
from events.domain.substitution.texts import text_rows


def consequences(facts: MeetingFacts, wish: Substitution) -> Consequences:
    """Return all that follows from `wish`, in the order of KINDS and within a kind in that of the programme.

    Nothing is done by it. The same facts and wish give the same rows with the same fingerprints. Raises NotPossible
    when who is meant left the delegation.
    """
    change = change_of(facts, wish)
    texts = tuple(text_rows(change))
    rows = (
        *warning_rows(change),
        *people_rows(change),
        *programme_rows(change),
        *texts,
        *paper_rows(change),
        *arrival_rows(change),
        *script_rows(change),
        *entry_rows(change, texts),
        *told_rows(change),
    )
    places = list(KINDS)
    ordered = tuple(sorted(rows, key=lambda row: places.index(row.kind)))
    return Consequences(rows=ordered, person=change.new, leaves=change.leaves)
