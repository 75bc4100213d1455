"""How a move in time is told: by the hours, with their days where these are not the same."""

from datetime import datetime

from django.utils.translation import gettext

from events.documents.change_names import Side
from participants.domain.dates import day_text
from participants.domain.prose import stopped


def moved(thing: str, before: Side, old: datetime, after: Side, new: datetime) -> str:
    """Return that `thing` starts at `new` instead of `old`, each as clocks on its side show it."""
    if before.day(old) == after.day(new):
        sentence = gettext("%(thing)s moved from %(old_time)s to %(new_time)s.")
    else:
        sentence = gettext("%(thing)s moved from %(old_day)s, %(old_time)s to %(new_day)s, %(new_time)s.")
    return sentence % _places(before, old, after, new, thing=thing)


def ends(thing: str, before: Side, old: datetime, after: Side, new: datetime) -> str:
    """Return that `thing` ends at `new` instead of `old`."""
    if before.day(old) == after.day(new):
        sentence = gettext("%(thing)s now ends at %(new_time)s instead of %(old_time)s.")
    else:
        sentence = gettext("%(thing)s now ends on %(new_day)s at %(new_time)s instead of %(old_day)s at %(old_time)s.")
    return sentence % _places(before, old, after, new, thing=thing)


def moved_too(words: str, before: Side, old: datetime, after: Side, new: datetime) -> str:
    """Return `words` as a sentence, with the hour where it is another than before."""
    if before.when(old) == after.when(new):
        return stopped(words, after.language)
    if before.day(old) == after.day(new):
        sentence = gettext("%(words)s, at %(new_time)s instead of %(old_time)s.")
    else:
        sentence = gettext("%(words)s, on %(new_day)s at %(new_time)s instead of %(old_day)s at %(old_time)s.")
    return sentence % _places(before, old, after, new, words=words)


def _places(before: Side, old: datetime, after: Side, new: datetime, **words: str) -> dict[str, str]:
    language = after.language
    places = {"old_time": before.hour(old), "new_time": after.hour(new), **words}
    if before.day(old) != after.day(new):
        places["old_day"], places["new_day"] = (
            day_text(day, language, has_weekday=True) for day in (before.day(old), after.day(new))
        )
    return places
