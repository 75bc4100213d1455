"""A second factor by codes, asked for where the office wants one; password rules; the office's identity provider."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY, format_hotp_value, hotp_value
from django.contrib.auth.password_validation import validate_password
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured, ValidationError

from meetingplanner.settings import openid_connect
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


def sign_in(client, user):
    return client.post("/accounts/login/", {"login": user.email, "password": factories.PASSWORD})


def code_for(secret):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def with_codes(client, user):
    """Sign in and set codes up as the page asks for it; the secret."""
    sign_in(client, user)
    asked = client.get("/accounts/2fa/totp/activate/")
    client.post(asked.url, {"password": factories.PASSWORD})
    assert client.get("/accounts/2fa/totp/activate/").status_code == 200
    secret = client.session[SECRET_SESSION_KEY]
    answer = client.post("/accounts/2fa/totp/activate/", {"code": code_for(secret)})
    assert answer.status_code == 302
    return secret


def test_codes_are_set_up_and_asked_for_from_then_on(client):
    user = factories.user(role="desk_officer")
    secret = with_codes(client, user)
    assert set(Authenticator.objects.filter(user=user).values_list("type", flat=True)) == {"totp", "recovery_codes"}
    client.post("/accounts/logout/")
    cache.clear()
    asked = sign_in(client, user)
    assert asked.url.startswith("/accounts/2fa/authenticate/")
    assert client.get("/").status_code == 302
    wrong = client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    assert (wrong.status_code, client.get("/").status_code) == (200, 302)
    client.post("/accounts/2fa/authenticate/", {"code": code_for(secret)})
    assert client.get("/").status_code == 200


def test_office_that_asks_for_a_second_factor_leads_to_it_and_nowhere_else(client, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    event, user = factories.event(slug="mali"), factories.user(role="administrator")
    sign_in(client, user)
    for address in ("/", f"/meetings/{event.roster.slug}/", "/account/"):
        assert client.get(address).url == "/accounts/2fa/totp/activate/"
    with_codes(client, user)
    assert client.get("/").status_code == 200


def test_public_pages_ask_for_no_second_factor(client, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    factories.event(slug="mali")
    assert client.get("/m/mali/observers/").status_code == 200


@pytest.mark.parametrize("language", ["en", "fr"])
def test_pages_of_the_second_factor_are_in_our_frame_and_language(client, language):
    user = factories.user(role="desk_officer", language=language)
    with_codes(client, user)
    for address in ("/accounts/2fa/", "/accounts/2fa/recovery-codes/", "/accounts/2fa/totp/deactivate/"):
        page = client.get(address, follow=True).content.decode()
        assert f'<html lang="{language}">' in page
        assert 'class="top"' in page


@pytest.mark.parametrize("password", ["short", "12345678901234", "password1234", "officer@meeting"])
def test_weak_password_is_refused(password):
    with pytest.raises(ValidationError):
        validate_password(password, user=factories.user(email="officer@meeting.example"))


def test_long_phrase_is_a_good_password():
    validate_password("a horse reads maps at night", user=factories.user())


def test_identity_provider_is_told_by_all_of_its_variables_or_none():
    assert openid_connect(name="", server_url="", client_id="", secret="") == {}
    with pytest.raises(ImproperlyConfigured, match="OIDC_SECRET"):
        openid_connect(name="", server_url="https://id.example", client_id="x", secret="")
    known = openid_connect(name="Office", server_url="https://id.example", client_id="x", secret="s")
    assert known["openid_connect"]["APPS"][0]["settings"] == {"server_url": "https://id.example"}


def test_sign_in_page_offers_the_identity_provider_only_when_there_is_one(client, settings):
    assert "Sign in with" not in client.get("/accounts/login/").content.decode()
    settings.SOCIALACCOUNT_PROVIDERS = openid_connect(
        name="Office", server_url="https://id.example", client_id="x", secret="s"
    )
    assert "Sign in with Office" in client.get("/accounts/login/").content.decode()


def test_sign_in_is_limited_and_says_so(client):
    user = factories.user()
    statuses = []
    for _ in range(12):
        statuses.append(client.post("/accounts/login/", {"login": user.email, "password": "wrong"}).status_code)
        time.sleep(0)
    right = sign_in(client, user)
    assert right.status_code in (200, 429)
    assert 429 in statuses or "Too many" in right.content.decode()
