"""Names beside the seats of a bent table: every delegation of the Council's has its own, in every language."""

import pytest
from django.utils.translation import override

from events.documents import seating_plan
from events.documents.pdf.blocks import Label
from events.documents.seat_drawing import drawing
from events.documents.seat_names import SMALLEST_PT
from events.documents.words import entity_of
from events.domain.seating.order import plan
from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.domain.texts import text_in
from tests.events.documents.prints import council, options
from tests.events.documents.test_large_plan import box_mm, overlapping
from tests.events.documents.test_seating_plan import A3_MM, A4_MM


@pytest.mark.parametrize("size_mm", [A3_MM, A4_MM], ids=["a3", "a4"])
@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_every_delegation_at_the_councils_table_has_its_name_beside_it(language, size_mm):
    facts = council()
    with override(language):
        sketch = seating_plan.collect(facts, options(language)).sketch
        shapes = drawing(sketch, width_mm=size_mm[0], height_mm=size_mm[1]).shapes
    legend = {label for _, label in sketch.legend}
    beside = [one for one in shapes if isinstance(one, Label) and one.anchor != "middle" and one.text not in legend]
    text = "".join("".join(one.text for one in beside).split())
    seated = plan(facts, facts.segments[0]).assignments
    names = [text_in(entity_of(facts, one.delegation).short, language) for one in seated]
    assert [name for name in names if "".join(name.split()) not in text] == []
    assert min(one.size_pt for one in beside) >= SMALLEST_PT
    assert overlapping([box_mm(one) for one in beside]) == []
