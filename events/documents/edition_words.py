"""How a print names the issue it is of: "Rev.1", when it was issued, what it supersedes."""

from django.utils.translation import gettext

from events.documents.words import moment
from events.domain.edition import Edition
from meetingplanner.languages import phrase

STANDINGS: dict[str, str] = {"provisional": phrase("Provisional edition"), "final": phrase("Final edition")}


def revision_name(number: int) -> str:
    """Return what revision `number` is called in the language at hand: "Base", "Rev.1"."""
    return f"Rev.{number}" if number else gettext("Base")


def edition_name(edition: Edition | None) -> str:
    """Return what a print says it is in its foot: "Base", "Rev.1", or "DRAFT" for one that was not issued."""
    return gettext("DRAFT") if edition is None else revision_name(edition.number)


def edition_lines(edition: Edition | None, zone: str, language: str) -> tuple[str, ...]:
    """Return what stands under the reference of an issued print, a line each; () for one that was not issued."""
    if edition is None:
        return ()
    lines = [revision_name(edition.number), gettext(STANDINGS[edition.standing])]
    lines.append(gettext("issued %(moment)s") % {"moment": moment(edition.issued_at, zone, language)})
    if edition.supersedes_at is not None:
        earlier = moment(edition.supersedes_at, zone, language)
        names = {"name": revision_name(edition.number - 1), "moment": earlier}
        lines.append(gettext("Supersedes %(name)s of %(moment)s") % names)
    if edition.is_late:
        lines.append(gettext("Made later from what was issued"))
    return tuple(lines)
