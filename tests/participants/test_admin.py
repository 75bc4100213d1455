"""The administration pages: for administrators alone, and what they save is found afterwards."""

import pytest
from django.contrib import admin
from django.urls import reverse

from participants.models import Appointment, DatedGroup, DrawnState, Entity, EntityName, Person, PersonTitle, User
from tests import factories as make

pytestmark = pytest.mark.django_db
MODELS = (DatedGroup, DrawnState, Entity, Person, User)
PAGES = [(model, page) for model in MODELS for page in ("changelist", "add")]


def inline(prefix, rows=(), *, initial=0):
    data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": initial}
    return data | {f"{prefix}-{number}-{name}": value for number, row in enumerate(rows) for name, value in row.items()}


@pytest.fixture
def administrator(client):
    client.force_login(make.user(role="administrator", is_staff=True))
    return client


@pytest.mark.parametrize(("model", "page"), PAGES)
def test_pages_open_to_administrators_and_to_nobody_else(model, page, client):
    page = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}")
    client.force_login(make.user(role="desk_officer"))
    assert client.get(page).status_code == 302
    client.force_login(make.user(role="administrator", is_staff=True))
    assert client.get(page).status_code == 200


def test_rows_of_a_meeting_are_not_offered():
    offered = {model for model in admin.site._registry if model._meta.app_label in ("auth", "events", "participants")}
    assert offered == set(MODELS)


def test_entity_that_is_saved_is_found_by_its_names(administrator):
    names = [{"language": "en", "list_name": "Côte d'Ivoire", "prose": "Côte d'Ivoire"}]
    data = {"code": "CIV", "kind": "state", "gender_fr": "f"}
    data |= inline("dated_names", names) | inline("statuses", [{"status": "member_state"}])
    data |= inline("aliases", [{"alias": "Ivory Coast"}])
    answer = administrator.post(reverse("admin:participants_entity_add"), data)
    assert answer.status_code == 302
    entity = Entity.objects.get()
    assert (entity.search_key, entity.dated_names.get().sort_key) == ("civ cote d ivoire ivory coast", "cote d ivoire")


def test_status_that_no_table_has_is_refused(administrator):
    data = {"code": "CIV", "kind": "state"} | inline("dated_names") | inline("statuses", [{"status": "kingdom"}])
    answer = administrator.post(reverse("admin:participants_entity_add"), data)
    assert (answer.status_code, Entity.objects.count()) == (200, 0)


def test_title_is_typed_by_language(administrator):
    title = {"entity": make.entity().pk, "rank": "minister", "title_en": "Minister", "title_fr": "Ministre"}
    data = {"code": "keita", "family_name": "Keïta", "gender": "m"} | inline("titles", [title])
    assert administrator.post(reverse("admin:participants_person_add"), data).status_code == 302
    assert PersonTitle.objects.get().title == {"en": "Minister", "fr": "Ministre"}


def test_general_role_is_given_with_the_account_and_roles_at_a_meeting_are_left(administrator):
    officer = make.user(role="rapporteur", roster=make.roster(slug="mali"))
    data = {"email": officer.email, "name": "Officer", "language": "fr", "is_active": "on"}
    data |= inline("appointments", [{"role": "desk_officer", "user": officer.pk}])
    answer = administrator.post(reverse("admin:participants_user_change", args=[officer.pk]), data)
    assert answer.status_code == 302
    roles = Appointment.objects.filter(user=officer).order_by("role").values_list("role", "roster__slug")
    assert list(roles) == [("desk_officer", None), ("rapporteur", "mali")]


def test_entities_of_one_meeting_are_not_in_the_directory(administrator):
    local = make.entity(roster=make.roster())
    assert administrator.get(reverse("admin:participants_entity_change", args=[local.pk])).status_code == 302
    assert EntityName.objects.filter(entity=local).count() == 2
