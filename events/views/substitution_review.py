"""The review of a substitution: its rows in groups, in words, with ticks, texts, and what moved since it was shown."""

from urllib.parse import quote, urlencode

from django.utils.translation import get_language, gettext

from events.documents.kind_words import said_to
from events.domain.findings import Label
from events.domain.substitution.kinds import GROUPS, KINDS
from meetingplanner.languages import LANGUAGES
from participants.domain.texts import text_in


def seen_text(found):
    return ",".join(f"{key}={fingerprint}" for key, fingerprint in found.seen.items())


def seen_in(data):
    pairs = (one.partition("=") for one in data.get("seen", "").split(",") if one)
    return {key: fingerprint for key, _equals, fingerprint in pairs}


def completed(data, found):
    """What was ticked and written, and for rows that the page did not show yet what is proposed."""
    data, seen = data.copy(), seen_in(data)
    for one in found.rows:
        if one.key in seen:
            continue
        if one.is_choice and one.is_wanted:
            data[f"keep-{one.key}"] = "on"
        if KINDS[one.kind].is_text:
            data[f"text-{one.key}"] = one.after[0]
    return data


def gone(facts, seen, found):
    """The kinds of what was shown and follows no more."""
    kinds = [key.partition("-")[0] for key in seen if key not in found.seen]
    return [said_to(facts.kind, KINDS[kind].label) for kind in dict.fromkeys(kinds) if kind in KINDS]


def words(one):
    if isinstance(one, Label):
        return gettext(one.text)
    return one if isinstance(one, str) else text_in(one, get_language() or "en")


def groups_of(facts, found, review, *, seen=None):
    """The groups that have rows; with `seen`, rows that are other than was shown are marked."""
    rows = [row_of(facts, one, review, seen) for one in found.rows]
    groups = [
        (code, said_to(facts.kind, label), [row for row in rows if row["kind"].group == code])
        for code, label in GROUPS.items()
    ]
    return [group for group in groups if group[2]]


def row_of(facts, one, review, seen):
    kind = KINDS[one.kind]
    keep = review[f"keep-{one.key}"] if one.is_choice else None
    text = review[f"text-{one.key}"] if kind.is_text else None
    return {
        "kind": kind,
        "label": said_to(facts.kind, kind.label),
        "key": one.key,
        "about": words(one.about),
        "language": LANGUAGES[one.language] if one.language else None,
        "before": [words(part) for part in one.before],
        "after": [words(part) for part in one.after] if text is None else [],
        "has_after": kind.has_after,
        "remark": gettext(one.remark) if one.remark else "",
        "keep": keep,
        "is_kept": keep is not None and bool(keep.data),
        "text": text,
        "proposed": one.after[0] if text is not None and text.value() != one.after[0] else "",
        "is_moved": seen is not None and seen.get(one.key) != one.fingerprint,
        "email": one.email,
        "mailto": mailto(facts, one, found_words(review)) if one.email else "",
    }


def found_words(review):
    """What a delegation is told: each form of address before and after, in its language."""
    rows = [one for one in review.rows if one.kind == "address"]
    return {one.language: (one.before[0], one.after[0]) for one in rows}


def mailto(facts, one, addresses):
    language = facts.delegations[one.subject].language
    before, after = addresses.get(language) or next(iter(addresses.values()), ("", ""))
    subject = text_in(facts.short_title, language or get_language() or "en")
    body = "\n".join(filter(None, (before, f"→ {after}" if after else "")))
    query = urlencode({"subject": subject, "body": body}, quote_via=quote)
    return f"mailto:{quote(one.email, safe='@')}?{query}"
