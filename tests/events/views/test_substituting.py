import re

import pytest
from django.test import Client

from events.models import Arrival, Item
from events.operations.programme import change_row
from participants.models import Act, Delegate
from tests import factories
from tests.acts import tables
from tests.sent_forms import forms_of

pytestmark = pytest.mark.django_db
WHO = {"by": None, "at": factories.AT}
NEW = {"way": "new", "family_name": "Touré", "given_names": "Awa", "gender": "f", "rank": "ambassador",
       "function_en": "Ambassador", "function_fr": "Ambassadrice"}  # fmt: skip


@pytest.fixture
def event():
    return factories.event(title={"en": "Ministerial <b>meeting</b>"})


@pytest.fixture
def old(event):
    home = factories.delegation(roster=event.roster, entity=factories.entity(en="Mali"), contact_email="m@mali.example")
    row = factories.delegate(delegation=home, rank="head_of_state", function={"en": "President", "fr": "Président"})
    factories.delegate(delegation=home, role="adviser", family_name="Diop", rank="minister", position=1)
    segment = factories.segment(event=event, chairs=[row], podium=[row])
    title = {"en": "Statement by Mr. Keïta", "fr": "Déclaration de M. Keïta"}
    item = factories.item(segment=segment, title=title)
    factories.speech(item=item, delegation=home, delegate=row)
    Arrival.objects.create(event=event, delegate=row, entrance="North")
    return row


def officer(role="desk_officer", **fields):
    client = Client()
    client.force_login(factories.user(role=role, **fields))
    return client


@pytest.fixture
def desk():
    return officer()


def address(row):
    return f"/meetings/{row.delegation.roster.slug}/delegates/{row.uuid}/substitute/"


def form_on(client, row):
    return next(
        form for form in forms_of(client.get(address(row)).content.decode(), address(row)) if "way" in form.typed
    )


def review_of(answer, row):
    forms = forms_of(answer.content.decode(), address(row))
    return next(form.fields for form in forms if "seen" in form.fields)


def reviewed(client, row, **wanted):
    """The fields of the review as a browser would send them back, and the page."""
    page = client.post(address(row), form_on(client, row).fields | wanted | {"review": "1"})
    return review_of(page, row), page


def applied(client, row, fields):
    return client.post(address(row), fields | {"apply": "1"})


def test_review_shows_all_that_follows_and_changes_nothing(desk, old):
    before = tables()
    _fields, page = reviewed(desk, old, **NEW)
    html = page.content.decode().replace("\u00a0", " ")
    assert page.status_code == 200
    for words in ("Statement by Ms. Touré", "Déclaration de Mme Touré", "H.E. Ms. Awa Touré", "S.E. Mme Awa Touré",
                  "Arrival taken over", "Presides with a lower rank", "mailto:m@mali.example"):  # fmt: skip
        assert words in html
    assert tables() == before


def test_all_that_is_ticked_is_applied_as_one_act(desk, old):
    fields, _page = reviewed(desk, old, **NEW, why="Note 12")
    answer = applied(desk, old, fields)
    assert (answer.status_code, answer.url) == (
        302, f"/meetings/{old.delegation.roster.slug}/participants/{old.delegation.uuid}/",
    )  # fmt: skip
    act = Act.objects.get()
    assert (act.operation, act.why) == ("substitute", "Note 12 – To be told: Mali.")
    item = Item.objects.get()
    assert item.title["en"].replace("\u00a0", " ") == "Statement by Ms. Touré"
    assert str(item.speeches.get().delegate) == "Awa Touré"


def test_words_written_in_the_review_are_saved_and_an_unticked_text_is_left(desk, old):
    fields, _page = reviewed(desk, old, **NEW)
    english = next(name for name in fields if name.startswith("text-title-title-en"))
    french = next(name for name in fields if name.startswith("keep-title-title-fr"))
    applied(desk, old, {name: value for name, value in fields.items() if name != french} | {english: "Allocution"})
    assert Item.objects.get().title == {"en": "Allocution", "fr": "Déclaration de M. Keïta"}


def test_two_officers_at_once_the_second_sees_what_moved_and_loses_nothing(desk, old):
    fields, _page = reviewed(desk, old, **NEW)
    english = next(name for name in fields if name.startswith("text-title-title-en"))
    change_row(Item.objects.get(), title={"en": "Speech by Mr. Keïta", "fr": "Déclaration de M. Keïta"}, **WHO)
    before = tables()
    answer = applied(desk, old, fields | {english: "My own words"})
    assert (answer.status_code, tables()) == (422, before)
    html = answer.content.decode()
    assert "The meeting was changed meanwhile" in html and "other than you saw" in html
    again = review_of(answer, old)
    assert again[english] == ["My own words"]
    assert applied(desk, old, again).status_code == 302
    assert Item.objects.get().title["en"] == "My own words"


def test_tick_taken_away_stays_away_when_the_review_is_shown_anew(desk, old):
    fields, _page = reviewed(desk, old, **NEW)
    chair = next(name for name in fields if name.startswith("keep-chair"))
    change_row(Item.objects.get(), duration_minutes=3, **WHO)
    again = review_of(applied(desk, old, {name: value for name, value in fields.items() if name != chair}), old)
    assert (chair in again, set(fields) - set(again)) == (False, {chair})


