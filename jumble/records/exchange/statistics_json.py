"""The whole record as a JSON object, which `jumble stats --json` prints. Names in it must not change."""

from dataclasses import asdict
from datetime import date
from math import isinf
from typing import Any

from jumble.figures.bests import ScorePoint, score_points
from jumble.figures.difficulty_check import check_games
from jumble.figures.rows import ListedGame, RoundRow
from jumble.figures.speed import TimeBin, WordFigures
from jumble.figures.summary import Summary
from jumble.game import next_rank, rank
from jumble.records.exchange.hint_columns import hint_columns
from jumble.records.sqlite.queries import read_listed, read_plays
from jumble.records.sqlite.schema import VERSION
from jumble.records.sqlite.store import Records
from jumble.records.sqlite.summary import summary


def statistics(records: Records, today: date | None = None) -> dict[str, Any]:
    """Return the whole record: totals, figures, articles by popularity, games with their rounds.

    `today` is the player's local day; without it, the streak is the one on the last day played. Raises sqlite3.Error.
    """
    listed = read_listed(records)
    rows = [game.row for game in reversed(listed)]
    check = asdict(check_games(listed))
    last_day = max((day for game in rows if (day := game.day)), default=date.min)
    figures = summary(records, today or last_day)
    return {
        "schema": VERSION,
        "games_played": figures.games_played,
        "games_finished": figures.games_finished,
        "rounds_played": figures.rounds_played,
        "words_solved": figures.words_solved,
        "solve_rate": figures.solve_rate,
        "best_score": figures.best_score,
        **_figures(figures),
        "scores": [_point(point) for point in score_points(rows)],
        "difficulty_check": {**check, "bins": list(check["bins"])},
        "articles": [
            {
                "key": article.key,
                "title": article.title,
                "source": article.source,
                "plays": article.plays,
                "best_score": article.best_score,
                "last_played": article.last_played,
            }
            for article in read_plays(records)
        ],
        "games": [_game(game) for game in listed],
    }


def _figures(figures: Summary) -> dict[str, Any]:
    """Return the figures over all games: streak, rank, bests, and words by size and by solve time."""
    highest, streak = figures.rank, figures.streak
    return {
        "streak": {
            "current": streak.current,
            "longest": streak.longest,
            "days_played": streak.days,
            "last_day": _day(streak.last),
        },
        "rank": highest
        and {
            "name": highest.name,
            "score": highest.score,
            "most": highest.most,
            "next": highest.following and highest.following._asdict(),
        },
        "bests": [asdict(category) for category in figures.level_modes],
        "by_letters": [_words("letters", words) for words in figures.letters],
        "by_stars": [_words("stars", words) for words in figures.stars],
        "solve_times": [_bin(time_bin) for time_bin in figures.times],
    }


def _words(name: str, figures: WordFigures) -> dict[str, Any]:
    """Return the figures of one word size, with the size under the key `name`: letters or stars."""
    values = asdict(figures)
    return {name: values.pop("size"), **values}


def _bin(time_bin: TimeBin) -> dict[str, Any]:
    """Return a bin of the histogram; the end of the last bin is None, since JSON has no infinity."""
    return {"start": time_bin.start, "end": None if isinf(time_bin.end) else time_bin.end, "count": time_bin.count}


def _point(point: ScorePoint) -> dict[str, Any]:
    """Return one finished game of the chart of scores."""
    return {
        "day": _day(point.day),
        "score": point.score,
        "most": point.most,
        "share": point.share,
        "level": point.level,
        "mode": point.mode,
    }


def _day(day: date | None) -> str | None:
    """Return a day in ISO 8601, None for None."""
    return day.isoformat() if day else None


def _game(game: ListedGame) -> dict[str, Any]:
    """Return one game with its rounds."""
    row = game.row
    following = next_rank(row.score, row.most)
    return {
        "id": game.uid,
        "article": {"key": game.article_key, "title": game.title, "source": game.source},
        "mode": row.mode,
        "level": row.level,
        "seed": game.seed,
        "started": row.started,
        "ended": row.ended,
        "day": _day(row.day),
        "score": row.score,
        "most": row.most,
        "rank": rank(row.score, row.most),
        "next_rank": following and following._asdict(),
        "rounds": [_round(round_row) for round_row in game.rounds],
    }


def _round(row: RoundRow) -> dict[str, Any]:
    """Return one round."""
    hints = hint_columns(row.hints_taken)
    return {
        "round": row.round,
        "answer": row.answer,
        "scramble": row.scramble,
        "difficulty": row.difficulty,
        "stars": row.stars,
        "value": row.value,
        "seconds": row.seconds,
        "outcome": row.outcome,
        "given": row.given,
        "seconds_used": row.seconds_used,
        "seconds_left": row.seconds_left,
        "clue": bool(hints["clue"]),
        "letter_hints": hints["letter_hints"],
        "wrong_tries": row.wrong_tries,
        "streak": row.streak,
        "points": row.points,
        "solved": row.solved,
        "letters": row.letters,
        "hints": dict(row.hints_taken),
    }
