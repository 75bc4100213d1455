"""Rows for tests: keyword functions whose defaults do not matter to the test that leaves them out."""

from datetime import UTC, date, datetime
from itertools import count

from events.models import (
    Arrival,
    Event,
    Feed,
    GivenPlace,
    Item,
    Job,
    Letter,
    Mail,
    NoteDeletion,
    NoteParagraph,
    Objective,
    OpenPoint,
    Place,
    PodiumPlace,
    Room,
    Seat,
    SeatingPlan,
    SeatingRule,
    Segment,
    SegmentChair,
    Speech,
    StoredPrint,
    Task,
)
from participants.domain.answers import Answer, to_plain
from participants.models import (
    Appointment,
    DatedGroup,
    Delegate,
    Delegation,
    Entity,
    EntityName,
    EntityStatus,
    GroupMember,
    Invitation,
    ListFile,
    ObserverPlace,
    Person,
    PersonTitle,
    Reply,
    Request,
    Roster,
    User,
)
from participants.models.entities import searchable

# The instant of every row that is not about time.
AT = datetime(2017, 9, 1, 12, tzinfo=UTC)
PASSWORD = "a password that opens nothing else"
_numbers = count(1)


def user(*, email="", role="", roster=None, password=PASSWORD, **fields):
    """A person who signs in; with `role`, appointed to `roster`, or to every meeting without one."""
    row = User.objects.create_user(email or f"officer{next(_numbers)}@meeting.example", password, **fields)
    if role:
        Appointment.objects.create(user=row, role=role, roster=roster)
    return row


def roster(*, slug="", observer_places=0, at=AT, **fields):
    row = Roster.objects.create(
        **{"slug": slug or f"meeting-{next(_numbers)}", "first_on": date(2017, 9, 20), "zone": "America/New_York"}
        | fields,
        observer_places=observer_places,
        changed_at=at,
    )
    places = (ObserverPlace(roster=row, number=number) for number in range(1, observer_places + 1))
    ObserverPlace.objects.bulk_create(places)
    return row


def event(*, at=AT, has_segment=False, slug="", observer_places=0, **fields):
    """A meeting of 20 September 2017, 15:30 to 18:00, with its roster; `has_segment` gives it one part."""
    if "roster" not in fields:
        fields["roster"] = roster(slug=slug, observer_places=observer_places, at=at)
    defaults = {
        "title": {"en": "Ministerial meeting", "fr": "Réunion ministérielle"},
        "starts": datetime(2017, 9, 20, 15, 30),
        "ends": datetime(2017, 9, 20, 18),
        "languages": ["en", "fr"],
        "entry_changed_at": at,
        "entry_created_at": at,
    }
    row = Event.objects.create(**defaults | fields)
    if has_segment:
        segment(event=row, at=at)
    return row


def entity(*, code="", en="", fr="", kind="state", status="member_state", **fields):
    """An entity with its names in both languages, which are valid on every day; `status` "" records none."""
    code = code or f"E{next(_numbers):03}"
    row = Entity.objects.create(code=code, kind=kind, **fields)
    names = [
        EntityName.objects.create(entity=row, language=language, list_name=name, prose=name, formal=name, short=name)
        for language, name in (("en", en or code), ("fr", fr or en or code))
    ]
    row.search_key = searchable(code, names)
    row.save()
    if status:
        EntityStatus.objects.create(entity=row, status=status)
    return row


def delegation(*, roster, grounds=("mediation",), status="invited", **fields):
    if "entity" not in fields:
        fields["entity"] = entity()
    row = Delegation.objects.create(roster=roster, status=status, **fields)
    invitations = (Invitation(delegation=row, ground=ground, position=n) for n, ground in enumerate(grounds))
    Invitation.objects.bulk_create(invitations)
    return row


def reply(*, delegation, state="pending", **fields):
    """An answer that came behind the delegation's link after the deadline, which accepts and names nobody."""
    fields = {
        "received_at": AT,
        "recorded_at": AT,
        "channel": "link",
        "status": "accepted",
        "written_in": "en",
    } | fields
    answer = to_plain(Answer(status=fields["status"], language="en"))
    return Reply.objects.create(delegation=delegation, state=state, **{"answer": answer} | fields)


