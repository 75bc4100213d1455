"""The list of delegates as a file: what is there, and what a file may not do to it."""

import difflib
from collections import defaultdict

from meetingplanner.languages import DOCUMENT_LANGUAGES, phrase
from participants.domain.attendance import delegates_of
from participants.domain.lists.delegations import label as delegation_label
from participants.domain.lists.drafts import Draft, Values, take
from participants.domain.lists.known import Known
from participants.domain.names import fold
from participants.domain.values import DelegateFacts

NOT_LISTED = phrase("%(name)s is not on the list of delegations. Put it there first, by hand or by a file.")
WITHDRAWN = phrase("This person was withdrawn. Bring them back on the delegation's page first.")
SAME_PERSON = phrase("Row %(row)s is about the same person.")
SEVERAL = phrase("Several members of this delegation are called so. Give the identity of the one that is meant.")
NO_NAME = phrase("Give a family name, or say that nobody is named yet.")
NO_STYLE = phrase("Give the form of address, such as His Eminence.")
SECOND_HEAD = phrase("The delegation would have two heads; the other is %(name)s.")
OVER_PLACES = phrase("%(name)s has %(places)s places; with this row it would have %(people)s people.")
RESEMBLES = phrase("This resembles %(name)s, who is in the delegation already. Is it the same person?")
IS_ABSENT = phrase("%(name)s does not come: it has sent regrets or was withdrawn.")
ALIKE = 0.85
MOST_COMPARED = 100
PLAIN = (
    "uuid", "role", "gender", "given_names", "family_name", "is_family_name_first", "is_placeholder", "rank", "style",
    "organ", "language", "access_needs", "email",
)  # fmt: skip
TEXTS = ("style_text", "function", "capacity")


def present(known: Known) -> dict[str, Values]:
    """Return every delegate who comes by uuid, with the value in each column; by delegation, in their order."""
    return {person.uuid: _values(person, one.entity) for one in known.facts.delegations for person in delegates_of(one)}


def _values(person: DelegateFacts, entity: str) -> Values:
    plain = {name: getattr(person, name) for name in PLAIN} | {"code": entity, "delegation": entity}
    return plain | {
        f"{name}_{language}": getattr(person, name).get(language, "")
        for name in TEXTS
        for language in DOCUMENT_LANGUAGES
    }


def match(drafts: list[Draft], there: dict[str, Values], known: Known) -> None:
    """Let rows without an identity be about the member of their delegation who is called so; none twice."""
    called: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, values in there.items():
        if name := _name(values):
            called[str(values["code"]), name].append(key)
    taken = {draft.key: draft.number for draft in drafts if draft.key}
    new: dict[tuple[str, str], int] = {}
    for draft in drafts:
        name = _name(draft.cells)
        if draft.key or not draft.entity or not name:
            continue
        keys = called.get((draft.entity, name), [])
        free = [key for key in keys if key not in taken]
        if len(keys) > 1:
            draft.wrong("family_name", SEVERAL)
        elif free:
            take(draft, free[0], there)
            taken[free[0]] = draft.number
        elif keys or (draft.entity, name) in new:
            draft.wrong("family_name", SAME_PERSON, row=taken[keys[0]] if keys else new[draft.entity, name])
        else:
            new[draft.entity, name] = draft.number


def _name(values) -> str:
    return fold(f"{values.get('given_names', '')} {values.get('family_name', '')}"[:300])


def check(drafts: list[Draft], there: dict[str, Values], known: Known) -> None:
    """Note what each row may not do, and each delegation with all its rows."""
    gone = {one.uuid for delegation in known.facts.delegations for one in delegation.delegates if one.is_withdrawn}
    of_entity: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        _check_identity(draft, gone)
        _check_person(draft)
        if draft.entity:
            of_entity[draft.entity].append(draft)
    for entity, rows in of_entity.items():
        if entity in known.delegations:
            members = [there[one.uuid] for one in delegates_of(known.delegations[entity])]
            _check_delegation(entity, rows, members, known)
        else:
            for draft in rows:
                draft.wrong("delegation", NOT_LISTED, name=known.name_of(entity))


def _check_identity(draft: Draft, gone: set[str]) -> None:
    if draft.cells.get("uuid", "").lower() in gone:
        draft.remarks = [one for one in draft.remarks if one.column != "uuid"]
        draft.wrong("uuid", WITHDRAWN)


def _check_person(draft: Draft) -> None:
    told = {one.column for one in draft.remarks}
    if not draft.value("is_placeholder") and not draft.value("family_name") and "family_name" not in told:
        draft.wrong("family_name", NO_NAME)
    if (
        draft.value("style") == "own"
        and "style" not in told
        and not any(draft.value(f"style_text_{one}") for one in DOCUMENT_LANGUAGES)
    ):
        draft.wrong("style", NO_STYLE)


def _check_delegation(entity: str, rows: list[Draft], members: list[Values], known: Known) -> None:
    delegation, name = known.delegations[entity], known.name_of(entity)
    in_file = {draft.key for draft in rows if draft.key}
    others = [one for one in members if one["uuid"] not in in_file]
    _check_heads(rows, others)
    places, people = delegation.places_at_table + delegation.places_behind, len(members)
    for draft in rows:
        if draft.present is not None:
            continue
        people += 1
        if people > places:
            draft.wrong("delegation", OVER_PLACES, name=name, places=places, people=people)
        if delegation.status in ("regrets", "withdrawn"):
            draft.doubtful("delegation", IS_ABSENT, name=name)
        _check_likeness(draft, others)


def _check_heads(rows: list[Draft], others: list[Values]) -> None:
    """Let who is head and stays so be the head, else the first of the file who would become it."""
    heads = [draft for draft in rows if draft.value("role") == "head"]
    new = [draft for draft in heads if "role" in draft.values]
    staying = [_shown(one) for one in others if one["role"] == "head"]
    staying += [_shown(draft.values, draft.present) for draft in heads if "role" not in draft.values]
    first = staying[0] if staying else _shown(new[0].values, new[0].present) if new else ""
    for draft in new if staying else new[1:]:
        draft.wrong("role", SECOND_HEAD, name=first)


def _check_likeness(draft: Draft, others: list[Values]) -> None:
    own = _name(draft.values)
    # In a crowd everybody resembles somebody.
    for one in others if own and len(others) <= MOST_COMPARED else ():
        if difflib.SequenceMatcher(None, own, _name(one)).ratio() >= ALIKE:
            draft.doubtful("family_name", RESEMBLES, name=_shown(one))
            return


def _shown(values: Values, there: Values | None = None) -> str:
    whole = {**(there or {}), **values}
    return f"{whole.get('given_names', '')} {whole.get('family_name', '')}".strip() or "–"


def label(draft: Draft, known: Known) -> str:
    """Return whom a row is about: the person, then the delegation."""
    person = _shown({name: draft.value(name) or "" for name in ("given_names", "family_name")})
    return ", ".join(part for part in (person, delegation_label(draft, known)) if part)
