from datetime import datetime

import pytest
from django.utils.translation import override

from events.documents import speakers
from events.documents.pdf.columns import column_widths_pt
from events.documents.pdf.fit import text_width_em
from events.documents.pdf.language import in_language
from events.documents.pdf.style import CELL
from events.documents.time_budget import budget_table
from events.domain.facts import OrderFacts
from tests import facts as make
from tests.events.documents.prints import LATIN_AND_CYRILLIC, council, mali, options, words


def at(hour, minute):
    return datetime(2017, 9, 20, hour, minute)


def test_real_list_has_numbers_minutes_and_planned_times():
    text = words("speakers", mali())
    assert "order set by the secretariat" in text
    assert "3 H.E. Mr. Abdelkader Messahel Minister of Foreign Affairs of Algeria Chair of the Agreement" in text
    assert "7 H.E. Mr. Marcel Alain de Souza" in text
    assert "8 Name to follow United Nations 5 16:09" in text


def test_budget_adds_speeches_hand_over_silence_and_other_items():
    text = words("speakers", mali())
    assert "Opening session 7 35′ 3′30″ 1′ – 39′30″ – –" in text
    assert "The whole meeting 8 40′ 5′ 1′ 5′ 51′ 150′ 99′ free" in text


def test_room_left_in_an_open_list_is_counted_in_speakers():
    assert "“Debate” has 99 min: room for 28 more speakers at 3 min plus 30 s of hand-over each." in words(
        "speakers", mali()
    )


@pytest.mark.parametrize(("language", "minutes"), [("en", "1min30s"), ("fr", "1min30s"), ("zh", "1分钟30秒")])
def test_limit_of_seconds_stands_where_minutes_do(language, minutes):
    speech = make.speech("MLI", by="Ibrahim Keïta", minutes=None)
    item = make.item("Debate", speech, kind="debate", limit_seconds=90)
    facts = make.meeting(segments=(make.segment("Part", item),))
    text = words("speakers", facts, language=language).replace(" ", "")
    assert (f"{minutes}15" in text, f"({minutes})" in text) == (True, False)


def test_part_without_a_balance_is_explained():
    sentence = "A part whose end is not fixed takes the time it needs; no balance is shown for it (–)."
    assert [sentence in words("speakers", facts) for facts in (mali(), council())] == [True, False]


def test_time_is_budgeted_until_the_meeting_has_ended():
    assert ["Time budget" in words("speakers", facts) for facts in (mali(), council())] == [True, False]


def test_room_left_is_counted_at_the_limit_of_the_list():
    item = make.item("Debate", kind="debate", limit_seconds=90)
    text = words("speakers", make.meeting(segments=(make.segment("Part", item),)))
    room = "room for 75 more speakers at 1 min 30 s plus 30 s of hand-over each."
    assert f"149′30″ free “Debate” has 149 min 30 s: {room}" in text


def test_seventeen_speakers_of_the_council_stand_in_order_with_actual_times():
    text = words("speakers", council())
    names = ["Lacroix", "Delattre", "Seck", "Skoog", "Wu Haitao", "Haley", "Diop"]
    places = [text.find(name) for name in names]
    assert places == sorted(places) and places[0] > 0
    assert "actual time 10:02–11:58" in text
    assert "Minutes in brackets are assumed" in text
    assert "17 H.E. Mr. Abdoulaye Diop" in text


def ordered(*ranks, scheme="un_general_debate", title="Debate"):
    """A meeting with one item, whose speakers have these ranks and stand in an order by `scheme`."""
    codes = [f"S{number}" for number in range(len(ranks))]
    rows = [
        make.delegation(code, make.delegate("Ann Lee", delegation=code, rank=rank))
        for code, rank in zip(codes, ranks, strict=True)
    ]
    speeches = [make.speech(code, by="Ann Lee", position=place) for place, code in enumerate(codes)]
    item = make.item(title, *speeches, order=OrderFacts(scheme=scheme))
    return make.meeting(roster=make.roster(*rows), segments=(make.segment("Part", item),))


def test_list_says_which_order_of_rank_it_follows():
    text = words("speakers", ordered("head_of_state", "minister"))
    assert "Order of speakers, “Debate”: United Nations general debate, order of speakers." in text


