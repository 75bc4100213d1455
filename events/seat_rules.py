"""The rules of protocol for the seats of one moment, as values; the reasons stay in their rows."""

from events.domain.seating.posing import SeatingRuleFacts
from events.models import SeatingRule


def seating_rules(segment_uuid: str) -> tuple[SeatingRuleFacts, ...]:
    """Return the rules of the plan of a segment, in the order in which they were made. One query."""
    columns = ("uuid", "kind", "delegation__uuid", "other__uuid", "way", "distance")
    rows = SeatingRule.objects.filter(plan__segment__uuid=segment_uuid).order_by("pk").values_list(*columns)
    return tuple(
        SeatingRuleFacts(
            uuid=str(uuid),
            kind=kind,
            delegation=str(delegation),
            other=str(other) if other else "",
            way=way,
            distance=distance or 0,
        )
        for uuid, kind, delegation, other, way, distance in rows
    )
