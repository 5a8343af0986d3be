"""What a game was played for, as the record keeps it; part of the record's format, so names stay as they are."""

from enum import StrEnum


class GameKind(StrEnum):
    """Where the puzzle of a game came from."""

    ARTICLE = "article"
    """Words of an article that the player chose."""
    EDITION = "edition"
    """The puzzle of a day."""
    CORRECTIONS = "corrections"
    """Words that were missed before."""
    DUEL = "duel"
    """One side of a match of two."""
    CODE = "code"
    """A puzzle that somebody else handed on."""
