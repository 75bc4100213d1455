"""How django-allauth is fitted to this house: no public sign-up, links by PUBLIC_URL, the user's own language."""

from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.utils import translation


def public_address(url):
    """The same page under PUBLIC_URL: what a letter points at never depends on the host a request claims."""
    return settings.PUBLIC_URL + urlsplit(url)._replace(scheme="", netloc="").geturl()


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False

    def get_reset_password_from_key_url(self, key):
        return public_address(super().get_reset_password_from_key_url(key))

    def get_email_confirmation_url(self, request, emailconfirmation):
        return public_address(super().get_email_confirmation_url(request, emailconfirmation))

    def post_login(self, request, user, **kwargs):
        translation.activate(user.language)
        return super().post_login(request, user, **kwargs)


class ProviderAdapter(DefaultSocialAccountAdapter):
    """Who comes by an identity provider has an account here already, or does not come in."""

    def is_open_for_signup(self, request, sociallogin):
        return False

    def list_providers(self, request):
        # Without one the sign-in page has nothing to offer, and asks no table.
        return super().list_providers(request) if settings.SOCIALACCOUNT_PROVIDERS else []
