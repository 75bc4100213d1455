"""A meeting made from another: roster, room, programme, texts and roles taken over, dates moved, answers reset.

COPIES says what is taken over and how; LEFT_OUT what is not, and why. Each table costs a query and an insertion.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import get_language, gettext

from events.domain import wallclock
from events.models import (
    EarlierMeeting,
    Event,
    Item,
    MessageText,
    NoteDeletion,
    NoteParagraph,
    Objective,
    OpenPoint,
    Organiser,
    Place,
    PodiumPlace,
    ReferenceDocument,
    Room,
    Seat,
    SeatingPlan,
    SeatingPosition,
    Segment,
    SegmentChair,
    Speech,
    Task,
)
from events.models.fields import WallClockField
from participants.domain.dates import moment_text
from participants.domain.texts import Texts, text_in
from participants.grounds import GROUNDS
from participants.models import (
    Appointment,
    ColumnMapping,
    Delegate,
    Delegation,
    Entity,
    EntityAlias,
    EntityName,
    EntityStatus,
    Invitation,
    ObserverPlace,
    Roster,
    User,
)
from participants.operations.acting import Acting, acting
from participants.queries import entity_names, state_drawn

SEATED = [code for code, ground in GROUNDS.items() if ground.is_invited or ground.zone == "secretariat"]


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What is taken over of people: their names, whom to write to, who works at the meeting."""

    names: bool = True
    contacts: bool = True
    staff: bool = True


@dataclass(frozen=True, kw_only=True)
class Copy:
    """One table: the path from its rows to the roster, which of them, and the values that begin anew."""

    model: type[models.Model]
    of: str
    where: models.Q = field(default_factory=models.Q)
    reset: Mapping[str, Any] = field(default_factory=dict)
    is_wanted: Callable[[Kept], bool] = lambda kept: True


NOT_GONE = models.Q(withdrawn_at__isnull=True)
ANSWER = {
    "status": "proposed", "status_changed_at": None, "level_announced": "", "is_name_to_follow": False,
    "reply_channel": "", "received_at": None, "wants_floor": False, "on_behalf_of": "", "link_generation": 1,
    "released_places": 0, "released_at": None,
}  # fmt: skip
NAMELESS = {
    "is_placeholder": True, "person": None, "given_names": "", "family_name": "", "gender": "", "email": "",
    "access_needs": "", "language": "", "style_text": {},
}  # fmt: skip
OF_EVENT = "event__roster"
COPIES = (
    Copy(model=Entity, of="roster"),
    Copy(model=EntityName, of="entity__roster"),
    Copy(model=EntityStatus, of="entity__roster"),
    Copy(model=EntityAlias, of="entity__roster"),
    Copy(model=Appointment, of="roster", is_wanted=lambda kept: kept.staff),
    Copy(model=Delegation, of="roster", where=models.Q(invitations__ground__in=SEATED), reset=ANSWER),
    Copy(model=Invitation, of="delegation__roster", where=models.Q(ground__in=SEATED)),
    Copy(model=Delegate, of="delegation__roster", where=NOT_GONE, reset={"is_present": False}),
    Copy(model=ColumnMapping, of="roster"),
    Copy(model=Organiser, of=OF_EVENT),
    Copy(model=Objective, of=OF_EVENT),
    Copy(model=ReferenceDocument, of=OF_EVENT),
    Copy(model=EarlierMeeting, of=OF_EVENT),
    Copy(model=NoteParagraph, of=OF_EVENT),
    Copy(model=NoteDeletion, of=OF_EVENT),
    Copy(model=OpenPoint, of=OF_EVENT, where=models.Q(resolved_at__isnull=True), reset={"options": []}),
    Copy(model=MessageText, of=OF_EVENT),
    Copy(model=Task, of=OF_EVENT, reset={"done_at": None, "done_by": None}),
    Copy(model=Room, of=OF_EVENT),
    Copy(model=Place, of="room__event__roster"),
    Copy(model=Seat, of="room__event__roster"),
    Copy(model=Segment, of=OF_EVENT, where=NOT_GONE),
    Copy(model=SegmentChair, of="segment__event__roster"),
    Copy(model=PodiumPlace, of="segment__event__roster"),
    Copy(model=SeatingPlan, of="segment__event__roster", reset={"is_kept": False}),
    Copy(model=SeatingPosition, of="plan__segment__event__roster"),
    Copy(
        model=Item, of="segment__event__roster", where=NOT_GONE,
        reset={
            "actual_start": None, "actual_end": None,
            "order_scheme": "", "order_why": "", "order_by": None, "order_at": None,
        },
    ),
    Copy(
        model=Speech, of="item__segment__event__roster", where=NOT_GONE,
        reset={"requested_at": None, "is_text_received": False, "actual_start": None, "actual_end": None},
    ),
)  # fmt: skip
LEFT_OUT = {
    "participants.Act": "the history of the former meeting",
    "participants.Notice": "what was told of the former meeting",
    "participants.Reply": "answers to the former invitation",
    "participants.Request": "observers ask anew",
    "participants.Access": "who took what of the former meeting away",
    "participants.ConfidentialNote": "written of the former delegation",
    "participants.ListFile": "files of the former meeting",
    "participants.ObserverPlace": "made empty, as many as the roster has",
    "events.Arrival": "principals of the former meeting",
    "events.GivenPlace": "the seats follow the order again",
    "events.SeatingRule": "what the former meeting had to keep to",
    "events.ScriptLine": "written for the chairs of the former meeting",
    "events.Revision": "what was issued of the former meeting",
    "events.IssuedPrint": "prints of the former meeting",
    "events.IssuedCalendar": "calendars of the former meeting",
    "events.Feed": "addresses of the former meeting",
    "events.Letter": "letters about the former meeting",
    "events.Mail": "messages about the former meeting",
    "events.Job": "prints of the former meeting",
    "events.StoredPrint": "prints of the former meeting",
}
CALENDAR = {"sequence", "entry_digest"}


