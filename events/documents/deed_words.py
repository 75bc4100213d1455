"""What the outcome says that people did, with the verb as it agrees with them: sentences by who did it.

A row has a sentence for a man ("m"), for a woman ("f"), for one whose gender is not known or who is nobody ("") and for
several ("many"). English needs one for all; Arabic and Russian tell each apart.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext, pgettext

Forms = dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Doers:
    """People in words, and which row of Forms agrees with them; no words where nobody did it."""

    words: str
    form: str = ""


@dataclass(frozen=True, kw_only=True)
class DeedWords:
    """Who opened a meeting and who presided, over the whole or a part of it, in the active language."""

    opened: Forms
    chaired: Forms
    part_chaired: Forms


def deed_words(kind: str) -> DeedWords:
    """Return the sentences of a row of MEETING_KINDS. Raises KeyError for no such row."""
    return KINDS[kind]()


def told(forms: Forms, doers: Doers, **places: str) -> str:
    """Return the sentence in which `doers` did it; "" where nobody did."""
    return forms[doers.form] % {"people": doers.words, **places} if doers.words else ""


def brief_remarks() -> Forms:
    """Return the sentences about brief remarks."""
    return {
        "m": pgettext("masculine", "Brief remarks were made by %(people)s."),
        "f": pgettext("feminine", "Brief remarks were made by %(people)s."),
        "": gettext("Brief remarks were made by %(people)s."),
        "many": pgettext("several", "Brief remarks were made by %(people)s."),
    }


def briefing_given() -> Forms:
    """Return the sentences about briefings."""
    return {
        "m": pgettext("masculine", "A briefing was given by %(people)s."),
        "f": pgettext("feminine", "A briefing was given by %(people)s."),
        "": gettext("A briefing was given by %(people)s."),
        "many": pgettext("several", "Briefings were given by %(people)s."),
    }


def floor_taken(*, is_first: bool) -> Forms:
    """Return the sentences about who took the floor: the first of those told of, or further ones."""
    if is_first:
        return {
            "m": pgettext("masculine", "A statement was made by %(people)s."),
            "f": pgettext("feminine", "A statement was made by %(people)s."),
            "": gettext("A statement was made by %(people)s."),
            "many": pgettext("several", "Statements were made by %(people)s."),
        }
    return {
        "m": pgettext("masculine", "A statement was also made by %(people)s."),
        "f": pgettext("feminine", "A statement was also made by %(people)s."),
        "": gettext("A statement was also made by %(people)s."),
        "many": pgettext("several", "Statements were also made by %(people)s."),
    }


def _of_meeting() -> DeedWords:
    return DeedWords(
        opened={
            "m": pgettext("masculine", "The meeting was opened by %(people)s."),
            "f": pgettext("feminine", "The meeting was opened by %(people)s."),
            "": gettext("The meeting was opened by %(people)s."),
            "many": pgettext("several", "The meeting was opened by %(people)s."),
        },
        chaired={
            "m": pgettext("masculine", "The meeting was chaired by %(people)s."),
            "f": pgettext("feminine", "The meeting was chaired by %(people)s."),
            "": gettext("The meeting was chaired by %(people)s."),
            "many": gettext("The meeting was co-chaired by %(people)s."),
        },
        part_chaired={
            "m": pgettext("masculine", "The part entitled %(segment)s was chaired by %(people)s."),
            "f": pgettext("feminine", "The part entitled %(segment)s was chaired by %(people)s."),
            "": gettext("The part entitled %(segment)s was chaired by %(people)s."),
            "many": pgettext("several", "The part entitled %(segment)s was co-chaired by %(people)s."),
        },
    )


def _of_organ() -> DeedWords:
    return DeedWords(
        opened={
            "m": pgettext("masculine", "The meeting was called to order by %(people)s."),
            "f": pgettext("feminine", "The meeting was called to order by %(people)s."),
            "": gettext("The meeting was called to order by %(people)s."),
            "many": pgettext("several", "The meeting was called to order by %(people)s."),
        },
        chaired={
            "m": pgettext("masculine", "The meeting was presided over by %(people)s."),
            "f": pgettext("feminine", "The meeting was presided over by %(people)s."),
            "": gettext("The meeting was presided over by %(people)s."),
            "many": pgettext("several", "The meeting was presided over by %(people)s."),
        },
        part_chaired={
            "m": pgettext("masculine", "The part entitled %(segment)s was presided over by %(people)s."),
            "f": pgettext("feminine", "The part entitled %(segment)s was presided over by %(people)s."),
            "": gettext("The part entitled %(segment)s was presided over by %(people)s."),
            "many": pgettext("several", "The part entitled %(segment)s was presided over by %(people)s."),
        },
    )


KINDS: dict[str, Callable[[], DeedWords]] = {"conference": _of_meeting, "organ": _of_organ}
