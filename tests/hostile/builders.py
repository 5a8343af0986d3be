"""Builds documents of every format as bytes or text: valid ones by default, damaged ones through the arguments."""

import zipfile
import zlib
from io import BytesIO

PROSE = (
    "The river rises in the hills behind the town, and the people who live beside it watch the weather with care. "
    "Every spring the water climbs the stones of the old bridge, and every summer it sinks again into its bed."
)
HEADLINE = "The river and the bridge"


def zip_archive(members: dict[str, bytes | str], *, stored: tuple[str, ...] = ("mimetype",)) -> bytes:
    """Return a zip archive of the members (name to content); those in `stored` are not compressed."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            kind = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=kind)
    return buffer.getvalue()


def epub(
    chapters: dict[str, str] | None = None,
    *,
    package: str | None = None,
    contents: str | None = None,
    path: str = "p.opf",
) -> bytes:
    """Return an EPUB of chapters (member name to XHTML); `package` and `contents` replace its OPF and navigation."""
    texts = {"one.xhtml": chapter("One"), "two.xhtml": chapter("Two")} if chapters is None else chapters
    items = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(texts)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n, _ in enumerate(texts))
    nav = '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>' if contents else ""
    package = package or (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A book</dc:title>'
        f"<dc:language>en</dc:language></metadata><manifest>{items}{nav}</manifest><spine>{spine}</spine></package>"
    )
    members: dict[str, bytes | str] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": (
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            f'<rootfile full-path="{path}"/></rootfiles></container>'
        ),
        "p.opf": package,
        **({"nav.xhtml": contents} if contents else {}),
        **texts,
    }
    return zip_archive(members)


def chapter(title: str, body: str = "") -> str:
    """Return a chapter in XHTML."""
    body = body or "".join(f"<p>{PROSE} {title} {number}.</p>" for number in range(6))
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h1>{title}</h1>{body}</body></html>'


def docx(body: str | None = None, *, doctype: str = "", **more: bytes | str) -> bytes:
    """Return a DOCX file with this body in WordprocessingML; `more` are further archive members."""
    if body is None:
        body = f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{run(HEADLINE)}</w:p>' + f"<w:p>{run(PROSE)}</w:p>" * 3
    main = (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}'
        f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    )
    return zip_archive({"[Content_Types].xml": "<Types/>", "word/document.xml": main, **more})


def run(text: str) -> str:
    """Return a run of text in WordprocessingML."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def pdf(pages: list[list[str]] | None = None, *, content: bytes | None = None, packed: bool = False) -> bytes:
    """Return a PDF whose pages have these lines, 14 points apart, in Helvetica, or one with this content stream."""
    streams = (
        [content] if content is not None else [_page(lines) for lines in pages or [[HEADLINE, "", *PROSE.split(". ")]]]
    )
    count = len(streams)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{' '.join(f'{4 + 2 * n} 0 R' for n in range(count))}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, stream in enumerate(streams):
        fonts = "/Resources<</Font<</F1 3 0 R>>>>"
        page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{fonts}/Contents {5 + 2 * number} 0 R>>"
        objects.append(page.encode())
        data = zlib.compress(stream, 9) if packed else stream
        filters = b"/Filter/FlateDecode" if packed else b""
        objects.append(b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), filters, data))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table)
    return bytes(out)


def _page(lines: list[str]) -> bytes:
    """Return the content stream of a PDF page with these lines."""
    out = [b"BT /F1 11 Tf"]
    for number, line in enumerate(lines):
        if line:
            text = line.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            out.append(b"1 0 0 1 72 %d Tm (%s) Tj" % (780 - 14 * number, text))
    return b"\n".join([*out, b"ET"])


def page(body: str = "", *, head: str = "", title: str = HEADLINE) -> str:
    """Return a web page with an article in it, or with this body."""
    body = body or f"<nav><a href='/'>Home</a></nav><article><h1>{title}</h1>" + f"<p>{PROSE}</p>" * 4 + "</article>"
    return f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def rss(items: str | None = None, *, doctype: str = "") -> str:
    """Return an RSS feed of two entries, or of these `items`."""
    if items is None:
        items = item("First", f"<p>{PROSE}</p>" * 4) + item("Second", f"<p>{PROSE}</p>" * 4)
    return f'<?xml version="1.0"?>{doctype}<rss version="2.0"><channel><title>A feed</title>{items}</channel></rss>'


def item(title: str, text: str, link: str = "http://127.0.0.1:9/") -> str:
    """Return an entry of an RSS feed."""
    return f"<item><title>{title}</title><link>{link}</link><description><![CDATA[{text}]]></description></item>"
