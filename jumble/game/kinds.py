"""The kinds of game, by where the puzzle came from. Their values are part of the record's format: never change one."""

from enum import StrEnum


class GameKind(StrEnum):
    """Where the puzzle of a game came from."""

    ARTICLE = "article"
    """Words of an article that the player chose."""
    EDITION = "edition"
    """The puzzle that is the same for everybody on one day."""
    CORRECTIONS = "corrections"
    """Words that the player failed to solve in earlier games."""
    DUEL = "duel"
    """One player's game in a match of two."""
    CODE = "code"
    """A puzzle that another player shared as a code."""
