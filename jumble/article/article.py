"""What an article is, once it has been read: plain values that every other room works on."""

import datetime as dt
from dataclasses import dataclass, field


class ArticleError(Exception):
    """No article could be read; the message says what happened and what to do, in one line."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when an article was written, as the top of a newspaper page tells it."""

    place: str | None = None
    date: dt.date | None = None
    temperature: float | None = None
    """Degrees Celsius."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text to read and to play: clean (`jumble.article.prose.cleaning`), in Unicode NFC, without page furniture.

    A paragraph holds no line break, except in verse, where each line of the poem ends in one.
    """

    title: str
    paragraphs: tuple[str, ...]
    dateline: Dateline = field(default_factory=Dateline)
    language: str = "en"
    """ISO 639-1 code."""
    source: str = ""
    """Where it was read from, as it was given: a path, `-` for standard input, or `house:` and a name. Not clean."""
    section: str | None = None

    @property
    def text(self) -> str:
        """The body, paragraphs parted by an empty line; the title is not in it."""
        return "\n\n".join(self.paragraphs)

    @property
    def key(self) -> str:
        """Names this text wherever it is read from: 16 hexadecimal digits over title and body."""
        from hashlib import sha256  # loads OpenSSL, 3 ms

        return sha256(f"{self.title}\0{self.text}".encode()).hexdigest()[:16]
