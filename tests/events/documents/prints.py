"""Documents of a meeting printed and read back, and states of the real meeting to print."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import docx
import openpyxl
from docx.oxml.ns import qn

from events.documents import DOCUMENTS
from events.documents.base import CSV, DOCX, PDF, XLSX, Options, printed
from events.domain.edition import LastIssue
from events.domain.facts import ParagraphFacts
from tests import facts as make
from tests.events.documents.pdf.reading import pages
from tests.reference_facts import reference_facts

# Sheets of pieces, which have no title and are not printed while there is no piece.
SHEETS_TO_CUT = ("table-plates", "podium-plates", "plates-changed", "badges", "seat-slips")
# What there is only between two parts of a meeting.
BETWEEN_PARTS = ("changeover",)
# What an empty meeting has none of.
NEEDING_CONTENT = (*SHEETS_TO_CUT, *BETWEEN_PARTS, "concept-note", "concept-note-marked-up", "concept-note-word")
# Whose letters a reader of the file gives back as printed, from left to right.
LATIN_AND_CYRILLIC = ("en", "fr", "es", "ru")
# Every document in each language it is made in.
IN_LANGUAGES = [(slug, language) for slug, one in DOCUMENTS.items() for language in one.languages]
AS_OF = datetime(2017, 9, 20, 13, tzinfo=UTC)


def options(language="en", **changes):
    return Options(language=language, as_of=AS_OF, ical_domain="meetings.example.org", **changes)


def file(slug, facts, language="en", **changes):
    document = DOCUMENTS[slug]
    moment = facts.segments[0].uuid if document.has_moments and facts.segments else ""
    issued = issued_before(facts) if document.compares else None
    facts = with_place(facts) if slug == "seat-slips" else facts
    return printed(document, facts, options(language, **{"moment": moment, "issued": issued} | changes))


def issued_before(facts):
    """An issue in which the first half of the delegations had not answered that they come: those after it moved up."""
    delegations = facts.roster.delegations
    half = (len(delegations) + 1) // 2
    absent = tuple(replace(one, status="regrets") for one in delegations[:half])
    earlier = make.with_roster(facts, delegations=(*absent, *delegations[half:]))
    return LastIssue(number=1, issued_at=AS_OF, facts=earlier)


def with_place(facts):
    """The same meeting with an observer's place for the first of its entities, where no observer has one."""
    granted = {one.delegation for one in facts.roster.requests if one.place_number}
    observers = {one.uuid for one in facts.roster.delegations if one.grounds == ("observer",)}
    if granted & observers or not facts.roster.delegations:
        return facts
    observer = make.delegation("observer", grounds=("observer",))
    observer = replace(observer, entity=facts.roster.delegations[0].entity)
    requests = (*facts.roster.requests, make.request("observer", place_number=9))
    return make.with_roster(facts, delegations=(*facts.roster.delegations, observer), requests=requests)


def words(slug, facts, language="en", **changes):
    """All that the file says, every blank a single space."""
    return " ".join(_words(file(slug, facts, language, **changes)).split())


def _words(made):
    if made.content_type == PDF:
        # U+FFFE is how the reader gives a hyphen at the end of a line.
        return " ".join(pages(made.content)).replace("\ufffe", "-")
    if made.content_type == DOCX:
        return " ".join(docx_lines(made.content))
    if made.content_type == XLSX:
        return " ".join(str(cell) for row in sheet_rows(made.content) for cell in row if cell is not None)
    text = made.content.decode("utf-8-sig")
    if made.content_type == CSV:
        return " ".join(cell for row in csv.reader(io.StringIO(text)) for cell in row)
    return text.replace("\r\n ", "")


def docx_lines(content):
    """Every paragraph of a DOCX file, head and foot of the first and of the other pages before the body."""
    document = docx.Document(io.BytesIO(content))
    section = document.sections[0]
    ends = (section.first_page_header, section.header, section.first_page_footer, section.footer)
    parts = [part._element for part in ends] + [document.element.body]
    return [paragraph_text(one) for part in parts for one in part.iter(qn("w:p"))]


def paragraph_text(paragraph):
    drawn = {qn("w:t"): None, qn("w:br"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}
    return "".join(drawn[one.tag] or one.text or "" for one in paragraph.iter(*drawn))


def sheet_rows(content):
    return list(openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))


def mali():
    return reference_facts("mali-2017")


