"""Facts of times and seats for tests without a database: keyword functions whose defaults do not matter to the test."""

from datetime import UTC, datetime
from itertools import count

from events.domain.facts import EntryFacts, ItemFacts, MeetingFacts, OpenPointFacts, SegmentFacts, SpeechFacts
from participants.domain.values import (
    DelegateFacts,
    DelegationFacts,
    EntityFacts,
    InvitationFacts,
    RequestFacts,
    RosterFacts,
)

AT = datetime(2017, 9, 1, 12, tzinfo=UTC)
_numbers = count(1)


def named(prefix):
    return f"{prefix}-{next(_numbers)}"


def clock(text, day="2017-09-20"):
    """A wall clock of the meeting's day: "15:30"."""
    return datetime.fromisoformat(f"{day}T{text}")


def entry(uuid="entry", *, sequence=0, changed_at=AT):
    return EntryFacts(uuid=uuid, sequence=sequence, changed_at=changed_at, created_at=AT)


def speech(*, minutes=5, **fields):
    defaults = {"uuid": named("speech"), "version": 1, "position": 0, "delegation": "delegation"}
    return SpeechFacts(planned_minutes=minutes, **defaults | fields)


def item(*, kind="statement", minutes=None, speeches=(), **fields):
    """An item; `speeches` are minutes of speeches, or speeches."""
    uuid = fields.pop("uuid", "") or named("item")
    made = tuple(one if isinstance(one, SpeechFacts) else speech(minutes=one) for one in speeches)
    defaults = {"version": 1, "position": 0, "title": {"en": "Item", "fr": "Point"}, "entry": entry(uuid)}
    return ItemFacts(uuid=uuid, kind=kind, duration_minutes=minutes, speeches=made, **defaults | fields)


def segment(*items, **fields):
    uuid = fields.pop("uuid", "") or named("segment")
    defaults = {"version": 1, "position": 0, "title": {"en": "Part", "fr": "Partie"}, "entry": entry(uuid)}
    return SegmentFacts(uuid=uuid, items=items, **defaults | fields)


def entity(code, *, status="member_state", kind="state", **fields):
    names = {"en": code, "fr": code}
    defaults = {"names": names, "prose": names, "formal": names, "short": names, "sort_keys": {}}
    return EntityFacts(code=code, kind=kind, status=status, **defaults | fields)


def delegation(code, *, grounds=("mediation",), status="invited", **fields):
    invitations = tuple(InvitationFacts(ground=ground) for ground in grounds)
    defaults = {"uuid": f"delegation-{code}", "version": 1}
    return DelegationFacts(entity=code, status=status, invitations=invitations, **defaults | fields)


def delegate(*, role="head", **fields):
    defaults = {"uuid": named("delegate"), "version": 1, "delegation": "delegation", "rank": "minister"}
    return DelegateFacts(role=role, **defaults | fields)


def request(code, *, place=None, **fields):
    defaults = {"uuid": named("request"), "version": 1, "delegation": f"delegation-{code}", "received_at": AT}
    return RequestFacts(place_number=place, **defaults | fields)


def roster(*delegations, requests=(), zone="America/New_York", entities=None):
    """Who attends; without `entities`, each delegation's code is that of a Member State of the same name."""
    codes = sorted({one.entity for one in delegations})
    return RosterFacts(
        slug="mali-2017", uuid="roster", version=1, first_on="2017-09-20", zone=zone, observer_places=10, changed_at=AT,
        entities=tuple(map(entity, codes)) if entities is None else tuple(entities), delegations=delegations,
        requests=tuple(requests), groups=(),
    )  # fmt: skip


def open_point(*blocks, **fields):
    defaults = {"uuid": named("point"), "version": 1, "code": "S1-01", "severity": "high", "where": {}, "proposal": {}}
    return OpenPointFacts(blocks=blocks, finding={"en": "Two times."}, **defaults | fields)


def meeting(*segments, start="15:30", end="18:00", day="2017-09-20", zone="America/New_York", **fields):
    defaults = {
        "roster": roster(zone=zone), "title": {"en": "Ministerial Meeting on Mali", "fr": "Réunion sur le Mali"},
        "short_title": {"en": "Mali", "fr": "Mali"}, "entry": entry("meeting"), "level": "ministerial",
        "in_margins_of": {}, "languages": ("en", "fr"), "reference": "", "contact_name": "", "contact_email": "",
        "contact_phone": "", "reply_deadline": None, "outcome": "summary", "organisers": (), "secretariat_seats": 0,
        "press_seats": 0, "reserve_seats": 0, "objectives": (), "reference_documents": (), "earlier_meetings": (),
        "paragraphs": (), "deletions": (), "open_points": (), "room": None,
    }  # fmt: skip
    walls = {
        name: clock(wall, day) if isinstance(wall, str) else wall for name, wall in (("start", start), ("end", end))
    }
    return MeetingFacts(segments=segments, **defaults | walls | fields)
