"""Everything for the room in one file: the same words as its parts, numbered through, of one state."""

from dataclasses import replace
from datetime import timedelta

import pikepdf
import pytest
from django.utils.translation import override

from events.documents import DOCUMENTS, participants, plates, room_folder, speakers
from events.documents.pdf.blocks import Table
from events.documents.room_folder import DifferentStates, of_one_state
from meetingplanner.languages import DOCUMENT_LANGUAGES
from tests.events.documents.pdf.reading import opened, pages
from tests.events.documents.pdf.tags import findings, tree
from tests.events.documents.prints import LATIN_AND_CYRILLIC, STATES, file, mali, options, words


def collected(facts, language="en"):
    with override(language):
        return room_folder.collect(facts, options(language))


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_folder_is_one_tagged_archival_document(language, paper):
    data = file("room-folder", mali(), language, paper=paper).content
    assert findings(data) == []
    with opened(data) as pdf:
        assert [str(one) for one in pikepdf.pdfa.check(pdf, "2b").findings] == []
        assert [len(tree(pdf).of(role)) for role in ("H1", "TOC")] == [1, 1]
        assert len(tree(pdf).of("TOCI")) == len(collected(mali(), language).parts)


def test_list_of_plates_has_no_column_of_functions_where_no_plate_has_one():
    tables = [one for one in collected(mali()).parts[-1].blocks if isinstance(one, Table)]
    assert [one.header for one in tables] == [("No.", "Name", "Set out"), ("No.", "Name", "Function", "Set out")]


@pytest.mark.parametrize("language", LATIN_AND_CYRILLIC)
def test_contents_name_each_part_with_the_page_it_begins_on(language):
    printed = pages(file("room-folder", mali(), language).content)
    cover = " ".join(printed[0].split())
    for part in collected(mali(), language).parts:
        entry, head = (" ".join(one.split()) for one in (part.entry, f"{part.title} {part.subtitle}"))
        begins = [n for n, page in enumerate(printed, 1) if n > 1 and " ".join(page.split()).find(head) >= 0]
        assert any(f"{entry} {number}" in cover for number in begins), (entry, begins)


def test_contents_and_bookmarks_lead_to_the_parts():
    with opened(file("room-folder", mali()).content) as pdf:
        outline = pdf.open_outline()
        top = outline.root[0]
        titles = [one.title for one in top.children]
        assert titles[1:] == [one.entry for one in collected(mali()).parts]
        assert len(set(titles)) == len(titles)
        links = [one for one in pdf.pages[0].Annots if one.Subtype == "/Link"]
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        led_to = [numbers[one.Dest[0].objgen] for one in links]
        printed = [" ".join(page.split()) for page in pages(file("room-folder", mali()).content)]
        heads = [f"{one.title} {one.subtitle}".strip() for one in collected(mali()).parts]
        assert [one for one, number in zip(heads, led_to, strict=True) if one not in printed[number]] == []
        assert led_to == sorted(set(led_to))


def test_pages_are_numbered_through_and_stand_as_their_parts_need():
    data = file("room-folder", mali()).content
    count = len(pages(data))
    assert all(f"{number}/{count}" in page for number, page in enumerate(pages(data), 1))
    with opened(data) as pdf:
        wide = [float(page.mediabox[2]) > float(page.mediabox[3]) for page in pdf.pages]
    assert wide[0] is False and True in wide and wide[-1] is False


@pytest.mark.parametrize("name", STATES)
def test_folder_has_who_is_in_its_parts(name):
    facts = STATES[name]()
    text = words("room-folder", facts)
    with override("en"):
        people = [one for each in participants.collect(facts, options()).delegations for one in each.people]
        speaking = [one for item in speakers.collect(facts, options()).items for one in item.speeches]
        set_out = plates.collect_table(facts, options()).plates
    if name != "hostile":
        wanted = [one.name for one in (*people, *speaking, *set_out) if one.name]
        assert [one for one in wanted if " ".join(one.split()) not in text] == []


def test_parts_of_different_states_are_refused_by_name():
    parts = collected(mali()).parts
    assert of_one_state(parts) == parts
    later = replace(parts[1], as_of=parts[1].as_of + timedelta(seconds=1))
    with pytest.raises(DifferentStates, match=f"different states.*{parts[1].entry}"):
        of_one_state((parts[0], later, *parts[2:]))


def test_what_the_cover_says_is_not_said_again():
    text = words("room-folder", mali())
    assert text.count("The secretariat has") == 1


def test_folder_is_provisional_when_a_part_is():
    assert room_folder.DOCUMENT.parts
    assert collected(mali()).frame.mark == "PROVISIONAL"


def test_folder_asks_for_what_its_strictest_part_asks_for():
    assert {DOCUMENTS[slug].needs for slug in room_folder.DOCUMENT.parts} == {room_folder.DOCUMENT.needs}


def test_folder_has_a_door_list_for_each_part_and_the_changeover():
    titles = [one.entry for one in collected(mali()).parts]
    assert titles[3:8] == [
        "Seating plan – Opening session",
        "Door list – Opening session",
        "Seating plan – Co-chaired session",
        "Door list – Co-chaired session",
        "Changeover between the parts",
    ]


def test_plans_of_parts_with_one_title_are_told_apart_by_their_hour():
    facts = mali()
    alike = replace(facts, segments=tuple(replace(one, title=facts.segments[0].title) for one in facts.segments))
    titles = [one.entry for one in collected(alike).parts]
    assert len(set(titles)) == len(titles)
    assert any("15:30" in title for title in titles)


def test_heads_of_pages_tell_which_part_they_are_of():
    printed = pages(file("room-folder", mali()).content)
    parts = collected(mali()).parts
    found = [
        next((one.entry for one in parts if f"Folder for the room – {one.entry} " in page), "") for page in printed
    ]
    assert found[0] == "" and set(found[1:]) == {one.entry for one in parts}
    assert found[1:] == sorted(found[1:], key=[one.entry for one in parts].index)
