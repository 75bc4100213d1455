"""What sheets of moves, of plates and of absences say to an organ, which has a presidency and no podium."""

from dataclasses import fields, replace

import pytest
from django.utils.translation import override

from events.documents import DOCUMENTS, changeover, plates, seat_changes, seating_lists
from events.documents.pdf.blocks import GroupRow, Heading, Table
from events.documents.podium_words import KINDS, MOVES, PodiumMoves, podium_moves
from events.documents.surroundings import absences
from events.domain.items import MEETING_KINDS
from events.domain.seating.order import plan
from meetingplanner.languages import DOCUMENT_LANGUAGES
from tests import facts as make
from tests.events.documents.prints import council, file, issued_before, options, sheet_rows, words


def in_two_parts():
    """The Council with a second part over which nobody presides: the presidency is left."""
    facts = council()
    return replace(facts, segments=(*facts.segments, replace(facts.segments[0], uuid="later", chairs=(), podium=())))


def parts_of_the_changeover(language):
    """The heading of the plates, then the parts of the table of people."""
    with override(language):
        blocks = list(changeover.blocks(changeover.collect(in_two_parts(), options(language))))
    plates = next(one.text for one in blocks if isinstance(one, Heading) and one.level == 2)
    tables = (one for one in blocks if isinstance(one, Table))
    return [plates, *(row.text for table in tables for row in table.rows if isinstance(row, GroupRow))]


@pytest.mark.parametrize(
    ("language", "there", "coming", "going"),
    [
        ("en", "Plates at the presidency", "To the presidency's seats", "From the presidency's seats"),
        ("fr", "Plaques de la présidence", "Vont aux sièges de la présidence", "Quittent les sièges de la présidence"),
        ("es", "Rótulos de la presidencia", "Pasan a los asientos de la presidencia",
         "Dejan los asientos de la presidencia"),
        ("ru", "Таблички на председательских местах", "Переходят на председательские места",
         "Покидают председательские места"),
        ("ar", "لوحات مقاعد الرئاسة", "إلى مقاعد الرئاسة", "من مقاعد الرئاسة"),
        ("zh", "主席席位名牌", "前往主席席位", "离开主席席位"),
    ],
)  # fmt: skip
def test_changeover_of_an_organ_is_at_its_presidency(language, there, coming, going):
    found = parts_of_the_changeover(language)
    assert (found[0].startswith(there), found[1:3]) == (True, [coming, going])


def test_changeover_of_an_organ_says_who_neither_comes_nor_turns_in_the_same_words():
    facts = in_two_parts()
    text = words("changeover", replace(facts, segments=(facts.segments[1], replace(facts.segments[1], uuid="last"))))
    assert "odium" not in text
    assert "Nobody sits at the presidency in either part." in text
    assert "Nobody leaves the presidency's seats." in text


def test_moves_of_an_organ_are_at_its_presidency():
    facts = council()
    issued = issued_before(facts)
    bare = replace(facts, segments=(replace(facts.segments[0], podium=(), chairs=()),))
    for now, then, text in ((facts, bare, "At the presidency"), (bare, facts, "leaves the presidency's seats")):
        wanted = options(issued=replace(issued, facts=then), moment=facts.segments[0].uuid)
        assert text in words_of_moves(now, wanted)


def words_of_moves(facts, wanted):
    with override("en"):
        values = seat_changes.collect(facts, wanted)
    return (values.there if values.podium else "", *(row[2] for row in values.going))


@pytest.mark.parametrize(
    ("language", "title", "order"),
    [
        ("en", "Presidency plates", "in the order of the presidency's seats"),
        ("fr", "Plaques de la présidence", "dans l'ordre des sièges de la présidence"),
        ("es", "Rótulos de la presidencia", "en el orden de los asientos de la presidencia"),
        ("ru", "Таблички для председательских мест", "в порядке председательских мест"),
        ("ar", "لوحات مقاعد الرئاسة", "حسب ترتيب مقاعد الرئاسة"),
        ("zh", "主席席位名牌", "按主席席位顺序"),
    ],
)
def test_plates_of_an_organ_are_its_presidencys(language, title, order):
    with override(language):
        found = plates.collect_podium(council(), options(language))
    assert (found.title, found.order) == (title, order)
    assert title in [row[0] for row in sheet_rows(file("plates-xlsx", council(), language).content)]
    assert title in words("room-folder", council(), language)


def test_title_of_a_document_is_that_of_the_kind_of_the_meeting():
    with override("en"):
        assert [DOCUMENTS["summary"].title_for(kind) for kind in ("organ", "conference")] == [
            "President's summary",
            "Co-chairs' summary",
        ]
        assert DOCUMENTS["programme"].title_for("organ") == DOCUMENTS["programme"].title_for("conference")


def test_who_finds_no_chair_in_an_organ_finds_none_at_the_presidency():
    facts = council()
    packed = replace(facts, room=replace(facts.room, seats=tuple(s for s in facts.room.seats if s.zone != "podium")))
    with override("en"):
        found = seating_lists.unseated(packed, plan(packed, packed.segments[0]), "en")
    assert [one.partition(": ")[2] for one in found if "presidency" in one] == ["no chair is left at the presidency"]


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("regrets", "Sent regrets, and not printed as speaker or at the presidency: MLI."),
        ("withdrawn", "Withdrawn, and not printed as speaker or at the presidency: MLI."),
    ],
)
def test_who_is_absent_is_missed_at_the_presidency_of_an_organ(status, sentence):
    person = make.delegate("Abdoulaye DIOP", delegation="MLI")
    roster = make.roster(make.delegation("MLI", person, status=status))
    facts = make.meeting(
        kind="organ", roster=roster, segments=(make.segment("Opening", chairs=(("MLI", "Abdoulaye DIOP"),)),)
    )
    with override("en"):
        assert absences(facts, facts.segments, ("chairs",), "en", has_times=False) == (sentence,)


def test_each_kind_has_its_words_of_moves_in_each_language():
    assert KINDS.keys() == MOVES.keys() == MEETING_KINDS.keys()
    for language in DOCUMENT_LANGUAGES:
        with override(language):
            found = [podium_moves(kind) for kind in MEETING_KINDS]
        assert all(getattr(one, field.name) for one in found for field in fields(PodiumMoves))
        assert found[0] != found[1]
