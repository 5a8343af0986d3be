"""Splits a long text into sections, its chapters or parts of equal length, and makes the shelf of any single text."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from jumble.article.article import Article
from jumble.article.shelf import Entry, Shelf

if TYPE_CHECKING:
    from jumble.article.prose.chapters import Chapter

LONG_TEXT_CHARACTERS = 60_000
"""Characters from which a text is split into sections: 10,000 words, more than the longest magazine articles."""
SECTION_CHARACTERS = 12_000
"""Characters of a section where a text has no chapters: ten minutes of reading, and enough words for several games."""
MAX_TITLE_CHARACTERS = 60
"""Characters of a section's title made of its first words."""


def shelf_from_article(article: Article, name: str, levels: Mapping[str, int] | None = None) -> Shelf:
    """Return a shelf of the article, or of its sections if it is long; section N has the source `source#N`.

    `name` is the name of a shelf of one entry; a shelf of sections has the article's title. `levels` maps the headings
    that the article's format marks to their levels. Each section's article is made only when loaded.
    """
    chapters = _split_long_article(article, levels or {})
    if len(chapters) < 2:
        return Shelf(name, (Entry(article.title, article.source, partial(_whole_article, article)),))
    entries = tuple(
        Entry(chapter.title, f"{article.source}#{number}", partial(_section_article, article, chapter, number))
        for number, chapter in enumerate(chapters, 1)
    )
    return Shelf(article.title, entries, whole=partial(_whole_article, article))


def _whole_article(article: Article) -> Article:
    """Return the article itself; a module function, not a lambda, so that a shelf can be pickled."""
    return article


def _section_article(article: Article, chapter: "Chapter", number: int) -> Article:
    """Return section `number` (from 1) of an article as an article."""
    paragraphs = article.paragraphs[chapter.start : chapter.end]
    return replace(article, title=chapter.title, paragraphs=paragraphs, source=f"{article.source}#{number}")


def _split_long_article(article: Article, levels: Mapping[str, int]) -> "list[Chapter]":
    """Return the sections of a long article, each with a title; none for a short one."""
    if sum(map(len, article.paragraphs)) < LONG_TEXT_CHARACTERS:
        return []
    from jumble.article.prose.chapters import find_chapters  # imported for long texts only

    chapters = find_chapters(article.paragraphs, levels)
    if chapters:
        return [replace(section, title=section.title or article.title) for section in chapters]
    return [
        replace(section, title=f"{number}. {_first_words(article.paragraphs[section.start])}")
        for number, section in enumerate(_split_by_length(article.paragraphs), 1)
    ]


def _split_by_length(paragraphs: tuple[str, ...]) -> "list[Chapter]":
    """Return sections of whole paragraphs, each of about SECTION_CHARACTERS, without titles."""
    from jumble.article.prose.chapters import Chapter

    total = sum(map(len, paragraphs))
    count = max(1, round(total / SECTION_CHARACTERS))
    sections: list[Chapter] = []
    start = size = 0
    for index, text in enumerate(paragraphs):
        size += len(text)
        if size >= total * (len(sections) + 1) / count:
            sections.append(Chapter("", start, index + 1))
            start = index + 1
    if start < len(paragraphs):
        sections.append(Chapter("", start, len(paragraphs)))
    return sections


def _first_words(paragraph: str) -> str:
    """Return the first words of a paragraph, at most MAX_TITLE_CHARACTERS and an ellipsis."""
    line = " ".join(paragraph[: 4 * MAX_TITLE_CHARACTERS].split())
    if len(line) <= MAX_TITLE_CHARACTERS:
        return line.rstrip(".,;: ")
    words = line[:MAX_TITLE_CHARACTERS].rsplit(" ", 1)[0]
    return words.rstrip(".,;:—–- ") + " …"
