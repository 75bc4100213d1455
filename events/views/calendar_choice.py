"""What a calendar is asked for: how much of the meeting, in which language, by which clocks. One answer for all."""

from dataclasses import dataclass

from django.utils.http import urlencode

from events.domain.items import DETAILS


@dataclass(frozen=True, kw_only=True)
class Choice:
    detail: str = DETAILS[0]
    language: str = "en"
    is_utc: bool = False

    @property
    def query(self):
        """As `choice_of` reads it, with the mark of what it goes behind; empty for the meeting's own clocks."""
        return f"?{urlencode({'tz': 'utc'})}" if self.is_utc else ""


def choice_of(query, *, languages, usual):
    """The choice that stands in an address; nonsense gives the usual one."""
    detail, language = query.get("detail"), query.get("lang")
    return Choice(
        detail=detail if detail in DETAILS else usual.detail,
        language=language if language in languages else usual.language,
        is_utc=query.get("tz") == "utc",
    )
