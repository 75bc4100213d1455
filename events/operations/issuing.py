"""Issuing a meeting: its facts frozen under the next number, with the prints that are to be made of them."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events.documents import DOCUMENTS
from events.documents.base import spoiling, worst_findings
from events.documents.wanted import Wanted, every_print, slot_of
from events.domain.facts import MeetingFacts, OpenPointFacts
from events.domain.findings import Finding
from events.domain.revision import compare, to_data
from events.domain.snapshot import to_json
from events.issued import revision_facts
from events.models import Event, IssuedPrint, Revision
from events.operations.calendars import keep_calendars, number_entries
from events.operations.prints import options_of
from events.queries import meeting_facts
from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.models import User
from participants.operations.acting import Acting, acting

# 96 bits: nobody finds a print by guessing, and the code stays small.
TOKEN_BYTES = 12


@dataclass(frozen=True, kw_only=True)
class Reasons:
    """Why a meeting cannot be issued as final: open points that block something, and findings of the worst kind."""

    points: tuple[OpenPointFacts, ...]
    findings: tuple[Finding, ...]

    def __bool__(self) -> bool:
        return bool(self.points or self.findings)


class NotFinal(Exception):
    """The meeting cannot be issued as final: `reasons`."""

    def __init__(self, reasons: Reasons):
        super().__init__(f"{len(reasons.points)} open points, {len(reasons.findings)} findings")
        self.reasons = reasons


class MovedOn(Exception):
    """The meeting was changed, or issued, after the page was made; nothing was issued."""


def reasons_against_final(facts: MeetingFacts) -> Reasons:
    """Return what stands against issuing `facts` as final; it is empty, and false, where nothing does."""
    blocked = [document for document in DOCUMENTS.values() if document.blocked_by]
    subjects = {subject for document in blocked for subject in document.blocked_by}
    spoils = [spoiling(document, facts) for document in blocked]
    found = tuple(one for one in worst_findings(facts) if any(one in those for those in spoils))
    return Reasons(points=facts.blocking(subjects), findings=found)


def issue_revision(
    event: Event,
    *,
    standing: str,
    languages: Sequence[str],
    by: User | None,
    at: datetime,
    note: str = "",
    shown: int | None = None,
) -> Revision:
    """Freeze the meeting as its next revision and return it; its prints are rows without bytes until they are drawn.

    `standing` is provisional or final, `languages` those in which everything is printed. One Act.

    Raises:
        MovedOn: `shown`, the version of the meeting that the page told of, is not the present one.
        NotFinal: it is to be final and something stands against it.
        ValidationError: no language, or one that documents do not have; a note too long.
    """
    _refuse(languages)
    with acting(event.roster, operation="issue_revision", by=by, at=at, why=note) as act:
        if shown is not None and shown != act.roster.version:
            raise MovedOn
        facts = meeting_facts(act.roster)
        if standing == "final" and (reasons := reasons_against_final(facts)):
            raise NotFinal(reasons)
        return _freeze(act, event, facts, standing=standing, languages=languages, note=note)


def _refuse(languages: Sequence[str]) -> None:
    unknown = [code for code in languages if code not in DOCUMENT_LANGUAGES]
    if unknown:
        raise ValidationError({"languages": _("No such language: %(codes)s.") % {"codes": ", ".join(unknown)}})
    if not languages:
        raise ValidationError({"languages": _("Choose at least one language.")})


def _freeze(
    act: Acting, event: Event, facts: MeetingFacts, *, standing: str, languages: Sequence[str], note: str
) -> Revision:
    # Its facts are read and parsed once, by `revision_facts`.
    kept = Revision.objects.defer(None).defer("facts", "changes")
    last = kept.filter(roster=act.roster).order_by("-number").first()
    earlier = revision_facts(last) if last else None
    numbered = number_entries(act, event, facts, last, earlier)
    facts = numbered.facts
    revision = Revision(
        roster=act.roster,
        number=last.number + 1 if last else 0,
        standing=standing,
        issued_at=act.at,
        by=act.by,
        note=note,
        languages=[code for code in DOCUMENT_LANGUAGES if code in languages],
        facts=to_json(facts),
        changes=to_data(compare(earlier, facts)) if earlier else [],
        cancelled=numbered.cancelled,
        own=numbered.own,
    )
    act.add(revision)
    add_prints(revision, facts, revision.languages, is_late=False)
    keep_calendars(revision, facts)
    return revision


def add_prints(
    revision: Revision, facts: MeetingFacts, languages: Iterable[str], *, is_late: bool
) -> list[IssuedPrint]:
    """Insert what is to be printed of `revision` in `languages`, each with a token of its own, and return the rows.

    What is there already is left alone.
    """
    there = set(IssuedPrint.objects.filter(revision=revision).values_list("slot", flat=True))
    rows = []
    for wanted in every_print(facts, DOCUMENTS.values(), languages=languages):
        slot = _slot(facts, wanted)
        if slot not in there:
            rows.append(
                IssuedPrint(
                    revision=revision,
                    token=secrets.token_urlsafe(TOKEN_BYTES),
                    document=wanted.document,
                    slot=slot,
                    wanted=asdict(wanted),
                    is_late=is_late,
                )
            )
    IssuedPrint.objects.bulk_create(rows)
    return rows


def _slot(facts: MeetingFacts, wanted: Wanted) -> str:
    return slot_of(DOCUMENTS[wanted.document], options_of(facts, wanted))
