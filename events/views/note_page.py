"""What the page of the concept note shows: paragraphs as read and marked up, deletions with what they break."""

from django.utils.translation import gettext as _

from events.documents.concept_note import BLOCKED_BY
from events.domain.note import BREAKS, broken_sentences, clean, marked_up
from events.domain.note_marks import all_numbers, struck_words
from participants.domain.texts import text_in

WORDS_OF_NAME = 8


def note_context(event, *, language, languages):
    paragraphs = list(event.paragraphs.order_by("position", "pk"))
    deletions = {one.number: one for one in event.deletions.order_by("number")}
    points = list(event.open_points.filter(resolved_at__isnull=True))
    decisions = {number: one.decision for number, one in deletions.items()}
    labels = places(paragraphs)
    rows = [
        paragraph_row(row, number, len(paragraphs), decisions, labels, languages)
        for number, row in enumerate(paragraphs, 1)
    ]
    return {
        "rows": rows,
        "languages": languages,
        "order": ",".join(str(row.uuid) for row in paragraphs),
        "list": str(event.uuid),
        "names": {str(row.uuid): short_name(row.text, language) for row in paragraphs},
        "deletions": [deletion_row(one, paragraphs, decisions, labels, points) for one in deletions.values()],
        "pending": sum(1 for one in deletions.values() if one.decision == "pending"),
        "provisional": [point for point in points if set(BLOCKED_BY) & set(point.blocks)],
    }


def places(paragraphs):
    """Where each stands: "III, 2" is the second paragraph of section III; the first headings may have no number."""
    labels, section, count = {}, "", 0
    for row in paragraphs:
        if row.kind == "heading":
            section, count = row.number, 0
            labels[row.pk] = section
        elif row.kind == "paragraph":
            count += 1
            labels[row.pk] = f"{section}, {count}" if section else str(count)
        else:
            labels[row.pk] = ""
    return labels


def paragraph_row(row, number, count, decisions, labels, languages):
    name = short_name(row.text, "en")
    return {
        "uuid": str(row.uuid),
        "version": row.version,
        "kind": row.kind,
        "section": row.number,
        "label": labels[row.pk],
        "number": number,
        "is_first": number == 1,
        "is_last": number == count,
        "name": name,
        "numbers": sorted(all_numbers(row.text)),
        "texts": [
            {
                "code": code,
                "clean": clean(row.text.get(code, ""), decisions),
                "spans": marked_up(row.text.get(code, ""), decisions),
            }
            for code in languages
        ],
    }


def deletion_row(deletion, paragraphs, decisions, labels, points):
    number = deletion.number
    paragraph = next((row for row in paragraphs if number in all_numbers(row.text)), None)
    texts = paragraph.text if paragraph else {}
    # Asked as if it were accepted: what it would break is worth knowing before it is decided.
    assumed = decisions | {number: "accepted"}
    return {
        "number": number,
        "version": deletion.version,
        "decision": deletion.decision,
        "label": labels[paragraph.pk] if paragraph else "",
        "uuid": str(paragraph.uuid) if paragraph else "",
        "words": [{"code": code, "text": words} for code, words in struck_words(texts, number).items()],
        "unmarked": [code for code in texts if code not in struck_words(texts, number)],
        "breaks": [
            {"code": code, "sentence": _(BREAKS[one.code]) % {"before": one.before, "after": one.after}}
            for code, text in texts.items()
            for one in broken_sentences(text, assumed)
            if one.number == number
        ],
        "points": [point for point in points if settles(point, number)],
    }


def settles(point, number):
    return any(
        option["operation"] == "decide_deletion" and option["arguments"].get("number") == number
        for option in point.options
    )


def short_name(texts, language):
    words = text_in(texts, language).split()
    return " ".join(words[:WORDS_OF_NAME]) + (" …" if len(words) > WORDS_OF_NAME else "")
