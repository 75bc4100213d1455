"""What comes in the parameters of a request, made values or refused."""

import uuid


def uuids_in(data, name):
    """The uuids sent under `name`, each once, or None when one of them is no uuid."""
    try:
        return list(dict.fromkeys(uuid.UUID(text) for text in data.getlist(name)))
    except ValueError:
        return None


def uuid_or_none(text):
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
