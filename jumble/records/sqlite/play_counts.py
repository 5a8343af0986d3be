"""How often, how well and when an article was played: kept with the article, so that no list has to count games."""

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
    """Count the plays of one article anew, or of all."""
    if key is None:
        connection.execute(_RECOUNT)
    else:
        connection.execute(f"{_RECOUNT} WHERE key = ?", (key,))


def add_round(connection: sqlite3.Connection, key: str, started: str, *, first: bool, score: int | None) -> None:
    """Count a round that has just ended: the first of its game makes it a play.

    `started` is when the game began; `score` its points when the round was its last, else None.
    """
    connection.execute(_ROUND_ENDED, {"key": key, "started": started, "first": int(first), "score": score})
