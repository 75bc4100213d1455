"""Who is to be told of a revision, and what: each delegation what changed for it, once, after staff saw the list."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import datetime

from events.documents.change_words import told
from events.domain.comparing.values import Change
from events.domain.facts import MeetingFacts
from events.domain.revision import IN_CALENDARS, concerning, from_data
from events.issued import current_revision, revision_before, revision_facts
from events.messages.kinds import MESSAGE_LANGUAGES
from events.models import Revision
from participants.domain.values import DelegationFacts
from participants.grounds import INVITING_GROUNDS
from participants.models import Delegation, Notice, Request, User
from participants.operations.acting import acting

KIND = "revision"
# Those who were asked to come, or come; whom nobody asked yet knows nothing that could have changed.
CALLED = ("invited", "tentative", "accepted")
PREPARING = ("proposed", "cleared")


class Superseded(Exception):
    """Another revision was issued meanwhile: what this one changed is not all any more."""


@dataclass(frozen=True, kw_only=True)
class Affected:
    """A delegation for which a revision changes something: what, by language of messages, and whether it was told."""

    delegation: DelegationFacts
    changes: dict[str, tuple[str, ...]]
    has_calendar: bool
    is_told: bool


def affected(revision: Revision, *, only: Set[str] | None = None) -> tuple[Affected, ...]:
    """Return the delegations that a revision concerns, by entity code, with what changed for each; () for the base.

    With `only`, no others than those (uuids), whose words alone are made then. Delegations that are not called are left
    out, those that sent regrets or withdrew since too; an observer is called by a place granted.
    """
    before = revision_before(revision)
    facts, earlier = revision_facts(revision), revision_facts(before) if before else None
    if facts is None or earlier is None:
        return ()
    data = Revision.objects.values_list("changes", flat=True).get(pk=revision.pk)
    changes, already = from_data(data), told_of(revision)
    here = Delegation.objects.filter(roster=revision.roster_id, status__in=(*CALLED, *PREPARING))
    uuids = {str(uuid) for uuid in here.values_list("uuid", flat=True)}
    placed = {one.delegation for one in facts.roster.requests if one.place_numbers}
    rows = (
        _affected(one, changes, earlier, facts, already, has_place=one.uuid in placed)
        for one in facts.roster.delegations
        if one.uuid in (uuids if only is None else uuids & only)
    )
    return tuple(row for row in rows if row)


def tell_affected(revision: Revision, delegations: Iterable[str], *, by: User | None, at: datetime) -> int:
    """Have those of `delegations` (uuids) that the revision concerns told what changes for them, and return how many.

    Who was told of this revision is not told again. One Act. Raises Superseded when another was issued meanwhile.
    """
    wanted = set(delegations)
    with acting(revision.roster, operation="tell_revision", by=by, at=at) as act:
        if current_revision(act.roster) != revision:
            raise Superseded
        rows = {str(one.uuid): one for one in Delegation.objects.filter(roster=act.roster, uuid__in=wanted)}
        asked = {one.delegation_id: one for one in Request.objects.active().filter(roster=act.roster)}
        count = 0
        for one in affected(revision, only=wanted):
            row = rows.get(one.delegation.uuid)
            if row is None or one.is_told:
                continue
            changes = {code: list(sentences) for code, sentences in one.changes.items()}
            data = {"number": revision.number, "changes": changes, "has_calendar": one.has_calendar}
            act.tell(KIND, row, asked.get(row.pk), **data)
            count += 1
        return count


def told_of(revision: Revision) -> frozenset[str]:
    """Return the uuids of the delegations that were told of this revision. One query."""
    rows = Notice.objects.filter(roster=revision.roster_id, kind=KIND, data__number=revision.number)
    return frozenset(map(str, rows.values_list("delegation__uuid", flat=True)))


def _affected(
    row: DelegationFacts,
    changes: tuple[Change, ...],
    before: MeetingFacts,
    after: MeetingFacts,
    already: frozenset[str],
    *,
    has_place: bool,
) -> Affected | None:
    is_invited = bool(set(row.grounds) & set(INVITING_GROUNDS)) and row.status in CALLED
    own = concerning(changes, row.uuid, before, after) if is_invited or has_place else ()
    if not own:
        return None
    words = {code: told(own, before, after, code) for code in MESSAGE_LANGUAGES}
    sentences = {code: (*one.substance, *one.shifts) for code, one in words.items()}
    if not any(sentences.values()):
        return None
    return Affected(
        delegation=row,
        changes=sentences,
        has_calendar=any((one.area, one.field) in IN_CALENDARS for one in own),
        is_told=row.uuid in already,
    )
