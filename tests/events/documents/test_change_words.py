"""Changes in sentences, in both languages of the pages."""

from dataclasses import replace

import pytest

from events.documents.change_fields import FIELDS
from events.documents.change_words import told
from events.domain.comparing.values import AREAS
from events.domain.facts import RoomFacts
from events.domain.revision import compare
from tests.meeting_facts import clock, delegate, delegation, entity, item, meeting, request, roster, segment, speech

SELF_TOLD = {("speech", "delegate"), ("speech", "delegation")}
MALI = delegate(
    uuid="m", delegation="delegation-ML", gender="m", given_names="Abdoulaye", family_name="Diop",
    function={"en": "Minister for Foreign Affairs", "fr": "Ministre des affaires étrangères"},
)  # fmt: skip
HEIR = delegate(
    uuid="h", delegation="delegation-ML", gender="f", given_names="Kamissa", family_name="Camara", role="alternate",
    rank="ambassador", style="plain", function={"en": "Ambassador", "fr": "Ambassadrice"},
)  # fmt: skip
ENTITIES = (
    entity("ML", names={"en": "Mali", "fr": "Mali"}, prose={"en": "Mali", "fr": "le Mali"}),
    entity("FR", names={"en": "France", "fr": "France"}, prose={"en": "France", "fr": "la France"}),
)
COMING = roster(delegation("ML", delegates=(MALI, HEIR)), delegation("FR"), entities=ENTITIES)
REMARKS = item(
    uuid="remarks", minutes=15, title={"en": "Brief remarks", "fr": "Brèves remarques"},
    speeches=(
        speech(uuid="s1", delegation="delegation-ML", delegate="m"),
        speech(uuid="s2", delegation="delegation-FR"),
    ),
)  # fmt: skip
UPDATE = item(uuid="update", minutes=20, title={"en": "Update", "fr": "Le point"})
BASE = meeting(segment(REMARKS, UPDATE, uuid="part", title={"en": "Opening", "fr": "Ouverture"}), roster=COMING)


def with_items(*items, **fields):
    return replace(BASE, segments=(replace(BASE.segments[0], items=items, **fields),))


def words(after, language, before=BASE):
    found = told(compare(before, after), before, after, language)
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in (*found.substance, *found.shifts)]


def speeches(*rows):
    return with_items(replace(REMARKS, speeches=rows), UPDATE)


S1, S2 = REMARKS.speeches
CASES = [
    (
        with_items(REMARKS, replace(UPDATE, fixed_start=clock("15:50"))),
        ["“Update” – fixed start: 20 September 2017, 15:50.", "“Update” moved from 15:45 to 15:50."],
        ["« Le point » – début fixe : 20 septembre 2017 à 15 h 50.", "« Le point » passe de 15 h 45 à 15 h 50."],
    ),
    (
        speeches(replace(S1, delegate="h"), S2),
        [
            "Ms. Kamissa Camara replaces H.E. Mr. Abdoulaye Diop (Mali, “Brief remarks”)."
        ],
        [
            "Mme Kamissa Camara remplace S.E. M. Abdoulaye Diop (Mali, « Brèves remarques »)."
        ],
    ),
    (
        with_items(UPDATE, REMARKS),
        None,
        None,
    ),
    (
        with_items(REMARKS),
        ["Taken out: “Update”."],
        ["Retiré : « Le point »."],
    ),
    (
        replace(BASE, roster=roster(*COMING.delegations, entities=ENTITIES, requests=(request("FR", place=4),))),
        ["Observer registered: France."],
        ["Observateur inscrit : France."],
    ),
    (
        replace(BASE, title={"en": "Other", "fr": "Autre"}),
        ["Meeting – title: Other (until now: Ministerial Meeting on Mali)."],
        ["Réunion – titre : Autre (jusqu'ici : Réunion sur le Mali)."],
    ),
    (
        with_items(REMARKS, UPDATE, chairs=("m",)),
        ["“Opening” – presiding: H.E. Mr. Abdoulaye Diop."],
        ["« Ouverture » – présidence : S.E. M. Abdoulaye Diop."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("after", "english", "french"), [one for one in CASES if one[1]])
def test_change_is_told_in_both_languages(after, english, french):
    assert (words(after, "en"), words(after, "fr")) == (english, french)


def test_move_in_the_order_is_told_by_what_it_comes_after_and_shifts_apart():
    after = with_items(UPDATE, REMARKS)
    found = told(compare(BASE, after), BASE, after, "en")
    assert found.substance[0] in ("“Update” now comes first.", "“Brief remarks” now comes after “Update”.")
    assert len(found.substance) + len(found.shifts) == 3


def test_speaker_moves_are_told_by_the_one_before():
    after = speeches(S2, S1)
    (sentence, *times) = words(after, "en")
    assert sentence == ("H.E. Mr. Abdoulaye Diop (Mali) now speaks after France in “Brief remarks”.")
    assert len(times) == 2


def test_move_over_midnight_tells_the_days():
    late = meeting(segment(item(uuid="late", minutes=5, fixed_start=clock("23:50"))), end="23:59")
    after = replace(
        late,
        segments=(
            replace(
                late.segments[0], items=(replace(late.segments[0].items[0], fixed_start=clock("00:10", "2017-09-21")),)
            ),
        ),
    )
    assert words(after, "en", before=late)[-1] == (
        "“Item” moved from Wednesday, 20 September 2017, 23:50 to Thursday, 21 September 2017, 00:10."
    )


def test_every_compared_field_has_a_name():
    compared = {(area.code, name) for area in AREAS.values() for name in area.compared}
    assert compared - FIELDS.keys() - SELF_TOLD == set()
    assert FIELDS.keys() - compared == {("room", "seats")}


def test_room_that_was_chosen_is_told():
    room = RoomFacts(
        names={"en": "Room 4"}, building={}, city={}, width_mm=1, depth_mm=1, is_approximate=False, seats=(), places=()
    )
    assert words(replace(BASE, room=room), "en") == ["A room was chosen."]
