"""Message catalogues, by Babel alone: `python -m meetingplanner.catalogue update|compile|check`."""

import os
import re
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from meetingplanner.languages import LANGUAGES
from meetingplanner.printed import printed_lines

BASE_DIR = Path(__file__).resolve().parent.parent
LOCALE_DIR = Path(__file__).resolve().parent / "locale"
SOURCE_LANGUAGE = "en"
PYTHON_FOLDERS = ("meetingplanner", "participants", "events")
TEMPLATE_FOLDERS = ("templates", *(f"{folder}/templates" for folder in PYTHON_FOLDERS))
KEYWORDS = DEFAULT_KEYWORDS | {
    "phrase": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "_n": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# Dates and tools in the header would make two people's updates collide; names and addresses are the history's.
NEEDLESS_HEADER = re.compile(rb'"([\w-]+-Date|Report-Msgid-Bugs-To|Last-Translator|Language-Team|Generated-By): ')
PLACEHOLDER = re.compile(r"%\((\w+)\)|\{(\w+)\}")


def translated_languages() -> tuple[str, ...]:
    return tuple(code for code in LANGUAGES if code != SOURCE_LANGUAGE)


def catalogue_path(language: str) -> Path:
    return LOCALE_DIR / language / "LC_MESSAGES" / "django.po"


def python_source_of(template: str) -> str:
    """The phrases of a Django template as Python calls on the same lines, indented nowhere: Babel reads Python."""
    return "\n".join(line.lstrip() for line in templatize(template).split("\n"))


def source_files() -> Iterator[tuple[Path, str]]:
    for folder in PYTHON_FOLDERS:
        for path in sorted((BASE_DIR / folder).rglob("*.py")):
            yield path, path.read_text("utf-8")
    for folder in TEMPLATE_FOLDERS:
        for path in sorted((BASE_DIR / folder).rglob("*.*")):
            if path.suffix in (".html", ".txt", ".svg"):
                yield path, python_source_of(path.read_text("utf-8"))


def phrases_in(source: str) -> list[tuple]:
    """The marked phrases of Python source as (line, phrase or phrases, comments, context), in their order."""
    options = {"encoding": "utf-8"}
    file = BytesIO(source.encode())
    return list(extract("python", file, keywords=KEYWORDS, comment_tags=("Translators:",), options=options))


@cache
def marked_phrases() -> tuple[tuple[Path, tuple], ...]:
    """Every marked phrase with the file that holds it, as `phrases_in` gives them."""
    return tuple((path, found) for path, source in source_files() for found in phrases_in(source))


def extracted(language: str) -> Catalog:
    """Every phrase that `language` needs, in the order of the files that hold them: all, or those of documents."""
    template = Catalog(charset="utf-8")
    printed = None if LANGUAGES[language].is_interface else printed_lines()
    for path, (line, phrase, comments, context) in marked_phrases():
        if printed is None or line in printed.get(path, ()):
            location = (str(path.relative_to(BASE_DIR)), line)
            template.add(phrase, locations=[location], auto_comments=comments, context=context)
    return template


def stored(language: str) -> Catalog:
    path = catalogue_path(language)
    if not path.exists():
        return Catalog(locale=language, project="Meeting Planner", version="1", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def replace_file(path: Path, content: bytes) -> None:
    """Write whole or not at all: a server or a second test process may be reading."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    os.chmod(file.name, 0o644)
    os.replace(file.name, path)


def header_of(language: str) -> str:
    return (
        f"# {LANGUAGES[language].own_name}: the phrases of the Meeting Planner.\n"
        "# Brought up to date by `python -m meetingplanner.catalogue update`."
    )


def update() -> None:
    """Bring each catalogue to the phrases of the program; translations of phrases that remain are kept."""
    for language in translated_languages():
        template = extracted(language)
        catalogue = stored(language)
        catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
        catalogue.header_comment = header_of(language)
        content = BytesIO()
        write_po(content, catalogue, width=110, ignore_obsolete=True, include_lineno=False, sort_by_file=True)
        lines = [line for line in content.getvalue().splitlines(keepends=True) if not NEEDLESS_HEADER.match(line)]
        replace_file(catalogue_path(language), b"".join(lines))


def compile_stale() -> None:
    """Make the .mo file of each catalogue that has none as new as itself."""
    for language in translated_languages():
        source = catalogue_path(language)
        target = source.with_suffix(".mo")
        if source.exists() and (not target.exists() or target.stat().st_mtime <= source.stat().st_mtime):
            content = BytesIO()
            write_mo(content, stored(language))
            replace_file(target, content.getvalue())


def placeholders(text: str) -> set[str]:
    return {first or second for first, second in PLACEHOLDER.findall(text)}


def faults_of(message, catalogue: Catalog) -> Iterator[str]:
    """What is wrong with one stored message, in words."""
    sources = message.id if message.pluralizable else (message.id,)
    translations = message.string if message.pluralizable else (message.string,)
    if message.fuzzy:
        yield "is marked fuzzy"
    if not all(translations):
        yield "is not translated"
        return
    wanted = set.union(*map(placeholders, sources))
    # The singular may leave the number out ("one seat"), so only the last of the plural forms must hold every name.
    if placeholders(translations[-1]) != wanted or any(placeholders(text) - wanted for text in translations):
        yield f"has other placeholders than its translation {message.string!r}"
    if not message.pluralizable:
        yield from (f"is not translated as Python formats it: {error}" for error in message.check(catalogue))


def findings() -> list[str]:
    """Each thing that keeps a catalogue from being complete, as `language: 'phrase' …`; empty when all is well."""
    found = []
    for language in translated_languages():
        wanted = {(message.context, message.id): message for message in extracted(language) if message.id}
        catalogue = stored(language)
        present = {(message.context, message.id): message for message in catalogue if message.id}
        found += [f"{language}: {key[1]!r} is not in the catalogue; run update" for key in wanted if key not in present]
        found += [f"{language}: {key[1]!r} is in no source; run update" for key in present if key not in wanted]
        for key, message in present.items():
            if key in wanted:
                found += [f"{language}: {message.id!r} {fault}" for fault in faults_of(message, catalogue)]
    return found


def main(command: str) -> int:
    if command == "update":
        update()
    elif command == "compile":
        compile_stale()
    elif command == "check":
        found = findings()
        print("\n".join(found) or "The catalogues are complete.")
        return 1 if found else 0
    else:
        print("usage: python -m meetingplanner.catalogue update|compile|check", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
