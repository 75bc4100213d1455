"""The registration desk in a browser: past the limit, promoted by a withdrawal, told by mail, in the history."""

import json
from pathlib import Path

import pytest
from django.utils import timezone

from events import outbox
from events.tasks import deliver
from participants.models import Roster
from tests import factories

ICAL = (Path(__file__).parent / "vendor" / "ical.es5.min.cjs").read_text("utf-8")
READ = f"""(text) => {{
  const module = {{ exports: {{}} }}; const exports = module.exports; {ICAL};
  const ical = module.exports.default || module.exports;
  const calendar = new ical.Component(ical.parse(text));
  const event = new ical.Event(calendar.getFirstSubcomponent("vevent"));
  return JSON.stringify({{
    method: calendar.getFirstPropertyValue("method"), summary: event.summary, uid: event.uid,
    start: event.startDate.toJSDate().toISOString(), end: event.endDate.toJSDate().toISOString(),
    attendees: event.attendees.map((one) => [one.getFirstValue(), one.getParameter("rsvp")]),
  }});
}}"""


@pytest.fixture
def meeting(reference, settings, tmp_path):
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = "events.outbox.Backend", str(tmp_path)
    Roster.objects.filter(pk=reference.pk).update(registration="open")
    return reference


def ask(page, *, entity, address):
    page.goto("/m/mali-2017/observers/")
    page.get_by_label("State or organization").first.fill(entity)
    page.get_by_label("Contact", exact=True).fill("The desk")
    page.get_by_label("Contact's e-mail").fill(address)
    page.get_by_role("button", name="Send the request").click()
    page.wait_for_url("**/o/**")
    page.wait_for_load_state("networkidle")
    return page.url


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no script"])
def test_delegation_past_the_limit_is_promoted_and_told(meeting, open_context, cookie, has_script):
    places = meeting.observer_places
    listed = set(meeting.delegations.values_list("entity__dated_names__list_name", flat=True))
    free = [name for name in ("Andorra", "Belize", "Kuwait", "Nauru", "Palau") if name not in listed]
    delegation = open_context(java_script_enabled=has_script)
    first = ask(delegation, entity=free[0], address="first@mission.example")
    assert "You have observer place 1." in delegation.inner_text("main")
    for number in range(1, places):
        factories.request(
            delegation=factories.delegation(roster=meeting, grounds=("observer",), status="accepted"),
            place_number=number + 1,
        )
    own = ask(delegation, entity=free[1], address="second@mission.example")
    assert "this request is number 1 on the waiting list" in delegation.inner_text("main")

    delegation.goto(first)
    delegation.get_by_label("We give this request up").check()
    delegation.get_by_role("button", name="Withdraw the request").click()
    delegation.wait_for_load_state("networkidle")
    delegation.goto(own)
    assert "You have observer place 1." in delegation.inner_text("main")

    deliver(at=timezone.now())
    promoted = next(one for one in outbox.newest(9) if "second@mission.example" in one.message["To"])
    assert "A place has come free and is yours: observer place 1." in promoted.text
    [part] = [one for one in promoted.message.walk() if one.get_content_type() == "text/calendar"]
    read = json.loads(delegation.evaluate(READ, part.get_content()))
    assert (read["method"], read["attendees"]) == ("REQUEST", [["mailto:second@mission.example", "FALSE"]])
    assert (read["start"], read["end"]) == ("2017-09-20T19:30:00.000Z", "2017-09-20T22:00:00.000Z")

    staff = open_context(java_script_enabled=has_script)
    staff.context.add_cookies([cookie(factories.user(role="administrator"))])
    staff.goto("/office/outbox/")
    staff.get_by_role("link", name="A place is yours").click()
    assert "invite.ics" in staff.inner_text("main")
    staff.wait_for_load_state("networkidle")
    staff.goto("/meetings/mali-2017/history/")
    told = staff.inner_text("main")
    assert "Observer registered" in told
    assert "Observer withdrawn" in told
    for page in (staff, delegation):
        page.wait_for_load_state("networkidle")
