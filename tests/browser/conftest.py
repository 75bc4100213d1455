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
# Chromium shows a PDF by a part of its own, which gives up what it reads when the page is left.
VIEWER = ("chrome-extension:", "chrome:")


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
def open_context(chromium, live_server):
    """open_context(...): a page on its own whose addresses begin at the live server; what goes wrong fails the test.

    That is: errors of the console, requests that fail or are refused, and anything fetched from elsewhere. An icon that
    the browser gives up since its page is left is no fault, nor what a page itself asks no more, nor a form that is
    refused in words.
    """
    cache.clear()  # the limit on attempts to sign in counts in it
    contexts, faults = [], []

    def note_error(message):
        if message.type == "error" and "status of 422" not in message.text:
            faults.append(f"{message.text} {message.location['url']}")

    def note_request(request):
        if not request.url.startswith((live_server.url, "data:", *VIEWER)):
            faults.append(f"fetched from elsewhere: {request.url}")

    def note_failure(request):
        is_asked_by_page = request.url.endswith("/icon.svg") or request.resource_type == "fetch"
        is_given_up = request.failure == "net::ERR_ABORTED" and is_asked_by_page
        if not is_given_up and not request.url.startswith(VIEWER):
            faults.append(f"{request.failure}: {request.url}")

    def note_answer(answer):
        if answer.status >= 400 and answer.status != 422:
            faults.append(f"{answer.status}: {answer.url}")

    def open_context(*, width=1280, **options):
        size = {"width": width, "height": 900}
        context = chromium.new_context(base_url=live_server.url, viewport=size, locale="en-GB", **options)
        context.set_default_timeout(TIMEOUT_MS)
        contexts.append(context)
        page = context.new_page()
        page.on("console", note_error)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("requestfailed", note_failure)
        page.on("request", note_request)
        page.on("response", note_answer)
        return page

    yield open_context
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def browser_page(open_context):
    return open_context()


@pytest.fixture
def cookie(live_server):
    """cookie(user): what makes a browser be signed in as this user."""

    def cookie(user):
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        return {"name": name, "value": client.cookies[name].value, "url": live_server.url}

    return cookie


@pytest.fixture
def sign_in(browser_page, cookie):
    """sign_in(user): the page goes on as this user, without the form."""

    def sign_in(user):
        browser_page.context.add_cookies([cookie(user)])
        return browser_page

    return sign_in
