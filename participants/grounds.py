"""GROUNDS: on what ground a delegation attends, and what follows from it."""

from dataclasses import dataclass

from meetingplanner.languages import phrase


@dataclass(frozen=True, kw_only=True)
class Ground:
    """One ground of invitation: where its delegations sit, and how the outcome names them as a group.

    `zone` is the zone of the room; `is_invited` tells invitees from those who asked; `names_group` whether the
    summary lists them as a group; `dated_group` the directory's group that must be complete on the day. A label that
    `is_name` keeps its capital inside a line.
    """

    code: str
    label: str
    zone: str = "table"
    is_invited: bool = True
    dated_group: str = ""
    names_group: bool = False
    is_name: bool = False


GROUNDS: dict[str, Ground] = {
    ground.code: ground
    for ground in (
        Ground(code="host", label=phrase("Host")),
        Ground(code="opening", label=phrase("Opening")),
        Ground(code="brief_remarks", label=phrase("Brief remarks")),
        Ground(code="co_chair", label=phrase("Co-chair")),
        Ground(code="mediation", label=phrase("International mediation"), dated_group="mediation", names_group=True),
        Ground(
            code="security_council",
            label=phrase("Security Council"),
            dated_group="security_council",
            names_group=True,
            is_name=True,
        ),
        Ground(
            code="contributor",
            label=phrase("Troop or police contributor"),
            dated_group="minusma_contributors",
            names_group=True,
        ),
        Ground(code="guest", label=phrase("Invited to speak")),
        Ground(code="observer", label=phrase("Observer"), zone="observers", is_invited=False),
        Ground(code="secretariat", label=phrase("Secretariat"), zone="secretariat", is_name=True),
    )
}

INVITING_GROUNDS = tuple(code for code, ground in GROUNDS.items() if ground.is_invited)


def zone_of(grounds: tuple[str, ...]) -> str:
    """Return the zone a delegation sits in: the table before the secretariat before the observers' rows.

    A delegation without any ground sits nowhere and gives an empty zone.
    """
    zones = {GROUNDS[code].zone for code in grounds}
    return next((zone for zone in ("table", "secretariat", "observers") if zone in zones), "")
