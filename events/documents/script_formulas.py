"""What the President of an organ says otherwise than a chair, and which sentences a meeting has.

Everything that a President alone says stands here too: the adoption of the agenda and the invitations to take part. An
invitation begins with the rule that it is made by, for a Member State, another State or a person; an organ that is not
known to be the Security Council is told none. A key that ends in "_f" or "_m" is the form by gender of the key before
it.
"""

from events.documents.script_sentences import SENTENCES
from events.domain.facts import MeetingFacts
from events.domain.organs import is_security_council

# Source: verbatim records of the Security Council (S/PV).
OF_AN_ORGAN: dict[str, dict[str, str]] = {
    "en": {
        "opening": "Excellencies, ladies and gentlemen, %(meeting)s is called to order. I welcome all participants.",
        "agenda": "The provisional agenda for this meeting is %(titles)s. The agenda is adopted.",
        "agenda_untitled": "The agenda is adopted.",
        "rule_member": "",
        "rule_state": "",
        "rule_person": "",
        "invited_state": "%(rule)sI invite the representative of %(states)s to participate in this meeting.",
        "invited_states": "%(rule)sI invite the representatives of %(states)s to participate in this meeting.",
        "invited_person": "%(rule)sI invite %(people)s to participate in this meeting.",
        "invited_people": "%(rule)sI invite the following to participate in this meeting: %(people)s.",
        "item_alone": "We shall now begin our consideration of the item on the agenda.",
        "co_chairs": "It is an honour to preside over this part of the meeting together with %(others)s.",
        "takes_turn": "I thank %(name)s, and I assume the presidency.",
        "takes_turn_unknown": "I assume the presidency.",
        "takes_again": "I thank %(name)s, and I resume the presidency.",
        "takes_again_unknown": "I resume the presidency.",
        "gives_turn": "I now hand over the presidency %(to_person)s, for the item entitled %(title)s.",
        "gives_closing": "I now hand the presidency back %(to_person)s, for the closing of the meeting.",
        "hand_over_one": "This part of the meeting is concluded. I now invite to preside %(people)s.",
        "hand_over_many": "This part of the meeting is concluded. I now invite to preside together %(people)s.",
        "hand_over_unknown": "This part of the meeting is concluded. I now invite those who preside next to take "
        "their place.",
        "floor_own_state": "I shall now make a statement in my capacity as the representative %(of_entity)s.",
        "thanks_own": "I now resume my functions as President.",
        "thanks_briefing": "I thank %(name)s for the briefing.",
        "thanks_briefing_m": "I thank %(name)s for his briefing.",
        "thanks_briefing_f": "I thank %(name)s for her briefing.",
        "closing": "There are no more names inscribed on the list of speakers.",
        "closing_interpreted": "There are no more names inscribed on the list of speakers.",
        "outcome_summary_one": "A summary by the President will be issued at the end of the meeting.",
        "adjournment": "The meeting is adjourned.",
        "adjourned": "The meeting is suspended. It will resume on %(day)s at %(time)s.",
    },
    "fr": {
        "agenda": "L'ordre du jour provisoire de la présente séance est ainsi libellé\u00a0: %(titles)s. L'ordre du "
        "jour est adopté.",
        "agenda_untitled": "L'ordre du jour est adopté.",
        "rule_member": "",
        "rule_state": "",
        "rule_person": "",
        "invited_state": "%(rule)sj'invite le représentant %(of_states)s à participer à la présente séance.",
        "invited_state_f": "%(rule)sj'invite la représentante %(of_states)s à participer à la présente séance.",
        "invited_states": "%(rule)sj'invite les représentants %(of_states)s à participer à la présente séance.",
        "invited_person": "%(rule)sj'invite %(people)s à participer à la présente séance.",
        "invited_people": "%(rule)sj'invite les personnes suivantes à participer à la présente séance\u00a0: "
        "%(people)s.",
        "item_alone": "Nous allons maintenant commencer l'examen de la question inscrite à l'ordre du jour.",
        "floor_own_state": "Je vais maintenant faire une déclaration en ma qualité de représentant %(of_entity)s.",
        "floor_own_state_f": "Je vais maintenant faire une déclaration en ma qualité de représentante %(of_entity)s.",
        "thanks_briefing": "Je remercie %(name)s de son exposé.",
        "thanks_own": "Je reprends à présent mes fonctions à la présidence.",
        "thanks_own_m": "Je reprends à présent mes fonctions de Président.",
        "thanks_own_f": "Je reprends à présent mes fonctions de Présidente.",
        "co_chairs": "J'ai l'honneur de présider cette partie de la séance avec %(others)s.",
        "resumption": "Excellences, Mesdames et Messieurs, la séance est reprise.",
        "gives_closing": "Je rends maintenant la présidence %(to_person)s, pour la fin de la séance.",
        "hand_over_one": "Cette partie de la séance est achevée. J'appelle maintenant à la présidence %(people)s.",
        "hand_over_many": "Cette partie de la séance est achevée. J'appelle maintenant à la présidence %(people)s.",
        "hand_over_unknown": "Cette partie de la séance est achevée. J'appelle maintenant à la présidence les "
        "personnes qui présideront la suite de la séance.",
        "closing": "Il n'y a plus d'orateur inscrit sur la liste.",
        "closing_interpreted": "Il n'y a plus d'orateur inscrit sur la liste.",
        "outcome_summary": "Un résumé des coprésidents sera publié à l'issue de la séance.",
        "outcome_summary_one": "Un résumé de la présidence sera publié à l'issue de la séance.",
        "outcome_conclusions": "Nos conclusions seront distribuées à l'issue de la séance.",
        "adjournment_f": "La séance est levée.",
        "adjournment_m": "La séance est levée.",
        "suspended": "La séance est suspendue. Elle reprendra à %(time)s.",
        "adjourned": "La séance est suspendue. Elle reprendra le %(day)s à %(time)s.",
    },
}

