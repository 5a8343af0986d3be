"""The lexicon of a language: how common its words are, their lemmas and anagrams, the patterns of its spelling.

No other package of the game imports or reads wordfreq or simplemma.
"""

from typing import TYPE_CHECKING

from jumble.startup.lazy import exports

if TYPE_CHECKING:
    from jumble.words.lexicon.lexicon import Lexicon, open_lexicon

__all__ = ["Lexicon", "open_lexicon"]

__getattr__ = exports("jumble.words.lexicon", {"jumble.words.lexicon.lexicon": ("Lexicon", "open_lexicon")})
