"""The reference data and both meetings in the tables: loaded once by the real command, then put there row by row."""

from io import StringIO

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction

from participants.models import Roster

# What one statement may carry on every database we know.
VALUES_AT_ONCE = 900


def models():
    return [model for app in ("participants", "events") for model in apps.get_app_config(app).get_models()]


def load():
    """The rows that `load_reference` makes, by table; the tables themselves are left as they were."""
    with transaction.atomic():
        call_command("load_reference", stdout=StringIO())
        rows = {model: _read(model) for model in models()}
        transaction.set_rollback(True)
    return rows


def _read(model):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {model._meta.db_table}")  # noqa: S608 - the table of a model
        return [column[0] for column in cursor.description], cursor.fetchall()


def put(rows):
    """Insert `rows` into tables that are empty; returns the roster of the reference meeting."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA defer_foreign_keys = ON")
        for model, (columns, values) in rows.items():
            _write(cursor, model._meta.db_table, columns, values)
        for statement in connection.ops.sequence_reset_sql(no_style(), list(rows)):
            cursor.execute(statement)
    return Roster.objects.select_related("event").get(slug="mali-2017")


def _write(cursor, table, columns, values):
    names = ", ".join(f'"{name}"' for name in columns)
    one = f"({', '.join(['%s'] * len(columns))})"
    size = VALUES_AT_ONCE // len(columns)
    for first in range(0, len(values), size):
        part = values[first : first + size]
        statement = f"INSERT INTO {table} ({names}) VALUES {', '.join([one] * len(part))}"  # noqa: S608
        cursor.execute(statement, [value for row in part for value in row])
