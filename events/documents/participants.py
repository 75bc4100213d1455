"""The list of participants: each delegation expected once, in alphabetical order, with its people and its grounds."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext, pgettext

from events.documents.base import Document, Options
from events.documents.pdf.blocks import Block, GroupRow, Paragraph, Table, Title, Wording, bold, note
from events.documents.pdf.document import document_pdf
from events.documents.pdf.frame import Frame
from events.documents.surroundings import notice, open_points, surroundings
from events.documents.words import (
    entity_name,
    full_address,
    functions,
    names_entity,
    shown,
    together,
    uncapitalised,
)
from events.domain.facts import MeetingFacts
from meetingplanner.languages import phrase
from participants.domain.attendance import delegates_of, expected_delegations, is_granted
from participants.domain.prose import GRAMMARS, apposed, listed, sentences, strongly_listed
from participants.domain.protocol import ALPHABETICAL_ORDERS, is_united_nations
from participants.domain.ranks import RANKS
from participants.domain.seat_orders import listed_entities
from participants.domain.values import DelegateFacts, DelegationFacts, EntityFacts
from participants.grounds import GROUNDS

BLOCKED_BY = ("person",)
UNNAMED_RANK = "unspecified"

SECTIONS: dict[str, str] = {
    "member_state": phrase("Member States"),
    "observer_state_among_members": phrase("Member States"),
    "observer_state": phrase("Non-member observer States"),
    "other_state": phrase("Other States"),
    "organisation": phrase("Organizations"),
    "united_nations": phrase("United Nations"),
}


@dataclass(frozen=True, kw_only=True)
class PersonValues:
    """One person of a delegation in words; `name` is empty while nobody is named, its parts are as typed."""

    name: str
    function: str
    role: str
    given_names: str = ""
    family_name: str = ""
    rank: str = ""


@dataclass(frozen=True, kw_only=True)
class DelegationValues:
    """One delegation in words: the part of the list it is in, its name, its people, head first, and its grounds."""

    section: str
    code: str
    name: str
    people: tuple[PersonValues, ...]
    grounds: str


@dataclass(frozen=True, kw_only=True)
class ParticipantsValues:
    """The list in words, in the order printed."""

    frame: Frame
    points: tuple[str, ...]
    remarks: tuple[str, ...]
    delegations: tuple[DelegationValues, ...]


def collect(facts: MeetingFacts, options: Options) -> ParticipantsValues:
    """Return the delegations expected: States, observer States, organisations, United Nations, each part A-Z."""
    language = options.language
    delegations = listed_delegations(facts, language)
    values = tuple(_delegation(facts, one, language) for one in delegations)
    return ParticipantsValues(
        frame=surroundings(facts, options, title=gettext("List of participants"), blocked_by=BLOCKED_BY),
        points=open_points(facts, BLOCKED_BY, options),
        remarks=(_count(delegations, language), _order(language)),
        delegations=values,
    )


def render(values: ParticipantsValues) -> bytes:
    """Return the list as PDF."""
    return document_pdf(list(blocks(values)), values.frame)


def listed_delegations(facts: MeetingFacts, language: str) -> tuple[DelegationFacts, ...]:
    """Return the delegations expected in the order of a list of participants in `language`, each once."""
    waiting: dict[str, list[DelegationFacts]] = {}
    for delegation in sorted(expected_delegations(facts.roster), key=lambda one: one.uuid):
        waiting.setdefault(delegation.entity, []).append(delegation)
    codes = listed_entities([facts.entities[code] for code in waiting], language)
    return tuple(delegation for code in codes for delegation in waiting[code])


def ground_words(facts: MeetingFacts, delegation: DelegationFacts, language: str) -> tuple[str, ...]:
    """Return the grounds of invitation in the table's order, as one line has them: the first with a capital, and names;
    an observer's with the number of its place.
    """
    places = [
        number
        for one in facts.roster.requests
        if one.delegation == delegation.uuid and is_granted(one)
        for number in one.place_numbers
    ]
    words = []
    for code in delegation.grounds:
        label = gettext(GROUNDS[code].label)
        if code == "observer" and places:
            numbers = listed((str(number) for number in sorted(places)), language)
            label = gettext("%(ground)s, place %(number)s") % {"ground": label, "number": numbers}
        words.append(label if GROUNDS[code].is_name or not words else uncapitalised(label))
    return tuple(words)


def _delegation(facts: MeetingFacts, delegation: DelegationFacts, language: str) -> DelegationValues:
    entity = facts.entities[delegation.entity]
    people = tuple(_person(facts, entity, one, language) for one in delegates_of(delegation))
    has_head = any(one.role == "head" for one in delegates_of(delegation))
    if not has_head or delegation.is_name_to_follow and all(one.is_placeholder for one in delegates_of(delegation)):
        people = (_unnamed(delegation), *(one for one in people if not has_head))
    return DelegationValues(
        section=gettext(SECTIONS[entity.status]),
        code=entity.code,
        name=entity_name(entity, language),
        people=people,
        grounds=strongly_listed(ground_words(facts, delegation, language), language),
    )


def _person(facts: MeetingFacts, entity: EntityFacts, delegate: DelegateFacts, language: str) -> PersonValues:
    organ = facts.entities.get(delegate.organ)
    lines = [functions(delegate, language)]
    if organ and not names_entity(shown(delegate.function, language), organ, language):
        lines.append(entity_name(organ, language))
    return PersonValues(
        name=full_address(delegate, language, is_listed=True),
        function=apposed(lines, language),
        role="" if is_united_nations(entity) else role_words(delegate),
        given_names=delegate.given_names,
        family_name=delegate.family_name,
        rank=gettext(RANKS[delegate.rank].label) if delegate.rank in RANKS and delegate.rank != UNNAMED_RANK else "",
    )


def role_words(delegate: DelegateFacts) -> str:
    """Return the role in the delegation; languages that need it say it of a woman in the feminine."""
    is_woman = delegate.gender == "f"
    roles = {
        "head": pgettext("woman", "head of delegation") if is_woman else gettext("head of delegation"),
        "alternate": pgettext("woman", "alternate") if is_woman else gettext("alternate"),
        "adviser": pgettext("woman", "adviser") if is_woman else gettext("adviser"),
    }
    return roles.get(delegate.role, "")


def _unnamed(delegation: DelegationFacts) -> PersonValues:
    rank = RANKS.get(delegation.level_announced)
    level = gettext(rank.label) if rank and rank.code != UNNAMED_RANK else ""
    return PersonValues(name="", function=level, role="")


def _order(language: str) -> str:
    return gettext("%(order)s in each category.") % {"order": gettext(ALPHABETICAL_ORDERS[language])}


def _count(delegations: tuple[DelegationFacts, ...], language: str) -> str:
    """Return how many delegations the list has, and how many of them are only proposed yet."""
    count = len(delegations)
    if not count:
        return gettext("No delegation is expected yet.")
    proposed = sum(one.status == "proposed" for one in delegations)
    cleared = sum(one.status == "cleared" for one in delegations)
    invited = count - proposed - cleared
    if invited == count:
        sentence = ngettext("%(count)s delegation is expected.", "%(count)s delegations are expected.", count)
        return sentence % {"count": count}
    parts = (
        (ngettext("%(count)s invited", "%(count)s invited", invited), invited),
        (ngettext("%(count)s cleared, not invited yet", "%(count)s cleared, not invited yet", cleared), cleared),
        (ngettext("%(count)s proposed, not invited yet", "%(count)s proposed, not invited yet", proposed), proposed),
    )
    told = tuple(words % {"count": number} for words, number in parts if number)
    sentence = ngettext("%(count)s delegation: %(parts)s.", "%(count)s delegations: %(parts)s.", count)
    return sentence % {"count": count, "parts": strongly_listed(told, language)}


def blocks(values: ParticipantsValues) -> Iterator[Block]:
    yield Title(text=gettext("List of participants"))
    yield from notice(values.points)
    yield Paragraph(text=note(sentences(values.remarks, values.frame.language)))
    if not values.delegations:
        return
    rows: list[object] = []
    section = ""
    for delegation in values.delegations:
        if delegation.section != section:
            section = delegation.section
            rows.append(GroupRow(text=section))
        rows.append((bold(delegation.name), _people(delegation.people, values.frame.language), delegation.grounds))
    header = (gettext("Delegation"), gettext("Name and function"), gettext("Ground of invitation"))
    yield Table(header=header, rows=tuple(rows), column_widths=(4.4, 7.6, 4.2), is_wide=True)


def _people(people: tuple[PersonValues, ...], language: str) -> Wording:
    parts: list[Wording] = []
    for one in people:
        role = note(f"{GRAMMARS[language].dash}{one.role}") if one.role else ""
        function = ("\n", one.function) if one.function else ()
        parts += ["\n"] if parts else []
        parts += [one.name or note(gettext("Name to follow")), role, *function]
    return together(*(part for part in parts if part))


DOCUMENT = Document(
    slug="participants",
    title=phrase("List of participants"),
    collect=collect,
    render=render,
    blocked_by=BLOCKED_BY,
    blocks=blocks,
)
