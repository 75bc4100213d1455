"""The page on which the office chooses how its documents look."""

import io
from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from PIL import Image

from events.domain.office import OfficeLook, contrast_on_white
from events.forms.office import MOST_PIXELS, check_png
from events.models import OfficeChange, OfficeStyle
from events.operations.office import change_office_style
from events.queries import office_look
from participants.operations.acting import Stale
from tests import factories
from tests.events.documents.pdf.reading import opened, text

pytestmark = pytest.mark.django_db
ADDRESS = "/office/documents/"
CHOICE = {"version": "1", "accent": "#1b5e3b", "second": "8A1C4A", "masthead_en": "Our Office\n\n  Protocol  Branch "}
AT = datetime(2030, 1, 8, tzinfo=UTC)


def png(width=40, height=20):
    file = io.BytesIO()
    Image.new("RGB", (width, height), "#1B5E3B").save(file, "PNG")
    return file.getvalue()


def upload(content, name="logo.png"):
    return SimpleUploadedFile(name, content, content_type="image/png")


@pytest.fixture
def administrator(client):
    user = factories.user(role="administrator", name="Ada Office")
    client.force_login(user)
    return user


def errors(answer):
    return {name: list(found) for name, found in answer.context["form"].errors.items()}


def test_what_is_chosen_is_saved_in_one_row(client, administrator):
    answer = client.post(ADDRESS, CHOICE | {"logo": upload(png())})
    assert answer.status_code == 302
    row = OfficeStyle.objects.get()
    assert (row.pk, row.version, row.changed_by) == (1, 2, "Ada Office")
    assert office_look() == OfficeLook(
        accent="#1B5E3B", second="#8A1C4A", masthead={"en": "Our Office\nProtocol Branch"}, logo=png()
    )


def test_nothing_chosen_is_the_houses_own_look(client, administrator):
    assert office_look() == OfficeLook()
    assert client.get(ADDRESS).status_code == 200
    assert client.post(ADDRESS, {"version": "1"}).status_code == 302
    assert office_look() == OfficeLook()
    assert OfficeStyle.objects.get().version == 1


@pytest.mark.parametrize("role", ["desk_officer", "protocol_officer", "rapporteur", "viewer"])
def test_only_administrators_may_choose(client, role):
    client.force_login(factories.user(role=role))
    assert client.get(ADDRESS).status_code == 403
    assert ADDRESS not in client.get("/").content.decode()


def test_list_of_meetings_leads_there(client, administrator):
    assert f'href="{ADDRESS}"' in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"accent": "red"}, "accent", "“red” is no colour."),
        ({"accent": "#12345"}, "accent", "“#12345” is no colour."),
        ({"accent": "#009EDB"}, "accent", "#009EDB is too pale to be read on white paper: its contrast is 3.0, "),
        ({"second": "#FFFFFF"}, "second", "#FFFFFF is too pale to be read on white paper: its contrast is 1.0, "),
        ({"masthead_fr": "a\nb\nc\nd"}, "masthead", "Give at most three lines in each language."),
        ({"logo": b"<svg/>"}, "logo", "This is not a PNG picture, or it is damaged."),
        ({"logo": png()[:60]}, "logo", "This is not a PNG picture, or it is damaged."),
        ({"logo": png() + b"0" * 2_200_000}, "logo", "The logo is larger than 2 MB."),
        ({"logo": png(MOST_PIXELS + 1, 1)}, "logo", "The logo has 6001 × 1 pixels; at most 6000 each way will do."),
    ],
)
def test_what_cannot_be_printed_is_refused_in_words(client, administrator, changes, field, words):
    sent = {name: upload(value) if isinstance(value, bytes) else value for name, value in changes.items()}
    answer = client.post(ADDRESS, CHOICE | sent)
    assert [one[: len(words)] for one in errors(answer).pop(field)] == [words]
    assert not OfficeStyle.objects.exists()


def test_jpeg_under_another_name_is_refused():
    file = io.BytesIO()
    Image.new("RGB", (9, 9)).save(file, "JPEG")
    with pytest.raises(ValidationError, match="not a PNG"):
        check_png(file.getvalue())


