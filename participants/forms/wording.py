"""Why something was refused, in words: sentences for the values of the domain."""

from zoneinfo import ZoneInfo

from django.utils.translation import get_language, gettext

from participants.domain.allocation import AlreadyInvited, AlreadyRequested
from participants.domain.dates import moment_text
from participants.domain.desk import FormState
from participants.domain.texts import text_in
from participants.grounds import GROUNDS
from participants.models import Entity, Roster
from participants.queries import entity_names


def entity_name(entity: Entity, roster: Roster) -> str:
    return text_in(entity_names(roster, entities=[entity.pk])[entity.pk], get_language() or "en") or entity.code


def names_of_requests(roster: Roster, uuids) -> dict:
    """The names of the delegations whose requests these are, by the requests' uuids as text."""
    rows = dict(roster.requests.filter(uuid__in=list(uuids)).values_list("uuid", "delegation__entity"))
    names = entity_names(roster, entities=rows.values())
    return {str(uuid): text_in(names[key], get_language() or "en") for uuid, key in rows.items()}


def state_words(state: FormState, roster: Roster) -> str:
    at = state.at and moment_text(state.at.astimezone(ZoneInfo(roster.zone)), get_language() or "en")
    return gettext(state.template) % {"at": at}


def refusal_words(refusal, *, roster: Roster, name: str = "") -> str:
    language = get_language() or "en"
    if isinstance(refusal, FormState):
        return state_words(refusal, roster)
    if isinstance(refusal, AlreadyInvited):
        grounds = ", ".join(gettext(GROUNDS[code].label) for code in refusal.grounds)
        return gettext(refusal.template) % {"entity": name, "grounds": grounds}
    if isinstance(refusal, AlreadyRequested):
        received_at = moment_text(refusal.received_at.astimezone(ZoneInfo(roster.zone)), language)
        values = {"entity": name, "received_at": received_at, "place_number": refusal.place_number}
        return gettext(refusal.template) % values
    names = names_of_requests(roster, [grant.request for grant in refusal.losers])
    losers = ", ".join(f"{names[grant.request]} ({grant.place_number})" for grant in refusal.losers)
    return gettext(refusal.template) % {"capacity": refusal.capacity, "delegations": losers}
