"""What pages say to an organ in place of the usual phrase: one table for all of them.

An organ has a presidency and one President where any other meeting has a podium and co-chairs. What prints say by the
kind of meeting is in `meeting_words` and `podium_words`. A phrase that is right for both kinds needs no row.
"""

from django.utils.translation import gettext

from meetingplanner.languages import phrase

TO_ORGAN: dict[str, str] = {
    phrase("Co-chairs' summary"): phrase("President's summary"),
    phrase("podium"): phrase("presidency"),
    phrase("Podium"): phrase("Presidency"),
    phrase("the podium"): phrase("who sits at the presidency"),
    phrase("Change the podium"): phrase("Change who sits at the presidency"),
    phrase("The podium was saved."): phrase("Who sits at the presidency was saved."),
    phrase("Podium changed"): phrase("Who sits at the presidency changed"),
    phrase("place on the podium"): phrase("place at the presidency"),
    phrase("interpreters on the podium"): phrase("interpreters at the presidency"),
    phrase("Interpreters on the podium"): phrase("Interpreters at the presidency"),
    phrase("The interpreters on the podium were set."): phrase("The interpreters at the presidency were set."),
    phrase("Interpreters on the podium set"): phrase("Interpreters at the presidency set"),
    phrase("less the podium"): phrase("less the presidency's seats"),
    phrase("Free at the table and on the podium"): phrase("Free at the table and at the presidency"),
    phrase("No chair on the podium:"): phrase("No chair at the presidency:"),
    phrase("The podium is at the top. The list says the same in words: who sits on which seat, zone by zone."): phrase(
        "The presidency is at the top. The list says the same in words: who sits on which seat, zone by zone."
    ),
    phrase("The podium is at the top. The list of seats says the same in words."): phrase(
        "The presidency is at the top. The list of seats says the same in words."
    ),
    phrase("from the left, as seen from the podium"): phrase("from the left, as seen from the presidency"),
    phrase("from the right, as seen from the podium"): phrase("from the right, as seen from the presidency"),
    phrase("Podium plate"): phrase("Presidency plate"),
    phrase("podium plates"): phrase("presidency plates"),
    phrase("Folded plates with name and function, for those on the podium."): phrase(
        "Folded plates with name and function, for those at the presidency."
    ),
    phrase("Who presides and sits on the podium"): phrase("Who presides and sits at the presidency"),
    phrase(
        "Heads of delegation and whoever presides, sits on the podium or speaks: by time of arrival, those without a "
        "time in the office's working order of rank."
    ): phrase(
        "Heads of delegation and whoever presides, sits at the presidency or speaks: by time of arrival, those "
        "without a time in the office's working order of rank."
    ),
    phrase(
        "%(person)s (%(entity)s) was to preside or to sit on the podium for “%(part)s” and is no longer in the "
        "delegation."
    ): phrase(
        "%(person)s (%(entity)s) was to preside or to sit at the presidency for “%(part)s” and is no longer in the "
        "delegation."
    ),
    phrase("%(person)s (%(entity)s) has a seat on the podium for “%(part)s”: %(reason)s."): phrase(
        "%(person)s (%(entity)s) has a seat at the presidency for “%(part)s”: %(reason)s."
    ),
    phrase("The podium has no chair left for “%(part)s” for %(names)s (%(count)s)."): phrase(
        "The presidency has no chair left for “%(part)s” for %(names)s (%(count)s)."
    ),
    phrase("The podium has no chair left for “%(part)s” for the interpreters of %(names)s (%(count)s)."): phrase(
        "The presidency has no chair left for “%(part)s” for the interpreters of %(names)s (%(count)s)."
    ),
}


def said_to(kind: str, text: str) -> str:
    """Return the phrase `text` in the active language, in the words for a row of MEETING_KINDS.

    A phrase that is the same for every kind is translated as it stands; "" stands for no meeting.
    """
    return gettext(TO_ORGAN.get(text, text) if kind == "organ" else text)