def test_logo_stays_until_it_is_to_go(client, administrator):
    client.post(ADDRESS, CHOICE | {"logo": upload(png())})
    client.post(ADDRESS, CHOICE | {"version": "2", "accent": ""})
    assert (office_look().accent, office_look().logo) == ("", png())
    client.post(ADDRESS, CHOICE | {"version": "3", "without_logo": "on"})
    assert office_look().logo == b""


def test_older_form_is_shown_what_was_saved_meanwhile(client, administrator):
    client.post(ADDRESS, CHOICE)
    answer = client.post(ADDRESS, CHOICE | {"accent": "#000000", "logo": upload(png())})
    assert errors(answer)["accent"] == ["Somebody changed this meanwhile. Now: #1B5E3B. Yours: #000000."]
    assert errors(answer)["logo"] == ["Somebody changed this meanwhile. Now: none. Yours: a picture of 1 kB."]
    assert office_look().accent == "#1B5E3B"


def test_operation_refuses_an_older_version_and_a_bad_value():
    change_office_style(version=1, by=None, at=AT, accent="#000000")
    with pytest.raises(Stale):
        change_office_style(version=1, by=None, at=AT, accent="#111111")
    with pytest.raises(ValidationError, match="six digits"):
        change_office_style(version=2, by=None, at=AT, accent="black")


def test_there_is_no_second_row():
    with pytest.raises(IntegrityError), transaction.atomic():
        OfficeStyle.objects.create(pk=2)


def test_prints_have_the_look_and_are_fetched_again_when_it_changes(client, administrator):
    event = factories.event(has_segment=True)
    address = reverse("events:document", args=(event.roster.slug, "programme", "en"))
    before = client.get(address)
    client.post(ADDRESS, CHOICE | {"logo": upload(png())})
    after = client.get(address, headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert "Our Office Protocol Branch" in text(after.content)
    with opened(after.content) as file:
        assert len(file.pages[0].get_images()) == 1


@pytest.mark.parametrize(
    ("colour", "contrast"), [("#000000", 21), ("#FFFFFF", 1), ("#009EDB", 3.0), ("#1F4E79", 8.7), ("#767676", 4.54)]
)
def test_contrast_is_that_of_the_guidelines(colour, contrast):
    assert contrast_on_white(colour) == pytest.approx(contrast, abs=0.05)


@pytest.mark.parametrize("colour", ["", "#FFF", "red", "#12345G"])
def test_contrast_of_what_is_no_colour_is_refused(colour):
    with pytest.raises(ValueError, match="not a colour"):
        contrast_on_white(colour)


def docx_upload(content):
    return SimpleUploadedFile("own.docx", content)


def test_own_word_template_is_kept_until_one_goes_back_to_ours(client, administrator):
    ours = client.get(f"{ADDRESS}template.docx").content
    assert client.post(ADDRESS, {"version": "1", "word_template": docx_upload(ours)}).status_code == 302
    assert office_look().word_template == ours
    assert client.post(ADDRESS, {"version": "2"}).status_code == 302
    assert office_look().word_template == ours
    assert client.post(ADDRESS, {"version": "2", "without_word_template": "on"}).status_code == 302
    assert office_look().word_template == b""


def test_file_that_is_no_template_is_refused_at_its_field(client, administrator):
    answer = client.post(ADDRESS, {"version": "1", "word_template": docx_upload(b"hello"), "accent": "pink"})
    found = errors(answer)
    assert set(found) == {"accent", "word_template"}
    assert found["word_template"] == [
        "This is not a Word file (.docx), or it is damaged. Save it again as a Word document."
    ]
    assert office_look() == OfficeLook()


def test_change_of_the_look_leaves_a_trace(client):
    user = factories.user(role="administrator", name="Clerk")
    client.force_login(user)
    page = client.get("/office/documents/")
    version = page.context["form"]["version"].value() or 1
    client.post("/office/documents/", {"accent": "#123456", "second": "", "version": version})
    change = OfficeChange.objects.get()
    assert (change.by, change.fields) == (user, {"accent": ["", "#123456"]})
    text = client.get("/office/documents/").content.decode()
    assert "<ins>#123456</ins>" in text
    assert "Clerk" in text
