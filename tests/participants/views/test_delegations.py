"""The list of delegations as people use it: found, exported, ticked, put on it alone or as a group."""

import io
import uuid

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from participants.models import Act, Delegate, Delegation
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def roster():
    return factories.event(slug="mali").roster


@pytest.fixture
def desk(client, roster):
    client.force_login(factories.user(role="desk_officer"))
    return client


def url(name, *args):
    return reverse(f"participants:{name}", args=["mali", *args])


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def listed(response):
    return [line.entity.names["en"] for line in response.context["page"].object_list]


def three(roster):
    names = {
        "Mali": ("Mali", "host"),
        "Côte d'Ivoire": ("Côte d'Ivoire", "contributor"),
        "Chad": ("Tchad", "mediation"),
    }
    rows = [
        factories.delegation(roster=roster, entity=factories.entity(en=en, fr=fr), grounds=(ground,))
        for en, (fr, ground) in names.items()
    ]
    factories.delegate(delegation=rows[0])
    return rows


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Chad", "Côte d'Ivoire", "Mali"]),
        ("?q=keita", ["Mali"]),
        ("?q=COTE", ["Côte d'Ivoire"]),
        ("?q=tchad", ["Chad"]),
        ("?ground=host&ground=mediation", ["Chad", "Mali"]),
        ("?ground=atlantis&sort=nothing", ["Chad", "Côte d'Ivoire", "Mali"]),
        ("?level=minister", ["Mali"]),
        ("?sort=-name&page=99", ["Mali", "Côte d'Ivoire", "Chad"]),
        ("?q=%00%1b", ["Chad", "Côte d'Ivoire", "Mali"]),
    ],
)
def test_list_shows_what_is_asked_for(desk, roster, query, expected):
    three(roster)
    response = desk.get(url("delegations") + query)
    assert (listed(response), response.context["total"]) == (expected, 3)


def test_filters_are_chips_that_can_be_removed(desk, roster):
    three(roster)
    chips = desk.get(url("delegations") + "?q=mali&ground=host&sort=status").context["chips"]
    assert chips == [("“mali”", "?ground=host&sort=status"), ("Host", "?q=mali&sort=status")]


@pytest.mark.parametrize(
    ("query", "words"), [("", "Nobody is on the list yet."), ("?q=x", "Nobody is on the list yet.")]
)
def test_empty_list_says_what_to_do(desk, roster, query, words):
    assert words in desk.get(url("delegations") + query).content.decode()


def test_list_takes_the_same_number_of_queries_for_one_delegation_and_for_thirty(desk, roster):
    counts = []
    for size in (1, 29):
        for _ in range(size):
            row = factories.delegation(roster=roster, grounds=("host", "contributor"))
            factories.delegate(delegation=row, person=factories.person())
        with CaptureQueriesContext(connection) as context:
            assert desk.get(url("delegations")).status_code == 200
        counts.append(len(context))
    assert counts[0] == counts[1]


def test_long_list_is_cut_into_pages(desk, roster):
    for _ in range(101):
        factories.delegation(roster=roster)
    first, second = (desk.get(f"{url('delegations')}?page={page}") for page in (1, 2))
    assert [len(listed(one)) for one in (first, second)] == [100, 1]


def test_search_finds_members_beyond_the_head_and_large_delegations_are_counted(desk, roster):
    delegation = factories.delegation(roster=roster, entity=factories.entity(en="Chad"))
    factories.delegation(roster=roster)
    factories.delegate(delegation=delegation)
    for number in range(7):
        factories.delegate(
            delegation=delegation, role="adviser", position=number + 1, family_name=f"Quéméner{number}",
            is_present=number < 2, function={"fr": "Conseillère"},
        )  # fmt: skip
    for query in ("quemener6", "conseillere", "chad keita"):
        page = desk.get(f"{url('delegations')}?q={query}")
        assert len(listed(page)) == 1
        assert "2 of 8" in page.content.decode()
    assert desk.get(f"{url('delegations')}?sort=present").context["page"].object_list[0].present == 2


def test_export_holds_exactly_what_is_shown(desk, roster):
    three(roster)
    rows = desk.get(f"{url('delegations_export', 'csv')}?ground=host").content.decode("utf-8-sig").splitlines()
    assert [row.split(",")[0] for row in rows] == ["Delegation", "Mali"]
    book = load_workbook(io.BytesIO(desk.get(f"{url('delegations_export', 'xlsx')}?sort=-name").content))
    assert [cell.value for cell in book.active["A"]] == ["Delegation", "Mali", "Côte d'Ivoire", "Chad"]


