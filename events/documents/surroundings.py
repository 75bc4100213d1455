"""What surrounds every document of a meeting: masthead, foot, mark, title of the file, and the provisional notice."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext, ngettext

from events.documents.base import Options, mark
from events.documents.edition_words import edition_lines, edition_name
from events.documents.pdf.blocks import Block, Note
from events.documents.pdf.frame import Frame, Masthead
from events.documents.podium_words import podium_moves
from events.documents.words import as_of, day_name, entity_name, place, shown, span
from events.domain.edition import PATH
from events.domain.facts import MeetingFacts, OpenPointFacts, SegmentFacts
from events.domain.taking_part import left_out
from meetingplanner.languages import LANGUAGES
from participants.domain.prose import dashed, listed

MOST_POINTS = 6


def surroundings(
    facts: MeetingFacts,
    options: Options,
    *,
    title: str,
    blocked_by: tuple[str, ...] = (),
    has_hours: bool = True,
    is_landscape: bool = False,
    is_draft: bool = False,
    has_edition: bool = True,
) -> Frame:
    """Return the frame of a document called `title`, in the language of `options`; `is_draft` if it is to be completed.

    One that `has_edition` says which issue it is of, or that it is a draft. The masthead has the organisers, the
    meeting, its place, its day and, unless `has_hours` is false, its hours; a reference only where the office gave one.
    """
    language, office = options.language, options.office
    short = shown(facts.short_title, language) or shown(facts.title, language)
    return Frame(
        title=dashed((title, short), language),
        short_title=dashed((short, title), language),
        language=language,
        direction=LANGUAGES[language].direction,
        as_of=options.as_of,
        paper=options.paper,
        is_landscape=is_landscape,
        masthead=_masthead(facts, options, has_hours=has_hours),
        footer=" · ".join(_foot(facts, options, has_edition=has_edition)),
        mark=mark(blocked_by, facts, options, is_draft=is_draft) if has_edition else "",
        address=_address(options),
        accent=office.accent,
        second=office.second,
        word_template=office.word_template,
        author=listed(_organisers(facts, language), language),
        subject=shown(facts.title, language),
    )


def _masthead(facts: MeetingFacts, options: Options, *, has_hours: bool) -> Masthead:
    language = options.language
    when = span(facts.start, facts.end, facts.roster.zone, language)
    if not has_hours:
        is_one_day = facts.start.date() == facts.end.date()
        when = day_name(facts.start.date(), language) if is_one_day else ""
    lines = [place(facts.room, language), when]
    return Masthead(
        meeting=shown(facts.title, language),
        organisers=options.office.masthead.get(language) or " · ".join(_organisers(facts, language)),
        logo=options.office.logo,
        place_and_date="\n".join(line for line in lines if line),
        reference=facts.reference,
        notes=edition_lines(options.edition, facts.roster.zone, language),
    )


def _foot(facts: MeetingFacts, options: Options, *, has_edition: bool) -> Iterator[str]:
    yield _languages(options)
    if has_edition:
        yield edition_name(options.edition)
    yield as_of(options.as_of, facts.roster.zone, options.language)


def _address(options: Options) -> str:
    """Return where a reader learns whether the print is still current, "" for a draft."""
    token = options.edition.token if options.edition else ""
    return f"{options.public_url}{PATH}{token}/" if token else ""


def _organisers(facts: MeetingFacts, language: str) -> list[str]:
    return [entity_name(facts.entities[code], language) for code in facts.organisers if code in facts.entities]


def _findings(count: int) -> tuple[str, ...]:
    """Return how many findings spoil the document. What they say is the secretariat's: it may be of people."""
    if not count:
        return ()
    if count == 1:
        return (gettext("The secretariat has one more point to settle."),)
    words = ngettext(
        "The secretariat has %(count)d more point to settle.",
        "The secretariat has %(count)d more points to settle.",
        count,
    )
    return (words % {"count": count},)


def _languages(options: Options) -> str:
    codes = (options.language, options.second_language)
    return " / ".join(LANGUAGES[code].own_name for code in codes if code)


def open_points(facts: MeetingFacts, subjects: tuple[str, ...], options: Options) -> tuple[str, ...]:
    """Return what is still open of `subjects`, the worst first, each point once, and how many findings there are.

    Beyond six a line counts the rest.
    """
    words = [*(_point(point, options.language) for point in facts.blocking(subjects)), *_findings(options.spoiled_by)]
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
    segments, words = tuple(segments), podium_moves(facts.kind).absent
    sentences = [
        words[reason] % {"names": listed((entity_name(facts.entities[code], language) for code in codes), language)}
        for reason, codes in left_out(facts, segments, roles).items()
    ]
    if has_times and left_out(facts, segments, ("speeches",)):
        sentences.append(gettext("The time of speeches left out is still planned."))
    return tuple(sentences)


def notice_of_absences(sentences: tuple[str, ...]) -> tuple[Block, ...]:
    """Return the notice of who is left out, no block when everybody comes."""
    return (Note(lead=gettext("Left out."), text="\n".join(sentences)),) if sentences else ()


def notice(points: tuple[str, ...]) -> tuple[Block, ...]:
    """Return the notice that a document is provisional and why, no block when nothing is open."""
    if not points:
        return ()
    text = gettext("These points are still open:")
    return (Note(lead=gettext("Provisional."), text=text, points=points),)


def _point(point: OpenPointFacts, language: str) -> str:
    return dashed((shown(point.where, language), shown(point.finding, language)), language)
