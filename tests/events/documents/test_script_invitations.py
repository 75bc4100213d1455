"""What an organ's President says before the first speaker, and in which capacity: exactly, in English and French."""

from dataclasses import replace

import pytest

from events.documents.script_formulas import OF_AN_ORGAN, OF_THE_COUNCIL
from events.documents.script_words import words
from events.domain.script import script
from participants.domain.values import GroupFacts
from tests import facts as make
from tests.reference_facts import reference_facts

NIGER = make.entity("NER", en="Niger", fr="Niger", prose=make.both("the Niger", "le Niger"))
MALI = make.entity("MLI", en="Mali", fr="Mali", prose=make.both("Mali", "le Mali"))
HOLY_SEE = make.entity("VAT", status="observer_state", prose=make.both("the Holy See", "le Saint-Siège"))
NATIONS = make.entity("UN", status="united_nations", prose=make.both("the United Nations", "l'ONU"))
UNION = make.entity("AU", status="organisation", prose=make.both("the African Union", "l'Union africaine"))
FRANCE = make.entity("FRA", en="France", fr="France", prose=make.both("France", "la France"))
RULE = {
    "en": "In accordance with rule %s of the Council's provisional rules of procedure, ",
    "fr": "Conformément à l'article %s du Règlement intérieur provisoire du Conseil, ",
}
CHIEF = make.delegate(
    "Ann Bee", delegation="UN", rank="unspecified", gender="f", function=make.both("Chief", "Chef de service")
)
ENVOY = make.delegate("Cid Dee", delegation="AU", rank="unspecified", function=make.both("Envoy", "Envoyé"))
OF_FRANCE = make.delegate("A FRA", delegation="FRA", gender="f")


def organ(*guests, is_council=True, president=OF_FRANCE, titles=("The question",)):
    """France presides and speaks; each guest is (code, delegates)."""
    members = GroupFacts(code="council", names={}, ground="security_council", members=("FRA",))
    delegations = [make.delegation("FRA", president, grounds=("security_council",))]
    delegations += [make.delegation(code, *people, grounds=("guest",)) for code, *people in guests]
    entities = (NIGER, MALI, HOLY_SEE, NATIONS, UNION, FRANCE)
    roster = make.roster(*delegations, entities=entities, groups=(members,) if is_council else ())
    item = make.item("Debate", make.speech("FRA", by="A FRA"))
    parts = [make.segment(title, item, chairs=[("FRA", "A FRA")]) for title in titles]
    return make.meeting(roster=roster, segments=tuple(parts), kind="organ")


def said(facts, place, language="en"):
    cues = [cue for part in script(facts) for cue in part.cues if cue.place == place]
    return [words(facts, cue, language).replace("\u00a0", " ") for cue in cues]


def test_member_states_are_invited_by_rule_37_in_alphabetical_order():
    facts = organ(("NER",), ("MLI",))
    assert said(facts, "invitations") == [
        f"{RULE['en'] % 37}I invite the representatives of Mali and the Niger to participate in this meeting."
    ]
    assert said(facts, "invitations", "fr") == [
        f"{RULE['fr'] % 37}j'invite les représentants du Mali et du Niger à participer à la présente séance."
    ]


@pytest.mark.parametrize(
    ("gender", "fr"), [("f", "la représentante"), ("m", "le représentant"), ("", "le représentant")]
)
def test_one_representative_is_invited_by_gender(gender, fr):
    facts = organ(("MLI", make.delegate("Eve Fox", delegation="MLI", gender=gender)))
    assert said(facts, "invitations", "fr") == [
        f"{RULE['fr'] % 37}j'invite {fr} du Mali à participer à la présente séance."
    ]


def test_state_that_is_no_member_of_the_organization_is_not_held_to_rule_37():
    [words] = said(organ(("VAT",)), "invitations")
    assert words == (
        "In accordance with the Council's provisional rules of procedure and its previous practice in this regard, I "
        "invite the representative of the Holy See to participate in this meeting."
    )


@pytest.mark.parametrize(
    ("guests", "en", "fr"),
    [
        ([("UN", CHIEF)], "I invite Ms. Ann Bee, Chief, to participate in this meeting.",
         "j'invite Madame Ann Bee, Chef de service, à participer à la présente séance."),
        ([("UN", CHIEF), ("AU", ENVOY)],
         "I invite the following to participate in this meeting: Ms. Ann Bee, Chief; and Mr. Cid Dee, Envoy of the "
         "African Union.",
         "j'invite les personnes suivantes à participer à la présente séance : Madame Ann Bee, Chef de service ; et "
         "Monsieur Cid Dee, Envoyé de l'Union africaine."),
        ([("AU",)], "I invite the representative of the African Union to participate in this meeting.",
         "j'invite le représentant de l'Union africaine à participer à la présente séance."),
    ],
    ids=["one of the Secretariat", "two", "nobody named"],
)  # fmt: skip
def test_persons_are_invited_by_rule_39(guests, en, fr):
    assert said(organ(*guests), "invitations") == [RULE["en"] % 39 + en]
    assert said(organ(*guests), "invitations", "fr") == [RULE["fr"] % 39 + fr]


