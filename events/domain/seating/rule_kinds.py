"""RULE_KINDS: what protocol may ask of a plan beyond its order."""

from dataclasses import dataclass

from meetingplanner.languages import phrase


@dataclass(frozen=True, kw_only=True)
class RuleKind:
    """One kind of rule: whether it names a second delegation, must hold, and who may read it.

    One that `is_confidential` is read by those who may read confidential notes, and told to nobody else.
    """

    code: str
    label: str
    has_other: bool = False
    is_hard: bool = False
    is_confidential: bool = False


RULE_KINDS: dict[str, RuleKind] = {
    kind.code: kind
    for kind in (
        RuleKind(code="accessible", label=phrase("Needs an accessible place"), is_hard=True),
        RuleKind(code="apart", label=phrase("Keep apart from"), has_other=True, is_hard=True, is_confidential=True),
        RuleKind(code="together", label=phrase("Side by side with, if it can be"), has_other=True),
        RuleKind(code="near", label=phrase("Near, if it can be"), has_other=True),
        RuleKind(code="not_first_row", label=phrase("Not in the first row, if it can be")),
    )
}


def is_confidential(kind: str) -> bool:
    """Return whether rules of that kind are for protocol alone."""
    return RULE_KINDS[kind].is_confidential


# In how far two delegations are kept apart.
WAYS_APART: dict[str, str] = {
    "side": phrase("not side by side"),
    "face": phrase("not face to face"),
    "behind": phrase("not one behind the other"),
    "places": phrase("with places between"),
}
