"""Moves since the last issue, and the plates that these make: only what is another, and with what it is compared."""

from dataclasses import replace

import pytest

from events.documents import DOCUMENTS
from events.documents.base import NothingToPrint, printed
from events.domain.edition import LastIssue
from tests import facts as make
from tests.events.documents.prints import AS_OF, file, options, words

CODES = ("DEU", "GHA", "MLI")


def meeting(*podium, statuses=(), shorts=(), **fields):
    statuses, shorts = dict(statuses), dict(shorts)
    delegations = (
        make.delegation(
            code,
            make.delegate(f"A {code}son", delegation=code),
            grounds=("mediation",),
            status=statuses.get(code, "accepted"),
        )
        for code in CODES
    )
    entities = (make.entity(code, short=make.both(shorts.get(code, code))) for code in CODES)
    segment = make.segment("Opening", podium=[(code, f"A {code}son") for code in podium])
    return make.meeting(
        roster=make.roster(*delegations, entities=tuple(entities)),
        segments=(replace(segment, **fields),),
        room=make.room(table=5, podium=3),
        organisers=(),
    )


def since(before, number=1):
    return LastIssue(number=number, issued_at=AS_OF, facts=before)


def collected(slug, before, after):
    return DOCUMENTS[slug].collect(after, options(issued=since(before)))


def plates(before, after):
    return [one.name.replace("\N{NO-BREAK SPACE}", " ") for one in collected("plates-changed", before, after).plates]


def test_sheet_says_who_goes_where_and_with_what_it_compares():
    text = words("seat-moves", meeting(statuses={"DEU": "regrets"}), issued=since(meeting()))
    assert "Rev.1 of 20 September 2017, 09:00" in text
    assert "3 moves" in text
    assert [part in text for part in ("T1 GHA", "T2 MLI", "T1 DEU does not come")] == [True] * 3


def test_order_until_now_is_told_where_it_was_another():
    before, after = meeting(), meeting(seating_scheme="hand", seating_by_hand=(make.uuid("MLI"),))
    assert "Order until now" in dict(collected("seat-moves", before, after).terms)
    assert "Order until now" not in dict(collected("seat-moves", before, meeting(statuses={"DEU": "regrets"})).terms)


def test_who_left_the_meeting_altogether_is_named_from_the_issue():
    before = meeting()
    after = make.with_roster(before, delegations=before.roster.delegations[1:], entities=before.roster.entities[1:])
    assert "T1 DEU does not come" in words("seat-moves", after, issued=since(before))


@pytest.mark.parametrize("issued", [None, since(meeting())])
@pytest.mark.parametrize("slug", ["seat-moves", "plates-changed"])
def test_nothing_is_printed_where_nothing_was_issued_or_nobody_moves(slug, issued):
    with pytest.raises(NothingToPrint):
        printed(DOCUMENTS[slug], meeting(), options(issued=issued))


def test_plates_are_those_alone_that_stand_elsewhere():
    assert plates(meeting(), meeting(statuses={"GHA": "regrets"})) == ["MLI"]


def test_plate_whose_name_is_another_is_among_them():
    assert plates(meeting(), meeting(shorts={"DEU": "Germany"})) == ["GERMANY"]


def test_plates_of_the_podium_are_those_who_came_or_changed_their_chair():
    assert plates(meeting("GHA"), meeting("GHA", "MLI")) == ["H.E. Mr. A GHAson", "H.E. Mr. A MLIson"]
    assert plates(meeting("DEU", "GHA", "MLI"), meeting("DEU", "MLI", "GHA")) == [
        "H.E. Mr. A MLIson",
        "H.E. Mr. A GHAson",
    ]


def test_all_plates_are_printed_as_before_whatever_was_issued():
    after = meeting(statuses={"GHA": "regrets"})
    assert [one.name for one in collected("table-plates", meeting(), after).plates] == ["DEU", "MLI"]


def test_file_in_the_usual_way_compares_with_what_was_issued():
    assert file("seat-moves", meeting()).name.startswith("mali-seat-moves-1-en")
