"""The arrow of the layers, read from the source of every module; each failure names the line that breaks it."""

import ast
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("meetingplanner", "participants", "events")
TOP = 7
LAYERS = {
    **dict.fromkeys(("domain", "grounds", "roles", "notices", "languages"), 0),
    **dict.fromkeys(("models", "migrations", "fields"), 1),
    **dict.fromkeys(("queries", "issued", "links", "room_facts", "seat_rules"), 2),
    **dict.fromkeys(("documents", "messages", "outbox"), 3),
    **dict.fromkeys(("operations", "tasks"), 4),
    "forms": 5,
    **dict.fromkeys(("views", "templatetags"), 6),
    **dict.fromkeys(("urls", "admin", "management", "apps", "__init__"), TOP),
}
# The wiring knows both apps as a whole: whatever is there and not named above stands on top.
HOMES = {
    **dict.fromkeys(("reportlab", "uharfbuzz", "pyphen", "pypdfium2"), "events.documents.pdf"),
    "icalendar": "events.documents.ical",
    **dict.fromkeys(("docx", "docxtpl", "jinja2", "markupsafe"), "events.documents.word"),
}
# Names of months and weekdays are data of CLDR: the one thing the domain takes from a package.
TAKEN_BY_DOMAIN = {("participants.domain.dates", "babel")}


def module_name(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module_name(path): path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))}


def layer(module):
    package, _, rest = module.partition(".")
    name = rest.split(".")[0] or "__init__"
    return LAYERS.get(name, TOP if package == "meetingplanner" else None)


def is_within(module, package):
    return f"{module}.".startswith(f"{package}.")


def imports(module, tree, *, known=frozenset(MODULES)):
    """(line, module imported) for every import, wherever in the file it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            is_package = any(name.startswith(f"{module}.") for name in known)
            base = ".".join(module.split(".")[: len(module.split(".")) - node.level + is_package]) if node.level else ""
            source = ".".join(part for part in (base, node.module) if part)
            for alias in node.names:
                yield node.lineno, f"{source}.{alias.name}" if f"{source}.{alias.name}" in known else source


def fault(module, target):
    """Why `module` may not import `target`, or nothing."""
    mine, top = layer(module), target.split(".")[0]
    if top in HOMES and not is_within(module, HOMES[top]):
        return f"only {HOMES[top]} imports {top}"
    if mine == 0 and not _is_for_domain(top, target) and (module, top) not in TAKEN_BY_DOMAIN:
        return f"the domain imports only the standard library and the domain, not {target}"
    if top not in PACKAGES:
        return None
    if layer(target) > mine:
        return f"{target} stands above"
    if is_within(module, "participants") and top == "events":
        return "participants does not know events"
    if is_within(module, "events.documents") and module not in ("events.documents", "events.documents.base"):
        return f"a document sees facts, not {target}" if layer(target) in (1, 2) else None
    return None


def _is_for_domain(top, target):
    return top in sys.stdlib_module_names or (top in PACKAGES and layer(target) == 0)


def violations(module, source, *, name="source.py"):
    tree = ast.parse(source)
    found = [(line, fault(module, target)) for line, target in imports(module, tree)]
    if is_within(module, "participants"):
        strings = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        found += [
            (n.lineno, "participants does not know events") for n in strings if re.match(r"events\.\w+$", n.value)
        ]
    if "migrations" not in module:
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno >= 40:
                found.append((node.lineno, f"{node.name} has {node.end_lineno - node.lineno + 1} lines, more than 40"))
    return [f"{name}:{line}: {reason}" for line, reason in sorted(found, key=str) if reason]


def cycle_through(module, graph):
    """A way from `module` back to it, or nothing."""
    ways, seen = [[module]], set()
    while ways:
        way = ways.pop()
        for target in graph.get(way[-1], ()):
            if target == module:
                return [*way, module]
            if target not in seen:
                seen.add(target)
                ways.append([*way, target])
    return None


def graph_of(sources):
    """Module -> modules of its own layer that it imports."""
    return {
        module: {
            target
            for _, target in imports(module, ast.parse(source), known=sources)
            if target in sources and target != module and layer(target) == layer(module)
        }
        for module, source in sources.items()
    }


@pytest.mark.parametrize("module", MODULES)
def test_module_keeps_the_rules(module):
    path = MODULES[module]
    assert layer(module) is not None, f"{path.relative_to(ROOT)}:1: no layer is named for this module in LAYERS"
    assert violations(module, path.read_text(), name=path.relative_to(ROOT)) == []


def test_modules_of_a_layer_import_one_another_without_a_cycle():
    graph = graph_of({module: path.read_text() for module, path in MODULES.items()})
    cycles = {" > ".join(cycle) for module in graph if (cycle := cycle_through(module, graph))}
    assert cycles == set()


def test_files_and_templates_are_short():
    own = [
        path
        for folder in (*PACKAGES, "tests")
        for path in (ROOT / folder).rglob("*.py")
        if "migrations" not in path.parts
    ]
    templates = [path for path in ROOT.glob("templates/**/*") if path.is_file()]
    sizes = [(path, 400, len(path.read_text().splitlines())) for path in own]
    sizes += [(path, 100, len(path.read_text().splitlines())) for path in templates]
    long = [f"{path.relative_to(ROOT)}:{most + 1}: more than {most} lines" for path, most, size in sizes if size > most]
    assert long == []


@pytest.mark.parametrize(
    ("module", "source", "reason"),
    [
        ("participants.models.x", "x = 1\nimport participants.queries", "2: participants.queries stands above"),
        ("events.queries", "def f():\n    import events.forms.x", "2: events.forms.x stands above"),
        ("participants.queries", "from events.domain import x", "1: participants does not know events"),
        ("participants.models.x", "k = FK('events.Event')", "1: participants does not know events"),
        ("events.documents.programme", "import reportlab.lib", "1: only events.documents.pdf imports reportlab"),
        ("events.views.agenda", "from icalendar import Event", "1: only events.documents.ical imports icalendar"),
        ("events.documents.programme", "from events.models import E", "1: a document sees facts, not events.models"),
        ("events.documents.programme", "from events import queries", "1: a document sees facts, not events.queries"),
        ("events.domain.timeline", "from django.db import models",
         "1: the domain imports only the standard library and the domain, not django.db"),
        ("events.domain.timeline", "from .. import models",
         "1: the domain imports only the standard library and the domain, not events.models"),
        ("events.queries", "def f():\n" + "    x = 1\n" * 40, "1: f has 41 lines, more than 40"),
    ],
)  # fmt: skip
def test_checker_names_the_line_that_breaks_a_rule(module, source, reason):
    assert violations(module, source) == [f"source.py:{reason}"]


def test_checker_lets_pass_what_is_allowed():
    assert (
        violations("events.operations.places", "from participants.models import Roster\nimport events.documents") == []
    )
    assert violations("events.documents.base", "from events.queries import meeting_facts") == []
    assert violations("events.domain.names", "import datetime\nfrom participants.grounds import GROUNDS") == []


def test_checker_finds_a_cycle():
    sources = {
        "events.domain.a": "from events.domain import b",
        "events.domain.b": "def f():\n    import events.domain.a",
    }
    assert cycle_through("events.domain.a", graph_of(sources)) == [
        "events.domain.a",
        "events.domain.b",
        "events.domain.a",
    ]
