"""Issuing: what is frozen under which number, what is refused, and what is printed of it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events.domain.snapshot import to_json
from events.issued import current_revision, revision_facts, told_facts
from events.models import IssuedPrint, Job, Revision
from events.models.prints import DONE, ISSUE
from events.operations.issued_prints import IssueWish, draw, issue_of, later_prints, to_draw
from events.operations.issuing import MovedOn, NotFinal, issue_revision, reasons_against_final
from events.operations.jobs import ask, make
from events.operations.programme import change_row, reorder
from events.queries import meeting_facts, office_look
from participants.models import Act
from participants.operations.privacy import purge
from tests import factories as make_rows
from tests.events.documents.pdf.reading import text

pytestmark = pytest.mark.django_db
LATER = make_rows.AT + timedelta(hours=1)


@pytest.fixture
def event():
    event = make_rows.event()
    segment = make_rows.segment(event=event)
    for number in range(2):
        make_rows.item(segment=segment, position=number, duration_minutes=10, title={"en": f"Item {number}"})
    return event


def issue(event, *, at=LATER, standing="provisional", languages=("en",), **fields):
    return issue_revision(event, standing=standing, languages=languages, by=None, at=at, **fields)


def test_revisions_are_numbered_from_the_base(event):
    assert [issue(event).number, issue(event).number, issue(event).number] == [0, 1, 2]
    assert current_revision(event.roster).number == 2


def test_facts_of_the_former_revision_are_read_once(event):
    issue(event)
    with CaptureQueriesContext(connection) as context:
        issue(event)
    read = [
        one["sql"] for one in context if one["sql"].startswith("SELECT") and '"events_revision"."facts"' in one["sql"]
    ]
    assert len(read) == 1


def test_what_was_issued_stays_as_it_was_when_the_draft_goes_on(event):
    facts = meeting_facts(event.roster)
    revision = issue(event)
    change_row(event.segments.get().items.first(), by=None, at=LATER, title={"en": "Other"})
    frozen = revision_facts(revision)
    assert [one.title for one in frozen.segments[0].items] == [one.title for one in facts.segments[0].items]
    assert told_facts(event.roster) == frozen != meeting_facts(event.roster)


def test_issue_is_one_act_that_holds_no_snapshot(event):
    issue(event, note="First")
    act = Act.objects.filter(operation="issue_revision").get()
    (change,) = [one for one in act.changes if one["model"] == "events.revision"]
    assert (act.why, "facts" in change["fields"]) == ("First", False)


def test_changes_since_the_revision_before_are_kept(event):
    issue(event)
    change_row(event.segments.get().items.first(), by=None, at=LATER, title={"en": "Other"})
    revision = Revision.objects.defer(None).get(pk=issue(event).pk)
    assert [(one["area"], one["field"]) for one in revision.changes] == [("item", "title")]


def test_move_and_its_inverse_leave_nothing_to_tell(event):
    issue(event)
    segment = event.segments.get()
    uuids = [str(one.uuid) for one in segment.items.all()]
    reorder(segment, uuids[::-1], by=None, at=LATER)
    reorder(segment, uuids, by=None, at=LATER)
    assert Revision.objects.defer(None).get(pk=issue(event).pk).changes == []


def test_final_is_refused_with_its_reasons_and_nothing_is_frozen(event):
    make_rows.open_point(event=event, code="P-1", blocks=["time"])
    with pytest.raises(NotFinal) as refused:
        issue(event, standing="final")
    assert [one.code for one in refused.value.reasons.points] == ["P-1"]
    assert not Revision.objects.exists()


def test_final_is_refused_for_a_finding_of_the_worst_kind(event):
    change_row(event.segments.get().items.first(), by=None, at=LATER, duration_minutes=700)
    reasons = reasons_against_final(meeting_facts(event.roster))
    assert (reasons.points, "meeting_overruns" in {one.kind for one in reasons.findings}) == ((), True)
    with pytest.raises(NotFinal):
        issue(event, standing="final")


def test_page_that_was_overtaken_issues_nothing(event):
    shown = event.roster.version
    change_row(event.segments.get().items.first(), by=None, at=LATER, title={"en": "Other"})
    with pytest.raises(MovedOn):
        issue(event, shown=shown)
    assert not Revision.objects.exists()


@pytest.mark.parametrize("languages", [(), ("en", "xx")])
def test_languages_are_judged_at_their_field(event, languages):
    with pytest.raises(ValidationError) as refused:
        issue(event, languages=languages)
    assert list(refused.value.message_dict) == ["languages"]


def test_every_print_has_a_token_of_its_own_before_it_is_drawn(event):
    revision = issue(event, languages=("en", "fr"))
    rows = IssuedPrint.objects.filter(revision=revision)
    assert len({one.token for one in rows}) == len(rows) > 20
    assert {one.wanted["language"] for one in rows} == {"en", "fr"}


def drawn(revision, document="programme", language="en"):
    row = next(one for one in to_draw(revision) if (one.document, one.wanted["language"]) == (document, language))
    return draw(row, issue_of(revision, office=office_look()), at=LATER)


def test_print_is_drawn_once_and_stays_as_it_is(event):
    revision = issue(event)
    row = drawn(revision)
    again = draw(row, issue_of(revision, office=office_look()), at=LATER + timedelta(days=1))
    assert (bytes(again.content), again.made_at, again.name) == (
        row.content,
        LATER,
        f"{event.roster.slug}-programme-en-base.pdf",
    )


def test_print_is_of_what_was_issued_not_of_the_draft(event):
    revision = issue(event)
    change_row(event.segments.get().items.first(), by=None, at=LATER, title={"en": "Something else"})
    found = text(drawn(revision).content)
    assert ("Item 0" in found, "Something else" in found, "DRAFT" in found) == (True, False, False)


def test_print_that_is_drawn_while_the_meeting_is_purged_stays_empty(event):
    revision = issue(event)
    row, frozen = to_draw(revision)[0], issue_of(revision, office=office_look())
    purge(event.roster, by=None, at=LATER, is_forced=True)
    draw(row, frozen, at=LATER)
    assert bytes(IssuedPrint.objects.defer(None).get(pk=row.pk).content) == b""


def test_job_that_has_begun_does_not_serve_who_asks_for_prints_added_since(event):
    wanted = [IssueWish(revision=str(issue(event).uuid))]
    first, _ = ask(event.roster, wanted, kind=ISSUE, by=None, at=LATER)
    assert ask(event.roster, wanted, kind=ISSUE, by=None, at=LATER) == (first, False)
    Job.objects.update(state="running")
    assert ask(event.roster, wanted, kind=ISSUE, by=None, at=LATER)[1] is True


def test_job_draws_all_that_is_not_drawn(event):
    revision = issue(event)
    job, _ = ask(event.roster, [IssueWish(revision=str(revision.uuid))], kind=ISSUE, by=None, at=LATER)
    make(job.uuid, clock=timezone.now)
    assert (Job.objects.get(pk=job.pk).state, to_draw(revision)) == (DONE, [])


def test_further_language_comes_from_what_was_issued_and_says_so(event):
    revision = issue(event)
    change_row(event.segments.get().items.first(), by=None, at=LATER, title={"en": "Something else"})
    assert later_prints(revision, ["fr"], by=None, at=LATER)
    assert later_prints(revision, ["fr"], by=None, at=LATER) == []
    found = text(drawn(revision, language="fr").content)
    assert ("après coup" in found, "Something else" in found) == (True, False)
    assert Revision.objects.get(pk=revision.pk).languages == ["en", "fr"]


def test_purge_withdraws_what_was_issued_and_empties_it(event):
    revision = issue(event)
    row = drawn(revision)
    purge(event.roster, by=None, at=LATER, is_forced=True)
    revision = Revision.objects.defer(None).get(pk=revision.pk)
    assert (revision.facts, revision.withdrawn_at, current_revision(event.roster)) == ("", LATER, None)
    assert bytes(IssuedPrint.objects.defer(None).get(pk=row.pk).content) == b""
    with pytest.raises(LookupError):
        issue_of(revision, office=office_look())


def test_snapshot_is_what_the_meeting_was_but_for_its_entries(event):
    facts = meeting_facts(event.roster)
    frozen = revision_facts(issue(event))
    assert to_json(replace(frozen, entry=facts.entry, segments=(), roster=facts.roster)) == to_json(
        replace(facts, segments=())
    )
