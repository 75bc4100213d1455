"""The sentences of a presiding officer, a table for each language that scripts are made in.

They are no entries of a catalogue and no other language has them: a chair's formula is written by who knows the
practice in its language, and is not the translation of another one's. Those of an organ's President are told apart
where they are others. Blanks before French signs do not break.
"""

SENTENCES: dict[str, dict[str, str]] = {
    "en": {
        "opening": "Excellencies, ladies and gentlemen, I declare open %(meeting)s, and I welcome all participants.",
        "co_chairs": "It is an honour to co-chair this part of the meeting with %(others)s.",
        "resumption": "Excellencies, ladies and gentlemen, the meeting is resumed.",
        "part": "We come to the part of the programme entitled %(title)s.",
        "after_chair": "I thank %(name)s for having presided so far.",
        "takes_turn": "I thank %(name)s, and I take the chair.",
        "takes_turn_unknown": "I take the chair.",
        "takes_again": "I thank %(name)s, and I resume the chair.",
        "takes_again_unknown": "I resume the chair.",
        "gives_turn": "I now hand over the chair %(to_person)s, for the item entitled %(title)s.",
        "gives_closing": "I now hand the chair back %(to_person)s, for the closing of the meeting.",
        "hand_over_one": "This part of the meeting is concluded. I now call to the chair %(people)s.",
        "hand_over_many": "This part of the meeting is concluded. I now call to the chair, as co-chairs, %(people)s.",
        "hand_over_unknown": "This part of the meeting is concluded. I now call to the chair those who preside next.",
        "item": "We now turn to the item entitled %(title)s.",
        "limits": "So that everyone may be heard, I kindly ask speakers to limit their statements to %(length)s.",
        "limits_own": "So that everyone may be heard, I kindly ask speakers to keep to the time allotted to them.",
        "open_list": "The floor is open. I invite delegations that wish to speak to raise their nameplates.",
        "any_speaker": "I give the floor to …",
        "floor": "I now give the floor %(to_person)s.",
        "floor_behalf": "I now give the floor %(to_person)s, who will speak on behalf %(of_group)s.",
        "floor_own": "I shall now make a statement in my capacity as %(function)s.",
        "floor_own_unknown": "I shall now make a statement on behalf of my delegation.",
        "floor_own_representative": "I shall now make a statement on behalf %(of_entity)s.",
        "next": "The floor will then be given %(to_next)s.",
        "next_two": "The floor will then be given %(to_next)s, and after that %(to_last)s.",
        "thanks_m": "I thank %(name)s for his statement.",
        "thanks_f": "I thank %(name)s for her statement.",
        "thanks_": "I thank %(name)s for the statement.",
        "thanks_delegation": "I thank %(name)s for its statement.",
        "thanks_own": "I resume my functions in the chair.",
        "list_end": "We have heard the last speaker on the list. Does anyone else wish to take the floor?",
        "silence": "I invite you to rise and to observe a minute of silence.",
        "silence_end": "I thank you. Please be seated.",
        "closing": "We have come to the end of our programme. I thank all speakers and participants, and the "
        "secretariat.",
        "closing_interpreted": "We have come to the end of our programme. I thank all speakers and participants, "
        "the interpreters and the secretariat.",
        "outcome_summary": "A co-chairs' summary will be issued at the end of the meeting.",
        "outcome_summary_one": "A chair's summary will be issued at the end of the meeting.",
        "outcome_conclusions": "The conclusions of the meeting will be circulated once it has ended.",
        "adjournment": "I declare the meeting closed.",
        "suspended": "The meeting is suspended. It will resume at %(time)s.",
        "adjourned": "The meeting is adjourned. It will resume on %(day)s at %(time)s.",
        "absent": "The next speaker is not in the room. We shall move on to the one after, and come back to this one "
        "later.",
        "over_limit": "May I kindly ask you to conclude, so that all speakers may be heard.",
        "point_of_order": "A point of order has been raised. I give the floor to the delegation that has raised "
        "it, on the point of order only.",
        "interpretation": "Interpretation ends at %(time)s. I kindly ask speakers to be brief, so that we may "
        "conclude by then.",
    },
    "fr": {
        "opening_f": "Excellences, Mesdames et Messieurs, je déclare ouverte %(meeting)s et je souhaite la "
        "bienvenue à l'ensemble des participants.",
        "opening_m": "Excellences, Mesdames et Messieurs, je déclare ouvert %(meeting)s et je souhaite la bienvenue "
        "à l'ensemble des participants.",
        "co_chairs": "J'ai l'honneur de coprésider cette partie de nos travaux avec %(others)s.",
        "resumption": "Excellences, Mesdames et Messieurs, nous reprenons nos travaux.",
        "part": "Nous en venons à la partie du programme intitulée %(title)s.",
        "after_chair": "Je remercie %(name)s d'avoir assuré la présidence jusqu'ici.",
        "takes_turn": "Je remercie %(name)s et je prends la présidence.",
        "takes_turn_unknown": "Je prends la présidence.",
        "takes_again": "Je remercie %(name)s et je reprends la présidence.",
        "takes_again_unknown": "Je reprends la présidence.",
        "gives_turn": "Je cède maintenant la présidence %(to_person)s, pour le point intitulé %(title)s.",
        "gives_closing": "Je rends maintenant la présidence %(to_person)s, pour la clôture de nos travaux.",
        "hand_over_one": "Cette partie de nos travaux est achevée. J'appelle maintenant à la présidence %(people)s.",
        "hand_over_many": "Cette partie de nos travaux est achevée. J'appelle maintenant à la coprésidence %(people)s.",
        "hand_over_unknown": "Cette partie de nos travaux est achevée. J'appelle maintenant à la présidence les "
        "personnes qui conduiront la suite de nos travaux.",
        "item": "Nous abordons maintenant le point intitulé %(title)s.",
        "limits": "Afin que chacun puisse être entendu, je prie les orateurs de bien vouloir limiter leur "
        "déclaration à %(length)s.",
        "limits_own": "Afin que chacun puisse être entendu, je prie les orateurs de bien vouloir respecter le "
        "temps de parole qui leur est imparti.",
        "open_list": "Le débat est ouvert. J'invite les délégations qui souhaitent prendre la parole à lever leur "
        "plaque.",
        "any_speaker": "Je donne la parole à …",
        "floor": "Je donne maintenant la parole %(to_person)s.",
        "floor_behalf": "Je donne maintenant la parole %(to_person)s, qui s'exprimera au nom %(of_group)s.",
        "floor_own": "Je vais maintenant faire une déclaration en ma qualité %(of_function)s.",
        "floor_own_unknown": "Je vais maintenant faire une déclaration au nom de ma délégation.",
        "floor_own_representative": "Je vais maintenant faire une déclaration au nom %(of_entity)s.",
        "next": "La parole sera ensuite donnée %(to_next)s.",
        "next_two": "La parole sera ensuite donnée %(to_next)s, puis %(to_last)s.",
        "thanks_m": "Je remercie %(name)s de sa déclaration.",
        "thanks_f": "Je remercie %(name)s de sa déclaration.",
        "thanks_": "Je remercie %(name)s de sa déclaration.",
        "thanks_delegation": "Je remercie %(name)s de sa déclaration.",
        "thanks_own": "Je reprends mes fonctions à la présidence.",
        "list_end": "Nous avons entendu le dernier orateur inscrit sur la liste. Quelqu'un d'autre "
        "souhaite-t-il prendre la parole\u00a0?",
        "silence": "Je vous invite à vous lever et à observer une minute de silence.",
        "silence_end": "Je vous remercie. Veuillez vous asseoir.",
        "closing": "Nous voici au terme de notre programme. Je remercie les orateurs, l'ensemble des "
        "participants et le secrétariat.",
        "closing_interpreted": "Nous voici au terme de notre programme. Je remercie les orateurs, l'ensemble des "
        "participants, les interprètes et le secrétariat.",
        "outcome_summary": "Un résumé des coprésidents sera publié à l'issue de nos travaux.",
        "outcome_summary_one": "Un résumé de la présidence sera publié à l'issue de nos travaux.",
        "outcome_conclusions": "Nos conclusions seront distribuées à l'issue de nos travaux.",
        "adjournment_f": "Je déclare close %(meeting)s.",
        "adjournment_m": "Je déclare clos %(meeting)s.",
        "suspended": "Nos travaux sont suspendus. Ils reprendront à %(time)s.",
        "adjourned": "Nos travaux sont ajournés. Ils reprendront le %(day)s à %(time)s.",
        "absent": "La personne inscrite n'est pas dans la salle. Nous passons à l'intervention suivante et nous "
        "reviendrons à la sienne.",
        "over_limit": "Je vous prie de bien vouloir conclure, afin que chacun puisse être entendu.",
        "point_of_order": "Une délégation présente une motion d'ordre. Je lui donne la parole, uniquement sur cette "
        "motion.",
        "interpretation": "L'interprétation prendra fin à %(time)s. Je prie les orateurs d'être brefs, afin que "
        "nous puissions conclure d'ici là.",
    },
}

