"""What not everybody who may see the meeting may see: one table, for what is told of changes and of findings."""

# By area of a comparison, which is the name of its model too, and by kind of finding; as the thing's own page has it.
NEEDED = {
    "arrival": "edit_programme",
    "arrives_late": "edit_programme",
    "leaves_early": "edit_programme",
    "request": "manage_observers",
    "seatingrule": "see_confidential",
}


def is_shown(kind, allowed):
    """Whether who has the permissions `allowed` may see what is told of `kind`."""
    return NEEDED.get(kind, "view_meeting") in allowed


def changes_shown(act, allowed):
    """The changes of an act, those left out that the reader may not see."""
    return [one for one in act.changes if is_shown(one["model"].rpartition(".")[2], allowed)]
