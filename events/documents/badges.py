"""Badges: one for each person expected, whose category is told by a colour and a word, and a code that has no name."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, pgettext

from events.documents.base import Document, NothingToPrint, Options
from events.documents.participants import listed_delegations, role_words
from events.documents.pdf.badges import badges_pdf
from events.documents.pdf.blocks import Badge
from events.documents.words import capitalised, other_language, shown
from events.domain.badges import badge_address
from events.domain.facts import MeetingFacts
from meetingplanner.languages import LANGUAGES, phrase
from participants.domain.attendance import delegates_of, expected_delegations
from participants.domain.names import full_name, upper
from participants.domain.prose import dashed
from participants.domain.protocol import is_united_nations
from participants.domain.texts import text_in
from participants.domain.values import DelegateFacts, DelegationFacts, EntityFacts
from participants.grounds import zone_of


@dataclass(frozen=True, kw_only=True)
class BadgesPrint:
    """Badges in the order of the list of participants; `unnamed` counts the delegations that named nobody."""

    title: str
    badges: tuple[Badge, ...]
    unnamed: int
    language: str
    paper: str
    as_of: datetime


def collect(facts: MeetingFacts, options: Options) -> BadgesPrint:
    """Return a badge for everybody of the delegations expected who is named and not withdrawn, heads first."""
    people = [one for one in _people(facts, options.language) if full_name(one[1])]
    named = {delegation.uuid for delegation, _ in people}
    return BadgesPrint(
        title=gettext("Badges"),
        badges=tuple(_badge(facts, *one, options) for one in people),
        unnamed=sum(one.uuid not in named for one in expected_delegations(facts.roster)),
        language=options.language,
        paper=options.paper,
        as_of=options.as_of,
    )


def render(values: BadgesPrint) -> bytes:
    """Return the badges as PDF. Raises NothingToPrint while nobody is named."""
    if not values.badges:
        raise NothingToPrint(values.title)
    return badges_pdf(
        values.badges,
        paper=values.paper,
        title=dashed((values.title, values.badges[0].meeting), values.language),
        language=values.language,
        as_of=values.as_of,
        is_rtl=LANGUAGES[values.language].direction == "rtl",
    )


def category_of(delegation: DelegationFacts, delegate: DelegateFacts, entity: EntityFacts) -> str:
    """Return the category of a badge, a key of `pdf.style.BANDS`: where the delegation sits, then who leads it.

    Whoever is of the United Nations is of its Secretariat.
    """
    zone = "secretariat" if is_united_nations(entity) else zone_of(delegation.grounds)
    if zone in ("secretariat", "observers"):
        return {"secretariat": "secretariat", "observers": "observer"}[zone]
    return "head" if delegate.role == "head" else "delegate"


def badge_words(category: str, delegate: DelegateFacts) -> str:
    """Return the word on a badge: of one who leads no delegation the role in it, else that of the category."""
    role = role_words(delegate) if category == "delegate" else ""
    return capitalised(role) or category_words(category, is_woman=delegate.gender == "f")


def category_words(code: str, *, is_woman: bool) -> str:
    """Return the word for a category; languages that need it say it of a woman in the feminine."""
    words = {
        "head": (gettext("Head of delegation"), pgettext("woman", "Head of delegation")),
        "delegate": (gettext("Delegate"), pgettext("woman", "Delegate")),
        "observer": (pgettext("person", "Observer"), pgettext("woman", "Observer")),
        "secretariat": (gettext("Secretariat"), gettext("Secretariat")),
    }
    return words[code][is_woman]


def _people(facts: MeetingFacts, language: str) -> Iterator[tuple[DelegationFacts, DelegateFacts]]:
    for delegation in listed_delegations(facts, language):
        for delegate in delegates_of(delegation):
            yield delegation, delegate


def _badge(facts: MeetingFacts, delegation: DelegationFacts, delegate: DelegateFacts, options: Options) -> Badge:
    language, entity = options.language, facts.entities[delegation.entity]
    category, names = category_of(delegation, delegate, entity), entity.short
    return Badge(
        names=_names(delegate, language),
        function=shown(delegate.function, language),
        entity=text_in(names, language),
        entity_language=other_language(names, language),
        category=badge_words(category, delegate),
        band=category,
        meeting=shown(facts.short_title, language) or shown(facts.title, language),
        code=badge_address(delegate.uuid, options.public_url),
        code_alt=gettext("Code of this badge"),
    )


def _names(delegate: DelegateFacts, language: str) -> tuple[tuple[str, str], ...]:
    """Return the parts of the name in the order in which the person writes them, the family name in capitals."""
    if not delegate.family_name.strip():
        return (("name", upper(delegate.given_names, language)),)
    family, given = ("name", upper(delegate.family_name, language)), ("first", delegate.given_names)
    return (family, given) if delegate.is_family_name_first else (given, family)


DOCUMENT = Document(
    slug="badges", title=phrase("Badges"), collect=collect, render=render, papers=("a4", "letter", "a6")
)
