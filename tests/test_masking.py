"""What logs do not tell: the secret part of an address."""

import logging

import pytest
from django.conf import settings

from meetingplanner.masking import MaskSecrets, masked

TOKEN = "Zk3-" * 10


@pytest.mark.parametrize("kind", ["f", "r", "o"])
def test_secret_of_an_address_is_not_told(kind):
    assert masked(f'"GET /{kind}/{TOKEN}/my-slots.ics?tz=utc"') == f'"GET /{kind}/…/my-slots.ics?tz=utc"'


@pytest.mark.parametrize("text", ["/m/mali-2017/programme-mali-2017.ics", "/meetings/mali-2017/items/", "and/or/both"])
def test_other_addresses_are_told(text):
    assert masked(text) == text


def test_record_is_masked_whatever_its_arguments():
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "%s: %s", ("Not Found", f"/f/{TOKEN}/x"), None)
    assert MaskSecrets().filter(record)
    assert record.getMessage() == "Not Found: /f/…/x"


def test_every_handler_masks():
    assert {name for name, one in settings.LOGGING["handlers"].items() if "secrets" not in one["filters"]} == set()
    assert settings.LOGGING["loggers"]["django.server"]["handlers"] == ["stderr"]
