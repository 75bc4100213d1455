"""The list of observers as a file: each row is a request for a place."""

from collections import defaultdict

from meetingplanner.languages import phrase
from participants.domain.allocation import AlreadyInvited, Rules, request_refusal, standing
from participants.domain.lists.delegations import SAME_ENTITY
from participants.domain.lists.delegations import label as delegation_label
from participants.domain.lists.drafts import Draft, Values, take
from participants.domain.lists.known import Known
from participants.domain.values import RequestFacts

WITHDRAWN = phrase("This request was withdrawn. Leave the identity empty to ask anew.")
TIME_STAYS = phrase("The time at which a request was received decides its place and is not changed by a file.")
PLACES_STAY = phrase("How many places a request asks for is not changed by a file.")
NO_TIME = phrase("No time is given: it counts as received now, after the rows above it.")
PLAIN = ("uuid", "received_at", "contact_name", "contact_email", "places_asked", "note")


def present(known: Known) -> dict[str, Values]:
    """Return the requests that count by uuid, with the value in each column: granted by number, then waiting."""
    allocation = standing(known.facts.requests, Rules(capacity=known.facts.observer_places))
    requests = {one.uuid: one for one in known.facts.requests}
    entities = {one.uuid: one.entity for one in known.facts.delegations}
    positions: dict[str, int | None] = {grant.request: None for grant in allocation.granted}
    positions |= {one.request: one.position for one in allocation.waiting}
    return {
        uuid: _values(requests[uuid], entities[requests[uuid].delegation]) | {"position": position}
        for uuid, position in positions.items()
    }


def _values(request: RequestFacts, entity: str) -> Values:
    own = {"mail_language": request.language, "place": ", ".join(map(str, request.place_numbers))}
    return {name: getattr(request, name) for name in PLAIN} | {"code": entity, "delegation": entity} | own


def match(drafts: list[Draft], there: dict[str, Values], known: Known) -> None:
    """Let rows without an identity be about the request of their entity that counts; two of one are an error."""
    asked = {str(values["code"]): key for key, values in there.items()}
    seen: dict[str, int] = {}
    for draft in drafts:
        if not draft.entity:
            continue
        if draft.entity in seen:
            draft.wrong("delegation", SAME_ENTITY, row=seen[draft.entity])
            continue
        seen[draft.entity] = draft.number
        if draft.present is None and draft.entity in asked:
            take(draft, asked[draft.entity], there)


def check(drafts: list[Draft], there: dict[str, Values], known: Known) -> None:
    """Note what each row may not do: an invited delegation needs no place, a time received stays."""
    gone = {one.uuid for one in known.facts.requests if one.withdrawn_at is not None}
    requests: dict[str, list[RequestFacts]] = defaultdict(list)
    for one in known.facts.requests:
        requests[one.delegation].append(one)
    for draft in drafts:
        if draft.cells.get("uuid", "").lower() in gone:
            draft.remarks = [one for one in draft.remarks if one.column != "uuid"]
            draft.wrong("uuid", WITHDRAWN)
        if draft.present is not None:
            if "received_at" in draft.values:
                draft.wrong("received_at", TIME_STAYS)
            if "places_asked" in draft.values:
                draft.wrong("places_asked", PLACES_STAY)
            continue
        if "received_at" in draft.cells and not draft.cells["received_at"] and "received_at" not in draft.odd:
            draft.doubtful("received_at", NO_TIME)
        listed = known.delegations.get(draft.entity)
        refusal = request_refusal(listed, requests[listed.uuid]) if listed else None
        if isinstance(refusal, AlreadyInvited):
            grounds = ", ".join(known.labels["ground"][code] for code in refusal.grounds)
            draft.wrong("delegation", refusal.template, entity=known.name_of(draft.entity), grounds=grounds)


label = delegation_label
