"""What presiding officers say, exactly, in English and in French."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from events.documents.script_sentences import DIRECTIONS, SENTENCES
from events.documents.script_words import WORDS, length, lines_of, remark, words
from events.domain.script import script
from events.domain.script_places import SCRIPT_PLACES
from tests import facts as make
from tests.reference_facts import reference_facts

NIGER = {"en": "the Niger", "fr": "le Niger"}
ALGERIA = {"en": "Algeria", "fr": "l'Algérie"}


def entity(code, prose):
    return make.entity(
        code, en=prose["en"].removeprefix("the "), fr=prose["fr"].partition("'")[2] or "Niger", prose=prose
    )


def meeting(*speeches, chair=("MLI", "A Chair"), people=(), chairs=None, **fields):
    """Algeria and the Niger speak; Mali presides."""
    delegations = [make.delegation("MLI", make.delegate("A Chair", delegation="MLI"))]
    delegations += [
        make.delegation(code, *(one for one in people if one.delegation == make.uuid(code)), grounds=("mediation",))
        for code in ("DZA", "NER")
    ]
    roster = make.roster(*delegations, entities=(entity("DZA", ALGERIA), entity("NER", NIGER)))
    part = make.segment("Part", make.item("Words", *speeches, kind=fields.pop("kind", "statement")), chairs=[chair])
    return make.meeting(roster=roster, segments=(part,), **fields)


def said(facts, place, language):
    found = [words(facts, cue, language) for part in script(facts) for cue in part.cues if cue.place == place]
    return found[0].replace("\u00a0", " ")


def floor(language, *, function=None, group=None, **fields):
    """The words that give the floor to a minister of the Niger."""
    person = make.delegate("Aïcha Boua", delegation="NER", **{"function": function or {}} | fields)
    speech = make.speech("NER", by="Aïcha Boua", on_behalf_of=group or {})
    return said(meeting(speech, people=[person]), "floor", language)


MINISTER = make.both("Minister of Health", "Ministre de la santé")
OF_NIGER = make.both("Minister of Health of the Niger", "Ministre de la santé du Niger")
GIVEN = {"en": "I now give the floor to", "fr": "Je donne maintenant la parole à"}


@pytest.mark.parametrize(
    ("fields", "en", "fr"),
    [
        (
            {"gender": "f", "function": MINISTER},
            "Her Excellency Ms. Aïcha Boua, Minister of Health of the Niger.",
            "Son Excellence Madame Aïcha Boua, Ministre de la santé du Niger.",
        ),
        (
            {"gender": "m", "function": OF_NIGER},
            "His Excellency Mr. Aïcha Boua, Minister of Health of the Niger.",
            "Son Excellence Monsieur Aïcha Boua, Ministre de la santé du Niger.",
        ),
        (
            {"gender": "f", "rank": "director"},
            "Ms. Aïcha Boua, of the delegation of the Niger.",
            "Madame Aïcha Boua, de la délégation du Niger.",
        ),
        (
            {"gender": "", "function": MINISTER},
            "Aïcha Boua, Minister of Health of the Niger.",
            "Aïcha Boua, Ministre de la santé du Niger.",
        ),
        (
            {"gender": "f", "function": OF_NIGER, "group": make.both("the Group of Five", "le Groupe des Cinq")},
            "Her Excellency Ms. Aïcha Boua, Minister of Health of the Niger, who will speak on behalf of the Group of "
            "Five.",
            "Son Excellence Madame Aïcha Boua, Ministre de la santé du Niger, qui s'exprimera au nom du Groupe des "
            "Cinq.",
        ),
        (
            {
                "gender": "m", "function": OF_NIGER, "style": "own",
                "style_text": make.both("His Eminence", "Son Éminence"),
            },
            "His Eminence Aïcha Boua, Minister of Health of the Niger.",
            "Son Éminence Aïcha Boua, Ministre de la santé du Niger.",
        ),
    ],
    ids=["entity added", "entity said", "no function", "gender unknown", "on behalf", "own style"],
)  # fmt: skip
def test_floor_is_given_with_the_form_of_address_said_aloud(fields, en, fr):
    if "rank" not in fields:
        fields = fields | {"rank": "minister"}
    if fields.get("gender") == "" or fields["rank"] == "director":
        fields = fields | {"style": "plain", "rank": "minister"}
    assert floor("en", **fields) == f"{GIVEN['en']} {en}"
    assert floor("fr", **fields) == f"{GIVEN['fr']} {fr}"


@pytest.mark.parametrize("by", ["", "placeholder"])
@pytest.mark.parametrize(
    ("language", "given", "thanked", "noted"),
    [
        ("en", "I now give the floor to the delegation of Algeria.",
         "I thank the delegation of Algeria for its statement.",
         "limit: 5 minutes · name to follow"),
        ("fr", "Je donne maintenant la parole à la délégation de l'Algérie.",
         "Je remercie la délégation de l'Algérie de sa déclaration.",
         "temps de parole : 5 minutes · nom à communiquer"),
    ],
)  # fmt: skip
def test_delegation_has_the_floor_while_no_name_is_known(language, given, thanked, noted, by):
    person = make.delegate("", delegation="DZA", function=MINISTER)
    speech = replace(make.speech("DZA"), delegate=person.uuid if by else "")
    facts = meeting(speech, people=[person])
    cue = next(cue for cue in script(facts)[0].cues if cue.place == "floor")
    assert (said(facts, "floor", language), said(facts, "thanks", language)) == (given, thanked)
    assert remark(facts, cue, language).replace("\u00a0", " ") == noted


AFRICAN_UNION = make.entity(
    "AU", kind="organisation", status="organisation", prose=make.both("the African Union", "l'Union africaine")
)
CHAIRPERSON = make.both("Chairperson of the Commission", "Président de la Commission")


def organisation(*, function=None, name="", gender="m", is_known=True):
    """The African Union speaks, by somebody not named unless `name` says who."""
    person = make.delegate(name, delegation="AU", gender=gender, function=function or {}, style="plain")
    mali = make.delegation("MLI", make.delegate("A Chair", delegation="MLI"))
    union = make.delegation("AU", person, grounds=("mediation",))
    speech = replace(make.speech("AU"), delegate=person.uuid if is_known else "")
    part = make.segment("Part", make.item("Words", speech), chairs=[("MLI", "A Chair")])
    return make.meeting(roster=make.roster(mali, union, entities=(AFRICAN_UNION,)), segments=(part,))


@pytest.mark.parametrize(
    ("fields", "en", "fr"),
    [
        ({"is_known": False}, "the representative of the African Union.", "au représentant de l'Union africaine."),
        ({}, "the representative of the African Union.", "au représentant de l'Union africaine."),
        (
            {"function": CHAIRPERSON},
            "the Chairperson of the Commission of the African Union.",
            "au Président de la Commission de l'Union africaine.",
        ),
        (
            {"function": make.both("Special Envoy", "Envoyée spéciale"), "gender": "f"},
            "the Special Envoy of the African Union.",
            "à l'Envoyée spéciale de l'Union africaine.",
        ),
        (
            {"name": "Aïcha Boua"},
            "Mr. Aïcha Boua, of the African Union.",
            "à Monsieur Aïcha Boua, de l'Union africaine.",
        ),
    ],
    ids=["nobody", "no office", "office", "office of a woman", "name without office"],
)  # fmt: skip
def test_organisation_has_a_representative_or_an_office_and_no_delegation(fields, en, fr):
    facts = organisation(**fields)
    assert said(facts, "floor", "en") == f"I now give the floor to {en}"
    assert said(facts, "floor", "fr") == f"Je donne maintenant la parole {fr}"


def test_representative_of_an_organisation_is_thanked_for_the_statement():
    facts = organisation(is_known=False)
    assert said(facts, "thanks", "en") == "I thank the representative of the African Union for the statement."
    assert said(facts, "thanks", "fr") == "Je remercie le représentant de l'Union africaine de sa déclaration."


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "I shall now make a statement in my capacity as Minister.", "I resume my functions in the chair."),
        ("fr", "Je vais maintenant faire une déclaration en ma qualité de Ministre.",
         "Je reprends mes fonctions à la présidence."),
    ],
)  # fmt: skip
def test_who_presides_speaks_in_a_capacity_and_resumes_the_chair(language, before, after):
    facts = meeting(make.speech("MLI", by="A Chair"))
    assert (said(facts, "floor", language), said(facts, "thanks", language)) == (before, after)


@pytest.mark.parametrize(
    ("language", "spoken", "noted"),
    [
        ("en", "Ms. Aïcha Boua, Minister of Health of the Niger.", "Briefer · limit: 5 minutes"),
        ("fr", "Madame Aïcha Boua, Ministre de la santé du Niger.",
         "Auteure de l'exposé · temps de parole : 5 minutes"),
    ],
)  # fmt: skip
def test_capacity_is_noted_beside_and_not_said(language, spoken, noted):
    person = make.delegate("Aïcha Boua", delegation="NER", gender="f", function=OF_NIGER, style="plain")
    speech = make.speech("NER", by="Aïcha Boua", capacity=make.both("Briefer", "Auteure de l'exposé"))
    facts = meeting(speech, people=[person])
    (cue,) = (cue for cue in script(facts)[0].cues if cue.place == "floor")
    assert said(facts, "floor", language) == f"{GIVEN[language]} {spoken}"
    assert remark(facts, cue, language).replace("\u00a0", " ") == noted


MALI = {
    "en": {
        "opening": "Excellencies, ladies and gentlemen, I declare open the Ministerial Meeting on the "
        "Implementation of the Agreement for Peace and Reconciliation in Mali, and I welcome all "
        "participants.",
        "item": "We now turn to the item entitled “Opening statements”.",
        "floor": "I now give the floor to His Excellency Mr. Ibrahim Boubacar Keïta, President of the Republic "
        "of Mali.",
        "thanks": "I thank His Excellency Mr. Ibrahim Boubacar Keïta for his statement.",
        "limits": "So that everyone may be heard, I kindly ask speakers to limit their statements to 5 minutes.",
        "next": "The floor will then be given to His Excellency Mr. Jean-Yves Le Drian, and after that to His "
        "Excellency Mr. Moussa Faki Mahamat.",
        "silence": "I invite you to rise and to observe a minute of silence.",
        "silence_kept": "All rise. Silence is kept: 1 minute.",
        "silence_end": "I thank you. Please be seated.",
        "hand_over": "This part of the meeting is concluded. I now call to the chair, as co-chairs, His "
        "Excellency Mr. Abdoulaye Diop, Minister of Foreign Affairs and International Cooperation of Mali; "
        "His Excellency Mr. Abdelkader Messahel, Minister of Foreign Affairs of Algeria; and Mr. Jean-Pierre "
        "Lacroix, Under-Secretary-General for Peacekeeping Operations.",
        "takes_chair": "It is an honour to co-chair this part of the meeting with His Excellency Mr. Abdelkader "
        "Messahel and Mr. Jean-Pierre Lacroix. We come to the part of the programme entitled “Co-chaired "
        "session”.",
        "outcome": "A co-chairs' summary will be issued at the end of the meeting.",
        "adjournment": "I declare the meeting closed.",
    },
    "fr": {
        "opening": "Excellences, Mesdames et Messieurs, je déclare ouverte la réunion ministérielle sur la mise "
        "en œuvre de l'Accord pour la paix et la réconciliation au Mali et je souhaite la bienvenue à "
        "l'ensemble des participants.",
        "item": "Nous abordons maintenant le point intitulé « Déclarations d'ouverture ».",
        "floor": "Je donne maintenant la parole à Son Excellence Monsieur Ibrahim Boubacar Keïta, Président de "
        "la République du Mali.",
        "thanks": "Je remercie Son Excellence Monsieur Ibrahim Boubacar Keïta de sa déclaration.",
        "limits": "Afin que chacun puisse être entendu, je prie les orateurs de bien vouloir limiter leur "
        "déclaration à 5 minutes.",
        "next": "La parole sera ensuite donnée à Son Excellence Monsieur Jean-Yves Le Drian, puis à Son "
        "Excellence Monsieur Moussa Faki Mahamat.",
        "silence": "Je vous invite à vous lever et à observer une minute de silence.",
        "silence_kept": "L'assistance se lève et observe le silence : 1 minute.",
        "silence_end": "Je vous remercie. Veuillez vous asseoir.",
        "hand_over": "Cette partie de nos travaux est achevée. J'appelle maintenant à la coprésidence Son "
        "Excellence Monsieur Abdoulaye Diop, Ministre des affaires étrangères et de la coopération "
        "internationale du Mali ; Son Excellence Monsieur Abdelkader Messahel, Ministre des affaires "
        "étrangères de l'Algérie ; et Monsieur Jean-Pierre Lacroix, Secrétaire général adjoint aux "
        "opérations de maintien de la paix.",
        "takes_chair": "J'ai l'honneur de coprésider cette partie de nos travaux avec Son Excellence Monsieur "
        "Abdelkader Messahel et Monsieur Jean-Pierre Lacroix. Nous en venons à la partie du programme "
        "intitulée « Séance coprésidée ».",
        "outcome": "Un résumé des coprésidents sera publié à l'issue de nos travaux.",
        "adjournment": "Je déclare close la réunion ministérielle sur le Mali.",
    },
}


@pytest.mark.parametrize(("language", "place"), [(code, place) for code, found in MALI.items() for place in found])
def test_reference_meeting_is_presided_over_in_these_words(language, place):
    assert said(reference_facts("mali-2017"), place, language) == MALI[language][place]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Sommet sur le Mali", "je déclare ouvert le sommet sur le Mali"),
        ("Mali", "ouverte la réunion intitulée « Mali »"),
    ],
)
def test_opening_agrees_with_the_gender_of_the_title(title, words):
    assert words in said(meeting(title={"fr": title}, short_title={"fr": title}), "opening", "fr")


@pytest.mark.parametrize(
    ("outcome", "en", "fr"),
    [
        ("summary", "A chair's summary will be issued at the end of the meeting.",
         "Un résumé de la présidence sera publié à l'issue de nos travaux."),
        ("conclusions", "The conclusions of the meeting will be circulated once it has ended.",
         "Nos conclusions seront distribuées à l'issue de nos travaux."),
    ],
)  # fmt: skip
def test_outcome_is_announced_as_what_it_is(outcome, en, fr):
    facts = meeting(outcome=outcome)
    assert (said(facts, "outcome", "en"), said(facts, "outcome", "fr")) == (en, fr)


@pytest.mark.parametrize(
    ("hours", "en", "fr"),
    [
        (2, "The meeting is suspended. It will resume at 18:30.",
         "Nos travaux sont suspendus. Ils reprendront à 18 h 30."),
        (24, "The meeting is adjourned. It will resume on Thursday, 21 September at 16:30.",
         "Nos travaux sont ajournés. Ils reprendront le jeudi 21 septembre à 16 h 30."),
    ],
)  # fmt: skip
def test_next_sitting_is_told_with_its_day_where_it_is_another(hours, en, fr):
    facts = meeting()
    cue = next(cue for cue in script(facts)[0].cues if cue.place == "adjournment")
    cue = replace(cue, start=datetime(2017, 9, 20, 20, 30, tzinfo=UTC))
    cue = replace(cue, resumes=cue.start + timedelta(hours=hours))
    assert [words(facts, cue, language).replace("\u00a0", " ") for language in ("en", "fr")] == [en, fr]


@pytest.mark.parametrize(
    ("language", "noted"),
    [
        ("en", "limit: 3 minutes assumed; none was set · speaks in French"),
        ("fr", "temps de parole : 3 minutes par hypothèse ; aucune limite n'a été fixée · langue : français"),
    ],
)
def test_officer_is_told_that_nobody_set_the_limit_and_in_which_language_one_speaks(language, noted):
    person = make.delegate("Aïcha Boua", delegation="NER")
    facts = meeting(make.speech("NER", by="Aïcha Boua", minutes=None, language="fr"), people=[person], kind="debate")
    cues = {cue.place: cue for cue in script(facts)[0].cues}
    assert remark(facts, cues["floor"], language).replace("\u00a0", " ") == noted
    assert "limits" not in cues


@pytest.mark.parametrize(
    ("seconds", "en", "fr"),
    [
        (60, "1 minute", "1 minute"),
        (90, "1 minute 30 seconds", "1 minute 30 secondes"),
        (45, "45 seconds", "45 secondes"),
    ],
)
def test_lengths_are_words(seconds, en, fr):
    found = [length(timedelta(seconds=seconds), language).replace("\u00a0", " ") for language in ("en", "fr")]
    assert found == [en, fr]


def test_every_place_has_words_and_both_languages_the_same_sentences():
    assert WORDS.keys() == SCRIPT_PLACES.keys()
    assert SENTENCES["en"].keys() - SENTENCES["fr"].keys() == {"adjournment", "opening"}
    assert SENTENCES["fr"].keys() - SENTENCES["en"].keys() == {
        "adjournment_f",
        "adjournment_m",
        "opening_f",
        "opening_m",
    }
    assert DIRECTIONS["en"].keys() == DIRECTIONS["fr"].keys()


@pytest.mark.parametrize(
    ("language", "spoken"),
    [
        ("en", "I now give the floor to Ms. Aïcha Boua, representative of the Niger, Chair of the Committee."),
        ("fr", "Je donne maintenant la parole à Madame Aïcha Boua, représentante du Niger, Présidente du Comité."),
    ],
)
def test_capacity_of_the_person_is_said_where_the_speech_is_made_in_it(language, spoken):
    chair = make.both("Chair of the Committee", "Présidente du Comité")
    function = make.both("representative of the Niger", "représentante du Niger")
    person = make.delegate(
        "Aïcha Boua", delegation="NER", gender="f", rank="representative", function=function, capacity=chair
    )
    facts = meeting(make.speech("NER", by="Aïcha Boua", capacity=chair), people=[person])
    assert said(facts, "floor", language) == spoken
    assert "omité" not in remark(facts, script(facts)[0].cues[2], language)


@pytest.mark.parametrize(
    ("is_again", "en", "fr"),
    [(False, "and I take the chair.", "et je prends"), (True, "and I resume the chair.", "et je reprends")],
)
def test_who_presided_before_resumes_the_chair(is_again, en, fr):
    facts = meeting(make.speech("NER"))
    cue = script(facts)[0].cues[0]
    cue = replace(cue, place="takes_turn", people=tuple(facts.delegates), is_again=is_again)
    assert [words(facts, cue, language) for language in ("en", "fr")] == [
        f"I thank His Excellency Mr. A Chair, {en}",
        f"Je remercie Son Excellence Monsieur A Chair {fr} la présidence.",
    ]


def test_text_of_another_language_is_said_without_a_mark():
    facts = meeting(make.speech("NER"), title={"en": "Talk"}, short_title={"en": "Talk"})
    assert [line.said for line in lines_of(facts, script(facts)[0], "fr") if "[" in line.said] == []