def test_council_invites_member_states_before_others():
    [words] = said(organ(("VAT",), ("MLI",)), "invitations")
    assert words.index("of Mali to participate") < words.index("of the Holy See to participate")


def test_another_organ_names_no_rule_and_invites_all_states_at_once():
    facts = organ(("MLI",), ("VAT",), ("AU", ENVOY), is_council=False)
    assert said(facts, "invitations") == [
        "I invite the representatives of Mali and the Holy See to participate in this meeting. I invite Mr. Cid Dee, "
        "Envoy of the African Union, to participate in this meeting."
    ]


@pytest.mark.parametrize(
    ("titles", "en", "fr"),
    [
        (("A", "B", "A"), "The provisional agenda for this meeting is “A” and “B”. The agenda is adopted.",
         "L'ordre du jour provisoire de la présente séance est ainsi libellé : « A » et « B ». L'ordre du jour est "
         "adopté."),
        (("",), "The agenda is adopted.", "L'ordre du jour est adopté."),
    ],
)  # fmt: skip
def test_agenda_has_the_titles_of_the_parts_each_once(titles, en, fr):
    facts = organ(titles=titles)
    named = [replace(one, title=make.both(title, title)) for one, title in zip(facts.segments, titles, strict=True)]
    facts = replace(facts, segments=tuple(named))
    assert (said(facts, "agenda"), said(facts, "agenda", "fr")) == ([en], [fr])


@pytest.mark.parametrize(
    ("gender", "is_council", "capacity", "resumed"),
    [
        ("f", True, "représentante de la France", "mes fonctions de Présidente du Conseil."),
        ("m", True, "représentant de la France", "mes fonctions de Président du Conseil."),
        ("", True, "représentant de la France", "mes fonctions à la présidence du Conseil."),
        ("f", False, "représentante de la France", "mes fonctions de Présidente."),
        ("m", False, "représentant de la France", "mes fonctions de Président."),
        ("", False, "représentant de la France", "mes fonctions à la présidence."),
    ],
)
def test_president_speaks_for_her_country_and_resumes_by_gender(gender, is_council, capacity, resumed):
    facts = organ(is_council=is_council, president=replace(OF_FRANCE, gender=gender))
    assert said(facts, "floor", "fr") == [f"Je vais maintenant faire une déclaration en ma qualité de {capacity}."]
    assert said(facts, "thanks", "fr") == [f"Je reprends à présent {resumed}"]
    assert said(facts, "floor") == ["I shall now make a statement in my capacity as the representative of France."]
    council = " of the Council" if is_council else ""
    assert said(facts, "thanks") == [f"I now resume my functions as President{council}."]


@pytest.mark.parametrize(
    ("is_council", "en", "fr"),
    [
        (True, "The Security Council will now begin its consideration of the item on its agenda.",
         "Le Conseil de sécurité va maintenant commencer l'examen de la question inscrite à son ordre du jour."),
        (False, "We shall now begin our consideration of the item on the agenda.",
         "Nous allons maintenant commencer l'examen de la question inscrite à l'ordre du jour."),
    ],
)  # fmt: skip
def test_organ_begins_its_one_item_by_its_formula(is_council, en, fr):
    facts = organ(is_council=is_council)
    assert (said(facts, "item"), said(facts, "item", "fr")) == ([en], [fr])


def test_organ_turns_to_each_of_several_items_by_its_title():
    facts = replace(reference_facts("mali-2017"), kind="organ")
    assert said(facts, "item")[1] == "We now turn to the item entitled “Brief remarks”."


def test_reference_meeting_of_the_council_thanks_the_secretariat_for_a_briefing():
    facts = reference_facts("sc-7917")
    assert [said(facts, "thanks", language)[0] for language in ("en", "fr")] == [
        "I thank Mr. Jean-Pierre Lacroix for his briefing.", "Je remercie Monsieur Jean-Pierre Lacroix de son exposé.",
    ]  # fmt: skip


def test_what_the_council_says_otherwise_is_said_by_organs_in_each_form():
    for language, table in OF_THE_COUNCIL.items():
        assert table.keys() <= OF_AN_ORGAN[language].keys()
        forms = {key for key in OF_AN_ORGAN[language] if key.removesuffix("_f").removesuffix("_m") in table}
        assert forms == table.keys()
