"""What the seating page shows of one moment: the seats to draw, the same as lists, and the arithmetic of the room."""

import math

from django.urls import reverse
from django.utils.translation import gettext

from events.documents.pdf.fit import balanced_lines, fitted_size_pt, text_width_em
from events.documents.podium_words import podium_words
from events.documents.seat_drawing import NAMED_ZONES, SILENT_ZONES
from events.documents.seat_grounds import ground_at_table
from events.documents.seat_words import (
    entity_code,
    late_sentence,
    moment_words,
    order_sentence,
    person_words,
    podium_sentence,
    remarks,
    seat_text,
)
from events.documents.seating_lists import lacking, podium_rows, unseated
from events.documents.seating_plan import legend
from events.documents.words import entity_name, entity_of
from events.domain.seating.chart import bounds, chart, is_straight
from events.domain.seating.order import ZONES, plan
from events.domain.seating.proposing import seat_labels
from events.domain.seats import seat_count
from events.views.seat_shapes import letters, outline, shape_of
from meetingplanner.languages import phrase
from participants.domain.attendance import head_of
from participants.domain.names import fold, matches
from participants.domain.seat_orders import SEATING_SCHEMES
from participants.grounds import GROUNDS

LARGEST_NAME_MM, NUMBER_MM, SMALLEST_NAME_MM = 340, 230, 180
# Less than on paper: a screen is less wide, and the height can be scrolled.
STRETCH = 1.15
CHART_EDGE_MM = 500
NOBODY = "00000000-0000-0000-0000-000000000000"
ZONE_LABELS = {
    "table": phrase("At the table"),
    "secretariat": phrase("Secretariat"),
    "observers": phrase("Observers"),
}
# A longer list comes in parts, so that a browser lays out those that are looked at.
PART = 100
# How wide the drawing is on a usual screen, and the least size of letters that can be read there, in CSS pixels.
SCREEN_PX, LEAST_PX = 1_030, 4
LETTER_MM, LETTER_PX, WORD_MM, WORD_PX = 280, 9, 320, 12


