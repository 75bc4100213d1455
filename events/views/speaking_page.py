"""What pages show of the order of an item's speakers: which it is, whether they stand in it, and why so."""

from events.documents.order_words import decided, order_label, reason_words
from events.domain.items import BY_HAND
from events.domain.speaking import follows_scheme, rank_of, speaking_order, why_before, why_next
from events.domain.wallclock import local
from participants.domain.ranks import SCHEMES
from participants.domain.texts import text_in


def order_of_item(facts, item, reasons, language):
    """What stands below the item's list, given why each stands before the next; None where there is no order."""
    if len(item.speeches) < 2:
        return None
    return {
        "scheme": item.order.scheme if item.order else "",
        "label": order_label(item),
        "decided": decided(facts, item, language),
        "why": item.order.why if item.order else "",
        "is_by_hand": item.order is not None and item.order.scheme == BY_HAND,
        "follows": follows_scheme(reasons),
    }


def reasons_by_speech(facts, item, reasons, language):
    """Uuid of each speech but the last -> the uuid of the next and why it stands before that one."""
    return {
        reason.first: {"next": reason.second, "words": reason_words(facts, item, reason, language)}
        for reason in reasons
    }


class OrderPage:
    """One item's order: as it is, as a scheme would have it, and the reason between any two."""

    def __init__(self, page, item, *, scheme="", pair=("", "")):
        self.facts, self.language, self.item, self.page = page.facts, page.language, item, page
        self.uuids = [speech.uuid for speech in item.speeches]
        self.scheme = scheme if scheme in SCHEMES else ""
        self.pair = pair if len({*pair} & {*self.uuids}) == 2 else ()

    def context(self):
        own = self.item.order.scheme if self.item.order else ""
        preview = self.preview() if self.scheme else []
        return {
            "item": self.item,
            "ordered": order_of_item(self.facts, self.item, why_next(self.facts, self.item), self.language),
            "order": ",".join(self.uuids),
            "speeches": self.rows(self.uuids),
            "schemes": [(row.code, row.label, row.code == (self.scheme or own)) for row in SCHEMES.values()],
            "scheme": self.scheme,
            "source": SCHEMES[self.scheme].source if self.scheme else "",
            "preview": preview,
            "wanted": ",".join(row["uuid"] for row in preview),
            "is_put": own == self.scheme and all(row["number"] == row["before"] for row in preview),
            "pair": self.pair,
            "sentence": self.sentence(),
        }

    def preview(self):
        return self.rows(speaking_order(self.facts, self.item, self.scheme))

    def rows(self, uuids):
        speeches = {speech.uuid: speech for speech in self.item.speeches}
        places = {uuid: place for place, uuid in enumerate(self.uuids, 1)}
        return [
            self.row(speeches[uuid]) | {"number": number, "before": places[uuid]}
            for number, uuid in enumerate(uuids, 1)
        ]

    def row(self, speech):
        told = self.page.speaker(speech)
        entity = text_in(self.page.delegation_names(speech.delegation), self.language)
        return {
            "uuid": speech.uuid,
            "name": told["name"],
            "entity": "" if told["is_to_follow"] else entity,
            "is_to_follow": told["is_to_follow"],
            "rank": rank_of(self.facts, speech),
            "group": text_in(self.page.groups.get(speech.group, {}), self.language),
            "asked_at": local(speech.requested_at, self.page.zone) if speech.requested_at else None,
        }

    def sentence(self):
        if not self.pair:
            return ""
        return reason_words(self.facts, self.item, why_before(self.facts, self.item, *self.pair), self.language)
