"""OPERATIONS: what can be done to who attends, as the History page says it."""

from meetingplanner.languages import phrase

OPERATIONS: dict[str, str] = {
    "register_observer": phrase("Observer registered"),
    "withdraw_observer": phrase("Observer withdrawn"),
    "set_observer_places": phrase("Number of observer places set"),
    "add_delegation": phrase("Delegation added"),
    "add_group": phrase("Group of delegations added"),
    "record_reply": phrase("Reply recorded"),
    "set_status": phrase("Status of delegations set"),
    "change_grounds": phrase("Grounds of invitation changed"),
    "change_places": phrase("Places of a delegation changed"),
    "withdraw_delegation": phrase("Delegation withdrawn"),
    "restore_delegation": phrase("Delegation restored"),
    "add_delegate": phrase("Delegate added"),
    "change_delegate": phrase("Delegate changed"),
    "move_delegate": phrase("Delegate moved"),
    "make_head": phrase("Head of delegation named"),
    "withdraw_delegate": phrase("Delegate withdrawn"),
    "restore_delegate": phrase("Delegate restored"),
    "mark_present": phrase("Presence recorded"),
    "import_list": phrase("List saved from a file"),
    "appoint": phrase("Staff appointed"),
    "dismiss": phrase("Staff appointment ended"),
}
