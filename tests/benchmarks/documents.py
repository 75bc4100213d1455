"""Times every document of the real meeting; one JSON object a line: slug, language, bytes, median CPU seconds, spread.

Run: .venv/bin/python tests/benchmarks/documents.py
"""

import json
import os
import sys
from pathlib import Path
from statistics import median
from time import process_time

import django

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from events.documents import DOCUMENTS  # noqa: E402
from meetingplanner.languages import DOCUMENT_LANGUAGES  # noqa: E402
from tests.events.documents.prints import file, mali  # noqa: E402

RUNS = 5


def measured(slug: str, language: str) -> dict[str, object]:
    facts = mali()
    made = file(slug, facts, language)
    seconds = []
    for _ in range(RUNS):
        start = process_time()
        file(slug, facts, language)
        seconds.append(process_time() - start)
    return {
        "name": slug,
        "language": language,
        "bytes": len(made.content),
        "cpu_s": round(median(seconds), 4),
        "spread_s": round(max(seconds) - min(seconds), 4),
    }


if __name__ == "__main__":
    for language in DOCUMENT_LANGUAGES:
        found = [measured(slug, language) for slug in DOCUMENTS]
        for one in found:
            sys.stdout.write(json.dumps(one) + "\n")
        total = {"name": "all documents", "language": language, "cpu_s": round(sum(one["cpu_s"] for one in found), 4)}
        sys.stdout.write(json.dumps(total) + "\n")
