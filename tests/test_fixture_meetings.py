"""The two meetings under fixtures/: whole, consistent with the reference tables, in the orders that are sourced."""

import re
from uuid import UUID

import pytest

from events.domain.items import BLOCKS, ITEM_KINDS, LEVELS, MEETING_KINDS, SEVERITIES
from participants.domain.ranks import RANKS
from participants.grounds import GROUNDS
from tests.fixture_files import (
    COUNCIL,
    ENTITIES,
    MALI,
    MEETINGS,
    PEOPLE,
    WORKING_LANGUAGES,
    by_language,
    delegates,
    holds,
    members,
    people_of,
    speeches,
    table,
    walk,
)

UUID_TEXT = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def test_every_uuid_is_unique_and_version_4():
    owned = [
        value
        for meeting in MEETINGS.values()
        for path, value in walk(meeting)
        if path[-1:] == ("uuid",) and "arguments" not in path
    ]
    assert len(owned) == len(set(owned)) > 200
    assert {UUID(one).version for one in owned} == {4}


@pytest.mark.parametrize("meeting", MEETINGS.values(), ids=MEETINGS)
def test_every_reference_inside_a_meeting_is_owned_by_it(meeting):
    everything = [
        (path, value) for path, value in walk(meeting) if isinstance(value, str) and UUID_TEXT.fullmatch(value)
    ]
    owned = {value for path, value in everything if path[-1] == "uuid" and "arguments" not in path}
    assert {value for _, value in everything} == owned


@pytest.mark.parametrize("meeting", MEETINGS.values(), ids=MEETINGS)
def test_codes_in_a_meeting_are_known(meeting):
    entities = {one["entity"] for one in meeting["delegations"]}
    grounds = [ground for one in meeting["delegations"] for ground in one["grounds"]]
    organs = {one["organ"] for one in (*grounds, *delegates(meeting).values())} - {""}
    assert (entities | organs | set(meeting["event"]["organisers"])) <= set(ENTITIES)
    assert {one["ground"] for one in grounds} <= set(GROUNDS)
    assert {one["rank"] for one in delegates(meeting).values()} <= set(RANKS)
    assert {one["delegation"] for one in speeches(meeting)} <= entities
    assert {item["kind"] for segment in meeting["segments"] for item in segment["items"]} <= set(ITEM_KINDS)
    assert meeting["event"]["level"] in LEVELS
    assert meeting["event"]["kind"] in MEETING_KINDS


@pytest.mark.parametrize("meeting", MEETINGS.values(), ids=MEETINGS)
def test_delegates_have_the_name_and_the_title_of_the_day(meeting):
    day = meeting["roster"]["first_on"]
    titles = {row["person"]: row for row in table("person_titles") if holds(row, day)}
    for code, one in delegates(meeting).items():
        person, title = PEOPLE[code], titles[code]
        assert (one["given_names"], one["family_name"], one["gender"]) == (
            person["given_names"],
            person["family_name"],
            person["gender"],
        )
        assert one["function"] == by_language(title, "title")
        assert (one["rank"], one["organ"]) == (title["rank"], title["organ"])


def test_organs_act_in_the_delegation_of_their_parent():
    acting = [
        (ground["organ"], one["entity"]) for one in MALI["delegations"] for ground in one["grounds"] if ground["organ"]
    ]
    assert sorted(acting) == [("AUC", "AU"), ("DPKO", "UN"), ("ECOWAS-C", "ECOWAS")]
    assert {ENTITIES[organ]["parent"] == entity for organ, entity in acting} == {True}


def test_the_ministers_title_differs_between_april_and_september():
    assert [delegates(one)["diop"]["function"]["fr"] for one in (COUNCIL, MALI)] == [
        "Ministre des affaires étrangères, de la coopération internationale et de l'intégration africaine du Mali",
        "Ministre des affaires étrangères et de la coopération internationale du Mali",
    ]


def test_mali_has_sixty_five_delegations():
    codes = [one["entity"] for one in MALI["delegations"]]
    others = sorted(code for code in codes if ENTITIES[code]["kind"] != "state")
    assert (len(codes), len(set(codes)), others) == (65, 65, ["AU", "ECOWAS", "EU", "OIC", "UN"])


def test_contributors_on_no_other_ground_are_proposed_and_all_others_invited():
    alone = {
        one["entity"]
        for one in MALI["delegations"]
        if [ground["ground"] for ground in one["grounds"]] == ["contributor"]
    }
    assert {one["entity"] for one in MALI["delegations"] if one["status"] == "proposed"} == alone
    assert {one["status"] for one in MALI["delegations"]} == {"proposed", "invited"}
    assert len(alone) == 39


@pytest.mark.parametrize(
    ("ground", "expected"),
    [
        ("host", "UN MLI DZA"),
        ("opening", "MLI UN"),
        ("brief_remarks", "DZA FRA AU EU ECOWAS"),
        ("co_chair", "MLI DZA UN"),
        ("mediation", "DZA AU BFA TCD ECOWAS EU MRT NER OIC UN"),
    ],
)
def test_grounds_keep_the_order_of_the_source(ground, expected):
    found = [
        (one["position"], delegation["entity"])
        for delegation in MALI["delegations"]
        for one in delegation["grounds"]
        if one["ground"] == ground
    ]
    assert " ".join(entity for _, entity in sorted(found)) == expected


