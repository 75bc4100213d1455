"""A checker of tagged files, by rules of our own; it finds nothing in a file that is sound."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

import pikepdf

from tests.events.documents.pdf.painted import TEXT, painted
from tests.events.documents.pdf.reading import opened

BLOCKS = {"P", "H1", "H2", "H3", "LI", "TR", "Figure", "Caption"}
TOLERANCE_PT = 1.0


@dataclass(frozen=True)
class Node:
    """An element of the tree: its role, its dictionary and, in reading order, nodes, (page, mcid) and (page, None)."""

    role: str
    dictionary: pikepdf.Dictionary
    kids: tuple

    def walk(self):
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def content(self):
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.content()
            elif kid[1] is not None:
                yield kid

    def of(self, *roles):
        return [one for one in self.walk() if one.role in roles]


def tree(file):
    pages = {page.objgen: number for number, page in enumerate(file.pages)}
    (document,) = file.Root.StructTreeRoot.K
    return _node(document, pages)


def _node(dictionary, pages):
    below = dictionary.get("/K", [])
    kids = below if isinstance(below, pikepdf.Array | list) else [below]
    return Node(str(dictionary.S)[1:], dictionary, tuple(_kid(kid, dictionary, pages) for kid in kids))


def _kid(kid, above, pages):
    if not isinstance(kid, pikepdf.Dictionary):
        return pages[above.Pg.objgen], int(kid)
    if kid.get("/Type") == "/MCR":
        return pages[kid.Pg.objgen], int(kid.MCID)
    if kid.get("/Type") == "/OBJR":
        return pages[kid.Pg.objgen], None
    return _node(kid, pages)


def spoken(data):
    """Which elements hold words in a language of their own, in reading order: (role, language), once for each run."""
    with opened(data) as file:
        found = {}
        for number, page in enumerate(file.pages):
            mcid = None
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "BDC":
                    mcid = operands[1].get("/MCID", mcid)
                    if "/Lang" in operands[1]:
                        found.setdefault((number, mcid), []).append(str(operands[1].Lang))
        places = ((one.role, kid) for one in tree(file).walk() for kid in one.kids if not isinstance(kid, Node))
        return [(role, language) for role, place in places for language in found.get(place, ())]


def findings(data):
    """What is wrong with the file, in words; [] when nothing is."""
    with opened(data) as file:
        if "/StructTreeRoot" not in file.Root:
            return ["no structure tree"]
        whole, marks = tree(file), painted(file)
        return [
            *_of_file(file),
            *_of_marks(file, whole, marks),
            *_of_headings(whole),
            *_of_tables(whole),
            *_of_roles(whole),
            *_of_fonts(file),
            *_of_links(file, whole),
            *_of_order(file, whole, marks),
        ]


def _of_file(file):
    if not str(file.Root.get("/Lang", "")):
        yield "no language"
    if not file.Root.get("/MarkInfo", {}).get("/Marked"):
        yield "not marked"
    if not file.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") or not str(file.docinfo.get("/Title", "")):
        yield "title not shown"
    if "/Metadata" not in file.Root:
        yield "no metadata"
    yield from (f"page {n}: order of tabs" for n, page in enumerate(file.pages) if page.get("/Tabs") != "/S")


def _of_marks(file, whole, marks):
    yield from (f"page {one.page}: {one.operator} outside all marks" for one in marks if not one.is_marked)
    in_tree = Counter(whole.content())
    yield from (f"{place} stands in the tree {count} times" for place, count in in_tree.items() if count > 1)
    on_pages = {(one.page, one.mcid) for one in marks if one.mcid is not None}
    yield from (f"{place} is not in the tree" for place in sorted(on_pages - set(in_tree)))
    yield from (f"{place} is on no page" for place in sorted(set(in_tree) - on_pages))
    numbers = file.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(numbers[n]): numbers[n + 1] for n in range(0, len(numbers), 2)}
    for node in whole.walk():
        for place in (kid for kid in node.kids if not isinstance(kid, Node) and kid[1] is not None):
            page, mcid = place
            if parents[int(file.pages[page].StructParents)][mcid].objgen != node.dictionary.objgen:
                yield f"{place} has another parent"
        for kid in (kid for kid in node.kids if isinstance(kid, Node)):
            if kid.dictionary.P.objgen != node.dictionary.objgen:
                yield f"{kid.role} has another parent"


def _of_headings(whole):
    levels = [int(node.role[1]) for node in whole.walk() if node.role in ("H1", "H2", "H3", "H4")]
    if levels and (levels[0] != 1 or levels.count(1) > 1):
        yield f"headings: H1 is not first and alone: {levels}"
    yield from (f"headings: from H{a} to H{b}" for a, b in pairwise(levels) if b > a + 1)


def _of_tables(whole):
    for table in whole.of("Table"):
        rows = [[cell for cell in row.kids if isinstance(cell, Node)] for row in table.kids]
        widths = {sum(int(cell.dictionary.get("/A", {}).get("/ColSpan", 1)) for cell in row) for row in rows}
        if len(widths) != 1:
            yield f"table: rows of {sorted(widths)} columns"
        if not any(cell.role == "TH" for cell in rows[0]):
            yield "table: no header"
    for cell in whole.of("TH"):
        if cell.dictionary.get("/A", {}).get("/Scope") not in ("/Column", "/Row"):
            yield "TH without scope"


def _of_roles(whole):
    above = {"TR": {"Table"}, "TH": {"TR"}, "TD": {"TR"}, "LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}, "TOCI": {"TOC"}}
    for node in whole.walk():
        yield from (
            f"{kid.role} in {node.role}"
            for kid in node.kids
            if isinstance(kid, Node) and node.role not in above.get(kid.role, {node.role})
        )
    for figure in whole.of("Figure"):
        if not str(figure.dictionary.get("/Alt", "")).strip():
            yield "Figure without a description"
        if "/BBox" not in figure.dictionary.get("/A", {}):
            yield "Figure without its place"


def _of_fonts(file):
    for font in (one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"):
        if font.Subtype in ("/CIDFontType0", "/CIDFontType2"):
            continue
        own = font.DescendantFonts[0] if font.Subtype == "/Type0" else font
        if not {"/FontFile2", "/FontFile3"} & set(own.get("/FontDescriptor", {}).keys()):
            yield f"{font.BaseFont} is not embedded"
        if "/ToUnicode" not in font:
            yield f"{font.BaseFont} does not say which characters it draws"


def _of_links(file, whole):
    links = [one for page in file.pages for one in page.get("/Annots", [])]
    if len(links) != sum(kid[1] is None for node in whole.of("Link") for kid in node.kids if not isinstance(kid, Node)):
        yield "links and their elements differ"
    yield from ("a link does not say where to" for link in links if not str(link.get("/Contents", "")))
    yield from ("a link is in no element" for link in links if "/StructParent" not in link)


def _of_order(file, whole, marks):
    """Blocks that are read after one another stand below one another, or beside in the direction of reading."""
    places = {}
    for one in marks:
        if one.mcid is not None and one.operator in TEXT:
            places.setdefault((one.page, one.mcid), []).append((one.x_pt, one.y_pt))
    is_rtl = file.Root.ViewerPreferences.get("/Direction") == "/R2L"
    blocks = [
        one
        for one in whole.of(*BLOCKS)
        if one.role != "P" or not any(isinstance(k, Node) and k.role in BLOCKS for k in one.kids)
    ]
    found = []
    for block in blocks:
        by_page = {}
        for place in block.content():
            by_page.setdefault(place[0], []).extend(places.get(place, []))
        found += [(block.role, {page: points for page, points in by_page.items() if points})]
    for (role, before), (next_role, after) in pairwise(one for one in found if one[1]):
        page = min(after)
        # A list in the second column may begin on the page before the one on which that of the first column ends.
        compared = before.get(page, before[min(before)] if page < min(before) else None)
        is_beside = compared and stands_beside(compared, after[page], is_rtl=is_rtl)
        is_below = page > min(before) if compared is None else page in before and stands_below(compared, after[page])
        if not (is_below or is_beside):
            yield f"page {page}: {next_role} is read after {role} and stands before it"


def stands_below(before, after):
    return max(y for _, y in after) <= min(y for _, y in before) + TOLERANCE_PT


def stands_beside(before, after, *, is_rtl):
    """Whether points stand beside others in the direction of reading."""
    return (min(x for x, _ in after) > min(x for x, _ in before)) != is_rtl
