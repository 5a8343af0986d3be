"""What the record tells: the figures behind `jumble stats`."""

import csv
import io
from typing import Any

from jumble.article import clean_line
from jumble.game import rank
from jumble.records.schema import VERSION
from jumble.records.store import Records

CSV_COLUMNS = (
    "game", "article", "source", "mode", "level", "seed", "started", "ended", "round", "answer", "scramble", "stars",
    "difficulty", "value", "seconds", "outcome", "given", "seconds_used", "seconds_left", "clue", "letter_hints",
    "wrong_tries", "streak", "points",
)  # fmt: skip


def statistics(records: Records) -> dict[str, Any]:
    """Return the whole record as JSON's own types: totals, articles by popularity, games with their rounds."""
    games = _games(records)
    rounds = [each for game in games for each in game["rounds"]]
    solved = sum(each["solved"] for each in rounds)
    finished = [game for game in games if game["ended"]]
    return {
        "schema": VERSION,
        "games_played": len(games),
        "games_finished": len(finished),
        "rounds_played": len(rounds),
        "words_solved": solved,
        "solve_rate": round(solved / len(rounds), 4) if rounds else None,
        "best_score": max((game["score"] for game in finished), default=None),
        "articles": [
            {
                "key": each.key,
                "title": each.title,
                "source": each.source,
                "plays": each.plays,
                "best_score": each.best_score,
                "last_played": each.last_played,
            }
            for each in records.plays()
        ],
        "games": games,
    }


def statistics_csv(records: Records) -> str:
    """Return the record as CSV (RFC 4180), one row a round, in the order they were played."""
    out = io.StringIO()
    writer = csv.DictWriter(out, CSV_COLUMNS, extrasaction="ignore")
    writer.writeheader()
    for game in reversed(_games(records)):
        about = {
            **game,
            "game": game["id"],
            "article": game["article"]["title"],
            "source": clean_line(game["article"]["source"]),
        }
        for each in game["rounds"]:
            writer.writerow({**about, **each, "clue": int(each["clue"])})
    return out.getvalue()


def _games(records: Records) -> list[dict[str, Any]]:
    """Return every game in which a round was finished, the latest first."""
    rounds: dict[int, list[dict[str, Any]]] = {}
    for row in records.reading.execute("SELECT * FROM round ORDER BY game_id, number"):
        each = {"round": row["number"], **{key: row[key] for key in row.keys() if key not in {"game_id", "number"}}}  # noqa: SIM118
        each["clue"] = bool(each["clue"])
        each["solved"] = each["outcome"] == "solved"
        rounds.setdefault(row["game_id"], []).append(each)
    rows = records.reading.execute(
        "SELECT id, uid, article_key, mode, level, seed, started, ended, most, title, source "
        "FROM game JOIN article ON article.key = article_key ORDER BY id DESC"
    )
    return [_game(row, rounds[row["id"]]) for row in rows if row["id"] in rounds]


def _game(row: Any, rounds: list[dict[str, Any]]) -> dict[str, Any]:  # noqa: ANN401 a sqlite3.Row, which is not imported for a name
    """Return one game with its rounds."""
    score = sum(each["points"] for each in rounds)
    return {
        "id": row["uid"],
        "article": {"key": row["article_key"], "title": row["title"], "source": row["source"]},
        "mode": row["mode"],
        "level": row["level"],
        "seed": row["seed"],
        "started": row["started"],
        "ended": row["ended"],
        "score": score,
        "most": row["most"],
        "rank": rank(score, row["most"]),
        "rounds": rounds,
    }
