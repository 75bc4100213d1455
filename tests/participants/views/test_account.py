"""One's own account, and the pages for what went wrong."""

import json

import pytest

from participants.models import User
from tests import factories

pytestmark = pytest.mark.django_db


def test_name_and_language_are_saved_and_the_page_answers_in_it(client):
    user = factories.user()
    client.force_login(user)
    seen = json.dumps({"name": "", "language": "en"})
    response = client.post("/account/", {"name": "Aïda", "language": "fr", "seen": seen}, follow=True)
    user.refresh_from_db()
    assert (user.name, user.language) == ("Aïda", "fr")
    assert response.headers["Content-Language"] == "fr"


def test_account_changed_meanwhile_shows_both_and_saving_again_decides(client):
    user = factories.user(name="Before")
    client.force_login(user)
    seen = client.get("/account/").context["form"]["seen"].value()
    User.objects.filter(pk=user.pk).update(name="Theirs")
    form = client.post("/account/", {"name": "Mine", "language": "en", "seen": seen}).context["form"]
    assert form.errors == {"name": ["Somebody changed this meanwhile. Now: Theirs. Yours: Mine."]}
    client.post("/account/", {"name": "Mine", "language": "en", "seen": form["seen"].value()})
    user.refresh_from_db()
    assert user.name == "Mine"


@pytest.mark.parametrize(("name", "language"), [("x" * 121, "en"), ("a\0b", "en"), ("x", "de")])
def test_bad_account_is_refused(client, name, language):
    user = factories.user(name="Before")
    client.force_login(user)
    assert client.post("/account/", {"name": name, "language": language}).context["form"].errors
    user.refresh_from_db()
    assert user.name == "Before"


@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/password/reset/", "/accounts/signup/"])
def test_door_pages_are_in_our_frame(client, path):
    content = client.get(path).content.decode()
    assert "css/planner.css" in content


def test_password_pages_are_in_our_frame(client):
    client.force_login(factories.user())
    assert "css/planner.css" in client.get("/accounts/password/change/").content.decode()


def test_unknown_page_is_told_in_words(client):
    client.force_login(factories.user())
    response = client.get("/nothing/here/")
    assert (response.status_code, "Page not found" in response.content.decode()) == (404, True)


def test_old_form_is_told_in_words(client):
    client.handler.enforce_csrf_checks = True
    client.force_login(factories.user())
    response = client.post("/account/", {"name": "x", "language": "en"})
    assert (response.status_code, "The form was too old" in response.content.decode()) == (403, True)
