"""What is not written yet, or wrongly: facts that lack, texts that lack in a language, the concept note."""

import re
from collections.abc import Iterator
from datetime import date

from events.domain import note
from events.domain.facts import MeetingFacts
from events.domain.findings import Cure, Finding, Label
from events.domain.people import called
from meetingplanner.languages import LANGUAGES
from participants.domain.attendance import delegates_of, expected_delegations
from participants.domain.dates import DATE_FORMS
from participants.domain.names import fold
from participants.domain.prose import GRAMMARS
from participants.domain.texts import Texts
from participants.domain.values import DelegateFacts, EntityFacts

_DATE = re.compile(
    r"\b(?P<weekday>\w+),?\s+(?:the\s+)?"
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th|er)?\s+(?:(?:of|de)\s+)?(?P<month>\w+)"
    r"|(?P<month2>\w+)\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?),?\s+(?:de\s+)?(?P<year>\d{4})\b"
)

MISSING_FACTS = (
    ("no_room", lambda facts: facts.room),
    ("no_organisers", lambda facts: facts.organisers),
    ("no_languages", lambda facts: facts.languages),
    ("no_contact", lambda facts: facts.contact_name and (facts.contact_email or facts.contact_phone)),
    ("no_deadline", lambda facts: facts.reply_deadline),
)


def text_findings(facts: MeetingFacts, languages: tuple[str, ...]) -> Iterator[Finding]:
    """Yield missing facts, then missing texts by language, then what is wrong in the concept note."""
    for kind, fact in MISSING_FACTS:
        if not fact(facts):
            page = "events:seating" if kind == "no_room" else "events:settings"
            yield Finding(kind=kind, values={}, cure=Cure(page=page, arguments=(facts.roster.slug,)))
    for language in languages:
        yield from _missing(facts, language)
    yield from _note(facts)


def _missing(facts: MeetingFacts, language: str) -> Iterator[Finding]:
    slug = facts.roster.slug
    delegations = expected_delegations(facts.roster)
    entities = [facts.entities[one.entity] for one in delegations]
    people = [one for delegation in delegations for one in delegates_of(delegation)]
    directory = Cure(page="participants:delegations", arguments=(slug,))
    lacking = (
        ("name_missing", directory, [one.names or one.code for one in entities if not one.names.get(language)]),
        ("article_missing", directory, [one.names or one.code for one in entities if _lacks_article(one, language)]),
        ("title_missing", directory, [called(facts, one) for one in people if _lacks_function(one, language)]),
        ("text_missing", Cure(page="events:programme", arguments=(slug,)), _untitled(facts, language)),
    )
    for kind, cure, names in lacking:
        if names:
            values = {"language": LANGUAGES[language].own_name, "names": tuple(names), "count": len(names)}
            yield Finding(kind=kind, values=values, cure=cure)


def _lacks_article(entity: EntityFacts, language: str) -> bool:
    return GRAMMARS[language].has_articles and not entity.prose.get(language)


def _lacks_function(delegate: DelegateFacts, language: str) -> bool:
    # Somebody who is to be named yet need not have a function yet either.
    is_unknown = delegate.is_placeholder and not delegate.function
    return not is_unknown and not delegate.function.get(language)


def _untitled(facts: MeetingFacts, language: str) -> list[Texts]:
    texts = [facts.title]
    for segment in facts.segments:
        texts += [segment.title, *(item.title for item in segment.items)]
    texts += [one.text for one in facts.objectives] + [one.title for one in facts.reference_documents]
    return [one for one in texts if not one.get(language)]


def _note(facts: MeetingFacts) -> Iterator[Finding]:
    cure = Cure(page="events:note", arguments=(facts.roster.slug,))
    decisions = {one.number: one.decision for one in facts.deletions}
    for paragraph in facts.paragraphs:
        for language, text in paragraph.text.items():
            for broken in note.broken_sentences(text, decisions):
                words = Label(text=note.BREAKS[broken.code], values={"before": broken.before, "after": broken.after})
                values = {"language": LANGUAGES[language].own_name, "number": broken.number, "what": words}
                yield Finding(kind="broken_sentence", values=values, cure=cure)
            for quote, day in wrong_weekdays(note.clean(text, decisions)):
                yield Finding(kind="weekday_wrong", values={"quote": quote, "day": day}, cure=cure)


def wrong_weekdays(text: str) -> tuple[tuple[str, date], ...]:
    """Return each date in `text` whose weekday is not the calendar's: the words as written, and the day.

    Read by the names in DATE_FORMS: "Wednesday, 20 September 2017", "Wednesday, September 20, 2017", "le mercredi 1er
    octobre 2014", "miércoles, 20 de septiembre de 2017". A date without weekday or year, one whose weekday is inflected
    or stands after it (Russian, Chinese), or that does not exist, is passed over.
    """
    found = []
    for match in _DATE.finditer(text):
        for forms in DATE_FORMS.values():
            weekdays, months = ([fold(word) for word in words] for words in (forms.weekdays, forms.months))
            weekday, month = fold(match["weekday"]), fold(match["month"] or match["month2"])
            if weekday in weekdays and month in months:
                day = _day(int(match["year"]), months.index(month) + 1, int(match["day"] or match["day2"]))
                if day and weekdays[day.weekday()] != weekday:
                    found.append((match.group(), day))
    return tuple(found)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
