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
    """Return "of" with the city of a zone: "of New York", "de New York", "du Caire"; "UTC" stands alone.

    Babel writes an article with a capital; only that of Le Caire and its like contracts, that of La Haye stays.
    """
    place = place_of(zone, language)
    if place == "UTC":
        return place
    has_article = language == "fr" and place.startswith(("Le ", "Les "))
    return of(place[0].lower() + place[1:] if has_article else place, language)
