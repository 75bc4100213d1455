"""A principal is replaced, withdraws or changes rank: one Act with all that was reviewed, or none."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import get_language, gettext

from events.domain.substituting import consequences
from events.domain.substitution.change import OF_RANK
from events.domain.substitution.kinds import Consequence, Consequences, Substitution
from events.models import Arrival, Item, PodiumPlace, ScriptLine, Segment, SegmentChair, Speech
from events.operations.acting import meeting_act
from events.operations.programme import replace_in
from events.queries import meeting_facts
from participants.domain.texts import text_in
from participants.domain.values import DelegateFacts
from participants.models import Act, Delegate, Delegation, User
from participants.operations.acting import Acting
from participants.operations.delegates import AlreadyAdded
from participants.operations.ordering import put_in_order_in

OF_PERSON = (
    "given_names", "family_name", "is_family_name_first", "gender", "rank", "style", "style_text", "function",
    "capacity", "language", "email",
)  # fmt: skip
PEOPLE = {"chair": SegmentChair, "podium": PodiumPlace}
LONGEST_WHY = Act._meta.get_field("why").max_length


class ReviewMoved(Exception):
    """What was reviewed is not what would follow any more: `now` is what would."""

    def __init__(self, now: Consequences):
        super().__init__("the facts moved on since the review")
        self.now = now


@dataclass(kw_only=True)
class _Substituting:
    """The operation under way, with what of the review is to be done: `kept` choices and their `texts`."""

    act: Acting
    wish: Substitution
    found: Consequences
    old: Delegate
    kept: frozenset[str]
    texts: Mapping[str, str]
    new: Delegate | None = None

    def wanted(self, *kinds: str) -> list[Consequence]:
        return [row for row in self.found.of(*kinds) if not row.is_choice or row.key in self.kept]


def substitute(
    delegate: Delegate,
    *,
    wish: Substitution,
    by: User | None,
    at: datetime,
    kept: Collection[str] | None = None,
    texts: Mapping[str, str] | None = None,
    seen: Mapping[str, str] | None = None,
    version: int | None = None,
    why: str = "",
) -> Delegate | None:
    """Do what follows from `wish` and return who has the place, None for nobody. One Act, or nothing at all.

    `kept` are the keys of the choices to make, by default those ticked at first; `texts` words for the proposed ones,
    by key. Raises ReviewMoved when what follows under the lock is not what the page showed (`seen`: fingerprints by
    key), Stale when `version` is not the delegate's any more, NotPossible for who left the delegation, AlreadyAdded
    when the same form made the new person before, ValidationError for a value that its column refuses.
    """
    with meeting_act(delegate.delegation.roster.event, operation="substitute", by=by, at=at) as act:
        _refuse_again(wish)
        old = act.change(delegate, version=version)
        found = consequences(meeting_facts(act.roster), wish)
        if seen is not None and dict(seen) != found.seen:
            raise ReviewMoved(found)
        ticked = frozenset(row.key for row in found.rows if row.is_wanted) if kept is None else frozenset(kept)
        doing = _Substituting(act=act, wish=wish, found=found, old=old, kept=ticked, texts=texts or {})
        act.why = _why(why, found)
        _change_people(doing)
        _change_speeches(doing)
        _change_podiums(doing)
        _change_texts(doing)
        _change_arrival(doing)
        return doing.new


def _refuse_again(wish: Substitution) -> None:
    if wish.way == "new" and (earlier := Delegate.objects.filter(uuid=wish.person.uuid).first()):
        raise AlreadyAdded(earlier)


def _why(why: str, found: Consequences) -> str:
    """The reason given, and who is to be told: no message says this, so staff tell them."""
    names = ", ".join(text_in(row.about, get_language() or "en") for row in found.of("told"))
    return " – ".join(filter(None, (why, gettext("To be told: %(names)s.") % {"names": names})))[:LONGEST_WHY]


def _columns(person: DelegateFacts, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(person, name) for name in names}


def _change_people(doing: _Substituting) -> None:
    """The former head first: the database lets nobody be the second for a moment."""
    act, wish, person, old = doing.act, doing.wish, doing.found.person, doing.old
    if wish.way == "rank":
        doing.new = act.change(old, **_columns(person, OF_RANK))
        return
    if doing.found.leaves:
        act.change(old, withdrawn_at=act.at, is_present=False)
    else:
        act.change(old, role="adviser")
    if wish.way == "new":
        place = {"delegation": old.delegation, "organ": old.organ, "position": old.position, "role": person.role}
        doing.new = act.add(Delegate(uuid=person.uuid, **place, **_columns(person, OF_PERSON)))
    elif person:
        doing.new = act.change(Delegate.objects.get(uuid=person.uuid), role=person.role)
    if doing.wanted("to_follow"):
        act.change(Delegation.objects.get(pk=old.delegation_id), is_name_to_follow=person is None)


def _change_speeches(doing: _Substituting) -> None:
    act, rows = doing.act, doing.wanted("speech")
    speeches = list(Speech.objects.kept().filter(uuid__in=[row.subject for row in rows]).order_by("pk"))
    if doing.new or doing.wish.is_to_follow:
        act.change_many(speeches, delegate={one.pk: doing.new for one in speeches})
    else:
        act.change_many(speeches, withdrawn_at={one.pk: act.at for one in speeches})
    for row in doing.wanted("order"):
        put_in_order_in(act, Item.objects.get(uuid=row.subject).speeches.kept(), row.order)


def _change_podiums(doing: _Substituting) -> None:
    for row in doing.wanted(*PEOPLE):
        segment, model = Segment.objects.get(uuid=row.subject), PEOPLE[row.kind]
        places = model.objects.filter(segment=segment).select_related("delegate").order_by("position", "pk")
        people = [doing.new if place.delegate == doing.old else place.delegate for place in places]
        replace_in(doing.act, model, segment, [one for one in people if one])
        if model is PodiumPlace and doing.new:
            _keep_interpreter(doing, segment, places)


def _keep_interpreter(doing: _Substituting, segment: Segment, places: Iterable[PodiumPlace]) -> None:
    """Leave the interpreter with who sits there now: the language is more often the delegation's than the person's."""
    own = next((place.interpreter for place in places if place.delegate == doing.old), "")
    rows = list(PodiumPlace.objects.filter(segment=segment, delegate=doing.new))
    doing.act.change_many(rows, interpreter={row.pk: own for row in rows})


def _change_texts(doing: _Substituting) -> None:
    wanted: dict[str, list[Consequence]] = defaultdict(list)
    for row in doing.wanted("title", "description", "capacity", "script"):
        wanted[row.subject].append(row)
    for subject, rows in wanted.items():
        target = _row(rows[0], subject)
        columns: dict[str, Any] = {}
        for row in rows:
            words = doing.texts.get(row.key, row.after[0])
            if row.kind == "script":
                columns[row.field] = words
            else:
                columns[row.field] = columns.get(row.field, getattr(target, row.field)) | {row.language: words}
        doing.act.change(target, **columns)


def _row(row: Consequence, subject: str) -> models.Model:
    if row.kind in ("capacity", "script"):
        return {"capacity": Speech, "script": ScriptLine}[row.kind].objects.get(uuid=subject)
    return Item.objects.filter(uuid=subject).first() or Segment.objects.get(uuid=subject)


def _change_arrival(doing: _Substituting) -> None:
    for row in doing.found.of("arrival", "arrival_cleared"):
        arrival = Arrival.objects.get(uuid=row.subject)
        if row.kind == "arrival" and row.key in doing.kept:
            doing.act.change(arrival, delegate=doing.new)
        elif doing.found.leaves:
            doing.act.remove(arrival)
