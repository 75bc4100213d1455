"""A whole roster brought in at once: delegations with their grounds and delegates, and the observer places."""

from collections.abc import Iterable, Mapping
from typing import Any

from participants.models import Delegate, Delegation, Entity, Invitation, ObserverPlace, Person
from participants.operations.acting import Acting


def codes_in(delegations: Iterable[Mapping[str, Any]]) -> set[str]:
    """Return the codes of all entities that the delegations of a meeting's file name."""
    codes = set()
    for one in delegations:
        codes |= {one["entity"], *(ground["organ"] for ground in one["grounds"])}
        codes |= {delegate["organ"] for delegate in one["delegates"]}
    return codes - {""}


def load_delegations_in(act: Acting, delegations: Iterable[Mapping[str, Any]]) -> None:
    """Insert the delegations of a meeting's file, with grounds and delegates, and the observer places of the roster.

    Six queries, whatever the number. A person that the registry lacks is no link. Raises KeyError for an entity that
    the directory lacks (see `codes_in`).
    """
    entities = dict(Entity.objects.filter(roster__isnull=True).values_list("code", "pk"))
    people = dict(Person.objects.values_list("code", "pk"))
    given = list(delegations)
    rows = act.add_all([_delegation(act, one, entities) for one in given])
    pairs = list(zip(rows, given, strict=True))
    act.add_all([_invitation(row, ground, entities) for row, one in pairs for ground in one["grounds"]])
    act.add_all(
        [
            _delegate(row, delegate, position, entities, people)
            for row, one in pairs
            for position, delegate in enumerate(one["delegates"])
        ]
    )
    numbers = range(1, act.roster.observer_places + 1)
    act.add_all([ObserverPlace(roster=act.roster, number=number) for number in numbers])


def _delegation(act: Acting, one: Mapping[str, Any], entities: Mapping[str, int]) -> Delegation:
    return Delegation(
        roster=act.roster,
        entity_id=entities[one["entity"]],
        **{name: one[name] for name in ("uuid", "status", "places_at_table", "places_behind", "note")},
    )


def _invitation(row: Delegation, ground: Mapping[str, Any], entities: Mapping[str, int]) -> Invitation:
    return Invitation(
        delegation=row,
        ground=ground["ground"],
        organ_id=entities[ground["organ"]] if ground["organ"] else None,
        position=ground["position"],
        note=ground["note"],
    )


def _delegate(
    row: Delegation, one: Mapping[str, Any], position: int, entities: Mapping[str, int], people: Mapping[str, int]
) -> Delegate:
    names = ("uuid", "role", "style", "given_names", "family_name", "gender", "function", "rank", "capacity")
    return Delegate(
        delegation=row,
        person_id=people.get(one["person"]),
        position=position,
        is_placeholder=not one["family_name"],
        is_family_name_first=one["family_first"],
        organ_id=entities[one["organ"]] if one["organ"] else None,
        language=one["language"] or "",
        is_present=one["present"],
        **{name: one[name] for name in names},
    )
