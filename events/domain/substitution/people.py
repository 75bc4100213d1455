"""What a substitution means in the delegation and for who is addressed, and who is to be told of it."""

from collections.abc import Iterator

from events.domain.findings import Label
from events.domain.people import called
from events.domain.substitution.change import Change
from events.domain.substitution.kinds import FORMER, Consequence, Words
from meetingplanner.languages import phrase
from participants.domain.attendance import delegates_of
from participants.domain.names import address
from participants.domain.ranks import RANKS, rank_position
from participants.domain.values import DelegateFacts

NOBODY = phrase("nobody")
NO_EMAIL = phrase("No e-mail address is known: tell them by another way.")
OWN_DELEGATE = phrase("Its own delegate changes.")
PRESIDES_TOO = phrase("Presides together with the person who changes.")
UNTITLED = phrase("No title is recorded in this language.")
NO_GENDER = phrase("The form of address is left out until it is known whether Mr. or Ms.")
MAY_NOT_PRESIDE = phrase("The rank is lower than that of the person replaced: ask whether this person may preside.")


def people_rows(change: Change) -> Iterator[Consequence]:
    """Yield who takes the place and who held it, the head, advisers who stay, and the forms of address."""
    old, new, own = change.old, change.new, change.delegation
    yield Consequence(
        kind="person", subject=old.uuid, version=old.version, before=_ranked(change, old),
        after=_ranked(change, new) if new else (Label(text=NOBODY),),
    )  # fmt: skip
    if not change.is_same_person:
        state = "withdrawn" if change.leaves else change.wish.former
        yield Consequence(
            kind="former", subject=old.uuid, about=called(change.facts, old), after=(Label(text=FORMER[state]),)
        )
    if old.role == "head" and not change.is_same_person:
        after = called(change.facts, new) if new else Label(text=NOBODY)
        yield Consequence(kind="head", subject=own.uuid, version=own.version,
                          before=(called(change.facts, old),), after=(after,))  # fmt: skip
    yield from _to_follow(change)
    for one in delegates_of(own):
        if one.uuid not in (old.uuid, new.uuid if new else "") and one.role in ("adviser", "alternate"):
            yield Consequence(kind="adviser", subject=one.uuid, version=one.version, about=called(change.facts, one),
                              before=(one.function,) if one.function else ())  # fmt: skip
    yield from _addresses(change)


def _ranked(change: Change, person: DelegateFacts) -> tuple[Words, ...]:
    return (called(change.facts, person), Label(text=RANKS[person.rank].label))


def _to_follow(change: Change) -> Iterator[Consequence]:
    own = change.delegation
    will = change.new is None and change.wish.is_to_follow
    if change.old.role == "head" and not change.is_same_person and will != own.is_name_to_follow:
        if change.new is None and not will:
            return
        words = {True: Label(text=phrase("yes")), False: Label(text=phrase("no"))}
        yield Consequence(kind="to_follow", subject=own.uuid, version=own.version,
                          before=(words[own.is_name_to_follow],), after=(words[will],))  # fmt: skip


def _addresses(change: Change) -> Iterator[Consequence]:
    for language in change.facts.roster.document_languages:
        before = address(change.old, language)
        after = address(change.new, language) if change.new else ""
        is_untitled = change.new is not None and not change.new.function.get(language)
        if before != after or is_untitled:
            yield Consequence(
                kind="address", language=language, before=(before,), after=(after,),
                remark=UNTITLED if is_untitled else "",
            )  # fmt: skip


def warning_rows(change: Change) -> Iterator[Consequence]:
    """Yield what staff should look at before they apply it: nothing of it is forbidden."""
    new, facts = change.new, change.facts
    if new is None:
        return
    if not (new.gender or new.style == "own" or new.is_placeholder):
        yield Consequence(kind="no_form", subject=new.uuid, about=called(facts, new), remark=NO_GENDER)
    is_lower = rank_position(new.rank, "working") > rank_position(change.old.rank, "working")
    for segment in facts.segments:
        if is_lower and change.old.uuid in segment.chairs:
            yield Consequence(
                kind="lower_presides", subject=segment.uuid, about=segment.title, remark=MAY_NOT_PRESIDE,
                before=(Label(text=RANKS[change.old.rank].label),), after=(Label(text=RANKS[new.rank].label),),
            )  # fmt: skip
        for item in segment.items:
            speakers = {one.delegate for one in item.speeches}
            if not change.is_same_person and {change.old.uuid, new.uuid} <= speakers:
                yield Consequence(kind="speaks_twice", subject=item.uuid, about=item.title)


def told_rows(change: Change) -> Iterator[Consequence]:
    """Yield the delegation itself, then those who preside together with the person, with the address that is known."""
    facts, own = change.facts, change.delegation
    others = {
        facts.delegates[uuid].delegation: PRESIDES_TOO
        for segment in facts.segments
        if change.old.uuid in segment.chairs and not (change.is_same_person and change.old.rank == change.new.rank)
        for uuid in segment.chairs
    }
    for uuid, why in ({own.uuid: OWN_DELEGATE} | {one: why for one, why in others.items() if one != own.uuid}).items():
        one = facts.delegations[uuid]
        yield Consequence(
            kind="told", subject=uuid, about=facts.entities[one.entity].names,
            before=(one.contact_name,) if one.contact_name else (), email=one.contact_email,
            remark=why if one.contact_email else NO_EMAIL,
        )  # fmt: skip
