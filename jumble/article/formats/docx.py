"""A word processor's document (Office Open XML) becomes an article: its paragraphs, headings and lists.

Left out: tables, pictures and text boxes, notes, comments, deleted text, field codes, heads and feet of pages.
"""

from xml.etree.ElementTree import Element

from jumble.article.article import ArticleError
from jumble.article.formats.extracted_document import Document, Piece
from jumble.article.formats.html_blocks import join_lines, local, parse_xml
from jumble.article.formats.zip_archive import Archive

MAIN = "word/document.xml"
CORE = "docProps/core.xml"
_SILENT = frozenset(
    {"tbl", "drawing", "pict", "object", "del", "moveFrom", "instrText", "AlternateContent", "pPr", "rPr"}
)
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_docx(archive: Archive) -> Document:
    """Return the document in an archive; raises ArticleError when there is no text in it."""
    root = parse_xml(archive.read(MAIN), "the document")
    title, date, language = _core(archive)
    paragraphs: list[str] = []
    for paragraph, style in _paragraphs(root):
        if style.lower().replace(" ", "") == "title" and not title:
            title = paragraph
        else:
            paragraphs.append(paragraph)
    if not paragraphs:
        raise ArticleError("there is no text in it; give a document with a few paragraphs")
    return Document([Piece(paragraphs, title, date, language)], title)


def _paragraphs(root: Element) -> list[tuple[str, str]]:
    """Return the paragraphs of the body in order, each with the name of its style."""
    found: list[tuple[str, str]] = []
    todo = [root]
    while todo:
        element = todo.pop()
        if local(element) == "p":
            text = join_lines(_text(element).split("\n"))
            if text:
                found.append((text, _style(element)))
        elif local(element) not in _SILENT:
            todo.extend(reversed(element))
    return found


def _text(paragraph: Element) -> str:
    """Return what a reader reads of a paragraph, line feeds for its line breaks."""
    parts: list[str] = []
    todo = [paragraph]
    while todo:
        element = todo.pop()
        name = local(element)
        if name in _SILENT:
            continue
        if name == "t":
            parts.append(element.text or "")
        parts.append(_SIGNS.get(name, ""))
        todo.extend(reversed(element))
    return "".join(parts)


def _style(paragraph: Element) -> str:
    """Return the name of a paragraph's style; none: an empty string."""
    for properties in paragraph:
        if local(properties) == "pPr":
            for each in properties:
                if local(each) == "pStyle":
                    return next((value for key, value in each.attrib.items() if key.endswith("}val")), "")
    return ""


def _core(archive: Archive) -> tuple[str, str, str]:
    """Return the title, date and language among the document's properties; each may be empty."""
    if CORE not in archive:
        return "", "", ""
    try:
        root = parse_xml(archive.read(CORE), "the document")
    except ArticleError:
        return "", "", ""
    values = {local(element): (element.text or "").strip() for element in root.iter()}
    return values.get("title", ""), values.get("created", ""), values.get("language", "")
