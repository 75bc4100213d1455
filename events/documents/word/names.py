"""The names of the template's styles: Word's own where it has one, so that every programme knows a heading."""

TITLE, SUBTITLE, MARK = "Title", "Subtitle", "Mark"
HEADINGS = ("Heading1", "Heading2")
BODY, TIMED = "BodyText", "TimedText"
BULLET = "ListBullet"
NUMBERED = "NumberedItem"
TABLE, CELL, HEADER_CELL = "MeetingTable", "TableCell", "TableHeader"
GROUP, TOTAL = "TableGroup", "TableTotal"
NOTE, LABEL = "NoteText", "FactLabel"
LINK = "Hyperlink"
ORGANISERS, MEETING, PLACE, REFERENCE = "Organisers", "Meeting", "PlaceAndDate", "Reference"
HEAD, FOOT = "Header", "Footer"
# What the blocks of a document are set in: a template without one of them has no look for it.
NEEDED = (TITLE, SUBTITLE, MARK, *HEADINGS, BODY, TIMED, BULLET, NUMBERED, CELL, HEADER_CELL, GROUP, TOTAL, NOTE, LABEL)