def duplicate_meeting(
    source: Roster,
    *,
    slug: str,
    title: Texts,
    first_on: date,
    by: User | None,
    at: datetime,
    short_title: Texts | None = None,
    kept: Kept = Kept(),  # noqa: B008 - a frozen value
) -> Event:
    """Make a meeting from `source` that begins on `first_on`, and return it; nothing of the former one is changed.

    Raises ValidationError: at "slug" where another meeting has the address; at "first_on" for times that the clocks
    skip or show twice on the new days, and for entities that have no name then, all of them at once.
    """
    event = Event.objects.select_related("roster").get(roster=source)
    days = first_on - source.first_on
    _refuse_clocks(event, source, days)
    _refuse_nameless(source, first_on)
    roster = _roster(source, slug=slug, first_on=first_on, at=at)
    with transaction.atomic():
        roster.full_clean()
        roster.save(force_insert=True)
        with acting(roster, operation="duplicate_meeting", by=by, at=at, why=source.slug) as act:
            act.note_added(roster)
            work = _Copying(act=act, source=source, days=days, kept=kept)
            titles = {"title": title} | ({"short_title": short_title} if short_title is not None else {})
            new = work.copy_event(event, **titles)
            work.copy_all()
            act.add(EarlierMeeting(event=new, held_on=source.first_on, title=event.title))
            numbers = range(1, roster.observer_places + 1)
            act.add_all([ObserverPlace(roster=act.roster, number=number) for number in numbers])
    return new


def _roster(source: Roster, *, slug: str, first_on: date, at: datetime) -> Roster:
    kept = ("zone", "observer_places", "document_languages", "most_places", "reserve_places", "is_position_shown")
    return Roster(slug=slug, first_on=first_on, changed_at=at, **{name: getattr(source, name) for name in kept})