# What the President of the Security Council says otherwise still. Source: as above.
OF_THE_COUNCIL: dict[str, dict[str, str]] = {
    "en": {
        "rule_member": "In accordance with rule 37 of the Council's provisional rules of procedure, ",
        "rule_state": "In accordance with the Council's provisional rules of procedure and its previous practice in "
        "this regard, ",
        "rule_person": "In accordance with rule 39 of the Council's provisional rules of procedure, ",
        "item_alone": "The Security Council will now begin its consideration of the item on its agenda.",
        "thanks_own": "I now resume my functions as President of the Council.",
    },
    "fr": {
        "rule_member": "Conformément à l'article 37 du Règlement intérieur provisoire du Conseil, ",
        "rule_state": "Conformément au Règlement intérieur provisoire du Conseil et à la pratique établie en la "
        "matière, ",
        "rule_person": "Conformément à l'article 39 du Règlement intérieur provisoire du Conseil, ",
        "item_alone": "Le Conseil de sécurité va maintenant commencer l'examen de la question inscrite à son ordre du "
        "jour.",
        "thanks_own": "Je reprends à présent mes fonctions à la présidence du Conseil.",
        "thanks_own_m": "Je reprends à présent mes fonctions de Président du Conseil.",
        "thanks_own_f": "Je reprends à présent mes fonctions de Présidente du Conseil.",
    },
}


def formulas(facts: MeetingFacts, language: str) -> dict[str, str]:
    """Return the sentences of that meeting in `language`. Raises KeyError for a language without any."""
    organ = OF_AN_ORGAN[language] if facts.kind == "organ" else {}
    council = OF_THE_COUNCIL[language] if is_security_council(facts) else {}
    return SENTENCES[language] | organ | council


def say(facts: MeetingFacts, language: str, key: str, *, gender: str = "", **values: str) -> str:
    """Return the sentence `key` with its values, in the form for `gender` ("m", "f") where it has one of its own."""
    table = formulas(facts, language)
    return table[f"{key}_{gender}" if f"{key}_{gender}" in table else key] % values
