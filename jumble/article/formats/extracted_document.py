"""What a reader makes of a document before the border: pieces of raw text, and how a piece becomes an Article."""

import datetime as dt
from dataclasses import asdict, dataclass, field, replace
from itertools import islice
from typing import Any

from jumble.article.article import Article, ArticleError, Dateline
from jumble.article.limits import MAX_TEXT_OUT
from jumble.article.prose.cleaning import clean, clean_line
from jumble.article.prose.dateline import read_masthead
from jumble.article.prose.furniture import drop_furniture, is_byline
from jumble.article.prose.gutenberg import unwrap_etext
from jumble.article.prose.language import DEFAULT, detect_language
from jumble.article.prose.notes import drop_transcribers
from jumble.startup.lazy import regex

_LANGUAGE = regex(r"[a-z]{2,3}(?=$|[-_])")


@dataclass(frozen=True, slots=True)
class Piece:
    """An article as its reader found it, not clean yet."""

    paragraphs: list[str]
    """A line feed inside one ends a line of verse."""
    title: str = ""
    date: str = ""
    """ISO 8601, or empty."""
    language: str = ""
    """As the document names it."""
    link: str = ""
    """Where the whole of it stands on the web, if this is only a summary."""

    levels: dict[str, int] = field(default_factory=dict)
    """The headings among the paragraphs, with their levels from 1 on, where the format marks them."""

    @property
    def size(self) -> int:
        """Characters of text."""
        return sum(map(len, self.paragraphs))


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds: one piece, or the chapters of a book, or the entries of a feed."""

    pieces: list[Piece] = field(default_factory=list)
    title: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON values, with no more than MAX_TEXT_OUT characters of text."""
        left = MAX_TEXT_OUT
        kept = []
        for piece in self.pieces:
            paragraphs = []
            for paragraph in piece.paragraphs:
                left -= len(paragraph)
                if left < 0:
                    break
                paragraphs.append(paragraph)
            if paragraphs or not piece.paragraphs:
                kept.append(asdict(replace(piece, paragraphs=paragraphs)))
        return {"title": self.title[:1000], "pieces": kept}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> "Document":
        """Return what `as_json` wrote."""
        return cls([Piece(**piece) for piece in values["pieces"]], values["title"])


def make_article(piece: Piece, source: str, name: str) -> Article:
    """Make the article of a piece: here its text is cleaned, and furniture and masthead are told from the body.

    `name` serves as the title of one that has none. Raises ArticleError when no text is left.
    """
    title = clean_line(piece.title)
    lines = [text for paragraph in piece.paragraphs if (text := _clean_paragraph(paragraph))]
    work = unwrap_etext(lines)[1]
    if not title and len(work) < len(lines) and _is_headline(lines[0]):
        title = lines[0]
    lines = drop_transcribers([line for line in drop_furniture(work) if line])
    if lines and title and _same(lines[0], title):
        del lines[0]
    dateline, taken = read_masthead(lines)
    if taken < len(lines):
        del lines[:taken]
    else:
        dateline = Dateline()
    if len(lines) > 1 and is_byline(lines[0]):
        del lines[0]
    if not lines:
        raise ArticleError("there is no text in it; give a file with a few paragraphs")
    if not title and len(lines) > 1 and _is_headline(lines[0]):
        title = lines.pop(0)
    paragraphs = tuple(lines)
    return Article(
        title=title or name or "Untitled",
        paragraphs=paragraphs,
        dateline=dateline if dateline.date else replace(dateline, date=_day(piece.date)),
        language=_language(piece.language, paragraphs),
        source=source,
    )


def _is_headline(line: str) -> bool:
    """Tell a line that can be a headline from a sentence."""
    return len(line) <= 120 and not line.endswith((".", "!", "?", "…", "。", ":"))


def _clean_paragraph(text: str) -> str:
    """Return a paragraph clean: one line, or the lines of a verse."""
    return "\n".join(line for each in clean(text).split("\n") if (line := " ".join(each.split())))


def _same(line: str, title: str) -> bool:
    """Tell whether a line says the title again."""
    return " ".join(line.casefold().split()) == " ".join(title.casefold().split())


def _day(date: str) -> dt.date | None:
    """Return the day of an ISO date."""
    try:
        return dt.date.fromisoformat(date[:10])
    except ValueError:
        return None


def _language(named: str, paragraphs: tuple[str, ...]) -> str:
    """Return the language that the document names; by its words where it names none or, as many do blindly, English."""
    found = _LANGUAGE.match(named.strip().lower())
    if found and len(found[0]) == 2 and found[0] != DEFAULT:
        return found[0]
    return detect_language("\n".join(islice(paragraphs, 2000)))
