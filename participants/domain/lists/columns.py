"""COLUMNS: what a list can hold as a file, under which headings, and how each cell is read; LISTS: which lists go out.

The same table serves what comes in and what goes out, so that a list that went out is understood when it comes back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from meetingplanner.languages import DOCUMENT_LANGUAGES, phrase
from participants.domain.names import fold

DELEGATIONS, DELEGATES, OBSERVERS = "delegations", "delegates", "observers"


@dataclass(frozen=True, kw_only=True)
class ListKind:
    """One list that comes and goes as a file; `permission` is needed for either. `one` is what its rows are called."""

    code: str
    label: str
    permission: str


LISTS: dict[str, ListKind] = {
    row.code: row
    for row in (
        ListKind(code=DELEGATIONS, label=phrase("Delegations"), permission="edit_delegations"),
        ListKind(code=DELEGATES, label=phrase("Delegates"), permission="edit_delegations"),
        ListKind(code=OBSERVERS, label=phrase("Observers"), permission="manage_observers"),
    )
}


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: its code, its headings, what else it is called, in which lists it stands.

    `kind` says how a cell is read: id, entity, text, lines (a text of several lines), email, choice, choices, number,
    yes_no, instant, organ; fixed: shown, and never taken from a file. `choices` names a table of words, `most` is the
    longest text or the highest number, `least` the lowest, `language` that of a text which stands in several.
    """

    code: str
    en: str
    fr: str
    lists: tuple[str, ...]
    kind: str = "text"
    aliases: tuple[str, ...] = ()
    choices: str = ""
    most: int = 0
    least: int = 0
    language: str = ""

    def heading(self, language: str) -> str:
        """Return what stands at its head in a list that goes out in `language`."""
        return self.fr if language == "fr" else self.en


_ALL = (DELEGATIONS, DELEGATES, OBSERVERS)
_NAMED = {"en": ("English", "anglais"), "fr": ("French", "français"), "es": ("Spanish", "espagnol")} | {
    "ru": ("Russian", "russe"),
    "ar": ("Arabic", "arabe"),
    "zh": ("Chinese", "chinois"),
}


