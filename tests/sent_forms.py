"""The forms of a page as a browser would send them back."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass(kw_only=True)
class SentForm:
    action: str
    method: str
    fields: dict = field(default_factory=dict)
    typed: list = field(default_factory=list)

    def put(self, name, value):
        self.fields.setdefault(name, []).append(value)


class _Reader(HTMLParser):
    def __init__(self, address):
        super().__init__()
        self.address, self.forms, self.by_id = address, [], {}
        self.form = self.select = self.area = None

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.form = SentForm(action=given.get("action") or self.address, method=given.get("method", "get").lower())
            self.forms.append(self.form)
            self.by_id[given.get("id")] = self.form
        form = self.by_id.get(given.get("form")) if "form" in given else self.form
        if form is not None and given.get("name"):
            self.control(form, tag, given)
        if tag == "option" and self.select:
            form, name = self.select
            if "selected" in given or name not in form.fields:
                form.fields[name] = [given.get("value") or ""]

    def control(self, form, tag, given):
        name, kind = given["name"], given.get("type", "text")
        if tag == "input" and kind in ("checkbox", "radio"):
            if "checked" in given:
                form.put(name, given.get("value", "on"))
        elif tag == "input":
            form.put(name, given.get("value") or "")
        elif tag == "select":
            self.select = (form, name)
        elif tag == "textarea":
            self.area = (form, name)
            form.put(name, "")
        if tag in ("input", "select", "textarea") and name != "csrfmiddlewaretoken":
            form.typed.append(name)

    def handle_data(self, data):
        if self.area:
            form, name = self.area
            form.fields[name][-1] += data.removeprefix("\n")

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "select":
            self.select = None
        elif tag == "textarea":
            self.area = None


def forms_of(html, address):
    """Those that are sent by POST, each with the values that the page shows."""
    reader = _Reader(address)
    reader.feed(html)
    return [one for one in reader.forms if one.method == "post"]


def form_with(client, address, name):
    """The page's form that has a field of that name."""
    forms = forms_of(client.get(address).content.decode(), address)
    return next(one for one in forms if name in one.typed)
