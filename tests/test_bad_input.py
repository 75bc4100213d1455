"""Whatever is typed into a form of a meeting is answered in words, and nothing is half saved."""

import re

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.urls import resolve

from events.domain.seating.layouts import room_of
from events.domain.seating.room_file import RoomFile
from events.links import reply_link
from events.models import Item, Segment, Speech
from events.operations.room_library import add_room
from participants.models import Act, Delegate, Roster
from tests import factories as make
from tests.acts import tables
from tests.sent_forms import form_with, forms_of
from tests.test_page_queries import meeting, pages
from tests.url_map import filled

pytestmark = pytest.mark.django_db
LONG = "é" * 10_000
MIXED = "Zoë 👩🏽‍⚖️ مريم العربي"
HOSTILE = ("a\x00b", LONG, MIXED, "-1", "9" * 40, "0", "None", "2017-02-30", "\ud7ff\u202e<script>", "' OR 1=1; --", "")
# A secret is shown in the answer itself, once.
SHOWN_ONCE = {"events:feed_make", "events:feed_renew"}
NOBODY = "0f9f2f36-6a6e-4a3e-8e5e-3a6b5f0f2a11"
TURNS = 5
# Of the frame around every page, and signing out.
FRAME = ("/i18n/setlang/", "/accounts/logout/")


@pytest.fixture(autouse=True)
def no_limit(monkeypatch):
    """So many forms in a minute come from one address here only."""
    monkeypatch.setattr("events.views.public.is_too_often", lambda *_, **__: False)


@pytest.fixture
def desk(client):
    client.force_login(make.user(role="administrator"))
    return client


@pytest.fixture
def known(desk):
    """A meeting with one of everything, and its group."""
    return meeting(1)


def every_form(client, roster, group):
    found = {}
    Roster.objects.filter(pk=roster.pk).update(registration="open", most_places=2)
    library = library_room()
    rooms = (
        "/rooms/import/",
        "/rooms/new/?layout=horseshoe",
        f"/rooms/{library.slug}/",
        f"/rooms/{library.slug}/seats/",
    )
    public = (f"/m/{roster.slug}/observers/", reply_path(roster.delegations.filter(status="accepted").first()))
    for address in (
        "/meetings/new/",
        "/account/",
        "/office/documents/",
        *rooms,
        *public,
        *pages(roster, group).values(),
    ):
        answer = client.get(address)
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            for form in forms_of(answer.content.decode(), address):
                found.setdefault(kind_of(form), form)
    return [form for form in found.values() if form.action not in FRAME and form.typed]


def library_room():
    room = room_of("boardroom", names={"en": "Hall"}, building={}, city={}, is_approximate=True, measures={})
    return add_room(RoomFile(slug="hall", source={}, room=room), by=None, at=make.AT)


def reply_path(delegation):
    return reply_link(delegation).removeprefix(settings.PUBLIC_URL)


def kind_of(form):
    """Forms of the same view with the same fields, whatever rows they are about, are one."""
    view = resolve(form.action.split("?")[0])
    names = (re.sub(r"[0-9a-f-]{36}|-\d+-", "-", name) for name in form.typed)
    return view.view_name, view.kwargs.get("kind"), view.kwargs.get("name"), frozenset(names)


def attempts(form):
    """Every field hostile at once; then some alone, so that what they let pass meets a database that minds types."""
    names = list(dict.fromkeys(form.typed))
    for value in (*HOSTILE[:2], NOBODY):
        yield value, {name: [value] * len(form.fields.get(name, [""])) for name in names}
    for turn in range(TURNS if connection.vendor == "postgresql" else 0):
        mine = {name: [HOSTILE[(n + turn) % len(HOSTILE)]] for n, name in enumerate(names) if n % TURNS == turn}
        yield f"turn {turn}", form.fields | mine


