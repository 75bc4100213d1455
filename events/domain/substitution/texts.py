"""Texts of the programme and of the script that name the person or the title, each with a proposal in its language."""

from collections.abc import Iterator

from events.domain.facts import ItemFacts, SegmentFacts
from events.domain.substitution.change import Change, titles_of
from events.domain.substitution.kinds import Consequence
from events.domain.substitution.renaming import renamed
from meetingplanner.languages import phrase
from participants.domain.texts import Texts

LACKING = phrase("Nobody wrote the new title in this language: tick this and write the words.")
TITLE_ALONE = phrase("Only the title stands here: look whether this person is meant.")


def text_rows(change: Change) -> Iterator[Consequence]:
    """Yield titles, descriptions and capacities in programme order, then lines of the script, language by language.

    Not ticked at first: a text that has the title alone where the person neither speaks nor presides, and one whose
    new title nobody wrote in its language.
    """
    for segment in change.facts.segments:
        yield from _of_row(change, segment, "title", is_theirs=change.old.uuid in segment.chairs)
        for item in segment.items:
            is_theirs = change.old.uuid in {one.delegate for one in item.speeches}
            yield from _of_row(change, item, "title", is_theirs=is_theirs)
            yield from _of_row(change, item, "description", is_theirs=is_theirs)
            yield from _capacities(change, item)
    yield from _script(change)


def _of_row(change: Change, row: SegmentFacts | ItemFacts, field: str, *, is_theirs: bool) -> Iterator[Consequence]:
    for language, text in getattr(row, field).items():
        common = {"kind": field, "subject": row.uuid, "version": row.version, "about": row.title}
        yield from _proposed(change, text, language, is_theirs=is_theirs, field=field, **common)


def _capacities(change: Change, item: ItemFacts) -> Iterator[Consequence]:
    for speech in item.speeches:
        is_theirs = speech.delegate == change.old.uuid
        common = {"kind": "capacity", "subject": speech.uuid, "version": speech.version, "about": item.title}
        for field in ("capacity", "on_behalf_of"):
            for language, text in getattr(speech, field).items():
                yield from _proposed(change, text, language, is_theirs=is_theirs, field=field, **common)


def _script(change: Change) -> Iterator[Consequence]:
    subjects = {one.uuid: item.title for s in change.facts.segments for item in s.items for one in item.speeches}
    for line in change.facts.script_lines:
        about: Texts = subjects.get(line.subject) or titles_of(change.facts, line.subject)
        common = {"kind": "script", "subject": line.uuid, "version": line.version, "about": about, "field": "text"}
        yield from _proposed(change, line.text, line.language, is_theirs=False, **common)


def _proposed(change: Change, text: str, language: str, *, is_theirs: bool, **common) -> Iterator[Consequence]:
    found = renamed(text, language, old=change.old, new=change.new, entity=change.entity)
    if found.text != text or found.is_lacking:
        is_sure = (found.is_by_name or is_theirs) and not found.is_lacking
        yield Consequence(
            language=language, before=(text,), after=(found.text,), is_wanted=is_sure,
            remark=LACKING if found.is_lacking else "" if is_sure else TITLE_ALONE, **common,
        )  # fmt: skip
