"""Many at once at the observers' desk, on the database of the run: never over, nobody lost or displaced, in order."""

import contextlib
import multiprocessing
import os
import random
import select
import threading
import time
import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, OperationalError, connection, connections
from django.db.models.query import QuerySet

from participants.domain.allocation import GrantImpossible
from participants.models import Act, ObserverPlace, Request
from participants.operations.observers import Refused, register_observer, set_observer_places, withdraw_observer
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)
AT = factories.AT
REQUESTS, PLACES = 2000, 100


class Officer(threading.Thread):
    """One of many at the desk: registers its entities, withdraws some, changes the number of places at times."""

    def __init__(self, *, roster, entities, seed, start_line):
        super().__init__()
        self.roster, self.entities, self.start_line = roster, entities, start_line
        self.random = random.Random(seed)  # noqa: S311 - the same rush each time, nothing secret
        self.registered, self.failures = [], []

    def run(self):
        try:
            self.start_line.wait()
            for entity in self.entities:
                self.register(entity)
                if self.random.random() < 0.3:
                    self.withdraw(self.random.choice(self.registered))
                if self.random.random() < 0.1:
                    self.change_places()
        except (IntegrityError, OperationalError, GrantImpossible) as error:
            self.failures.append(error)
        finally:
            connections.close_all()

    def register(self, entity):
        received_at = AT + timedelta(minutes=self.random.randrange(1000))
        made = register_observer(self.roster, entity=entity, received_at=received_at, by=None, at=AT)
        self.registered.append(made.request)

    def withdraw(self, uuid):
        withdraw_observer(Request.objects.get(uuid=uuid), by=None, at=AT)

    def change_places(self):
        with contextlib.suppress(Refused):
            set_observer_places(self.roster, number=PLACES + self.random.randrange(-3, 4), by=None, at=AT)


@pytest.fixture(autouse=True)
def patient():
    """SQLite wakes those who wait in no order: with so many at once, one may wait for long."""
    options = connection.settings_dict["OPTIONS"]
    before = dict(options)
    if connection.vendor == "sqlite":
        options["timeout"] = 120
    yield
    options.clear()
    options.update(before)


def rush(roster, entities):
    count = 16 if connection.vendor == "postgresql" else 8
    line = threading.Barrier(count)
    officers = [
        Officer(roster=roster, entities=entities[n::count], seed=n, start_line=line) for n in range(count)
    ]  # fmt: skip
    for officer in officers:
        officer.start()
    for officer in officers:
        officer.join()
    return [uuid for one in officers for uuid in one.registered], [error for one in officers for error in one.failures]


class Desk:
    """The state of the places, replayed act by act, and what was wrong after each."""

    def __init__(self, capacity):
        self.capacity, self.faults = capacity, []
        self.received, self.withdrawn, self.holder = {}, set(), {}

    def replay(self, act, keys):
        before = dict(self.holder)
        for change in act.changes:
            fields = {name: now for name, (_, now) in change["fields"].items()}
            if change["model"] == "participants.roster" and "observer_places" in fields:
                self.capacity = fields["observer_places"]
            if change["model"] == "participants.request":
                key = keys[change["key"]]
                self.received.setdefault(key, (fields.get("received_at"), change["key"]))
                self.withdrawn |= {key} if fields.get("withdrawn_at") else set()
            if change["model"] == "participants.observerplace" and "request_id" in fields:
                self.holder[change["key"]] = fields["request_id"]
        self.judge(act.version, {key for key in before.values() if key})

    def judge(self, version, held_before):
        held = [key for key in self.holder.values() if key]
        waiting = sorted(self.received[key] for key in self.received.keys() - self.withdrawn - set(held))
        new = sorted(self.received[key] for key in set(held) - held_before)
        rules = {
            "more granted than places": len(held) > self.capacity,
            "two places for one": len(set(held)) < len(held),
            "a place for one who withdrew": bool(set(held) & self.withdrawn),
            "somebody displaced": bool(held_before - set(held) - self.withdrawn),
            "somebody waits beside a free place": bool(waiting) and len(held) < self.capacity,
            "promoted out of turn": bool(waiting and new) and new[-1] > waiting[0],
        }
        self.faults += [f"{version}: {rule}" for rule, is_broken in rules.items() if is_broken]


def test_rush_grants_every_place_once_in_order_and_loses_nobody():
    roster = factories.roster(observer_places=PLACES)
    entities = [factories.entity() for _ in range(REQUESTS)]
    registered, failures = rush(roster, entities)
    assert failures == []
    keys = {str(uuid): key for uuid, key in Request.objects.values_list("uuid", "pk")}
    assert sorted(keys) == sorted(map(str, registered))

    desk = Desk(PLACES)
    acts = list(Act.objects.filter(roster=roster).order_by("version"))
    for act in acts:
        desk.replay(act, keys)
    assert (desk.faults, len(desk.received)) == ([], REQUESTS)

    roster.refresh_from_db()
    stored = set(ObserverPlace.objects.filter(request__isnull=False).values_list("request", flat=True))
    assert stored == {key for key in desk.holder.values() if key}
    assert (ObserverPlace.objects.count(), roster.observer_places) == (desk.capacity, desk.capacity)
    assert [act.version for act in acts] == list(range(2, roster.version + 1))


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one write at a time, lock or not")
def test_rush_without_the_lock_fails(monkeypatch):
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, **_: self)
    roster = factories.roster(observer_places=PLACES)
    _, failures = rush(roster, [factories.entity() for _ in range(300)])
    assert failures != []


def register_and_say(roster, entities, said):
    """In a process of its own: each request that was acknowledged is said at once."""
    connections.close_all()
    for number, entity in enumerate(entities):
        made = register_observer(roster, entity=entity, received_at=AT, by=None, at=AT)
        os.write(said, made.request.bytes)
        if number % 5 == 4:
            withdraw_observer(Request.objects.get(uuid=made.request), by=None, at=AT)


def acknowledged(reading):
    os.set_blocking(reading, False)
    with os.fdopen(reading, "rb") as stream:
        heard = stream.read() or b""
    return [uuid.UUID(bytes=heard[start : start + 16]) for start in range(0, len(heard) - 15, 16)]


@pytest.mark.parametrize("seed", range(4))
def test_killed_process_loses_no_request_it_acknowledged(seed):
    roster = factories.roster(observer_places=10)
    entities = [factories.entity() for _ in range(400)]
    connections.close_all()
    reading, writing = os.pipe()
    worker = multiprocessing.get_context("fork").Process(target=register_and_say, args=(roster, entities, writing))
    worker.start()
    os.close(writing)
    select.select([reading], [], [], 30)
    time.sleep(random.Random(seed).uniform(0, 0.4))  # noqa: S311 - moments that differ, nothing secret
    worker.kill()
    worker.join()
    heard = acknowledged(reading)
    assert heard, "it was killed before it could say anything"
    assert set(heard) <= set(Request.objects.values_list("uuid", flat=True))
    desk = Desk(10)
    keys = {str(one): key for one, key in Request.objects.values_list("uuid", "pk")}
    for act in Act.objects.filter(roster=roster).order_by("version"):
        desk.replay(act, keys)
    assert (desk.faults, len(desk.received)) == ([], len(keys))
