"""What can go wrong in this room, in one line that says what to do next."""


class WordsError(Exception):
    """Base of every error that `jumble.words` raises on purpose."""


class LexiconError(WordsError):
    """No lexicon for a language; the message names the languages that have one."""