@pytest.mark.parametrize(
    "facts",
    [
        ordered("minister", "head_of_state"),
        ordered("head_of_state"),
        ordered("head_of_state", "minister", scheme="hand"),
    ],
    ids=["left", "one speaker", "by hand"],
)
def test_list_names_no_order_that_it_does_not_follow(facts):
    assert "Order of speakers" not in words("speakers", facts)


@pytest.mark.parametrize("language", ["fr", "es", "ru", "ar", "zh"])
def test_order_of_rank_is_named_in_every_language(language):
    with override(language):
        told = speakers.collect(ordered("head_of_state", "minister"), options(language=language)).remarks
    assert not [sentence for sentence in told if "speakers" in sentence or "general debate" in sentence]
    assert len(told) == 2


def test_actual_times_of_a_speech_get_their_column():
    speech = make.speech("MLI", by="Ibrahim Keïta", actual_start=at(15, 31), actual_end=at(15, 39))
    text = words("speakers", make.meeting(segments=(make.segment("Part", make.item("Item", speech)),)))
    assert "15:30 15:31–15:39" in text


def test_what_takes_no_time_has_no_column_in_the_budget():
    text = words("speakers", make.meeting())
    assert ("Silence" in text, "Planned" in text) == (False, True)


def test_actual_times_of_an_item_stand_apart_from_its_title():
    assert "Briefing and statements · actual time 10:02" in words("speakers", council())


def test_too_many_speakers_are_over_by_so_much():
    speeches = [make.speech("MLI", by="Ibrahim Keïta", minutes=60, position=n) for n in range(3)]
    text = words("speakers", make.meeting(segments=(make.segment("Part", make.item("Item", *speeches)),)))
    assert "180′ 1′30″ 181′30″ 150′ 31′30″ over" in text


def test_language_text_and_group_of_a_speaker_are_told():
    speech = make.speech(
        "MLI", by="Ibrahim Keïta", language="fr", is_text_received=True, on_behalf_of={"en": "the Group of Five"}
    )
    text = words("speakers", make.meeting(segments=(make.segment("Part", make.item("Item", speech)),)))
    assert "on behalf of the Group of Five language: French text received" in text


def test_meeting_without_speakers_says_so():
    assert "No speakers are inscribed yet." in words("speakers", make.meeting())


def test_speakers_past_midnight_stand_under_their_day():
    speeches = [make.speech("MLI", by="Ibrahim Keïta", minutes=50, position=n) for n in range(3)]
    late = make.segment("Part", make.item("Item", *speeches), handover_seconds=0)
    facts = make.meeting(segments=(late,), start=datetime(2017, 9, 20, 22, 30), end=datetime(2017, 9, 21, 2))
    text = words("speakers", facts)
    assert "Item · Wednesday, 20 September 2017 1 H.E. Mr. Ibrahim Keïta Minister MLI 50 22:30 2" in text
    assert "Item (continued) · Thursday, 21 September 2017 3 H.E. Mr. Ibrahim Keïta Minister MLI 50 00:10" in text
    assert "September 2017 1 H.E." not in words("speakers", mali())


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", LATIN_AND_CYRILLIC)
def test_headers_of_the_budget_are_whole_words(language, paper):
    with override(language):
        header = budget_table(speakers.collect(mali(), options(language)).budgets).header
    assert " ".join(header) in words("speakers", mali(), language, paper=paper)


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", {"Opening session", "Co-chaired session", "The whole meeting"}),
        ("fr", {"Séance d’ouverture", "Séance coprésidée", "Ensemble de la réunion"}),
        ("es", {"Sesión de apertura", "Sesión copresidida", "Toda la reunión"}),
        ("ru", {"Открытие совещания", "Все совещание"}),
    ],
)
def test_names_of_parts_keep_their_words_in_the_budget_since_seconds_may_have_their_own_line(language, parts):
    with override(language):
        values = speakers.collect(mali(), options(language))
        table = budget_table(values.budgets)
    with in_language(language):
        width_pt = column_widths_pt(table, width_pt=505, gutter_pt=9)[0] - 9
        needed = {row[0] if isinstance(row, tuple) else row.cells[0] for row in table.rows}
        longest = {
            name: max(text_width_em(word, face="sans") * CELL.ink.size_pt for word in name.split()) for name in needed
        }
    assert {name.replace("'", "’") for name, width in longest.items() if width <= width_pt} >= parts
