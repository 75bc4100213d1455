from dataclasses import replace
from datetime import datetime

import pytest

from tests import facts as make
from tests.events.documents.pdf.tags import findings
from tests.events.documents.prints import council, file, mali, words

BELL = datetime(2017, 9, 20, 15, 32)


def part(title="Debate", **fields):
    return make.segment("Opening", make.item(title, kind="debate", **fields), chairs=[("MLI", "Ibrahim Keïta")])


def test_real_programme_has_times_chairs_and_speakers_in_the_order_of_the_meeting():
    text = words("programme", mali())
    found = [
        "Ministerial Meeting on the Implementation of the Agreement for Peace and Reconciliation in Mali",
        "Conference Room 4, United Nations Headquarters, New York Wednesday, 20 September 2017, 15:30–18:00",
        "In the margins of the general debate",
        "All times are in New York time.",
        "Chair: to be announced",
        "15:30 Opening statements H.E. Mr. Ibrahim Boubacar Keïta, President of the Republic of Mali Mr. António",
        "15:41 Brief remarks H.E. Mr. Abdelkader Messahel, Minister of Foreign Affairs of Algeria, Chair of the",
        "Co-chairs: H.E. Mr. Abdoulaye Diop, Minister of Foreign Affairs and International Cooperation of Mali; H.E.",
        "16:09 Update on the generation and deployment of military capabilities United Nations (name to follow)",
        "18:00 End of the meeting",
    ]
    places = [text.find(one) for one in found]
    assert -1 not in places
    assert places[3:] == sorted(places[3:])


def test_french_programme_speaks_french():
    text = words("programme", mali(), "fr")
    assert "Mercredi 20 septembre 2017, de 15 h 30 à 18 h" in text
    assert "En marge du débat général de la soixante-douzième session" in text
    assert "Présidence : à communiquer" in text
    assert "S.E. Mme Federica Mogherini, Haute Représentante de l'Union européenne" in text


def test_open_points_of_time_and_person_are_named_and_marked():
    text = words("programme", mali())
    assert text.count("PROVISIONAL") == 2
    assert "30 minutes against 150." in text
    assert "The number of observer seats" not in text


def settled():
    return replace(mali(), open_points=tuple(replace(one, resolved_at=make.AT) for one in mali().open_points))


def test_settled_points_leave_no_mark():
    (opening, *others) = settled().segments
    facts = replace(settled(), segments=(replace(opening, chairs=others[0].chairs), *others))
    assert "provisional" not in words("programme", facts).lower()


def test_finding_that_spoils_the_programme_marks_it_without_saying_more():
    text = words("programme", settled())
    assert text.count("PROVISIONAL") == 2
    assert "The secretariat has one more point to settle." in text
    assert "PROVISIONAL" not in words("speakers", settled())


def test_summary_to_be_completed_is_a_draft():
    facts = settled()
    (opening, *others) = facts.segments
    text = words("summary", replace(facts, segments=(replace(opening, chairs=others[0].chairs), *others)))
    assert ("DRAFT" in text, "PROVISIONAL" in text) == (True, False)


@pytest.mark.parametrize(("language", "second"), [("en", "fr"), ("fr", "en")])
@pytest.mark.parametrize("slug", ["programme", "summary"])
def test_document_in_two_languages_says_everything_in_both(slug, language, second):
    made = file(slug, mali(), language, second_language=second)
    assert made.name == f"mali-2017-{slug}-{language}-{second}.pdf"
    assert findings(made.content) == []
    text = words(slug, mali(), language, second_language=second)
    assert "H.E. Mr. Ibrahim Boubacar Keïta" in text
    assert "S.E. M. Ibrahim Boubacar Keïta" in text


def test_document_that_is_not_bilingual_is_printed_in_one_language():
    assert file("speakers", mali(), second_language="fr") == file("speakers", mali())
    assert file("programme", mali(), second_language="en") == file("programme", mali())


def test_press_arrangement_stands_once_when_it_is_the_same_for_all_items():
    text = words("programme", make.meeting(segments=(part(press="pool"),)))
    assert text.count("Press pool only") == 1
    mixed = make.segment("Opening", make.item("A", press="pool"), make.item("B", press="closed"))
    assert "A · Press pool only" in words("programme", make.meeting(segments=(mixed,)))


def test_actual_times_are_printed_where_known():
    assert "actual time 10:02–11:58" in words("programme", council())
    assert "began at 15:32" in words("programme", make.meeting(segments=(part(actual_start=BELL),)))


def test_hours_are_those_planned_and_the_actual_ones_are_called_so():
    assert "13:00 End of the meeting · actual time 11:58" in words("programme", council())
    assert "13 h Levée de la séance · heure effective : 11 h 58" in words("programme", council(), "fr")
    assert "10:00 Briefing and statements · actual time 10:02–11:58" in words("programme", council())
    assert "18:00 End of the meeting" in words("programme", make.meeting(segments=(part(actual_start=BELL),)))


