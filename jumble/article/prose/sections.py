"""A long text is offered in sections: nobody plays a whole book, and a game is best made from what was just read."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from jumble.article.article import Article
from jumble.article.shelf import Entry, Shelf

if TYPE_CHECKING:
    from jumble.article.prose.chapters import Chapter

LONG_TEXT = 60_000
"""Characters from which a text is offered in sections: ten thousand words, more than a magazine prints in one piece."""
SECTION = 12_000
"""Characters of a section of a text without chapters: ten minutes of reading, and words enough for several games."""
MAX_TITLE = 60
"""Characters of the first words that name a section."""


def shelf_of(article: Article, name: str, levels: Mapping[str, int] | None = None) -> Shelf:
    """Return the shelf that an article makes: itself, or its sections when it is long, their sources numbered.

    `name` is the shelf's when the article is its only entry; of several it is the article's title. `levels` are the
    headings that the article's format marks. Nothing is copied: a section is made when it is asked for.
    """
    chapters = _sections(article, levels or {})
    if len(chapters) < 2:
        return Shelf(name, (Entry(article.title, article.source, partial(_same, article)),))
    entries = tuple(
        Entry(chapter.title, f"{article.source}#{number}", partial(_load, article, chapter, number))
        for number, chapter in enumerate(chapters, 1)
    )
    return Shelf(article.title, entries, whole=partial(_same, article))


def _same(article: Article) -> Article:
    """Return the article itself: a shelf may be handed to another process, and so has no functions of its own."""
    return article


def _load(article: Article, chapter: "Chapter", number: int) -> Article:
    """Return a section of an article."""
    paragraphs = article.paragraphs[chapter.start : chapter.end]
    return replace(article, title=chapter.title, paragraphs=paragraphs, source=f"{article.source}#{number}")


def _sections(article: Article, levels: Mapping[str, int]) -> "list[Chapter]":
    """Return the sections of a long article, each with a title; of a short one none."""
    if sum(map(len, article.paragraphs)) < LONG_TEXT:
        return []
    from jumble.article.prose.chapters import find_chapters  # only a long text has any

    chapters = find_chapters(article.paragraphs, levels)
    if chapters:
        return [replace(each, title=each.title or article.title) for each in chapters]
    return [
        replace(each, title=f"{number}. {_first_words(article.paragraphs[each.start])}")
        for number, each in enumerate(_by_length(article.paragraphs), 1)
    ]


def _by_length(paragraphs: tuple[str, ...]) -> "list[Chapter]":
    """Cut a text at the borders of paragraphs into sections of about SECTION characters."""
    from jumble.article.prose.chapters import Chapter

    total = sum(map(len, paragraphs))
    count = max(1, round(total / SECTION))
    sections: list[Chapter] = []
    start = size = 0
    for place, text in enumerate(paragraphs):
        size += len(text)
        if size >= total * (len(sections) + 1) / count:
            sections.append(Chapter("", start, place + 1))
            start = place + 1
    if start < len(paragraphs):
        sections.append(Chapter("", start, len(paragraphs)))
    return sections


def _first_words(paragraph: str) -> str:
    """Return the words that a section begins with."""
    line = " ".join(paragraph[: 4 * MAX_TITLE].split())
    if len(line) <= MAX_TITLE:
        return line.rstrip(".,;: ")
    words = line[:MAX_TITLE].rsplit(" ", 1)[0]
    return words.rstrip(".,;:—–- ") + " …"
