"""From models to values: the whole meeting as frozen facts, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction

from events.domain.facts import (
    ArrivalFacts,
    DeletionFacts,
    EarlierMeetingFacts,
    EntryFacts,
    GivenFacts,
    InterpreterFacts,
    ItemFacts,
    MeetingFacts,
    ObjectiveFacts,
    OpenPointFacts,
    OrderFacts,
    ParagraphFacts,
    ReferenceDocumentFacts,
    ScriptLineFacts,
    SegmentFacts,
    SpeechFacts,
)
from events.domain.office import OfficeLook
from events.models import (
    Event,
    GivenPlace,
    Item,
    OfficeStyle,
    PodiumPlace,
    SeatingPlan,
    SeatingPosition,
    Segment,
    SegmentChair,
    Speech,
)
from events.models.fields import CalendarEntry
from events.room_facts import room_facts
from participants.domain.seat_orders import SEATING_SCHEMES
from participants.models import Entity, Roster
from participants.queries import roster_facts

# How often facts that an operation overtook are read again before the roster is locked for one reading.
READINGS = 3


def meeting_facts(roster: Roster) -> MeetingFacts:
    """Return everything that is known of the meeting of `roster` in one state, withdrawn programme rows left out.

    `roster` only says which meeting: its row is read again, and when an operation was committed between the first
    query and the last, everything is, at last under the lock; so "as of" is always that of the facts. Segments, items
    and speeches come by position, paragraphs and open points too. At most 32 queries whatever the size, one more for
    seats by hand. Raises Event.DoesNotExist when the roster has no event.
    """
    for _ in range(READINGS):
        facts = _read(Roster.objects.get(pk=roster.pk))
        if Roster.objects.values_list("version", flat=True).get(pk=roster.pk) == facts.roster.version:
            return facts
    with transaction.atomic():
        return _read(Roster.objects.select_for_update().get(pk=roster.pk))


def office_look() -> OfficeLook:
    """Return the look that the office gives its documents, empty where it chose nothing. One query."""
    row = OfficeStyle.objects.first()
    if row is None:
        return OfficeLook()
    return OfficeLook(
        accent=row.accent,
        second=row.second,
        masthead=row.masthead,
        logo=bytes(row.logo),
        word_template=bytes(row.word_template),
    )


def _read(roster: Roster) -> MeetingFacts:
    event = Event.objects.get(roster=roster)
    plans = {plan.segment_id: plan for plan in SeatingPlan.objects.filter(segment__event=event)}
    organisers = list(event.organisers.select_related("entity"))
    named = {one.entity_id for one in organisers} | {plan.drawn_state_id for plan in plans.values()}
    facts = roster_facts(roster, also=frozenset(key for key in named if key))
    return MeetingFacts(
        roster=facts,
        title=event.title,
        short_title=event.short_title or event.title,
        entry=_entry(event),
        kind=event.kind,
        level=event.level,
        start=event.starts,
        end=event.ends,
        in_margins_of=event.in_margins_of,
        languages=tuple(event.languages),
        reference=event.reference,
        contact_name=event.contact_name,
        contact_email=event.contact_email,
        contact_phone=event.contact_phone,
        reply_deadline=event.reply_deadline,
        outcome=event.outcome,
        interpretation_end=event.interpretation_ends,
        is_programme_public=event.is_programme_public,
        organisers=tuple(one.entity.code for one in organisers),
        secretariat_seats=event.secretariat_seats,
        press_seats=event.press_seats,
        reserve_seats=event.reserve_seats,
        segments=_segments(event, plans, _drawn(plans, facts)),
        **_texts(event),
        room=room_facts(event),
        arrivals=_arrivals(event),
        script_lines=_script_lines(event),
    )


def _entry(row: CalendarEntry) -> EntryFacts:
    return EntryFacts(
        uuid=str(row.uuid), sequence=row.sequence, changed_at=row.entry_changed_at, created_at=row.entry_created_at
    )


def _drawn(plans: dict[int, SeatingPlan], facts) -> dict[int, str]:
    keys = {plan.drawn_state_id for plan in plans.values() if plan.drawn_state_id}
    if not keys:
        return {}
    return dict(Entity.objects.filter(pk__in=keys).values_list("pk", "code"))


def _segments(event: Event, plans: dict[int, SeatingPlan], drawn: dict[int, str]) -> tuple[SegmentFacts, ...]:
    (chairs, chairs_gone), (podium, podium_gone) = _people(SegmentChair, event), _people(PodiumPlace, event)
    items, by_hand, given = _items(event), _by_hand(plans), given_places(plans.values())
    return tuple(
        SegmentFacts(
            uuid=str(row.uuid),
            version=row.version,
            position=row.position,
            title=row.title,
            entry=_entry(row),
            start=row.starts,
            end=row.ends,
            handover_seconds=row.handover_seconds,
            chairs=tuple(uuid for uuid, _ in chairs[row.pk]),
            podium=tuple(uuid for uuid, _ in podium[row.pk]),
            departed=tuple(dict.fromkeys(uuid for uuid, _ in (*chairs_gone[row.pk], *podium_gone[row.pk]))),
            items=tuple(items[row.pk]),
            interpreters=tuple(InterpreterFacts(delegate=uuid, place=one) for uuid, one in podium[row.pk] if one),
            seating_by_hand=by_hand[row.pk],
            given=given[row.pk],
            **_seating(plans.get(row.pk), drawn),
        )
        for row in Segment.objects.kept().filter(event=event).order_by("position", "pk")
    )


def _seating(plan: SeatingPlan | None, drawn: dict[int, str]) -> dict[str, str | bool]:
    if plan is None:
        return {}
    return {
        "seating_scheme": plan.scheme,
        "seating_language": plan.language,
        "drawn_state": drawn.get(plan.drawn_state_id, ""),
        "is_seating_kept": plan.is_kept,
        "is_seating_mixed": plan.is_mixed,
        "seating_rank_scheme": plan.rank_scheme,
    }


def _by_hand(plans: dict[int, SeatingPlan]) -> dict[int, tuple[str, ...]]:
    """Return the uuids of the delegations in the order by hand, by segment; no query where nobody is seated so."""
    found: dict[int, tuple[str, ...]] = defaultdict(tuple)
    by_hand = [plan.pk for plan in plans.values() if SEATING_SCHEMES[plan.scheme].is_by_hand]
    if by_hand:
        rows = SeatingPosition.objects.filter(plan__in=by_hand).order_by("position", "pk")
        for segment, uuid in rows.values_list("plan__segment", "delegation__uuid"):
            found[segment] += (str(uuid),)
    return found


def given_places(plans: Iterable[SeatingPlan]) -> dict[int, tuple[GivenFacts, ...]]:
    """Return the places given, zone by zone in walking order, by segment (pk); no query where no plan is kept."""
    found: dict[int, tuple[GivenFacts, ...]] = defaultdict(tuple)
    kept = [plan.pk for plan in plans if plan.is_kept]
    if kept:
        columns = ("plan__segment", "zone", "number", "delegation__uuid", "is_pinned")
        rows = GivenPlace.objects.filter(plan__in=kept).order_by("zone", "number")
        for segment, zone, number, uuid, is_pinned in rows.values_list(*columns):
            found[segment] += (GivenFacts(zone=zone, number=number, delegation=str(uuid), is_pinned=is_pinned),)
    return found


People = dict[int, tuple[tuple[str, str], ...]]


def _people(model: type[SegmentChair] | type[PodiumPlace], event: Event) -> tuple[People, People]:
    """Return who is on the lists and who left since, by segment, each with where the interpreter sits, "" for none."""
    here: People = defaultdict(tuple)
    gone: People = defaultdict(tuple)
    columns = ["segment_id", "delegate__uuid", "delegate__withdrawn_at"]
    columns += ["interpreter"] if model is PodiumPlace else []
    rows = model.objects.filter(segment__event=event).order_by("position", "pk").values_list(*columns)
    for segment, uuid, left_at, *interpreter in rows:
        (gone if left_at else here)[segment] += ((str(uuid), "".join(interpreter)),)
    return here, gone


def _items(event: Event) -> dict[int, list[ItemFacts]]:
    speeches = _speeches(event)
    items: dict[int, list[ItemFacts]] = defaultdict(list)
    rows = Item.objects.kept().filter(segment__event=event).select_related("order_by")
    for row in rows.order_by("position", "pk"):
        items[row.segment_id].append(
            ItemFacts(
                uuid=str(row.uuid),
                version=row.version,
                position=row.position,
                kind=row.kind,
                title=row.title,
                entry=_entry(row),
                description=row.description,
                fixed_start=row.fixed_start,
                fixed_end=row.fixed_end,
                duration_minutes=row.duration_minutes,
                limit_seconds=row.limit_seconds,
                order=_order(row),
                press=row.press,
                actual_start=row.actual_start,
                actual_end=row.actual_end,
                speeches=tuple(speeches[row.pk]),
            )
        )
    return items


def _order(row: Item) -> OrderFacts | None:
    if not row.order_scheme:
        return None
    by = str(row.order_by) if row.order_by else ""
    return OrderFacts(scheme=row.order_scheme, why=row.order_why, by=by, at=row.order_at)


def _speeches(event: Event) -> dict[int, list[SpeechFacts]]:
    rows = Speech.objects.kept().filter(item__segment__event=event).select_related("delegation", "delegate", "group")
    speeches: dict[int, list[SpeechFacts]] = defaultdict(list)
    for row in rows.order_by("position", "pk"):
        speeches[row.item_id].append(
            SpeechFacts(
                uuid=str(row.uuid),
                version=row.version,
                position=row.position,
                delegation=str(row.delegation.uuid),
                delegate=str(row.delegate.uuid) if row.delegate else "",
                capacity=row.capacity,
                on_behalf_of=row.on_behalf_of,
                group=row.group.code if row.group else "",
                planned_minutes=row.planned_minutes,
                requested_at=row.requested_at,
                language=row.language,
                is_text_received=row.is_text_received,
                actual_start=row.actual_start,
                actual_end=row.actual_end,
            )
        )
    return speeches


def _texts(event: Event) -> dict[str, tuple]:
    return {
        "objectives": tuple(
            ObjectiveFacts(uuid=str(row.uuid), position=row.position, text=row.text) for row in event.objectives.all()
        ),
        "reference_documents": tuple(
            ReferenceDocumentFacts(
                symbol=row.symbol, title=row.title, dated_on=row.dated_on.isoformat() if row.dated_on else ""
            )
            for row in event.reference_documents.all()
        ),
        "earlier_meetings": tuple(
            EarlierMeetingFacts(held_on=row.held_on.isoformat(), title=row.title)
            for row in event.earlier_meetings.all()
        ),
        "paragraphs": tuple(
            ParagraphFacts(
                uuid=str(row.uuid),
                version=row.version,
                position=row.position,
                kind=row.kind,
                number=row.number,
                text=row.text,
            )
            for row in event.paragraphs.all()
        ),
        "deletions": tuple(DeletionFacts(number=row.number, decision=row.decision) for row in event.deletions.all()),
        "open_points": tuple(_open_point(row) for row in event.open_points.all()),
    }


def _open_point(row) -> OpenPointFacts:
    return OpenPointFacts(
        uuid=str(row.uuid),
        version=row.version,
        code=row.code,
        severity=row.severity,
        where=row.where,
        finding=row.finding,
        proposal=row.proposal,
        blocks=tuple(row.blocks),
        resolved_at=row.resolved_at,
        resolved_by=row.resolved_by,
        resolution=row.resolution,
    )


def _arrivals(event: Event) -> tuple[ArrivalFacts, ...]:
    rows = event.arrivals.filter(delegate__withdrawn_at__isnull=True).select_related("delegate", "leaves_after")
    return tuple(
        ArrivalFacts(
            uuid=str(row.uuid),
            version=row.version,
            delegate=str(row.delegate.uuid),
            arrives=row.arrives,
            entrance=row.entrance,
            holding_room=row.holding_room,
            escort=row.escort,
            leaves_after=str(row.leaves_after.uuid) if row.leaves_after else "",
            note=row.note,
        )
        for row in rows
    )


def _script_lines(event: Event) -> tuple[ScriptLineFacts, ...]:
    return tuple(
        ScriptLineFacts(
            uuid=str(row.uuid),
            version=row.version,
            subject=str(row.subject),
            place=row.place,
            language=row.language,
            text=row.text,
            made_from=row.made_from,
        )
        for row in event.script_lines.all()
    )
