"""Which phrases documents can print: those that DOCUMENTS, letters and calendars reach, name by name, in the source.

A language that serves documents only has exactly these in its catalogue. The rule needs no list: a phrase in a function
or table that a document uses, or that what it uses uses, is one of them. What a name means is read from the imports of
its module; a module named as a whole brings everything in it.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
ROOTS = (
    ("events.documents", "DOCUMENTS"),
    ("events.documents.letters", "collect"),
    ("events.documents.letters", "render"),
    ("events.documents.ical", "ALL_MEETINGS"),
    ("events.documents.ical", "calendar_values"),
    ("events.documents.ical", "kept_entries"),
    ("events.documents.ical", "own_entries"),
)
# Documents that the languages of documents alone do not have: what they alone use is asked of no catalogue there.
NOT_EVERYWHERE = frozenset({"events.documents.run_of_show"})

Name = tuple[str, str]
"""A module and a name on its top level, "" for the module as a whole."""


def printed_lines() -> dict[Path, set[int]]:
    """Return the lines of the source that documents reach, by file: those of functions, classes and tables."""
    lines: dict[Path, set[int]] = {}
    for module, name in reached():
        for statement in _statements(module).get(name, ()):
            span = range(statement.lineno, (statement.end_lineno or statement.lineno) + 1)
            lines.setdefault(_path(module), set()).update(span)
    return lines


def reached(*roots: Name) -> set[Name]:
    """Return every (module, name) that `roots`, by default ROOTS, use, directly or through others, and themselves.

    What stands in NOT_EVERYWHERE is not followed.
    """
    found: set[Name] = set()
    waiting = list(roots or ROOTS)
    while waiting:
        one = waiting.pop()
        if one not in found and one[0] not in NOT_EVERYWHERE:
            found.add(one)
            waiting += _used_by(*one)
    return found


def _used_by(module: str, name: str) -> Iterator[Name]:
    statements, imports = _statements(module), _imports(module)
    if not name:
        yield from ((module, one) for one in statements)
        return
    if name not in statements:
        # A package passes on what it imports.
        if name in imports:
            yield imports[name]
        return
    for statement in statements[name]:
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and node.id in imports:
                yield imports[node.id]
            elif isinstance(node, ast.Name) and node.id in statements:
                yield (module, node.id)


@cache
def _path(module: str) -> Path | None:
    path = BASE_DIR / module.replace(".", "/")
    return next((one for one in (path.with_suffix(".py"), path / "__init__.py") if one.is_file()), None)


@cache
def _tree(module: str) -> ast.Module:
    path = _path(module)
    return ast.parse(path.read_text("utf-8")) if path else ast.Module(body=[], type_ignores=[])


@cache
def _statements(module: str) -> dict[str, list[ast.stmt]]:
    """Return the statements of the top level by the names they give; what gives none is left out."""
    found: dict[str, list[ast.stmt]] = {}
    for statement in _tree(module).body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.setdefault(statement.name, []).append(statement)
        elif isinstance(statement, ast.Assign | ast.AnnAssign):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            for target in targets:
                for node in ast.walk(target):
                    if isinstance(node, ast.Name):
                        found.setdefault(node.id, []).append(statement)
    return found


@cache
def _imports(module: str) -> dict[str, Name]:
    """Return what the imports of a module mean by name, those of our own modules; imports are absolute here."""
    found: dict[str, Name] = {}
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                target = (whole, "") if _path(whole) else (node.module, alias.name)
                if _path(target[0]):
                    found[alias.asname or alias.name] = target
    return found
