"""What the pages of the run of show have: the officers, and the lines of one of them, for staff and for the lectern."""

from itertools import groupby

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import override

from events.documents.meeting_words import meeting_words
from events.documents.script_names import headed
from events.documents.script_sentences import SCRIPT_LANGUAGES
from events.documents.script_words import lines_of, remark
from events.documents.words import entity_of
from events.domain.days import day_of
from events.domain.script import script
from events.domain.script_lines import CONFLICT, begins, breaths, homeless, seen
from events.domain.script_places import CONTINGENCY, DIRECTION, SCRIPT_PLACES
from events.domain.taking_part import chairs_of
from events.domain.timeline import timeline
from events.views.clocks import clock_words
from meetingplanner.languages import LANGUAGES
from participants.domain.names import printed_name
from participants.domain.texts import text_in

# What an address calls the chair whom nobody is named for.
NOBODY = "nobody"


class ScriptPage:
    def __init__(self, facts, *, language, reader, chair=""):
        self.facts, self.language, self.reader = facts, language, reader
        self.zone = facts.roster.zone
        self.parts = {part.chair or NOBODY: part for part in script(facts)}
        self.chair = chair if chair in self.parts else next(iter(self.parts), "")
        self.lines = lines_of(facts, self.parts[self.chair], language) if self.chair else ()

    def context(self):
        states = [line.state for line in self.lines]
        return {
            "facts": self.facts,
            "chairs": [{"key": key, "name": self.name(part.chair)} for key, part in self.parts.items()],
            "chair": self.chair,
            "officer": self.officer(),
            "language": self.language,
            "languages": [LANGUAGES[code] for code in SCRIPT_LANGUAGES],
            "query": self.query(),
            "conflicts": states.count(CONFLICT),
            "first_conflict": next((key_of(one) for one in self.lines if one.state == CONFLICT), ""),
            "without_item": self.without_item(),
        }

    def sections(self):
        """The lines by part of the meeting, those for contingencies apart."""
        for _segment, found in groupby(self.lines, key=lambda line: line.cue.segment.uuid):
            lines = list(found)
            yield {
                "title": text_in(lines[0].cue.segment.title, self.language),
                "lines": [self.line(line) for line in lines if not is_contingency(line)],
                "further": [self.line(line) for line in lines if is_contingency(line)],
            }

    def cards(self):
        """What is said in one breath, for a lectern's screen; what is left out is not there."""
        for _segment, found in groupby(self.lines, key=lambda line: line.cue.segment.uuid):
            lines = list(found)
            for group in breaths(line for line in lines if not is_contingency(line)):
                said = [line for line in group if line.said]
                if said:
                    following = [line.cue.following for line in group if line.cue.place == "floor"]
                    yield {
                        "title": text_in(lines[0].cue.segment.title, self.language),
                        "time": self.clock(begins(said)),
                        "lines": [self.line(line) for line in said],
                        "following": [self.speaker(one) for speeches in following[-1:] for one in speeches],
                    }

    def further(self):
        """The contingency lines of the officer, each once."""
        found = {line.cue.place: self.line(line) for line in self.lines if is_contingency(line) and line.said}
        return list(found.values())

    def homeless(self):
        return [
            {
                "label": _(SCRIPT_PLACES[one.place].label) if one.place in SCRIPT_PLACES else one.place,
                "text": one.text,
                "version": one.version,
                "url": self.url(one.subject, one.place),
            }
            for one in homeless(self.facts, self.language)
        ]

    def found(self, subject, place):
        """The line of any chair's script, None where it is not."""
        for key in self.parts:
            page = self if key == self.chair else ScriptPage(
                self.facts, language=self.language, reader=self.reader, chair=key
            )  # fmt: skip
            for line in page.lines:
                if (line.cue.subject, line.cue.place) == (subject, place):
                    return line
        return None

    def line(self, line):
        cue, place = line.cue, SCRIPT_PLACES[line.cue.place]
        return {
            "id": key_of(line),
            "url": self.url(cue.subject, cue.place),
            "time": self.clock(cue.start),
            "label": _(place.label),
            "kind": place.kind,
            "is_direction": place.kind == DIRECTION,
            "said": line.said,
            "generated": line.generated,
            "wrote": line.wrote.text if line.wrote else "",
            "state": line.state,
            "version": line.wrote.version if line.wrote else 0,
            "seen": seen(line.generated),
            "remark": remark(self.facts, cue, self.language),
        }

    def clock(self, moment):
        on = day_of(timeline(self.facts).start, self.zone)
        return clock_words(moment, zone=self.zone, language=self.language, on=on)

    def url(self, subject, place):
        path = reverse("events:script_line", args=(self.facts.roster.slug, self.language, subject, place))
        return f"{path}?{urlencode({'chair': self.chair})}"

    def query(self):
        return urlencode({"chair": self.chair, "language": self.language})

    def name(self, chair):
        delegate = self.facts.delegates.get(chair)
        name = printed_name(delegate, self.reader) if delegate else ""
        return name or self.formal(chair, self.reader)

    def officer(self):
        return self.formal(self.parts[self.chair].chair if self.chair else "", self.language)

    def formal(self, chair, language):
        with override(language):
            return headed(self.facts, chair, language) or meeting_words(self.facts.kind).chair_to_follow

    def speaker(self, speech):
        delegate = self.facts.delegates.get(speech.delegate)
        entity = text_in(entity_of(self.facts, speech.delegation).names, self.language)
        name = printed_name(delegate, self.language) if delegate and not delegate.is_withdrawn else ""
        return {"name": name or entity, "entity": entity if name else ""}

    def without_item(self):
        """Co-chairs who preside over nothing, and so have no script."""
        chairs = dict.fromkeys(chair for segment in self.facts.segments for chair in chairs_of(self.facts, segment))
        return [self.name(chair) for chair in chairs if chair not in self.parts]


def key_of(line):
    return f"{line.cue.subject}-{line.cue.place}"


def is_contingency(line):
    return SCRIPT_PLACES[line.cue.place].kind == CONTINGENCY
