"""The real English lexicon, opened once."""

import pytest

from jumble.words import Lexicon, open_lexicon


@pytest.fixture(scope="session")
def english() -> Lexicon:
    return open_lexicon("en")
