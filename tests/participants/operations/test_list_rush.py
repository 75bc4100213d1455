"""A list saved twice at the same moment, while others register by hand: it counts once, and places are never over."""

import threading

import pytest
from django.db import connections

from participants.models import Act, ObserverPlace, Request
from participants.operations.list_files import AlreadySaved, ReviewStale, import_list, review_file, take_in
from participants.operations.observers import register_observer
from tests import factories as make
from tests.list_files import csv_of

pytestmark = pytest.mark.django_db(transaction=True)
IN_FILE, BY_HAND, PLACES, PRESSES = 30, 10, 20, 3


def test_list_pressed_three_times_amid_a_rush_is_saved_once():
    roster = make.roster(observer_places=PLACES)
    for number in range(IN_FILE):
        make.entity(en=f"Land {number}")
    others = [make.entity() for _ in range(BY_HAND)]
    rows = [(f"Land {number}", "2017-08-01 10:00") for number in range(IN_FILE)]
    content = csv_of(("Delegation", "Received"), *rows)
    file = take_in(roster, kind="observers", name="x", content=content, language="en", by=None, at=make.AT)
    seen = review_file(file, at=make.AT)["digest"]
    line, outcomes = threading.Barrier(PRESSES + 1), []

    def press():
        line.wait()
        try:
            outcomes.append(import_list(file, seen=seen, by=None, at=make.AT).new)
        except (AlreadySaved, ReviewStale) as refused:
            outcomes.append(type(refused).__name__)
        finally:
            connections.close_all()

    def register():
        line.wait()
        for entity in others:
            register_observer(roster, entity=entity, received_at=make.AT, by=None, at=make.AT)
        connections.close_all()

    threads = [threading.Thread(target=work) for work in (register, *[press] * PRESSES)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(map(str, outcomes)) == [str(IN_FILE), *["AlreadySaved"] * (PRESSES - 1)]
    assert Request.objects.count() == IN_FILE + BY_HAND
    assert ObserverPlace.objects.filter(request__isnull=False).count() == PLACES
    assert Act.objects.filter(operation="import_list").count() == 1
