"""Prints found in the store or drawn and put there. They are no facts of the meeting: nothing here is an act."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings

from events.documents import DOCUMENTS
from events.documents.base import PDF, NothingToPrint, Options, file_name, printed
from events.documents.pdf.pictures import looked_at
from events.documents.wanted import Wanted, key_of, slot_of
from events.domain.edition import LastIssue
from events.domain.facts import MeetingFacts
from events.domain.office import OfficeLook
from events.issued import last_issue
from events.models import StoredPrint
from participants.models import Roster

NO_LOOK = OfficeLook()


def options_of(
    facts: MeetingFacts, wanted: Wanted, *, office: OfficeLook = NO_LOOK, issued: LastIssue | None = None
) -> Options:
    """Return the options under which `wanted` is printed, with what the installation and the office add.

    `issued` is the last issue; only a document that compares is given it.
    """
    return Options(
        language=wanted.language,
        as_of=facts.roster.changed_at,
        paper=wanted.paper,
        moment=wanted.moment,
        ical_domain=settings.ICAL_DOMAIN,
        public_url=settings.PUBLIC_URL,
        office=office,
        second_language=wanted.second,
        issued=issued if DOCUMENTS[wanted.document].compares else None,
    )


def stored_prints(roster: Roster, keys: Iterable[str]) -> dict[str, StoredPrint]:
    """Return the prints of the meeting that are there, by key, without their bytes. One query."""
    return {one.key: one for one in StoredPrint.objects.filter(roster=roster, key__in=tuple(keys))}


def found_or_drawn(
    roster: Roster, wanted: Wanted, *, facts: MeetingFacts, office: OfficeLook, state: str, at: datetime
) -> StoredPrint:
    """Return the print of `facts`, drawn and stored if it is not there yet; one without content has nothing to print.

    `state` is that of the facts. It takes the place of the older print of its slot. Raises what a listener of
    `events.documents.progress` raises; nothing is stored then.
    """
    document = DOCUMENTS[wanted.document]
    options = options_of(facts, wanted, office=office, issued=last_issue(roster) if document.compares else None)
    key = key_of(document, options, state=state)
    # With its bytes: read later, they could be those of a newer print in the same place.
    found = StoredPrint.objects.defer(None).filter(roster=roster, key=key).first()
    if found is not None:
        return found
    try:
        content = printed(document, facts, options).content
    except NothingToPrint:
        content = b""
    pages, picture = looked_at(content) if content and document.content_type == PDF else (0, b"")
    values = {
        "key": key,
        "document": document.slug,
        "name": file_name(document, facts, options),
        "content_type": document.content_type,
        "content": content,
        "size": len(content),
        "pages": pages,
        "picture": picture,
        "made_at": at,
    }
    return StoredPrint.objects.update_or_create(roster=roster, slot=slot_of(document, options), defaults=values)[0]
