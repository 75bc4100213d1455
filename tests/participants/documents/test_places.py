"""The place after which a zone is called."""

import pytest

from participants.documents.places import of_place, place_of


@pytest.mark.parametrize(
    ("zone", "english", "french"),
    [
        ("America/New_York", "of New York", "de New York"),
        ("Africa/Cairo", "of Cairo", "du Caire"),
        ("America/Havana", "of Havana", "de La Havane"),
        ("Africa/Addis_Ababa", "of Addis Ababa", "d'Addis-Abeba"),
        ("America/Argentina/Buenos_Aires", "of Buenos Aires", "de Buenos Aires"),
        ("UTC", "UTC", "UTC"),
    ],
)
def test_zone_is_called_by_its_city(zone, english, french):
    assert (of_place(zone, "en"), of_place(zone, "fr")) == (english, french)


def test_city_alone_keeps_its_capital():
    assert place_of("Africa/Cairo", "fr") == "Le Caire"