def test_opening_and_co_chairs_keep_the_order_of_the_note():
    opening, co_chaired = MALI["segments"]
    speakers = [one["delegate"] for item in opening["items"] for one in item["speeches"]]
    assert people_of(MALI, speakers) == ["keita", "guterres", "messahel", "ledrian", "faki", "mogherini", "desouza"]
    assert people_of(MALI, co_chaired["chairs"]) == ["diop", "messahel", "lacroix"]
    assert opening["chairs"] == []


def test_the_opening_takes_forty_minutes_and_leaves_a_hundred_and_five():
    opening, co_chaired = MALI["segments"]
    spoken = [one["minutes"] for item in opening["items"] for one in item["speeches"]]
    silence = next(item["minutes"] for item in opening["items"] if item["kind"] == "silence")
    taken = sum(spoken) + silence + len(spoken) * opening["handover_seconds"] / 60
    conclusion = co_chaired["items"][-1]["minutes"] + co_chaired["handover_seconds"] / 60
    assert (taken, 150 - taken - conclusion) == (39.5, 105)


def test_the_council_heard_seventeen_speakers_in_this_order():
    people = people_of(COUNCIL, [one["delegate"] for one in speeches(COUNCIL)])
    first, last = people[:9], people[9:]
    assert first == ["lacroix", "delattre", "seck", "skoog", "bessho", "iliichev", "bermudez", "vitrenko", "wu"]
    assert last == ["cardi", "alemu", "aboulatta", "wilson", "llorentty", "umarov", "haley", "diop"]
    assert {one["minutes"] for one in speeches(COUNCIL)} == {None}


def test_the_council_has_fifteen_members_and_two_guests():
    grounds = {one["entity"]: [ground["ground"] for ground in one["grounds"]] for one in COUNCIL["delegations"]}
    assert {code for code, ground in grounds.items() if ground == ["security_council"]} == members(
        "security_council", "2017-04-06"
    )
    assert {code for code, ground in grounds.items() if ground == ["guest"]} == {"MLI", "UN"}
    assert len(grounds) == 17


def test_the_president_of_the_council_presides_from_the_podium():
    [segment] = COUNCIL["segments"]
    assert [people_of(COUNCIL, segment[role]) for role in ("chairs", "podium")] == [["haley"], ["haley"]]
    capacity = delegates(COUNCIL)["haley"]["capacity"]
    assert capacity["en"].startswith("President of the Security Council")
    assert capacity["fr"].startswith("Présidente du Conseil de sécurité")


def test_actual_times_of_the_council():
    assert (COUNCIL["event"]["actual_starts"], COUNCIL["event"]["actual_ends"]) == (
        "2017-04-06T10:02",
        "2017-04-06T11:58",
    )


@pytest.mark.parametrize("language", WORKING_LANGUAGES)
def test_the_note_has_three_pending_deletions_with_the_same_numbers(language):
    marks = [
        mark
        for block in MALI["note"]["blocks"]
        for mark in re.findall(r"\[-(\d+)\|[^\]|]+ -\]", block["text"][language])
    ]
    assert marks == ["1", "2", "3"] == [str(one["number"]) for one in MALI["note"]["deletions"]]
    assert sum(block["text"][language].count("[-") for block in MALI["note"]["blocks"]) == 3


def test_the_note_keeps_the_flaws_of_the_text_received():
    note = " ".join(block["text"]["en"] for block in MALI["note"]["blocks"])
    assert [
        flaw
        for flaw in ("15:30-16:00", "presidential elections is likely", "H.E. Ibrahim", "Mr. Alain de Souza who")
        if flaw not in note
    ] == []
    headings = [block for block in MALI["note"]["blocks"] if block["kind"] == "heading"]
    assert [(block["number"], block["text"]["en"]) for block in headings] == [
        ("", "BACKGROUND"), ("II", "OBJECTIVES"), ("III", "PROCEDURAL AND ORGANIZATIONAL ISSUES"),
    ]  # fmt: skip


def test_open_points_are_known_by_unique_codes_and_block_known_things():
    points = MALI["open_points"]
    codes = [point["code"] for point in points]
    assert [len([code for code in codes if code.startswith(start)]) for start in ("S1-", "X-", "D-")] == [27, 5, 4]
    assert len(set(codes)) == len(codes)
    assert {point["severity"] for point in points} == set(SEVERITIES)
    assert {block for point in points for block in point["blocks"]} == set(BLOCKS)


def test_the_time_conflict_offers_three_readings_and_each_deletion_two_decisions():
    options = {point["code"]: point["options"] for point in MALI["open_points"] if point["options"]}
    assert [one["arguments"]["ends"] for one in options.pop("S1-01")] == [
        "2017-09-20T16:00",
        "2017-09-20T18:00",
        "2017-09-20T18:00",
    ]
    assert {
        code: [(one["arguments"]["number"], one["arguments"]["decision"]) for one in two]
        for code, two in options.items()
    } == {
        "S1-04": [(1, "accepted"), (1, "rejected")],
        "S1-05": [(2, "accepted"), (2, "rejected")],
        "S1-06": [(3, "accepted"), (3, "rejected")],
    }
