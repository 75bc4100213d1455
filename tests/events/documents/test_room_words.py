"""What is wrong with a room's file, in sentences of the language one reads."""

import pytest
from django.utils.translation import override

from events.documents.room_words import fault_sentence
from events.domain.seating.faults import Fault
from events.domain.seating.room_checks import NO_PRINCIPAL, NO_SEATS, TWICE

PRINCIPAL = {"where": "line", "number": 4, "label": "A3", "field": "place"}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Line 4 (A3), place: Place 2 (table) has no principal's seat."),
        ("fr", "Ligne 4 (A3), place\u00a0: La place 2 (table) n'a pas de siège principal."),
    ],
)
def test_fault_is_told_with_line_label_and_field(language, expected):
    fault = Fault(template=NO_PRINCIPAL, values={"number": 2, "zone": "table"}, **PRINCIPAL)
    with override(language):
        assert fault_sentence(fault) == expected


def test_fault_of_no_place_is_the_sentence_alone():
    assert fault_sentence(Fault(template=NO_SEATS)) == "There is no seat."


def test_half_a_character_can_be_shown():
    fault = Fault(template=TWICE, values={"text": "\ud800", "other": "A1"}, where="seat", number=2, label="\ud800")
    assert fault_sentence(fault).encode().startswith(b"Seat 2 (?): ")
