"""The state of replies: one page by ground and level, with what changed in a day; a sheet with every delegation."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext, ngettext, pgettext

from events.documents.base import XLSX, Document, Options
from events.documents.participants import ground_words
from events.documents.pdf.blocks import Block, GroupRow, Heading, Paragraph, Table, Title, TotalRow, bold, note
from events.documents.pdf.document import document_pdf
from events.documents.pdf.frame import Frame
from events.documents.surroundings import surroundings
from events.documents.words import entity_name, full_address, moment, shown, together, zone_time
from events.domain.facts import MeetingFacts
from events.domain.wallclock import local
from meetingplanner.languages import phrase
from participants.documents.sheets import Sheet, searchable
from participants.documents.xlsx import xlsx_bytes
from participants.domain.attendance import ABSENT_STATUSES, head_of
from participants.domain.prose import GRAMMARS, listed, sentences, strongly_listed
from participants.domain.ranks import RANKS
from participants.domain.seat_orders import listed_entities
from participants.domain.values import DelegationFacts
from participants.grounds import GROUNDS

DAY = timedelta(hours=24)
MOST_NAMES = 20
UNKNOWN_LEVEL = "unspecified"

STATUSES: dict[str, str] = {
    "proposed": phrase("proposed"),
    "cleared": phrase("cleared"),
    "invited": phrase("invited"),
    "tentative": phrase("tentative"),
    "accepted": phrase("accepted"),
    "regrets": phrase("regrets"),
    "withdrawn": phrase("withdrawn"),
}
CHANNELS: dict[str, str] = {
    "note": phrase("note verbale"),
    "letter": phrase("letter"),
    "email": phrase("e-mail"),
    "phone": phrase("phone"),
}


# The columns of the counts: which statuses each of them counts.
STATES = (("accepted",), ("tentative",), ("regrets",), ("invited",), ("proposed", "cleared"))
SILENT, NOT_INVITED = 3, 4


@dataclass(frozen=True, kw_only=True)
class CountRow:
    """One row of counts: its label, all delegations, those of each state of STATES, those that lack a name."""

    label: str
    total: int
    states: tuple[int, ...]
    unnamed: int


@dataclass(frozen=True, kw_only=True)
class RepliesValues:
    """The counts, and the changes since `since` as (status, names) in words. `withdrawn` are left out of the counts."""

    frame: Frame
    grounds: tuple[CountRow, ...]
    levels: tuple[CountRow, ...]
    total: CountRow
    withdrawn: int
    since: str
    changes: tuple[tuple[str, str], ...]


def collect(facts: MeetingFacts, options: Options) -> RepliesValues:
    """Return the state of replies; a delegation with several grounds counts under each, and once in the total."""
    language = options.language
    counted = [one for one in facts.roster.delegations if one.status != "withdrawn"]
    since = options.as_of - DAY
    return RepliesValues(
        frame=surroundings(facts, options, title=gettext("State of replies")),
        grounds=tuple(_by_ground(counted)),
        levels=tuple(_by_level(counted)),
        total=_row(gettext("Distinct delegations"), counted),
        withdrawn=len(facts.roster.delegations) - len(counted),
        since=moment(since, facts.roster.zone, language),
        changes=tuple(_changes(facts, since, options.as_of, language)),
    )


def render(values: RepliesValues) -> bytes:
    """Return the state of replies as PDF."""
    return document_pdf(list(_blocks(values)), values.frame)


def collect_sheet(facts: MeetingFacts, options: Options) -> tuple[Sheet, datetime]:
    """Return every delegation as a row, in the order of the list of participants, with the instant of the facts."""
    language = options.language
    headings = (
        gettext("Code"),
        gettext("Delegation"),
        gettext("Ground of invitation"),
        gettext("Status"),
        gettext("Reply received (%(zone)s)") % {"zone": zone_time(facts.roster.zone, language)},
        gettext("Reply came by"),
        gettext("Level"),
        gettext("Head of delegation"),
        gettext("Function"),
        gettext("Name missing"),
    )
    rows = tuple(_sheet_row(facts, one, language) for one in _listed(facts, language))
    return Sheet(title=gettext("State of replies"), headings=headings, rows=rows), options.as_of


def render_sheet(values: tuple[Sheet, datetime]) -> bytes:
    """Return the sheet as XLSX."""
    sheet, as_of = values
    return xlsx_bytes(sheet, as_of=as_of)


def level_of(delegation: DelegationFacts) -> str:
    """Return the rank at which a delegation comes: that of its head once named, else as announced, else not stated."""
    head = head_of(delegation)
    if head and not head.is_placeholder and head.rank in RANKS:
        return head.rank
    return delegation.level_announced if delegation.level_announced in RANKS else UNKNOWN_LEVEL


def is_unnamed(delegation: DelegationFacts) -> bool:
    """Return whether a delegation that may come has not said who leads it."""
    head = head_of(delegation)
    return delegation.status not in ABSENT_STATUSES and (head is None or head.is_placeholder)


def _level_label(code: str) -> str:
    return gettext("Level not known") if code == UNKNOWN_LEVEL else gettext(RANKS[code].label)


def _by_ground(counted: list[DelegationFacts]) -> Iterator[CountRow]:
    for ground in GROUNDS.values():
        those = [one for one in counted if ground.code in one.grounds]
        if those:
            yield _row(gettext(ground.label), those)
    without = [one for one in counted if not one.grounds]
    if without:
        yield _row(gettext("Without a ground"), without)


def _by_level(counted: list[DelegationFacts]) -> Iterator[CountRow]:
    """Yield a row for each level; that of whom it is not known, by whether anybody asked."""
    for code in RANKS:
        those = [one for one in counted if level_of(one) == code]
        if code != UNKNOWN_LEVEL and those:
            yield _row(_level_label(code), those)
    unknown = [one for one in counted if level_of(one) == UNKNOWN_LEVEL]
    not_invited, silent = STATES[NOT_INVITED], STATES[SILENT]
    for label, those in (
        (gettext("Level not stated in the reply"), [one for one in unknown if one.status not in not_invited + silent]),
        (gettext("Level not known: no reply yet"), [one for one in unknown if one.status in silent]),
        (gettext("Level not known: not invited yet"), [one for one in unknown if one.status in not_invited]),
    ):
        if those:
            yield _row(label, those)


def _row(label: str, those: list[DelegationFacts]) -> CountRow:
    return CountRow(
        label=label,
        total=len(those),
        states=tuple(sum(one.status in statuses for one in those) for statuses in STATES),
        unnamed=sum(is_unnamed(one) for one in those),
    )


def _listed(facts: MeetingFacts, language: str) -> list[DelegationFacts]:
    codes = listed_entities([facts.entities[one.entity] for one in facts.roster.delegations], language)
    places = {code: place for place, code in enumerate(codes)}
    return sorted(facts.roster.delegations, key=lambda one: (places[one.entity], one.uuid))


def _changed_at(delegation: DelegationFacts) -> datetime | None:
    return max(filter(None, (delegation.received_at, delegation.status_changed_at)), default=None)


def _changes(facts: MeetingFacts, since: datetime, until: datetime, language: str) -> Iterator[tuple[str, str]]:
    changed = [one for one in _listed(facts, language) if (at := _changed_at(one)) is not None and since < at <= until]
    for status, label in STATUSES.items():
        names = [entity_name(facts.entities[one.entity], language) for one in changed if one.status == status]
        if names:
            yield gettext(label), _shortened(names, language)


def _shortened(names: list[str], language: str) -> str:
    more = len(names) - MOST_NAMES
    if more <= 0:
        return listed(names, language)
    words = ngettext("%(names)s and %(count)s more", "%(names)s and %(count)s more", more)
    return words % {"names": listed(names[:MOST_NAMES], language), "count": more}


def _sheet_row(facts: MeetingFacts, one: DelegationFacts, language: str) -> tuple[object, ...]:
    head = head_of(one)
    return (
        one.entity,
        entity_name(facts.entities[one.entity], language),
        strongly_listed(ground_words(facts, one, language), language),
        gettext(STATUSES[one.status]),
        local(one.received_at, facts.roster.zone).replace(second=0, microsecond=0) if one.received_at else None,
        gettext(CHANNELS[one.reply_channel]) if one.reply_channel in CHANNELS else "",
        _level_label(level_of(one)),
        searchable(full_address(head, language, is_listed=True)) if head else "",
        shown(head.function, language) if head else "",
        gettext("yes") if is_unnamed(one) else "",
    )


def _blocks(values: RepliesValues) -> Iterator[Block]:
    yield Title(text=gettext("State of replies"))
    yield _counts_table(values)
    yield Paragraph(text=note(sentences(_remarks(values), values.frame.language)))
    yield Heading(text=gettext("Changes since %(moment)s") % {"moment": values.since}, level=2)
    if not values.changes:
        yield Paragraph(text=gettext("Nothing has changed."))
    for label, names in values.changes:
        yield Paragraph(text=together(bold(label), GRAMMARS[values.frame.language].dash, names), is_tight=True)


def _remarks(values: RepliesValues) -> Iterator[str]:
    yield gettext("A delegation invited on several grounds counts under each of them and once in the total.")
    if values.withdrawn:
        sentence = ngettext(
            "%(count)s delegation whose invitation was withdrawn is left out.",
            "%(count)s delegations whose invitation was withdrawn are left out.",
            values.withdrawn,
        )
        yield sentence % {"count": values.withdrawn}


def _counts(row: CountRow) -> tuple[str, ...]:
    return (str(row.total), *(str(count) if count else "–" for count in (*row.states, row.unnamed)))


def _counts_table(values: RepliesValues) -> Table:
    """Return one table, so that a state's counts stand below one another whatever they are counted by."""
    header = (
        gettext("Delegations"),
        pgettext("delegations", "All"),
        pgettext("delegations", "Accepted"),
        pgettext("delegations", "Tentative"),
        pgettext("delegations", "Regrets"),
        pgettext("delegations", "No reply"),
        pgettext("delegations", "Not invited yet"),
        pgettext("delegations", "Names missing"),
    )
    return Table(
        header=header,
        rows=(
            *_part(gettext("Ground of invitation"), values.grounds),
            *_part(gettext("Level"), values.levels),
            TotalRow(cells=(values.total.label, *_counts(values.total))),
        ),
        column_widths=(4.6, 1.3, *(2.1,) * 6),
        numeric=tuple(range(1, len(header))),
        is_wide=True,
    )


def _part(heading: str, rows: tuple[CountRow, ...]) -> Iterator[GroupRow | tuple[str, ...]]:
    if rows:
        yield GroupRow(text=heading)
    for row in rows:
        yield (row.label, *_counts(row))


DOCUMENT = Document(slug="replies", title=phrase("State of replies"), collect=collect, render=render, blocks=_blocks)
SHEET = Document(
    slug="replies-xlsx",
    title=phrase("State of replies, as a spreadsheet"),
    collect=collect_sheet,
    render=render_sheet,
    content_type=XLSX,
    papers=(),
    needs="edit_delegations",
)
