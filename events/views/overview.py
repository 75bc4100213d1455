"""The front page of a meeting: what, when, where; is it consistent; who comes; are there seats; when does it end."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from events.documents.finding_words import sentence
from events.documents.programme import margins
from events.domain.consistency import findings
from events.domain.findings import Cure, Finding
from events.domain.seats import observers_allowed
from events.domain.timeline import timeline
from events.domain.timing import whole_minutes
from events.queries import meeting_facts
from events.views.checklist import tasks_of
from events.views.clocks import figure
from events.views.shown import is_shown
from participants.domain.attendance import is_granted
from participants.domain.replies import reply_counts, total_count
from participants.views.access import meeting_view

FIRST_FINDINGS = 5


def overdue_tasks(facts, roster):
    """The finding that tasks are overdue: prints know no clock, so it stands on pages alone."""
    late = [row["one"].text for row in tasks_of(roster, timezone.now()) if row["is_overdue"]]
    if late:
        cure = Cure(page="events:checklist", arguments=(facts.roster.slug,))
        yield Finding(kind="task_overdue", values={"names": tuple(late), "count": len(late)}, cure=cure)


def finding_rows(facts, roster, *, allowed):
    found = (*findings(facts, document_languages=facts.roster.document_languages), *overdue_tasks(facts, roster))
    for finding in found:
        if not is_shown(finding.kind, allowed):
            continue
        yield {
            "severity": finding.severity,
            "sentence": sentence(finding, facts.kind),
            "url": reverse(finding.cure.page, args=finding.cure.arguments),
        }


def place_counts(facts):
    counting = [one for one in facts.roster.requests if one.withdrawn_at is None]
    granted = sum(1 for one in counting if is_granted(one))
    return {
        "places": facts.roster.observer_places,
        "granted": granted,
        "waiting": len(counting) - granted,
        "free": facts.roster.observer_places - granted,
        "allowed": observers_allowed(facts),
    }


def end_of(facts):
    computed = timeline(facts)
    return {
        **figure(
            {"start": computed.start, "computed": computed.content_end, "hard": computed.end},
            zone=facts.roster.zone,
            language=get_language() or "en",
        ),
        "spare_minutes": whole_minutes(computed.end - computed.content_end),
        "over_minutes": whole_minutes(computed.content_end - computed.end),
        "is_over": computed.content_end > computed.end,
        "has_programme": bool(facts.segments),
        "is_provisional": bool(facts.blocked("time")),
    }


@meeting_view("view_meeting")
def overview(request, roster):
    facts = meeting_facts(roster)
    found = list(finding_rows(facts, roster, allowed=request.allowed))
    context = {
        "tab": "overview",
        "facts": facts,
        "margins": margins(facts, get_language() or "en"),
        "organisers": [facts.entities[code].names for code in facts.organisers],
        "first_findings": found[:FIRST_FINDINGS],
        "more_findings": found[FIRST_FINDINGS:],
        "finding_count": len(found),
        "open_points": [point for point in facts.open_points if point.is_open],
        "replies": reply_counts(facts.roster),
        "total": total_count(facts.roster),
        "seats": place_counts(facts),
        "end": end_of(facts),
    }
    return render(request, "events/overview.html", context)