def sent(client, form, data):
    """The answer's status and whether anything was saved; the tables are as before afterwards."""
    acts = Act.objects.count()
    with transaction.atomic():
        status = client.post(form.action, data).status_code
        is_saved = status < 500 and Act.objects.count() > acts
        transaction.set_rollback(True)
    return status, is_saved


def test_hostile_text_in_any_field_is_answered(desk, known):
    desk.raise_request_exception = False
    roster, group = known
    forms = every_form(desk, roster, group)
    assert len(forms) > 30
    faults = []
    for form in forms:
        for what, data in attempts(form):
            status, is_saved = sent(desk, form, data)
            is_told = status == 302 or (status == 200 and resolve(form.action).view_name in SHOWN_ONCE)
            if status not in (200, 302, 422) or (is_saved and not is_told):
                faults.append((form.action, what[:20], status, is_saved))
    assert faults == []


def address_of(roster, what):
    rows = {"segments": Segment, "items": Item, "speeches": Speech}
    if what in rows:
        of_roster = {"segments": "event__roster", "items": "segment__event__roster"}
        place = of_roster.get(what, "item__segment__event__roster")
        row = rows[what].objects.filter(**{place: roster, "withdrawn_at": None}).first()
        return f"/meetings/{roster.slug}/programme/{what}/{row.uuid}/"
    return "/meetings/new/" if what == "new" else filled(what, roster)


def day(name, date, time):
    return {f"{name}_date": date, f"{name}_time": time}


AMBIGUOUS, MISSING = ("2017-11-05", "01:30"), ("2017-03-12", "02:30")
WHOLE = {"title_en": "New", "zone": "America/New_York", "slug": "fresh", "languages": ["en"], "observer_places": "0"}
NEW = WHOLE | day("starts", "2017-09-20", "15:30") | day("ends", "2017-09-20", "18:00")
CASES = [
    ("events:settings_what", day("ends", "2017-09-20", "15:00"), "ends"),
    ("events:settings_what", {"zone": "America/Atlantis"}, "zone"),
    ("events:settings_what", {"title_en": LONG}, "title"),
    ("events:settings_what", {"title_en": "a\x00b"}, "title"),
    ("events:settings_what", {"slug": "../etc"}, "slug"),
    ("events:settings_what", day("starts", *MISSING), "starts"),
    ("events:settings_what", day("ends", *AMBIGUOUS), "ends"),
    ("events:settings_terms", {"contact_name": LONG}, "contact_name"),
    ("events:settings_terms", {"contact_email": "nobody"}, "contact_email"),
    ("events:settings_terms", day("reply_deadline", *AMBIGUOUS), "reply_deadline"),
    ("events:settings_terms", day("reply_deadline", *MISSING), "reply_deadline"),
    ("new", NEW | day("ends", "2017-09-20", "15:30"), "ends"),
    ("new", NEW | {"zone": "Nowhere"}, "zone"),
    ("new", NEW | day("starts", *MISSING) | day("ends", "2017-03-12", "06:00"), "starts"),
    ("new", NEW | day("starts", *AMBIGUOUS) | day("ends", "2017-11-05", "06:00"), "starts"),
    ("new", NEW | {"title_en": LONG}, "title"),
    ("new", NEW | {"observer_places": "-1"}, "observer_places"),
    ("segments", day("starts", "2017-09-20", "17:00") | day("ends", "2017-09-20", "16:00"), "ends"),
    ("segments", day("starts", *AMBIGUOUS), "starts"),
    ("segments", day("starts", *MISSING), "starts"),
    ("segments", {"title_en": LONG}, "title"),
    ("items", {"length": "minutes", "duration_minutes": "0"}, "duration_minutes"),
    ("items", {"length": "minutes", "duration_minutes": "5000"}, "duration_minutes"),
    ("items", {"kind": "banquet"}, "kind"),
    ("items", day("fixed_start", "2017-09-20", "25:00"), "fixed_start"),
    ("items", day("fixed_end", "2017-09-20", "25:00"), "fixed_end"),
    ("items", day("fixed_start", "2017-09-20", "16:00") | day("fixed_end", "2017-09-20", "15:00"), "fixed_end"),
    ("speeches", {"planned_minutes": "0"}, "planned_minutes"),
    ("speeches", {"planned_minutes": "500"}, "planned_minutes"),
    ("speeches", {"planned_minutes": "ten"}, "planned_minutes"),
    ("speeches", {"speaker": "Nobody of Nowhere"}, "speaker"),
    ("speeches", day("requested_at", *AMBIGUOUS), "requested_at"),
    ("participants:delegate", {"family_name": LONG}, "family_name"),
    ("participants:delegate", {"family_name": "a\x00b"}, "family_name"),
    ("participants:delegate", {"email": "nobody"}, "email"),
    ("events:open_point_edit", {"finding_en": "\x07bell"}, "finding"),
    ("events:note_edit", {"text_en": "[-1|never closed"}, "text"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "changes", "field"), CASES)
