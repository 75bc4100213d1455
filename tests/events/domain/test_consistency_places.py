"""Findings about places and texts, in English; and the table of kinds as a whole."""

from dataclasses import replace
from datetime import date

import pytest

from events.domain.checks.texts import wrong_weekdays
from events.domain.consistency import findings
from events.domain.facts import DeletionFacts, InterpreterFacts, ObjectiveFacts
from events.domain.finding_kinds import FINDING_KINDS, PRINTS
from events.domain.findings import Cure, Finding, values_in
from events.domain.items import SEVERITIES
from participants.domain.values import GroupFacts
from tests import facts as make
from tests.findings import KEITA, algeria, both_in, mali, meeting, opening, told, told_as


def council(*members, **fields):
    names = make.both("Security Council", "Conseil de sécurité")
    return GroupFacts(code="security_council", names=names, ground="security_council", members=members, **fields)


def test_members_of_a_dated_group_who_lack_and_those_who_are_none_are_told():
    france = make.delegation("FRA", grounds=("security_council",), status="invited")
    chad = make.delegation("TCD", grounds=("security_council",), status="invited")
    china, ukraine = make.entity("CHN", en="China"), make.entity("UKR", en="Ukraine")
    facts = both_in(france, chad, entities=(china, ukraine), groups=(council("CHN", "FRA", "UKR"),))
    assert told(facts) == [
        "Security Council: not invited as a member on that day: China and Ukraine (2).",
        "Security Council: invited as a member but none on that day: TCD (1).",
    ]


def test_withdrawn_invitation_leaves_the_group_incomplete_but_regrets_do_not():
    members = [make.delegation(code, grounds=("security_council",), status=status)
               for code, status in (("CHN", "withdrawn"), ("FRA", "regrets"), ("USA", "invited"))]  # fmt: skip
    facts = both_in(*members, groups=(council("CHN", "FRA", "USA"),))
    assert told(facts)[:1] == ["Security Council: not invited as a member on that day: CHN (1)."]


def test_organ_is_there_by_the_entity_it_speaks_through():
    union = make.delegation("AU", grounds=("mediation",), status="invited")
    mediation = GroupFacts(code="mediation", names=make.both("Mediation"), ground="mediation", members=("AUC",))
    commission = make.entity("AUC", kind="organ", organ_of="AU")
    assert told(both_in(union, entities=(commission,), groups=(mediation,))) == []


def test_partial_list_of_members_makes_nobody_one_too_many():
    chad = make.delegation("TCD", grounds=("security_council",), status="invited")
    france = make.delegation("FRA", grounds=("security_council",), status="invited")
    assert told(both_in(chad, france, groups=(council("FRA", is_complete=False),))) == []


def test_group_whose_ground_the_meeting_does_not_use_is_not_judged():
    assert told(both_in(algeria(), groups=(council("FRA"),), entities=(make.entity("FRA"),))) == []


def test_delegation_that_accepts_after_its_places_were_released_is_told():
    released = {"released_at": make.AT, "released_places": 2}
    late, silent = algeria(status="accepted", **released), make.delegation("TCD", status="invited", **released)
    assert told(both_in(late, silent)) == ["DZA accepted (1), but the places were released: no place is kept."]


def test_invited_entity_that_asks_as_observer_is_told():
    invited = algeria(grounds=("mediation", "observer"))
    assert told(both_in(invited, requests=(make.request("DZA"),))) == [
        "DZA is invited (International mediation) and also asks for an observer place."
    ]
    assert told(both_in(invited, requests=(make.request("DZA", withdrawn_at=make.AT),))) == []


def test_table_too_small_is_told_with_who_is_left_without_a_seat():
    facts = meeting(delegations=(algeria(), mali()), room=make.room(table=1, observers=2))
    assert told(facts) == [
        "The table has 1 places; 2 are promised.",
        "Without a seat for “Opening”: MLI (1).",
    ]


