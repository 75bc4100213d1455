"""The parts of a meeting's file, each inserted by one statement: programme, lists, concept note, open points."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from events.domain import wallclock
from events.models import (
    EarlierMeeting,
    Event,
    Item,
    NoteDeletion,
    NoteParagraph,
    Objective,
    OpenPoint,
    Organiser,
    PodiumPlace,
    ReferenceDocument,
    SeatingPlan,
    SeatingPosition,
    Segment,
    SegmentChair,
    Speech,
)
from participants.models import Delegate, Delegation
from participants.operations.acting import Acting

Entry = Mapping[str, Any]


def clock(text: str | None) -> datetime | None:
    """Return the wall clock of a file, None for none."""
    return wallclock.from_text(text) if text else None


def load_lists_in(act: Acting, event: Event, fixture: Entry, entities: Mapping[str, int]) -> None:
    """Insert organisers, objectives, reference documents, earlier meetings, concept note and open points in order."""
    terms, note = fixture["event"], fixture["note"]
    organisers = [
        Organiser(event=event, entity_id=entities[code], position=n) for n, code in enumerate(terms["organisers"])
    ]
    act.add_all(organisers)
    act.add_all(_numbered(terms["objectives"], lambda one: Objective(event=event, uuid=one["uuid"], text=one["text"])))
    act.add_all(_numbered(terms["reference_documents"], lambda one: _document(event, one)))
    act.add_all([_earlier(event, one) for one in terms["earlier_meetings"]])
    act.add_all(_numbered(note["blocks"], lambda one: NoteParagraph(event=event, **one)))
    act.add_all([NoteDeletion(event=event, **one) for one in note["deletions"]])
    act.add_all(_numbered(fixture["open_points"], lambda one: OpenPoint(event=event, **one)))


def load_programme_in(act: Acting, event: Event, segments: list[Entry], entities: Mapping[str, int]) -> None:
    """Insert the segments with chairs, podium, seating, items and speeches; the delegations must be there."""
    delegates = {str(key): pk for key, pk in _of(act, Delegate, "delegation__roster").values_list("uuid", "pk")}
    delegations = dict(_of(act, Delegation, "roster").values_list("entity__code", "pk"))
    rows = act.add_all(_numbered(segments, lambda one: _segment(act, event, one)))
    pairs = list(zip(rows, segments, strict=True))
    for model, name in ((SegmentChair, "chairs"), (PodiumPlace, "podium")):
        act.add_all(
            [
                model(segment=row, delegate_id=delegates[uuid], position=position, **_interpreter(model, one, uuid))
                for row, one in pairs
                for position, uuid in enumerate(one[name])
            ]
        )
    _load_seating_in(act, pairs, entities, delegations)
    items = [
        (row, one)
        for segment, part in pairs
        for row, one in zip(
            _numbered(part["items"], lambda one, segment=segment: _item(act, segment, one)), part["items"], strict=True
        )
    ]
    act.add_all([row for row, _ in items])
    act.add_all(
        [
            speech
            for row, one in items
            for speech in _numbered(
                one["speeches"], lambda speech, row=row: _speech(row, speech, delegations, delegates)
            )
        ]
    )


def _load_seating_in(
    act: Acting, pairs: list[tuple[Segment, Entry]], entities: Mapping[str, int], delegations: Mapping[str, int]
) -> None:
    seated = [(_plan(row, one["seating"], entities), one["seating"]) for row, one in pairs if one.get("seating")]
    act.add_all([plan for plan, _ in seated])
    act.add_all(
        [
            SeatingPosition(plan=plan, delegation_id=delegations[code], position=position)
            for plan, one in seated
            for position, code in enumerate(one.get("by_hand", ()))
        ]
    )


def _interpreter(model: type[SegmentChair] | type[PodiumPlace], segment: Entry, uuid: str) -> dict[str, str]:
    return {"interpreter": segment.get("interpreters", {}).get(uuid, "")} if model is PodiumPlace else {}


def _of(act: Acting, model, path: str):
    return model.objects.filter(**{path: act.roster})


def _numbered(entries: list[Entry], build: Callable[[Entry], Any]) -> list[Any]:
    rows = [build(one) for one in entries]
    for position, row in enumerate(rows):
        row.position = position
    return rows


def _document(event: Event, one: Entry) -> ReferenceDocument:
    dated_on = date.fromisoformat(one["dated_on"]) if one["dated_on"] else None
    return ReferenceDocument(event=event, symbol=one["symbol"], title=one["title"], dated_on=dated_on)


def _earlier(event: Event, one: Entry) -> EarlierMeeting:
    return EarlierMeeting(event=event, held_on=date.fromisoformat(one["held_on"]), title=one["title"])


def _segment(act: Acting, event: Event, one: Entry) -> Segment:
    return Segment(
        event=event,
        uuid=one["uuid"],
        title=one["title"],
        starts=clock(one["starts"]),
        ends=clock(one["ends"]),
        handover_seconds=one["handover_seconds"],
        entry_changed_at=act.at,
        entry_created_at=act.at,
    )


def _plan(segment: Segment, one: Entry, entities: Mapping[str, int]) -> SeatingPlan:
    drawn = entities[one["drawn_state"]] if one["drawn_state"] else None
    return SeatingPlan(
        segment=segment,
        scheme=one["scheme"],
        language=one["language"],
        drawn_state_id=drawn,
        rank_scheme=one.get("rank_scheme", ""),
        is_mixed=one.get("is_mixed", False),
    )


def _item(act: Acting, segment: Segment, one: Entry) -> Item:
    return Item(
        segment=segment,
        **{name: one[name] for name in ("uuid", "kind", "title", "description")},
        **{name: clock(one[name]) for name in ("fixed_start", "actual_start", "actual_end")},
        duration_minutes=one["minutes"],
        press=one["press"] or "",
        entry_changed_at=act.at,
        entry_created_at=act.at,
    )


def _speech(item: Item, one: Entry, delegations: Mapping[str, int], delegates: Mapping[str, int]) -> Speech:
    return Speech(
        item=item,
        delegation_id=delegations[one["delegation"]],
        delegate_id=delegates[one["delegate"]] if one["delegate"] else None,
        planned_minutes=one["minutes"],
        requested_at=datetime.fromisoformat(one["requested_at"]) if one["requested_at"] else None,
        language=one["language"] or "",
        is_text_received=one["text_received"],
        **{name: one[name] for name in ("uuid", "capacity", "on_behalf_of")},
        **{name: clock(one[name]) for name in ("actual_start", "actual_end")},
    )
