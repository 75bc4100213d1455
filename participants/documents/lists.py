"""The lists of who attends as sheets: the delegations as shown, and the register of observers."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from participants.documents.sheets import Sheet, searchable
from participants.domain.allocation import Rules, standing
from participants.domain.listing import Line
from participants.domain.names import function_with_capacity, listed_name
from participants.domain.ranks import RANKS
from participants.domain.texts import text_in
from participants.domain.values import DelegateFacts, EntityFacts, RosterFacts
from participants.grounds import GROUNDS
from participants.models.roster import CHANNELS, STATUSES


def delegations_sheet(lines: Iterable[Line], *, zone: str, language: str) -> Sheet:
    """Return one row for each line, in their order, in `language`, the active one; times are in `zone`."""
    headings = (
        gettext("Delegation"),
        gettext("Code"),
        gettext("Grounds"),
        gettext("Status"),
        gettext("Level"),
        gettext("Head of delegation"),
        gettext("Other members"),
        gettext("Places at the table"),
        gettext("Places behind"),
        gettext("Reply came by"),
        gettext("Reply received (%(zone)s)") % {"zone": zone},
        gettext("Contact"),
        gettext("Contact's e-mail"),
        gettext("Present"),
        gettext("Note"),
    )
    rows = tuple(_delegation(line, zone, language) for line in lines)
    return Sheet(title=gettext("Delegations"), headings=headings, rows=rows)


def _delegation(line: Line, zone: str, language: str) -> tuple:
    one = line.delegation
    others = [member for member in line.delegates if member != line.head]
    return (
        text_in(line.entity.names, language),
        one.entity,
        "; ".join(gettext(GROUNDS[ground].label) for ground in one.grounds),
        str(STATUSES[one.status]),
        gettext(RANKS[line.level].label) if line.level else "",
        _member(line.head, language) if line.head else "",
        "; ".join(_member(member, language) for member in others),
        one.places_at_table,
        one.places_behind,
        str(CHANNELS.get(one.reply_channel, "")),
        local(one.received_at, zone),
        one.contact_name,
        one.contact_email,
        line.present,
        one.note,
    )


def _member(delegate: DelegateFacts, language: str) -> str:
    name = searchable(listed_name(delegate, language)) or gettext("name to follow")
    return ", ".join(part for part in (name, function_with_capacity(delegate, language)) if part)


def local(instant: datetime | None, zone: str) -> datetime | None:
    """Return the wall clock of `zone` at `instant`, without seconds and zone as sheets want it; None for None."""
    return instant and instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None, second=0, microsecond=0)


def observers_sheet(facts: RosterFacts, *, language: str) -> Sheet:
    """Return the register in `language`, the active one: granted by place number, then waiting in their order.

    As it is stored: nobody is granted a place here.
    """
    allocation = standing(facts.requests, Rules(capacity=facts.observer_places))
    requests = {one.uuid: one for one in facts.requests}
    delegations = {one.uuid: one.entity for one in facts.delegations}
    entities = {entity.code: entity for entity in facts.entities}
    rows_of = [(one.request, gettext("granted"), one.place_number, None) for one in allocation.granted]
    rows_of += [(one.request, gettext("waiting"), None, one.position) for one in allocation.waiting]
    rows = tuple(
        _request(requests[uuid], entities[delegations[requests[uuid].delegation]], rest, facts.zone, language)
        for uuid, *rest in rows_of
    )
    headings = (
        gettext("Delegation"),
        gettext("Code"),
        gettext("Status"),
        gettext("Place"),
        gettext("Position"),
        gettext("Request received (%(zone)s)") % {"zone": facts.zone},
        gettext("Contact"),
        gettext("Contact's e-mail"),
        gettext("Note"),
    )
    return Sheet(title=gettext("Observers"), headings=headings, rows=rows)


def _request(request, entity: EntityFacts, standing: list, zone: str, language: str) -> tuple:
    name = text_in(entity.names, language)
    own = (local(request.received_at, zone), request.contact_name, request.contact_email, request.note)
    return (name, entity.code, *standing, *own)