def test_blocked_place_at_the_table_does_not_count():
    assert told(meeting(room=make.room(observers=2, blocked=("T1",))))[0] == "The table has 0 places; 1 are promised."


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"press_seats": 3}, "More seats are promised than the room holds: 1 too many, before any observer is seated."),
        ({"press_seats": 1, "reserve_seats": 1}, None),
        ({"secretariat_seats": 1}, "The meeting has 0 observer places; the room allows 1."),
    ],
)
def test_seats_promised_are_counted_against_the_room(fields, sentence):
    assert told(meeting(room=make.room(observers=2), **fields)) == ([sentence] if sentence else [])


@pytest.mark.parametrize(("places", "severity"), [(3, "high"), (1, "low")])
def test_observer_places_that_differ_from_what_the_room_allows_are_told(places, severity):
    facts = make.with_roster(meeting(room=make.room(observers=2)), observer_places=places)
    assert told(facts) == [f"The meeting has {places} observer places; the room allows 2."]
    assert [one.severity for one in findings(facts, document_languages=())] == [severity]


def test_fewer_seats_than_promised_and_a_full_podium_are_told():
    facts = meeting(opening(podium=[("MLI", KEITA)]), delegations=(mali(places_behind=2),), room=make.room(podium=0))
    assert told(facts)[1:] == [
        "The podium has no chair left for “Opening” for Ibrahim Keïta (1).",
        "With fewer seats for “Opening” than promised: MLI (1).",
    ]


def test_room_without_plan_is_told_and_nothing_counted():
    assert told(meeting(room=make.room(podium=0, table=0))) == [
        "The room has no plan of its seats, so that nobody can be seated."
    ]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"room": None}, "No room is chosen."),
        ({"organisers": ()}, "No organiser is named."),
        ({"languages": ()}, "The languages of the meeting are not set."),
        ({"contact_name": ""}, "No contact is given."),
        ({"contact_email": ""}, "No contact is given."),
        ({"reply_deadline": None}, "No day is set until which to reply."),
    ],
)
def test_missing_fact_is_told(fields, sentence):
    assert told(meeting(**fields)) == [sentence]


def test_missing_names_and_articles_are_told_once_for_a_language_with_the_prints_they_would_spoil():
    lacking = [make.entity(code, names={"en": code}, prose={"en": code}) for code in ("DZA", "FRA")]
    facts = both_in(*(make.delegation(one.code, status="invited") for one in lacking), entities=lacking)
    assert told(facts) == [
        "Français: no name for DZA and FRA (2). It would spoil: list of participants, seating plan and table plates.",
        "Français: no form with article for DZA and FRA (2). It would spoil: summary.",
    ]
    assert told(facts, languages=("en",)) == []


def test_languages_of_the_meeting_alone_are_judged_and_those_without_articles_need_none():
    lacking = [make.entity(code, names=make.both(code) | {"es": code, "ru": code}) for code in ("DZA", "MLI")]
    facts = both_in(make.delegation("DZA", status="invited"), entities=lacking)
    assert told_as("name_missing", facts, languages=("en", "es", "ru")) == []
    assert told_as("article_missing", facts, languages=("en", "es", "ru")) == [
        "Español: no form with article for MLI and DZA (2). It would spoil: summary."
    ]
    assert told_as("name_missing", facts, languages=("en", "zh")) == [
        "中文: no name for MLI and DZA (2). It would spoil: list of participants, seating plan and table plates."
    ]


def test_of_a_long_list_the_first_are_named_and_all_counted():
    codes = [f"E{number}" for number in range(10, 20)]
    lacking = [make.entity(code, prose={"fr": code}) for code in codes]
    facts = both_in(*(make.delegation(code, status="invited") for code in codes), entities=lacking)
    assert told(facts) == [
        "English: no form with article for E10, E11, E12, E13, E14, E15, E16, E17, … (10). It would spoil: summary."
    ]


