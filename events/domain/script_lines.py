"""What staff wrote in a script brought together with the words generated now, line by line: nothing written is lost.

A line is known by its subject and its place there, so it keeps what was written wherever the programme moves it.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from events.domain.facts import MeetingFacts, ScriptLineFacts
from events.domain.script import Cue, script
from events.domain.script_places import SCRIPT_PLACES

GENERATED, EDITED, LEFT_OUT, CONFLICT = "generated", "edited", "left_out", "conflict"


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of the script: the words `generated` now, and what staff `wrote`, None where they wrote nothing.

    `state`: generated, edited, left_out, or conflict, when the words that staff replaced are not those generated now
    (another speaker, another title); then both stand, and the generated ones are `said` until staff decide, since a
    former name must not be read out. A line left out stays so whatever would stand there.
    """

    cue: Cue
    generated: str
    wrote: ScriptLineFacts | None = None

    @property
    def state(self) -> str:
        """Which of the four it is."""
        if self.wrote is None:
            return GENERATED
        if not self.wrote.text:
            return LEFT_OUT
        return EDITED if self.wrote.made_from == self.generated else CONFLICT

    @property
    def said(self) -> str:
        """The words that print and screen have; "" for a line left out."""
        return self.wrote.text if self.wrote and self.state != CONFLICT else self.generated


def merged(generated: Iterable[tuple[Cue, str]], lines: Iterable[ScriptLineFacts]) -> tuple[Line, ...]:
    """Return a line for each cue with its words, in their order, with what staff wrote at its subject and place.

    `lines` are those of one language.
    """
    wrote = {(line.subject, line.place): line for line in lines}
    return tuple(Line(cue=cue, generated=words, wrote=wrote.get((cue.subject, cue.place))) for cue, words in generated)


def homeless(facts: MeetingFacts, language: str) -> tuple[ScriptLineFacts, ...]:
    """Return what staff wrote in `language` for lines that no script has any more, in the order of the facts.

    It is kept, and stands in its line again when its subject returns to the programme.
    """
    places = {(cue.subject, cue.place) for part in script(facts) for cue in part.cues}
    return tuple(
        line for line in facts.script_lines if line.language == language and (line.subject, line.place) not in places
    )


def seen(words: str) -> str:
    """Return a short digest by which a form says which generated words it was made from."""
    return hashlib.blake2b(words.encode(), digest_size=8).hexdigest()


def begins(breath: Sequence[Line]) -> datetime:
    """Return the instant that stands beside a breath: that of its last line, since it leads to what comes next.

    Thanks are said while the floor is taken back; the next item or speech is printed with the instant after that in
    the programme and in the list of speakers.
    """
    return breath[-1].cue.start


def breaths(lines: Iterable[Line]) -> tuple[tuple[Line, ...], ...]:
    """Return the lines in groups that are said in one breath: a group ends where the one who presides listens or waits.

    What is announced about the next speakers belongs to the floor that was given.
    """
    groups: list[list[Line]] = []
    has_paused = True
    for line in lines:
        if has_paused and not (groups and line.cue.place == "next"):
            groups.append([])
        groups[-1].append(line)
        has_paused = SCRIPT_PLACES[line.cue.place].pauses
    return tuple(tuple(group) for group in groups)
