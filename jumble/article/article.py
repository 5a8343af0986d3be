"""The `Article` and `Dateline` dataclasses, which every other room works on, and the `ArticleError` of this room."""

import datetime as dt
from dataclasses import dataclass, field


class ArticleError(Exception):
    """No article could be read; the message is one line that says what happened and what to do."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place, date and temperature as printed at the top of a newspaper page; None where not given."""

    place: str | None = None
    date: dt.date | None = None
    temperature: float | None = None
    """Degrees Celsius."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text to read and to play: clean (`jumble.article.prose.cleaning`), in Unicode NFC, without page furniture.

    A paragraph holds no line feed, except in verse, where one separates each line of the poem from the next.
    """

    title: str
    paragraphs: tuple[str, ...]
    dateline: Dateline = field(default_factory=Dateline)
    language: str = "en"
    """ISO 639-1 code."""
    source: str = ""
    """As the player gave it: path, address, `-` (standard input) or `house:name`; `#N` marks entry N. Not cleaned."""
    section: str | None = None
    """Section of the newspaper, from the `section` key of front matter."""

    @property
    def text(self) -> str:
        """The paragraphs joined by empty lines, without the title."""
        return "\n\n".join(self.paragraphs)

    @property
    def key(self) -> str:
        """Identifier of this text, the same for any source: 16 hexadecimal digits of SHA-256 over title and body."""
        from hashlib import sha256  # loads OpenSSL, 3 ms

        return sha256(f"{self.title}\0{self.text}".encode()).hexdigest()[:16]
