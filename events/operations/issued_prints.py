"""The prints of a revision: drawn from what was issued, once, and kept until a purge."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from events.documents import DOCUMENTS
from events.documents.base import PDF, NothingToPrint, file_name, printed
from events.documents.pdf.pictures import looked_at
from events.documents.wanted import Wanted
from events.domain.edition import Edition, LastIssue
from events.domain.facts import MeetingFacts
from events.domain.office import OfficeLook
from events.issued import revision_before, revision_facts
from events.models import IssuedPrint, Revision
from events.operations.issuing import add_prints
from events.operations.prints import options_of
from participants.models import Roster
from participants.operations.acting import acting


@dataclass(frozen=True, kw_only=True)
class IssueWish:
    """The prints of a revision that have no bytes yet, by the revision's uuid."""

    revision: str


@dataclass(frozen=True, kw_only=True)
class Issue:
    """A revision with its facts, those of the one before (None for the base), and the look of the office."""

    revision: Revision
    facts: MeetingFacts
    earlier: MeetingFacts | None
    supersedes_at: datetime | None
    office: OfficeLook


def issue_of(revision: Revision, *, office: OfficeLook) -> Issue:
    """Return what the prints of a revision are made from. Raises LookupError for one that was withdrawn."""
    facts, before = revision_facts(revision), revision_before(revision)
    if facts is None:
        raise LookupError(f"revision {revision.uuid} was withdrawn")
    return Issue(
        revision=revision,
        facts=facts,
        earlier=revision_facts(before) if before else None,
        supersedes_at=before.issued_at if before else None,
        office=office,
    )


def to_draw(revision: Revision) -> list[IssuedPrint]:
    """Return the prints of `revision` that are not drawn yet, in their order. One query."""
    return list(IssuedPrint.objects.filter(revision=revision, made_at__isnull=True))


def draw(row: IssuedPrint, issue: Issue, *, at: datetime) -> IssuedPrint:
    """Draw one print, keep it and return it; one drawn already is left so. One without bytes has nothing to say."""
    wanted = Wanted(**row.wanted)
    document = DOCUMENTS[wanted.document]
    options = options_of(issue.facts, wanted, office=issue.office, issued=_before(issue))
    options = options.of_edition(_edition(row, issue))
    try:
        content = printed(document, issue.facts, options, earlier=issue.earlier).content
    except NothingToPrint:
        content = b""
    values = {
        "name": _name(file_name(document, issue.facts, options), issue.revision),
        "content_type": document.content_type,
        "content": content,
        "size": len(content),
        "pages": looked_at(content)[0] if content and document.content_type == PDF else 0,
        "made_at": at,
    }
    if _undrawn(row).update(**values):
        for name, value in values.items():
            setattr(row, name, value)
        return row
    return IssuedPrint.objects.get(pk=row.pk)


def _undrawn(row: IssuedPrint):
    """The row as long as it may be drawn: a purge in the meantime is not undone."""
    return IssuedPrint.objects.filter(pk=row.pk, made_at__isnull=True, revision__withdrawn_at__isnull=True)


def later_prints(revision: Revision, languages: Sequence[str], *, by, at: datetime) -> list[IssuedPrint]:
    """Add the prints of `revision` in further languages, to be made from what was issued, and return them.

    They say that they were made later. Raises LookupError for a revision that was withdrawn.
    """
    roster = Roster.objects.get(pk=revision.roster_id)
    with acting(roster, operation="print_revision", by=by, at=at) as act:
        current = Revision.objects.get(pk=revision.pk)
        facts = revision_facts(current)
        if facts is None:
            raise LookupError(f"revision {revision.uuid} was withdrawn")
        both = [*current.languages, *(code for code in languages if code not in current.languages)]
        act.change(current, languages=both)
        return add_prints(current, facts, languages, is_late=True)


def _before(issue: Issue) -> LastIssue | None:
    """Return what a print of the issue is compared with: the issue before it."""
    if issue.earlier is None or issue.supersedes_at is None:
        return None
    return LastIssue(number=issue.revision.number - 1, issued_at=issue.supersedes_at, facts=issue.earlier)


def _edition(row: IssuedPrint, issue: Issue) -> Edition:
    revision = issue.revision
    return Edition(
        number=revision.number,
        standing=revision.standing,
        issued_at=revision.issued_at,
        supersedes_at=issue.supersedes_at,
        token=row.token,
        is_late=row.is_late,
    )


def _name(name: str, revision: Revision) -> str:
    """Return the file name with the revision before its ending: "mali-2017-programme-fr-rev1.pdf"."""
    stem, _, ending = name.rpartition(".")
    return f"{stem}-{f'rev{revision.number}' if revision.number else 'base'}.{ending}"
