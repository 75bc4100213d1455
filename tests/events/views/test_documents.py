"""The page of documents and the files themselves: who may, in which language and paper, and when nothing is sent."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events.documents import DOCUMENTS
from events.models import OpenPoint
from events.operations.issuing import issue_revision
from events.operations.meetings import change_meeting
from events.views.documents import rows_of
from participants.models import Roster
from tests import factories
from tests.events.documents.prints import mali

pytestmark = pytest.mark.django_db
LATER = factories.AT + timedelta(days=1)


@pytest.fixture
def event():
    event = factories.event(slug="mali", has_segment=True, observer_places=1)
    factories.room(event=event)
    factories.delegation(roster=event.roster, entity=factories.entity(en="Mali"))
    factories.paragraph(event=event, text="What the meeting is about.")
    return event


@pytest.fixture
def podium(event):
    delegation = factories.delegation(roster=event.roster, entity=factories.entity(en="Niger"))
    factories.segment(event=event, position=1, podium=[factories.delegate(delegation=delegation)])


@pytest.fixture
def moved(event, podium):
    """An observer has a place, and after the issue a delegation came that sits before all others."""
    observer = factories.delegation(roster=event.roster, grounds=("observer",), entity=factories.entity(en="Peru"))
    factories.request(delegation=observer, place_number=1)
    issue_revision(event, standing="provisional", languages=["en"], by=None, at=factories.AT)
    factories.delegation(roster=event.roster, entity=factories.entity(en="Albania"))


@pytest.fixture
def office(client, event):
    client.force_login(factories.user(role="desk_officer"))
    return client


def page(client, **query):
    return client.get(reverse("events:documents", args=["mali"]), query)


def file(client, slug="table-plates", language="en", headers=None, **query):
    return client.get(reverse("events:document", args=["mali", slug, language]), query, headers=headers)


def queries(act):
    with CaptureQueriesContext(connection) as context:
        act()
    return len(context)


def test_every_document_is_offered_once_and_the_plan_for_each_moment(office, event):
    factories.segment(event=event, position=1, title={"en": "Second part"})
    rows = page(office).context["rows"]
    assert [row["slug"] for row in rows] == [
        slug for slug, one in DOCUMENTS.items() for _ in range(2 if one.has_moments else 1)
    ]
    assert [row["moment"] for row in rows if row["slug"] == "seating-plan"] == ["Part", "Second part"]


def test_all_languages_are_offered_those_of_the_meeting_first(office, event):
    assert [one.code for one in page(office).context["languages"]] == ["en", "fr", "es", "ru", "ar", "zh"]
    Roster.objects.update(document_languages=["en", "fr", "zh"])
    assert [one.code for one in page(office).context["languages"]] == ["en", "fr", "zh", "es", "ru", "ar"]
    assert file(office, language="zh").status_code == 200


def test_document_is_neither_offered_nor_had_in_a_language_that_it_is_not_made_in(office, event):
    offered = {code: {row["slug"] for row in page(office, language=code).context["rows"]} for code in ("fr", "es")}
    assert offered["fr"] - offered["es"] == {"run-of-show"}
    assert [file(office, "run-of-show", language=code).status_code for code in ("en", "fr", "es")] == [200, 200, 404]


def test_links_carry_language_and_the_paper_that_the_document_has(office):
    rows = {row["slug"]: row for row in page(office, language="fr", paper="letter").context["rows"]}
    assert rows["table-plates"]["url"] == "/meetings/mali/documents/table-plates/fr/?paper=letter"
    assert rows["programme-word"]["url"] == "/meetings/mali/documents/programme-word/fr/?paper=letter"
    assert "paper" not in rows["observers-csv"]["url"]
    assert {row["paper"] for row in rows.values() if row["format"] == "PDF"} == {"Letter"}


def test_open_point_marks_the_documents_it_blocks_and_no_plate(office, event):
    point = factories.open_point(event=event, blocks=("seats",), finding={"en": "How many seats?"})
    response = page(office)
    provisional = {row["slug"] for row in response.context["rows"] if row["subjects"]}
    assert provisional == {slug for slug, one in DOCUMENTS.items() if "seats" in one.blocked_by}
    assert "seating-plan" in provisional and "table-plates" not in provisional
    assert "How many seats?" in response.content.decode()
    OpenPoint.objects.filter(pk=point.pk).update(resolved_at=factories.AT)
    assert not any(row["subjects"] for row in page(office).context["rows"])


def test_characters_that_no_font_draws_are_named(office, event):
    factories.delegation(roster=event.roster, entity=factories.entity(en="Mali ሀ"))
    rows = {row["slug"]: row for row in page(office).context["rows"]}
    assert rows["table-plates"]["missing"] == "ሀ"
    assert "No font draws: ሀ" in page(office).content.decode()


def test_podium_without_anybody_is_nothing_to_print(office):
    rows = {row["slug"]: row for row in page(office).context["rows"]}
    assert (rows["podium-plates"]["is_empty"], rows["table-plates"]["is_empty"]) == (True, False)


def test_plates_of_a_podium_without_anybody_lead_back_with_a_word(office):
    response = office.get(reverse("events:document", args=["mali", "podium-plates", "fr"]), follow=True)
    assert response.redirect_chain == [("/meetings/mali/documents/", 302)]
    assert "Podium plates: there is nothing to print yet." in response.content.decode()


def test_page_takes_the_same_queries_for_one_delegation_and_for_thirty(office, event):
    few = queries(lambda: page(office))
    for number in range(30):
        row = factories.delegation(roster=event.roster, entity=factories.entity(en=f"State {number}"))
        factories.delegate(delegation=row)
    assert queries(lambda: page(office)) == few


@pytest.mark.parametrize("slug", DOCUMENTS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_document_is_made(office, moved, slug, language):
    response = file(office, slug, language)
    assert (response.status_code, response["Content-Type"]) == (200, DOCUMENTS[slug].content_type)
    disposition = "inline" if response["Content-Type"] == "application/pdf" else "attachment"
    assert response["Content-Disposition"].startswith(f'{disposition}; filename="mali-{slug}-')
    assert response["Cache-Control"] == "private, no-cache"


def test_once_issued_there_is_nothing_to_compare_and_all_else_is_offered(office, event, moved):
    assert file(office, "plates-changed").status_code == 200
    issue_revision(event, standing="provisional", languages=["en"], by=None, at=LATER)
    assert file(office, "plates-changed").status_code == 302
    rows = {row["slug"]: row["is_empty"] for row in page(office).context["rows"]}
    assert [rows[slug] for slug in ("seat-moves", "plates-changed", "table-plates")] == [True, True, False]


def test_unchanged_print_is_not_sent_again_and_a_changed_one_is(office, event):
    first = file(office)
    again = file(office, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    change_meeting(event, version=None, title={"en": "Another"}, by=None, at=LATER)
    assert file(office, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_name_corrected_in_the_directory_is_sent_though_the_meeting_did_not_change(office, event):
    first = file(office)
    event.roster.delegations.get().entity.dated_names.update(short="Republic")
    assert file(office, headers={"If-None-Match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("query", [{"paper": "letter"}, {"language": "fr"}])
def test_other_paper_and_other_language_are_other_files(office, query):
    assert file(office)["ETag"] != file(office, **query)["ETag"]


@pytest.mark.parametrize(
    ("slug", "language", "query"),
    [
        ("no-such", "en", {}),
        ("table-plates", "de", {}),
        ("seating-plan", "en", {"moment": "x"}),
        ("seating-plan", "en", {"moment": "0f9f2f36-6a6e-4a3e-8e5e-3a6b5f0f2a11"}),
    ],
)
def test_what_there_is_not_is_not_found(office, slug, language, query):
    assert file(office, slug, language, **query).status_code == 404


def test_unknown_paper_falls_back_to_the_usual_one(office):
    assert file(office, paper="papyrus").content == file(office, paper="a4").content


def test_permission_of_each_document_is_asked(client, event, moved):
    client.force_login(factories.user(role="viewer"))
    allowed = {slug for slug, one in DOCUMENTS.items() if one.needs == "view_meeting"}
    codes = {slug: file(client, slug).status_code for slug in DOCUMENTS}
    assert codes == {slug: 200 if slug in allowed else 403 for slug in DOCUMENTS}
    assert {row["slug"] for row in page(client).context["rows"]} == allowed


def test_meeting_is_hidden_from_who_has_no_part_in_it(client, event):
    client.force_login(factories.user())
    assert (page(client).status_code, file(client).status_code) == (404, 404)


def test_reference_meeting_is_drawn_by_the_fonts_in_both_languages():
    for language in ("en", "fr"):
        rows = [row for one in DOCUMENTS.values() for row in rows_of(mali(), one, language=language, paper="")]
        assert {row["slug"]: row["missing"] for row in rows if row["missing"]} == {}


def test_document_is_offered_and_made_with_another_language_beside(client, reference):
    client.force_login(factories.user(role="viewer"))
    page = client.get(f"/meetings/{reference.slug}/documents/").content.decode()
    address = f"/meetings/{reference.slug}/documents/programme/en/?paper=a4"
    assert f"{address.replace('?', 'view/?')}&amp;second=fr" in page
    one, two = client.get(address), client.get(f"{address}&second=fr")
    assert 'filename="mali-2017-programme-en-fr.pdf"' in two["Content-Disposition"]
    assert one["ETag"] != two["ETag"]
    assert client.get(f"{address}&second=xx").content == one.content
