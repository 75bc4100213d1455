"""What the fields of a meeting are called in the list of changes, and how their values are told."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext, ngettext

from events.documents.replies import STATUSES
from events.documents.words import duration, entity_name, full_address, moment, shown, wall_moment, zone_time
from events.domain import wallclock
from events.domain.facts import MeetingFacts
from events.domain.items import ITEM_KINDS, LEVELS, MEETING_KINDS, ORDER_SCHEMES, PRESS, SPOKEN_LANGUAGES
from events.domain.podium import INTERPRETERS
from meetingplanner.languages import phrase
from participants.domain.dates import day_text
from participants.domain.prose import listed, strongly_listed
from participants.domain.ranks import RANKS, SCHEMES
from participants.domain.seat_orders import SEATING_SCHEMES
from participants.grounds import GROUNDS

Teller = Callable[[Any, MeetingFacts, str], str]


def _texts(value: Any, _facts: MeetingFacts, language: str) -> str:
    return shown(value, language)


def _as_it_stands(value: Any, _facts: MeetingFacts, _language: str) -> str:
    return str(value)


def _wall(value: Any, facts: MeetingFacts, language: str) -> str:
    return wall_moment(wallclock.from_text(value), facts.roster.zone, language)


def _minutes(value: Any, _facts: MeetingFacts, _language: str) -> str:
    return duration(timedelta(minutes=value))


def _seconds(value: Any, _facts: MeetingFacts, _language: str) -> str:
    return duration(timedelta(seconds=value))


def _entity(value: Any, facts: MeetingFacts, language: str) -> str:
    return entity_name(facts.entities[value], language) if value in facts.entities else str(value)


def _entities(value: Any, facts: MeetingFacts, language: str) -> str:
    return listed([_entity(one, facts, language) for one in value], language)


def _people(value: Any, facts: MeetingFacts, language: str) -> str:
    found = (facts.delegates.get(one) for one in value)
    return listed([full_address(one, language) or gettext("name to follow") for one in found if one], language)


def _interpreters(value: Any, facts: MeetingFacts, language: str) -> str:
    words = gettext("%(person)s: %(place)s")
    labels = {code: gettext(label) for code, label in INTERPRETERS.items()}
    found = ((_people([one["delegate"]], facts, language), labels[one["place"]]) for one in value)
    return strongly_listed([words % {"person": person, "place": place} for person, place in found], language)


def _item(value: Any, facts: MeetingFacts, language: str) -> str:
    titles = {item.uuid: item.title for segment in facts.segments for item in segment.items}
    return shown(titles.get(value, {}), language)


def _numbers(value: Any, _facts: MeetingFacts, language: str) -> str:
    return listed([str(one) for one in value], language)


def _grounds(value: Any, _facts: MeetingFacts, language: str) -> str:
    return listed(dict.fromkeys(gettext(GROUNDS[one["ground"]].label) for one in value), language)


def _languages(value: Any, _facts: MeetingFacts, language: str) -> str:
    return listed([gettext(SPOKEN_LANGUAGES[one]) for one in value], language)


def _zone(value: Any, _facts: MeetingFacts, language: str) -> str:
    return zone_time(value, language)


def _instant(value: Any, facts: MeetingFacts, language: str) -> str:
    return moment(datetime.fromisoformat(value), facts.roster.zone, language)


def _group(value: Any, facts: MeetingFacts, language: str) -> str:
    names = {one.code: one.names for one in facts.roster.groups}
    return shown(names.get(value, {}), language) or str(value)


def _documents(value: Any, _facts: MeetingFacts, language: str) -> str:
    return strongly_listed([shown(one["title"], language) or one["symbol"] for one in value], language)


def _days(value: Any, _facts: MeetingFacts, language: str) -> str:
    return listed([day_text(date.fromisoformat(one["held_on"]), language) for one in value], language)


def _yes(value: Any, _facts: MeetingFacts, _language: str) -> str:
    return gettext("yes") if value else gettext("no")


def _of_table(table: dict[str, Any]) -> Teller:
    def told(value: Any, _facts: MeetingFacts, _language: str) -> str:
        row = table.get(value, value)
        return gettext(getattr(row, "label", row))

    return told


def _count(value: Any, _facts: MeetingFacts, _language: str) -> str:
    return ngettext("%(count)d seat", "%(count)d seats", value) % {"count": value}


# A field without a teller is told without its values: they are too long, or say nothing by themselves.
FIELDS: dict[tuple[str, str], tuple[str, Teller | None]] = {
    ("meeting", "title"): (phrase("title"), _texts),
    ("meeting", "short_title"): (phrase("short title"), _texts),
    ("meeting", "start"): (phrase("start"), _wall),
    ("meeting", "end"): (phrase("end"), _wall),
    ("meeting", "kind"): (phrase("kind of meeting"), _of_table(MEETING_KINDS)),
    ("meeting", "level"): (phrase("level"), _of_table(LEVELS)),
    ("meeting", "in_margins_of"): (phrase("in the margins of"), _texts),
    ("meeting", "languages"): (phrase("languages"), _languages),
    ("meeting", "reference"): (phrase("the office's reference"), _as_it_stands),
    ("meeting", "contact_name"): (phrase("contact"), _as_it_stands),
    ("meeting", "contact_email"): (phrase("contact's e-mail"), _as_it_stands),
    ("meeting", "contact_phone"): (phrase("contact's telephone"), _as_it_stands),
    ("meeting", "reply_deadline"): (phrase("reply by"), _wall),
    ("meeting", "interpretation_end"): (phrase("interpretation ends"), _wall),
    ("meeting", "outcome"): (phrase("outcome"), None),
    ("meeting", "organisers"): (phrase("organizers"), _entities),
    ("meeting", "secretariat_seats"): (phrase("seats for the secretariat"), _count),
    ("meeting", "press_seats"): (phrase("seats for the press"), _count),
    ("meeting", "reserve_seats"): (phrase("seats in reserve"), _count),
    ("meeting", "reference_documents"): (phrase("reference documents"), _documents),
    ("meeting", "earlier_meetings"): (phrase("earlier meetings"), _days),
    ("meeting", "deletions"): (phrase("deletions of the concept note"), None),
    ("roster", "zone"): (phrase("time zone"), _zone),
    ("roster", "observer_places"): (phrase("observer places"), _as_it_stands),
    ("room", "names"): (phrase("room"), _texts),
    ("room", "building"): (phrase("building"), _texts),
    ("room", "city"): (phrase("city"), _texts),
    ("room", "is_approximate"): (phrase("the plan is approximate"), _yes),
    ("room", "seats"): (phrase("seats of the room"), None),
    ("segment", "title"): (phrase("title"), _texts),
    ("segment", "start"): (phrase("fixed start"), _wall),
    ("segment", "end"): (phrase("fixed end"), _wall),
    ("segment", "handover_seconds"): (phrase("seconds between two speakers"), _as_it_stands),
    ("segment", "chairs"): (phrase("presiding"), _people),
    ("segment", "podium"): (phrase("podium"), _people),
    ("segment", "seating_scheme"): (phrase("order of seats"), _of_table(SEATING_SCHEMES)),
    ("segment", "seating_language"): (phrase("language of the order of seats"), _of_table(SPOKEN_LANGUAGES)),
    ("segment", "drawn_state"): (phrase("State drawn"), _entity),
    ("segment", "is_seating_mixed"): (phrase("seats in one order, whatever the status"), _yes),
    ("segment", "seating_rank_scheme"): (phrase("order of rank of the seats"), _of_table(SCHEMES)),
    ("segment", "seating_by_hand"): (phrase("order of seats made by hand"), None),
    ("segment", "interpreters"): (phrase("interpreters on the podium"), _interpreters),
    ("item", "kind"): (phrase("kind"), _of_table(ITEM_KINDS)),
    ("item", "title"): (phrase("title"), _texts),
    ("item", "description"): (phrase("description"), _texts),
    ("item", "press"): (phrase("press"), _of_table(PRESS)),
    ("item", "fixed_start"): (phrase("fixed start"), _wall),
    ("item", "fixed_end"): (phrase("fixed end"), _wall),
    ("item", "duration_minutes"): (phrase("length"), _minutes),
    ("item", "limit_seconds"): (phrase("limit of a speech"), _seconds),
    ("item", "order"): (phrase("order of speakers"), _of_table(ORDER_SCHEMES)),
    ("item", "actual_start"): (phrase("began at"), _wall),
    ("item", "actual_end"): (phrase("ended at"), _wall),
    ("speech", "capacity"): (phrase("capacity"), _texts),
    ("speech", "on_behalf_of"): (phrase("on behalf of"), _texts),
    ("speech", "group"): (phrase("for the group"), _group),
    ("speech", "planned_minutes"): (phrase("length"), _minutes),
    ("speech", "language"): (phrase("language"), _of_table(SPOKEN_LANGUAGES)),
    ("speech", "is_text_received"): (phrase("text received"), _yes),
    ("speech", "actual_start"): (phrase("began at"), _wall),
    ("speech", "actual_end"): (phrase("ended at"), _wall),
    ("entity", "names"): (phrase("name"), _texts),
    ("entity", "prose"): (phrase("name in sentences"), _texts),
    ("entity", "formal"): (phrase("full name"), _texts),
    ("entity", "short"): (phrase("name on plates"), _texts),
    ("entity", "abbreviations"): (phrase("abbreviation"), _texts),
    ("entity", "sort_keys"): (phrase("place in lists"), None),
    ("entity", "status"): (phrase("status"), None),
    ("delegation", "status"): (phrase("reply"), _of_table(STATUSES)),
    ("delegation", "invitations"): (phrase("ground of invitation"), _grounds),
    ("delegation", "places_at_table"): (phrase("places at the table"), _as_it_stands),
    ("delegation", "places_behind"): (phrase("places behind"), _as_it_stands),
    ("delegation", "released_at"): (phrase("places given back"), None),
    ("delegation", "level_announced"): (phrase("level announced"), _of_table(RANKS)),
    ("delegation", "is_name_to_follow"): (phrase("name to follow"), _yes),
    ("delegate", "rank"): (phrase("rank"), _of_table(RANKS)),
    ("delegate", "function"): (phrase("function"), _texts),
    ("delegate", "capacity"): (phrase("capacity"), _texts),
    ("delegate", "organ"): (phrase("organ"), _entity),
    ("delegate", "is_present"): (phrase("present"), _yes),
    ("request", "place_number"): (phrase("observer place"), _as_it_stands),
    ("request", "further_numbers"): (phrase("further observer places"), _numbers),
    ("request", "received_at"): (phrase("received"), _instant),
    ("request", "contact_name"): (phrase("contact"), _as_it_stands),
    ("request", "contact_email"): (phrase("contact's e-mail"), _as_it_stands),
    ("request", "note"): (phrase("note"), None),
    ("objective", "text"): (phrase("words"), None),
    ("paragraph", "kind"): (phrase("kind"), None),
    ("paragraph", "number"): (phrase("number"), _as_it_stands),
    ("paragraph", "text"): (phrase("words"), None),
    ("arrival", "arrives"): (phrase("arrives"), _wall),
    ("arrival", "entrance"): (phrase("entrance"), _as_it_stands),
    ("arrival", "holding_room"): (phrase("holding room"), _as_it_stands),
    ("arrival", "escort"): (phrase("escort"), _as_it_stands),
    ("arrival", "leaves_after"): (phrase("leaves after"), _item),
    ("arrival", "note"): (phrase("note"), _as_it_stands),
}