def test_bad_input_gets_words_at_its_field_and_changes_nothing(desk, known, what, changes, field):
    roster, _ = known
    address = address_of(roster, what)
    form = form_with(desk, address, next(iter(changes)))
    before = tables()
    answer = desk.post(form.action, form.fields | changes)
    assert answer.status_code in (200, 422)
    assert list(answer.context["form"].errors) == [field]
    assert tables() == before


def test_time_shown_twice_is_asked_about_and_taken_once_it_is_chosen(desk, known):
    roster, _ = known
    address = address_of(roster, "events:settings_terms")
    form = form_with(desk, address, "reply_deadline_date")
    asked = desk.post(address, form.fields | day("reply_deadline", *AMBIGUOUS))
    assert 'name="reply_deadline_which"' in asked.content.decode()
    chosen = form.fields | day("reply_deadline", *AMBIGUOUS) | {"reply_deadline_which": "2"}
    assert desk.post(address, chosen).status_code == 302
    deadline = Roster.objects.select_related("event").get(pk=roster.pk).event.reply_deadline
    assert (deadline.strftime("%Y-%m-%d %H:%M"), deadline.fold) == ("2017-11-05 01:30", 1)


@pytest.mark.parametrize("name", [MIXED, "e\u0301", "O'Neil-Ñuñez", "<b>&amp;</b>"])
def test_name_of_any_script_is_kept_and_shown_again(desk, known, name):
    roster, _ = known
    form = form_with(desk, filled("participants:delegate", roster), "family_name")
    assert desk.post(form.action, form.fields | {"family_name": name}).status_code == 302
    row = Delegate.objects.filter(delegation__roster=roster).order_by("pk").first()
    assert row.family_name == name
    assert form_with(desk, form.action, "family_name").fields["family_name"] == [name]


@pytest.mark.parametrize("what", ["items", "segments"])
def test_form_sent_twice_adds_once(desk, known, what):
    roster, _ = known
    event = roster.event
    parent = event.uuid if what == "segments" else event.segments.first().uuid
    address = f"/meetings/{roster.slug}/programme/{what}/of/{parent}/new/"
    form = form_with(desk, address, "title_en")
    data = form.fields | {"title_en": "Once"}
    assert [desk.post(address, data).status_code for _ in range(2)] == [302, 302]
    assert {"items": Item, "segments": Segment}[what].objects.filter(title__en="Once").count() == 1


def test_stale_form_changes_nothing_and_shows_both(desk, known):
    roster, _ = known
    form = form_with(desk, filled("events:settings_terms", roster), "contact_name")
    assert desk.post(form.action, form.fields | {"contact_name": "First"}).status_code == 302
    before = tables()
    answer = desk.post(form.action, form.fields | {"contact_name": "Second"})
    assert "contact_name" in answer.context["form"].errors
    assert "First" in answer.content.decode() and "Second" in answer.content.decode()
    assert tables() == before
