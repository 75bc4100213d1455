"""Changes in sentences, in both languages of the pages."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.documents.change_fields import FIELDS
from events.documents.change_words import told
from events.domain.comparing.values import AREAS
from events.domain.facts import GivenFacts, OrderFacts, RoomFacts
from events.domain.revision import compare
from tests.edits import edited
from tests.facts import room
from tests.meeting_facts import clock, delegate, delegation, entity, item, meeting, request, roster, segment, speech
from tests.reference_facts import reference_facts

MALI_2017 = reference_facts("mali-2017")
SELF_TOLD = {("speech", "delegate"), ("speech", "delegation"), ("delegate", "role")}
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


def with_roster(**fields):
    return replace(BASE, roster=replace(COMING, **fields))


def with_mali(*delegates):
    mali, france = COMING.delegations
    return with_roster(delegations=(replace(mali, delegates=delegates), france))


S1, S2 = REMARKS.speeches
CASES = [
    (
        with_items(REMARKS, replace(UPDATE, fixed_start=clock("15:50"))),
        ["“Update” moved from 15:45 to 15:50."],
        ["« Le point » passe de 15 h 45 à 15 h 50."],
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
        ["“Brief remarks” now comes after “Update”, at 15:50 instead of 15:30.", "“Update” moved from 15:45 to 15:30."],
        [
            "« Brèves remarques » vient désormais après « Le point », à 15 h 50 au lieu de 15 h 30.",
            "« Le point » passe de 15 h 45 à 15 h 30.",
        ],
    ),
    (
        speeches(replace(S1, planned_minutes=10), S2),
        [
            "H.E. Mr. Abdoulaye Diop (Mali) – length: 10 min (until now: 5 min).",
            "“Brief remarks” by France moved from 15:35 to 15:40.",
        ],
        [
            "S.E. M. Abdoulaye Diop (Mali) – durée : 10 min (jusqu'ici : 5 min).",
            "« Brèves remarques » par la France passe de 15 h 35 à 15 h 40.",
        ],
    ),
    (
        speeches(S2, S1),
        [
            "H.E. Mr. Abdoulaye Diop (Mali) now speaks after France in “Brief remarks”, at 15:35 instead of 15:30.",
            "“Brief remarks” by France moved from 15:35 to 15:30.",
        ],
        [
            "S.E. M. Abdoulaye Diop (Mali) intervient désormais après France dans « Brèves remarques », "
            "à 15 h 35 au lieu de 15 h 30.",
            "« Brèves remarques » par la France passe de 15 h 35 à 15 h 30.",
        ],
    ),
    (
        replace(BASE, segments=()),
        ["Taken out: “Opening” (“Brief remarks”, “Update”)."],
        ["Retrait : « Ouverture » (« Brèves remarques », « Le point »)."],
    ),
    (
        replace(BASE, start=clock("15:40")),
        [
            "Meeting – start: 20 September 2017, 15:40 (until now: 20 September 2017, 15:30).",
            "“Brief remarks” moved from 15:30 to 15:40.",
            "“Update” moved from 15:45 to 15:55.",
        ],
        [
            "Réunion – début : 20 septembre 2017 à 15 h 40 (jusqu'ici : 20 septembre 2017 à 15 h 30).",
            "« Brèves remarques » passe de 15 h 30 à 15 h 40.",
            "« Le point » passe de 15 h 45 à 15 h 55.",
        ],
    ),
    (
        with_roster(zone="Europe/Paris"),
        ["Meeting – time zone: Paris time (until now: New York time)."],
        ["Réunion – fuseau horaire : heure de Paris (jusqu'ici : heure de New York)."],
    ),
    (
        with_roster(delegations=(replace(COMING.delegations[0], delegates=(MALI,)), COMING.delegations[1])),
        ["No longer in the delegation of Mali: Ms. Kamissa Camara."],
        ["Ne fait plus partie de la délégation du Mali : Mme Kamissa Camara."],
    ),
    (
        with_roster(delegations=COMING.delegations[:1]),
        ["Taken out: the delegation of France."],
        ["Retrait : la délégation de la France."],
    ),
    (
        with_mali(replace(MALI, is_placeholder=True), HEIR),
        ["Name withdrawn in the delegation of Mali: H.E. Mr. Abdoulaye Diop."],
        ["Nom retiré pour la délégation du Mali : S.E. M. Abdoulaye Diop."],
    ),
    (
        with_mali(MALI, replace(HEIR, role="adviser")),
        ["Ms. Kamissa Camara – role: adviser (until now: alternate)."],
        ["Mme Kamissa Camara – rôle : conseillère (jusqu'ici : suppléante)."],
    ),
    (
        speeches(replace(S1, delegate=""), S2),
        ["H.E. Mr. Abdoulaye Diop will not speak on behalf of Mali (“Brief remarks”)."],
        ["S.E. M. Abdoulaye Diop ne prendra pas la parole au nom du Mali (« Brèves remarques »)."],
    ),
    (
        with_items(replace(REMARKS, order=OrderFacts(scheme="hand", why="As agreed")), UPDATE),
        ["“Brief remarks” – order of speakers: By hand."],
        ["« Brèves remarques » – ordre des orateurs : À la main."],
    ),
    (
        speeches(S1),
        ["No longer a speaker in “Brief remarks”: France."],
        ["Ne prend plus la parole dans « Brèves remarques » : France."],
    ),
    (
        with_roster(requests=(request("FR", uuid="r"),)),
        ["On the waiting list of observers: France."],
        ["Sur la liste d'attente des observateurs : France."],
    ),
    (
        with_items(REMARKS),
        ["Taken out: “Update”."],
        ["Retrait : « Le point »."],
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


@pytest.mark.parametrize(("after", "english", "french"), CASES)
def test_change_is_told_in_both_languages(after, english, french):
    assert (words(after, "en"), words(after, "fr")) == (english, french)


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
    assert [words(after, language, before=late) for language in ("en", "fr")] == [
        ["“Item” moved from Wednesday, 20 September 2017, 23:50 to Thursday, 21 September 2017, 00:10."],
        ["« Point » passe du mercredi 20 septembre 2017 à 23 h 50 au jeudi 21 septembre 2017 à 0 h 10."],
    ]


def test_every_compared_field_has_a_name():
    compared = {(area.code, name) for area in AREAS.values() for name in area.compared}
    assert compared - FIELDS.keys() - SELF_TOLD == set()
    assert FIELDS.keys() - compared == {("room", "seats"), ("item", "order")}


def test_room_that_was_chosen_is_told():
    chosen = RoomFacts(
        names={"en": "Room 4", "fr": "Salle 4"},
        building={},
        city={"en": "New York", "fr": "New York"},
        width_mm=1,
        depth_mm=1,
        is_approximate=False,
        seats=(),
        places=(),
    )
    found = [words(replace(BASE, room=chosen), language) for language in ("en", "fr")]
    assert found == [["A room was chosen: Room 4, New York."], ["Une salle a été choisie : Salle 4, New York."]]


def seated(*numbers, **titles):
    """Both delegations kept at places of the table, in two parts; 0 for none."""
    given = tuple(
        GivenFacts(zone="table", number=number, delegation=f"delegation-{code}")
        for code, number in zip(("ML", "FR"), numbers, strict=True)
        if number
    )
    parts = (replace(BASE.segments[0], is_seating_kept=True, given=given), segment(uuid="end", title=titles))
    return replace(BASE, segments=(parts[0], replace(parts[1], is_seating_kept=True, given=given)), room=room(table=5))


@pytest.mark.parametrize(
    ("numbers", "english", "french"),
    [
        (
            (4, 2),
            "Mali – seat in “Opening”, “End”: T4 (until now: T1).",
            "Mali – siège pendant « Ouverture », « Fin » : T4 (jusqu'ici : T1).",
        ),
        (
            (0, 2),
            "Mali – seat in “Opening”, “End”: none any more (until now: T1).",
            "Mali – siège pendant « Ouverture », « Fin » : néant (jusqu'ici : T1).",
        ),
    ],
)
def test_other_seats_are_told_by_delegation_with_the_parts(numbers, english, french):
    titles = {"en": "End", "fr": "Fin"}
    before, after = seated(1, 2, **titles), seated(*numbers, **titles)
    assert [words(after, language, before=before) for language in ("en", "fr")] == [[english], [french]]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Mali – seats behind in “Opening”, “End”: T1b2 (until now: T1b1)."),
        ("fr", "Mali – sièges derrière pendant « Ouverture », « Fin » : T1b2 (jusqu'ici : T1b1)."),
    ],
)
def test_other_seats_behind_are_told_where_the_seat_itself_is_the_same(language, sentence):
    before = seated(1, 2, en="End", fr="Fin")
    mali, france = COMING.delegations
    people = replace(COMING, delegations=(replace(mali, places_behind=1), replace(france, places_behind=0)))
    before = replace(before, room=room(table=5, behind=2), roster=people)
    after = replace(before, room=room(table=5, behind=2, blocked=("T1b1",)))
    assert sentence in words(after, language, before=before)


def test_parts_of_one_title_are_told_apart_by_their_hour():
    titles = {"en": "Opening", "fr": "Ouverture"}
    (sentence,) = words(seated(4, 2, **titles), "en", before=seated(1, 2, **titles))
    assert "“Opening, 20 September 2017, 15:30”" in sentence


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_whatever_differs_can_be_told(data):
    before, after = edited(MALI_2017, data.draw), edited(MALI_2017, data.draw)
    changes = compare(before, after)
    for language in ("en", "fr"):
        found = told(changes, before, after, language)
        assert bool(found.substance) >= any(one.is_substance for one in changes)
        assert [text for text in (*found.substance, *found.shifts) if not text.endswith(".") or "  " in text] == []
