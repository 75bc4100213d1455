"""All prints of one state of the reference meeting agree with its tables, with one another and with both languages."""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction
from django.utils.translation import override
from icalendar import Calendar

from events.documents import DOCUMENTS
from events.documents.base import CSV, DOCX, ICS, PDF, XLSX, Options, printed
from events.documents.pdf.coverage import missing_characters
from events.domain.snapshot import from_json, to_json
from events.queries import meeting_facts
from meetingplanner.languages import USUAL_LANGUAGES
from participants.domain.names import upper
from participants.models import Delegate, Delegation, EntityName, ObserverPlace, PersonTitle
from participants.queries import valid_on
from tests import changed_meeting, loaded
from tests.events.documents.pdf.reading import fonts, pages
from tests.events.documents.prints import IN_LANGUAGES, docx_lines, issued_before, sheet_rows
from tests.events.documents.test_all import FORBIDDEN

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[1]
DAY = date(2017, 9, 20)
SEATS = 2
EVERY = [
    (slug, language, paper)
    for slug, document in DOCUMENTS.items()
    for language in USUAL_LANGUAGES
    for paper in document.papers or ("a4",)
]
PDFS = [slug for slug, document in DOCUMENTS.items() if document.content_type == PDF]
# What names people and delegations; the note is a text that its authors wrote, judged apart.
LISTS = (
    "programme",
    "speakers",
    "participants",
    "summary",
    "seating-plan",
    "podium-plates",
    "table-plates",
    "observers",
)


class State:
    """The facts of the changed meeting and, read from the tables apart from them, what prints must say."""

    def __init__(self, roster):
        self.facts = meeting_facts(roster)
        self.prints = Prints(self.facts)
        holders = set(ObserverPlace.objects.filter(roster=roster).values_list("request__delegation", flat=True))
        rows = Delegation.objects.filter(roster=roster).exclude(status__in=("regrets", "withdrawn"))
        own = rows.exclude(invitations__ground="observer").values_list("pk", flat=True)
        self.expected = list(
            Delegation.objects.filter(pk__in={*own, *holders} - {None})
            .order_by("pk")
            .values_list("entity__code", flat=True)
        )
        names = EntityName.objects.filter(valid_on(DAY)).values_list("entity__code", "language", "list_name", "short")
        self.names = {(code, language): (listed, short) for code, language, listed, short in names}
        self.people = list(self._people(roster))

    def _people(self, roster):
        for one in Delegate.objects.filter(delegation__roster=roster, withdrawn_at=None).select_related("delegation"):
            title = PersonTitle.objects.filter(valid_on(DAY), person=one.person, entity=one.delegation.entity).first()
            yield one.family_name, one.function or title.title, one.delegation.entity.code

    def listed(self, language):
        return Counter(self.names[code, language][0] for code in self.expected)

    def shorts(self, language):
        return Counter(upper(self.names[code, language][1], language) for code in self.expected)


