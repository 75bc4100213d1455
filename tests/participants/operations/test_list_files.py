"""Lists from files through the real operation: whole or not at all, one Act that tells the difference of the tables."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from participants.models import Act, Delegate, Delegation, Invitation, Notice, ObserverPlace, Request
from participants.operations.list_files import AlreadySaved, ReviewStale, import_list, review_file, take_in
from participants.operations.observers import register_observer, withdraw_observer
from tests import factories as make
from tests.acts import difference, tables
from tests.acts import told as told_by
from tests.list_files import csv_of, told

pytestmark = pytest.mark.django_db
AT = make.AT


def taken(roster, kind, *rows, language="en"):
    row = take_in(
        roster, kind=kind, name="list.csv", content=csv_of(*rows), language=language, by=None, at=AT
    )  # fmt: skip
    return row, review_file(row, at=AT)


def saved(roster, kind, *rows):
    """What was done with a list that has no errors; the Act tells exactly what changed in the tables."""
    row, review = taken(roster, kind, *rows)
    assert told(review) == {}
    before = tables()
    done = import_list(row, seen=review["digest"], by=None, at=AT)
    assert told_by(Act.objects.latest("pk")) == difference(before, tables())
    return done


def remarks(review, kind="error"):
    return {
        (row["number"], one["column"]): one["template"] % one["values"]
        for row in review["rows"]
        for one in row["remarks"]
        if one["kind"] == kind
    }


HEAD = ("Delegation", "Grounds", "Status", "Places behind", "Contact")


def test_delegations_are_added_and_changed_at_once():
    roster = make.roster()
    chad = make.delegation(roster=roster, entity=make.entity(en="Chad"), grounds=("host",))
    make.entity(en="Niger")
    done = saved(
        roster, "delegations", HEAD,
        ("chad", "Host; Security Council", "accepted", "3", "Ann"), ("Niger", "host", "", "", ""),
    )  # fmt: skip
    assert (done.new, done.changed) == (1, 1)
    chad.refresh_from_db()
    assert (chad.status, chad.places_behind, chad.contact_name, chad.version) == ("accepted", 3, "Ann", 2)
    assert chad.status_changed_at == AT
    niger = Delegation.objects.get(entity__search_key__contains="niger")
    assert (niger.status, niger.places_behind) == ("proposed", 1)
    grounds = Invitation.objects.order_by("ground", "position").values_list("delegation", "ground", "position")
    assert list(grounds) == [(chad.pk, "host", 0), (niger.pk, "host", 1), (chad.pk, "security_council", 0)]


def test_ground_that_the_file_leaves_out_goes_and_an_empty_cell_clears():
    roster = make.roster()
    row = make.delegation(
        roster=roster, entity=make.entity(en="Chad"), grounds=("host", "guest"), contact_name="Ann", places_behind=4
    )
    saved(roster, "delegations", ("Delegation", "Grounds", "Contact", "Places behind"), ("Chad", "Host", "", ""))
    row.refresh_from_db()
    assert ([one.ground for one in row.invitations.all()], row.contact_name, row.places_behind) == (["host"], "", 4)


def test_what_a_file_may_not_do_to_delegations_is_told_at_once():
    roster = make.roster(observer_places=1)
    chad, niger, togo = (make.entity(en=name) for name in ("Chad", "Niger", "Togo"))
    register_observer(roster, entity=chad, received_at=AT, by=None, at=AT)
    make.entity(en="Guinea", code="GN")
    make.entity(en="Guinea", code="GQ")
    _, review = taken(
        roster, "delegations", HEAD,
        ("Chad", "Observer", "regrets", "", ""),  # has a request
        ("Niger", "", "", "", ""),  # no ground
        ("Togo", "Observer", "withdrawn", "", ""),  # observers come by their own list, new and withdrawn
        ("togo", "Host", "", "", ""),  # twice
        ("Tschad", "Host", "perhaps", "99", "a" * 121),
        ("Guinea", "Host", "", "", ""),
        ("", "Host", "", "", ""),
    )  # fmt: skip
    assert told(review) == {
        2: {"status"}, 3: {"grounds"}, 4: {"grounds", "status"}, 5: {"delegation"},
        6: {"delegation", "status", "places_behind", "contact_name"}, 7: {"delegation"}, 8: {"delegation"},
    }  # fmt: skip
    words = remarks(review)
    assert words[6, "delegation"] == "The directory has no “Tschad”. Nearest: Chad."
    assert (
        words[7, "delegation"] == "“Guinea” may be: Guinea (GN), Guinea (GQ). Give the code of the one that is meant."
    )
    assert words[5, "delegation"] == "Row 4 is about the same delegation."


def test_code_and_name_that_disagree_are_told_and_a_row_keeps_whom_it_is_about():
    roster = make.roster()
    make.entity(en="Chad", code="TD"), make.entity(en="Niger", code="NE")
    row = make.delegation(roster=roster, entity=make.entity(en="Togo", code="TG"))
    head = ("Identity", "Code", "Delegation", "Grounds")
    _, review = taken(
        roster, "delegations", head,
        ("", "TD", "Niger", "host"), (str(row.uuid), "NE", "", "host"), (str(row.uuid), "", "", "host"),
        ("not one", "TD", "", "host"), (str(make.delegation(roster=make.roster()).uuid), "NE", "", "host"),
    )  # fmt: skip
    assert told(review) == {2: {"code"}, 3: {"code"}, 4: {"uuid"}, 5: {"uuid"}, 6: {"uuid"}}
    words = remarks(review)
    assert words[2, "code"] == "The code stands for Chad, the name for Niger."
    assert words[3, "code"] == "This row is about Togo; whom a row is about is not changed by a file."
    assert words[4, "uuid"] == "Row 3 has the same identity."


PEOPLE = ("Delegation", "Role", "Given names", "Family name", "Function (English)")


def test_delegates_are_added_after_the_others_and_the_head_changes_hands():
    roster = make.roster()
    delegation = make.delegation(roster=roster, entity=make.entity(en="Chad"), places_behind=5)
    former = make.delegate(delegation=delegation, role="head", given_names="Ann", family_name="Old")
    other = make.delegate(delegation=delegation, role="adviser", given_names="Bob", family_name="Next", position=4)
    done = saved(
        roster, "delegates", PEOPLE,
        ("Chad", "head of delegation", "Bob", "Next", "Minister"), ("Chad", "alternate", "Ann", "Old", "Envoy"),
        ("Chad", "", "", "Zoë", "Aide"),
    )  # fmt: skip
    assert (done.new, done.changed) == (1, 2)
    former.refresh_from_db(), other.refresh_from_db()
    assert (former.role, other.role, other.function) == ("alternate", "head", {"en": "Minister", "fr": "Ministre"})
    new = Delegate.objects.get(family_name="Zoë")
    assert (new.role, new.position, new.function, new.sort_key) == ("adviser", 5, {"en": "Aide"}, "zoe")


def test_what_a_file_may_not_do_to_delegates_is_told_at_once():
    roster = make.roster()
    delegation = make.delegation(roster=roster, entity=make.entity(en="Chad"), places_at_table=1, places_behind=2)
    make.delegate(delegation=delegation, role="head", given_names="Ann", family_name="Mahamat")
    gone = make.delegate(delegation=delegation, role="adviser", family_name="Gone", withdrawn_at=AT)
    make.entity(en="Togo")
    head = ("Identity", *PEOPLE, "Form of address", "E-mail")
    _, review = taken(
        roster, "delegates", head,
        ("", "Chad", "head", "Bob", "Second", "", "", ""),  # a second head
        ("", "Chad", "captain", "", "Third", "", "own", "x@"),  # role, style without words, e-mail
        ("", "Chad", "", "", "Fourth", "", "", ""),  # one more than the places
        ("", "Chad", "", "Name", "", "", "", ""),  # no family name
        ("", "Togo", "", "", "Fifth", "", "", ""),  # not on the list
        (str(gone.uuid), "Chad", "", "", "Gone", "", "", ""),
        ("", "Chad", "", "", "third", "", "", ""),  # the same person again
        ("", "Chad", "", "Ann", "Mahamad", "", "", ""),
    )  # fmt: skip
    found = told(review)
    assert found[2] == {"role"} and found[3] == {"role", "style", "email"}
    assert found[4] == {"delegation"} and found[5] >= {"family_name"} and found[6] == {"delegation"}
    assert found[7] >= {"uuid"} and found[8] >= {"family_name"}
    words = remarks(review)
    assert words[2, "role"] == "The delegation would have two heads; the other is Ann Mahamat."
    assert words[4, "delegation"] == "Chad has 3 places; with this row it would have 4 people."
    assert words[8, "family_name"] == "Row 3 is about the same person."
    assert "This resembles Ann Mahamat" in remarks(review, "doubt")[9, "family_name"]


ASK = ("Delegation", "Received", "Contact", "Contact's e-mail", "Note")


def test_observers_get_places_as_if_they_had_been_registered_one_by_one():
    one_by_one, at_once = make.roster(observer_places=3), make.roster(observer_places=3)
    entities = [make.entity(en=f"State {number}") for number in range(5)]
    minutes = [7, 3, 3, 9, 1]
    before = make.entity(en="Before")
    for roster in (one_by_one, at_once):
        register_observer(roster, entity=before, received_at=AT - timedelta(days=1), by=None, at=AT)
    rows = [(f"State {n}", f"2017-08-01 10:0{minute}", "", "", "") for n, minute in enumerate(minutes)]
    for entity, row in sorted(zip(entities, rows, strict=True), key=lambda pair: pair[1][1]):
        received_at = AT.replace(month=8, day=1, hour=14, minute=int(row[1][-1]))
        register_observer(one_by_one, entity=entity, received_at=received_at, by=None, at=AT)
    done = saved(at_once, "observers", ASK, *rows)
    assert (done.new, done.granted) == (5, 2)
    # Of two received at the same minute the one above is the earlier.
    assert held(at_once) == ["Before", "State 4", "State 1"]
    assert held(one_by_one)[0] == "Before" and held(one_by_one)[1] == "State 4"


def held(roster):
    places = ObserverPlace.objects.filter(roster=roster, request__isnull=False).order_by("number")
    return [one.request.delegation.entity.dated_names.get(language="en").list_name for one in places]


def test_requests_of_a_file_follow_the_desks_rules_and_are_told():
    roster = make.roster(observer_places=4, most_places=2, reserve_places=1, seconds_released_at=AT - timedelta(days=1))
    for name in "ABC":
        make.entity(en=f"State {name}")
    head = (*ASK, "Places asked for", "Language of letters and mail")
    rows = [(f"State {name}", "2017-08-01 10:00", "", f"{name}@example.org", "", "2", "French") for name in "ABC"]
    done = saved(roster, "observers", head, *rows)
    assert (done.granted, held(roster)) == (3, ["State A", "State B", "State C"])
    told_of = Notice.objects.order_by("pk").values_list("kind", "request__contact_email", "data")
    assert list(told_of) == [("granted", f"{one}@example.org", {"place": n, "position": None}) for n, one in
                             enumerate("ABC", 1)]  # fmt: skip
    assert set(Request.objects.values_list("places_asked", "language")) == {(2, "fr")}


def test_what_an_instant_brings_comes_before_the_file_is_judged():
    roster = make.roster(observer_places=1, lapse_at=AT - timedelta(minutes=1), judged_at=AT - timedelta(days=1))
    for name in "AB":
        waiting = make.delegation(roster=roster, entity=make.entity(en=f"State {name}"), grounds=("observer",))
        make.request(delegation=waiting, place_number=1 if name == "A" else None)
    make.entity(en="State C")
    row, review = taken(roster, "observers", ASK, ("State B", "", "", "", "x"), ("State C", "", "", "", ""))
    with pytest.raises(ReviewStale) as stale:
        import_list(row, seen=review["digest"], by=None, at=AT)
    assert [one.outcome for one in stale.value.review.rows] == ["new", "new"]


def test_observers_without_a_time_count_as_received_now_in_the_order_of_the_file():
    roster = make.roster(observer_places=1)
    for name in "CAB":
        make.entity(en=f"State {name}")
    row, review = taken(roster, "observers", ("Delegation",), *[(f"State {name}",) for name in "CAB"])
    assert "all count as received now" in review["notices"][0]["template"]
    import_list(row, seen=review["digest"], by=None, at=AT)
    asked = Request.objects.by_time_received().values_list("delegation__entity__search_key", flat=True)
    assert [key.rpartition("state ")[2] for key in asked] == ["c", "a", "b"]
    assert held(roster) == ["State C"]


def test_what_a_file_may_not_do_to_observers_is_told_at_once():
    roster = make.roster(observer_places=1)
    chad, niger, togo = (make.entity(en=name) for name in ("Chad", "Niger", "Togo"))
    make.delegation(roster=roster, entity=chad, grounds=("host",), status="invited")
    asked = register_observer(roster, entity=niger, received_at=AT, by=None, at=AT)
    left = register_observer(roster, entity=togo, received_at=AT, by=None, at=AT)
    withdraw_observer(Request.objects.get(uuid=left.request), by=None, at=AT)
    head = ("Identity", *ASK, "Place held")
    _, review = taken(
        roster, "observers", head,
        ("", "Chad", "", "", "", "", ""), (str(asked.request), "", "2017-08-01 10:00", "", "x", "", "7"),
        (str(left.request), "Togo", "", "", "", "", ""), ("", "niger", "", "", "", "", ""),
    )  # fmt: skip
    assert told(review) == {2: {"delegation"}, 3: {"received_at", "contact_email"}, 4: {"uuid"}, 5: {"delegation"}}
    assert remarks(review)[2, "delegation"] == "Chad is invited already (Host) and needs no observer place."
    assert "stays 1" in remarks(review, "doubt")[3, "place"]


def test_delegation_that_was_withdrawn_comes_back_as_an_observer_only():
    roster = make.roster(observer_places=1)
    row = make.delegation(roster=roster, entity=make.entity(en="Chad"), grounds=("host",), status="withdrawn")
    saved(roster, "observers", ASK, ("Chad", "2017-08-01 10:00", "Ann", "ann@example.org", "x"))
    row.refresh_from_db()
    assert (row.status, [one.ground for one in row.invitations.all()]) == ("accepted", ["observer"])
    assert Request.objects.get().contact_email == "ann@example.org"


def test_nothing_is_saved_when_anything_fails(monkeypatch):
    roster = make.roster(observer_places=1)
    make.entity(en="Chad")
    row, review = taken(roster, "observers", ASK, ("Chad", "2017-08-01 10:00", "", "", ""))
    monkeypatch.setattr("participants.operations.bulk_asking.allocate", lambda *given: 1 / 0)
    before = tables()
    with pytest.raises(ZeroDivisionError):
        import_list(row, seen=review["digest"], by=None, at=AT)
    assert tables() == before
    row.refresh_from_db()
    assert row.saved_at is None


def test_file_judged_otherwise_by_now_is_refused_and_one_saved_already_too():
    roster = make.roster(observer_places=1)
    chad = make.entity(en="Chad")
    row, review = taken(roster, "observers", ASK, ("Chad", "2017-08-01 10:00", "", "", ""))
    with pytest.raises(ReviewStale):
        import_list(row, seen="", by=None, at=AT)
    make.delegation(roster=roster, entity=chad, grounds=("host",))
    with pytest.raises(ReviewStale) as stale:
        import_list(row, seen=review["digest"], by=None, at=AT)
    assert stale.value.review.errors == 1
    Delegation.objects.all().delete()
    import_list(row, seen=review["digest"], by=None, at=AT)
    with pytest.raises(AlreadySaved):
        import_list(row, seen=review["digest"], by=None, at=AT)


def test_choices_are_understood_in_french_and_told_in_the_readers_language():
    roster = make.roster()
    make.entity(en="Chad", fr="Tchad")
    head = ("Délégation", "Titres", "Statut")
    _, review = taken(roster, "delegations", head, ("Tchad", "hôte", "acceptée"), ("Chad", "x", ""), language="fr")
    assert told(review) == {3: {"delegation", "grounds"}}
    assert review["rows"][0]["label"] == "Tchad"


@pytest.mark.parametrize("kind", ["delegations", "delegates", "observers"])
def test_queries_do_not_grow_with_the_rows(kind):
    assert statements(kind, 3) == statements(kind, 20)


def statements(kind, size):
    roster = make.roster(observer_places=2)
    start = Delegation.objects.count() + Delegate.objects.count() + 1000 * size
    names = [f"Land {start} {number}" for number in range(2 * size)]
    entities = [make.entity(en=name) for name in names]
    for entity in entities[:size] if kind != "observers" else ():
        make.delegation(roster=roster, entity=entity, grounds=("host",))
    rows = {
        "delegations": [(name, "Guest", "accepted", "2", "Ann") for name in names],
        "delegates": [(name, "head", "Ann", name, "Aide") for name in names[:size]],
        "observers": [(name, "2017-08-01 10:00", "Ann", "", "") for name in names],
    }[kind]
    rows = [(one[0], "invited to speak", *one[2:]) for one in rows] if kind == "delegations" else rows
    row, review = taken(roster, kind, {"delegations": HEAD, "delegates": PEOPLE, "observers": ASK}[kind], *rows)
    assert told(review) == {}
    with CaptureQueriesContext(connection) as captured:
        import_list(row, seen=review["digest"], by=None, at=AT)
    return len(captured)
