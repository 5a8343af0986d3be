"""What readers return: an `ExtractedDocument` of `ExtractedArticle` items, not yet cleaned; and how these are cleaned.

Readers run in a subprocess, so a document passes through JSON; cleaning happens in the game's own process.
"""

import datetime as dt
from dataclasses import asdict, dataclass, field, replace
from itertools import islice
from typing import Any

from jumble.article.article import Article, ArticleError, Dateline
from jumble.article.limits import MAX_EXTRACTED_CHARACTERS
from jumble.article.prose.cleaning import clean, clean_line
from jumble.article.prose.dateline import read_masthead
from jumble.article.prose.furniture import drop_furniture, is_byline
from jumble.article.prose.gutenberg import strip_gutenberg_licence
from jumble.article.prose.language import DEFAULT, detect_language
from jumble.article.prose.notes import drop_transcriber_notes
from jumble.startup.lazy import regex

_LANGUAGE = regex(r"[a-z]{2,3}(?=$|[-_])")


@dataclass(frozen=True, slots=True)
class ExtractedArticle:
    """An article as its reader extracted it, not cleaned."""

    paragraphs: list[str]
    """Line feeds inside a paragraph separate lines of verse."""
    title: str = ""
    date: str = ""
    """A date or time in ISO 8601, or empty."""
    language: str = ""
    """The language tag in the document (as in BCP 47), or empty."""
    link: str = ""
    """Web address of the full text if this is only a summary, or empty."""

    levels: dict[str, int] = field(default_factory=dict)
    """The headings among the paragraphs, with their levels from 1 on; no reader sets it yet."""

    @property
    def size(self) -> int:
        """Characters of text, titles not counted."""
        return sum(map(len, self.paragraphs))


@dataclass(frozen=True, slots=True)
class ExtractedDocument:
    """What a file holds: a single article, the chapters of a book, or the entries of a feed."""

    articles: list[ExtractedArticle] = field(default_factory=list)
    title: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON values, cut off after MAX_EXTRACTED_CHARACTERS of text."""
        characters_left = MAX_EXTRACTED_CHARACTERS
        kept_articles = []
        for extracted in self.articles:
            paragraphs = []
            for paragraph in extracted.paragraphs:
                characters_left -= len(paragraph)
                if characters_left < 0:
                    break
                paragraphs.append(paragraph)
            if paragraphs or not extracted.paragraphs:
                kept_articles.append(asdict(replace(extracted, paragraphs=paragraphs)))
        return {"title": self.title[:1000], "articles": kept_articles}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> "ExtractedDocument":
        """Return the document that `as_json` turned into `values`."""
        return cls([ExtractedArticle(**extracted) for extracted in values["articles"]], values["title"])


def article_from_extracted(extracted: ExtractedArticle, source: str, name: str) -> Article:
    """Return the clean article: without page furniture, a repeated title, a byline, or Project Gutenberg's licence.

    Its masthead becomes the dateline. `name` is the title of an article that has none. Raises ArticleError if no text
    is left.
    """
    title = clean_line(extracted.title)
    lines = [text for paragraph in extracted.paragraphs if (text := _clean_paragraph(paragraph))]
    work_lines = strip_gutenberg_licence(lines)[1]
    if not title and len(work_lines) < len(lines) and _is_headline(lines[0]):
        title = lines[0]
    lines = drop_transcriber_notes([line for line in drop_furniture(work_lines) if line])
    if lines and title and _repeats(lines[0], title):
        del lines[0]
    dateline, masthead_size = read_masthead(lines)
    if masthead_size < len(lines):
        del lines[:masthead_size]
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
        dateline=dateline if dateline.date else replace(dateline, date=_parse_day(extracted.date)),
        language=_language(extracted.language, paragraphs),
        source=source,
    )


def _is_headline(line: str) -> bool:
    """Return whether a line may be a headline: at most 120 characters, and not ending like a sentence."""
    return len(line) <= 120 and not line.endswith((".", "!", "?", "…", "。", ":"))


def _clean_paragraph(text: str) -> str:
    """Return a paragraph cleaned: one line, or several of verse, without empty ones."""
    return "\n".join(line for raw_line in clean(text).split("\n") if (line := " ".join(raw_line.split())))


def _repeats(line: str, title: str) -> bool:
    """Return whether a line equals the title, apart from case and white space."""
    return " ".join(line.casefold().split()) == " ".join(title.casefold().split())


def _parse_day(date: str) -> dt.date | None:
    """Return the day of an ISO 8601 date or time, or None."""
    try:
        return dt.date.fromisoformat(date[:10])
    except ValueError:
        return None


def _language(declared: str, paragraphs: tuple[str, ...]) -> str:
    """Return the ISO 639-1 code that the document declares, or the one detected from its words.

    A declared "en" is not trusted: many documents declare it whatever their language.
    """
    match = _LANGUAGE.match(declared.strip().lower())
    if match and len(match[0]) == 2 and match[0] != DEFAULT:
        return match[0]
    return detect_language("\n".join(islice(paragraphs, 2000)))
