"""Fixture: the real English lexicon, opened once for all tests."""

import pytest

from jumble.words import Lexicon, open_lexicon


@pytest.fixture(scope="session")
def english() -> Lexicon:
    return open_lexicon("en")
