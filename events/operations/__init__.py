"""One staff action on what happens at a meeting = one function: one transaction, the Roster locked first, one Act."""
