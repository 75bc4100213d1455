"""The settings of the test run: the product's own, under a fixed environment and with what tests need to be quick."""

import os
import tempfile
from pathlib import Path

# Worker processes inherit the folder from the process that starts them, which removes it (conftest.py).
if "TEST_VAR_DIR" not in os.environ:
    os.environ["TEST_VAR_DIR"] = tempfile.mkdtemp(prefix="meetingplanner-tests-")
for name in ("ALLOWED_HOSTS", "DEBUG", "EMAIL_URL", "FROM_EMAIL"):
    os.environ.pop(name, None)
os.environ.update(
    SECRET_KEY="the tests' own key, which guards nothing and is long enough",
    PUBLIC_URL="http://testserver",
    ICAL_DOMAIN="meetings.example.org",
    DATABASE_URL=os.environ.get("TEST_DATABASE_URL", ""),
    VAR_DIR=os.environ["TEST_VAR_DIR"],
)

from meetingplanner.settings import *  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Work is done where it is asked for.
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
# Plain addresses: tests do not collect static files first.
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}  # noqa: F405
Path(STATIC_ROOT).mkdir(exist_ok=True)  # noqa: F405 - whitenoise warns of a folder that is not there
