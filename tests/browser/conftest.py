"""A real Chromium for the tests of this folder: one per run, a fresh context per test, and no error goes unseen."""

import os
import shutil

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import sync_playwright

LAUNCH_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TIMEOUT_MS = 10_000


def chromium_path():
    return shutil.which("chromium") or shutil.which("chromium-browser")


def pytest_collection_modifyitems(items):
    folder = os.path.dirname(__file__)
    for item in items:
        if item.path.is_relative_to(folder):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def chromium():
    if not chromium_path():
        words = "Chromium is missing. On Debian: apt-get install chromium"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(words)
        pytest.skip(words)
    # Playwright keeps an event loop in this thread, and Django would take our plain tests for asynchronous code.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=LAUNCH_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def browser_page(chromium, live_server):
    """A page whose addresses begin at the live server; errors of the console and failed requests fail the test."""
    cache.clear()  # the limit on attempts to sign in counts in it
    context = chromium.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900}, locale="en-GB")
    context.set_default_timeout(TIMEOUT_MS)
    page, faults = context.new_page(), []

    def note_error(message):
        if message.type == "error":
            faults.append(f"{message.text} {message.location['url']}")

    page.on("console", note_error)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda request: faults.append(f"{request.failure}: {request.url}"))
    yield page
    context.close()
    assert faults == []


@pytest.fixture
def sign_in(browser_page, live_server):
    """sign_in(user): the page goes on as this user, without the form."""

    def sign_in(user):
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        browser_page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
        return browser_page

    return sign_in
