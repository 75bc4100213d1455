"""Processor time of each document of the reference meeting, and of all of them in one language; the limit is 5 s.

Run: .venv/bin/python tests/benchmarks/meeting.py
"""

from time import process_time

from ground import close, reference, tell


def main():
    from events.documents import DOCUMENTS
    from events.documents.base import Options, printed
    from events.queries import meeting_facts
    from meetingplanner.languages import DOCUMENT_LANGUAGES

    facts = meeting_facts(reference())
    for language in DOCUMENT_LANGUAGES:
        whole = 0.0
        for slug, document in ((slug, one) for slug, one in DOCUMENTS.items() if language in one.languages):
            moments = [one.uuid for one in facts.segments] if document.has_moments else [""]
            start = process_time()
            made = [
                printed(document, facts, Options(language=language, as_of=facts.roster.changed_at, moment=moment))
                for moment in moments
            ]
            seconds = process_time() - start
            whole += seconds
            size = sum(len(one.content) for one in made)
            tell(document=slug, language=language, files=len(made), bytes=size, cpu_ms=round(seconds * 1000, 1))
        tell(document="all", language=language, cpu_s=round(whole, 2), limit_s=5)
    close()


if __name__ == "__main__":
    main()
