"""Every page of the meeting: nothing scrolls sideways, nothing fails, and axe-core finds no fault of accessibility."""

from pathlib import Path

import pytest
from django.conf import settings

from events.links import observers_link, reply_link, request_link
from participants.models import Delegation, Roster
from participants.operations.observers import register_observer
from tests import factories
from tests.url_map import PAGES, filled

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
RUN = """axe.run(document, {resultTypes: ["violations"]}).then(found => found.violations.map(one => [
  one.id, one.impact, one.nodes.slice(0, 3).map(node => node.target.join(" ")).join("; "),
]))"""
OVERFLOW = "document.documentElement.scrollWidth - window.innerWidth"
VARIANTS = {"events:programme": "?show=speakers", "events:note": "?show=marked", "events:open_points": "?state=all"}
ROOM = "/rooms/unhq-security-council-chamber/"
ROOMS = ("/rooms/", "/rooms/new/", "/rooms/new/?layout=round_table", "/rooms/import/", ROOM, f"{ROOM}seats/")
OFFICE = ("/", "/meetings/new/", "/account/", "/office/outbox/", "/accounts/2fa/", *ROOMS)
PARTS = 4


@pytest.fixture
def meeting(reference):
    """The reference meeting with a request for a place and somebody appointed: every address leads somewhere."""
    register_observer(reference, entity=factories.entity(), received_at=factories.AT, by=None, at=factories.AT)
    factories.user(role="viewer", roster=reference)
    return reference


def addresses(roster):
    found = [filled(name, roster) for name in PAGES]
    found += [filled(name, roster) + query for name, query in VARIANTS.items()]
    return [*OFFICE, *found, filled("events:settings_list", roster).replace("objectives", "organisers")]


def open_whole(page, address):
    """Go there and, where a page fetches more by itself, wait until it has."""
    page.goto(address)
    if "/documents/" in address:
        page.wait_for_load_state("networkidle", timeout=60_000)


# In French, whose words are longer.
@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_accessible_and_fits_a_phone(meeting, sign_in, part):
    page = sign_in(factories.user(role="administrator", language="fr"))
    faults = {}
    for address in addresses(meeting)[part::PARTS]:
        open_whole(page, address)
        too_wide = {1280: page.evaluate(OVERFLOW)}
        page.evaluate(AXE)
        violations = page.evaluate(RUN)
        page.set_viewport_size({"width": 375, "height": 812})
        too_wide[375] = page.evaluate(OVERFLOW)
        page.set_viewport_size({"width": 1280, "height": 900})
        if violations or any(over > 0 for over in too_wide.values()):
            faults[address] = (violations, too_wide)
    assert faults == {}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_pages_without_an_account_are_accessible_and_fit_a_phone(meeting, open_context, language):
    Roster.objects.filter(pk=meeting.pk).update(registration="open", most_places=2)
    delegation = meeting.delegations.filter(status="invited").first()
    Delegation.objects.filter(pk=delegation.pk).update(language=language)
    factories.reply(delegation=delegation)
    paths = [one.removeprefix(settings.PUBLIC_URL) for one in (
        reply_link(delegation), request_link(meeting.requests.get()), observers_link(meeting),
    )]  # fmt: skip
    page = open_context()
    faults = {}
    for address in paths:
        page.goto(address)
        too_wide = {1280: page.evaluate(OVERFLOW)}
        page.evaluate(AXE)
        violations = page.evaluate(RUN)
        page.set_viewport_size({"width": 375, "height": 812})
        too_wide[375] = page.evaluate(OVERFLOW)
        page.set_viewport_size({"width": 1280, "height": 900})
        if violations or any(over > 0 for over in too_wide.values()):
            faults[address] = (violations, too_wide)
    assert faults == {}


def test_doors_are_accessible_too(browser_page):
    for address in ("/accounts/login/", "/accounts/password/reset/"):
        browser_page.goto(address)
        browser_page.evaluate(AXE)
        assert (address, browser_page.evaluate(RUN)) == (address, [])
        browser_page.set_viewport_size({"width": 375, "height": 812})
        assert browser_page.evaluate(OVERFLOW) <= 0


def test_dark_pages_have_enough_contrast(meeting, open_context, cookie):
    page = open_context(color_scheme="dark")
    page.context.add_cookies([cookie(factories.user(role="administrator"))])
    for name in ("events:programme", "events:seating", "events:documents", "participants:delegation"):
        open_whole(page, filled(name, meeting))
        page.evaluate(AXE)
        assert (name, page.evaluate(RUN)) == (name, [])
