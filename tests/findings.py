"""A sound meeting that a test spoils in one way, and what is found then, in English."""

from datetime import datetime

from events.domain.consistency import findings
from events.domain.findings import values_in
from tests import facts as make

LANGUAGES = ("en", "fr")
KEITA = "Ibrahim Keïta"
DIALLO = "Awa Diallo"
MESSAHEL = "Abdelkader Messahel"


def told(facts, *, languages=LANGUAGES):
    return [one.sentence % values_in(one, "en") for one in findings(facts, document_languages=languages)]


def told_as(kind, facts, *, languages=LANGUAGES):
    found = findings(facts, document_languages=languages)
    return [one.sentence % values_in(one, "en") for one in found if one.kind == kind]


def clock(hour, minute=0):
    return datetime(2017, 9, 20, hour, minute)


def mali(*delegates, **fields):
    return make.delegation("MLI", *(delegates or (make.delegate(KEITA, delegation="MLI"),)), **fields)


def algeria(*delegates, **fields):
    head = make.delegate(MESSAHEL, delegation="DZA")
    return make.delegation("DZA", *(delegates or (head,)), **fields)


def part(title, *items, **fields):
    return make.segment(title, *(items or (make.item("Debate", kind="debate"),)), **fields)


def opening(*items, **fields):
    return part("Opening", *items, **{"chairs": [("MLI", KEITA)]} | fields)


def meeting(*segments, delegations=(), **fields):
    roster_fields = {
        name: fields.pop(name) for name in ("entities", "groups", "requests", "first_on") if name in fields
    }
    roster = make.roster(*(delegations or (mali(),)), **roster_fields)
    return make.meeting(roster=roster, segments=segments or (opening(),), **fields)


def both_in(*delegations, **fields):
    """Mali, which presides, with other delegations in a room that has a place for each."""
    return meeting(delegations=(mali(), *delegations), room=make.room(table=1 + len(delegations)), **fields)