def test_same_substitution_applied_twice_is_done_once(desk, old):
    fields, _page = reviewed(desk, old, **NEW)
    assert [applied(desk, old, fields).status_code for _turn in range(2)] == [302, 302]
    assert (Act.objects.count(), Delegate.objects.filter(family_name="Touré").count()) == (1, 1)


def test_who_left_meanwhile_is_said_and_nothing_is_done(desk, old):
    fields, _page = reviewed(desk, old, way="withdraw")
    applied(officer(), old, reviewed(officer(), old, way="withdraw")[0])
    answer = desk.post(address(old), fields | {"apply": "1"}, follow=True)
    assert "is not in the delegation any more" in answer.content.decode()
    assert Act.objects.count() == 1


def test_person_changed_after_the_form_was_opened_is_said(desk, old):
    form = form_on(desk, old)
    Delegate.objects.filter(pk=old.pk).update(version=2)
    answer = desk.post(address(old), form.fields | NEW | {"review": "1"})
    assert (answer.status_code, "after you opened this" in answer.content.decode()) == (422, True)
    assert forms_of(answer.content.decode(), address(old))[-1].fields["version"] == ["2"]


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        (NEW | {"family_name": ""}, "family_name"),
        (NEW | {"style": "own"}, "style_text"),
        (NEW | {"email": "nobody"}, "email"),
        (NEW | {"family_name": "a\x00b"}, "family_name"),
        (NEW | {"given_names": "é" * 121}, "given_names"),
        ({"way": "member", "by": ""}, "by"),
        ({"way": "member", "by": "0f9f2f36-6a6e-4a3e-8e5e-3a6b5f0f2a11"}, "by"),
        ({"way": "rank"}, "own_rank"),
        ({"way": "rank", "own_style": "own"}, "own_style_text"),
        ({"way": "abdicates"}, "way"),
    ],
)
def test_bad_wish_gets_words_at_its_field(desk, old, wanted, field):
    answer = desk.post(address(old), form_on(desk, old).fields | wanted | {"review": "1"})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


@pytest.mark.parametrize("words", ["", "a\x00b", "é" * 251])
def test_bad_words_in_the_review_are_said_and_nothing_is_done(desk, old, words):
    fields, _page = reviewed(desk, old, **NEW)
    english = next(name for name in fields if name.startswith("text-title-title-en"))
    before = tables()
    answer = applied(desk, old, fields | {english: words})
    assert (answer.status_code, 'class="field-error"' in answer.content.decode()) == (422, True)
    assert tables() == before


@pytest.mark.parametrize("seen", ["", "x", "title-x=1,=,,=", "é" * 5000, "<script>=<b>"])
def test_damaged_review_is_shown_anew(desk, old, seen):
    fields, _page = reviewed(desk, old, **NEW)
    before = tables()
    answer = applied(desk, old, fields | {"seen": seen})
    assert (answer.status_code, tables()) == (422, before)


@pytest.mark.parametrize("name", ["Zoë 👩🏽‍⚖️", "مريم العربي", "O'Neil-Ñuñez", "<b>&amp;</b>", "(a+)+$", "{{ x }}"])
def test_name_of_any_script_is_shown_and_saved_as_it_was_typed(desk, old, name):
    fields, page = reviewed(desk, old, **NEW | {"family_name": name})
    assert "<b>&amp;</b>" not in page.content.decode()
    assert applied(desk, old, fields).status_code == 302
    assert Delegate.objects.get(given_names="Awa").family_name == name


def test_back_to_the_form_keeps_what_was_typed(desk, old):
    fields, _page = reviewed(desk, old, **NEW)
    page = desk.post(address(old), fields | {"back": "1"})
    assert forms_of(page.content.decode(), address(old))[-1].fields["family_name"] == ["Touré"]


def test_history_tells_it_in_words(desk, old):
    fields, _page = reviewed(desk, old, **NEW)
    applied(desk, old, fields)
    html = desk.get(f"/meetings/{old.delegation.roster.slug}/history/").content.decode()
    assert "Principal replaced, withdrawn or of another rank" in html and "To be told: Mali." in html


def test_page_is_whole_in_french(old):
    client = officer(language="fr")
    _fields, page = reviewed(client, old, **NEW)
    text = re.sub(r"<[^>]+>", " ", page.content.decode())
    assert "Qui doit en être informé" in text
    for english in ("What follows", "Look at this", "Who is to", "nothing changes", "Take back", "Before", "Apply"):
        assert english not in text


@pytest.mark.parametrize("role", ["viewer", "rapporteur"])
def test_who_may_not_edit_delegations_is_refused(old, role):
    assert officer(role).get(address(old)).status_code == 403


def test_link_stands_in_the_row_of_each_member(desk, old):
    page = desk.get(f"/meetings/{old.delegation.roster.slug}/participants/{old.delegation.uuid}/")
    assert address(old) in page.content.decode()