def test_function_and_titles_without_text_in_a_language_are_told():
    head = make.delegate(KEITA, delegation="MLI", function={"fr": "Ministre"})
    objective = ObjectiveFacts(uuid=make.uuid("aim"), position=0, text={"fr": "But"})
    assert told(meeting(delegations=(mali(head),), objectives=(objective,))) == [
        "English: no function for Ibrahim Keïta (1). It would spoil: programme, list of speakers, "
        "list of participants, podium plates and summary.",
        "English: no text for But (1). It would spoil: programme, summary and calendar.",
    ]


def test_deletion_that_leaves_a_broken_sentence_is_told_until_it_is_rejected():
    paragraph = make.paragraph(1, en="Mr. Le Drian, [-2|the -]Chairperson of the Commission, spoke.")
    facts = meeting(paragraphs=(paragraph,), deletions=(DeletionFacts(number=2, decision="pending"),))
    assert told(facts) == [
        "Concept note (English), deletion 2: The article is struck out and the words left stand without it: "
        "“Mr. Le Drian, | Chairperson of the Commission, spoke.”."
    ]
    assert told(replace(facts, deletions=(DeletionFacts(number=2, decision="rejected"),))) == []


def test_weekday_that_is_not_the_calendars_is_told_in_the_note():
    paragraph = make.paragraph(1, en="On Tuesday, 20 September 2017.", fr="Le mercredi 20 septembre 2017.")
    assert told(meeting(paragraphs=(paragraph,))) == [
        "The concept note says “Tuesday, 20 September 2017”; the calendar says Wednesday, 20 September 2017."
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wednesday, 20 September 2017", ()),
        ("Friday, September 20, 2017", (("Friday, September 20, 2017", date(2017, 9, 20)),)),
        ("jeudi 1er octobre 2014", (("jeudi 1er octobre 2014", date(2014, 10, 1)),)),
        ("le MERCREDI 1er\u00a0octobre 2014", ()),
        ("mardi 15 août 2017, jeudi 15 aout 2017", (("jeudi 15 aout 2017", date(2017, 8, 15)),)),
        ("Monday, 31 September 2017, Monday 20 September", ()),
    ],
)
def test_weekdays_are_read_in_both_languages(text, found):
    assert wrong_weekdays(text) == found


def test_findings_come_worst_first_and_then_in_the_order_of_the_table():
    facts = meeting(opening(chairs=()), contact_name="", press_seats=0, room=make.room(observers=1))
    assert [one.kind for one in findings(facts, document_languages=())] == [
        "no_chair", "no_contact", "fewer_observer_places",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", FINDING_KINDS.values(), ids=lambda kind: kind.code)
def test_kind_has_a_severity_and_spoils_known_prints(kind):
    assert (kind.severity in SEVERITIES, set(kind.spoils) <= set(PRINTS)) == (True, True)


def test_texts_of_a_finding_follow_the_language():
    values = {"entity": {"en": "Mali", "fr": "le Mali"}, "ends": date(2017, 10, 1), "names": ("A", "B")}
    finding = Finding(kind="no_chair", values=values, cure=Cure(page="events:programme", arguments=("mali",)))
    words = values_in(finding, "fr", translate=str.upper)
    assert (words["entity"], words["ends"], words["names"]) == (
        "le Mali", "dimanche 1er\u00a0octobre 2017", "A et B",
    )  # fmt: skip
    assert words["documents"] == "PROGRAMME, SEATING PLAN, PODIUM PLATES et SUMMARY"


def test_interpreter_without_a_chair_is_told():
    part = opening(podium=[("MLI", KEITA)])
    marked = replace(part, interpreters=(InterpreterFacts(delegate=part.podium[0], place="left"),))
    facts = meeting(marked, delegations=(mali(),), room=make.room())
    assert told(facts) == ["The podium has no chair left for “Opening” for the interpreters of Ibrahim Keïta (1)."]
