"""The concept note's text: deletions marked `[-1|words-]`, printed clean or marked up, and what a deletion breaks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from meetingplanner.languages import phrase

_MARK = re.compile(r"\[-(\d{1,4})\|(.*?)-\]", re.DOTALL)
_WORD = re.compile(r"[\w’'.-]+")
_FIRST_WORD = re.compile(rf"\s*({_WORD.pattern})")
_LAST_WORD = re.compile(rf"({_WORD.pattern})\s*$")
_CLOSING = ",.;:!?)]»”%…"
# No space stands before these in any language; before the others French has one.
_TIGHT = ",.)]”…"
_STOPS = ".!?…"
_PAIRS = ("()", "[]", "«»", "“”")

_ARTICLES = frozenset(["the", "a", "an", "le", "la", "les", "l'", "un", "une", "des", "du", "au", "aux"])
# Words that cannot end a sentence, nor stand before a comma: articles, conjunctions, prepositions.
_LEANING_EN = frozenset(["of", "and", "or", "to", "in", "on", "at", "by", "for", "with", "from", "as", "including"])
_LEANING_FR = frozenset(["et", "ou", "de", "d'", "à", "en", "dans", "par", "pour", "avec", "sur", "entre"])
_LEANING = _ARTICLES | _LEANING_EN | _LEANING_FR

BREAKS: dict[str, str] = {
    "article": phrase("The article is struck out and the words left stand without it: “%(before)s | %(after)s”."),
    "capitals": phrase("Two names run together where words are struck out: “%(before)s | %(after)s”."),
    "dangling": phrase("The word before the deletion leads to nothing: “%(before)s | %(after)s”."),
    "repeated": phrase("The same word is left twice: “%(before)s | %(after)s”."),
    "punctuation": phrase("Two punctuation marks meet where words are struck out: “%(before)s | %(after)s”."),
    "sentence_start": phrase("The sentence is left without its beginning: “%(before)s | %(after)s”."),
    "pair": phrase("A bracket or quotation mark is struck out without the other: “%(before)s | %(after)s”."),
}


@dataclass(frozen=True, kw_only=True)
class Span:
    """A stretch of the note as written; `number` is that of the deletion it belongs to, None for plain text."""

    text: str
    number: int | None = None


@dataclass(frozen=True, kw_only=True)
class MarkedSpan:
    """A stretch as the marked-up print shows it; `decision` is empty for plain text."""

    text: str
    number: int | None = None
    decision: str = ""
    is_struck: bool = False


@dataclass(frozen=True, kw_only=True)
class Break:
    """What deletion `number` breaks: `code` of BREAKS, and some words of what is left on either side."""

    number: int
    code: str
    before: str
    after: str


def parse(text: str) -> tuple[Span, ...]:
    """Return the spans of `text` in order, none empty; a mark that is not closed is plain text."""
    spans, position = [], 0
    for match in _MARK.finditer(text):
        spans += [
            Span(text=text[position : match.start()]),
            Span(text=match.group(2), number=int(match.group(1))),
        ]
        position = match.end()
    spans.append(Span(text=text[position:]))
    return tuple(span for span in spans if span.text)


def numbers(text: str) -> tuple[int, ...]:
    """Return the numbers of the deletions in `text`, in the order in which they first stand there."""
    return tuple(dict.fromkeys(span.number for span in parse(text) if span.number is not None))


def clean(text: str, decisions: Mapping[int, str]) -> str:
    """Return `text` as printed clean: only rejected deletions keep their words; one without a decision is pending.

    Struck-out words that nobody has decided on are not printed either: the note was sent out with them struck out.
    The space that a deletion leaves over is taken away; all other spaces stay as written.
    """
    return _rendered(parse(text), decisions)


def marked_up(text: str, decisions: Mapping[int, str]) -> tuple[MarkedSpan, ...]:
    """Return the spans of `text` in order: pending and accepted deletions struck out, rejected ones plain words."""
    return tuple(
        MarkedSpan(text=span.text)
        if span.number is None
        else MarkedSpan(
            text=span.text,
            number=span.number,
            decision=decisions.get(span.number, "pending"),
            is_struck=_is_dropped(span, decisions),
        )
        for span in parse(text)
    )


def broken_sentences(text: str, decisions: Mapping[int, str]) -> tuple[Break, ...]:
    """Return what the deletions break in the text that `clean` prints, in order, at most one break for each.

    Rejected deletions break nothing. Adjoining deletions are judged together, under the number of the last. The
    signs looked for are those of BREAKS: they are signs, not grammar, and somebody has to re-read the sentence.
    """
    found = []
    for number, before, words, after in _seams(text, decisions):
        code = _break_code(before, words, after)
        if code:
            found.append(Break(number=number, code=code, before=_tail(before), after=_head(after)))
    return tuple(found)


def _is_dropped(span: Span, decisions: Mapping[int, str]) -> bool:
    return span.number is not None and decisions.get(span.number, "pending") != "rejected"


def _rendered(spans: Sequence[Span], decisions: Mapping[int, str]) -> str:
    kept, is_seam = "", False
    for span in spans:
        if _is_dropped(span, decisions):
            is_seam = True
            continue
        kept = _joined(kept, span.text) if is_seam else kept + span.text
        is_seam = False
    return kept.rstrip(" ") if is_seam else kept


def _joined(before: str, after: str) -> str:
    words = after.lstrip(" ")
    if words[:1] and words[0] in _TIGHT:
        return before.rstrip(" ") + words
    if after[:1].isspace() or (after and after[0] in _CLOSING):
        return before.rstrip(" ") + (after if before.strip(" ") else words)
    return before + after


def _seams(text: str, decisions: Mapping[int, str]) -> Iterator[tuple[int, str, str, str]]:
    spans = parse(text)
    position = 0
    for is_dropped, run in groupby(spans, key=lambda span: _is_dropped(span, decisions)):
        group = tuple(run)
        end = position + len(group)
        if is_dropped:
            before, after = _rendered(spans[:position], decisions), _rendered(spans[end:], decisions)
            yield group[-1].number or 0, before, "".join(span.text for span in group), after
        position = end


def _break_code(before: str, words: str, after: str) -> str:
    checks = {
        "pair": _breaks_pair(words),
        "punctuation": _meets_punctuation(before, after),
        "article": _takes_article(words, after),
        "repeated": bool(_last(before)) and _last(before).lower() == _first(after).lower(),
        "dangling": _dangles(before, after),
        "capitals": _runs_together(before, after),
        "sentence_start": _starts_low(before, after),
    }
    return next((code for code, is_broken in checks.items() if is_broken), "")


def _breaks_pair(words: str) -> bool:
    return any(words.count(pair[0]) != words.count(pair[1]) for pair in _PAIRS)


def _meets_punctuation(before: str, after: str) -> bool:
    left, right = before.rstrip()[-1:], after.lstrip()[:1]
    if not left or not right or right not in ",.;:!?":
        return False
    # "etc.," and "H.E.," are sound: a full stop may belong to a shortened word.
    return left in ",;:!?([«“" or (left == "." and right == ".")


def _takes_article(words: str, after: str) -> bool:
    return _last(words).lower() in _ARTICLES and bool(_first(after)) and _first(after).lower() not in _ARTICLES


def _dangles(before: str, after: str) -> bool:
    last = _last(before).lower()
    if last not in _LEANING:
        return False
    rest = after.lstrip()
    return not rest or rest[0] in _CLOSING or (last in _ARTICLES and _first(after).lower() in _LEANING)


def _runs_together(before: str, after: str) -> bool:
    left, right = _last(before), _first(after)
    return bool(left and right) and not left.endswith(".") and left[0].isupper() and right[0].isupper()


def _starts_low(before: str, after: str) -> bool:
    is_start = not before.strip() or before.rstrip()[-1] in _STOPS and not _last(before).count(".") > 1
    return is_start and bool(_first(after)) and _first(after)[0].islower()


def _first(text: str) -> str:
    match = _FIRST_WORD.match(text)
    return _bare(match.group(1)) if match else ""


def _last(text: str) -> str:
    match = _LAST_WORD.search(text)
    return match.group(1) if match else ""


def _bare(word: str) -> str:
    elided = re.match(r"([dlDL])[’']", word)
    return f"{elided.group(1)}'" if elided else word


def _tail(text: str) -> str:
    return " ".join(text.split()[-5:])


def _head(text: str) -> str:
    return " ".join(text.split()[:5])