def task(*, event, days_before=7, **fields):
    texts = {"en": "Print the plates", "fr": "Imprimer les chevalets"}
    return Task.objects.create(event=event, days_before=days_before, **{"text": texts} | fields)


def letter(*, delegation, **fields):
    return Letter.objects.create(delegation=delegation, **{"language": "fr", "sent_at": AT} | fields)


def mail(*, delegation, state="sent", **fields):
    usual = {"kind": "invitation", "to": "mission@state.example", "language": "en", "subject": "Invitation"}
    texts = {"text": "Come.", "html": "<p>Come.</p>", "calendar": "BEGIN:VCALENDAR", "method": "REQUEST"}
    return Mail.objects.create(
        roster=delegation.roster, delegation=delegation, state=state, made_at=AT, next_at=AT,
        **usual | texts | fields,
    )  # fmt: skip


def delegate(*, delegation, role="head", **fields):
    defaults = {
        "given_names": "Ibrahim Boubacar",
        "family_name": "Keïta",
        "gender": "m",
        "rank": "minister",
        "function": {"en": "Minister", "fr": "Ministre"},
    }
    return Delegate.objects.create(delegation=delegation, role=role, **defaults | fields)


def person(*, code="", titles=(), **fields):
    """A person of the registry; `titles` are mappings of the fields of PersonTitle."""
    defaults = {"given_names": "Ibrahim Boubacar", "family_name": "Keïta", "gender": "m"}
    row = Person.objects.create(code=code or f"person-{next(_numbers)}", **defaults | fields)
    for title in titles:
        PersonTitle.objects.create(person=row, **title)
    return row


def group(*, code="", members=(), **fields):
    row = DatedGroup.objects.create(
        **{"code": code or f"group-{next(_numbers)}", "names": {"en": "Group", "fr": "Groupe"}} | fields
    )
    GroupMember.objects.bulk_create(GroupMember(group=row, entity=member) for member in members)
    return row


def request(*, delegation, received_at=AT, place_number=None, **fields):
    """A request for an observer place; with `place_number` it is granted that place, which must exist."""
    row = Request.objects.create(roster=delegation.roster, delegation=delegation, received_at=received_at, **fields)
    if place_number is not None:
        place = ObserverPlace.objects.get(roster=delegation.roster, number=place_number)
        place.request = row
        place.save()
    return row


def segment(*, event, at=AT, position=0, chairs=(), podium=(), scheme="", **fields):
    """A part of the meeting; `chairs` and `podium` are delegates in order, `scheme` gives it a seating plan."""
    fields = {"title": {"en": "Part", "fr": "Partie"}} | fields
    row = Segment.objects.create(event=event, position=position, entry_changed_at=at, entry_created_at=at, **fields)
    for model, people in ((SegmentChair, chairs), (PodiumPlace, podium)):
        model.objects.bulk_create(model(segment=row, delegate=one, position=n) for n, one in enumerate(people))
    if scheme:
        SeatingPlan.objects.create(segment=row, scheme=scheme)
    return row


def seating_rule(*, segment, delegation, kind="not_first_row", **fields):
    plan, _ = SeatingPlan.objects.get_or_create(segment=segment)
    return SeatingRule.objects.create(plan=plan, kind=kind, delegation=delegation, **fields)


def given_place(*, segment, delegation, number, zone="table", is_kept=True, **fields):
    plan, _ = SeatingPlan.objects.update_or_create(segment=segment, defaults={"is_kept": is_kept})
    return GivenPlace.objects.create(plan=plan, zone=zone, number=number, delegation=delegation, **fields)


def item(*, segment, at=AT, position=0, kind="statement", duration_minutes=10, **fields):
    fields = {"title": {"en": "Item", "fr": "Point"}} | fields
    return Item.objects.create(
        segment=segment, position=position, kind=kind, duration_minutes=duration_minutes, entry_changed_at=at,
        entry_created_at=at, **fields,
    )  # fmt: skip


def speech(*, item, delegation, position=0, planned_minutes=3, **fields):
    return Speech.objects.create(
        item=item, delegation=delegation, position=position, planned_minutes=planned_minutes, **fields
    )


def arrival(*, delegate, event=None, **fields):
    return Arrival.objects.create(event=event or delegate.delegation.roster.event, delegate=delegate, **fields)