def test_meeting_that_ended_must_end_no_more():
    over = part(minutes=160, actual_end=BELL.replace(hour=18, minute=5))
    text = words("programme", make.meeting(segments=(over,)))
    assert "18:00 End of the meeting · actual time 18:05" in text
    assert "must end" not in text


def test_overrun_is_said_in_words():
    text = words("programme", make.meeting(segments=(part(minutes=160),)))
    assert "The programme as it stands needs 10 min" in text


def test_text_in_another_language_is_printed_with_its_mark():
    facts = make.meeting(in_margins_of={"fr": "le débat général"})
    assert "In the margins of “le débat général” [fr]" in words("programme", facts)


@pytest.mark.parametrize("reference", ["", "MM/2017/3/Rev.1"])
def test_only_a_reference_that_was_given_is_printed(reference):
    assert ("MM/2017/3" in words("programme", replace(mali(), reference=reference))) == bool(reference)


def test_each_day_of_a_longer_meeting_has_its_heading():
    days = [datetime(2017, 9, 20, 15, 30), datetime(2017, 9, 21, 10)]
    segments = [make.segment(f"Part {n}", make.item(f"Item {n}", minutes=30), start=day) for n, day in enumerate(days)]
    text = words("programme", make.meeting(segments=tuple(segments), end=datetime(2017, 9, 21, 12)))
    assert "Wednesday, 20 September 2017, 15:30 – Thursday, 21 September 2017, 12:00" in text
    assert "Thursday, 21 September 2017 Part 1" in text


def over_midnight(**fields):
    items = make.item("Dinner", kind="other", minutes=150), make.item("Conclusion", kind="conclusion", minutes=20)
    evening = make.segment("Evening", *items, chairs=[("MLI", "Ibrahim Keïta")], handover_seconds=0)
    return make.meeting(
        **{"segments": (evening,), "start": datetime(2017, 9, 20, 22), "end": datetime(2017, 9, 21, 1)} | fields
    )


def test_what_begins_past_midnight_stands_under_its_own_day():
    text = words("programme", over_midnight())
    assert "Wednesday, 20 September 2017 Evening Chair: H.E. Mr. Ibrahim Keïta, Minister 22:00 Dinner" in text
    assert "Thursday, 21 September 2017 Evening (continued) 00:30 Conclusion 01:00 End of the meeting" in text
    assert "Jeudi 21 septembre 2017 Evening" in words("programme", over_midnight(), "fr")


def test_end_on_another_day_than_the_last_item_has_its_day_beside_it():
    evening = make.segment("Evening", make.item("Dinner", kind="other", minutes=60))
    text = words("programme", over_midnight(segments=(evening,)))
    assert "22:00 Dinner 01:00 End of the meeting · Thursday, 21 September 2017" in text
    assert "Wednesday, 20 September 2017 Evening" not in text


def test_hour_that_clocks_show_twice_says_which():
    night = datetime(2017, 11, 5, 0, 30)
    items = [make.item(f"Item {n}", kind="other", minutes=60) for n in range(3)]
    facts = make.meeting(segments=(make.segment("Night", *items),), start=night, end=datetime(2017, 11, 5, 2))
    text = words("programme", facts)
    assert "00:30 Item 0 01:30 EDT Item 1 01:30 EST Item 2" in text


def test_hard_end_stands_apart_from_a_programme_that_goes_on_beyond():
    text = words("programme", make.meeting(segments=(part(minutes=160),)))
    assert "The meeting must end at 18:00." in text
    assert "End of the meeting" not in text
    assert "The meeting must end on Thursday, 21 September 2017 at 01:00." in words(
        "programme", over_midnight(segments=(make.segment("Evening", make.item("Dinner", kind="other", minutes=200)),))
    )


def without_france():
    facts = mali()
    delegations = tuple(
        replace(one, status="regrets") if one.entity == "FRA" else one for one in facts.roster.delegations
    )
    return make.with_roster(facts, delegations=delegations)


@pytest.mark.parametrize("slug", ["programme", "speakers", "summary", "podium-plates", "seating-plan"])
def test_who_sent_regrets_is_named_in_no_print(slug):
    assert "Le Drian" not in words(slug, without_france())


def test_prints_say_whom_they_leave_out_and_keep_the_times():
    sentence = "Left out. Sent regrets, and not printed as speaker, in the chair or on the podium: France."
    for slug in ("programme", "speakers", "summary"):
        assert sentence in words(slug, without_france())
        assert "Left out." not in words(slug, mali())
    assert "16:09 Update on the generation" in words("programme", without_france())
    assert "7 Name to follow United Nations 5 16:09" in words("speakers", without_france())


def test_chair_who_sent_regrets_is_to_be_announced():
    head = make.delegate("Ibrahim Keïta", delegation="MLI")
    roster = make.roster(make.delegation("MLI", head, status="regrets"))
    assert "Chair: to be announced" in words("programme", make.meeting(roster=roster))