def test_presence_is_saved_for_the_boxes_that_differ_only(desk, roster):
    row = three(roster)[0]
    head = Delegate.objects.get()
    other = factories.delegate(delegation=row, role="adviser", is_present=True)
    sent = {"listed": [head.uuid, other.uuid], "was": [], "present": [head.uuid], "back": "ground=host"}
    response = desk.post(url("presence"), sent)
    assert response.url == f"{url('delegations')}?ground=host"
    assert set(Delegate.objects.filter(is_present=True)) == {head, other}


def test_tick_saves_at_once_and_counts_again(desk, roster):
    three(roster)
    head = Delegate.objects.get()
    headers = {"HX-Request": "true", "HX-Trigger": f"present_{head.uuid}"}
    page = desk.post(url("presence"), {"present": [head.uuid]}, headers=headers).content.decode()
    assert "1 person is ticked present." in page
    assert "0 people are ticked present." in desk.post(url("presence"), {}, headers=headers).content.decode()


NOT_UNDERSTOOD = "What was sent could not be understood, and nothing was changed. Look at the page again and repeat it."


@pytest.mark.parametrize("sent", [{"listed": "x"}, {"present": "1"}, {"listed": "\x00"}])
def test_presence_of_nobody_known_is_refused_in_words(desk, roster, sent):
    head = factories.delegate(delegation=three(roster)[1])
    sent = {"listed": [str(head.uuid)], "present": [str(head.uuid)], "back": "ground=host"} | sent
    response = desk.post(url("presence"), sent)
    assert (response.url, said(response)) == (f"{url('delegations')}?ground=host", [NOT_UNDERSTOOD])
    assert not Act.objects.exists()


@pytest.mark.parametrize("trigger", ["present_x", "other"])
def test_tick_of_nobody_known_is_refused_in_words_on_the_page(desk, roster, trigger):
    response = desk.post(url("presence"), {}, headers={"HX-Request": "true", "HX-Trigger": trigger})
    assert (response.status_code, NOT_UNDERSTOOD in response.content.decode()) == (422, True)


def test_status_is_set_for_those_chosen_and_others_are_left(desk, roster):
    rows = three(roster)
    Delegation.objects.filter(pk=rows[0].pk).update(status="accepted")
    sent = {"chosen": [rows[0].uuid, rows[1].uuid], "status": "cleared"}
    sent |= {f"version_{row.uuid}": "1" for row in rows}
    words = said(desk.post(url("status_of_many"), sent))[0]
    assert words.startswith("1 delegation is now: cleared. 1 has answered or withdrawn and was left as it is. Saved")
    assert [Delegation.objects.get(pk=row.pk).status for row in rows] == ["accepted", "cleared", "invited"]


def test_status_is_not_set_for_one_that_was_changed_after_the_page_was_made(desk, roster):
    rows = three(roster)
    Delegation.objects.filter(pk=rows[1].pk).update(status="proposed", version=2)
    sent = {"chosen": [rows[1].uuid, rows[2].uuid], "status": "cleared"}
    words = said(desk.post(url("status_of_many"), sent | {f"version_{row.uuid}": "1" for row in rows}))
    assert words[0].startswith("1 delegation is now: cleared. Saved")
    assert "left as they are: " in words[1]
    assert words[1].endswith("(proposed). Yours: cleared. Choose them again if need be.")
    assert [Delegation.objects.get(pk=row.pk).status for row in rows] == ["invited", "proposed", "cleared"]


def test_delegation_is_found_by_what_it_is_called_elsewhere_and_at_other_times(desk, roster):
    see = factories.entity(code="VAT", en="Holy See")
    see.search_key += " vatican"
    see.save()
    factories.delegation(roster=roster, entity=see)
    factories.delegation(roster=roster, entity=factories.entity(en="Chad"))
    lists = [desk.get(url("delegations"), {"q": query}).context["page"] for query in ("vatican", "vat", "chad")]
    assert [[line.entity.code for line in page] for page in lists][:2] == [["VAT"], ["VAT"]]
    assert len(lists[2].object_list) == 1
    found = desk.get(url("delegation_add"), {"q": "Vatican"}).context["results"]
    assert [one["entity"].code for one in found] == ["VAT"]


