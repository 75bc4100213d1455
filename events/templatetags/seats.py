"""Seats as shapes and as rows of a list: thousands of them, so they are written here and not by a template."""

from html import escape

from django import template
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

register = template.Library()

# The zones whose seats carry a pattern, told apart without colours.
PATTERNED = ("observers", "press", "secretariat")
MARKS = ("is_free", "is_blocked", "is_lit")
# What the scripts of the page find seats by, where a seat has it.
DATA = ("place", "delegation", "row", "words")


@register.simple_tag
def drawn_seats(seats):
    return mark_safe("\n".join(_drawn(seat) for seat in seats))  # noqa: S308 - texts are escaped one by one


@register.simple_tag
def seat_rows(rows):
    words = {"behind": escape(gettext("Seats behind")), "why": escape(gettext("why here?"))}
    words["unnamed"] = f'<span class="muted">{escape(gettext("name to follow"))}</span>'
    return mark_safe("\n".join(_row(row, words) for row in rows))  # noqa: S308 - texts are escaped one by one


def _row(row, words):
    name, why = escape(row["name"]), ""
    if row.get("why_url"):
        why = f' <a href="{escape(row["why_url"])}" aria-label="{words["why"]} {name}">{words["why"]}</a>'
    return (
        f"<tr{'' if row['is_found'] else ' hidden'}>"
        f'<td class="seat-number">{escape(row["seat"])}</td>'
        f'<th scope="row"><a href="{escape(row["url"])}">{name}</a>'
        f' <small class="muted">{escape(row["code"])}</small></th>'
        f"<td>{escape(row['person']) or words['unnamed']}</td>"
        f'<td data-label="{words["behind"]}">{escape(row["behind"])}</td>'
        f"<td>{escape(row['note'])}{why}</td></tr>"
    )


def _drawn(seat):
    marks = "".join(f" {name.replace('_', '-')}" for name in MARKS if seat.get(name))
    name = "added" if seat.get("is_added") else "seat"
    data = "".join(f' data-{name}="{escape(seat[name])}"' for name in DATA if seat.get(name))
    title = f"<title>{escape(seat['title'])}</title>" if seat["title"] != seat["label"] else ""
    return (
        f'<g class="seat zone-{seat["zone"]}{marks}" transform="translate({seat["x"]} {seat["y"]})"'
        f' data-{name}="{escape(seat["label"])}"{data}>{title}{_shape(seat)}{"".join(map(_line, seat["lines"]))}</g>'
    )


def _shape(seat):
    left, top = seat["left"], seat["top"]
    box = f'x="{left}" y="{top}" width="{seat["width"]}" height="{seat["depth"]}" rx="{seat["radius"]}"/>'
    parts = [f'<rect class="shape" {box}']
    pattern = "blocked" if seat["is_blocked"] else seat["zone"] if seat["zone"] in PATTERNED else ""
    if pattern:
        parts.append(f'<rect class="pattern" fill="url(#pattern-{pattern})" {box}')
    if seat["shape"] == "barred":
        parts.append(f'<path class="edge-bar" d="M{left} {seat["bottom"]}H{seat["right"]}"/>')
    if seat.get("ground"):
        parts.append(f'<path class="ground ground-{seat["ground"]}" d="M{left} {top}H{seat["right"]}"/>')
    if seat["is_accessible"]:
        parts.append(f'<circle class="accessible" cx="{-left}" cy="{top}" r="90"/>')
    shape = "".join(parts)
    return f'<g transform="rotate({seat["angle"]})">{shape}</g>' if seat["angle"] else shape


def _line(line):
    number = ' class="number"' if line.get("is_number") else ""
    return f'<text{number} y="{line["y"]}" font-size="{line["size"]}">{escape(line["text"])}</text>'
