"""What is known of the words of a language: how common they are, their forms, their spelling.

The only room that meets wordfreq and simplemma.
"""

from typing import TYPE_CHECKING

from jumble.startup.lazy import exports

if TYPE_CHECKING:
    from jumble.words.lexicon.lexicon import Lexicon, open_lexicon

__all__ = ["Lexicon", "open_lexicon"]

__getattr__ = exports("jumble.words.lexicon", {"jumble.words.lexicon.lexicon": ("Lexicon", "open_lexicon")})
