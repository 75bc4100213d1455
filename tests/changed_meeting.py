"""The reference meeting some weeks on: what an office did to it, through the operations alone."""

from datetime import timedelta

from events.models import OpenPoint
from events.operations.note import decide_deletion
from events.operations.points import settle_with_option, version_of_option
from participants.models import Delegate, Delegation, Entity, Request
from participants.operations.delegates import add_delegate, mark_present
from participants.operations.delegations import add_delegation, change_places, record_reply, withdraw_delegation
from participants.operations.entities import NewEntity
from participants.operations.observers import register_observer, set_observer_places, withdraw_observer
from tests.factories import AT

# An observer whose articles differ from one language to the other, and one that the directory lacks.
OBSERVERS = ("IRL", "NZL", "CAN", "PSE", "COM")
BANK = NewEntity(
    names={"en": "Sahel Bank", "fr": "Banque du Sahel"},
    prose={"en": "the Sahel Bank", "fr": "la Banque du Sahel"},
    kind="organisation",
)
NEW_HEADS = {
    "DEU": ("Sigmar", "Gabriel", "m", "foreign_minister", "Minister for Foreign Affairs of Germany",
            "Ministre des affaires étrangères de l'Allemagne"),
    "SWE": ("Margot", "Wallström", "f", "foreign_minister", "Minister for Foreign Affairs of Sweden",
            "Ministre des affaires étrangères de la Suède"),
    "CIV": ("Aïssatou", "N'Guessan-Traoré", "f", "permanent_representative",
            "Permanent Representative of Côte d'Ivoire to the United Nations",
            "Représentante permanente de la Côte d'Ivoire auprès de l'Organisation des Nations Unies"),
}  # fmt: skip
REGRETS, WITHDRAWN = ("UKR", "JPN"), "YEM"
SPLIT = "AUC"


def change(roster):
    """Replies, regrets, a withdrawal, a split, heads, presence, observers beyond the last place, settled points."""
    how = {"by": None, "at": AT + timedelta(days=7)}
    delegations = {
        one.entity.code: one for one in Delegation.objects.filter(roster=roster).select_related("entity", "roster")
    }
    for code in NEW_HEADS:
        reply(delegations[code], "accepted", **how)
    for code in REGRETS:
        reply(delegations[code], "regrets", **how)
    withdraw_delegation(delegations[WITHDRAWN], **how)
    add_delegation(roster, entity=Entity.objects.get(code=SPLIT), grounds=("mediation",), status="invited", **how)
    change_places(delegations["MLI"], version=delegations["MLI"].version, places_at_table=2, places_behind=3, **how)
    for code, (given, family, gender, rank, english, french) in NEW_HEADS.items():
        add_delegate(
            delegations[code], role="head", given_names=given, family_name=family, gender=gender, rank=rank,
            function={"en": english, "fr": french}, **how,
        )  # fmt: skip
    observers(roster, **how)
    settle(roster, "S1-01", 1, **how)
    decide_deletion(roster.event, number=1, decision="rejected", **how)
    people = Delegate.objects.filter(delegation__roster=roster, family_name__in=("Keïta", "Wallström", "Guterres"))
    mark_present(roster, presence=dict.fromkeys(people.values_list("uuid", flat=True), True), **how)


def reply(delegation, status, **how):
    delegation.refresh_from_db()
    record_reply(delegation, version=delegation.version, status=status, reply_channel="note", **how)


def observers(roster, **how):
    """Six ask for four places, one is withdrawn: four hold a place, one waits."""
    set_observer_places(roster, number=4, **how)
    asking = [*(Entity.objects.get(code=code) for code in OBSERVERS), BANK]
    for number, entity in enumerate(asking):
        register_observer(roster, entity=entity, received_at=AT + timedelta(minutes=number), **how)
    withdraw_observer(Request.objects.get(roster=roster, delegation__entity__code=OBSERVERS[1]), **how)


def settle(roster, code, number, **how):
    point = OpenPoint.objects.select_related("event").get(event__roster=roster, code=code)
    seen = version_of_option(point.event, point.options[number])
    settle_with_option(point, number=number, how="by telephone", version=point.version, seen=seen, **how)