def room(*, event, podium=3, table=2, observers=2, seats_behind=1, **fields):
    """A room with numbered seats: places at the table have `seats_behind` behind them; observers' have one seat."""
    defaults = {"names": {"en": "Room", "fr": "Salle"}, "width_mm": 20_000, "depth_mm": 15_000}
    row = Room.objects.create(event=event, **defaults | fields)
    counts = {"podium": (podium, 0), "table": (table, seats_behind), "observers": (observers, 0)}
    for zone, (places, behind) in counts.items():
        for number in range(1, places + 1):
            place = Place.objects.create(room=row, zone=zone, number=number)
            seats = (_seat(place, index) for index in range(1 + behind))
            Seat.objects.bulk_create(seats)
    return row


def _seat(place, index):
    zone = "behind" if index else place.zone
    return Seat(
        room=place.room,
        place=place,
        zone=zone,
        is_principal=index == 0,
        label=f"{zone[0].upper()}{place.number}-{index}",
        x_mm=place.number * 600,
        y_mm=1000 + index * 900,
    )


def stored_print(*, roster, slot="sample", document="programme", content=b"%PDF", picture=b"PNG", **fields):
    fields = {
        "name": "print.pdf",
        "content_type": "application/pdf",
        "made_at": AT,
        "pages": 1,
        "key": f"key-{next(_numbers)}",
    } | fields
    return StoredPrint.objects.create(
        roster=roster, slot=slot, document=document, content=content, picture=picture, size=len(content), **fields
    )


def job(*, roster, kind="zip", state="done", content=b"PK", name="all.zip", **fields):
    fields = {"asked_at": AT, "heartbeat_at": AT} | fields
    return Job.objects.create(roster=roster, kind=kind, state=state, content=content, name=name, **fields)


def feed(*, roster, purpose="Mission", **fields):
    return Feed.objects.create(roster=roster, purpose=purpose, digest=f"digest-{next(_numbers)}", made_at=AT, **fields)


def review(*, size=1):
    """What a review says of a file with `size` rows that change and deserve a look."""
    change = {"column": "contact_name", "old": "Ann", "new": "Zoë"}
    doubt = {
        "kind": "doubt",
        "column": "delegation",
        "template": "Row %(row)s is about the same person.",
        "values": {"row": 1},
    }
    row = {"outcome": "changed", "key": "x", "label": "Mali", "changes": [change], "remarks": [doubt]}
    rows = [row | {"number": number} for number in range(2, size + 2)]
    counts = {"error": 0, "new": 0, "changed": size, "unchanged": 0, "doubt": size}
    told = {"errors": 0, "absent": 0, "notices": [], "is_sound": True, "digest": "x"}
    return {"rows": rows, "counts": counts} | told


LIST = b"Delegation,Received\nNowhere,2017-08-01 10:00\n"


def list_file(*, roster, kind="observers", content=LIST, name="list.csv", **fields):
    """A list as taken in and reviewed; `review` None for one that is not."""
    fields = {
        "review": review(),
        "outline": {"headings": ["Delegation", "Received"], "samples": [["Nowhere"]], "rows": 1, "unknown": []},
        "columns": {"0": "delegation", "1": "received_at"},
        "uploaded_at": AT,
    } | fields
    return ListFile.objects.create(roster=roster, kind=kind, content=content, name=name, **fields)


def objective(*, event, position=0, **fields):
    return Objective.objects.create(event=event, position=position, **{"text": {"en": "Aim", "fr": "But"}} | fields)


def paragraph(*, event, text, position=0, kind="paragraph", **fields):
    """A paragraph of the concept note; `text` is English, or a mapping of languages."""
    texts = {"en": text} if isinstance(text, str) else text
    return NoteParagraph.objects.create(event=event, position=position, kind=kind, text=texts, **fields)


def deletion(*, event, number=1, decision="pending"):
    return NoteDeletion.objects.create(event=event, number=number, decision=decision)


def open_point(*, event, code="", blocks=("time",), severity="high", **fields):
    fields = {"finding": {"en": "Two times are given.", "fr": "Deux horaires sont donnés."}} | fields
    return OpenPoint.objects.create(
        event=event, code=code or f"P{next(_numbers)}", severity=severity, blocks=list(blocks), **fields
    )
