"""Reads a DOCX file (WordprocessingML, ECMA-376): paragraphs, headings and lists of its body.

Left out: tables, pictures and text boxes, notes, comments, deleted text, field codes, page headers and footers.
"""

from xml.etree.ElementTree import Element

from jumble.article.article import ArticleError
from jumble.article.formats.extracted_document import ExtractedArticle, ExtractedDocument
from jumble.article.formats.html_blocks import join_prose_or_verse
from jumble.article.formats.safe_xml import local_name, parse_xml
from jumble.article.formats.zip_archive import Archive

MAIN_PART = "word/document.xml"
CORE_PROPERTIES = "docProps/core.xml"
_SKIPPED_ELEMENTS = frozenset(
    {"tbl", "drawing", "pict", "object", "del", "moveFrom", "instrText", "AlternateContent", "pPr", "rPr"}
)
_SIGN_TEXT = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def extract(archive: Archive) -> ExtractedDocument:
    """Return the text of a DOCX archive as a single article; raises ArticleError if there is none or it is damaged."""
    root = parse_xml(archive.read(MAIN_PART), "the document")
    title, date, language = _core_properties(archive)
    paragraphs: list[str] = []
    for paragraph, style in _styled_paragraphs(root):
        if style.lower().replace(" ", "") == "title" and not title:
            title = paragraph
        else:
            paragraphs.append(paragraph)
    if not paragraphs:
        raise ArticleError("there is no text in it; give a document with a few paragraphs")
    return ExtractedDocument([ExtractedArticle(paragraphs, title, date, language)], title)


def _styled_paragraphs(root: Element) -> list[tuple[str, str]]:
    """Return the paragraphs of the body in order, each with its style name (empty: none)."""
    paragraphs: list[tuple[str, str]] = []
    stack = [root]
    while stack:
        element = stack.pop()
        if local_name(element) == "p":
            text = join_prose_or_verse(_paragraph_text(element).split("\n"))
            if text:
                paragraphs.append((text, _style_name(element)))
        elif local_name(element) not in _SKIPPED_ELEMENTS:
            stack.extend(reversed(element))
    return paragraphs


def _paragraph_text(paragraph: Element) -> str:
    """Return the visible text of a paragraph, with line feeds for its line breaks."""
    parts: list[str] = []
    stack = [paragraph]
    while stack:
        element = stack.pop()
        name = local_name(element)
        if name in _SKIPPED_ELEMENTS:
            continue
        if name == "t":
            parts.append(element.text or "")
        parts.append(_SIGN_TEXT.get(name, ""))
        stack.extend(reversed(element))
    return "".join(parts)


def _style_name(paragraph: Element) -> str:
    """Return the style name of a paragraph, or an empty string."""
    for properties in paragraph:
        if local_name(properties) == "pPr":
            for child in properties:
                if local_name(child) == "pStyle":
                    return next((value for key, value in child.attrib.items() if key.endswith("}val")), "")
    return ""


def _core_properties(archive: Archive) -> tuple[str, str, str]:
    """Return title, creation date (ISO 8601) and language from the document's core properties; each may be empty."""
    if CORE_PROPERTIES not in archive:
        return "", "", ""
    try:
        root = parse_xml(archive.read(CORE_PROPERTIES), "the document")
    except ArticleError:
        return "", "", ""
    values = {local_name(element): (element.text or "").strip() for element in root.iter()}
    return values.get("title", ""), values.get("created", ""), values.get("language", "")
