"""What lists that come and go as files are judged by and written in: the roster, the directory, words of choices."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext, override

from meetingplanner.languages import INTERFACE_LANGUAGES
from participants.domain.entities import is_valid_on
from participants.domain.lists.known import Known, Naming, words_of
from participants.domain.names import STYLES
from participants.domain.ranks import RANKS
from participants.grounds import GROUNDS
from participants.models import EntityAlias, EntityName, Roster
from participants.models.roster import CHANNELS, DELEGATE_ROLES, GENDERS, SPOKEN, STATUSES, document_languages
from participants.queries import directory, roster_facts

TABLES: dict[str, Mapping[str, object]] = {
    "status": STATUSES,
    "ground": {code: row.label for code, row in GROUNDS.items()},
    "role": DELEGATE_ROLES,
    "gender": GENDERS,
    "rank": {code: row.label for code, row in RANKS.items()},
    "style": {code: row.label for code, row in STYLES.items()},
    "channel": CHANNELS,
    "language": SPOKEN,
    "mail_language": dict(document_languages()),
    "yes_no": {"yes": "yes", "no": "no"},
}
# What files say besides.
OTHER_WORDS: dict[str, Mapping[str, str]] = {
    "role": {
        "chef": "head",
        "head of the delegation": "head",
        "chief": "head",
        "advisor": "adviser",
        "expert": "adviser",
    },
    "gender": {"mrs": "f", "miss": "f", "madame": "f", "female": "f", "femme": "f", "monsieur": "m", "male": "m"}
    | {"homme": "m"},
    "status": {"accepts": "accepted", "accepte": "accepted", "acceptée": "accepted", "confirmed": "accepted"}
    | {"declined": "regrets", "regret": "regrets", "décline": "regrets", "maybe": "tentative"},
    "mail_language": {
        "english": "en",
        "anglais": "en",
        "french": "fr",
        "français": "fr",
        "spanish": "es",
        "russian": "ru",
    }
    | {"espagnol": "es", "russe": "ru", "arabic": "ar", "arabe": "ar", "chinese": "zh", "chinois": "zh"},
    "channel": {"email": "email", "mail": "email", "courriel": "email", "telephone": "phone", "téléphone": "phone"},
}


def known_for(roster: Roster, *, language: str, now: datetime) -> Known:
    """Return what files of the meeting are judged against, in the language of the reader. Some twenty queries."""
    spoken = {code: _labels(code) for code in INTERFACE_LANGUAGES}
    words = {
        table: words_of([spoken[code][table] for code in INTERFACE_LANGUAGES]) | _others(table) for table in TABLES
    }
    chosen = directory(roster)
    return Known(
        facts=roster_facts(roster),
        directory=chosen,
        namings=tuple(_namings(roster)),
        words=words,
        labels=spoken.get(language, spoken[INTERFACE_LANGUAGES[0]]),
        language=language,
        now=now,
    )


def _labels(language: str) -> dict[str, dict[str, str]]:
    with override(language):
        return {name: {code: gettext(str(label)) for code, label in table.items()} for name, table in TABLES.items()}


def _others(table: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for word, code in OTHER_WORDS.get(table, {}).items():
        found |= words_of([{code: word}])
    return found


def _namings(roster: Roster) -> Iterable[Naming]:
    """What the entities that one can choose are called, now and ever, in every language. Two queries."""
    here = (Q(entity__roster__isnull=True) | Q(entity__roster=roster)) & ~Q(entity__kind="organ")
    names = EntityName.objects.filter(here).select_related("entity").order_by("pk")
    for row in names:
        is_of_day = is_valid_on(row, roster.first_on)
        for words in (row.list_name, row.short, row.formal, row.abbreviation):
            if words:
                yield Naming(entity=row.entity.code, words=words, is_of_day=is_of_day)
    for row in EntityAlias.objects.filter(here).select_related("entity").order_by("pk"):
        yield Naming(entity=row.entity.code, words=row.alias, is_of_day=True)
