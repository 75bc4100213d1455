"""The list of delegations as a file: what is there, and what a file may not do to it."""

from meetingplanner.languages import phrase
from participants.domain.attendance import delegates_of
from participants.domain.lists.drafts import Draft, Values, take
from participants.domain.lists.known import Known
from participants.domain.values import DelegationFacts

OBSERVER = "observer"
SAME_ENTITY = phrase("Row %(row)s is about the same delegation.")
NO_GROUND = phrase("Give at least one ground of invitation.")
OBSERVER_GROUND = phrase("Observers come and go by the list of observers; the ground “%(label)s” stays as it is here.")
ANSWERED_NEW = phrase("A delegation that is new on the list cannot have withdrawn.")
HAS_REQUEST = phrase(
    "This delegation has asked for an observer place. Record its regrets or withdrawal on its own page, so that the "
    "place goes to the next."
)
FEW_PLACES = phrase("%(places)s places are fewer than the %(people)s people it has named.")
PLAIN = (
    "status", "places_at_table", "places_behind", "level_announced", "is_name_to_follow", "reply_channel",
    "received_at", "contact_name", "contact_email", "wants_floor", "on_behalf_of", "note",
)  # fmt: skip


def present(known: Known) -> dict[str, Values]:
    """Return every delegation by its uuid, with its value in each column."""
    return {one.uuid: _values(one) for one in known.facts.delegations}


def _values(one: DelegationFacts) -> Values:
    plain = {name: getattr(one, name) for name in PLAIN} | {"mail_language": one.language}
    return plain | {"uuid": one.uuid, "code": one.entity, "delegation": one.entity, "grounds": one.grounds}


def match(drafts: list[Draft], there: dict[str, Values], known: Known) -> None:
    """Let rows without an identity be about the delegation of their entity; two about the same are an error."""
    seen: dict[str, int] = {}
    for draft in drafts:
        if not draft.entity:
            continue
        if draft.entity in seen:
            draft.wrong("delegation", SAME_ENTITY, row=seen[draft.entity])
            continue
        seen[draft.entity] = draft.number
        listed = known.delegations.get(draft.entity)
        if draft.present is None and listed:
            take(draft, listed.uuid, there)


def check(drafts: list[Draft], there: dict[str, Values], known: Known) -> None:
    """Note what each row may not do."""
    asking = {one.delegation for one in known.facts.requests if one.withdrawn_at is None}
    for draft in drafts:
        _check_grounds(draft, known)
        status = draft.values.get("status")
        if status == "withdrawn" and draft.present is None:
            draft.wrong("status", ANSWERED_NEW)
        if status in ("regrets", "withdrawn") and draft.key in asking:
            draft.wrong("status", HAS_REQUEST)
        _check_places(draft, known)


def _check_grounds(draft: Draft, known: Known) -> None:
    if any(one.column == "grounds" for one in draft.remarks):
        return
    before = (draft.present or {}).get("grounds", ())
    after = draft.values.get("grounds", before)
    if (OBSERVER in after) != (OBSERVER in before):
        draft.wrong("grounds", OBSERVER_GROUND, label=known.labels["ground"][OBSERVER])
    elif not after and (before or draft.present is None):
        draft.wrong("grounds", NO_GROUND)


def _check_places(draft: Draft, known: Known) -> None:
    if not {"places_at_table", "places_behind"} & draft.values.keys() or draft.present is None:
        return
    places = int(draft.value("places_at_table") or 0) + int(draft.value("places_behind") or 0)
    people = len(delegates_of(known.delegations[draft.entity])) if draft.entity in known.delegations else 0
    if people > places:
        draft.doubtful("places_at_table", FEW_PLACES, places=places, people=people)


def label(draft: Draft, known: Known) -> str:
    """Return whom a row is about."""
    given = draft.cells.get("delegation") or draft.cells.get("code") or ""
    return known.name_of(draft.entity) if draft.entity else given[:60]
