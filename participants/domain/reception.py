"""When a reply or a request may have come in: places go by that time, so a slip of the year would head the list."""

from datetime import date, datetime, timedelta

from meetingplanner.languages import phrase

# The clocks of two machines are never quite the same.
SLACK = timedelta(minutes=5)
LONGEST_BEFORE = timedelta(days=2 * 365)

IN_THE_FUTURE = phrase("This lies in the future. Give the time at which it came in.")
TOO_EARLY = phrase("This is more than two years before the meeting. Check the year.")


def reception_fault(received_at: datetime, *, first_on: date, now: datetime) -> str:
    """Return in a sentence why nothing can have come in then for a meeting that begins on `first_on`, "" if it can.

    Not more than five minutes after `now`; not more than two years before the meeting, or before `now` where the
    meeting lies further ahead.
    """
    if received_at > now + SLACK:
        return IN_THE_FUTURE
    return TOO_EARLY if received_at.date() < min(first_on, now.date()) - LONGEST_BEFORE else ""
