"""Facts for tests without a database: keyword functions whose defaults make a sound meeting of one delegation."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from events.domain.facts import (
    ArrivalFacts,
    EntryFacts,
    ItemFacts,
    MeetingFacts,
    ParagraphFacts,
    PlaceFacts,
    RoomFacts,
    SeatFacts,
    SegmentFacts,
    SpeechFacts,
)
from participants.domain.values import (
    DelegateFacts,
    DelegationFacts,
    EntityFacts,
    InvitationFacts,
    RequestFacts,
    RosterFacts,
)

AT = datetime(2017, 9, 1, 12, tzinfo=UTC)


def uuid(name):
    return str(uuid5(NAMESPACE_URL, name))


def both(en, fr=""):
    return {"en": en, "fr": fr or en}


def entity(code, *, en="", fr="", **fields):
    texts = both(en or code, fr)
    defaults = {"kind": "state", "status": "member_state", "names": texts, "prose": texts, "formal": texts,
                "short": texts, "sort_keys": {language: text.lower() for language, text in texts.items()}}  # fmt: skip
    return EntityFacts(code=code, **defaults | fields)


def delegate(name, *, delegation, role="head", **fields):
    """A delegate named "Given Family"; an empty name makes a placeholder."""
    given, _, family = name.rpartition(" ")
    defaults = {"rank": "minister", "gender": "m", "function": both("Minister", "Ministre"), "version": 1}
    return DelegateFacts(
        uuid=uuid(f"{delegation} {name}"), delegation=uuid(delegation), role=role, given_names=given,
        family_name=family, is_placeholder=not name, **defaults | fields,
    )  # fmt: skip


def delegation(code, *delegates, grounds=("host",), status="accepted", **fields):
    return DelegationFacts(
        uuid=uuid(code), version=1, entity=code, status=status, delegates=delegates,
        invitations=tuple(InvitationFacts(ground=ground) for ground in grounds), **fields,
    )  # fmt: skip


def request(code, *, number=1, **fields):
    return RequestFacts(
        uuid=uuid(f"request {code} {number}"), version=1, delegation=uuid(code), **{"received_at": AT} | fields
    )


def entry(name):
    return EntryFacts(uuid=uuid(name), sequence=0, changed_at=AT, created_at=AT)


def speech(code, *, by="", minutes=5, position=0, **fields):
    return SpeechFacts(
        uuid=uuid(f"speech {code} {by} {position}"), version=1, position=position, delegation=uuid(code),
        delegate=uuid(f"{code} {by}") if by else "", planned_minutes=minutes, **fields,
    )  # fmt: skip


def item(title, *speeches, kind="statement", minutes=None, **fields):
    return ItemFacts(
        uuid=uuid(title), version=1, position=0, kind=kind, title=both(title), entry=entry(title), speeches=speeches,
        duration_minutes=minutes, **fields,
    )  # fmt: skip


def segment(title, *items, chairs=(), podium=(), **fields):
    """A segment; `chairs` and `podium` are pairs of entity code and name."""
    return SegmentFacts(
        uuid=uuid(title), version=1, position=0, title=both(title), entry=entry(title), items=items,
        chairs=tuple(uuid(f"{code} {name}") for code, name in chairs),
        podium=tuple(uuid(f"{code} {name}") for code, name in podium), **fields,
    )  # fmt: skip


def arrival(code, name, *, leaves_after="", **fields):
    """How a delegate comes and goes; `leaves_after` is the title of an item."""
    return ArrivalFacts(
        uuid=uuid(f"arrival {code} {name}"), version=1, delegate=uuid(f"{code} {name}"),
        leaves_after=uuid(leaves_after) if leaves_after else "", **fields,
    )  # fmt: skip


def room(*, podium=1, table=1, behind=1, observers=0, blocked=()):
    seats, places = [], []
    for zone, count in (("podium", podium), ("table", table), ("observers", observers)):
        for number in range(1, count + 1):
            label = f"{zone[0].upper()}{number}"
            rear = tuple(f"{label}b{n}" for n in range(1, behind + 1)) if zone == "table" else ()
            if zone != "podium":
                places.append(PlaceFacts(zone=zone, number=number, seat=label, behind=rear))
            seats += [_seat(label, zone, number, blocked), *(_seat(one, "behind", number, blocked) for one in rear)]
    return RoomFacts(
        names=both("Room", "Salle"), building={}, city={}, width_mm=20_000, depth_mm=15_000, is_approximate=False,
        seats=tuple(seats), places=tuple(places),
    )  # fmt: skip


def _seat(label, zone, number, blocked):
    return SeatFacts(
        label=label, zone=zone, row="1", side="centre", x_mm=number * 600, y_mm=1_000,
        place=None if zone == "podium" else number, is_blocked=label in blocked,
    )  # fmt: skip


def paragraph(number, **texts):
    return ParagraphFacts(
        uuid=uuid(f"paragraph {number}"), version=1, position=number, kind="paragraph", number="", text=texts
    )


def roster(*delegations, entities=(), **fields):
    """The delegations' entities need not be given: each gets its code as its name."""
    given = {one.code: one for one in entities}
    codes = {one.entity for one in delegations} - set(given)
    known = sorted([*given.values(), *(entity(code) for code in codes)], key=lambda one: one.code)
    defaults = {
        "slug": "mali", "uuid": uuid("roster"), "version": 1, "first_on": "2017-09-20", "zone": "America/New_York",
        "observer_places": 0, "changed_at": AT, "requests": (), "groups": (),
    }  # fmt: skip
    return RosterFacts(delegations=delegations, entities=tuple(known), **defaults | fields)


def meeting(*, roster=None, **fields):
    """Mali hosts and presides; one item takes all the time; the room has one place at the table."""
    head = delegate("Ibrahim Keïta", delegation="MLI")
    defaults = {
        "title": both("Meeting", "Réunion"), "short_title": both("Meeting", "Réunion"), "entry": entry("meeting"),
        "level": "ministerial", "start": datetime(2017, 9, 20, 15, 30), "end": datetime(2017, 9, 20, 18),
        "in_margins_of": {}, "languages": ("en", "fr"), "reference": "", "contact_name": "A. Desk",
        "contact_email": "desk@meeting.example", "contact_phone": "", "reply_deadline": datetime(2017, 9, 15, 18),
        "outcome": "summary", "organisers": ("MLI",), "secretariat_seats": 0, "press_seats": 0, "reserve_seats": 0,
        "segments": (segment("Opening", item("Debate", kind="debate"), chairs=[("MLI", "Ibrahim Keïta")]),),
        "objectives": (), "reference_documents": (), "earlier_meetings": (), "paragraphs": (), "deletions": (),
        "open_points": (), "room": room(),
    }  # fmt: skip
    return MeetingFacts(roster=roster or globals()["roster"](delegation("MLI", head)), **defaults | fields)


def with_roster(facts, **changes):
    return replace(facts, roster=replace(facts.roster, **changes))
