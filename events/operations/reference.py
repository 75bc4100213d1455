"""Rooms of the library and whole meetings, from fixtures/ to the database."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from events.domain.seating.room_file import source_texts
from events.models import Event, LibraryRoom, Room
from events.operations.loading import clock, load_lists_in, load_programme_in
from events.operations.rooms import choose_room_in
from participants.models import Appointment, Entity, ReferenceRow, Roster
from participants.operations.acting import Acting, acting
from participants.operations.ledger import Loading, ReferenceTable, fingerprint, load_table
from participants.operations.rosters import codes_in, load_delegations_in

OPERATION = "load_meeting"
ROOM_COLUMNS = ("slug", "names", "building", "city", "is_approximate", "source", "plan")
EVENT_COLUMNS = (
    "uuid", "title", "short_title", "kind", "level", "in_margins_of", "languages", "reference", "contact_name",
    "contact_email", "contact_phone",
)  # fmt: skip


def _room_values(room: Mapping[str, Any]) -> dict[str, Any]:
    return {name: room[name] for name in ROOM_COLUMNS} | {"source": source_texts(room["source"])}


@transaction.atomic
def load_rooms(rooms: Iterable[Mapping[str, Any]]) -> Loading:
    """Bring rooms into the library; see `ledger.load_table`. Copies that meetings have are left alone."""

    def plain(row: LibraryRoom) -> tuple[str, dict[str, Any]]:
        return row.slug, {name: getattr(row, name) for name in ROOM_COLUMNS}

    rows = {one["slug"]: _room_values(one) for one in rooms}
    return load_table(
        ReferenceTable(
            name="room", model=LibraryRoom, rows=rows, present=LibraryRoom.objects.all(), plain=plain, columns=dict
        )
    )


@transaction.atomic
def load_meeting(fixture: Mapping[str, Any], *, at: datetime) -> Loading:
    """Bring a whole meeting in, once, as one Act by nobody; a later file replaces it only if nobody worked on it.

    A meeting that has any other Act is left and told as changed, one that the office deleted as deleted; so is one of
    the office's own under the same address. One that names an entity or room that is not there is not loaded, and told
    as incomplete. Appointments survive a replacement. Some 60 queries, whatever the size.
    """
    slug = fixture["roster"]["slug"]
    key, wanted = f"meeting:{slug}", fingerprint(fixture)
    entry = ReferenceRow.objects.filter(key=key).first()
    present = Roster.objects.filter(uuid=fixture["roster"]["uuid"]).first() if entry else None
    if entry and present is None:
        return Loading(deleted=[key])
    if entry and entry.fingerprint == wanted:
        return Loading(unchanged=1)
    if Roster.objects.filter(slug=slug).exclude(pk=present and present.pk).exists():
        return Loading(changed=[key])
    if present and present.acts.exclude(operation=OPERATION).exists():
        return Loading(changed=[key])
    if not _is_complete(fixture):
        return Loading(incomplete=[key])
    appointed = list(Appointment.objects.filter(roster=present).values_list("user_id", "role")) if present else []
    if present:
        present.delete()
    roster = _insert(fixture, at=at)
    Appointment.objects.bulk_create(Appointment(roster=roster, user_id=user, role=role) for user, role in appointed)
    ReferenceRow.objects.update_or_create(key=key, defaults={"fingerprint": wanted})
    return Loading(updated=1) if entry else Loading(added=1)


def _is_complete(fixture: Mapping[str, Any]) -> bool:
    drawn = {one["seating"]["drawn_state"] for one in fixture["segments"] if one.get("seating")} - {"", None}
    codes = codes_in(fixture["delegations"]) | set(fixture["event"]["organisers"]) | drawn
    room = fixture["room"]["library"]
    has_room = not room or LibraryRoom.objects.filter(slug=room).exists()
    known = Entity.objects.filter(roster__isnull=True, code__in=codes).count()
    return has_room and known == len(codes)


def _insert(fixture: Mapping[str, Any], *, at: datetime) -> Roster:
    columns = fixture["roster"] | {"first_on": date.fromisoformat(fixture["roster"]["first_on"])}
    roster = Roster(**columns, changed_at=at)
    roster.full_clean()
    roster.save(force_insert=True)
    entities = dict(Entity.objects.filter(roster__isnull=True).values_list("code", "pk"))
    with acting(roster, operation=OPERATION, by=None, at=at) as act:
        act.note_added(roster)
        event = act.add(_event(act, fixture["event"]))
        load_delegations_in(act, fixture["delegations"])
        load_lists_in(act, event, fixture, entities)
        load_programme_in(act, event, fixture["segments"], entities)
        _load_room_in(act, event, fixture["room"])
    return roster


def _event(act: Acting, terms: Mapping[str, Any]) -> Event:
    return Event(
        roster=act.roster,
        **{name: terms[name] for name in EVENT_COLUMNS},
        outcome=terms["outcome"]["kind"] if terms["outcome"] else "none",
        **{name: clock(terms[name]) for name in ("starts", "ends", "reply_deadline")},
        entry_changed_at=act.at,
        entry_created_at=act.at,
    )


def _load_room_in(act: Acting, event: Event, entry: Mapping[str, Any]) -> None:
    if entry["library"]:
        choose_room_in(act, event, library=LibraryRoom.objects.get(slug=entry["library"]))
    elif entry["names"]:
        # A room of which only the name is known: it has no plan.
        names = {name: entry[name] for name in ("names", "building", "city")}
        act.add(Room(event=event, **names, width_mm=0, depth_mm=0, is_approximate=True))
