"""Why one speaks before another, in whole sentences."""

from dataclasses import replace

import pytest
from django.utils.translation import override

from events.documents.order_words import decided, order_label, reason_words, seat_reasons
from events.documents.seat_words import order_sentence
from events.domain.facts import OrderFacts
from events.domain.seating.order import plan
from events.domain.speaking import why_before
from participants.domain.values import GroupFacts
from tests import facts as make

NAMES = {"FRA": ("France", "la France"), "DEU": ("Germany", "l'Allemagne"), "NER": ("the Niger", "le Niger")}
ENTITIES = [make.entity(code, en=en, fr=fr, sort_keys={"en": code, "fr": code}) for code, (en, fr) in NAMES.items()]
GROUP = GroupFacts(code="G", names=make.both("G5 Sahel"), ground="", members=("NER",))
TALLY = "un_protocol_tally_2011"


def speaker(code, rank="minister", **fields):
    return make.speech(code, by="Ann Lee", **fields), rank


def meeting(*speakers, order=None):
    """The facts, and their one item with these speakers."""
    rows = [
        make.delegation(speech_code, make.delegate("Ann Lee", delegation=speech_code, rank=rank))
        for speech_code, rank in {code_of(speech): rank for speech, rank in speakers}.items()
    ]
    item = make.item("Debate", *(speech for speech, _ in speakers), order=order)
    roster = make.roster(*rows, entities=ENTITIES, groups=(GROUP,))
    return make.meeting(roster=roster, segments=(make.segment("Part", item),)), item


def code_of(speech):
    return next(code for code in NAMES if make.uuid(code) == speech.delegation)


def sentence(*speakers, order, language="en"):
    facts, item = meeting(*speakers, order=order)
    reason = why_before(facts, item, speakers[0][0].uuid, speakers[-1][0].uuid)
    with override(language):
        return reason_words(facts, item, reason, language).replace("\u00a0", " ")


SCHEME = OrderFacts(scheme=TALLY)
HAND = OrderFacts(scheme="hand", by="Ann Desk", at=make.AT, why="The Niger leaves early")
LABEL = "Protocol and Liaison Service, tally of levels, sixty-sixth session"
FRANCE, GERMANY = speaker("FRA"), speaker("DEU")
FOR_G = speaker("FRA", "ambassador", group="G")


@pytest.mark.parametrize(
    ("speakers", "order", "words"),
    [
        ([speaker("FRA", "head_of_state"), GERMANY], SCHEME,
         f"France speaks before Germany: Head of State before Minister ({LABEL})."),
        ([speaker("NER", requested_at=make.AT), GERMANY], SCHEME,
         "The Niger speaks before Germany: level by rank, and the only one of the two that asked for the floor "
         f"(1 September 2017, 08:00) ({LABEL})."),
        ([GERMANY, FRANCE], SCHEME,
         "Germany speaks before France: level by rank and by time of request, so in English alphabetical order "
         f"({LABEL})."),
        ([FRANCE, GERMANY], SCHEME, f"France stands before Germany, against the order chosen ({LABEL})."),
        ([FOR_G, speaker("NER")], SCHEME,
         "France speaks before the Niger: it speaks for the group “G5 Sahel”, and a group speaks before its members "
         f"({LABEL})."),
        ([FOR_G, speaker("NER", "head_of_state"), GERMANY], SCHEME,
         "France speaks before Germany: it speaks for the group “G5 Sahel”, which speaks before its first member, "
         f"the Niger; and that one before Germany: Head of State before Minister ({LABEL})."),
        ([FRANCE, GERMANY], HAND,
         "France speaks before Germany by hand: Ann Desk decided it on 1 September 2017, 08:00. "
         "Reason: The Niger leaves early"),
        ([FRANCE, GERMANY], OrderFacts(scheme="hand"), "France speaks before Germany by hand. No reason is given."),
        ([FRANCE, GERMANY], None,
         "France stands before Germany as the list was written; no order has been chosen."),
    ],
)  # fmt: skip
def test_reason_is_a_sentence(speakers, order, words):
    assert sentence(*speakers, order=order) == words