def _texts(
    code: str, en: str, fr: str, most: int, also: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[Column, ...]:  # fmt: skip
    """One column for each language of documents; `also` has further names by language."""
    return tuple(
        Column(
            code=f"{code}_{language}",
            en=f"{en} ({_NAMED[language][0]})",
            fr=f"{fr} ({_NAMED[language][1]})",
            lists=(DELEGATES,),
            most=most,
            language=language,
            aliases=(f"{en} {language}", f"{fr} {language}", *(also or {}).get(language, ())),
        )
        for language in DOCUMENT_LANGUAGES
    )


COLUMNS: dict[str, Column] = {
    row.code: row
    for row in (
        Column(
            code="uuid", en="Identity", fr="Identifiant", lists=_ALL, kind="id", aliases=("id", "uuid", "identifier")
        ),
        Column(
            code="code", en="Code", fr="Code", lists=_ALL, kind="entity", most=24,
            aliases=("iso", "iso code", "code iso", "iso3", "country code", "code pays"),
        ),
        Column(
            code="delegation", en="Delegation", fr="Délégation", lists=_ALL, kind="entity", most=250,
            aliases=(
                "entity", "entité", "state", "state or organisation", "state or organization", "état", "pays",
                "country", "organisation", "organization", "member state", "état membre", "observer", "observateur",
                "état ou organisation", "name of delegation", "nom de la délégation",
            ),
        ),
        Column(
            code="grounds", en="Grounds", fr="Titres", lists=(DELEGATIONS,), kind="choices", choices="ground",
            aliases=("ground", "grounds of invitation", "titre", "titres d'invitation", "titre d'invitation"),
        ),
        Column(
            code="status", en="Status", fr="Statut", lists=(DELEGATIONS,), kind="choice", choices="status",
            aliases=("reply", "réponse", "answer", "état de la réponse"),
        ),
        Column(
            code="role", en="Role", fr="Rôle", lists=(DELEGATES,), kind="choice", choices="role",
            aliases=("role in the delegation", "qualité", "rôle dans la délégation"),
        ),
        Column(
            code="gender", en="Mr. or Ms.", fr="M. ou Mme", lists=(DELEGATES,), kind="choice", choices="gender",
            aliases=("gender", "sex", "mr ms", "m mme", "honorific", "civilité", "sexe", "genre", "salutation"),
        ),
        Column(
            code="given_names", en="Given names", fr="Prénoms", lists=(DELEGATES,), most=120,
            aliases=("given name", "first name", "first names", "forename", "prénom"),
        ),
        Column(
            code="family_name", en="Family name", fr="Nom de famille", lists=(DELEGATES,), most=120,
            aliases=("last name", "surname", "nom", "name"),
        ),
        Column(
            code="is_family_name_first", en="Family name first", fr="Nom de famille en tête", lists=(DELEGATES,),
            kind="yes_no", aliases=("family name comes first", "nom en premier"),
        ),
        Column(
            code="is_placeholder", en="Nobody named yet", fr="Personne encore à désigner", lists=(DELEGATES,),
            kind="yes_no", aliases=("placeholder", "to be named", "name to follow", "à désigner"),
        ),
        Column(
            code="rank", en="Rank", fr="Rang", lists=(DELEGATES,), kind="choice", choices="rank",
            aliases=("level", "niveau"),
        ),
        Column(
            code="style", en="Form of address", fr="Formule de civilité", lists=(DELEGATES,), kind="choice",
            choices="style", aliases=("style", "form of address used"),
        ),
        *_texts("style_text", "Own form of address", "Formule de civilité propre", 60),
        *_texts(
            "function", "Function", "Fonction", 250,
            {"en": ("function", "position", "job title"), "fr": ("fonction", "fonctions")},
        ),
        *_texts("capacity", "Further capacity", "Autre qualité", 250),
        Column(
            code="organ", en="Organ", fr="Organe", lists=(DELEGATES,), kind="organ", most=250,
            aliases=("body", "acting body"),
        ),
        Column(
            code="language", en="Language", fr="Langue", lists=(DELEGATES,), kind="choice", choices="language",
            aliases=("languages", "langues", "working language", "langue de travail"),
        ),
        Column(
            code="access_needs", en="Access needs", fr="Besoins d'accessibilité", lists=(DELEGATES,), most=250,
            aliases=("accessibility", "accessibilité"),
        ),
        Column(
            code="email", en="E-mail", fr="Courriel", lists=(DELEGATES,), kind="email", most=254,
            aliases=("email", "mail", "e-mail address", "adresse électronique", "adresse de courriel"),
        ),
        Column(
            code="places_at_table", en="Places at the table", fr="Places à la table", lists=(DELEGATIONS,),
            kind="number", most=9, aliases=("places", "seats", "seats at the table"),
        ),
        Column(
            code="places_behind", en="Places behind", fr="Places derrière", lists=(DELEGATIONS,), kind="number",
            most=20, aliases=("seats behind",),
        ),
        Column(
            code="level_announced", en="Level announced", fr="Niveau annoncé", lists=(DELEGATIONS,), kind="choice",
            choices="rank", aliases=("level", "niveau"),
        ),
        Column(
            code="is_name_to_follow", en="Name to follow", fr="Nom à suivre", lists=(DELEGATIONS,), kind="yes_no",
            aliases=("to follow", "nom à communiquer"),
        ),
        Column(
            code="reply_channel", en="Reply came by", fr="Réponse parvenue par", lists=(DELEGATIONS,), kind="choice",
            choices="channel", aliases=("channel", "by", "voie"),
        ),
        Column(
            code="received_at", en="Received", fr="Reçu le", lists=(DELEGATIONS, OBSERVERS), kind="instant",
            aliases=(
                "received at", "received on", "reply received", "request received", "date", "date received",
                "date de réception", "réponse reçue", "réponse reçue le", "demande reçue", "demande reçue le",
            ),
        ),
        Column(
            code="contact_name", en="Contact", fr="Contact", lists=(DELEGATIONS, OBSERVERS), most=120,
            aliases=("contact name", "contact person", "personne de contact", "point de contact"),
        ),
        Column(
            code="contact_email", en="Contact's e-mail", fr="Courriel du contact", lists=(DELEGATIONS, OBSERVERS),
            kind="email", most=254,
            aliases=("e-mail", "email", "mail", "courriel", "contact email", "contact e-mail", "adresse électronique"),
        ),
        Column(
            code="mail_language", en="Language of letters and mail", fr="Langue des lettres et courriels",
            lists=(DELEGATIONS, OBSERVERS), kind="choice", choices="mail_language",
            aliases=("language", "langue", "language of correspondence", "langue de correspondance"),
        ),
        Column(
            code="wants_floor", en="Asks for the floor", fr="Demande la parole", lists=(DELEGATIONS,), kind="yes_no",
            aliases=("wants to speak", "speaks", "parole"),
        ),
        Column(
            code="on_behalf_of", en="On behalf of", fr="Au nom de", lists=(DELEGATIONS,), most=200,
            aliases=("speaks for", "pour le compte de"),
        ),
        Column(
            code="places_asked", en="Places asked for", fr="Places demandées", lists=(OBSERVERS,), kind="number",
            most=20, least=1, aliases=("number of places", "seats", "nombre de places"),
        ),
        Column(
            code="note", en="Note", fr="Note", lists=(DELEGATIONS, OBSERVERS), kind="lines",
            aliases=("notes", "remark", "remarks", "comment", "observations", "remarque", "commentaire"),
        ),
        Column(
            code="place", en="Places held", fr="Places attribuées", lists=(OBSERVERS,), kind="fixed",
            aliases=("place", "place held", "place number"),
        ),
        Column(
            code="position", en="Position on the waiting list", fr="Rang sur la liste d'attente", lists=(OBSERVERS,),
            kind="fixed", aliases=("waiting position",),
        ),
    )
}  # fmt: skip
# A note is as long as its table allows.
MOST_OF_NOTE = {DELEGATIONS: 500, OBSERVERS: 250}
# What a list must say of each row that is new.
NAMES_ENTITY = ("code", "delegation")


def columns_of(list_code: str, languages: Sequence[str] = DOCUMENT_LANGUAGES) -> tuple[Column, ...]:
    """Return the columns of a list in their order, the texts in `languages` only."""
    return tuple(
        row for row in COLUMNS.values() if list_code in row.lists and (not row.language or row.language in languages)
    )


@dataclass(frozen=True, kw_only=True)
class Guess:
    """Which column of the table each column of a file is, by its index from 0; `unknown` are indexes of the others."""

    columns: Mapping[int, str] = field(default_factory=dict)
    unknown: tuple[int, ...] = ()


def guess(list_code: str, headings: Sequence[str], remembered: Mapping[str, str] | None = None) -> Guess:
    """Return what the headings of a file stand for, in English or French, without regard to case, accents and signs.

    `remembered` has by folded heading what staff chose before ("" for: left out), which goes before the table. A
    heading of the table goes before an alias, and of two that mean the same column the first has it.
    """
    own = columns_of(list_code)
    known = {fold(alias): one.code for one in reversed(own) for alias in one.aliases}
    known |= {fold(name): one.code for one in reversed(own) for name in (one.code, one.en, one.fr)}
    known |= {name: code for name, code in (remembered or {}).items() if not code or _is_of(code, list_code)}
    found: dict[int, str] = {}
    unknown = []
    for index, heading in enumerate(headings):
        key = fold(heading)
        code = known.get(key)
        if code is None or (code and code in found.values()):
            if key:
                unknown.append(index)
        elif code:
            found[index] = code
    return Guess(columns=found, unknown=tuple(unknown))


def _is_of(code: str, list_code: str) -> bool:
    return code in COLUMNS and list_code in COLUMNS[code].lists


def lacking(list_code: str, chosen: Mapping[int, str]) -> tuple[str, ...]:
    """Return the codes of columns without which no row of the list can be told, one of which must be there."""
    return () if {"uuid", *NAMES_ENTITY} & set(chosen.values()) else NAMES_ENTITY
