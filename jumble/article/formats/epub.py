"""An EPUB becomes the chapters of a book: its spine is cut where its table of contents points."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from jumble.article.article import ArticleError
from jumble.article.formats.encoding import declared_encoding, decode
from jumble.article.formats.extracted_document import Document, Piece
from jumble.article.formats.html_blocks import Block, html_blocks, local, parse_xml
from jumble.article.formats.zip_archive import Archive, member_name
from jumble.article.limits import MAX_PIECES

CONTAINER = "META-INF/container.xml"
MIN_CHAPTER = 600
"""Characters; what is shorter (a half-title, a dedication, the heading of a part) belongs to the chapter before it."""
_NO_CHAPTERS = frozenset(
    {"bibliography", "contents", "table of contents", "the contents", "index", "copyright", "colophon", "cover",
     "title page", "imprint", "list of illustrations", "also by the author", "inhalt", "inhaltsverzeichnis",
     "impressum", "register", "literaturverzeichnis", "table des matières", "índice"}
)  # fmt: skip
"""Titles under which there is no prose."""
_HTML = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})


@dataclass(slots=True)
class _Package:
    """What the package file says of the book."""

    title: str = ""
    language: str = ""
    spine: list[str] = field(default_factory=list)
    """Members in reading order."""
    contents: str = ""
    """The member that holds the table of contents."""


def read_epub(archive: Archive) -> Document:
    """Return the chapters of a book; raises ArticleError when there is no text in it."""
    package = _package(archive)
    targets = _contents(archive, package.contents)
    pieces: list[Piece] = []
    for member in package.spine:
        if member == package.contents:
            continue
        try:
            raw = archive.read(member)
        except ArticleError:
            if pieces:
                continue  # the rest can be read
            raise
        blocks = html_blocks(decode(raw, "a chapter", declared=declared_encoding(raw)))
        pieces += _cut(blocks, member, targets)
        if len(pieces) > MAX_PIECES:
            break
    pieces = _joined(pieces)[:MAX_PIECES]
    if not pieces:
        raise ArticleError("there is no text in it; give a book with chapters")
    titled = (replace(piece, title=piece.title or f"Part {n}") for n, piece in enumerate(pieces, 1))
    return Document([replace(piece, language=package.language) for piece in titled], package.title)


def _package(archive: Archive) -> _Package:
    """Read the package file, which names the parts of the book and their order."""
    container = parse_xml(archive.read(CONTAINER), "the book's container")
    path = next((each.get("full-path", "") for each in container.iter() if local(each) == "rootfile"), "")
    root = parse_xml(archive.read(member_name("", path)), "the book's package")
    folder = posixpath.dirname(path)
    package = _Package()
    members: dict[str, str] = {}
    contents = {"nav": "", "ncx": ""}
    for element in root.iter():
        match local(element):
            case "title":
                package.title = package.title or (element.text or "").strip()
            case "language":
                package.language = package.language or (element.text or "").strip()
            case "item":
                name = member_name(folder, element.get("href", ""))
                kind = element.get("media-type", "")
                if "nav" in element.get("properties", "").split():
                    contents["nav"] = name
                elif kind == "application/x-dtbncx+xml":
                    contents["ncx"] = name
                if kind in _HTML:
                    members[element.get("id", "")] = name
            case "itemref" if element.get("linear") != "no":
                name = members.get(element.get("idref", ""), "")
                if name and name not in package.spine:
                    package.spine.append(name)
    package.contents = contents["nav"] or contents["ncx"]
    return package


def _contents(archive: Archive, member: str) -> dict[tuple[str, str], str]:
    """Return the titles that the table of contents gives to places: (member, anchor or empty) to title."""
    if member not in archive:
        return {}
    try:
        root = parse_xml(archive.read(member), "the table of contents")
    except ArticleError:
        return {}
    folder = posixpath.dirname(member)
    targets: dict[tuple[str, str], str] = {}
    for title, address in _links(root):
        text = " ".join(title.split())
        if text and address:
            targets.setdefault((member_name(folder, address), address.partition("#")[2]), text)
    return targets


def _links(root: Element) -> Iterator[tuple[str, str]]:
    """Yield title and address of each entry of a table of contents, of EPUB 3 (nav) or EPUB 2 (NCX)."""
    for element in root.iter():
        if local(element) == "a":
            yield "".join(element.itertext()), element.get("href", "")
        elif local(element) == "navPoint":
            label = next((each for each in element if local(each) == "navLabel"), None)
            content = next((each for each in element if local(each) == "content"), None)
            if label is not None and content is not None:
                yield "".join(label.itertext()), content.get("src", "")


def _cut(blocks: list[Block], member: str, targets: dict[tuple[str, str], str]) -> Iterator[Piece]:
    """Cut one part of the spine where the table of contents points; untitled: as its first heading says."""
    title = targets.get((member, ""), "")
    heading = next((block.text for block in blocks if block.level), "")
    paragraphs: list[str] = []
    for block in blocks:
        pointed = next((targets[member, name] for name in block.anchors if (member, name) in targets), None)
        if pointed is not None:
            if paragraphs:
                yield Piece(paragraphs, title)
                paragraphs = []
            title = pointed
        if paragraphs or not _says_title(block, title or heading):
            paragraphs.append(block.text)
    if paragraphs:
        yield Piece(paragraphs, title or heading)


def _says_title(block: Block, title: str) -> bool:
    """Tell whether a block at a chapter's beginning is its number, or its title again."""
    words, known = (re.findall(r"[^\W\d_]+", text.casefold()) for text in (block.text, title))
    return not words or (bool(block.level) and set(words) <= set(known)) or words == known


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with short ones joined to the chapter before them; those before the first chapter go."""
    if all(piece.size < MIN_CHAPTER for piece in pieces):
        return pieces
    chapters: list[Piece] = []
    for piece in pieces:
        if piece.title.strip().casefold().rstrip(":.") in _NO_CHAPTERS:
            continue
        if piece.size >= MIN_CHAPTER:
            chapters.append(piece)
        elif chapters:
            last = chapters[-1]
            heading = [piece.title] if piece.title else []
            chapters[-1] = replace(last, paragraphs=[*last.paragraphs, *heading, *piece.paragraphs])
    return chapters or pieces
