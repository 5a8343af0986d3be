"""A language with digraphs, which no table has yet: whatever works in it asks the table of languages alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from jumble.words import languages

MADE_UP = "x-digraphs"
DIGRAPHS = ("ch", "dd", "ll")


@contextmanager
def made_up_language() -> Iterator[str]:
    """Have the language as long as the context lasts."""
    with patch.dict(languages._RULES, {MADE_UP: languages.Rules(digraphs=DIGRAPHS)}):
        languages.rules.cache_clear()
        try:
            yield MADE_UP
        finally:
            languages.rules.cache_clear()