class SeatingPage:
    def __init__(self, facts, segment, *, language, search=""):
        self.facts, self.segment, self.language, self.search = facts, segment, language, search
        self._addresses = {}
        self.plan = plan(facts, segment)
        self.places = {
            label: f"{zone} {number}" for (zone, number), label in seat_labels(facts).items() if zone in ZONES
        }
        self.chart = chart(facts.room, self.plan) if facts.room else ()
        self.stretch = STRETCH if is_straight(self.chart) else 1
        self.texts = {one.seat.label: seat_text(facts, one, language) for one in self.chart}
        self.words = self._words()
        self._fit_zones()

    def context(self):
        groups = [group for group in self._groups() if group["rows"]]
        rows = [row for group in groups for row in group["rows"]]
        return {
            "segment": self.segment,
            "moment_words": moment_words(self.facts, self.segment, self.language),
            "order": order_sentence(self.facts, self.segment, self.language),
            "late": late_sentence(self.facts, self.segment, self.language),
            "is_by_hand": SEATING_SCHEMES[self.segment.seating_scheme].is_by_hand,
            "groups": [part for group in groups for part in parted(group)],
            "count": sum(1 for row in rows if row["is_found"]),
            "total": len(rows),
            "unseated": unseated(self.facts, self.plan, self.language),
            "lacking": lacking(self.facts, self.plan, self.language),
            "drawing": self._drawing() if self.chart else None,
            "marks": self._marks(),
            "numbers": seat_count(self.facts),
            "search": self.search,
        }

    def is_found(self, words):
        return matches(words, self.search)

    def _words(self):
        """Seat label -> folded words by which a search finds it."""
        found = {}
        for one in self.chart:
            parts = [one.seat.label]
            if not one.is_free:
                delegate = self.facts.delegates.get(one.delegate or one.interprets)
                uuid = delegate.delegation if delegate else one.delegation
                entity = entity_of(self.facts, uuid)
                person = delegate or head_of(self.facts.delegations[uuid])
                parts += [*entity.names.values(), *entity.short.values(), entity_code(entity, self.language)]
                parts += [entity.code, person_words(person, self.language) if person else ""]
                parts += [gettext("Interpreter")] if one.interprets else []
            found[one.seat.label] = fold(" ".join(dict.fromkeys(parts)))
        return found

    def _drawing(self):
        # In a wide room what stands around the seats is larger, so that it can be read when the whole room is seen.
        mm_a_px = bounds(self.chart, edge_mm=CHART_EDGE_MM).width_mm * self.stretch / SCREEN_PX
        letter_mm, word_mm = max(LETTER_MM, LETTER_PX * mm_a_px), max(WORD_MM, WORD_PX * mm_a_px)
        field = bounds(self.chart, edge_mm=round(CHART_EDGE_MM * letter_mm / LETTER_MM))
        grounds = {ground_at_table(self.facts, one) for one in self.chart}
        return {
            "left": round(field.left_mm * self.stretch),
            "top": round(field.top_mm - 380 - word_mm),
            "width": round(field.width_mm * self.stretch),
            "height": round(field.height_mm + 860 + 2 * word_mm),
            "text_mm": round(self._text_mm()),
            "is_far": self._text_mm() < LEAST_PX * mm_a_px,
            "letter_mm": round(letter_mm),
            "word_mm": round(word_mm),
            "middle": round((field.left_mm + field.width_mm / 2) * self.stretch),
            "podium": podium_words(self.facts.kind).label,
            "podium_y": field.top_mm - 250,
            "hall_y": round(field.top_mm + field.height_mm + 130 + word_mm),
            "seats": [self._seat(one) for one in self.chart],
            "letters": list(letters(self.chart, stretch=self.stretch, away_mm=300 * letter_mm / LETTER_MM)),
            "legend": [
                {"zone": zone, "label": label, "shape": shape_of(zone)}
                for zone, label in legend(self.facts, self.chart)
            ],
            "grounds": [(code, gettext(GROUNDS[code].label)) for code in GROUNDS if code in grounds],
        }

    def _seat(self, one):
        seat, drawn = one.seat, outline(one, stretch=self.stretch)
        text = self.texts[seat.label]
        return drawn | {
            "is_free": one.is_free,
            "is_added": one.is_added,
            "lines": self._lines(one, text, width=drawn["width"], depth=drawn["depth"]),
            "words": self.words[seat.label],
            "delegation": one.delegation if one.is_principal else "",
            "ground": ground_at_table(self.facts, one),
            "place": self.places.get(seat.label, ""),
            "is_lit": bool(self.search) and self.is_found(self.words[seat.label]),
            "title": " – ".join(filter(None, ("" if one.is_added else seat.label, text.name))),
        }

    def _lines(self, one, text, *, width, depth):
        """Lines of the seat's text about its middle: number above name; what is turned is as wide as it is deep."""
        if one.seat.zone in SILENT_ZONES:
            return []
        if one.seat.angle % 180:
            width = min(width, depth)
        number = "×" if one.seat.is_blocked else one.seat.label
        if not text.name:
            size = fitted_size_pt(number, width_pt=width * 0.86, largest_pt=min(260, depth * 0.45))
            return [{"text": number, "y": round(size * 0.34), "size": round(size), "is_number": True}]
        name, size = self._name(one, text, width=width, depth=depth)
        size = min(size, self._common.get(one.seat.zone, size))
        small = fitted_size_pt(number, width_pt=width * 0.86, largest_pt=min(NUMBER_MM, size * 0.85))
        step = size * 1.08
        top = -(small + step * len(name)) / 2
        lines = [{"text": number, "y": round(top + small * 0.86), "size": round(small), "is_number": True}]
        for index, line in enumerate(name):
            y = round(top + small + step * index + size * 0.92)
            lines.append({"text": line, "y": y, "size": round(size), "is_number": False})
        return lines

    def _name(self, one, text, *, width, depth):
        """The name or, in a zone too narrow for names, the code, in the lines that let it be largest; and its size."""
        shown, most = (text.name, 3) if one.seat.zone in self._named else (text.code, 1)
        best = ((shown,), 0)
        for count in range(1, most + 1):
            lines = balanced_lines(shown, count)
            wide = max(text_width_em(line) for line in lines)
            size = min(LARGEST_NAME_MM, width * 0.92 / wide, (depth * 0.96 - NUMBER_MM) / (1.1 * len(lines)))
            best = max(best, (lines, size), key=lambda each: each[1])
        return best

    def _fit_zones(self):
        """Decide for each zone whether names can be read there, and the size that all but the longest texts have."""
        self._named, self._common = set(NAMED_ZONES), {}
        for zone in {one.seat.zone for one in self.chart}:
            sizes = self._sizes(zone)
            if zone in NAMED_ZONES and sizes and sizes[len(sizes) // 10] < SMALLEST_NAME_MM:
                self._named.discard(zone)
                sizes = self._sizes(zone)
            if sizes:
                self._common[zone] = sizes[len(sizes) // 6]

    def _text_mm(self):
        """The size of the largest letters on the seats."""
        return max(self._common.values(), default=NUMBER_MM)

    def _sizes(self, zone):
        sizes = []
        for one in self.chart:
            if one.seat.zone == zone and not one.is_free and zone not in SILENT_ZONES:
                text = self.texts[one.seat.label]
                width, depth = round(one.width_mm * self.stretch), one.depth_mm
                width = min(width, depth) if one.seat.angle % 180 else width
                sizes.append(self._name(one, text, width=width, depth=depth)[1])
        return sorted(sizes)

    def _groups(self):
        label = podium_words(self.facts.kind).from_left
        words = podium_sentence(self.facts, self.plan, self.language)
        yield {"label": label, "words": words, "rows": list(self._podium())}
        for zone, label in ZONE_LABELS.items():
            seats = [one for one in self.plan.assignments if one.zone == zone]
            yield {"label": gettext(label), "rows": [self._row(one) for one in seats]}

    def _podium(self):
        for one in podium_rows(self.facts, self.plan):
            delegate = self.facts.delegates[one.delegate]
            row = self._listed(one.label, delegate.delegation, person=delegate, behind=(), note=one.note)
            yield row | {"seat": one.seat} | ({"person": gettext("Interpreter")} if one.is_interpreter else {})

    def _row(self, one):
        head = head_of(self.facts.delegations[one.delegation])
        note = remarks(self.facts, self.plan, one.delegation, self.language) if one.part == 1 else ""
        row = self._listed(one.seat, one.delegation, person=head, behind=one.behind, note=note)
        return row | {"why_url": f"{self._address('events:seating_why', one.delegation)}?moment={self.segment.uuid}"}

    def _listed(self, seat, uuid, *, person, behind, note):
        entity = entity_of(self.facts, uuid)
        return {
            "seat": seat,
            "name": entity_name(entity, self.language),
            "code": entity_code(entity, self.language),
            "url": self._address("participants:delegation", uuid),
            "person": person_words(person, self.language) if person else "",
            "behind": ", ".join(behind),
            "note": note,
            "is_found": self.is_found(self.words[seat]),
        }

    def _address(self, name, uuid):
        """The address of a page of a delegation; of thousands, each kind is worked out once."""
        if name not in self._addresses:
            self._addresses[name] = reverse(name, args=(self.facts.roster.slug, NOBODY))
        return self._addresses[name].replace(NOBODY, uuid)

    def _marks(self):
        seats = [one.seat for one in self.chart]
        return {
            "blocked": [seat.label for seat in seats if seat.is_blocked],
            "accessible": [seat.label for seat in seats if seat.is_accessible and not seat.is_blocked],
            "free": [
                one.seat.label
                for one in self.chart
                if one.is_free and not one.seat.is_blocked and one.seat.zone in ("podium", "table")
            ],
        }


def parted(group):
    """Yield the group in parts about alike, of a hundred rows at most; of several, each says its seats."""
    rows = group["rows"]
    count = math.ceil(len(rows) / PART)
    size = math.ceil(len(rows) / count)
    for start in range(0, len(rows), size):
        part = rows[start : start + size]
        label = group["label"] if count == 1 else f"{group['label']} · {part[0]['seat']} – {part[-1]['seat']}"
        yield group | {"rows": part, "label": label, "is_found": any(row["is_found"] for row in part)}
