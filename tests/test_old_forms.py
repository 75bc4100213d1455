"""Every form that changes something says which state it was made from, or stands in a short list that says why not."""

import re

import pytest
from django.db import transaction
from django.db.models import Q
from django.test import Client
from django.urls import resolve

from events.models import Item, OpenPoint, Segment, Speech
from events.operations.issuing import issue_revision
from events.operations.points import settle_point
from events.operations.programme import change_row, reorder, withdraw_row
from events.operations.seat_plans import fingerprint, proposed, take_proposal
from events.operations.seating import set_seating
from events.operations.speaking import order_speeches
from events.queries import meeting_facts
from participants.operations.delegates import withdraw_delegate
from participants.operations.delegations import withdraw_delegation
from participants.operations.desk import release_delegations
from participants.operations.observers import register_observer
from participants.operations.privacy import add_note
from tests import factories
from tests.sent_forms import forms_of
from tests.test_page_queries import meeting
from tests.url_map import OF_MEETING, filled

# What tells the state: the row's version, or what the page showed of a list, a number, marks, ticks.
OF_STATE = {"version", "shown", "seen", "listed"}
# What tells that the form makes a new row, which sending it twice makes once.
OF_NEW_ROW = {"token", "uuid"}
# A button may send its form elsewhere.
FORM_ACTION = re.compile(r'formaction="([^"]+)"')
WITHOUT = {
    "participants:confidential_add": "only adds; a note sent twice stands twice and is removed by a press",
    "events:retention_purge": "purges once, after its day, and is asked about by a tick",
    "events:task_standard": "adds what is lacking, by a code that each has once",
    "events:meeting_duplicate": "makes a meeting; its address can be taken once",
    "events:room_new": "makes a room of the library; its code can be taken once",
    "events:room_import": "makes a room of the library; its code can be taken once",
    "events:room_duplicate": "makes a room of the library; its code can be taken once",
    "events:meeting_create": "makes a meeting; its address can be taken once",
    "participants:group_add": "only adds, to the list as it is under the lock, and tells what became of each",
    "events:settings_staff": "only adds; an appointment made twice is refused",
    "events:settings_dismiss": "an appointment never changes: it is there or has ended",
    "events:seating_rules": "only adds, to a plan that it moves nobody in; a rule written twice is refused",
    "events:prints_make": "changes no fact; a wish that is under way is not made twice",
    "events:zip_make": "changes no fact; a wish that is under way is not made twice",
    "events:list_review": "changes no fact; the file is judged as it is at that moment",
    "events:feed_revoke": "revokes once; a second time does nothing",
    "events:revision_tell": "tells each delegation of a revision once, whatever is sent again",
    "events:revision_languages": "only adds; a language that is there is left as it is",
    "events:revision_prints": "draws what lacks; what is drawn stays as it is",
    "events:job_cancel": "changes no fact; what has ended is not cancelled",
    "events:desk_seconds": "releases once; a second time does nothing",
    "events:desk_release": "leaves whoever has answered or was released, judged under the lock",
    "events:desk_take_back": "gives back what was released; a second time does nothing",
    "set_language": "one's own reading language, which one press sets and another sets back",
    "account_logout": "ends one's own session",
}

# Pages that answer a POST as they answer a GET, and change nothing.
READING = {
    "events:history", "events:observers", "events:observers_export", "events:overview", "events:settings",
    "participants:delegation", "participants:delegations", "participants:delegations_export",
}  # fmt: skip


def issue_with_somebody_to_tell(roster):
    """The base and Rev.1, which changes something for a delegation that has an address."""
    issue = {"standing": "provisional", "languages": ["en"], "by": None, "at": factories.AT}
    speech = Speech.objects.filter(item__segment__event__roster=roster, delegation__status="invited").first()
    roster.delegations.filter(pk=speech.delegation_id).update(contact_email="mission@state.example")
    issue_revision(roster.event, **issue)
    change_row(speech.item, by=None, at=factories.AT, title={"en": "Another title", "fr": "Un autre titre"})
    issue_revision(roster.event, **issue)


@pytest.fixture
def mali(reference):
    """The reference meeting with something in every list that has forms: withdrawn, taken out, waiting, appointed."""
    register_observer(reference, entity=factories.entity(), received_at=factories.AT, by=None, at=factories.AT)
    factories.user(role="viewer", roster=reference)
    withdraw_row(Item.objects.filter(segment__event__roster=reference).last(), by=None, at=factories.AT)
    settle_point(OpenPoint.objects.filter(event__roster=reference).last(), how="So.", by=None, at=factories.AT)
    rows = list(reference.delegations.filter(delegates__isnull=False).order_by("pk"))
    withdraw_delegate(rows[0].delegates.first(), by=None, at=factories.AT)
    factories.delegate(delegation=rows[0], role="adviser", position=5)
    withdraw_delegation(rows[-1], by=None, at=factories.AT)
    issue_with_somebody_to_tell(reference)
    factories.job(roster=reference, state="waiting")
    factories.list_file(roster=reference)
    factories.list_file(roster=reference, review=None)
    put_in_orders(reference, rows[1])
    seat_by_hand(reference)
    add_note(rows[1], text="Quiet", by=None, at=factories.AT)
    type(reference).objects.filter(pk=reference.pk).update(keep_until=reference.first_on)
    silent = factories.delegation(roster=reference)
    release_delegations(reference, delegations=[silent.uuid], why="So.", by=None, at=factories.AT)
    return reference


