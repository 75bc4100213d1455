"""Operations on the run of show: a line written, left out, or set back to the words generated for it."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.documents.script_sentences import SCRIPT_LANGUAGES
from events.domain.script_places import SCRIPT_PLACES
from events.models import Event, ScriptLine
from events.operations.acting import meeting_act
from participants.models import User
from participants.operations.acting import Acting, Stale

# The version of a line in which staff wrote nothing: it has no row.
UNWRITTEN = 0


def edit_line(
    event: Event,
    *,
    subject: str,
    place: str,
    language: str,
    text: str,
    made_from: str,
    by: User | None,
    at: datetime,
    version: int | None = None,
) -> None:
    """Write `text` in place of the words `made_from` that are generated for the line now.

    Written as it is generated, the line is set back. `version` is that of what staff wrote there before, UNWRITTEN
    where they wrote nothing.

    Raises:
        Stale: the line is not at `version` any more; `current` is what is there, unsaved where nothing is written.
        ValidationError: no words, or no such place or language.
    """
    if not text.strip():
        raise ValidationError({"text": _("Fill this in.")})
    with meeting_act(event, operation="edit_script_line", by=by, at=at) as act:
        row = _line(event, subject, place, language, made_from)
        _write(act, row, text=text, made_from=made_from, version=version)


def leave_out(
    event: Event,
    *,
    subject: str,
    place: str,
    language: str,
    made_from: str,
    by: User | None,
    at: datetime,
    version: int | None = None,
) -> None:
    """Leave the line out of the script, whatever is generated for it. Raises as `edit_line` does."""
    with meeting_act(event, operation="leave_out_script_line", by=by, at=at) as act:
        row = _line(event, subject, place, language, made_from)
        _write(act, row, text="", made_from=made_from, version=version)


def restore_line(
    event: Event,
    *,
    subject: str,
    place: str,
    language: str,
    by: User | None,
    at: datetime,
    version: int | None = None,
) -> None:
    """Give up what staff wrote in the line: it has the words generated for it. The Act keeps what was written.

    One in which nothing is written is left so. Raises Stale as `edit_line` does.
    """
    with meeting_act(event, operation="restore_script_line", by=by, at=at) as act:
        row = _line(event, subject, place, language, "")
        if row.pk:
            _refuse_moved(row, version, {})
            act.remove(row)


def _line(event: Event, subject: str, place: str, language: str, made_from: str) -> ScriptLine:
    """Return the row of the line; a new one, not saved, with the words generated, where nothing is written."""
    if place not in SCRIPT_PLACES or language not in SCRIPT_LANGUAGES:
        raise ValidationError(_("There is no such line."))
    key = {"event": event, "subject": subject, "place": place, "language": language}
    found = ScriptLine.objects.filter(**key).first()
    return found or ScriptLine(**key, text=made_from, made_from=made_from, version=UNWRITTEN)


def _write(act: Acting, row: ScriptLine, *, text: str, made_from: str, version: int | None) -> None:
    wanted = {"text": text, "made_from": made_from}
    _refuse_moved(row, version, wanted)
    if text == made_from:
        if row.pk:
            act.remove(row)
    elif row.pk:
        act.change(row, **wanted)
    else:
        row.text, row.version = text, 1
        act.add(row)


def _refuse_moved(row: ScriptLine, version: int | None, wanted: dict[str, str]) -> None:
    if version is not None and row.version != version:
        raise Stale(current=row, wanted=wanted)