def test_sentence_in_french_has_articles_and_its_own_order():
    told = sentence(GERMANY, FRANCE, order=SCHEME, language="fr")
    assert told.startswith("L'Allemagne prend la parole avant la France : à égalité de rang et de moment de la demande")
    assert "par ordre alphabétique anglais" in told
    by_hand = sentence(FRANCE, GERMANY, order=HAND, language="fr")
    assert by_hand.startswith(
        "La France prend la parole avant l'Allemagne par décision manuelle (Ann Desk, 1er septembre"
    )


def test_two_of_one_delegation_are_told_apart_by_their_names():
    speakers = [speaker("FRA", group="G"), speaker("FRA", position=1)]
    assert sentence(*speakers, order=HAND).startswith("Ann Lee (France) speaks before Ann Lee (France) by hand")


def test_order_is_named_with_who_decided_and_when():
    facts, item = meeting(FRANCE, GERMANY, order=HAND)
    assert (order_label(item), decided(facts, item, "en")) == ("By hand", "Ann Desk, 1 September 2017, 08:00")
    bare = replace(item, order=None)
    assert (order_label(bare), decided(facts, bare, "en")) == ("", "")


def seated(codes, language="en", **fields):
    ranks = {"FRA": "head_of_state", "DEU": "minister", "NER": "minister"}
    rows = [make.delegation(code, make.delegate("Ann Lee", delegation=code, rank=ranks[code])) for code in NAMES]
    part = make.segment("Part", **fields)
    facts = make.meeting(roster=make.roster(*rows, entities=ENTITIES), segments=(part,))
    with override(language):
        words = seat_reasons(facts, part, [make.uuid(code) for code in codes], language)
        return [one.replace("\u00a0", " ") for one in words], order_sentence(facts, part, language)


def test_reasons_of_seats_by_rank_name_rank_scheme_and_alphabet():
    reasons, order = seated(("FRA", "DEU", "NER"), seating_scheme="rank", seating_rank_scheme=TALLY)
    assert reasons == [
        f"France sits before Germany: Head of State before Minister ({LABEL}).",
        f"Germany sits before the Niger: level by rank ({LABEL}), so in English alphabetical order.",
    ]
    assert order == (
        "Zones by ground of invitation. At the table, and likewise in the other zones: rank of the head of delegation "
        f"({LABEL}), equal ranks in English alphabetical order. Member States first, then observer States, "
        "organizations and the United Nations."
    )


def test_reasons_of_seats_by_hand_tell_who_joined_later():
    reasons, order = seated(("NER", "DEU", "FRA"), seating_scheme="hand", seating_by_hand=(make.uuid("NER"),))
    assert reasons == [
        "The Niger sits before Germany, which joined after the order was made by hand and sits at the end.",
        "Germany sits before France: both joined after the order was made by hand, so in English alphabetical order.",
    ]
    assert order.endswith("made by hand; those that joined later stand at the end, in English alphabetical order.")


def test_mixed_order_says_so_in_the_language_of_the_print():
    _, order = seated(("NER", "DEU"), "fr", is_seating_mixed=True, seating_language="es")
    assert order.endswith(
        "ordre alphabétique espagnol. Toutes les délégations dans un seul ordre, quel que soit leur statut auprès de "
        "l'Assemblée générale."
    )


def test_order_of_a_plan_that_is_kept_is_told_again_and_again_from_the_same_two_plans():
    facts, _item = meeting(FRANCE, GERMANY)
    facts = replace(facts, segments=(replace(facts.segments[0], is_seating_kept=True),))
    for _time in range(3):
        order_sentence(facts, facts.segments[0], "en")
    assert len(vars(facts)[f"{plan.__module__}.{plan.__qualname__}"]) == 2