@dataclass(kw_only=True)
class _Copying:
    """A duplication under way: what was made of what, by model and primary key."""

    act: Acting
    source: Roster
    days: timedelta
    kept: Kept
    made: dict[type[models.Model], dict[int, models.Model]] = field(default_factory=dict)

    def copy_event(self, event: Event, **titles: Texts) -> Event:
        self.made[Roster] = {self.source.pk: self.act.roster}
        values = self.values(event, {}) | titles | {"reply_deadline": None}
        row = self.act.add(Event(**values))
        self.made[Event] = {event.pk: row}
        return row

    def copy_all(self) -> None:
        for copy in COPIES:
            self.made.setdefault(copy.model, {})
            if copy.is_wanted(self.kept):
                self.copy(copy)

    def copy(self, copy: Copy) -> None:
        # One with two grounds comes once.
        rows = copy.model._default_manager.filter(copy.where, **{copy.of: self.source}).order_by("pk").distinct()
        pairs = []
        for row in rows:
            values = self.values(row, copy.reset)
            if values is not None:
                pairs.append((row.pk, copy.model(**values)))
        self.act.add_all([new for _, new in pairs])
        self.made[copy.model] = dict(pairs)

    def values(self, row: models.Model, reset: Mapping[str, Any]) -> dict[str, Any] | None:
        """The values of the row's copy; None where it belongs to something that is not taken over."""
        values: dict[str, Any] = {}
        for one in row._meta.concrete_fields:
            if one.primary_key or one.name in ("uuid", "version", "created_at") or one.name in CALENDAR:
                continue
            value = reset[one.name] if one.name in reset else self.value(one, getattr(row, one.attname))
            if value is GONE:
                return None
            values[one.name if one.name in reset or isinstance(value, models.Model) else one.attname] = value
        return values | self.personal(row)

    def value(self, one: models.Field, value: Any) -> Any:
        if isinstance(one, models.ForeignKey) and one.related_model in self.made and value is not None:
            found = self.made[one.related_model].get(value)
            if found is None and one.related_model is Entity:
                return value
            return found if found is not None else None if one.null else GONE
        if isinstance(one, WallClockField) and value is not None:
            return value + self.days
        return self.act.at if one.name in ("entry_changed_at", "entry_created_at") else value

    def personal(self, row: models.Model) -> dict[str, Any]:
        if isinstance(row, Delegate) and not self.kept.names:
            return NAMELESS | {"style": "automatic" if row.style == "own" else row.style}
        if isinstance(row, Delegation):
            return {} if self.kept.contacts else {"contact_name": "", "contact_email": ""}
        if isinstance(row, SeatingPlan) and row.drawn_state_id:
            return {"drawn_state": state_drawn(self.act.roster.first_on)}
        return {}


GONE = object()


def _refuse_clocks(event: Event, source: Roster, days: timedelta) -> None:
    """Raise ValidationError for each fixed time that does not exist, or exists twice, on its new day."""
    walls = [event.starts, event.ends, event.interpretation_ends]
    for segment in Segment.objects.kept().filter(event=event):
        walls += [segment.starts, segment.ends]
    for pair in Item.objects.kept().filter(segment__event=event).values_list("fixed_start", "fixed_end"):
        walls += pair
    moved = dict.fromkeys(wall.replace(fold=0) + days for wall in walls if wall)
    bad = [wall for wall in moved if wallclock.problem(wall, source.zone)]
    if bad:
        times = "; ".join(moment_text(wall, get_language() or "en") for wall in bad)
        words = gettext("The clocks skip or repeat these times: %(times)s. Choose another day, or change them first.")
        raise ValidationError({"first_on": words % {"times": times}})


def _refuse_nameless(source: Roster, first_on: date) -> None:
    """Raise ValidationError for the entities of the meeting that have no name on the new day."""
    keys = set(source.delegations.filter(invitations__ground__in=SEATED).values_list("entity", flat=True))
    keys |= set(Organiser.objects.filter(event__roster=source).values_list("entity", flat=True))
    then = entity_names(Roster(first_on=first_on), entities=keys)
    lacking = [key for key, names in then.items() if not names]
    if lacking:
        now = entity_names(source, entities=lacking)
        names = ", ".join(sorted(text_in(now[key], get_language() or "en") for key in lacking))
        raise ValidationError({"first_on": gettext("These have no name on that day: %(names)s.") % {"names": names}})
