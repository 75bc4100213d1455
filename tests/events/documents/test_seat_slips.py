"""Slips for observers: one for each place granted, with its seat; the code tells no name."""

import io

import pypdfium2
import pytest
import zxingcpp

from events.documents import DOCUMENTS, seat_slips
from events.documents.base import NothingToPrint, printed
from events.domain.badges import badge_address
from tests import facts as make
from tests.events.documents.prints import mali, options, with_observers

PUBLIC = "https://meetings.example.org"


def collected(facts, **changes):
    return seat_slips.collect(facts, options(public_url=PUBLIC, **changes)).slips


def two_places(*, observers):
    """An observer with two places, in a room with so many seats for observers."""
    delegation = make.delegation("IRL", grounds=("observer",))
    request = make.request("IRL", place_number=1, further_numbers=(2,))
    return make.meeting(
        roster=make.roster(delegation, requests=(request,), observer_places=2),
        segments=(make.segment("Opening"),),
        room=make.room(observers=observers),
        organisers=(),
    )


def test_each_place_granted_has_a_slip_with_its_seat_and_whose_it_is():
    slips = collected(with_observers())
    assert [(one.names[1][1], one.entity) for one in slips] == [("H1", "New Zealand"), ("H2", "Spain")]
    assert slips[0].names[0] == ("first", "Seat, row H, left")
    assert slips[0].function == "Opening session, 20 September 2017, 15:30; Conference Room 4"


def test_second_place_has_a_slip_too_and_one_without_a_seat_says_so():
    assert [one.names[1][1] for one in collected(two_places(observers=2))] == ["O1", "O2"]
    names = [one.names for one in collected(two_places(observers=1))]
    assert names[1] == (("first", "The ushers show you to a seat"), ("name", ""))


def test_code_leads_to_the_delegation_without_its_name():
    facts = with_observers()
    content = printed(DOCUMENTS["seat-slips"], facts, options(public_url=PUBLIC)).content
    picture = pypdfium2.PdfDocument(io.BytesIO(content))[0].render(scale=4).to_pil()
    found = {one.text for one in zxingcpp.read_barcodes(picture)}
    assert found == {badge_address(make.uuid(code), PUBLIC) for code in ("NZL", "ESP")}


def test_without_a_place_granted_there_is_nothing_to_print():
    with pytest.raises(NothingToPrint):
        printed(DOCUMENTS["seat-slips"], mali(), options())
