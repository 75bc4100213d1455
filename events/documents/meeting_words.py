"""How prints and mails call the meeting itself and who presides: a row for each of MEETING_KINDS.

An organ holds a "séance" that is opened and rises under its President; any other meeting is a "réunion" led by a chair
or by co-chairs. English says "meeting" of both, so phrases whose English is the same carry the context "organ".
Source: verbatim records of the Security Council (S/PV) in the six languages.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext, pgettext


@dataclass(frozen=True, kw_only=True)
class MeetingWords:
    """The phrases of one kind of meeting in the active language.

    `chair` is by gender, "" where it is not known; `genders` are those of the noun where it is not feminine, by
    language. `note_verbale`, `invitation` and `enclosed` are sentences of letters, `noun` is a word of mails.
    """

    meeting: str
    called: str
    genders: dict[str, str]
    chair: dict[str, str]
    chair_to_follow: str
    end: str
    must_end: str
    must_end_on: str
    too_long: str
    whole: str
    shown: str
    summary: str
    closed: str
    closed_unknown: str
    drawn_up: str
    noun: str
    note_verbale: str
    invitation: str
    enclosed: str


def meeting_words(kind: str) -> MeetingWords:
    """Return the phrases of a row of MEETING_KINDS in the active language. Raises KeyError for no such row."""
    return KINDS[kind]()


def _of_meeting() -> MeetingWords:
    return MeetingWords(
        meeting=gettext("The meeting"),
        called=gettext("The meeting %(title)s"),
        genders={"ru": "n", "ar": "m"},
        chair=dict.fromkeys(("m", "f", ""), gettext("Chair: %(chairs)s")),
        chair_to_follow=gettext("Chair: to be announced"),
        end=gettext("End of the meeting"),
        must_end=gettext("The meeting must end at %(time)s."),
        must_end_on=gettext("The meeting must end on %(day)s at %(time)s."),
        too_long=gettext("The programme as it stands needs %(length)s more than the meeting has."),
        whole=gettext("The whole meeting"),
        shown=gettext("All parts show the meeting %(as_of)s."),
        summary=gettext("Chair's summary"),
        closed=gettext("The meeting closed at %(time)s."),
        closed_unknown=gettext("The meeting closed at [time to be confirmed]."),
        drawn_up=gettext("This summary was drawn up by the chair under the chair's sole responsibility."),
        noun=gettext("meeting"),
        note_verbale=gettext(
            "The secretariat of the meeting presents its compliments to the delegation %(of_entity)s and has the "
            "honour to invite it to attend the following meeting."
        ),
        invitation=gettext("I have the honour to invite your delegation to the following meeting."),
        enclosed=gettext("The concept note of the meeting is enclosed."),
    )


def _of_organ() -> MeetingWords:
    return MeetingWords(
        meeting=pgettext("organ", "The meeting"),
        called=pgettext("organ", "The meeting %(title)s"),
        genders={"ru": "n"},
        chair={
            "m": pgettext("masculine", "President: %(chairs)s"),
            "f": pgettext("feminine", "President: %(chairs)s"),
            "": gettext("President: %(chairs)s"),
        },
        chair_to_follow=gettext("President: to be announced"),
        end=pgettext("organ", "End of the meeting"),
        must_end=gettext("The meeting must rise at %(time)s."),
        must_end_on=gettext("The meeting must rise on %(day)s at %(time)s."),
        too_long=pgettext("organ", "The programme as it stands needs %(length)s more than the meeting has."),
        whole=pgettext("organ", "The whole meeting"),
        shown=pgettext("organ", "All parts show the meeting %(as_of)s."),
        summary=gettext("President's summary"),
        closed=gettext("The meeting rose at %(time)s."),
        closed_unknown=gettext("The meeting rose at [time to be confirmed]."),
        drawn_up=gettext("This summary was drawn up by the President under the President's sole responsibility."),
        noun=pgettext("organ", "meeting"),
        note_verbale=pgettext(
            "organ",
            "The secretariat of the meeting presents its compliments to the delegation %(of_entity)s and has the "
            "honour to invite it to attend the following meeting.",
        ),
        invitation=pgettext("organ", "I have the honour to invite your delegation to the following meeting."),
        enclosed=pgettext("organ", "The concept note of the meeting is enclosed."),
    )


KINDS: dict[str, Callable[[], MeetingWords]] = {"conference": _of_meeting, "organ": _of_organ}
