"""Operations on the concept note: its paragraphs and their order, and what is decided of each marked deletion."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.domain.note_marks import MARK_PROBLEMS, all_numbers, mark_problems, taken_numbers
from events.models import Event, NoteDeletion, NoteParagraph
from events.operations.acting import meeting_act
from events.operations.adding import refuse_again
from participants.domain.texts import Texts
from participants.models import User
from participants.operations.acting import Acting
from participants.operations.ordering import put_in_order_in


def decide_deletion(
    event: Event, *, number: int, decision: str, by: User | None, at: datetime, version: int | None = None
) -> NoteDeletion:
    """Accept or reject deletion `number` of the note, or take the decision back ("pending"); return its row.

    Raises:
        Stale: `version` is not the deletion's any more.
        NoteDeletion.DoesNotExist: the note has no such deletion.
        ValidationError: there is no such decision.
    """
    with meeting_act(event, operation="decide_deletion", by=by, at=at) as act:
        return decide_deletion_in(act, event, number=number, decision=decision, version=version)


def decide_deletion_in(
    act: Acting, event: Event, *, number: int, decision: str, version: int | None = None
) -> NoteDeletion:
    """Do the work of `decide_deletion` within an operation under way."""
    row = NoteDeletion.objects.get(event=event, number=number)
    return act.change(row, version=version, decision=decision)


def add_paragraph(
    event: Event, *, by: User | None, at: datetime, after: str | None = None, **fields: Any
) -> NoteParagraph:
    """Add a paragraph after that with the uuid `after`, else at the end, and return it; its deletions are pending.

    Raises AddedAlready when a paragraph has the `uuid` given, ValidationError for marks that cannot be kept.
    """
    with meeting_act(event, operation="add_paragraph", by=by, at=at) as act:
        new = NoteParagraph(event=event, **fields)
        refuse_again(new)
        rows = list(event.paragraphs.order_by("position", "pk"))
        uuids = [str(row.uuid) for row in rows]
        place = uuids.index(after) + 1 if after in uuids else len(rows)
        _refuse_marks(event, fields["text"])
        new.position = place
        added = act.add(new)
        ordered = [*rows[:place], added, *rows[place:]]
        act.change_many(ordered, position={row.pk: number for number, row in enumerate(ordered)})
        _match_deletions(act, event)
        return added


def change_paragraph(
    row: NoteParagraph, *, by: User | None, at: datetime, version: int | None = None, **fields: Any
) -> NoteParagraph:
    """Change a paragraph and return it; a deletion newly marked is pending, one no longer marked is forgotten.

    Raises Stale when `version` is not the row's any more, ValidationError for marks that cannot be kept.
    """
    with meeting_act(row.event, operation="change_paragraph", by=by, at=at) as act:
        if "text" in fields:
            _refuse_marks(row.event, fields["text"], own=row)
        changed = act.change(row, version=version, **fields)
        _match_deletions(act, row.event)
        return changed


def remove_paragraph(row: NoteParagraph, *, by: User | None, at: datetime, version: int | None = None) -> None:
    """Remove a paragraph with the deletions it marks; its text stays in the Act. Raises Stale as a change does."""
    with meeting_act(row.event, operation="remove_paragraph", by=by, at=at) as act:
        act.change(row, version=version)
        act.remove(NoteParagraph.objects.get(pk=row.pk))
        _match_deletions(act, row.event)


def reorder_paragraphs(
    event: Event, uuids: Sequence[str], *, by: User | None, at: datetime, shown: Sequence[str] | None = None
) -> None:
    """Put the paragraphs into the order of `uuids`.

    Raises OutOfOrder unless `uuids` are exactly the paragraphs, and where `shown`, the order that the page showed, is
    not the present one.
    """
    with meeting_act(event, operation="reorder_paragraphs", by=by, at=at) as act:
        put_in_order_in(act, event.paragraphs.all(), uuids, shown=shown)


def mark_errors(event: Event, text: Texts, *, own: NoteParagraph | None = None) -> list[ValidationError]:
    """Return in words what is wrong with the marks of a paragraph's `text`; `own` is the paragraph's present row.

    One query, none where the text marks nothing. A sound text gives an empty list.
    """
    found = [(code, near) for words in text.values() for code, near in mark_problems(words)]
    errors = [
        ValidationError(_(MARK_PROBLEMS[code]), code=code, params={"near": near}) for code, near in dict.fromkeys(found)
    ]
    if not all_numbers(text):
        return errors
    others = event.paragraphs.exclude(pk=own.pk if own else None).values_list("text", flat=True)
    words = _("Another paragraph marks a deletion with number %(number)s already. Give this one another number.")
    taken = (ValidationError(words, code="taken", params={"number": one}) for one in taken_numbers(text, others))
    return [*errors, *taken]


def _refuse_marks(event: Event, text: Texts, *, own: NoteParagraph | None = None) -> None:
    errors = mark_errors(event, text, own=own)
    if errors:
        raise ValidationError({"text": errors})


def _match_deletions(act: Acting, event: Event) -> None:
    """Keep one row for each deletion that the text marks."""
    marked = frozenset[int]().union(*(all_numbers(text) for text in event.paragraphs.values_list("text", flat=True)))
    present = {row.number: row for row in event.deletions.all()}
    act.remove_all([row for number, row in present.items() if number not in marked])
    act.add_all([NoteDeletion(event=event, number=number) for number in sorted(marked - present.keys())])
