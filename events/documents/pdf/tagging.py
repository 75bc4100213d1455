"""Tagged PDF: what is drawn inside a mark belongs to an element of the structure tree, all else is an artifact.

A flowable makes its elements when it is composed and draws inside `canvas.mark(element)`. A copy or a part of it that
goes on over the page keeps the same element, so that one paragraph is one paragraph on however many pages.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import LinkAnnotation, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

ARTIFACT, END = "/Artifact BMC", "EMC"
# Cells without words keep their place in the row; whatever else drew nothing is left out of the tree.
KEPT_EMPTY = frozenset({"TH", "TD"})


@dataclass(frozen=True, slots=True)
class Content:
    """One stretch of marked content: the number of its page from 0 and its own on that page."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link on a page: the number of the page from 0 and the reference to the annotation."""

    page: int
    reference: object


@dataclass(slots=True, kw_only=True, eq=False)
class Element:
    """One element of the structure tree; it enters the tree, with all above it, where it is first drawn in.

    `role`: a standard structure type ("P", "H1", "TH"). `scope` (of a TH): "Column" or "Row". `numbering` (of an L):
    "Decimal" or "Disc". `box_pt` (of a Figure): left, bottom, right, top on its page. `kids`: in reading order.
    """

    role: str
    parent: "Element | None" = None
    language: str = ""
    alt: str = ""
    actual_text: str = ""
    scope: str = ""
    columns: int = 1
    rows: int = 1
    numbering: str = ""
    box_pt: tuple[float, float, float, float] | None = None
    kids: list["Element | Content | Annotation"] = field(default_factory=list)

    def child(self, role: str, **attributes: object) -> "Element":
        """Return a new element as the next child of this one."""
        made = Element(role=role, parent=self, **attributes)
        self.kids.append(made)
        return made

    @property
    def top(self) -> "Element":
        """The element at the top of what it stands in, as far as that is put together."""
        return self.parent.top if self.parent else self

    @property
    def is_drawn(self) -> bool:
        """Whether anything was drawn inside it or below it."""
        return any(not isinstance(kid, Element) or kid.is_drawn for kid in self.kids)


class TaggedCanvas(Canvas):
    """A canvas on which everything outside `mark` is an artifact. Not for drawing from two threads."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.root = Element(role="Document")
        self.content: list[list[Element]] = []
        self.links: list[tuple[dict, Element]] = []
        self._open: Element | None = None
        self._begin()

    @contextmanager
    def mark(self, element: Element | None) -> Iterator[None]:
        """Draw what belongs to `element`, or artifacts for None; within another mark, that one is interrupted.

        What is drawn inside a form belongs to where the form is placed.
        """
        if self._formData:
            yield
            return
        before = self._open
        if element is not None:
            self._attach(element)
        self._switch(element)
        try:
            yield
        finally:
            self._switch(before)

    def showPage(self) -> None:  # noqa: N802
        self._close()
        super().showPage()
        page = self._doc.Pages.pages[-1]
        # On this page alone: the library's list of what a page may say is shared by all.
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self.content), PDFName("S")
        page.Trans = None  # ReportLab writes an empty one, which PDF/A refuses
        self.content.append(self._marked)
        self._begin()

    def is_begun(self) -> bool:
        """Return whether anything was drawn on the page at hand."""
        return any(code not in (ARTIFACT, END, " ") for code in self._code)

    def drop_page(self) -> None:
        """Forget the page at hand."""
        self._code = []

    def _addAnnotation(self, annotation: object, name: str | None = None, addtopage: int = 1) -> None:  # noqa: N802
        super()._addAnnotation(annotation, name, addtopage)
        entries = annotation.otherkw if isinstance(annotation, LinkAnnotation) else annotation.dict
        if isinstance(annotation, LinkAnnotation):
            annotation.permitted = (*annotation.permitted, "StructParent")
        action = entries.get("A")
        if "Contents" not in entries and isinstance(action, PDFDictionary) and "URI" in action.dict:
            entries["Contents"] = action.dict["URI"]
        elif isinstance(entries.get("Contents"), str):
            entries["Contents"] = PDFString(entries["Contents"])
        entries["F"] = 4  # printed with the page, as PDF/A wants of what is not hidden
        above = self._open or self.root
        link = above if above.role == "Link" else above.child("Link")
        link.kids.append(Annotation(len(self.content), self._annotationrefs[-1]))
        self.links.append((entries, link))

    def _attach(self, element: Element) -> None:
        element = element.top
        if element is not self.root:
            element.parent = self.root
            self.root.kids.append(element)

    def _begin(self) -> None:
        self._marked: list[Element] = []
        self._start(None)

    def _start(self, element: Element | None) -> None:
        self._open = element
        if element is None:
            self._opening = ARTIFACT
        else:
            mcid = len(self._marked)
            self._opening = f"/{element.role} <</MCID {mcid}>> BDC"
            element.kids.append(Content(len(self.content), mcid))
            self._marked.append(element)
        self._code.append(self._opening)

    def _close(self) -> None:
        if not self._code or self._code[-1] != self._opening:
            self._code.append(END)
            return
        self._code.pop()  # nothing was drawn
        if self._open is not None:
            self._marked.pop()
            self._open.kids.pop()

    def _switch(self, element: Element | None) -> None:
        self._close()
        self._start(element)


@contextmanager
def marked(canvas: Canvas, element: Element | None) -> Iterator[None]:
    """Draw inside `element` on a canvas that takes marks, and as it is on any other."""
    if isinstance(canvas, TaggedCanvas):
        with canvas.mark(element):
            yield
    else:
        yield
