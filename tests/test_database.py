"""The database of a run is the one the run claims, set up as the settings promise."""

import os

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection

pytestmark = pytest.mark.django_db


def test_database_is_the_one_the_run_claims():
    assert connection.vendor == os.environ.get("TEST_DATABASE_VENDOR", connection.vendor)
    assert connection.vendor == ("postgresql" if os.environ.get("TEST_DATABASE_URL") else "sqlite")


@pytest.mark.skipif(bool(os.environ.get("TEST_DATABASE_URL")), reason="asks SQLite")
def test_sqlite_is_a_file_in_wal_mode_that_waits_for_writers_and_keeps_foreign_keys():
    pragmas = ("journal_mode", "busy_timeout", "foreign_keys")
    with connection.cursor() as cursor:
        values = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
    assert values == ["wal", 20000, 1]
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_cache_is_kept_in_the_database(django_assert_num_queries):
    cache.set("seats", 12)
    with django_assert_num_queries(1):
        assert cache.get("seats") == 12


def test_migrating_makes_the_table_of_the_cache():
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE cache")
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    assert "cache" in connection.introspection.table_names()


def test_models_and_migrations_agree(capsys):
    call_command("makemigrations", check_changes=True, dry_run=True)
    assert capsys.readouterr().out == "No changes detected\n"
