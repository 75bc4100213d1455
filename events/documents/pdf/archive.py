"""What makes a file fit for the archive: PDF 1.7 that says it is PDF/A-2b, its data as XMP, its colours, small.

PDF/UA is not claimed: that takes a check by hand and by tools of others.
"""

from collections.abc import Callable
from functools import cache, wraps
from io import BytesIO
from typing import ParamSpec
from xml.sax.saxutils import escape, quoteattr

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import (
    XMP,
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from events.documents.pdf.collecting import collected_once

P = ParamSpec("P")

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">{dublin_core}</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmp:CreateDate={date} xmp:ModifyDate={date} xmp:CreatorTool={creator}/>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Producer={producer} pdf:Keywords={keywords}/>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2" pdfaid:conformance="B"/>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
# Where an ICC profile says when it was made, and an instant that never changes to stand there.
_MADE_AT, _ALWAYS = slice(24, 36), bytes((7, 224, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))


def make_archival(document: PDFDocument, *, language: str) -> None:
    """Say in the catalogue of `document` what it is: metadata equal to the information dictionary, sRGB, PDF/A-2b."""
    document._pdfVersion = max(document._pdfVersion, (1, 7))
    catalog = document.Catalog
    catalog.Metadata = XMP(creator=lambda _document: packet(document, language=language))
    profile = PDFStream(PDFDictionary({"N": 3}), srgb(), [PDFZCompress])
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString("sRGB"),
        "Info": PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": document.Reference(profile),
    }
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = PDFArray([PDFDictionary(intent)])


def packet(document: PDFDocument, *, language: str) -> bytes:
    """Return the XMP packet of a file: what its information dictionary says, and that it is PDF/A-2b."""
    info = document.info
    date = "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}+00:00".format(*document._timeStamp.YMDhms)
    parts = (
        ("title", "Alt", ' xml:lang="x-default"', info.title),
        ("creator", "Seq", "", info.author),
        ("description", "Alt", ' xml:lang="x-default"', info.subject),
        ("language", "Bag", "", language),
    )
    dublin_core = "".join(
        f"<dc:{name}><rdf:{kind}><rdf:li{attribute}>{escape(text)}</rdf:li></rdf:{kind}></dc:{name}>"
        for name, kind, attribute, text in parts
        if text
    )
    written = {"creator": info.creator, "producer": info.producer, "keywords": info.keywords, "date": date}
    quoted = {name: quoteattr(text or "") for name, text in written.items()}
    return _PACKET.format(dublin_core=dublin_core, **quoted).encode()


@cache
def srgb() -> bytes:
    """Return the colour profile of the screen, without the instant at which the library made it."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_MADE_AT] = _ALWAYS
    return bytes(profile)


def packed(make: Callable[P, bytes]) -> Callable[P, bytes]:
    """Return `make`, which draws a file, with that file compact; what it was drawn with is gone before it is packed."""
    drawn = collected_once(make)

    @wraps(make)
    def made(*args: P.args, **options: P.kwargs) -> bytes:
        return compact(drawn(*args, **options))

    return made


def compact(data: bytes) -> bytes:
    """Return the file with its objects packed together: about a third of the size, the same bytes for the same file."""
    # Loading it takes half a second, which what never prints need not wait for.
    import pikepdf

    packed_file = BytesIO()
    with pikepdf.open(BytesIO(data)) as file:
        # Its metadata name no version to keep true, and looking for one would load a reader of XML.
        file.save(
            packed_file,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return packed_file.getvalue()
