"""How django-allauth is fitted to this house: no public sign-up, links by PUBLIC_URL, the user's own language."""

from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
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
