"""The place after which a zone is called, in the reader's language."""

from babel.dates import get_timezone_location

from participants.domain.prose import of

UNIVERSAL_ZONES = frozenset({"UTC", "Etc/UTC", "Etc/GMT", "GMT", "Zulu"})


def place_of(zone: str, language: str) -> str:
    """Return the city of a zone: "New York", "Cairo", "Le Caire"; "UTC" for universal time."""
    if zone in UNIVERSAL_ZONES:
        return "UTC"
    return get_timezone_location(zone, locale=language, return_city=True).rpartition("/")[2]


def of_place(zone: str, language: str) -> str:
    """Return "of" with the city of a zone: "of New York", "de New York", "du Caire"; "UTC" stands alone."""
    place = place_of(zone, language)
    return place if place == "UTC" else of(in_prose(place, language), language)


def in_prose(place: str, language: str) -> str:
    """Return a city as sentences have it: in French the article of Le Caire contracts, that of La Haye stays.

    Babel writes it with a capital; Spanish keeps that of El Cairo.
    """
    has_article = language == "fr" and place.startswith(("Le ", "Les "))
    return place[0].lower() + place[1:] if has_article else place