@pytest.fixture(scope="module")
def state(reference_rows, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        roster = loaded.put(reference_rows)
        changed_meeting.change(roster)
        found = State(roster)
        transaction.set_rollback(True)
    return found


def moments(facts, slug):
    return [one.uuid for one in facts.segments] if DOCUMENTS[slug].has_moments else [""]


def options(facts, slug, language, paper, moment=""):
    return Options(
        language=language,
        as_of=facts.roster.changed_at,
        paper=paper,
        moment=moment,
        ical_domain="meetings.example.org",
        issued=issued_before(facts) if DOCUMENTS[slug].compares else None,
    )


class Prints:
    """The documents of one state, each made once."""

    def __init__(self, facts):
        self.facts, self.made = facts, {}

    def files(self, slug, language, paper="a4"):
        """The bytes of a document, one file for each moment it has."""
        key = (slug, language, paper)
        if key not in self.made:
            wanted = (options(self.facts, slug, language, paper, moment) for moment in moments(self.facts, slug))
            self.made[key] = [printed(DOCUMENTS[slug], self.facts, one).content for one in wanted]
        return self.made[key]

    def said(self, slug, language, paper="a4"):
        """Every page as one line of words; of what is no PDF, all that it holds."""
        key = (slug, language, paper, "said")
        if key not in self.made:
            read = READERS[DOCUMENTS[slug].content_type]
            self.made[key] = [page for content in self.files(slug, language, paper) for page in read(content)]
        return self.made[key]


def plain(content):
    return [content.decode("utf-8-sig")]


def entries(content):
    """What people read of a calendar: the texts of its entries."""
    texts = ("SUMMARY", "DESCRIPTION", "LOCATION")
    return [" ".join(str(one.get(name, "")) for name in texts) for one in Calendar.from_ical(content).walk("VEVENT")]


def cells(content):
    return [" ".join(str(cell) for cell in row if cell is not None) for row in sheet_rows(content)]


READERS = {PDF: pages, DOCX: docx_lines, XLSX: cells, CSV: plain, ICS: entries}


def collected(facts, slug, language, moment=""):
    with override(language):
        return DOCUMENTS[slug].collect(facts, options(facts, slug, language, DOCUMENTS[slug].papers[0], moment))


@pytest.mark.parametrize("language", USUAL_LANGUAGES)
def test_table_plates_are_the_expected_delegations_each_once(state, language):
    words = state.prints.said("table-plates", language)
    # A tent carries the name on both sides.
    assert Counter(page[: len(page) // 2].strip() for page in words) == state.shorts(language)


@pytest.mark.parametrize("moment", range(SEATS))
@pytest.mark.parametrize("language", USUAL_LANGUAGES)
def test_seating_plan_is_the_expected_delegations_each_once(state, language, moment):
    values = collected(state.facts, "seating-plan", language, moments(state.facts, "seating-plan")[moment])
    rows = [row[0] for row in values.by_delegation if isinstance(row, tuple)]
    assert Counter(rows) == state.listed(language)
    assert values.unseated == ()


@pytest.mark.parametrize("language", USUAL_LANGUAGES)
def test_list_of_participants_is_the_expected_delegations_each_once(state, language):
    values = collected(state.facts, "participants", language)
    assert Counter(one.name for one in values.delegations) == state.listed(language)


def test_meeting_was_changed_as_meant(state):
    expected = set(state.expected)
    assert {"DEU", "SWE", "CIV", "MLI", changed_meeting.SPLIT, "IRL", "CAN", "PSE", "COM"} <= expected
    assert expected & {*changed_meeting.REGRETS, changed_meeting.WITHDRAWN, "NZL"} == set()
    assert len(expected) == 65 - 3 + 1 + 4
    assert len(state.facts.segments) == SEATS


@pytest.mark.parametrize("language", USUAL_LANGUAGES)
def test_every_person_is_listed_with_the_dated_title_of_the_language(state, language):
    values = collected(state.facts, "participants", language)
    listed = [
        (one.name.replace("\u00a0", " "), one.function)
        for each in values.delegations
        for one in each.people
        if one.name
    ]
    wanted = [(name, title[language]) for name, title, code in state.people if code in state.expected]
    # A capacity or an organ may follow the title.
    found = [
        (name, title)
        for name, title in wanted
        if any(upper(name, language) in shown and f"{own},".startswith(f"{title},") for shown, own in listed)
    ]
    assert (found, len(listed)) == (wanted, len(wanted))


@pytest.mark.once
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("slug", LISTS)
@pytest.mark.parametrize(("language", "other"), [("en", "fr"), ("fr", "en")])
def test_no_title_or_name_is_in_the_other_language(state, slug, language, other, paper):
    text = " ".join(state.prints.said(slug, language, paper))
    own = {title[language] for _, title, _ in state.people} | {
        name for (_, code), names in state.names.items() if code == language for name in names
    }
    foreign = {title[other] for _, title, _ in state.people}
    foreign |= {state.names[code, other][0] for code in state.expected}
    foreign = {one for one in foreign if not any(one in mine for mine in own)}
    assert [one for one in foreign if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text)] == []


@pytest.mark.once
@pytest.mark.parametrize(("slug", "language", "paper"), EVERY)
def test_nothing_stands_that_must_not(state, slug, language, paper):
    text = " ".join(" ".join(state.prints.said(slug, language, paper)).split())
    written = " ".join(" ".join(one.text.values()) for one in state.facts.paragraphs) if "note" in slug else ""
    found = Counter(re.findall(FORBIDDEN[language], text)) - Counter(re.findall(FORBIDDEN[language], written))
    assert found == Counter()


@pytest.mark.once
@pytest.mark.parametrize("language", USUAL_LANGUAGES)
@pytest.mark.parametrize("slug", PDFS)
def test_every_character_is_drawn_by_a_font_in_the_file(state, slug, language):
    values = [collected(state.facts, slug, language, moment) for moment in moments(state.facts, slug)]
    assert missing_characters(*values) == ""
    found = {font for content in state.prints.files(slug, language) for font in fonts(content)}
    assert found and all(is_embedded for _, is_embedded in found)


def digests(prints):
    return {
        f"{slug} {language}": [hashlib.sha256(one).hexdigest() for one in prints.files(slug, language)]
        for slug, language in IN_LANGUAGES
    }


PROGRAM = """
import sys, json, django
django.setup()
from tests.test_prints import Prints, digests
from events.domain.snapshot import from_json
print(json.dumps(digests(Prints(from_json(sys.stdin.read())))))
"""


@pytest.mark.once
def test_same_facts_give_the_same_bytes_in_another_process(state):

    text = to_json(state.facts)
    assert from_json(text) == state.facts
    environment = os.environ | {"PYTHONHASHSEED": "77", "DJANGO_SETTINGS_MODULE": "tests.settings", "TZ": "Asia/Tokyo"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env=environment,
        input=text,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == digests(state.prints)
