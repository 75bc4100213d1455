from dataclasses import replace
from datetime import datetime

import pytest
from django.utils.translation import override

from events.documents import summary
from tests import facts as make
from tests.events.documents.prints import council, mali, options, with_observers, with_present, words

TICKED = ("Keïta", "Guterres", "Le Drian", "Diop")
FRANCE = {"fr": "la France", "es": "Francia", "ru": "Франция", "ar": "فرنسا", "zh": "法国"}
PLAIN = {"rank": "unspecified", "function": dict.fromkeys(FRANCE, "O"), "is_present": True}
FLOOR = make.roster(
    make.delegation(
        "UN",
        make.delegate("A", delegation="UN", gender="m", **PLAIN),
        make.delegate("B", delegation="UN", gender="f", **PLAIN),
    ),
    make.delegation("FRA", make.delegate("C", delegation="FRA", **PLAIN)),
    entities=(make.entity("UN", status="united_nations", kind="organisation"), make.entity("FRA", prose=FRANCE)),
)


def paragraphs(facts, language="en"):
    with override(language):
        found = summary.collect(facts, options(language)).paragraphs
    return [" ".join(one.split()) for one in found]


def test_first_paragraph_tells_date_place_occasion_organisers_and_who_opened():
    first = paragraphs(with_present(mali(), *TICKED))[0]
    assert first.startswith(
        "The Ministerial Meeting on the Implementation of the Agreement for Peace and Reconciliation in "
        "Mali was held on 20 September 2017 in New York (Conference Room 4, United Nations "
        "Headquarters), in the margins of the general debate of the seventy-second session of the "
        "General Assembly. It was organized by the United Nations, Mali and Algeria. The meeting was "
        "opened by H.E. Mr. Ibrahim Boubacar Keïta, President of the Republic of Mali, and Mr. António "
        "Guterres, Secretary-General of the United Nations."
    )


def test_french_summary_reads_as_french():
    found = paragraphs(with_present(mali(), *TICKED), "fr")
    assert found[0].startswith(
        "La réunion ministérielle sur la mise en œuvre de l'Accord pour la paix et la réconciliation au "
        "Mali s'est tenue le 20 septembre 2017 à New York (Salle de conférence 4, Siège de "
        "l'Organisation des Nations Unies), en marge du débat général de la soixante-douzième session de "
        "l'Assemblée générale. Elle était organisée par l'Organisation des Nations Unies, le Mali et "
        "l'Algérie. La réunion a été ouverte par S.E. M. Ibrahim Boubacar Keïta, Président de la "
        "République du Mali, et M. António Guterres, Secrétaire général de l'Organisation des Nations "
        "Unies."
    )
    assert "les 27 septembre 2014, 1er octobre 2015 et 23 septembre 2016" in found[0]
    assert "Une minute de silence a été observée." in found


def test_verb_agrees_with_the_arabic_title():
    assert paragraphs(council(), "ar")[0].startswith("عُقدت الجلسة 7917")
    assert paragraphs(mali(), "ar")[0].startswith("عُقد الاجتماع الوزاري")


@pytest.mark.parametrize(
    ("language", "known", "unknown"),
    [
        ("es", "La sesión se levantó a las 11.58 horas.", "La reunión se clausuró a las [hora por confirmar]."),
        ("zh", "会议于11:58散会。", "会议于[时间待确认]结束。"),
    ],
)
def test_end_that_is_not_known_stands_in_brackets(language, known, unknown):
    with override(language):
        found = [summary.collect(facts, options(language)).closing[0] for facts in (council(), mali())]
    assert found == [known, unknown]


def test_while_nobody_is_ticked_everybody_expected_stands_in_brackets():
    found = paragraphs(mali())
    assert (
        "The following members of the international mediation took part: [to be confirmed: the African "
        "Union, Algeria, Burkina Faso, Chad, the Economic Community of West African States, the European "
        "Union, Mauritania, the Niger, the Organization of Islamic Cooperation and the United Nations]."
    ) in found
    assert "opened by [to be confirmed: H.E. Mr. Ibrahim Boubacar Keïta" in found[0]


def test_once_somebody_is_ticked_groups_name_those_present_only():
    found = paragraphs(with_present(mali(), *TICKED))
    assert "The following members of the Security Council took part: France." in found
    assert "The following members of the international mediation took part: the United Nations." in found


def test_speaker_who_is_not_ticked_is_bracketed_among_those_who_are():
    remarks = paragraphs(with_present(mali(), *TICKED))[1]
    assert "[to be confirmed: H.E. Mr. Abdelkader Messahel, Minister of Foreign Affairs of Algeria, Chair of" in remarks
    assert "; H.E. Mr. Jean-Yves Le Drian, Minister for Europe and Foreign Affairs of France; " in remarks


