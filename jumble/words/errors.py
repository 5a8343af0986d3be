"""The exceptions of `jumble.words`; each message is one line that says what to do next."""


class WordsError(Exception):
    """Base of every error that `jumble.words` raises on purpose."""


class LexiconError(WordsError):
    """There is no lexicon for a language; the message names the languages that have one."""
