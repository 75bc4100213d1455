"""What comes in the parameters of a request, made values or refused."""

import uuid


def uuids_in(data, name):
    """The uuids sent under `name`, each once, or None when one of them is no uuid."""
    try:
        return list(dict.fromkeys(uuid.UUID(text) for text in data.getlist(name)))
    except ValueError:
        return None


def number_of(data, name):
    """The whole number sent under `name`; 0 for anything else, which no version is."""
    text = data.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def keys_of(data, name):
    """The keys sent under `name` with commas between them."""
    return tuple(key for key in data.get(name, "").split(",") if key)


def uuid_or_none(text):
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
