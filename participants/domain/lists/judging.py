"""A file judged against what is there: pure, so that it gives the same under the roster's lock as before it."""

from collections.abc import Callable, Mapping
from types import ModuleType

from meetingplanner.languages import phrase
from participants.domain.lists import delegates, delegations, observers
from participants.domain.lists.cells import cell_of
from participants.domain.lists.columns import DELEGATES, DELEGATIONS, OBSERVERS, columns_of
from participants.domain.lists.drafts import draft_of, fill, find_entity, identify, note_odd
from participants.domain.lists.known import Known
from participants.domain.lists.review import Review
from participants.domain.lists.tables import Notice, Table

NO_TIMES = phrase("No column says when a request was received: all count as received now, in the order of the file.")
PER_STEP = 100
RULES: dict[str, ModuleType] = {DELEGATIONS: delegations, DELEGATES: delegates, OBSERVERS: observers}


def judge(
    list_code: str,
    table: Table,
    mapping: Mapping[int, str],
    known: Known,
    *,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Review:
    """Return what would become of each row of `table`, whose columns `mapping` names by index, all at once.

    `progress` hears now and then how many of how many steps are done.
    """
    rules, seen = RULES[list_code], {}
    there = rules.present(known)
    drafts = []
    for number, record in enumerate(table.rows):
        if number % PER_STEP == 0:
            progress(number, 2 * len(table.rows))
        draft = draft_of(record, mapping)
        note_odd(draft)
        identify(draft, there, seen)
        find_entity(draft, known)
        drafts.append(draft)
    rules.match(drafts, there, known)
    for number, draft in enumerate(drafts, start=len(drafts)):
        if number % PER_STEP == 0:
            progress(number, 2 * len(drafts))
        fill(draft, known, list_code)
    rules.check(drafts, there, known)
    about = {draft.key for draft in drafts}
    notices = table.notices
    if list_code == OBSERVERS and "received_at" not in mapping.values():
        notices = (*notices, Notice(template=NO_TIMES))
    rows = tuple(draft.row(rules.label(draft, known)) for draft in drafts)
    return Review(rows=rows, absent=len(there.keys() - about), notices=notices)


def outgoing(list_code: str, known: Known, languages: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[tuple, ...]]:
    """Return the headings and the rows of a list as it goes out in the reader's language, the texts in `languages`.

    The rows are in the order of `present`; what `judge` says of them, unchanged, is that each is unchanged.
    """
    columns = columns_of(list_code, languages)
    rows = RULES[list_code].present(known).values()
    cells = tuple(tuple(cell_of(column, values[column.code], known) for column in columns) for values in rows)
    return tuple(column.heading(known.language) for column in columns), cells
