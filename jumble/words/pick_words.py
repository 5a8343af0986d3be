"""`pick_words`: the fair words of an article in one call, for callers that need nothing else of this room."""

from jumble.article import Article
from jumble.startup.early_names import DEFAULT_LEVEL
from jumble.words.candidate import Candidates
from jumble.words.fair_words import find_candidates
from jumble.words.levels import LEVELS
from jumble.words.lexicon.lexicon import open_lexicon


def pick_words(article: Article, level: str = DEFAULT_LEVEL) -> Candidates:
    """Return the words of an article that are fair game, best first, and the reason why each other word is not.

    `level` is easy, medium or hard. Raises ValueError for another level, LexiconError for a language without a
    lexicon.
    """
    if level not in LEVELS:
        raise ValueError(f"no level {level!r}; levels are {', '.join(LEVELS)}")
    return find_candidates(article, open_lexicon(article.language), LEVELS[level])
