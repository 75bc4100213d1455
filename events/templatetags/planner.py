"""What templates need to show facts: texts in the reader's language, days, clocks, labels of the tables."""

import re
from datetime import date, datetime, time

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language, gettext

from events.documents.kind_words import said_to
from events.domain import wallclock
from events.domain.items import (
    BLOCKS,
    ITEM_KINDS,
    LEVELS,
    MEETING_KINDS,
    ORDER_SCHEMES,
    PRESS,
    SEVERITIES,
    SPOKEN_LANGUAGES,
)
from events.models.event import DECISIONS, OUTCOMES, PARAGRAPH_KINDS
from events.models.room import ZONES
from meetingplanner.languages import LANGUAGES
from participants.documents.places import of_place, place_of
from participants.domain.dates import clock_text, day_text, moment_text, span_text
from participants.domain.names import NBSP, STYLES
from participants.domain.ranks import RANKS
from participants.domain.seat_orders import SEATING_SCHEMES
from participants.domain.texts import rendering, text_in
from participants.grounds import GROUNDS
from participants.models.entities import KINDS
from participants.models.language_names import language_label
from participants.models.roster import CHANNELS, DELEGATE_ROLES, GENDERS, STATUSES
from participants.roles import PERMISSIONS, ROLES

_INSIDE = re.compile(r"(?<![,–]) (?!–)")

register = template.Library()

TABLES = {
    "status": STATUSES,
    "channel": CHANNELS,
    "delegate_role": DELEGATE_ROLES,
    "style": STYLES,
    "gender": GENDERS,
    "kind": KINDS,
    "ground": GROUNDS,
    "rank": RANKS,
    "role": ROLES,
    "permission": PERMISSIONS,
    "item_kind": ITEM_KINDS,
    "press": PRESS,
    "level": LEVELS,
    "meeting_kind": MEETING_KINDS,
    "severity": SEVERITIES,
    "block": BLOCKS,
    "spoken": SPOKEN_LANGUAGES,
    "decision": DECISIONS,
    "paragraph": PARAGRAPH_KINDS,
    "scheme": SEATING_SCHEMES,
    "order": ORDER_SCHEMES,
}


def reader_language():
    language = (get_language() or "en").partition("-")[0]
    return language if language in LANGUAGES else "en"


@register.filter
def in_language(texts, language=None):
    return text_in(texts or {}, language or reader_language())


@register.filter
def marked(texts, language=None):
    found = rendering(texts or {}, language or reader_language())
    if not found.is_fallback:
        return found.text
    note = gettext("Only in %(language)s") % {"language": language_label(found.language)}
    return format_html(
        '<span lang="{}" class="fallback" title="{}">{} <small aria-hidden="true">{}</small></span>',
        found.language,
        note,
        found.text,
        found.language.upper(),
    )


@register.filter
def clock(wall):
    return clock_text(wall, reader_language()) if isinstance(wall, datetime | time) else ""


@register.filter
def day(value, style=""):
    if isinstance(value, str) and value:
        value = date.fromisoformat(value)
    return day_text(value, reader_language(), has_weekday=style == "weekday") if isinstance(value, date) else ""


@register.filter
def moment(wall):
    return moment_text(wall, reader_language()) if isinstance(wall, datetime) else ""


@register.filter
def until(start, end):
    # A date is never parted from its month and year; a narrow column breaks between date and time.
    return _INSIDE.sub(NBSP, span_text(start, end, reader_language()))


@register.filter
def local(instant, zone):
    return wallclock.local(instant, zone) if instant else None


@register.filter
def machine(wall):
    return wall.isoformat(timespec="minutes") if isinstance(wall, datetime) else ""


@register.filter
def zone_place(zone):
    return place_of(zone, reader_language())


@register.filter
def of_zone(zone):
    return of_place(zone, reader_language())


@register.filter
def table_label(code, table):
    row = TABLES[table].get(code)
    if row is None:
        return code or ""
    return gettext(str(getattr(row, "label", row)))


@register.filter
def said(kind, text):
    return said_to(kind, text)


@register.filter
def outcome_said(kind, code):
    return said_to(kind, OUTCOMES[code])


@register.filter
def zone_said(kind, code):
    return said_to(kind, ZONES[code])


@register.filter
def language_name(code):
    return language_label(code) if code in LANGUAGES else code


@register.filter
def share(count, whole):
    # A share of a thousand, as drawings want it: whole numbers, never more than the whole.
    return min(1000, round(1000 * count / whole)) if whole else 0