def council():
    return reference_facts("sc-7917")


def with_observers():
    """Three observers for two places: Germany's place is number 2, Ireland waits."""
    entities = (
        make.entity("IRL", en="Ireland", fr="Irlande", prose={"en": "Ireland", "fr": "l'Irlande"}),
        make.entity("ESP", en="Spain", fr="Espagne", prose={"en": "Spain", "fr": "l'Espagne"}),
        make.entity("NZL", en="New Zealand", fr="Nouvelle-Zélande", prose={"en": "x", "fr": "la Nouvelle-Zélande"}),
    )
    facts, codes = mali(), ("IRL", "ESP", "NZL")
    places = dict(zip(codes, (None, 2, 1), strict=True))
    requests = tuple(
        make.request(code, received_at=AS_OF - timedelta(hours=hour), place_number=places[code])
        for hour, code in enumerate(codes)
    )
    return make.with_roster(
        facts,
        observer_places=2,
        entities=(*facts.roster.entities, *entities),
        delegations=(
            *facts.roster.delegations,
            *(make.delegation(code, grounds=("observer",), status="invited") for code in codes),
        ),
        requests=requests,
    )


def with_present(facts, *family_names):
    """The same meeting with these people ticked present, of every delegation that has one of them."""
    return make.with_roster(
        facts,
        delegations=tuple(
            replace(
                one,
                delegates=tuple(replace(who, is_present=who.family_name in family_names) for who in one.delegates),
            )
            for one in facts.roster.delegations
        ),
    )


HOSTILE = (
    "=cmd|' /C calc'!A0",
    "<b>&amp;",
    "مريم العربي",
    "😀 Zoë",
    "W" * 400,
    "a\nb\u0000c",
    "%(x)s {0} %s",
    "x\u202ey \u2067z",
)


def hostile():
    """Names nobody should have, in every place that takes one, and a text that exists in another language only."""
    people = [
        make.delegate(f"{name} {name}", delegation=f"S{n}", rank="foreign_minister", function={"fr": name})
        for n, name in enumerate(HOSTILE)
    ]
    entities = tuple(make.entity(f"S{n}", en=name) for n, name in enumerate(HOSTILE))
    delegations = tuple(make.delegation(f"S{n}", one, grounds=("mediation",)) for n, one in enumerate(people))
    segment = make.segment(
        HOSTILE[0],
        make.item(
            HOSTILE[1],
            *(replace(make.speech(f"S{n}"), delegate=one.uuid) for n, one in enumerate(people)),
            kind="brief_remarks",
        ),
        make.item(HOSTILE[2], kind="silence", minutes=1),
    )
    return make.meeting(
        roster=make.roster(
            *delegations,
            entities=entities,
            observer_places=1,
            requests=(make.request("S0", place_number=1, contact_name=HOSTILE[0], contact_email="+x@example.org"),),
        ),
        segments=(
            replace(segment, chairs=(people[2].uuid,), podium=(people[2].uuid,)),
            replace(make.segment(HOSTILE[5]), position=1, podium=(people[3].uuid,)),
        ),
        arrivals=tuple(
            make.arrival(
                f"S{n}",
                f"{name} {name}",
                entrance=name,
                holding_room=name,
                escort=name,
                note=name,
                leaves_after=HOSTILE[2],
            )
            for n, name in enumerate(HOSTILE)
        ),
        title={"fr": HOSTILE[4]},
        short_title={"fr": HOSTILE[3]},
        organisers=("S0", "S4"),
        in_margins_of={"fr": HOSTILE[6]},
        paragraphs=(
            ParagraphFacts(
                uuid="p", version=1, position=0, kind="paragraph", number="1", text={"en": "[-1|x -]" + HOSTILE[4]}
            ),
        ),
    )


def empty():
    """A meeting just made: a title and two times."""
    roster = make.roster()
    return make.meeting(roster=roster, segments=(), organisers=(), room=None, contact_name="", contact_email="")


STATES = {
    "mali": mali,
    "council": council,
    "observers": with_observers,
    "ticked": lambda: with_present(with_observers(), "Keïta", "Guterres", "Le Drian"),
    "hostile": hostile,
    "empty": empty,
}


def is_made(slug, facts):
    """Whether there is such a document of the meeting at all."""
    return slug not in BETWEEN_PARTS or len(facts.segments) > 1
