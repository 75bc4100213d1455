"""What every test has: catalogues as new as their sources, and a folder of the run that goes when it ends."""

import os
import shutil

import hypothesis
import pytest
from django.conf import settings
from django.utils import translation

from meetingplanner import catalogue
from tests import loaded

hypothesis.settings.register_profile("meetingplanner", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("meetingplanner")


def is_worker():
    return "PYTEST_XDIST_WORKER" in os.environ


def pytest_configure():
    if not is_worker():
        catalogue.compile_stale()


def pytest_collection_modifyitems(items):
    """Mark what reads or writes a database: on a second one, the others could only say the same again."""
    asking = {"db", "transactional_db", "live_server", "django_db_setup"}
    for item in items:
        if item.get_closest_marker("django_db") or asking & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.database)


def pytest_runtest_teardown():
    """A page in another language leaves it active in the thread, where the next test would find it."""
    translation.deactivate()


def pytest_report_header():
    return f"database: {settings.DATABASES['default']['ENGINE'].rsplit('.', 1)[-1]}"


def pytest_unconfigure():
    if not is_worker():
        shutil.rmtree(os.environ["TEST_VAR_DIR"], ignore_errors=True)


@pytest.fixture(scope="session")
def reference_rows(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return loaded.load()


@pytest.fixture
def reference(reference_rows, request):
    """The roster of the reference meeting, which is in the tables with all that `load_reference` brings."""
    is_transactional = "transactional_db" in request.fixturenames or "live_server" in request.fixturenames
    request.getfixturevalue("transactional_db" if is_transactional else "db")
    return loaded.put(reference_rows)
