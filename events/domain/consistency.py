"""What contradicts what in a meeting, and what it lacks: computed from its facts, never stored."""

from events.domain.checks.arrivals import arrival_findings
from events.domain.checks.people import people_findings
from events.domain.checks.places import place_findings
from events.domain.checks.texts import text_findings
from events.domain.checks.time import time_findings
from events.domain.facts import MeetingFacts
from events.domain.finding_kinds import FINDING_KINDS
from events.domain.findings import Finding
from events.domain.items import SEVERITIES

CHECKS = (time_findings, people_findings, arrival_findings, place_findings, text_findings)


def findings(facts: MeetingFacts, *, document_languages: tuple[str, ...]) -> tuple[Finding, ...]:
    """Return everything that is wrong with the meeting, worst first.

    By severity, then by kind in the order of FINDING_KINDS, then in the order of what each check goes through
    (programme, delegations by entity code, languages as given). Missing texts are looked for in `document_languages`.
    A sound meeting gives an empty tuple.
    """
    severities, kinds = list(SEVERITIES), list(FINDING_KINDS)
    found = [finding for check in CHECKS for finding in check(facts, document_languages)]
    return tuple(sorted(found, key=lambda one: (severities.index(one.severity), kinds.index(one.kind))))
