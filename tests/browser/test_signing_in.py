"""Signing in with a real browser."""

from django.conf import settings
from django.contrib.auth import get_user_model


def test_person_signs_in_through_the_form(browser_page):
    get_user_model().objects.create_user("desk@example.org", "a pass phrase of the desk")
    browser_page.goto("/accounts/email/")
    browser_page.locator("[name=login]").fill("desk@example.org")
    browser_page.locator("[name=password]").fill("a pass phrase of the desk")
    browser_page.locator("[name=password]").press("Enter")
    browser_page.wait_for_url("**/accounts/email/")
    cookies = {cookie["name"]: cookie["httpOnly"] for cookie in browser_page.context.cookies()}
    assert cookies[settings.SESSION_COOKIE_NAME] is True
