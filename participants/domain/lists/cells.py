"""One cell of a list: from text to value and back, and what is wrong with it in a sentence."""

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime

from meetingplanner.languages import phrase
from participants.domain import zones
from participants.domain.lists.columns import MOST_OF_NOTE, Column
from participants.domain.lists.known import Known
from participants.domain.lists.tables import comparable
from participants.domain.names import fold
from participants.domain.reception import reception_fault

Value = str | int | bool | datetime | tuple[str, ...] | None

YES = frozenset({"yes", "y", "true", "1", "x", "oui", "o", "vrai"})
NO = frozenset({"", "no", "n", "false", "0", "non", "faux"})
EMAIL = re.compile(
    r"[-!#$%&'*+/=?^_`{}|~A-Za-z0-9]+(\.[-!#$%&'*+/=?^_`{}|~A-Za-z0-9]+)*@([^\W_]([-\w]{0,61}[^\W_])?\.)+[^\W\d_]([-\w]{0,61}[^\W_])"
)
MOMENT = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2})[:.h](\d{2})(?::\d{2}(?:\.\d+)?)?)?")
DAY_FIRST = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})(?:,? +(\d{1,2})\s*[:.h]\s*(\d{2})(?::\d{2})?)?")

FORMULA = phrase("The cell holds a formula. Put its result there: copy it and paste values only.")
SHEET_ERROR = phrase("The spreadsheet could not calculate this cell: %(text)s. Put the value there.")
TOO_LONG = phrase("Shorten this to %(limit)s characters; it has %(length)s.")
CONTROL = phrase("This holds a character that cannot be shown (%(code)s), perhaps from copying. Remove it.")
LINE_BREAK = phrase("This has several lines; put it on one.")
NO_EMAIL = phrase("“%(text)s” is no e-mail address, such as name@example.org.")
NO_CHOICE = phrase("“%(text)s” is none of these: %(choices)s.")
NO_NUMBER = phrase("“%(text)s” is no whole number from %(least)s to %(most)s.")
NO_YES = phrase("Answer with yes or no; “%(text)s” is neither.")
NO_MOMENT = phrase("“%(text)s” is no date and time that can be understood. Write it as 2017-09-20 15:30.")
TWO_WAYS = phrase("“%(text)s” can be read with the day or with the month first. Write it as 2017-09-20 15:30.")
NO_TIME = phrase("Give the time of day with the date, as in 2017-09-20 15:30: places go by the time.")
SKIPPED = phrase("The clocks go forward then and skip %(text)s. Give another time.")
TWICE = phrase("The clocks go back then and show %(text)s twice. Record this one by hand.")
NO_ORGAN = phrase("“%(text)s” is no organ of this delegation. It has: %(organs)s.")
NO_ORGANS = phrase("“%(text)s”: no organs of this delegation are known. Leave the cell empty.")


class Fault(ValueError):
    """A cell that cannot be taken; `template` is the sentence to translate, `values` its places."""

    def __init__(self, template: str, **values: object):
        super().__init__(template)
        self.template = template
        self.values = values


def value_of(column: Column, text: str, *, known: Known, entity: str, list_code: str) -> Value:
    """Return what the cell of a column says of a row about `entity` (its code). Raises Fault."""
    _refuse_odd_characters(text)
    most = column.most or MOST_OF_NOTE.get(list_code, 0)
    if column.kind in ("text", "lines", "email", "organ") and len(text) > most:
        raise Fault(TOO_LONG, limit=most, length=len(text))
    if column.kind != "lines" and column.kind != "choices" and "\n" in text:
        raise Fault(LINE_BREAK)
    read = _READERS.get(column.kind)
    return read(column, text, known, entity) if read else text


def _refuse_odd_characters(text: str) -> None:
    for character in text if not text.isprintable() else "":
        if unicodedata.category(character) in ("Cc", "Cs") and character not in "\t\n\r":
            raise Fault(CONTROL, code=f"U+{ord(character):04X}")


def short(text: str) -> str:
    """Return a text as it may be repeated in a sentence."""
    return text if len(text) <= 60 else f"{text[:60]}…"


def _email(column: Column, text: str, known: Known, entity: str) -> str:
    if text and not EMAIL.fullmatch(text):
        raise Fault(NO_EMAIL, text=short(text))
    return text


def _choice(column: Column, text: str, known: Known, entity: str) -> str:
    code = known.words[column.choices].get(fold(text[:250]), "")
    if text and not code:
        raise Fault(NO_CHOICE, text=short(text), choices=", ".join(_named(known.labels[column.choices])))
    return code


