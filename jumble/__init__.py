"""Article Word Jumble: a newspaper page in the terminal, with a game made from its own words.

    from jumble import load_article, make_puzzle, pick_words

    article = load_article("story.txt")
    for candidate in pick_words(article).picked:
        print(candidate.word, candidate.stars)
    puzzle = make_puzzle(article, seed=7)

Importing this package loads nothing but the package itself; what a name needs is loaded when the name is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jumble.article import Article, ArticleError, load_article
    from jumble.puzzle import Puzzle, PuzzleError, make_puzzle
    from jumble.words import Candidates, WordsError, difficulty
    from jumble.words.pick_words import pick_words

    __version__: str

__all__ = [
    "Article",
    "ArticleError",
    "Candidates",
    "Puzzle",
    "PuzzleError",
    "WordsError",
    "__version__",
    "difficulty",
    "load_article",
    "make_puzzle",
    "pick_words",
]

_ROOMS = {
    "Article": "jumble.article",
    "ArticleError": "jumble.article",
    "load_article": "jumble.article",
    "Candidates": "jumble.words",
    "WordsError": "jumble.words",
    "difficulty": "jumble.words",
    "pick_words": "jumble.words.pick_words",
    "Puzzle": "jumble.puzzle",
    "PuzzleError": "jumble.puzzle",
    "make_puzzle": "jumble.puzzle",
}
DISTRIBUTION = "article-word-jumble"


def __getattr__(name: str) -> Any:  # noqa: ANN401 each name has a type of its own, above
    """Load a public name from its room."""
    if name == "__version__":
        from importlib.metadata import version

        return version(DISTRIBUTION)
    if name in _ROOMS:
        return getattr(import_module(_ROOMS[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
