"""Rows of a file on their way to a review: whom each is about, what it would change, and what is wrong with it."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field

from meetingplanner.languages import phrase
from participants.domain.lists.cells import FORMULA, SHEET_ERROR, Fault, Value, is_same, short, text_of, value_of
from participants.domain.lists.columns import COLUMNS, Column
from participants.domain.lists.known import Known
from participants.domain.lists.review import CHANGED, DOUBT, ERROR, NEW, UNCHANGED, Change, Remark, Row
from participants.domain.lists.tables import Record

NO_IDENTITY = phrase("“%(text)s” is no identity of a row. Leave the cell empty for a new row.")
OTHER_IDENTITY = phrase("No row of this list has this identity. Leave the cell empty for a new row.")
TWICE_IDENTITY = phrase("Row %(row)s has the same identity.")
NO_ENTITY_GIVEN = phrase("Say which delegation it is, by its code or its name.")
UNKNOWN_ENTITY = phrase("The directory has no “%(text)s”.")
UNKNOWN_ENTITY_NEAR = phrase("The directory has no “%(text)s”. Nearest: %(names)s.")
SEVERAL_ENTITIES = phrase("“%(text)s” may be: %(names)s. Give the code of the one that is meant.")
UNKNOWN_CODE = phrase("No State or organization has the code “%(text)s”.")
CODE_AND_NAME = phrase("The code stands for %(code_name)s, the name for %(name)s.")
OTHER_ENTITY = phrase("This row is about %(name)s; whom a row is about is not changed by a file.")
FIXED = phrase("This follows from the rules and is not taken from a file; it stays %(present)s.")
TOO_LONG_NAME = phrase("Shorten this to %(limit)s characters; it has %(length)s.")
LONGEST_NAME = 250

Values = dict[str, Value]


@dataclass(kw_only=True)
class Draft:
    """A row as far as it is judged. `present` is what the list has of it, None for a new row."""

    record: Record
    cells: Mapping[str, str]
    odd: Mapping[str, str]
    entity: str = ""
    key: str = ""
    present: Values | None = None
    values: Values = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def number(self) -> int:
        """The number of its row in the file."""
        return self.record.number

    def wrong(self, column: str, template: str, **values: object) -> None:
        """Note an error at a column that the file has, else at the row."""
        self.remarks.append(Remark(kind=ERROR, column=self._at(column), template=template, values=values))

    def doubtful(self, column: str, template: str, **values: object) -> None:
        """Note a doubt."""
        self.remarks.append(Remark(kind=DOUBT, column=self._at(column), template=template, values=values))

    def _at(self, column: str) -> str:
        return column if column in self.cells else ""

    def value(self, column: str) -> Value:
        """Return what the row will have in a column: what the file says, else what is there."""
        return self.values.get(column, (self.present or {}).get(column))

    def row(self, label: str) -> Row:
        """Return the finished row."""
        outcome = NEW if self.present is None else CHANGED if self.changes else UNCHANGED
        return Row(
            number=self.number, outcome=outcome, label=label, entity=self.entity, key=self.key,
            changes=tuple(self.changes), remarks=tuple(self.remarks), values=self.values,
        )  # fmt: skip


def draft_of(record: Record, mapping: Mapping[int, str]) -> Draft:
    """Return the draft of a record, whose columns `mapping` names by index."""
    cells = {code: record.cells[index] if index < len(record.cells) else "" for index, code in mapping.items()}
    return Draft(
        record=record, cells=cells, odd={mapping[at]: what for at, what in record.odd.items() if at in mapping}
    )


def note_odd(draft: Draft) -> None:
    """Note the cells that hold a formula or the error of one."""
    for column, what in draft.odd.items():
        if what == "formula":
            draft.wrong(column, FORMULA)
        else:
            draft.wrong(column, SHEET_ERROR, text=short(draft.cells[column]))


def identify(draft: Draft, present: Mapping[str, Values], seen: dict[str, int]) -> None:
    """Find the row that the identity of a draft names; `seen` are the identities of rows above, with their numbers."""
    text = draft.cells.get("uuid", "")
    if not text or "uuid" in draft.odd:
        return
    try:
        key = str(uuid.UUID(text))
    except ValueError:
        draft.wrong("uuid", NO_IDENTITY, text=short(text))
        return
    if key not in present:
        draft.wrong("uuid", OTHER_IDENTITY)
    elif key in seen:
        draft.wrong("uuid", TWICE_IDENTITY, row=seen[key])
    else:
        take(draft, key, present)
        seen[key] = draft.number


def take(draft: Draft, key: str, present: Mapping[str, Values]) -> None:
    """Let a draft be about the row of that identity."""
    draft.key, draft.present = key, present[key]


def find_entity(draft: Draft, known: Known) -> None:
    """Find whom a draft is about: by its code, its name, both, or the row that its identity named."""
    before = len(draft.remarks)
    of_code, of_name = _of_code(draft, known), _of_name(draft, known)
    own = str(draft.present["code"]) if draft.present else ""
    if {"code", "delegation"} & set(draft.odd) or len(draft.remarks) > before:
        draft.entity = own
        return
    if of_code and of_name and of_code != of_name:
        names = {"code_name": known.name_of(of_code), "name": known.name_of(of_name)}
        draft.wrong("code", CODE_AND_NAME, **names)
        return
    found = of_code or of_name
    if own and found and found != own:
        draft.wrong("delegation" if of_name else "code", OTHER_ENTITY, name=known.name_of(own))
    elif not (own or found or draft.remarks):
        draft.wrong("delegation" if "delegation" in draft.cells else "code", NO_ENTITY_GIVEN)
    draft.entity = own or found


def _of_code(draft: Draft, known: Known) -> str:
    text = draft.cells.get("code", "")
    if not text or "code" in draft.odd:
        return ""
    if code := known.entity_of_code(text[:LONGEST_NAME]):
        return code
    # A column headed so may hold names as well.
    found = known.entities_of_name(text[:LONGEST_NAME])
    if len(found) == 1:
        return found.copy().pop()
    draft.wrong("code", UNKNOWN_CODE, text=short(text))
    return ""


def _of_name(draft: Draft, known: Known) -> str:
    text = draft.cells.get("delegation", "")
    if not text or "delegation" in draft.odd:
        return ""
    if draft.present and is_same(COLUMNS["delegation"], text, draft.present["delegation"], known):
        return str(draft.present["delegation"])
    if len(text) > LONGEST_NAME:
        draft.wrong("delegation", TOO_LONG_NAME, limit=LONGEST_NAME, length=len(text))
        return ""
    found = known.entities_of_name(text)
    coded = known.entity_of_code(draft.cells.get("code", "")[:LONGEST_NAME])
    if len(found) == 1 or coded in found:
        return coded if coded in found else next(iter(found))
    if found:
        names = sorted(f"{known.name_of(code)} ({code})" for code in found)
        draft.wrong("delegation", SEVERAL_ENTITIES, text=short(text), names=", ".join(names))
    elif near := known.nearest(text):
        draft.wrong("delegation", UNKNOWN_ENTITY_NEAR, text=short(text), names=", ".join(near))
    else:
        draft.wrong("delegation", UNKNOWN_ENTITY, text=short(text))
    return ""


def fill(draft: Draft, known: Known, list_code: str) -> None:
    """Read the cells that say something else than what is there; those that cannot be taken become errors."""
    for code, text in draft.cells.items():
        column = COLUMNS[code]
        if column.kind in ("id", "entity") or code in draft.odd:
            continue
        if draft.present is not None and is_same(column, text, draft.present[code], known):
            continue
        if column.kind == "fixed":
            if draft.present is not None and text:
                draft.doubtful(code, FIXED, present=text_of(column, draft.present[code], known) or "–")
            continue
        try:
            value = value_of(column, text, known=known, entity=draft.entity, list_code=list_code)
        except Fault as fault:
            draft.wrong(code, fault.template, **fault.values)
        else:
            _set(draft, column, value, known, text=text)


# What is never empty: an empty cell leaves what is there, or what new rows have.
KEPT = frozenset({"status", "role", "rank", "style", "places_at_table", "places_behind", "places_asked"})


def _set(draft: Draft, column: Column, value: Value, known: Known, *, text: str) -> None:
    if draft.present is None:
        if text:
            draft.values[column.code] = value
            draft.changes.append(Change(column=column.code, old="", new=text_of(column, value, known)))
        return
    present = draft.present[column.code]
    old, new = text_of(column, present, known), text_of(column, value, known)
    # The seconds of an instant are not shown, so they do not count.
    is_equal = old == new if column.kind == "instant" else value == present
    if is_equal or (not text and column.code in KEPT):
        return
    draft.values[column.code] = value
    draft.changes.append(Change(column=column.code, old=old, new=new))
