"""What a meeting and who presides are called, by the kind of the meeting."""

from dataclasses import fields, replace

import pytest
from django.utils.translation import override

from events.documents import door_list, programme, room_folder, seating_plan, summary
from events.documents.meeting_words import KINDS, MeetingWords, meeting_words
from events.documents.title_words import Subject, subject
from events.domain.items import MEETING_KINDS
from meetingplanner.languages import DOCUMENT_LANGUAGES
from tests.events.documents.pdf.reading import pages
from tests.events.documents.prints import council, options


def printed(facts, language):
    """Who presides and the end by the programme; who presided and the close by the summary."""
    with override(language):
        whole, outcome = (one.collect(facts, options(language)) for one in (programme, summary))
    chair = whole.segments[0].chairs
    words = (chair, whole.end_label, outcome.title, outcome.closing[0])
    return [" ".join(one.split()).partition(" H.E.")[0] for one in words]


@pytest.mark.parametrize(
    ("language", "chair", "end", "title", "close"),
    [
        ("en", "President:", "End of the meeting", "President's summary", "The meeting rose at 11:58."),
        ("fr", "Présidente :", "Levée de la séance", "Résumé de la présidence", "La séance a été levée à 11 h 58."),
        ("es", "Presidenta:", "Levantamiento de la sesión", "Resumen de la Presidencia",
         "La sesión se levantó a las 11.58 horas."),
        ("ru", "Председатель:", "Закрытие заседания", "Резюме Председателя", "Заседание было закрыто в 11:58."),
        ("ar", "الرئيسة:", "رفع الجلسة", "موجز الرئاسة", "رُفعت الجلسة الساعة 11:58."),
        ("zh", "主席：", "散会", "主席总结", "会议于11:58散会。"),
    ],
)  # fmt: skip
def test_sitting_of_an_organ_has_its_own_terms_in_each_language(language, chair, end, title, close):
    found = printed(council(), language)
    assert found[0].startswith(chair)
    assert found[1:] == [end, title, close]


@pytest.mark.parametrize(
    ("language", "chair", "end", "close"),
    [
        ("en", "Chair:", "End of the meeting", "The meeting closed at 11:58."),
        ("fr", "Présidence :", "Fin de la réunion", "La réunion a pris fin à 11 h 58."),
        ("ru", "Председатель:", "Завершение совещания", "Совещание завершилось в 11:58."),
    ],
)
def test_terms_follow_the_kind_and_not_the_name_of_the_meeting(language, chair, end, close):
    found = printed(replace(council(), kind="conference"), language)
    assert found[0].startswith(chair)
    assert (found[1], found[3]) == (end, close)


@pytest.mark.parametrize(
    ("language", "text", "gender"),
    [
        ("fr", "La séance intitulée «\u00a0Agir\u00a0»", "f"),
        ("es", "La sesión titulada “Agir”", "f"),
        ("ru", "Заседание «Agir»", "n"),
    ],
)
def test_title_that_is_no_noun_follows_the_word_for_the_sitting(language, text, gender):
    with override(language):
        assert subject({language: "Agir"}, language, kind="organ") == Subject(text=text, gender=gender)


@pytest.mark.parametrize(
    ("language", "label", "chair"),
    [
        ("en", "Presidency", "at the presidency: POD2"),
        ("fr", "Présidence", "à la présidence\u00a0: POD2"),
        ("es", "Presidencia", "en la presidencia: POD2"),
        ("ru", "Председатель", "на месте Председателя: POD2"),
        ("ar", "الرئاسة", "في مقعد الرئاسة: POD2"),
        ("zh", "主席", "在主席席位：POD2"),
    ],
)
def test_podium_of_an_organ_is_its_presidency(language, label, chair):
    facts, wanted = council(), options(language)
    with override(language):
        seats = seating_plan.collect(facts, wanted)
        assert (seats.sketch.top, dict(seats.sketch.legend)["podium"]) == (label, label)
        assert chair in [row[-1] for row in seats.by_delegation]
        assert label in [part.title for part in room_folder.collect(facts, wanted).parts]
        assert f"\n{chair}" in [line for row in door_list.collect(facts, wanted).rows for line in row[0]]


def test_presidency_of_an_organ_is_told_to_who_goes_there_later():
    facts = council()
    later = replace(facts.segments[0], uuid="later", title={"en": "Consultations"})
    first = replace(facts.segments[0], podium=(), chairs=())
    parts = replace(facts, segments=(first, later))
    [row] = [row for row in seating_plan.collect(parts, options("en")).by_delegation if row[0].startswith("United St")]
    assert row[-1] == "at the presidency as of “Consultations”: POD2"


@pytest.mark.parametrize("document", [seating_plan, door_list])
def test_no_sheet_of_seats_of_an_organ_speaks_of_a_podium(document):
    words = " ".join(pages(document.render(document.collect(council(), options("en")))))
    assert "odium" not in words


def test_each_kind_has_its_words_in_each_language():
    assert KINDS.keys() == MEETING_KINDS.keys()
    for language in DOCUMENT_LANGUAGES:
        with override(language):
            found = [meeting_words(kind) for kind in MEETING_KINDS]
        assert all(getattr(one, field.name) for one in found for field in fields(MeetingWords))
