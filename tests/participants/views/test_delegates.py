"""The members of a delegation as people edit them: names of every kind, the registry, order, one head."""

import uuid

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from participants.models import Act, Delegate
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def roster():
    return factories.event(slug="mali").roster


@pytest.fixture
def row(roster):
    return factories.delegation(roster=roster, entity=factories.entity(en="Mali"), grounds=("host",))


@pytest.fixture
def desk(client, roster):
    client.force_login(factories.user(role="desk_officer"))
    return client


def url(name, *args):
    return reverse(f"participants:{name}", args=["mali", *args])


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def form(**fields):
    return {"role": "adviser", "rank": "minister", "style": "automatic", "gender": "m", "family_name": "Keïta"} | fields


def add(desk, row, **fields):
    return desk.post(url("delegate_add", row.uuid), form(**fields))


@pytest.mark.parametrize("name", ["Keïta", "O’Brien", "Nguyễn", "أحمد", "武", "😀 Smith", "x" * 120])
def test_name_is_kept_as_typed(desk, row, name):
    assert add(desk, row, family_name=name).status_code == 302
    assert Delegate.objects.get().family_name == name


@pytest.mark.parametrize(("name", "missing"), [("Tadesse ሀለ", "ሀ ለ"), ("Nguyễn 王", "")])
def test_character_that_no_font_draws_is_saved_and_told(desk, row, name, missing):
    response = desk.post(url("delegate_add", row.uuid), form(family_name=name), follow=True)
    assert row.delegates.get().family_name == name
    warnings = [str(one) for one in response.context["messages"] if one.level_tag == "warning"]
    assert [one.partition(" in what was saved")[0] for one in warnings] == ([missing] if missing else [])


def test_member_is_added_with_function_in_both_languages(desk, row):
    fields = {"function_en": "Minister", "function_fr": "Ministre", "given_names": "Ibrahim", "language": "fr"}
    words = said(add(desk, row, **fields))[0]
    one = Delegate.objects.get()
    assert words.startswith("Ibrahim Keïta was added. Saved")
    assert (one.function, one.language, one.position) == ({"en": "Minister", "fr": "Ministre"}, "fr", 0)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"family_name": ""}, "family_name"),
        ({"family_name": "x" * 10_000}, "family_name"),
        ({"given_names": "a\x00b"}, "given_names"),
        ({"family_name": "a\x07b"}, "family_name"),
        ({"function_en": "x" * 10_000}, "function"),
        ({"rank": "emperor"}, "rank"),
        ({"role": "king"}, "role"),
        ({"style": "own"}, "style_text"),
        ({"email": "nobody"}, "email"),
        ({"language": "xx"}, "language"),
        ({"access_needs": "x" * 251}, "access_needs"),
        ({"person": "99999"}, "person"),
        ({"token": "x"}, "token"),
    ],
)
def test_bad_input_gets_words_at_the_field_and_saves_nothing(desk, row, fields, field):
    response = add(desk, row, **fields)
    assert (response.status_code, list(response.context["form"].errors)) == (200, [field])
    assert (Delegate.objects.count(), Act.objects.count()) == (0, 0)


def test_placeholder_needs_no_name(desk, row):
    add(desk, row, family_name="", is_placeholder="on", function_en="Minister")
    assert Delegate.objects.get().is_placeholder


def test_second_head_is_refused_with_the_first(desk, row):
    factories.delegate(delegation=row)
    response = add(desk, row, role="head", family_name="Diop")
    assert response.context["form"].errors["role"] == [
        "Ibrahim Boubacar Keïta is head of the delegation. Choose another role, or make this person head afterwards."
    ]


def test_form_sent_twice_adds_one_member(desk, row):
    token = str(uuid.uuid4())
    add(desk, row, token=token)
    assert said(add(desk, row, token=token))[-1] == "Keïta is in the delegation already: the form was sent twice."
    assert Delegate.objects.count() == 1


def test_form_of_another_delegation_is_refused(desk, roster, row):
    other = factories.delegate(delegation=factories.delegation(roster=roster))
    response = add(desk, row, token=str(other.uuid))
    assert len(response.context["form"].non_field_errors()) == 1
    assert Delegate.objects.count() == 1


def test_short_form_of_the_delegations_page_suffices(desk, row):
    page = desk.get(url("delegation", row.uuid))
    quick = page.context["quick"]
    sent = {name: quick[name].value() or "" for name in ("role", "style", "rank", "token")}
    assert desk.post(url("delegate_add", row.uuid), sent | {"family_name": "Keïta"}).status_code == 302
    one = Delegate.objects.get()
    assert (one.role, one.rank, one.style) == ("head", "unspecified", "automatic")


def test_preview_shows_the_form_of_address_in_both_languages_and_saves_nothing(desk, row):
    fields = form(rank="head_of_state", preview="1", function_en="President", function_fr="Président")
    page = desk.post(url("delegate_add", row.uuid), fields)
    nbsp = "\u00a0"
    assert [text for _, _, text in page.context["preview"]] == [
        f"H.E.{nbsp}Mr.{nbsp}Keïta, President", f"S.E.{nbsp}M.{nbsp}Keïta, Président"
    ]  # fmt: skip
    assert Delegate.objects.count() == 0


def test_preview_alone_is_sent_to_htmx(desk, row):
    headers = {"HX-Request": "true", "HX-Target": "address-preview"}
    page = desk.post(url("delegate_add", row.uuid), form(preview="1"), headers=headers)
    assert page.content.decode().startswith('<section id="address-preview"')