def test_french_groups_stand_in_french_order_with_their_articles():
    found = paragraphs(mali(), "fr")
    group = next(one for one in found if "Conseil de sécurité" in one)
    assert group.endswith(
        "[à confirmer : l'État plurinational de Bolivie, la Chine, l'Égypte, les États-Unis d'Amérique, "
        "l'Éthiopie, la Fédération de Russie, la France, l'Italie, le Japon, le Kazakhstan, le "
        "Royaume-Uni de Grande-Bretagne et d'Irlande du Nord, le Sénégal, la Suède, l'Ukraine et "
        "l'Uruguay]."
    )


def test_observers_with_a_place_are_named_and_one_that_waits_is_not():
    text = " ".join(paragraphs(with_observers(), "fr"))
    assert "en qualité d'observateurs : [à confirmer : l'Espagne et la Nouvelle-Zélande]." in text
    assert "Irlande," not in text


def test_minute_of_silence_is_told_only_when_it_is_in_the_programme():
    facts = mali()
    silent = replace(facts.segments[0], items=facts.segments[0].items[:2])
    assert "A minute of silence was observed." in paragraphs(facts)
    assert "A minute of silence was observed." not in paragraphs(replace(facts, segments=(silent, facts.segments[1])))


@pytest.mark.parametrize(
    ("facts", "title"),
    [
        (mali(), "Co-chairs' summary"),
        (replace(mali(), outcome="conclusions"), "Conclusions"),
        (council(), "President's summary"),
    ],
)
def test_title_follows_the_kind_of_outcome_and_who_presides(facts, title):
    assert summary.outcome_title(facts) == title


def test_each_objective_has_a_heading_with_a_numbered_room_to_draft():
    text = words("summary", mali())
    headings = [one.text["en"] for one in mali().objectives]
    places = [text.find(heading) for heading in [*headings, "Next steps", "Closing"]]
    assert -1 not in places
    assert places == sorted(places)
    assert [f" {number}. " in text for number in range(1, 17)] == [True] * 16


def test_end_of_the_meeting_is_told_when_it_is_known():
    assert "The meeting closed at [time to be confirmed]." in words("summary", mali())
    assert "The meeting rose at 11:58." in words("summary", council())


def test_meeting_of_two_days_is_told_with_both():
    facts = make.meeting(segments=(), start=datetime(2017, 9, 30, 15), end=datetime(2017, 10, 1, 12), room=None)
    assert paragraphs(facts)[0].startswith("The Meeting was held from 30 September 2017 to 1 October 2017. It was")
    french = paragraphs(facts, "fr")[0]
    assert french.startswith("La réunion s'est tenue du 30 septembre 2017 au 1er octobre 2017. Elle était")


def test_delegation_whose_speaker_is_not_named_has_not_spoken_for_sure():
    found = paragraphs(with_present(mali(), *TICKED))
    assert "A statement was also made by [to be confirmed: a representative of the United Nations]." in found


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", "Une déclaration a également été faite par [à confirmer : un représentant de l'Organisation des Nations "
               "Unies]."),
        ("es", "Intervino asimismo [por confirmar: un representante de las Naciones Unidas]."),
        ("ru", "С заявлением также выступил следующий участник: [подлежит подтверждению: Организация "
               "Объединенных Наций (имя будет сообщено дополнительно)]."),
        ("ar", "وأخذ الكلمة أيضا المتكلم التالي: [رهن التأكيد: ممثل عن الأمم المتحدة]."),
        ("zh", "[待确认：联合国代表]也作了发言。"),
    ],
)  # fmt: skip
def test_organisation_is_no_delegation_in_any_language(language, told):
    assert told in paragraphs(with_present(mali(), *TICKED), language)


@pytest.mark.parametrize(
    ("language", "woman", "several"),
    [
        ("fr", "La séance a été présidée par S.E. Mme Nikki", "La réunion a été coprésidée par"),
        ("es", "Presidió la sesión la Excma. Sra. Nikki", "Copresidieron la reunión "),
        ("ru", "На заседании председательствовала Ее Превосходительство г-жа Nikki",
         "На совещании сопредседательствовали: "),
        ("ar", "تولت رئاسة الجلسة سعادة السيدة Nikki", "اشترك في رئاسة الاجتماع كل من: "),
        ("zh", "主席：Nikki", "会议共同主席："),
    ],
)  # fmt: skip
def test_verb_agrees_with_who_presided(language, woman, several):
    def presided(facts):
        return [one.replace("\u00a0", " ") for one in paragraphs(facts, language)]

    facts = mali()
    together = replace(facts, segments=(facts.segments[-1],))
    assert any(one.startswith(woman) for one in presided(council()))
    assert any(one.startswith(several) for one in presided(together))


