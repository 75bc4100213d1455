"""What not everybody who may see the meeting may see: one table, for what is told of changes and of findings."""

from events.domain.seating.rule_kinds import RULE_KINDS
from participants.models import Act

# By area of a comparison, which is the name of its model too, and by kind of finding; as the thing's own page has it.
NEEDED = {
    "arrival": "edit_programme",
    "arrives_late": "edit_programme",
    "leaves_early": "edit_programme",
    "request": "manage_observers",
    "seatingrule": "see_confidential",
}
# Operations that only write rules of seating: where the rule is confidential, so is that it was written.
OF_RULES = ("add_seating_rule", "remove_seating_rule")


def is_shown(kind, allowed):
    """Whether who has the permissions `allowed` may see what is told of `kind`."""
    return NEEDED.get(kind, "view_meeting") in allowed


def changes_shown(act, allowed):
    """The changes of an act, those left out that the reader may not see."""
    return [one for one in act.changes if is_change_shown(one, allowed)]


def is_change_shown(change, allowed):
    kind = change["model"].rpartition(".")[2]
    if kind == "seatingrule" and not is_confidential_rule(change):
        return "edit_seating" in allowed
    return is_shown(kind, allowed)


def is_confidential_rule(change):
    """Whether the change is of a rule of seating that is for protocol alone; one that does not say its kind is."""
    if change["model"] != "events.seatingrule":
        return False
    kinds = [RULE_KINDS.get(one) for one in change["fields"].get("kind", ()) if one]
    return not kinds or any(one is None or one.is_confidential for one in kinds)


def hidden_versions(roster, allowed):
    """The versions, in order, made by acts of which the reader must not know that they were."""
    if "see_confidential" in allowed:
        return []
    acts = Act.objects.filter(roster=roster, operation__in=OF_RULES).order_by("version")
    rows = acts.values_list("version", "changes")
    return [version for version, changes in rows if any(is_confidential_rule(one) for one in changes)]
