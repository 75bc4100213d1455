"""The tags of a Word template: words, and conditions on them; nothing that loops, calls or reaches further."""

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

BODY = "body"
WORDS = ("title", "short_title", "mark", "footer", "organisers", "meeting", "place_and_date", "reference")
FILTERS = ("upper", "lower", "trim")
ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.If, nodes.Const, nodes.Filter),
    *(nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand),
)


class Environment(SandboxedEnvironment):
    """Jinja with the nodes of ALLOWED and the filters of FILTERS alone: a template costs what its length says."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all(nodes.Node):
            if not isinstance(node, ALLOWED):
                raise TemplateSyntaxError(type(node).__name__.lower(), node.lineno, name, filename)
        return tree
