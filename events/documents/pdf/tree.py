"""The structure tree written into the file: elements, the tree of parents, and what the catalogue says of them."""

from collections.abc import Callable, Iterator

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObject, PDFString

from events.documents.pdf.tagging import KEPT_EMPTY, Content, Element, TaggedCanvas


class _Body(PDFObject):
    """The body of an object, made when the file is written: references to later objects are known by then."""

    __RefOnly__ = 1

    def __init__(self, make: Callable[[], str]) -> None:
        self.make = make

    def format(self, _document: PDFDocument) -> bytes:
        return self.make().encode("latin-1")


def write_tree(canvas: TaggedCanvas) -> None:
    """Add the elements of `canvas` to its file, once all its pages are drawn; elements without content are left out."""
    document = canvas._doc
    pages = [_number(document, page.__InternalName__) for page in document.Pages.pages]
    elements = list(_kept(canvas.root))
    numbers = {id(one): _added(document, lambda one=one: body(one)) for one in elements}

    def body(element: Element) -> str:
        above = numbers[id(element.parent)] if element.parent else root
        return _element(document, element, above=above, numbers=numbers, pages=pages)

    parents = [
        f"{page} [{' '.join(f'{numbers[id(element)]} 0 R' for element in marked)}]"
        for page, marked in enumerate(canvas.content)
    ]
    for key, (entries, link) in enumerate(canvas.links, start=len(pages)):
        entries["StructParent"] = key
        parents.append(f"{key} {numbers[id(link)]} 0 R")
    parent_tree = _added(document, lambda: f"<</Nums [{' '.join(parents)}]>>")
    whole = f"<</Type/StructTreeRoot/K [{numbers[id(canvas.root)]} 0 R]/ParentTree {parent_tree} 0 R"
    tree = _Body(lambda: f"{whole}/ParentTreeNextKey {len(parents)}>>")
    root = _number(document, document.Reference(tree).name)
    document.Catalog.StructTreeRoot = tree
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _kept(element: Element) -> Iterator[Element]:
    """Yield `element` and those below it, each before its children; what drew nothing goes, in the tree too."""
    yield element
    element.kids = [
        kid for kid in element.kids if not isinstance(kid, Element) or kid.role in KEPT_EMPTY or kid.is_drawn
    ]
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _kept(kid)


def _added(document: PDFDocument, make: Callable[[], str]) -> int:
    return _number(document, document.Reference(_Body(make)).name)


def _number(document: PDFDocument, name: str) -> int:
    return document.idToObjectNumberAndVersion[name][0]


def _element(document: PDFDocument, element: Element, *, above: int, numbers: dict[int, int], pages: list[int]) -> str:
    own_pages = {kid.page for kid in element.kids if not isinstance(kid, Element)}
    only = own_pages.pop() if len(own_pages) == 1 else None
    parts = [f"<</Type/StructElem/S/{element.role}/P {above} 0 R"]
    if only is not None:
        parts.append(f"/Pg {pages[only]} 0 R")
    kids = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(f"{numbers[id(kid)]} 0 R")
        elif isinstance(kid, Content):
            kids.append(
                str(kid.mcid) if kid.page == only else f"<</Type/MCR/Pg {pages[kid.page]} 0 R/MCID {kid.mcid}>>"
            )
        else:
            number = _number(document, kid.reference.name)
            kids.append(f"<</Type/OBJR/Pg {pages[kid.page]} 0 R/Obj {number} 0 R>>")
    if kids:
        parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K [{' '.join(kids)}]")
    for key, value in (("Lang", element.language), ("Alt", element.alt), ("ActualText", element.actual_text)):
        if value:
            parts.append(f"/{key} {PDFString(value).format(document).decode('latin-1')}")
    return "".join([*parts, _attributes(element), ">>"])


def _attributes(element: Element) -> str:
    if element.box_pt:
        return f"/A <</O/Layout/BBox [{' '.join(f'{side:.2f}' for side in element.box_pt)}]/Placement/Block>>"
    if element.numbering:
        return f"/A <</O/List/ListNumbering/{element.numbering}>>"
    table = f"/Scope/{element.scope}" if element.scope else ""
    table += f"/ColSpan {element.columns}" if element.columns > 1 else ""
    table += f"/RowSpan {element.rows}" if element.rows > 1 else ""
    return f"/A <</O/Table{table}>>" if table else ""
