"""The meetings under fixtures/ as facts, without a database: what documents are judged by."""

import json
from datetime import UTC, datetime
from functools import cache

from events.domain.facts import (
    DeletionFacts,
    EarlierMeetingFacts,
    EntryFacts,
    ItemFacts,
    MeetingFacts,
    ObjectiveFacts,
    OpenPointFacts,
    ParagraphFacts,
    ReferenceDocumentFacts,
    SegmentFacts,
    SpeechFacts,
)
from events.domain.seating.values import room_from_data
from participants.domain.values import DelegateFacts, DelegationFacts, EntityFacts, InvitationFacts, RosterFacts
from tests.fixture_files import ENTITIES, FIXTURES, MEETINGS, NAMES, holds, table

AT = datetime(2017, 9, 20, 13, tzinfo=UTC)
LANGUAGES = ("en", "fr")


@cache
def reference_facts(slug):
    data = MEETINGS[slug]
    event, day = data["event"], data["roster"]["first_on"]
    codes = {one["entity"]: one["uuid"] for one in data["delegations"]}
    outcome = event["outcome"] or {"kind": "summary"}
    return MeetingFacts(
        roster=_roster(data, day),
        entry=_entry(event["uuid"]),
        start=_wall(event["starts"]),
        end=_wall(event["ends"]),
        outcome=outcome["kind"],
        reply_deadline=None,
        languages=tuple(event["languages"]),
        organisers=tuple(event["organisers"]),
        secretariat_seats=0,
        press_seats=0,
        reserve_seats=0,
        segments=tuple(_segment(one, n, codes) for n, one in enumerate(data["segments"])),
        objectives=tuple(ObjectiveFacts(position=n, **one) for n, one in enumerate(event["objectives"])),
        reference_documents=tuple(ReferenceDocumentFacts(**one) for one in event["reference_documents"]),
        earlier_meetings=tuple(
            EarlierMeetingFacts(held_on=one["held_on"], title=one["title"]) for one in event["earlier_meetings"]
        ),
        **_note(data.get("note") or {}),
        open_points=tuple(_point(one) for one in data.get("open_points", ())),
        room=_room(data["room"]),
        **{name: event[name] for name in ("title", "short_title", "kind", "level", "in_margins_of", "reference")},
        **{name: event[name] for name in ("contact_name", "contact_email", "contact_phone")},
    )


def _wall(text):
    return datetime.fromisoformat(text) if text else None


def _entry(uuid):
    return EntryFacts(uuid=uuid, sequence=0, changed_at=AT, created_at=AT)


def _roster(data, day):
    named = {one["entity"] for one in data["delegations"]} | set(data["event"]["organisers"])
    named |= {person["organ"] for one in data["delegations"] for person in one["delegates"] if person["organ"]}
    named |= {one["seating"]["drawn_state"] for one in data["segments"] if one["seating"]["drawn_state"]}
    return RosterFacts(
        **data["roster"],
        version=1,
        changed_at=AT,
        entities=tuple(entity_on(code, day) for code in sorted(named)),
        delegations=tuple(_delegation(one) for one in data["delegations"]),
        requests=(),
        groups=(),
    )


@cache
def _statuses():
    return table("entity_statuses")


def entity_on(code, day):
    row = ENTITIES[code]
    names = {one["language"]: one for one in NAMES if one["code"] == code and holds(one, day)}
    standing = row["parent"] or code
    status = next(one["status"] for one in _statuses() if one["code"] == standing and holds(one, day))

    def texts(column):
        return {language: name[column] for language, name in names.items() if name[column]}

    return EntityFacts(
        code=code,
        kind=row["kind"],
        status=status,
        names=texts("list_name"),
        prose=texts("prose"),
        formal=texts("formal"),
        short=texts("short"),
        sort_keys=texts("sort_key"),
        abbreviations=texts("abbreviation"),
        gender_fr=row["gender_fr"],
        organ_of=row["parent"],
    )


def _delegation(one):
    return DelegationFacts(
        uuid=one["uuid"],
        version=1,
        entity=one["entity"],
        status=one["status"],
        invitations=tuple(InvitationFacts(**ground) for ground in one["grounds"]),
        delegates=tuple(_delegate(person, one["uuid"], n) for n, person in enumerate(one["delegates"])),
        places_at_table=one["places_at_table"],
        places_behind=one["places_behind"],
    )


def _delegate(person, delegation, position):
    same = ("uuid", "role", "rank", "style", "gender", "given_names", "family_name", "function", "capacity", "organ")
    return DelegateFacts(
        version=1,
        delegation=delegation,
        position=position,
        is_family_name_first=person["family_first"],
        is_present=person["present"],
        **{name: person[name] or "" if name == "organ" else person[name] for name in same},
    )


def _segment(one, position, codes):
    return SegmentFacts(
        uuid=one["uuid"],
        version=1,
        position=position,
        title=one["title"],
        entry=_entry(one["uuid"]),
        start=_wall(one["starts"]),
        end=_wall(one["ends"]),
        handover_seconds=one["handover_seconds"],
        chairs=tuple(one["chairs"]),
        podium=tuple(one["podium"]),
        items=tuple(_item(item, n, codes) for n, item in enumerate(one["items"])),
        seating_scheme=one["seating"]["scheme"],
        seating_language=one["seating"]["language"],
        drawn_state=one["seating"]["drawn_state"] or "",
    )


def _item(one, position, codes):
    return ItemFacts(
        uuid=one["uuid"],
        version=1,
        position=position,
        kind=one["kind"],
        title=one["title"],
        entry=_entry(one["uuid"]),
        description=one["description"],
        fixed_start=_wall(one["fixed_start"]),
        duration_minutes=one["minutes"],
        press=one["press"] or "open",
        actual_start=_wall(one["actual_start"]),
        actual_end=_wall(one["actual_end"]),
        speeches=tuple(_speech(speech, n, codes) for n, speech in enumerate(one["speeches"])),
    )


def _speech(one, position, codes):
    return SpeechFacts(
        uuid=one["uuid"],
        version=1,
        position=position,
        delegation=codes[one["delegation"]],
        delegate=one["delegate"] or "",
        capacity=one["capacity"],
        on_behalf_of=one["on_behalf_of"],
        planned_minutes=one["minutes"],
        is_text_received=one["text_received"],
    )


def _note(note):
    blocks = enumerate(note.get("blocks", ()))
    return {
        "paragraphs": tuple(ParagraphFacts(version=1, position=n, **one) for n, one in blocks),
        "deletions": tuple(
            DeletionFacts(number=one["number"], decision=one["decision"]) for one in note.get("deletions", ())
        ),
    }


def _point(one):
    texts = {name: one[name] for name in ("uuid", "code", "severity", "where", "finding", "proposal")}
    return OpenPointFacts(version=1, blocks=tuple(one["blocks"]), **texts)


def _room(room):
    path = FIXTURES / "rooms" / f"{room['library']}.json"
    data = json.loads(path.read_text("utf-8"))
    return room_from_data({**data, **{name: room[name] for name in ("names", "building", "city")}})
