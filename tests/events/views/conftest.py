"""The meeting that most pages of the programme are tried with: one part of three items, and a desk officer."""

import pytest

from tests import factories


@pytest.fixture
def event():
    return factories.event(slug="mali", has_segment=True)


@pytest.fixture
def segment(event):
    return event.segments.get()


@pytest.fixture
def items(segment):
    return [factories.item(segment=segment, position=place, title={"en": name}) for place, name in enumerate("abc")]


@pytest.fixture
def desk(client):
    client.force_login(factories.user(role="desk_officer"))
    return client
