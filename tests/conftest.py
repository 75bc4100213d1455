"""What every test has: catalogues as new as their sources, and a folder of the run that goes when it ends."""

import os
import shutil

import hypothesis
from django.conf import settings

from meetingplanner import catalogue

hypothesis.settings.register_profile("meetingplanner", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("meetingplanner")


def is_worker():
    return "PYTEST_XDIST_WORKER" in os.environ


def pytest_configure():
    if not is_worker():
        catalogue.compile_stale()


def pytest_report_header():
    return f"database: {settings.DATABASES['default']['ENGINE'].rsplit('.', 1)[-1]}"


def pytest_unconfigure():
    if not is_worker():
        shutil.rmtree(os.environ["TEST_VAR_DIR"], ignore_errors=True)