@pytest.mark.parametrize(
    "damage", [{"status": "accepted"}, {"status": "withdrawn"}, {"status": ""}, {"status": "x"}, {"chosen": ["x"]}]
)
def test_status_that_is_no_preparing_one_or_of_nobody_known_is_refused_in_words(desk, roster, damage):
    sent = {"chosen": [three(roster)[0].uuid], "status": "cleared"} | damage
    response = desk.post(url("status_of_many"), sent)
    assert (response.url, said(response), Act.objects.count()) == (url("delegations"), [NOT_UNDERSTOOD], 0)


def test_delegation_is_put_on_the_list_on_several_grounds(desk, roster):
    factories.entity(en="Chad", fr="Tchad")
    response = desk.post(
        url("delegation_add"), {"entity": "tchad", "grounds": ["host", "mediation"], "status": "invited"}
    )
    row = Delegation.objects.get()
    assert response.url == url("delegation", row.uuid)
    assert ({one.ground for one in row.invitations.all()}, row.status) == ({"host", "mediation"}, "invited")


def test_delegation_added_twice_by_one_form_is_there_once(desk, roster):
    factories.entity(en="Chad")
    sent = {"entity": "Chad", "grounds": ["host"], "status": "proposed", "token": str(uuid.uuid4())}
    desk.post(url("delegation_add"), sent)
    again = desk.post(url("delegation_add"), sent)
    assert said(again)[-1] == "Chad is on the list already: the form was sent twice."
    assert Delegation.objects.count() == 1


def test_duplicate_delegation_is_refused_with_a_way_to_it(desk, roster):
    row = three(roster)[0]
    response = desk.post(url("delegation_add"), {"entity": "Mali", "grounds": ["host"], "status": "proposed"})
    assert response.context["form"].errors["entity"] == ["Mali has a delegation already."]
    assert url("delegation", row.uuid) in response.content.decode()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"entity": ""}, "entity"),
        ({"entity": "x" * 10_000}, "entity"),
        ({"entity": "Atlantis"}, "entity"),
        ({"entity": "Mal\x00i"}, "entity"),
        ({"grounds": []}, "grounds"),
        ({"grounds": ["observer"]}, "grounds"),
        ({"status": "regrets"}, "status"),
        ({"token": "x"}, "token"),
    ],
)
def test_bad_input_gets_words_at_the_field(desk, roster, fields, field):
    factories.entity(en="Mali")
    sent = {"entity": "Mali", "grounds": ["host"], "status": "proposed"} | fields
    assert list(desk.post(url("delegation_add"), sent).context["form"].errors) == [field]
    assert (Delegation.objects.count(), Act.objects.count()) == (0, 0)


def test_directory_is_searched_without_accents_and_says_who_is_listed(desk, roster):
    listed_row = three(roster)[1]
    factories.entity(en="Cuba", fr="Cuba")
    results = desk.get(url("delegation_add") + "?q=cote").context["results"]
    assert [(one["entity"].names["en"], one["delegation"]) for one in results] == [("Côte d'Ivoire", listed_row.uuid)]
    assert desk.get(url("delegation_add") + "?q=cub").context["results"][0]["delegation"] is None


def test_group_is_previewed_and_then_added(desk, roster):
    mali, _, _ = three(roster)
    group = factories.group(members=(mali.entity, factories.entity(en="Niger")), code="g5")
    query = {"group": group.code, "ground": "contributor", "status": "invited"}
    preview = desk.get(url("group_add"), query).context["preview"]
    assert preview == {"new": ["Niger"], "gaining": ["Mali"], "there": [], "withdrawn": []}
    assert Delegation.objects.count() == 3
    words = said(desk.post(url("group_add"), query))[0]
    assert words.startswith("New on the list: 1. One more ground: 1. There already: 0.")
    assert Delegation.objects.count() == 4


@pytest.mark.parametrize("query", ["?group=x&ground=host&status=invited", "?group=", "?group=%00"])
def test_unknown_group_gets_words(desk, roster, query):
    response = desk.get(url("group_add") + query)
    assert (response.status_code, "group" in response.context["form"].errors) == (200, True)


@pytest.mark.parametrize("name", ["presence", "status_of_many", "delegation_add", "group_add"])
def test_viewer_reads_the_list_and_changes_nothing(client, roster, name):
    client.force_login(factories.user(role="viewer"))
    assert client.get(url("delegations")).status_code == 200
    assert client.post(url(name), {}).status_code == 403


def test_rapporteur_may_tick_who_is_present(client, roster):
    client.force_login(factories.user(role="rapporteur"))
    assert client.post(url("presence"), {}).status_code == 302
