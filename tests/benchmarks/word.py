"""Processor time of each document in Word of a meeting with 200 who take part and all speak; the limit is 0.5 s.

Run: .venv/bin/python tests/benchmarks/word.py
"""

import os
import sys
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django
from ground import tell

PARTICIPANTS, PARAGRAPHS, BUILDS, LIMIT_S = 200, 40, 5, 0.5


def crowd():
    from events.domain.facts import ParagraphFacts
    from tests import facts as make

    note = tuple(
        ParagraphFacts(
            uuid=f"p{n}", version=1, position=n, kind="paragraph", number=f"{n}", text=make.both("A sentence. " * 40)
        )
        for n in range(1, PARAGRAPHS + 1)
    )
    people = [make.delegate(f"Ada Family{n}", delegation=f"S{n}") for n in range(PARTICIPANTS)]
    entities = tuple(make.entity(f"S{n}", en=f"State {n}", fr=f"État {n}") for n in range(PARTICIPANTS))
    delegations = [make.delegation(f"S{n}", one, grounds=("mediation",)) for n, one in enumerate(people)]
    speeches = [replace(make.speech(f"S{n}", position=n), delegate=one.uuid) for n, one in enumerate(people)]
    debate = make.segment("Debate", make.item("Debate", *speeches, kind="debate"))
    roster = make.roster(*delegations, entities=entities, requests=())
    return make.meeting(roster=roster, segments=(debate,), paragraphs=note)


def main():
    django.setup()
    from events.documents import DOCUMENTS
    from events.documents.base import DOCX, printed
    from meetingplanner.languages import DOCUMENT_LANGUAGES
    from tests.events.documents.prints import options

    facts, worst = crowd(), 0.0
    for language in DOCUMENT_LANGUAGES:
        for document in (one for one in DOCUMENTS.values() if one.content_type == DOCX):
            seconds = []
            for _ in range(BUILDS + 1):
                start = process_time()
                made = printed(document, facts, options(language))
                seconds.append(process_time() - start)
            worst = max(worst, *seconds)
            figures = {"first_ms": round(seconds[0] * 1000, 1), "median_ms": round(median(seconds[1:]) * 1000, 1)}
            tell(document=document.slug, language=language, bytes=len(made.content), **figures)
    tell(document="worst", participants=PARTICIPANTS, cpu_s=round(worst, 3), limit_s=LIMIT_S)


if __name__ == "__main__":
    main()
