"""A catalogue that is not compiled is told before anything is printed or served."""

import os
import shutil

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from meetingplanner import catalogue, checks


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The catalogues in a folder of their own, compiled."""
    for code in catalogue.translated_languages():
        shutil.copytree(catalogue.LOCALE_DIR / code, tmp_path / code)
    monkeypatch.setattr(catalogue, "LOCALE_DIR", tmp_path)
    catalogue.compile_stale()
    return tmp_path


def test_compiled_catalogues_are_passed(folder):
    assert checks.catalogues_are_compiled() == []
    checks.refuse_without_catalogues()


def test_catalogue_that_is_missing_or_older_than_its_source_is_told_in_words(folder):
    (folder / "ar" / "LC_MESSAGES" / "django.mo").unlink()
    os.utime(folder / "ru" / "LC_MESSAGES" / "django.mo", (0, 0))
    (found,) = checks.catalogues_are_compiled()
    assert found.msg == "These catalogues are not compiled, so all would be in English: Русский, العربية."
    assert found.hint == "Run: python -m meetingplanner.catalogue compile"


def test_command_of_documents_and_server_refuse(folder):
    (folder / "fr" / "LC_MESSAGES" / "django.mo").unlink()
    with pytest.raises(SystemCheckError, match="catalogue compile"):
        call_command("documents", "mali-2017", skip_checks=False)
    with pytest.raises(ImproperlyConfigured, match="catalogue compile"):
        checks.refuse_without_catalogues()
