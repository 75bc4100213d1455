"""What surrounds the pages: health, headers, language, the door."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return get_user_model().objects.create_user("desk@example.org", "a pass phrase of the desk", language="fr")


def test_health_answers_everybody_with_one_query_and_no_cookie(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get("/health/")
    assert (response.status_code, response.json(), dict(response.cookies)) == (200, {"status": "ok"}, {})


def test_pages_allow_no_script_or_style_but_our_own(client):
    policy = client.get("/health/").headers["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"} <= set(policy)
    assert not any("unsafe" in rule for rule in policy)


def test_anonymous_is_sent_to_sign_in_and_back(client):
    response = client.get(reverse("account_email"))
    assert (response.status_code, response.url) == (302, "/accounts/login/?next=/accounts/email/")


def test_anonymous_part_of_a_page_sends_the_whole_page_to_sign_in(client):
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/meetings/mali/?tab=2"}
    response = client.get(reverse("account_email"), headers=headers)
    assert response.headers["HX-Redirect"] == "/accounts/login/?next=%2Fmeetings%2Fmali%2F%3Ftab%3D2"


def test_administration_has_the_same_door(client, user):
    assert client.get("/admin/login/").url == "/accounts/login/?next=%2Fadmin%2Flogin%2F"
    client.force_login(user)
    assert client.get("/admin/login/").status_code == 403


def test_signed_in_user_reads_pages_in_their_own_language(client, user):
    client.force_login(user)
    response = client.get(reverse("account_email"), headers={"Accept-Language": "en"})
    assert response.headers["Content-Language"] == "fr"


def test_chosen_language_is_kept_with_the_user(client, user):
    client.force_login(user)
    client.post(reverse("set_language"), {"language": "en", "next": "/"})
    user.refresh_from_db()
    assert user.language == "en"


@pytest.mark.parametrize("language", ["es", "ru", "ar", "zh"])
def test_language_of_documents_alone_is_never_that_of_a_page(client, language):
    response = client.get(reverse("account_login"), headers={"Accept-Language": language})
    assert response.headers["Content-Language"] == "en"
    assert f'value="{language}"' not in response.content.decode()


@pytest.mark.parametrize("language", ["xx", "", "ar", "en" * 50])
def test_unknown_language_changes_nothing(client, user, language):
    client.force_login(user)
    client.post(reverse("set_language"), {"language": language, "next": "/"})
    user.refresh_from_db()
    assert user.language == "fr"


def test_anonymous_choice_of_language_is_kept_in_a_cookie(client):
    assert (
        client.post(reverse("set_language"), {"language": "fr", "next": "/"}).cookies["django_language"].value == "fr"
    )


def test_change_of_language_without_token_is_refused(user):
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)
    assert client.post(reverse("set_language"), {"language": "en"}).status_code == 403


def test_signing_in_with_another_case_of_the_address_succeeds(client, user):
    response = client.post("/accounts/login/", {"login": "Desk@Example.org", "password": "a pass phrase of the desk"})
    assert (response.status_code, client.session["_auth_user_id"]) == (302, str(user.pk))


def test_nobody_makes_an_account_for_themselves(client):
    before = get_user_model().objects.count()
    words = {"email": "new@example.org", "password1": "another pass phrase", "password2": "another pass phrase"}
    client.post("/accounts/signup/", words)
    assert (get_user_model().objects.count(), EmailAddress.objects.count()) == (before, 0)


def test_letter_with_a_new_password_link_points_at_the_public_address(client, user, settings):
    settings.PUBLIC_URL = "https://meetings.example.org"
    client.post("/accounts/password/reset/", {"email": user.email})
    assert "https://meetings.example.org/accounts/password/reset/key/" in mail.outbox[0].body
    assert "testserver/accounts" not in mail.outbox[0].body
