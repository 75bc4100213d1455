"""Letters in the mission's language, with link and concept note; the log of what was sent and acknowledged."""

import zipfile
from datetime import datetime
from io import BytesIO

import docx
import pytest
from django.urls import reverse

from events.documents.base import Options
from events.documents.letters import collect, render
from events.links import reply_link
from events.models import Letter
from events.queries import meeting_facts
from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.models import Access, Delegation
from tests import factories

pytestmark = pytest.mark.django_db
AT = factories.AT


@pytest.fixture
def event():
    row = factories.event(slug="mali", reply_deadline=datetime(2017, 9, 15, 18))
    factories.paragraph(event=row, text={"en": "Peace takes time.", "fr": "La paix prend du temps."})
    return row


@pytest.fixture
def desk(client, event):
    client.force_login(factories.user(role="desk_officer"))
    return client


@pytest.fixture
def chad(event):
    return factories.delegation(
        roster=event.roster, entity=factories.entity(en="Chad", fr="Tchad"), status="cleared", language="fr",
        grounds=("mediation", "contributor"),
    )  # fmt: skip


def url(name, *args):
    return reverse(f"events:{name}", args=["mali", *args])


def words(content):
    document = docx.Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells]).replace("\u00a0", " ")


def of(event, delegation, language):
    facts = meeting_facts(event.roster)
    options = Options(language=language, as_of=AT)
    link = reply_link(delegation)
    return render(collect(facts, facts.delegations[str(delegation.uuid)], options, link=link)), link


@pytest.mark.parametrize(
    ("language", "sitting", "meeting"),
    [
        ("en", "following meeting", "following meeting"),
        ("fr", "à la séance ci-après", "à la réunion suivante"),
        ("es", "en la sesión que se indica a continuación", "en la reunión siguiente"),
        ("ru", "в указанном ниже заседании", "в следующем совещании"),
        ("ar", "في الجلسة المبينة أدناه", "في الاجتماع التالي"),
        ("zh", "出席以下会议", "出席以下会议"),
    ],
)
def test_letter_calls_the_sitting_of_an_organ_its_own_name(event, chad, language, sitting, meeting):
    words_of = {"organ": sitting, "conference": meeting}
    for kind, expected in words_of.items():
        type(event).objects.update(kind=kind)
        assert expected in words(of(event, chad, language)[0])


@pytest.mark.parametrize(
    ("kind", "invited", "enclosed"),
    [("organ", "inviter votre délégation à la séance ci-après.", "de la séance est jointe."),
     ("conference", "inviter votre délégation à la réunion suivante.", "de la réunion est jointe.")],
)  # fmt: skip
def test_organisation_is_invited_to_the_sitting_and_its_note_enclosed(event, kind, invited, enclosed):
    type(event).objects.update(kind=kind)
    union = factories.delegation(
        roster=event.roster, entity=factories.entity(kind="organisation", status="organisation")
    )
    letter = words(of(event, union, "fr")[0])
    assert (invited in letter, enclosed in letter) == (True, True)


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_note_verbale_has_link_deadline_and_note_in_each_language(event, chad, language):
    content, link = of(event, chad, language)
    text = words(content)
    assert "%(" not in text
    assert ("Peace takes time." in text or "La paix prend du temps." in text) is True
    assert link in zipfile.ZipFile(BytesIO(content)).read("word/_rels/document.xml.rels").decode().replace("&amp;", "&")
    assert of(event, chad, language)[0] == content


def test_state_gets_a_note_verbale_and_an_organisation_a_letter(event, chad):
    union = factories.delegation(
        roster=event.roster, entity=factories.entity(en="African Union", kind="organisation", status="organisation")
    )
    note, letter = words(of(event, chad, "en")[0]), words(of(event, union, "en")[0])
    assert "presents its compliments to the delegation of Chad" in note
    assert "renew to the delegation of Chad the assurances of its highest consideration" in note
    assert "Excellency," in letter
    assert "compliments" not in letter
    french = words(of(event, chad, "fr")[0])
    assert "à la délégation de Tchad" in french or "à la délégation du Tchad" in french
    assert "Médiation" in french or "médiation" in french


@pytest.mark.parametrize(
    ("language", "told"),
    [("fr", "Lieu"), ("es", "Lugar"), ("ar", "المكان"), ("zh", "地点"), ("ru", "Место проведения")],
)
def test_letter_calls_the_venue_a_venue(event, chad, language, told):
    factories.room(event=event)
    assert told in words(of(event, chad, language)[0])


def test_file_is_in_the_missions_language_and_its_taking_is_noted(desk, chad):
    page = desk.get(url("letters")).content.decode()
    assert url("letter_file", chad.uuid, "fr") in page
    answer = desk.get(url("letter_file", chad.uuid, "fr"))
    assert "présente ses compliments" in words(answer.content)
    assert Access.objects.get().language == "fr"
    assert desk.get(url("letter_file", chad.uuid, "xx")).status_code == 404


def test_all_letters_come_as_one_file(desk, event, chad):
    factories.delegation(roster=event.roster, status="withdrawn")
    factories.delegation(roster=event.roster, grounds=("observer",), status="accepted")
    names = zipfile.ZipFile(BytesIO(desk.get(url("letters_file")).content)).namelist()
    assert [one for one in names if one.endswith(".docx")] == [f"{chad.entity.code}-fr.docx"]


def test_letter_is_logged_once_invites_who_was_cleared_and_is_acknowledged(desk, chad):
    page = desk.get(url("letter", chad.uuid))
    data = {"language": "fr", "sent_at_date": "2017-08-30", "sent_at_time": "10:00", "note": "By bag", "shown": "0"}
    assert page.context["form"].initial["shown"] == 0
    for _ in range(2):
        desk.post(url("letter", chad.uuid), data)
    letter = Letter.objects.get()
    assert (Delegation.objects.get().status, letter.note) == ("invited", "By bag")
    entry = {"sent_at_date": "2017-08-30", "sent_at_time": "10:00", "note": "", "version": "1"}
    address, at = url("letter_entry", letter.uuid), {"acknowledged_at_time": "10:00"}
    early = desk.post(address, entry | at | {"acknowledged_at_date": "2017-08-29"})
    assert early.context["form"].errors["acknowledged_at"] == ["It was sent later than that."]
    desk.post(address, entry | at | {"acknowledged_at_date": "2017-09-01"})
    letter.refresh_from_db()
    assert letter.acknowledged_at.isoformat() == "2017-09-01T14:00:00+00:00"
    stale = desk.post(address, entry)
    assert "Save again to keep yours" in str(stale.context["form"].errors)


def test_time_that_cannot_be_is_told_at_its_field(desk, chad):
    response = desk.post(
        url("letter", chad.uuid), {"language": "fr", "sent_at_date": "2199-01-01", "sent_at_time": "1:00"}
    )
    assert "sent_at" in response.context["form"].errors
    assert Letter.objects.count() == 0
