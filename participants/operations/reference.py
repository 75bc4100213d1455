"""The directory's reference data, from the tables of fixtures/reference to the database."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models, transaction

from participants.domain.alphabets import filing_key
from participants.models import (
    DatedGroup,
    DrawnState,
    Entity,
    EntityAlias,
    EntityName,
    EntityStatus,
    GroupMember,
    Person,
    PersonTitle,
)
from participants.models.entities import searchable
from participants.operations.ledger import Loading, ReferenceTable, load_table

Rows = Iterable[Mapping[str, str]]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """How a cell becomes a plain value, a plain value the model's, and the model's a plain value."""

    plain: Callable[[str], Any] = str
    stored: Callable[[Any], Any] = lambda value: value
    read: Callable[[Any], Any] = lambda value: value


TEXT = Kind()
NUMBER = Kind(plain=int)
SWITCH = Kind(plain=lambda cell: cell == "yes")
DAY = Kind(
    stored=lambda text: date.fromisoformat(text) if text else None, read=lambda day: day.isoformat() if day else ""
)
LINK = Kind(read=lambda row: row.code if row else "")
TEXTS = Kind(plain=dict)


@dataclass(frozen=True, kw_only=True)
class Column:
    """A field of the model and where its value comes from: a column of the file, or columns by language (TEXTS).

    `to` is the model that a LINK points at, by its code. `otherwise` makes the value from the file's row where the
    cell is empty.
    """

    name: str
    source: str
    kind: Kind = TEXT
    to: type[models.Model] | None = None
    otherwise: Callable[[Mapping[str, str]], str] = lambda row: ""


@dataclass(frozen=True, kw_only=True)
class Source:
    """A file, the table it goes to, and the columns that name a row. `where` chooses among the file's rows."""

    name: str
    file: str
    model: type[models.Model]
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    where: Callable[[Mapping[str, str]], bool] = lambda row: True
    of_directory: str = ""


def same(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name=name, source=name) for name in names)


def link(name: str, to: type[models.Model], source: str = "") -> Column:
    return Column(name=name, source=source or name, kind=LINK, to=to)


DAYS = (Column(name="valid_from", source="valid_from", kind=DAY), Column(name="valid_to", source="valid_to", kind=DAY))
ENTITY = (*same("code", "kind", "gender_fr", "regional_group"), link("parent", Entity))

# In this order: what is pointed at comes first, and so entities before the organs that speak through them.
SOURCES = (
    Source(
        name="entity", file="entities", model=Entity, key=("code",), columns=ENTITY,
        where=lambda row: row["kind"] != "organ", of_directory="roster",
    ),
    Source(
        name="organ", file="entities", model=Entity, key=("code",), columns=ENTITY,
        where=lambda row: row["kind"] == "organ", of_directory="roster",
    ),
    Source(
        name="name", file="entity_names", model=EntityName, key=("entity", "language", "valid_from"),
        columns=(
            link("entity", Entity, "code"), *DAYS,
            *same("language", "list_name", "prose", "formal", "short", "abbreviation"),
            Column(
                name="sort_key", source="sort_key",
                otherwise=lambda row: filing_key(row["list_name"], row["language"])[:200],
            ),
        ),
        of_directory="entity__roster",
    ),
    Source(
        name="alias", file="entity_aliases", model=EntityAlias, key=("entity", "alias"),
        columns=(link("entity", Entity, "code"), *same("alias")),
        of_directory="entity__roster",
    ),
    Source(
        name="status", file="entity_statuses", model=EntityStatus, key=("entity", "valid_from"),
        columns=(link("entity", Entity, "code"), *same("status"), *DAYS),
        of_directory="entity__roster",
    ),
    Source(
        name="group", file="groups", model=DatedGroup, key=("code",),
        columns=(
            *same("code", "ground"), Column(name="names", source="name", kind=TEXTS),
            Column(name="is_complete", source="is_complete", kind=SWITCH),
        ),
    ),
    Source(
        name="member", file="group_members", model=GroupMember, key=("group", "entity", "valid_from"),
        columns=(link("group", DatedGroup), link("entity", Entity, "code"), *same("note"), *DAYS),
    ),
    Source(
        name="person", file="people", model=Person, key=("code",),
        columns=(
            *same("code", "given_names", "family_name", "gender"),
            Column(name="is_family_name_first", source="family_first", kind=SWITCH),
        ),
    ),
    Source(
        name="title", file="person_titles", model=PersonTitle, key=("person", "entity", "organ", "valid_from"),
        columns=(
            link("person", Person), link("entity", Entity), link("organ", Entity), *same("rank"), *DAYS,
            Column(name="title", source="title", kind=TEXTS),
        ),
    ),
    Source(
        name="drawn", file="drawn_states", model=DrawnState, key=("year",),
        columns=(
            link("entity", Entity, "code"), *same("reference"),
            Column(name="year", source="year", kind=NUMBER), Column(name="session", source="session", kind=NUMBER),
        ),
    ),
)  # fmt: skip
FILES = tuple(dict.fromkeys(source.file for source in SOURCES))