def seat_by_hand(roster):
    segment = Segment.objects.kept().filter(event__roster=roster).order_by("position").first()
    plan = {"scheme": "hand", "language": "en", "drawn_state": None, "version": segment.seating.version}
    set_seating(segment, **plan, by=None, at=factories.AT)


def keep_the_plan(roster, user):
    """The plan of the first part kept by the reader's own act, which may be taken back."""
    segment = Segment.objects.kept().filter(event__roster=roster).order_by("position").first()
    shown = fingerprint(proposed(segment, meeting_facts(roster), is_least_change=False).given)
    take_proposal(segment, is_least_change=False, shown=shown, by=user, at=factories.AT)
    # So that something is proposed that is not the plan already.
    factories.seating_rule(segment=segment, delegation=roster.delegations.get(entity__code="PRT"), kind="accessible")


def put_in_orders(roster, delegation):
    """One item ordered by hand, and one by a scheme that it does not follow any more."""
    lists = Item.objects.kept().filter(segment__event__roster=roster, segment__withdrawn_at=None)
    by_hand, by_rule = [row for row in lists if row.speeches.count() > 1][:2]
    uuids = [str(row.uuid) for row in by_hand.speeches.order_by("-position")]
    reorder(by_hand, uuids, by=None, at=factories.AT)
    order_speeches(by_rule, "working", by=None, at=factories.AT)
    head = factories.delegate(delegation=delegation, role="alternate", rank="head_of_state", position=9)
    factories.speech(item=by_rule, delegation=delegation, delegate=head, position=99)


def pages(roster):
    own = [filled(name, roster) for name in OF_MEETING]
    with_forms = Q(delegates__isnull=False) | Q(status="withdrawn") | Q(invitations__ground="observer")
    rows = roster.delegations.filter(with_forms).distinct()
    # Delegations in the same state, on the same grounds and with people in the same roles show the same forms.
    kinds = {kind_of(row): row for row in rows.prefetch_related("invitations", "delegates")}
    delegations = [f"/meetings/{roster.slug}/participants/{row.uuid}/" for row in kinds.values()]
    told = {(bool(row.options), row.resolved_at is None): row for row in roster.event.open_points.all()}
    points = [f"/meetings/{roster.slug}/open-points/{row.uuid}/" for row in told.values()]
    files = [f"/meetings/{roster.slug}/lists/files/{row.uuid}/" for row in roster.list_files.all()]
    group = f"/meetings/{roster.slug}/participants/groups/?group=g5_sahel&ground=mediation&status=proposed"
    office = ("/office/documents/", "/rooms/import/", "/rooms/new/?layout=rows", "/rooms/unhq-conference-room-4/")
    seats = "/rooms/unhq-conference-room-4/seats/"
    return [*own, *delegations, *points, *files, group, "/", "/account/", "/meetings/new/", *office, seats]


def kind_of(delegation):
    grounds = frozenset(one.ground for one in delegation.invitations.all())
    roles = frozenset((one.role, one.withdrawn_at is None) for one in delegation.delegates.all())
    return delegation.status, grounds, roles


def shown_forms(client, roster):
    """Address name -> names of the fields of its forms, as far as a page shows one."""
    found = {}
    for address in pages(roster):
        answer = client.get(address)
        if answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
            continue
        html = answer.content.decode()
        forms = forms_of(html, address)
        for form in forms:
            found.setdefault(name_of(form.action), []).append(set(form.fields))
        for other in FORM_ACTION.findall(html):
            found.setdefault(name_of(other), []).append({name for form in forms for name in form.fields})
    return found


def name_of(address):
    match = resolve(address.partition("?")[0])
    return ":".join(filter(None, (match.namespace, match.url_name)))


def plain(fields):
    """Names without the prefix of a form on a page of several, and without the row they are of."""
    return {part for name in fields for part in (name.rpartition("-")[2], name.partition("_")[0])}


@pytest.mark.once
@pytest.mark.django_db
def test_every_form_says_which_state_it_was_made_from(mali):
    client = Client()
    user = factories.user(role="administrator")
    client.force_login(user)
    keep_the_plan(mali, user)
    forms = shown_forms(client, mali)
    silent = {
        name for name, every in forms.items() for fields in every if not plain(fields) & (OF_STATE | OF_NEW_ROW)
    }  # fmt: skip
    assert silent == set(WITHOUT) & set(forms)
    small, _ = meeting(1)
    posting = {name for name in OF_MEETING if takes_post(client, name, small)}
    assert posting - set(forms) == READING


def takes_post(client, name, roster):
    with transaction.atomic():
        code = client.post(filled(name, roster)).status_code
        transaction.set_rollback(True)
    return code != 405
