"""How the command line puts its answers: for people in lines, for programs in JSON under stable names."""

import json
import re
from collections.abc import Sequence
from math import isinf
from typing import TYPE_CHECKING, Any

from jumble.article import Article, clean_line
from jumble.desk.blocks import bar

if TYPE_CHECKING:
    from jumble.figures import ArticlePlays, ListedGame, Summary, TimeBin, WordFigures
    from jumble.puzzle import Puzzle
    from jumble.words import Candidates, Lexicon

_UNPRINTABLE = re.compile("[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]")
"""What JSON may hold as it is but a terminal must not be sent: names of files can have all of it."""
MAX_SHOWN = 8
"""Words shown of those that were left out for one reason; `--json` has them all."""
BAR = 40
"""Columns of the longest bar of a histogram."""


def article_json(article: Article) -> dict[str, Any]:
    """Return an article under the names that the command line promises."""
    dateline = article.dateline
    return {
        "title": article.title,
        "section": article.section,
        "dateline": {
            "place": dateline.place,
            "date": dateline.date.isoformat() if dateline.date else None,
            "temperature": dateline.temperature,
        },
        "language": article.language,
        "source": article.source,
        "paragraphs": list(article.paragraphs),
        "text": article.text,
    }


def words_json(article: Article, candidates: "Candidates", lexicon: "Lexicon") -> dict[str, Any]:
    """Return an article's words under the names that the command line promises."""
    from jumble.puzzle import make_clue

    return {
        "language": candidates.language,
        "picked": [
            {
                "word": candidate.word,
                "count": candidate.count,
                "zipf": candidate.zipf,
                "difficulty": candidate.difficulty,
                "stars": candidate.stars,
                "clue": make_clue(article, candidate, lexicon)[0],
                "alternatives": list(candidate.alternatives),
            }
            for candidate in candidates.picked
        ],
        "rejected": [{"word": rejection.word, "reason": rejection.reason} for rejection in candidates.rejected],
    }


def print_json(value: object) -> None:
    """Print JSON for people and programs."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    print(_UNPRINTABLE.sub(lambda char: f"\\u{ord(char[0]):04x}", text))


def print_words(candidates: "Candidates") -> None:
    """Print the words for a reader: how hard each is and why it was picked, and why the others were not."""
    width = max(len(candidate.word) for candidate in candidates.picked)
    print(f"{'word':<{width}}  stars  times  Zipf  also")
    for candidate in candidates.picked:
        word, stars, also = candidate.word, "★" * candidate.stars, ", ".join(candidate.alternatives)
        print(f"{word:<{width}}  {stars:<5}  {candidate.count:>5}  {candidate.zipf:>4.1f}  {also}".rstrip())
    reasons: dict[str, list[str]] = {}
    for rejection in candidates.rejected:
        reasons.setdefault(rejection.reason, []).append(rejection.word)
    print(f"\n{len(candidates.picked)} words picked, the most characteristic of the article first. Left out:")
    for reason, words in sorted(reasons.items(), key=lambda item: -len(item[1])):
        shown = ", ".join(words[:MAX_SHOWN]) + (" …" if len(words) > MAX_SHOWN else "")
        print(f"  {reason:<10} {len(words):>4}  {shown}")


def print_puzzle(article: Article, puzzle: "Puzzle") -> None:
    """Print a puzzle to be solved on paper, the answers last."""
    print(f"{article.title}\n{puzzle.level}, seed {puzzle.seed}\n")
    for number, puzzle_round in enumerate(puzzle.rounds, 1):
        tiles, stars = _capitals(puzzle_round.scramble, puzzle.language), "★" * puzzle_round.stars
        print(f"{number:>2}. {tiles:<14} {stars:<5}  {puzzle_round.clue}")
    print("\nAnswers: " + ", ".join(" / ".join(puzzle_round.accepted) for puzzle_round in puzzle.rounds))


def _capitals(scramble: str, language: str) -> str:
    """Return a scramble as tiles show it."""
    from jumble.words import capitals, letters

    return "".join(capitals(letters(scramble, language), language))


def print_figures(figures: "Summary", articles: Sequence["ArticlePlays"], last: Sequence["ListedGame"]) -> None:
    """Print statistics for a reader."""
    streak, highest = figures.streak, figures.rank
    print(f"Games played    {figures.games_played}, {figures.games_finished} to the end")
    print(f"Words solved    {figures.words_solved} of {figures.rounds_played} ({figures.solve_rate:.0%})")
    print(f"Days in a row   {streak.current}, at most {streak.longest}; {streak.days} in all")
    print(f"Best score      {'–' if figures.best_score is None else figures.best_score}")
    if highest:
        following = highest.following
        ahead = f", {following.points} short of {following.name}" if following else ""
        print(f"Highest rank    {highest.name}: {highest.score} of {highest.most} points{ahead}")
    print_rows(
        ("Level", "Mode", "Games", "To the end", "Best", "Of the most"),
        [
            (category.level, category.mode, f"{category.played}", f"{category.finished}",
             _or_dash(category.best_score), _or_dash(category.best_share, ".0%"))
            for category in figures.level_modes
        ],
        left=2,
    )  # fmt: skip
    for name, sizes in (("Letters", figures.letters), ("Stars", figures.stars)):
        print_rows((name, "Words", "Solved", "Mean", "Median"), [_word_cells(size) for size in sizes])
    print_bars("Seconds to solve", figures.times)
    print("\nLast Games (words not solved in brackets)")
    for game in last:
        row = game.row
        words = " ".join(played.answer if played.solved else f"({played.answer})" for played in game.rounds)
        print(f"{row.day}  {row.score:>4} of {row.most:>4}  {row.level} {row.mode}  {clean_line(game.title)}")
        print(f"            {words}")
    print("\nMost Popular Articles")
    for number, article in enumerate(articles, 1):
        plays = "1 play" if article.plays == 1 else f"{article.plays} plays"
        print(f"{number:>2}  {clean_line(article.title)}  ({plays})")


def print_rows(heads: Sequence[str], rows: Sequence[Sequence[str]], left: int = 0) -> None:
    """Print a table after an empty line; its first `left` columns begin at the left, the others end at the right."""
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    print()
    for row in (heads, *rows):
        cells = [
            f"{cell:<{width}}" if place < left else f"{cell:>{width}}"
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        print("  ".join(cells).rstrip())


def print_bars(title: str, times: Sequence["TimeBin"]) -> None:
    """Print a histogram, from its first bin with anything in it to its last."""
    filled = [place for place, time_bin in enumerate(times) if time_bin.count]
    if not filled:
        return
    shown = times[filled[0] : filled[-1] + 1]
    most = max(time_bin.count for time_bin in shown)
    print(f"\n{title}")
    for time_bin in shown:
        start, end = time_bin.start, time_bin.end
        span = f"{start:.0f} on" if isinf(end) else f"{start:.0f} to {end:.0f}"
        print(f"{span:>10}  {bar(time_bin.count / most, BAR).rstrip()} {time_bin.count}")


def _word_cells(figures: "WordFigures") -> Sequence[str]:
    """Return the table row for the words of one length, or of one number of stars."""
    return (
        f"{figures.size}",
        f"{figures.rounds}",
        f"{figures.solve_rate:.0%}",
        _or_dash(figures.mean_seconds, ".1f"),
        _or_dash(figures.median_seconds, ".1f"),
    )


def _or_dash(number: float | None, form: str = "") -> str:
    """Return a number, or a dash where there is none."""
    return "–" if number is None else f"{number:{form}}"