@transaction.atomic
def load_directory(tables: Mapping[str, Rows]) -> Loading:
    """Bring entities, names, aliases, statuses, groups, people, titles and drawn States in; see `ledger.load_table`.

    `tables` are the rows of FILES by name, as csv.DictReader gives them. Some 60 queries, whatever the size.
    """
    loading = Loading()
    for source in SOURCES:
        loading += load_table(_table(source, [row for row in tables[source.file] if source.where(row)]))
    refresh_search_keys()
    return loading


def refresh_search_keys() -> None:
    """Store anew what the directory's entities are found by, where their names have changed. Four queries."""
    names: dict[int, list[EntityName]] = {}
    for name in EntityName.objects.order_by("entity_id", "language", "valid_from"):
        names.setdefault(name.entity_id, []).append(name)
    aliases: dict[int, list[str]] = {}
    for alias in EntityAlias.objects.order_by("entity_id", "alias"):
        aliases.setdefault(alias.entity_id, []).append(alias.alias)
    stale = []
    for entity in Entity.objects.filter(roster__isnull=True):
        key = searchable(entity.code, names.get(entity.pk, ()), aliases.get(entity.pk, ()))
        if key != entity.search_key:
            entity.search_key = key
            stale.append(entity)
    Entity.objects.bulk_update(stale, ["search_key"])


def _table(source: Source, rows: Rows) -> ReferenceTable:
    links = [column for column in source.columns if column.to]
    codes = {column.name: _codes(column.to) for column in links}
    present = source.model._default_manager.select_related(*codes)
    if source.of_directory:
        present = present.filter(**{f"{source.of_directory}__isnull": True})

    def columns(values: Mapping[str, Any]) -> dict[str, Any] | None:
        if any(values[name] and values[name] not in known for name, known in codes.items()):
            return None
        linked = {f"{name}_id": known.get(values[name]) for name, known in codes.items()}
        others = (column for column in source.columns if not column.to)
        return linked | {column.name: column.kind.stored(values[column.name]) for column in others}

    def plain(row: models.Model) -> tuple[str, dict[str, Any]]:
        values = {column.name: column.kind.read(getattr(row, column.name)) for column in source.columns}
        return _key(source, values), values

    wanted = [{column.name: _plain(row, column) for column in source.columns} for row in rows]
    return ReferenceTable(
        name=source.name,
        model=source.model,
        rows={_key(source, values): values for values in wanted},
        present=present,
        plain=plain,
        columns=columns,
    )


def _plain(row: Mapping[str, str], column: Column) -> Any:
    if column.kind is not TEXTS:
        return column.kind.plain(row[column.source] or column.otherwise(row))
    prefix = f"{column.source}_"
    return {name.removeprefix(prefix): text for name, text in row.items() if name.startswith(prefix) and text}


def _key(source: Source, values: Mapping[str, Any]) -> str:
    return ":".join(str(values[name]) for name in source.key)


def _codes(model: type[models.Model]) -> dict[str, int]:
    rows = model._default_manager.filter(roster__isnull=True) if model is Entity else model._default_manager
    return dict(rows.values_list("code", "pk"))