BRIEFED = {
    "en": "A briefing was given by Mr. Jean-Pierre Lacroix, Under-Secretary-General for Peacekeeping Operations. "
          "Statements were made by France, Senegal",
    "fr": "Un exposé a été fait par M. Jean-Pierre Lacroix, Secrétaire général adjoint aux opérations de maintien de "
          "la paix. Des déclarations ont été faites par la France, le Sénégal",
    "es": "Ofreció una exposición informativa el Sr. Jean-Pierre Lacroix, Secretario General Adjunto de Operaciones "
          "de Mantenimiento de la Paz. Intervinieron los siguientes participantes: Francia, el Senegal",
    "ru": "С брифингом выступил г-н Jean-Pierre Lacroix, Заместитель Генерального секретаря по операциям по "
          "поддержанию мира. С заявлениями выступили: Франция, Сенегал",
    "ar": "قدم إحاطة السيد Jean-Pierre Lacroix، وكيل الأمين العام لعمليات حفظ السلام. أخذ الكلمة كل من: فرنسا والسنغال",
    "zh": "下列人士作了通报：Jean-Pierre Lacroix先生，主管维持和平行动副秘书长。下列各方作了发言：法国、塞内加尔",
}  # fmt: skip


@pytest.mark.parametrize(("language", "told"), BRIEFED.items())
def test_council_is_briefed_before_statements_are_made(language, told):
    assert paragraphs(council(), language)[-1].startswith(told)


def test_briefer_who_is_not_named_is_a_representative():
    debate = make.segment("Debate", make.item("Floor", make.speech("UN"), make.speech("FRA", by="C")))
    found = paragraphs(make.meeting(kind="organ", roster=FLOOR, segments=(debate,)))[-1]
    assert found == ("A briefing was given by [to be confirmed: a representative of UN]. A statement was made by FRA.")


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        ("es", "Participó también Francia.", "Participaron también Malí y las Naciones Unidas."),
        ("fr", "A également participé la France.", "Ont également participé le Mali et l'Organisation des Nations "
               "Unies."),
        ("ru", "Среди участников также: Франция.", "Участие приняли также Мали и Организация Объединенных Наций."),
    ],
)  # fmt: skip
def test_others_are_told_of_in_a_plain_sentence(language, one, several):
    roster = make.roster(make.delegation("FRA", make.delegate("C", delegation="FRA", **PLAIN)), entities=FLOOR.entities)
    assert one in paragraphs(make.meeting(roster=roster, segments=()), language)
    assert several in paragraphs(council(), language)


def test_those_who_preside_over_one_part_only_are_told_of_with_it():
    told = "The part entitled “Co-chaired session” was co-chaired by "
    assert any(one.startswith(told) for one in paragraphs(mali()))


@pytest.mark.parametrize(
    ("language", "man", "woman", "state", "several"),
    [
        ("fr", "Une déclaration a été faite par M. A (O).", "Une déclaration a été faite par Mme B (O).",
         "Une déclaration a été faite par la France.", "Des déclarations ont été faites par "),
        ("es", "Intervino el Sr. A (O).", "Intervino la Sra. B (O).", "Intervino Francia.",
         "Intervinieron los siguientes participantes: "),
        ("ru", "С заявлением выступил г-н A (O).", "С заявлением выступила г-жа B (O).",
         "С заявлением выступил следующий участник: Франция.", "С заявлениями выступили: "),
        ("ar", "أخذ الكلمة السيد A (O).", "أخذت الكلمة السيدة B (O).",
         "أخذ الكلمة المتكلم التالي: فرنسا.", "أخذ الكلمة كل من: "),
        ("zh", "A先生（O）作了发言。", "B女士（O）作了发言。", "法国作了发言。", "下列各方作了发言："),
    ],
)  # fmt: skip
def test_verb_agrees_with_who_took_the_floor(language, man, woman, state, several):
    def told(*speeches):
        debate = make.segment("Debate", make.item("Floor", *speeches))
        return paragraphs(make.meeting(roster=FLOOR, segments=(debate,)), language)[-1]

    mr, ms, france = make.speech("UN", by="A"), make.speech("UN", by="B"), make.speech("FRA", by="C")
    assert [told(mr), told(ms, ms), told(france)] == [man, woman, state]
    assert told(mr, ms).startswith(several)
    assert told(mr, france).startswith(several)


def test_president_of_the_council_is_named_with_the_capacity():
    assert (
        "The meeting was presided over by H.E. Ms. Nikki Haley, Permanent Representative of the United States of "
        "America to the United Nations, President of the Security Council for April 2017."
    ) in paragraphs(council())
    assert any(
        "Présidente du Conseil de sécurité pour le mois d'avril 2017." in one for one in paragraphs(council(), "fr")
    )
