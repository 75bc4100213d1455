"""FINDING_KINDS: what can be wrong with a meeting, how badly, in which sentence, and what it would spoil."""

from dataclasses import dataclass

from meetingplanner.languages import phrase

# What a finding may spoil, by the slug of the document.
PRINTS: dict[str, str] = {
    "programme": phrase("programme"),
    "speakers": phrase("list of speakers"),
    "participants": phrase("list of participants"),
    "seating-plan": phrase("seating plan"),
    "changeover": phrase("changeover sheet"),
    "table-plates": phrase("table plates"),
    "podium-plates": phrase("podium plates"),
    "summary": phrase("summary"),
    "concept-note": phrase("concept note"),
    "agenda": phrase("calendar"),
}


@dataclass(frozen=True, kw_only=True)
class FindingKind:
    """One kind of finding: a row of SEVERITIES, the sentence with its places, and the PRINTS that it would spoil."""

    code: str
    severity: str
    sentence: str
    spoils: tuple[str, ...] = ()


_NAMED = ("programme", "speakers", "participants", "podium-plates", "summary")
_PROGRAMME = ("programme", "agenda")

FINDING_KINDS: dict[str, FindingKind] = {
    kind.code: kind
    for kind in (
        FindingKind(
            code="meeting_overruns",
            severity="high",
            sentence=phrase(
                "The programme ends at %(ends)s, %(length)s after the end of the meeting at %(limit)s: see “%(part)s”."
            ),
            spoils=_PROGRAMME,
        ),
        FindingKind(
            code="interpretation_ends",
            severity="high",
            sentence=phrase(
                "Interpretation ends at %(limit)s, %(length)s before the programme, which ends at %(ends)s: see "
                "“%(part)s”."
            ),
            spoils=_PROGRAMME,
        ),
        FindingKind(
            code="part_overruns",
            severity="high",
            sentence=phrase("“%(part)s” runs %(length)s past its end at %(limit)s."),
            spoils=_PROGRAMME,
        ),
        FindingKind(
            code="parts_overlap",
            severity="high",
            sentence=phrase("“%(part)s” runs %(length)s into “%(next)s”, which starts at %(limit)s."),
            spoils=_PROGRAMME,
        ),
        FindingKind(
            code="no_such_time",
            severity="high",
            sentence=phrase("“%(part)s” has a time that the clocks skip on that day."),
            spoils=_PROGRAMME,
        ),
        FindingKind(
            code="two_places",
            severity="high",
            sentence=phrase(
                "%(person)s is expected in two places from %(starts)s to %(ends)s: “%(one)s” and “%(other)s”."
            ),
            spoils=("programme", "seating-plan"),
        ),
        FindingKind(
            code="chair_absent",
            severity="high",
            sentence=phrase("%(person)s (%(entity)s) is to preside over “%(part)s”: %(reason)s."),
            spoils=_NAMED,
        ),
        FindingKind(
            code="chair_departed",
            severity="high",
            sentence=phrase(
                "%(person)s (%(entity)s) was to preside or to sit on the podium for “%(part)s” and is no longer in the "
                "delegation."
            ),
            spoils=_NAMED,
        ),
        FindingKind(
            code="speaker_absent",
            severity="high",
            sentence=phrase("%(person)s (%(entity)s) is to speak under “%(part)s”: %(reason)s."),
            spoils=("programme", "speakers"),
        ),
        FindingKind(
            code="podium_absent",
            severity="high",
            sentence=phrase("%(person)s (%(entity)s) has a seat on the podium for “%(part)s”: %(reason)s."),
            spoils=("seating-plan", "podium-plates", "changeover"),
        ),
        FindingKind(
            code="group_lacks",
            severity="high",
            sentence=phrase("%(group)s: not invited as a member on that day: %(entities)s (%(count)s)."),
            spoils=("participants", "seating-plan", "table-plates", "summary"),
        ),
        FindingKind(
            code="table_too_small",
            severity="high",
            sentence=phrase("The table has %(places)s places; %(promised)s are promised."),
            spoils=("seating-plan",),
        ),
        FindingKind(
            code="room_too_small",
            severity="high",
            sentence=phrase(
                "More seats are promised than the room holds: %(lacking)s too many, before any observer is seated."
            ),
            spoils=("seating-plan",),
        ),
        FindingKind(
            code="too_many_observer_places",
            severity="high",
            sentence=phrase("The meeting has %(places)s observer places; the room allows %(allowed)s."),
            spoils=("seating-plan",),
        ),
        FindingKind(
            code="invited_observer",
            severity="high",
            sentence=phrase("%(entity)s is invited (%(grounds)s) and also asks for an observer place."),
            spoils=("participants", "seating-plan", "table-plates"),
        ),
        FindingKind(
            code="no_chair",
            severity="high",
            sentence=phrase("Nobody is named to preside over “%(part)s”."),
            spoils=("programme", "seating-plan", "podium-plates", "summary"),
        ),
        FindingKind(
            code="no_room", severity="high", sentence=phrase("No room is chosen."), spoils=("programme", "seating-plan")
        ),
        FindingKind(
            code="weekday_wrong",
            severity="high",
            sentence=phrase("The concept note says “%(quote)s”; the calendar says %(day)s."),
            spoils=("concept-note",),
        ),
        FindingKind(
            code="name_missing",
            severity="high",
            sentence=phrase("%(language)s: no name for %(names)s (%(count)s). It would spoil: %(documents)s."),
            spoils=("participants", "seating-plan", "table-plates"),
        ),
        FindingKind(
            code="speeches_overrun",
            severity="medium",
            sentence=phrase("The speeches under “%(part)s” need %(length)s more than it lasts."),
            spoils=_PROGRAMME,
        ),
        FindingKind(
            code="item_overruns",
            severity="medium",
            sentence=phrase("“%(part)s” runs %(length)s into “%(next)s”, which is fixed at %(limit)s."),
            spoils=_PROGRAMME,
        ),
        FindingKind(
            code="item_ends_late",
            severity="medium",
            sentence=phrase("“%(part)s” runs %(length)s past its end at %(limit)s."),
            spoils=_PROGRAMME,
        ),
        FindingKind(
            code="starts_early",
            severity="medium",
            sentence=phrase(
                "“%(part)s” is fixed to start %(length)s too early: what it belongs to starts at %(limit)s."
            ),
            spoils=_PROGRAMME,
        ),
        FindingKind(
            code="accepted_released",
            severity="high",
            sentence=phrase("%(entities)s accepted (%(count)s), but the places were released: no place is kept."),
            spoils=("participants", "table-plates", "seating-plan"),
        ),
        FindingKind(
            code="person_twice",
            severity="medium",
            sentence=phrase("%(person)s stands in more than one delegation: %(entities)s."),
            spoils=("participants",),
        ),
        FindingKind(
            code="group_exceeded",
            severity="medium",
            sentence=phrase("%(group)s: invited as a member but none on that day: %(entities)s (%(count)s)."),
            spoils=("participants", "summary"),
        ),
        FindingKind(
            code="broken_sentence",
            severity="medium",
            sentence=phrase("Concept note (%(language)s), deletion %(number)s: %(what)s"),
            spoils=("concept-note",),
        ),
        FindingKind(
            code="title_missing",
            severity="medium",
            sentence=phrase("%(language)s: no function for %(names)s (%(count)s). It would spoil: %(documents)s."),
            spoils=_NAMED,
        ),
        FindingKind(
            code="article_missing",
            severity="medium",
            sentence=phrase(
                "%(language)s: no form with article for %(names)s (%(count)s). It would spoil: %(documents)s."
            ),
            spoils=("summary",),
        ),
        FindingKind(
            code="text_missing",
            severity="medium",
            sentence=phrase("%(language)s: no text for %(names)s (%(count)s). It would spoil: %(documents)s."),
            spoils=("programme", "summary", "agenda"),
        ),
        FindingKind(
            code="gender_unknown",
            severity="medium",
            sentence=phrase(
                "Mr. or Ms. is not known, so that no form of address can be printed for %(names)s (%(count)s)."
            ),
            spoils=_NAMED,
        ),
        FindingKind(
            code="name_differs",
            severity="medium",
            sentence=phrase("“%(name)s” (%(entity)s) is “%(registered)s” in the registry."),
            spoils=_NAMED,
        ),
        FindingKind(
            code="title_differs",
            severity="medium",
            sentence=phrase("%(person)s is “%(title)s” here and “%(registered)s” in the registry."),
            spoils=_NAMED,
        ),
        FindingKind(
            code="speaker_unnamed",
            severity="medium",
            sentence=phrase("To speak under “%(part)s”, with the name to follow: %(entities)s (%(count)s)."),
            spoils=("programme", "speakers"),
        ),
        FindingKind(
            code="leaves_early",
            severity="medium",
            sentence=phrase("%(person)s leaves after “%(item)s”, before “%(part)s”, where this person is needed."),
        ),
        FindingKind(
            code="arrives_late",
            severity="medium",
            sentence=phrase("%(person)s arrives %(length)s after the start of “%(part)s” at %(limit)s."),
        ),
        FindingKind(
            code="head_unnamed",
            severity="medium",
            sentence=phrase("Coming, with the name of the head to follow: %(entities)s (%(count)s)."),
            spoils=("participants",),
        ),
        FindingKind(
            code="unseated",
            severity="high",
            sentence=phrase("Without a seat for “%(part)s”: %(names)s (%(count)s)."),
            spoils=("seating-plan",),
        ),
        FindingKind(
            code="off_podium",
            severity="high",
            sentence=phrase("The podium has no chair left for “%(part)s” for %(names)s (%(count)s)."),
            spoils=("seating-plan", "podium-plates", "changeover"),
        ),
        FindingKind(
            code="interpreter_unseated",
            severity="high",
            sentence=phrase(
                "The podium has no chair left for “%(part)s” for the interpreters of %(names)s (%(count)s)."
            ),
            spoils=("seating-plan", "podium-plates", "changeover"),
        ),
        FindingKind(
            code="fewer_seats",
            severity="medium",
            sentence=phrase("With fewer seats for “%(part)s” than promised: %(names)s (%(count)s)."),
            spoils=("seating-plan",),
        ),
        FindingKind(
            code="no_plan",
            severity="medium",
            sentence=phrase("The room has no plan of its seats, so that nobody can be seated."),
            spoils=("seating-plan",),
        ),
        FindingKind(code="no_contact", severity="medium", sentence=phrase("No contact is given.")),
        FindingKind(code="no_deadline", severity="medium", sentence=phrase("No day is set until which to reply.")),
        FindingKind(
            code="no_languages", severity="medium", sentence=phrase("The languages of the meeting are not set.")
        ),
        FindingKind(
            code="no_organisers",
            severity="medium",
            sentence=phrase("No organiser is named."),
            spoils=("programme", "summary"),
        ),
        FindingKind(
            code="no_programme", severity="medium", sentence=phrase("The programme is empty."), spoils=_PROGRAMME
        ),
        FindingKind(
            code="task_overdue",
            severity="medium",
            sentence=phrase("Overdue in the checklist: %(names)s (%(count)s)."),
        ),
        FindingKind(
            code="fewer_observer_places",
            severity="low",
            sentence=phrase("The meeting has %(places)s observer places; the room allows %(allowed)s."),
        ),
    )
}
