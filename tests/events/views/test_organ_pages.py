"""What pages say to an organ, which has a presidency and one President, and to any other meeting."""

import re

import pytest
from django.urls import reverse
from django.utils.translation import override

from events.documents.archives import index
from events.documents.kind_words import TO_ORGAN, said_to
from events.documents.wanted import Wanted
from events.operations.checklist import add_standard_tasks
from events.operations.programme import set_podium
from events.operations.seating_order import set_interpreters
from tests import factories

pytestmark = pytest.mark.django_db
WHO = {"by": None, "at": factories.AT}
PAGES = (
    "overview", "programme", "observers", "seating", "seating_seats", "documents", "revisions", "calendar",
    "checklist", "history", "settings", "settings_terms", "arrivals", "script", "mail",
)  # fmt: skip
FOREIGN = {"en": ("podium", "co-chair"), "fr": ("tribune", "coprésid")}
OWN = {"en": "presidency", "fr": "présidence"}


@pytest.fixture
def council():
    """A sitting with more people at the presidency than it has chairs, changed since, with its checklist."""
    event = factories.event(slug="council", kind="organ", observer_places=2)
    members = [factories.delegation(roster=event.roster, entity=factories.entity()) for _ in range(3)]
    people = [factories.delegate(delegation=one) for one in members]
    segment = factories.segment(event=event, chairs=people[:1])
    factories.item(segment=segment)
    factories.room(event=event, podium=1)
    set_podium(segment, people, **WHO)
    set_interpreters(segment, {str(people[0].uuid): "left"}, **WHO)
    factories.delegate(delegation=members[0], role="adviser")
    add_standard_tasks(event, **WHO)
    return event


@pytest.fixture
def read(client, council):
    """A function that returns what stands on a page in a language, in small letters."""

    def text(name, language, kind="organ"):
        type(council).objects.update(kind=kind)
        client.force_login(factories.user(role="administrator", language=language))
        response = client.get(reverse(f"events:{name}", args=["council"]))
        assert response.status_code == 200
        shown = response.content.decode()
        bare = re.sub(r"<script.*?</script>|<style.*?</style>|<[^>]*>", " ", shown, flags=re.DOTALL)
        return bare.replace("&#x27;", "'").lower()

    return text


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_tells_an_organ_of_a_podium_or_of_co_chairs(read, name, language):
    text = read(name, language)
    assert [re.search(f".{{0,60}}{word}.{{0,40}}", text) for word in FOREIGN[language] if word in text] == []


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "name", ["overview", "seating", "seating_seats", "documents", "history", "settings", "settings_terms", "arrivals"]
)
def test_page_of_each_kind_has_the_words_of_its_kind(read, name, language):
    assert OWN[language] in read(name, language) or "president's" in read(name, language)
    assert any(word in read(name, language, "conference") for word in FOREIGN[language])


@pytest.mark.parametrize(
    ("language", "kind", "titles"),
    [
        ("en", "organ", ("president's summary", "presidency plates")),
        ("en", "conference", ("co-chairs' summary", "podium plates")),
        ("fr", "organ", ("résumé de la présidence", "plaques de la présidence")),
        ("fr", "conference", ("résumé des coprésidents", "plaques de la tribune")),
    ],
)
def test_documents_are_called_by_the_kind_of_meeting(read, council, language, kind, titles):
    wanted = [Wanted(document=slug, language="es", paper="a4") for slug in ("summary", "podium-plates")]
    listed = index([(one, "") for one in wanted], kind=kind, language=language).lower()
    page = read("documents", language, kind)
    assert [(one in page, one in listed) for one in titles] == [(True, True)] * 2


@pytest.mark.parametrize(
    ("kind", "chosen"),
    [("organ", ["President's summary", "Résumé de la présidence"]),
     ("conference", ["Co-chairs' summary", "Résumé des coprésidents"])],
)  # fmt: skip
def test_outcome_is_chosen_by_the_kind_of_meeting(client, council, kind, chosen):
    type(council).objects.update(kind=kind)
    found = []
    for language in ("en", "fr"):
        client.force_login(factories.user(role="desk_officer", language=language))
        form = client.get(reverse("events:settings_terms", args=["council"])).context["form"]
        found.append(dict(form.fields["outcome"].choices)["summary"])
    assert found == chosen


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("organ", "The presidency has no chair left for “Part” for"),
        ("conference", "The podium has no chair left for “Part” for"),
    ],
)
def test_finding_is_told_by_the_kind_of_meeting(read, kind, told):
    assert told.lower() in read("overview", "en", kind)


@pytest.mark.parametrize("kind", ["organ", "conference"])
def test_history_tells_what_was_done_by_the_kind_of_meeting(read, kind):
    told = {
        "organ": [
            "who sits at the presidency changed",
            "place at the presidency",
            "interpreters at the presidency set",
        ],
        "conference": ["podium changed", "place on the podium", "interpreters on the podium set"],
    }
    text = read("history", "en", kind)
    assert [(one in text) for one in (*told["organ"], *told["conference"])] == [
        *[kind == "organ"] * 3, *[kind != "organ"] * 3,
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["organ", "conference"])
def test_checklist_is_the_same_for_both_kinds(read, kind):
    assert "brief whoever presides on the run of show" in read("checklist", "en", kind)
    assert "arrêter la note de cadrage avec la présidence" in read("checklist", "fr", kind)


def test_every_phrase_of_the_table_is_another_in_french_too():
    with override("fr"):
        same = [text for text in TO_ORGAN if said_to("organ", text) == said_to("conference", text)]
    assert same == []


def test_templates_ask_for_phrases_of_the_table(settings):
    folder = settings.BASE_DIR / "templates"
    asked = {
        phrase for path in folder.rglob("*.html") for phrase in re.findall(r'\|said:"([^"]*)"', path.read_text("utf-8"))
    }
    assert asked - set(TO_ORGAN) == set()