def _named(labels) -> list[str]:
    return [label for code, label in labels.items() if code]


def _choices(column: Column, text: str, known: Known, entity: str) -> tuple[str, ...]:
    words = [one.strip() for one in re.split(r"[;,\n|]", text) if one.strip()]
    found = {_choice(column, one, known, entity) for one in words}
    return tuple(code for code in known.labels[column.choices] if code in found)


def _number(column: Column, text: str, known: Known, entity: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 6 and column.least <= int(text) <= column.most):
        raise Fault(NO_NUMBER, text=short(text), least=column.least, most=column.most)
    return int(text)


def _yes_no(column: Column, text: str, known: Known, entity: str) -> bool:
    word = fold(text[:20])
    if word not in YES | NO:
        raise Fault(NO_YES, text=short(text))
    return word in YES


def _instant(column: Column, text: str, known: Known, entity: str) -> datetime | None:
    if not text:
        return None
    wall = wall_clock(text)
    found = zones.problem(wall, known.facts.zone)
    if found:
        raise Fault(SKIPPED if found == "missing" else TWICE, text=text)
    received_at = zones.instant(wall, known.facts.zone)
    first_on = datetime.fromisoformat(known.facts.first_on).date()
    if fault := reception_fault(received_at, first_on=first_on, now=known.now):
        raise Fault(fault)
    return received_at


def wall_clock(text: str) -> datetime:
    """Return the date and time written as 2017-09-20 15:30, 20.09.2017 15:30 or, if it is plain, 25/09/2017 15:30.

    Raises Fault, also where day and month may be meant either way, and where there is no time of day.
    """
    found = MOMENT.fullmatch(text)
    if found:
        year, month, day, hour, minute = found.groups()
    else:
        found = DAY_FIRST.fullmatch(text)
        if not found:
            raise Fault(NO_MOMENT, text=short(text))
        day, sign, month, year, hour, minute = found.groups()
        if sign == "/" and int(day) <= 12 and int(month) <= 12 and day != month:
            raise Fault(TWO_WAYS, text=short(text))
        if int(month) > 12:
            day, month = month, day
    try:
        wall = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0))
    except ValueError:
        raise Fault(NO_MOMENT, text=short(text)) from None
    if not zones.is_sound(wall.date()):
        raise Fault(NO_MOMENT, text=short(text))
    if hour is None:
        raise Fault(NO_TIME)
    return wall


def _organ(column: Column, text: str, known: Known, entity: str) -> str:
    if not text:
        return ""
    organs = known.organs_of(entity)
    key = fold(text)
    for one in organs:
        texts = (one.names, one.formal, one.short, one.abbreviations)
        if key in {fold(name) for kind in texts for name in kind.values()} | {fold(one.code)}:
            return one.code
    if not organs:
        raise Fault(NO_ORGANS, text=short(text))
    raise Fault(NO_ORGAN, text=short(text), organs=", ".join(known.name_of(one.code) for one in organs))


_READERS: dict[str, Callable[[Column, str, Known, str], Value]] = {
    "email": _email,
    "choice": _choice,
    "choices": _choices,
    "number": _number,
    "yes_no": _yes_no,
    "instant": _instant,
    "organ": _organ,
}


def cell_of(column: Column, value: Value, known: Known) -> str | int | datetime | None:
    """Return a value as a list that goes out has it, in the reader's language; instants are wall clocks."""
    if column.kind == "entity":
        return value if column.code == "code" else known.name_of(str(value))
    if column.kind == "organ":
        return known.name_of(str(value)) if value else ""
    if column.kind == "choice":
        return known.labels[column.choices].get(value, value) if value else ""
    if column.kind == "choices":
        return "; ".join(known.labels[column.choices][code] for code in value)
    if column.kind == "yes_no":
        return known.labels["yes_no"]["yes" if value else "no"]
    if column.kind == "instant":
        return value and zones.local(value, known.facts.zone).replace(second=0, microsecond=0, fold=0)
    return value


def text_of(column: Column, value: Value, known: Known) -> str:
    """Return the same as a text: what reading the list that went out would give."""
    cell = cell_of(column, value, known)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="minutes")
    return "" if cell is None else comparable(str(cell))


def is_same(column: Column, text: str, present: Value, known: Known) -> bool:
    """Return whether a cell says what the row has already, however odd that may be."""
    return comparable(text) == text_of(column, present, known)