# What happens, and what the presiding officer should know while speaking; not said.
DIRECTIONS: dict[str, dict[str, str]] = {
    "en": {
        "conduct_own": "In your own words: about %(length)s.",
        "conduct_empty": "No speaker is inscribed yet. Planned: %(length)s.",
        "conduct": "The item takes its course: about %(length)s.",
        "silence_kept": "All rise. Silence is kept: %(length)s.",
        "any_speaker": "name the delegation",
        "limit": "limit: %(length)s",
        "limit_assumed": "limit: %(length)s assumed; none was set",
        "to_follow": "name to follow",
        "language": "speaks in %(language)s",
        "replaced": "The programme has changed. Written before: %(words)s",
        "minutes": "%(count)s minutes",
        "minute": "1 minute",
        "seconds": "%(count)s seconds",
        "delegation": "the delegation %(of_entity)s",
        "of_delegation": "of the delegation %(of_entity)s",
        "representative": "the representative %(of_entity)s",
        "of_representative": "%(of_entity)s",
    },
    "fr": {
        "conduct_own": "En vos propres termes\u00a0: %(length)s environ.",
        "conduct_empty": "Personne n'est encore inscrit. Durée prévue\u00a0: %(length)s.",
        "conduct": "Le point suit son cours\u00a0: %(length)s environ.",
        "silence_kept": "L'assistance se lève et observe le silence\u00a0: %(length)s.",
        "any_speaker": "nommer la délégation",
        "limit": "temps de parole\u00a0: %(length)s",
        "limit_assumed": "temps de parole\u00a0: %(length)s par hypothèse\u00a0; aucune limite n'a été fixée",
        "to_follow": "nom à communiquer",
        "language": "langue\u00a0: %(language)s",
        "replaced": "Le programme a changé. Texte écrit auparavant\u00a0: %(words)s",
        "minutes": "%(count)s minutes",
        "minute": "1 minute",
        "seconds": "%(count)s secondes",
        "delegation": "la délégation %(of_entity)s",
        "of_delegation": "de la délégation %(of_entity)s",
        "representative": "le représentant %(of_entity)s",
        "of_representative": "%(of_entity)s",
    },
}

SCRIPT_LANGUAGES = tuple(SENTENCES)
