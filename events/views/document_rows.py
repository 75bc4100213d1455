"""The rows of the page of documents: what each print would say of itself, and what is known of it once it is made."""

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext, ngettext, override

from events.documents.badges import BadgesPrint
from events.documents.base import DOCX, EXTENSIONS, PDF, NothingToPrint, spoiling
from events.documents.concept_note import NoteValues
from events.documents.kind_words import said_to
from events.documents.pdf.coverage import missing_characters
from events.documents.plates import PlatesPrint
from events.documents.seat_slips import SlipsPrint
from events.documents.uses import USES, use_of
from events.documents.wanted import Wanted, key_of, moments_of, own_paper
from events.domain.items import BLOCKS
from events.operations.prints import NO_LOOK, options_of
from meetingplanner.languages import DOCUMENT_LANGUAGES, LANGUAGES
from participants.domain.texts import text_in

PAPER_NAMES = {"a4": "A4", "letter": "Letter", "a3": "A3", "a6": "A6"}


def rows_of(facts, row, *, language, paper, office=NO_LOOK, state="", issued=None):
    for moment in moments_of(row, facts):
        wanted = Wanted(document=row.slug, language=language, paper=own_paper(row, paper), moment=moment)
        options = options_of(facts, wanted, office=office, issued=issued)
        values = collected(row, facts, options)
        query = query_of(row, wanted)
        yield {
            "slug": row.slug,
            "title": row.title_for(facts.kind),
            "about": about(row.slug, facts.kind),
            "moment": moment_title(facts, moment),
            "note": note_of(values),
            "format": EXTENSIONS[row.content_type].upper(),
            "paper": PAPER_NAMES[wanted.paper] if query.get("paper") else "",
            "subjects": subjects(facts, row.blocked_by),
            "spoiled": len(spoiling(row, facts)) if row.blocked_by and row.content_type == PDF else 0,
            "beside": [LANGUAGES[code] for code in DOCUMENT_LANGUAGES if row.is_bilingual and code != language],
            "missing": missing_characters(values) if row.content_type == PDF else "",
            "is_empty": values is None or pieces_of(values) == 0,
            "url": address("events:document", facts, wanted, query),
            "view_url": address("events:document_view", facts, wanted, query) if row.content_type == PDF else "",
            "wanted": wanted,
            "key": key_of(row, options, state=state),
        }


def collected(row, facts, options):
    """What the document would print, None where that is nothing."""
    with override(options.language):
        try:
            return row.collect(facts, options)
        except NothingToPrint:
            return None


def with_prints(rows, prints):
    """The rows with the print that each has, None while it is not made; one made without content is empty."""
    made = [(row, prints.get(row["key"])) for row in rows]
    return [row | {"made": one, "is_empty": row["is_empty"] or bool(one and not one.size)} for row, one in made]


def groups_of(rows):
    """The rows by what they are for, in the order of the table of uses; those without explanation come last."""
    for use in USES:
        order = {slug: number for number, slug in enumerate(use.about)}
        mine = [row for row in rows if use_of(row["slug"]) is use]
        if mine:
            ordered = sorted(mine, key=lambda row: order.get(row["slug"], len(order)))
            yield {"code": use.code, "label": gettext(use.label), "rows": ordered}


def query_of(row, wanted):
    query = {"paper": wanted.paper} if row.papers and row.content_type in (PDF, DOCX) else {}
    query |= {"moment": wanted.moment} if wanted.moment else {}
    return query | ({"second": wanted.second} if wanted.second else {})


def address(name, facts, wanted, query):
    path = reverse(name, args=(facts.roster.slug, wanted.document, wanted.language))
    return f"{path}?{urlencode(query)}" if query else path


def about(slug, kind):
    words = use_of(slug).about.get(slug)
    return said_to(kind, words) if words else ""


def moment_title(facts, moment):
    segment = next((one for one in facts.segments if one.uuid == moment), None)
    return text_in(segment.title, get_language() or "en") if segment else ""


def note_of(values):
    count = pieces_of(values)
    if isinstance(values, PlatesPrint):
        words = ngettext("%(count)d plate", "%(count)d plates", count) % {"count": count}
        return f"{words}, {gettext(values.order)}" if values.order and count else words
    if isinstance(values, SlipsPrint):
        return ngettext("%(count)d slip", "%(count)d slips", count) % {"count": count}
    if isinstance(values, BadgesPrint):
        words = ngettext("%(count)d badge", "%(count)d badges", count) % {"count": count}
        return f"{words}; {_unnamed(values.unnamed)}" if values.unnamed else words
    return ""


def pieces_of(values):
    """How many pieces a document of pieces has, or a note of paragraphs; None for one that is no such thing."""
    if isinstance(values, PlatesPrint):
        return len(values.plates)
    if isinstance(values, NoteValues):
        return len(values.blocks)
    if isinstance(values, SlipsPrint):
        return len(values.slips)
    return len(values.badges) if isinstance(values, BadgesPrint) else None


def _unnamed(count):
    words = ngettext("%(count)d delegation has named nobody", "%(count)d delegations have named nobody", count)
    return words % {"count": count}


def subjects(facts, blocked_by):
    """The subjects that open points block among those of a document, each with the number of points."""
    found = ((subject, len(facts.blocked(subject))) for subject in blocked_by)
    return [(gettext(BLOCKS[subject]), count) for subject, count in found if count]
