"""An open point's options with what each would change, in words."""

from datetime import datetime

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _

from events.domain import wallclock
from events.domain.note import broken_sentences, clean
from events.domain.options import preview
from events.domain.timeline import timeline
from events.domain.timing import to_minute
from events.operations.points import OPTION_OPERATIONS, version_of_option
from events.views.clocks import length_between
from participants.domain.dates import clock_text, moment_text
from participants.domain.texts import text_in


def option_rows(facts, point, *, allowed):
    language = get_language() or "en"
    return [
        option_row(facts, point, number, allowed=allowed, language=language) for number in range(len(point.options))
    ]


def option_row(facts, point, number, *, allowed, language):
    option = point.options[number]
    would_be = preview(facts, operation=option["operation"], arguments=option["arguments"])
    return {
        "number": number,
        "label": option["label"],
        "seen": version_of_option(point.event, option),
        "is_allowed": OPTION_OPERATIONS[option["operation"]].permission in allowed,
        "is_misfit": would_be is None,
        "differences": [words_of(one, facts, language) for one in would_be.differences] if would_be else [],
        "effects": EFFECTS[option["operation"]](would_be.facts, option["arguments"], language) if would_be else [],
    }


def words_of(difference, facts, language):
    label = gettext(difference.label.text) % difference.label.values
    return {
        "what": f"{label}, {text_in(difference.of, language)}" if difference.of else label,
        "before": value_words(difference.before, facts, language),
        "after": value_words(difference.after, facts, language),
    }


def value_words(value, facts, language):
    if isinstance(value, datetime):
        is_first_day = value.date() == facts.start.date()
        return clock_text(value, language) if is_first_day else moment_text(value, language)
    return gettext(value) if value else "–"


def time_effects(facts, arguments, language):
    plan = timeline(facts)
    zone = facts.roster.zone
    lines = [
        _("%(part)s: %(start)s–%(end)s") % {
            "part": text_in(one.segment.title, language),
            "start": clock_text(wallclock.local(to_minute(one.start), zone), language),
            "end": clock_text(wallclock.local(to_minute(one.end), zone), language),
        }
        for one in plan.segments
    ]  # fmt: skip
    difference = length_between(*sorted((plan.content_end, plan.end)))
    if plan.overrun:
        lines.append(_("The programme would end %(length)s after the meeting must end.") % {"length": difference})
    elif plan.overruns:
        worst = max(plan.overruns, key=lambda one: one.by)
        over = length_between(worst.limit, worst.limit + worst.by)
        lines.append(_("A part would be %(length)s too long for its fixed times.") % {"length": over})
    elif plan.end == plan.content_end:
        lines.append(_("The programme fills the meeting exactly."))
    else:
        lines.append(_("The programme fits, with %(length)s to spare.") % {"length": difference})
    return lines


def note_effects(facts, arguments, language):
    decisions = {one.number: one.decision for one in facts.deletions}
    lines = []
    for paragraph in facts.paragraphs:
        for code, text in paragraph.text.items():
            if f"[-{arguments['number']}|" not in text:
                continue
            lines.append(f"{code.upper()}: {around(text, arguments['number'], decisions)}")
            broken = [one for one in broken_sentences(text, decisions) if one.number == arguments["number"]]
            lines += [_("The sentence would be broken there (%(code)s).") % {"code": code.upper()} for _one in broken]
    return lines


def around(text, number, decisions):
    # The words on both sides of the seam as the note would then be printed.
    head, _mark, rest = text.partition(f"[-{number}|")
    words, _end, tail = rest.partition("-]")
    whole = clean(f"{head[-WIDTH:].partition(' ')[2]}[-{number}|{words}-]{tail[:WIDTH].rpartition(' ')[0]}", decisions)
    return f"… {whole} …"


WIDTH = 90
EFFECTS = {"set_times": time_effects, "decide_deletion": note_effects}
