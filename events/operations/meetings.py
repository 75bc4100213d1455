"""Operations on the meeting itself: made, its times set, its terms changed."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from events.domain import wallclock
from events.models import Event, Segment
from events.operations.acting import meeting_act
from meetingplanner.languages import USUAL_LANGUAGES
from participants.domain.texts import Texts
from participants.models import Appointment, Roster, User
from participants.operations.acting import Acting, acting
from participants.operations.observers import set_places_in

Times = tuple[datetime | None, datetime | None]
FIRST_PART: Texts = {
    "en": "Meeting",
    "fr": "Réunion",
    "es": "Reunión",
    "ru": "Заседание",
    "ar": "الاجتماع",
    "zh": "会议",
}
ORGANISER_ROLE = "desk_officer"


def create_meeting(
    *,
    slug: str,
    zone: str,
    title: Texts,
    starts: datetime,
    ends: datetime,
    by: User | None,
    at: datetime,
    observer_places: int = 0,
    document_languages: Iterable[str] = USUAL_LANGUAGES,
    **terms: Any,
) -> Event:
    """Make a meeting with its roster and one part that lasts as long as it, and return it.

    `terms` are further columns of Event. The creator becomes its desk officer unless a general appointment does for
    every meeting.

    Raises:
        ValidationError: at "slug" where another meeting has the address, at "ends" where the end is not after the
            start, or for a value that its column refuses.
    """
    _refuse_end_before_start(starts, ends, zone)
    languages = list(document_languages)
    roster = Roster(slug=slug, zone=zone, first_on=starts.date(), document_languages=languages, changed_at=at)
    with transaction.atomic():
        roster.full_clean()
        roster.save(force_insert=True)
        with acting(roster, operation="create_meeting", by=by, at=at) as act:
            act.note_added(roster)
            entry = {"entry_changed_at": at, "entry_created_at": at}
            event = act.add(Event(roster=act.roster, title=title, starts=starts, ends=ends, **entry, **terms))
            act.add(Segment(event=event, title=FIRST_PART, **entry))
            if observer_places:
                set_places_in(act, observer_places)
            if by and not Appointment.objects.filter(user=by, roster=None).exists():
                act.add(Appointment(user=by, role=ORGANISER_ROLE, roster=act.roster))
    return event


def set_times(
    event: Event,
    *,
    starts: datetime,
    ends: datetime,
    by: User | None,
    at: datetime,
    why: str = "",
    version: int | None = None,
    segment_times: Mapping[str, Times] | None = None,
) -> Event:
    """Set when the meeting starts and ends, and by `segment_times` the fixed start and end of parts, by uuid.

    The roster's first day follows the start. Returns the event as it is now.

    Raises:
        Stale: `version` is not the event's any more.
        ValidationError: at "ends" where an end is not after its start, at "starts" or "ends" for a skipped time.
        Segment.DoesNotExist: a part that is not the meeting's, or was withdrawn.
    """
    with meeting_act(event, operation="set_times", by=by, at=at, why=why) as act:
        return set_times_in(act, event, starts=starts, ends=ends, version=version, segment_times=segment_times)


def set_times_in(
    act: Acting,
    event: Event,
    *,
    starts: datetime,
    ends: datetime,
    version: int | None = None,
    segment_times: Mapping[str, Times] | None = None,
) -> Event:
    """Do the work of `set_times` within an operation under way."""
    _refuse_end_before_start(starts, ends, act.roster.zone)
    changed = act.change(event, version=version, starts=starts, ends=ends)
    for uuid, (start, end) in (segment_times or {}).items():
        _refuse_end_before_start(start, end, act.roster.zone)
        act.change(Segment.objects.kept().get(event=event, uuid=uuid), starts=start, ends=end)
    change_roster_in(act, first_on=starts.date())
    return changed


def change_meeting(
    event: Event,
    *,
    version: int | None,
    by: User | None,
    at: datetime,
    why: str = "",
    roster: Mapping[str, Any] | None = None,
    **fields: Any,
) -> Event:
    """Change columns of the event, and by `roster` its address or zone; returns the event as it is now.

    Raises:
        Stale: `version` is not the event's any more.
        ValidationError: at "slug" where another meeting has the address, at "ends" where the end is not after the
            start, at "starts" or "ends" for a time that the zone's clocks skip.
    """
    with meeting_act(event, operation="change_meeting", by=by, at=at, why=why) as act:
        current = Event.objects.get(pk=event.pk)
        starts, ends = fields.get("starts", current.starts), fields.get("ends", current.ends)
        _refuse_end_before_start(starts, ends, (roster or {}).get("zone", act.roster.zone))
        changed = act.change(event, version=version, **fields)
        is_moved = change_roster_in(act, **(roster or {}), first_on=starts.date())
        if is_moved and changed.version == current.version:
            # The address and the zone stand on the roster, whose version every act raises: forms watch the event's.
            Event.objects.filter(pk=event.pk).update(version=F("version") + 1)
        return changed


def change_roster_in(act: Acting, **wanted: Any) -> bool:
    """Change columns of the roster within an operation under way, and return whether anything differed."""
    if all(getattr(act.roster, name) == value for name, value in wanted.items()):
        return False
    slug = wanted.get("slug", act.roster.slug)
    if Roster.objects.filter(slug=slug).exclude(pk=act.roster.pk).exists():
        raise ValidationError({"slug": _("Another meeting has this address.")})
    changed = act.change(act.roster, **wanted)
    for name in wanted:
        setattr(act.roster, name, getattr(changed, name))
    return True


def _refuse_end_before_start(start: datetime | None, end: datetime | None, zone: str) -> None:
    for name, wall in (("starts", start), ("ends", end)):
        if wall is not None and wallclock.problem(wall, zone, is_chosen=True) == "missing":
            raise ValidationError({name: _("The clocks skip this time on that day. Choose another.")})
    if start is not None and end is not None and wallclock.instant(end, zone) <= wallclock.instant(start, zone):
        raise ValidationError({"ends": _("The end must come after the start.")})
