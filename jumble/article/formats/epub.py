"""Reads an EPUB (2 or 3) as chapters: its spine, split at the places that its table of contents points to."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from jumble.article.article import ArticleError
from jumble.article.formats.encoding import declared_encoding, decode
from jumble.article.formats.extracted_document import ExtractedArticle, ExtractedDocument
from jumble.article.formats.html_blocks import Block, parse_html_blocks
from jumble.article.formats.safe_xml import local_name, parse_xml
from jumble.article.formats.zip_archive import Archive, member_name
from jumble.article.limits import MAX_EXTRACTED_ARTICLES

CONTAINER = "META-INF/container.xml"
MIN_CHAPTER = 600
"""Characters below which a section (a half-title, a dedication) is merged into the chapter before it."""
_TITLES_WITHOUT_PROSE = frozenset(
    {"bibliography", "contents", "table of contents", "the contents", "index", "copyright", "colophon", "cover",
     "title page", "imprint", "list of illustrations", "also by the author", "inhalt", "inhaltsverzeichnis",
     "impressum", "register", "literaturverzeichnis", "table des matières", "índice"}
)  # fmt: skip
"""Titles, in lower case, of sections that hold no prose and are left out."""
_HTML = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})


@dataclass(slots=True)
class _Package:
    """The metadata and reading order in the package document (OPF)."""

    title: str = ""
    language: str = ""
    spine: list[str] = field(default_factory=list)
    """The names of the archive's members in reading order."""
    contents: str = ""
    """The name of the member with the table of contents, or empty."""


def extract(archive: Archive) -> ExtractedDocument:
    """Return the chapters of a book; raises ArticleError if there is no text in it or it is damaged."""
    package = _read_package(archive)
    targets = _contents_titles(archive, package.contents)
    chapters: list[ExtractedArticle] = []
    for member in package.spine:
        if member == package.contents:
            continue
        try:
            raw = archive.read(member)
        except ArticleError:
            if chapters:
                continue  # skip the damaged part, read the others
            raise
        blocks = parse_html_blocks(decode(raw, "a chapter", declared=declared_encoding(raw)))
        chapters += _split_at_targets(blocks, member, targets)
        if len(chapters) > MAX_EXTRACTED_ARTICLES:
            break
    chapters = _merge_short(chapters)[:MAX_EXTRACTED_ARTICLES]
    if not chapters:
        raise ArticleError("there is no text in it; give a book with chapters")
    titled = (replace(chapter, title=chapter.title or f"Part {number}") for number, chapter in enumerate(chapters, 1))
    return ExtractedDocument([replace(chapter, language=package.language) for chapter in titled], package.title)


def _read_package(archive: Archive) -> _Package:
    """Return what the package document says; raises ArticleError if it is missing or damaged."""
    container = parse_xml(archive.read(CONTAINER), "the book's container")
    path = next((element.get("full-path", "") for element in container.iter() if local_name(element) == "rootfile"), "")
    root = parse_xml(archive.read(member_name("", path)), "the book's package")
    folder = posixpath.dirname(path)
    package = _Package()
    members: dict[str, str] = {}
    contents = {"nav": "", "ncx": ""}
    for element in root.iter():
        match local_name(element):
            case "title":
                package.title = package.title or (element.text or "").strip()
            case "language":
                package.language = package.language or (element.text or "").strip()
            case "item":
                name = member_name(folder, element.get("href", ""))
                media_type = element.get("media-type", "")
                if "nav" in element.get("properties", "").split():
                    contents["nav"] = name
                elif media_type == "application/x-dtbncx+xml":
                    contents["ncx"] = name
                if media_type in _HTML:
                    members[element.get("id", "")] = name
            case "itemref" if element.get("linear") != "no":
                name = members.get(element.get("idref", ""), "")
                if name and name not in package.spine:
                    package.spine.append(name)
    package.contents = contents["nav"] or contents["ncx"]
    return package


def _contents_titles(archive: Archive, member: str) -> dict[tuple[str, str], str]:
    """Return the titles in the table of contents by target: (member, id of the element or empty) to title."""
    if member not in archive:
        return {}
    try:
        root = parse_xml(archive.read(member), "the table of contents")
    except ArticleError:
        return {}
    folder = posixpath.dirname(member)
    targets: dict[tuple[str, str], str] = {}
    for title, address in _contents_links(root):
        text = " ".join(title.split())
        if text and address:
            targets.setdefault((member_name(folder, address), address.partition("#")[2]), text)
    return targets


def _contents_links(root: Element) -> Iterator[tuple[str, str]]:
    """Yield the title and link of each entry of a table of contents, in EPUB 3 (nav) or EPUB 2 (NCX) format."""
    for element in root.iter():
        if local_name(element) == "a":
            yield "".join(element.itertext()), element.get("href", "")
        elif local_name(element) == "navPoint":
            label = next((child for child in element if local_name(child) == "navLabel"), None)
            content = next((child for child in element if local_name(child) == "content"), None)
            if label is not None and content is not None:
                yield "".join(label.itertext()), content.get("src", "")


def _split_at_targets(
    blocks: list[Block], member: str, targets: dict[tuple[str, str], str]
) -> Iterator[ExtractedArticle]:
    """Yield the sections of one spine member, split at the targets of the table of contents.

    A section that no target names is titled by the first heading of the member.
    """
    title = targets.get((member, ""), "")
    heading = next((block.text for block in blocks if block.level), "")
    paragraphs: list[str] = []
    for block in blocks:
        target_title = next((targets[member, name] for name in block.anchors if (member, name) in targets), None)
        if target_title is not None:
            if paragraphs:
                yield ExtractedArticle(paragraphs, title)
                paragraphs = []
            title = target_title
        if paragraphs or not _repeats_title(block, title or heading):
            paragraphs.append(block.text)
    if paragraphs:
        yield ExtractedArticle(paragraphs, title or heading)


def _repeats_title(block: Block, title: str) -> bool:
    """Return whether a block at a chapter's beginning is a mere number, or repeats its title or a part of it."""
    block_words, title_words = (re.findall(r"[^\W\d_]+", text.casefold()) for text in (block.text, title))
    return not block_words or (bool(block.level) and set(block_words) <= set(title_words)) or block_words == title_words


def _merge_short(chapters: list[ExtractedArticle]) -> list[ExtractedArticle]:
    """Return the chapters with short ones merged into the one before.

    Short ones before the first chapter are dropped, and those of _TITLES_WITHOUT_PROSE; unless all are short.
    """
    if all(chapter.size < MIN_CHAPTER for chapter in chapters):
        return chapters
    merged: list[ExtractedArticle] = []
    for chapter in chapters:
        if chapter.title.strip().casefold().rstrip(":.") in _TITLES_WITHOUT_PROSE:
            continue
        if chapter.size >= MIN_CHAPTER:
            merged.append(chapter)
        elif merged:
            last = merged[-1]
            heading = [chapter.title] if chapter.title else []
            merged[-1] = replace(last, paragraphs=[*last.paragraphs, *heading, *chapter.paragraphs])
    return merged or chapters
