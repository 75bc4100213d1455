"""What contradicts itself about people: absent, twice, without name or form of address, unlike the registry."""

from collections.abc import Iterable, Iterator

from events.domain.facts import MeetingFacts, SegmentFacts
from events.domain.findings import Cure, Finding, Label
from events.domain.people import called, entity_of
from meetingplanner.languages import phrase
from participants.domain.attendance import delegates_of, expected_delegations, head_of
from participants.domain.names import fold, full_name
from participants.domain.values import DelegateFacts, DelegationFacts

COMING = ("tentative", "accepted")
GONE = phrase("this person is no longer in the delegation")
REASONS: dict[str, str] = {
    "regrets": phrase("the delegation has sent regrets"),
    "withdrawn": phrase("the delegation has withdrawn"),
}


def people_findings(facts: MeetingFacts, languages: tuple[str, ...]) -> Iterator[Finding]:
    """Yield what is wrong with people: by segment in programme order, then by delegation."""
    programme = Cure(page="events:programme", arguments=(facts.roster.slug,))
    for segment in facts.segments:
        yield from _absent(facts, segment, programme)
        yield from _unnamed_speakers(facts, segment, programme)
        if not segment.chairs:
            yield Finding(kind="no_chair", values={"part": segment.title}, cure=programme)
    yield from _unnamed_heads(facts)
    yield from _twice(facts)
    people = tuple(one for delegation in expected_delegations(facts.roster) for one in delegates_of(delegation))
    yield from _without_gender(facts, people)
    for delegate in people:
        yield from _unlike_registry(facts, delegate, languages)


def cure_of(facts: MeetingFacts, delegation: str) -> Cure:
    """Return the page of a delegation, by its uuid."""
    return Cure(page="participants:delegation", arguments=(facts.roster.slug, delegation))


def _absent(facts: MeetingFacts, segment: SegmentFacts, programme: Cure) -> Iterator[Finding]:
    roles = [("chair_absent", uuid, segment.title) for uuid in segment.chairs]
    roles += [("podium_absent", uuid, segment.title) for uuid in segment.podium]
    for kind, uuid, title in roles:
        delegate = facts.delegates[uuid]
        yield from _not_coming(
            facts, kind, facts.delegations[delegate.delegation], delegate=delegate, title=title, cure=programme
        )
    for uuid in segment.departed:
        delegate = facts.delegates[uuid]
        values = {"person": called(facts, delegate), "entity": entity_of(facts, delegate), "part": segment.title}
        yield Finding(kind="chair_departed", values=values, cure=programme)
    for item in segment.items:
        for speech in item.speeches:
            yield from _not_coming(
                facts, "speaker_absent", facts.delegations[speech.delegation],
                delegate=facts.delegates.get(speech.delegate), title=item.title, cure=programme,
            )  # fmt: skip


def _not_coming(facts, kind: str, delegation: DelegationFacts, *, delegate, title, cure: Cure) -> Iterator[Finding]:
    reason = REASONS.get(delegation.status) or (GONE if delegate and delegate.is_withdrawn else "")
    if reason:
        entity = facts.entities[delegation.entity].names
        person = called(facts, delegate) if delegate else entity
        values = {"person": person, "entity": entity, "part": title, "reason": Label(text=reason)}
        yield Finding(kind=kind, values=values, cure=cure)


def _unnamed_speakers(facts: MeetingFacts, segment: SegmentFacts, programme: Cure) -> Iterator[Finding]:
    for item in segment.items:
        delegations = [facts.delegations[one.delegation] for one in item.speeches if not _is_named(facts, one.delegate)]
        entities = tuple(facts.entities[one.entity].names for one in delegations if one.status not in REASONS)
        if entities:
            values = {"part": item.title, "entities": entities, "count": len(entities)}
            yield Finding(kind="speaker_unnamed", values=values, cure=programme)


def _is_named(facts: MeetingFacts, uuid: str) -> bool:
    return uuid in facts.delegates and not facts.delegates[uuid].is_placeholder


def _unnamed_heads(facts: MeetingFacts) -> Iterator[Finding]:
    lacking = []
    for delegation in expected_delegations(facts.roster):
        head = head_of(delegation)
        is_unnamed = delegation.is_name_to_follow or head is None or head.is_placeholder
        if delegation.status in COMING and is_unnamed:
            lacking.append(facts.entities[delegation.entity].names)
    if lacking:
        cure = Cure(page="participants:delegations", arguments=(facts.roster.slug,))
        yield Finding(kind="head_unnamed", values={"entities": tuple(lacking), "count": len(lacking)}, cure=cure)


def _twice(facts: MeetingFacts) -> Iterator[Finding]:
    by_name: dict[str, list[DelegateFacts]] = {}
    for delegation in expected_delegations(facts.roster):
        for delegate in delegates_of(delegation):
            if full_name(delegate):
                by_name.setdefault(fold(full_name(delegate)), []).append(delegate)
    for people in by_name.values():
        if len({one.delegation for one in people}) > 1:
            entities = tuple(entity_of(facts, one) for one in people)
            values = {"person": full_name(people[0]), "entities": entities}
            yield Finding(kind="person_twice", values=values, cure=cure_of(facts, people[-1].delegation))


def _without_gender(facts: MeetingFacts, people: Iterable[DelegateFacts]) -> Iterator[Finding]:
    unknown = [one for one in people if not (one.gender or one.is_placeholder or one.style == "own")]
    if unknown:
        values = {"names": tuple(full_name(one) for one in unknown), "count": len(unknown)}
        yield Finding(kind="gender_unknown", values=values, cure=cure_of(facts, unknown[0].delegation))


def _unlike_registry(facts: MeetingFacts, delegate: DelegateFacts, languages: tuple[str, ...]) -> Iterator[Finding]:
    cure = cure_of(facts, delegate.delegation)
    name = full_name(delegate)
    if name and delegate.registry_name and name != delegate.registry_name:
        values = {"name": name, "entity": entity_of(facts, delegate), "registered": delegate.registry_name}
        yield Finding(kind="name_differs", values=values, cure=cure)
    for language in languages:
        here, registered = delegate.function.get(language), delegate.registry_title.get(language)
        if here and registered and here != registered:
            values = {"person": called(facts, delegate), "title": here, "registered": registered}
            yield Finding(kind="title_differs", values=values, cure=cure)
            return
