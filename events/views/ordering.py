"""From the form of a list to the order wanted: dragged, moved by a button, or a place typed."""

from events.domain.ordering import moved_by, placed_at

LAST_PLACE = 10_000


def keys(text):
    return tuple(key for key in text.split(",") if key)


def wanted_order(data):
    """The order wanted, the order that the page showed, and the key of the row that was moved."""
    shown = keys(data.get("version", ""))
    if "order" in data:
        dragged = data.getlist("order")
        order = keys(dragged[0]) if len(dragged) == 1 else tuple(dragged)
        return order, shown, data.get("moved", "")
    for name, step in (("up", -1), ("down", 1)):
        if name in data:
            return moved_by(shown, data[name], step), shown, data[name]
    places = {key: place for number, key in enumerate(shown, 1) if (place := typed(data, key, number)) != number}
    return placed_at(shown, places), shown, next(iter(places), "")


def typed(data, key, number):
    text = data.get(f"place-{key}", "").strip()
    return min(int(text), LAST_PLACE) if text.isascii() and text.isdigit() and len(text) <= 6 else number
