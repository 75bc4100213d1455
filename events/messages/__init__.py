"""MESSAGES: what delegations are told by mail, a row a kind of NOTICES, and how a row becomes a message."""