def test_person_is_taken_from_the_registry_with_the_title_of_the_day(desk, row):
    title = {"entity": row.entity, "rank": "head_of_state", "title": {"en": "President", "fr": "Président"}}
    person = factories.person(code="keita", titles=[title])
    page = desk.get(url("delegate_add", row.uuid))
    assert [one["code"] for one in page.context["registry"]] == ["keita"]
    filled = desk.get(url("delegate_add", row.uuid) + "?person=keita").context["form"]
    assert (filled["family_name"].value(), filled["rank"].value()) == ("Keïta", "head_of_state")
    assert filled["function"].value() == {"en": "President", "fr": "Président"}
    add(desk, row, person=str(person.pk))
    assert Delegate.objects.get().person == person


@pytest.mark.parametrize("query", ["?person=nobody", "?person=%00", "?q=%00&person=", "?q=" + "x" * 5000])
def test_registry_without_an_answer_leaves_the_form_empty(desk, row, query):
    assert desk.get(url("delegate_add", row.uuid) + query).context["form"]["family_name"].value() in (None, "")


def test_member_is_changed(desk, row):
    one = factories.delegate(delegation=row)
    desk.post(url("delegate", one.uuid), form(role="head", family_name="Diop", version="1"))
    one.refresh_from_db()
    assert (one.family_name, one.version) == ("Diop", 2)


def test_stale_form_shows_both_versions(desk, row):
    one = factories.delegate(delegation=row)
    desk.post(url("delegate", one.uuid), form(role="head", family_name="Diop", version="1"))
    response = desk.post(url("delegate", one.uuid), form(role="head", family_name="Keita", version="1"))
    errors = response.context["form"].errors
    assert errors["family_name"] == ["Somebody changed this meanwhile. Now: Diop. Yours: Keita."]


def test_members_move_change_head_leave_and_come_back(desk, row):
    head, second, third = (
        factories.delegate(delegation=row, role=role, position=n)
        for n, role in enumerate(("head", "adviser", "adviser"))
    )
    desk.post(url("delegate_move", third.uuid), {"position": "1", "shown": csv(head, second, third)})
    assert list(Delegate.objects.order_by("position")) == [head, third, second]
    desk.post(url("delegate_head", second.uuid), {"version": "1", "shown": csv(head, third, second)})
    assert Delegate.objects.get(role="head") == second
    desk.post(url("delegate_withdraw", second.uuid), {"version": "2"})
    assert Delegate.objects.filter(withdrawn_at__isnull=False).get() == second
    desk.post(url("delegate_restore", second.uuid), {"version": "3"})
    assert Delegate.objects.filter(withdrawn_at__isnull=False).count() == 0


def csv(*rows):
    return ",".join(str(row.uuid) for row in rows)


@pytest.fixture
def three(row):
    names = (("head", "Keïta"), ("adviser", "Diop"), ("adviser", "Sy"))
    return [
        factories.delegate(delegation=row, role=role, position=place, given_names="", family_name=name)
        for place, (role, name) in enumerate(names)
    ]


@pytest.mark.parametrize("action", ["delegate_move", "delegate_head"])
def test_order_seen_before_somebody_changed_it_is_refused_with_both(desk, three, action):
    head, second, third = three
    shown = csv(head, second, third)
    desk.post(url("delegate_move", third.uuid), {"position": "1", "shown": shown})
    words = said(desk.post(url(action, second.uuid), {"position": "1", "version": "1", "shown": shown}))
    yours = "Keïta, Diop, Sy" if action == "delegate_move" else "Diop, Keïta, Sy"
    assert words[-1] == (
        f"Somebody changed this list meanwhile. Now: Keïta, Sy, Diop. Yours: {yours}. Nothing was done; press again."
    )
    assert list(Delegate.objects.order_by("position")) == [head, third, second]
    assert Delegate.objects.get(role="head") == head


@pytest.mark.parametrize("action", ["delegate_head", "delegate_withdraw"])
def test_member_changed_meanwhile_is_left_and_told(desk, three, action):
    head, second, third = three
    Delegate.objects.filter(pk=second.pk).update(function={"en": "Envoy"}, version=2)
    words = said(desk.post(url(action, second.uuid), {"version": "1", "shown": csv(head, second, third)}))
    assert words == [
        "Diop was changed meanwhile. Now: Diop, adviser, Envoy. Nothing was done; press again if you still want it."
    ]
    assert Act.objects.count() == 0


def test_button_pressed_twice_does_it_once_and_reproaches_nobody(desk, three):
    said_by = [said(desk.post(url("delegate_withdraw", three[1].uuid), {"version": "1"})) for _ in range(2)]
    assert [words[-1].startswith("Diop was withdrawn. Saved") for words in said_by] == [True, True]
    assert Act.objects.count() == 1


@pytest.mark.parametrize("position", ["", "x", "9" * 30, "--1", "-", "²"])
def test_nonsense_for_a_position_moves_nobody(desk, row, position):
    one = factories.delegate(delegation=row)
    response = desk.post(url("delegate_move", one.uuid), {"position": position})
    words = "What was sent could not be understood, and nothing was changed. Look at the page again and repeat it."
    assert (said(response), Act.objects.count()) == ([words], 0)


def test_member_of_another_meeting_is_not_found(desk):
    other = factories.delegate(delegation=factories.delegation(roster=factories.event().roster))
    assert desk.get(url("delegate", other.uuid)).status_code == 404


def test_viewer_may_edit_no_member(client, row):
    one = factories.delegate(delegation=row)
    client.force_login(factories.user(role="viewer"))
    names = ("delegate", "delegate_move", "delegate_head", "delegate_withdraw", "delegate_restore")
    assert {client.post(url(name, one.uuid), {}).status_code for name in names} == {403}
