"""Keeps the plays, best score and last play of each article in its row, so that lists need not count games."""

import sqlite3

_RECOUNT = """
UPDATE article SET (plays, best_score, last_played) = (
    SELECT count(*),
           max(CASE WHEN ended IS NOT NULL THEN score END),
           (SELECT started FROM game AS latest WHERE article_key = article.key AND rounds_played > 0
            ORDER BY strftime('%s', started) + 0 DESC, id DESC LIMIT 1)
    FROM game WHERE article_key = article.key AND rounds_played > 0
)
"""
_ROUND_ENDED = """
UPDATE article SET plays = plays + :first,
                   best_score = CASE WHEN :score IS NULL THEN best_score
                                     ELSE max(coalesce(best_score, :score), :score) END,
                   last_played = CASE WHEN played_at > strftime('%s', :started) + 0 THEN last_played ELSE :started END
WHERE key = :key
"""


def count_plays(connection: sqlite3.Connection, key: str | None = None) -> None:
    """Compute plays, best score and last play anew from the games: for the article with `key`, or for all articles."""
    if key is None:
        connection.execute(_RECOUNT)
    else:
        connection.execute(f"{_RECOUNT} WHERE key = ?", (key,))


def add_round(connection: sqlite3.Connection, key: str, started: str, *, first: bool, score: int | None) -> None:
    """Update an article's plays, best score and last play after a round: the first round of a game adds a play.

    `started` is when the game began (ISO 8601); `score` is the game's score if the round was the last, else None.
    """
    connection.execute(_ROUND_ENDED, {"key": key, "started": started, "first": int(first), "score": score})
