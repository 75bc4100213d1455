"""What surrounds every document of a meeting: masthead, foot, mark, title of the file, and the provisional notice."""

from collections.abc import Iterable

from django.utils.translation import gettext

from events.documents.base import Options, mark
from events.documents.pdf.blocks import Block, Note
from events.documents.pdf.frame import Frame, Masthead
from events.documents.words import as_of, entity_name, graded, place, shown, span
from events.domain.facts import MeetingFacts, OpenPointFacts, SegmentFacts
from events.domain.items import SEVERITIES
from events.domain.taking_part import left_out
from meetingplanner.languages import LANGUAGES, phrase
from participants.domain.prose import listed

MOST_POINTS = 6
ABSENCES: dict[str, str] = {
    "regrets": phrase("Sent regrets, and not printed as speaker, in the chair or on the podium: %(names)s."),
    "withdrawn": phrase("Withdrawn, and not printed as speaker, in the chair or on the podium: %(names)s."),
    "other": phrase("Not expected, and not printed as speaker, in the chair or on the podium: %(names)s."),
}


def surroundings(
    facts: MeetingFacts,
    options: Options,
    *,
    title: str,
    blocked_by: tuple[str, ...] = (),
    is_dated: bool = True,
    is_landscape: bool = False,
) -> Frame:
    """Return the frame of a document called `title`, in the language of `options`.

    The masthead has the organisers, the meeting, and its place and time unless `is_dated` is false; a reference only
    where the office gave one.
    """
    language = options.language
    organisers = [entity_name(facts.entities[code], language) for code in facts.organisers if code in facts.entities]
    lines = [place(facts.room, language), span(facts.start, facts.end, facts.roster.zone, language)] if is_dated else []
    short = shown(facts.short_title, language) or shown(facts.title, language)
    return Frame(
        title=f"{title} – {short}",
        short_title=f"{short} – {title}",
        language=language,
        direction=LANGUAGES[language].direction,
        as_of=options.as_of,
        paper=options.paper,
        is_landscape=is_landscape,
        masthead=Masthead(
            meeting=shown(facts.title, language),
            organisers=" · ".join(organisers),
            place_and_date="\n".join(line for line in lines if line),
            reference=facts.reference,
        ),
        footer=as_of(options.as_of, facts.roster.zone, language),
        mark=mark(blocked_by, facts),
        author=listed(organisers, language),
        subject=shown(facts.title, language),
    )


def open_points(facts: MeetingFacts, subjects: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Return what is still open of `subjects`, the worst first, each point once; beyond six a line counts the rest."""
    worst = list(SEVERITIES)
    points = [point for point in facts.open_points if point.is_open and set(subjects) & set(point.blocks)]
    points.sort(key=lambda point: worst.index(point.severity))
    words = [_point(point, language) for point in points]
    more = len(words) - MOST_POINTS
    if more <= 0:
        return tuple(words)
    rest = gettext("Further points that are open: %(count)s.") % {"count": more + 1}
    return (*words[: MOST_POINTS - 1], rest)


def absences(
    facts: MeetingFacts, segments: Iterable[SegmentFacts], roles: tuple[str, ...], language: str, *, has_times: bool
) -> tuple[str, ...]:
    """Return who is left out of the `roles` in a print of `segments` and why, a sentence a reason; () for nobody.

    A print that `has_times` says that those of a speech left out have not changed.
    """
    segments = tuple(segments)
    sentences = [
        gettext(ABSENCES[reason])
        % {"names": listed((entity_name(facts.entities[code], language) for code in codes), language)}
        for reason, codes in left_out(facts, segments, roles).items()
    ]
    if has_times and left_out(facts, segments, ("speeches",)):
        sentences.append(gettext("The time of speeches left out is still planned."))
    return tuple(sentences)


def notice_of_absences(sentences: tuple[str, ...]) -> tuple[Block, ...]:
    """Return the notice of who is left out, no block when everybody comes."""
    return (Note(lead=gettext("Left out."), text=graded("\n".join(sentences))),) if sentences else ()


def notice(points: tuple[str, ...]) -> tuple[Block, ...]:
    """Return the notice that a document is provisional and why, no block when nothing is open."""
    if not points:
        return ()
    lines = [gettext("These points are still open:"), *(f"– {point}" for point in points)]
    return (Note(lead=gettext("Provisional."), text=graded("\n".join(lines))),)


def _point(point: OpenPointFacts, language: str) -> str:
    words = {"where": shown(point.where, language), "finding": shown(point.finding, language)}
    return gettext("%(where)s: %(finding)s") % words if words["where"] else words["finding"]
