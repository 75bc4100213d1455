"""What surrounds every request: security headers, the signed-in user's language, the door for those not signed in."""

from urllib.parse import urlencode, urlsplit

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.shortcuts import redirect, resolve_url
from django.utils import translation
from django_htmx.http import HttpResponseClientRedirect


class SecurityHeadersMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response
        self.policy = "; ".join(f"{name} {value}" for name, value in settings.CONTENT_SECURITY_POLICY.items())

    def __call__(self, request):
        response = self.get_response(request)
        # Browsers show a PDF with scripts and styles of their own, which the policy would stop; and what 304 says of a
        # page they take for what they have kept, be it a PDF.
        if response.get("Content-Type") != "application/pdf" and response.status_code != 304:
            response.headers.setdefault("Content-Security-Policy", self.policy)
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        # What middleware further in takes to depend on language or cookie does not always.
        if getattr(response, "is_alike_for_all", False):
            response.headers.pop("Vary", None)
        return response


class UserLanguageMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = request.user.language if self.is_signed_in(request) else None
        if language in dict(settings.LANGUAGES):
            translation.activate(language)
            request.LANGUAGE_CODE = language
        return self.get_response(request)

    @staticmethod
    def is_signed_in(request):
        # Without a session there is no user to ask for: the health check stays at its one query.
        return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated


class SignInRequiredMiddleware(LoginRequiredMiddleware):
    """Django's, but a part of a page asked for by htmx sends the whole page to sign in, and back to itself."""

    def handle_no_permission(self, request, view_func):
        if not request.htmx:
            return super().handle_no_permission(request, view_func)
        page = urlsplit(request.htmx.current_url or "/")._replace(scheme="", netloc="").geturl()
        return HttpResponseClientRedirect(f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': page})}")


class SecondFactorMiddleware:
    """Where the office asks for a second factor, who has none is led to set it up and nowhere else."""

    OPEN = ("/accounts/", "/i18n/", "/health/", "/static/")
    KNOWN = "has_second_factor"

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.REQUIRE_SECOND_FACTOR and not request.path.startswith(self.OPEN) and self.lacks(request):
            return redirect("mfa_activate_totp")
        return self.get_response(request)

    def lacks(self, request):
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
            return False
        if not request.session.get(self.KNOWN):
            request.session[self.KNOWN] = is_mfa_enabled(request.user)
        return not request.session[self.KNOWN]
