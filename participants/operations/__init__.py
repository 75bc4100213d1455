"""One staff action on who attends = one function: one transaction, the Roster locked first, one Act."""
