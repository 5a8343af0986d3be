"""Lines with the figures of the record for a given width: headline numbers, bests, words by stars and by length."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from jumble.desk.blocks import bar
from jumble.desk.wording import show_stars
from jumble.game import MODES

if TYPE_CHECKING:
    from jumble.figures import LevelModeFigures, Summary, WordFigures

DASH = "–"
RANK_BAR_WIDTH = 20
"""Cells of the bar that shows how near the next rank is."""


def show_number(number: float | None) -> str:
    """Return a whole number, in groups of three from five digits on; a dash for none."""
    if number is None:
        return DASH
    whole = round(number)
    return f"{whole:,}" if whole >= 10_000 else str(whole)


def show_share(share: float | None) -> str:
    """Return a share in per cent; a dash for none."""
    return DASH if share is None else f"{share * 100:.0f} %"


def count(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural but for one: 1 game, 2 games."""
    return f"{show_number(number)} {noun}{'' if number == 1 else 's'}"


def show_mode(mode: str) -> str:
    """Return the title of a mode; its name if the mode is unknown, as one from a newer version of the game."""
    return MODES[mode].title if mode in MODES else mode


def heading(title: str, note: str, width: int) -> list[Content]:
    """Return the heading of a section with a note beside it, or below it where there is no room."""
    head, aside = Content.styled(title, "bold $primary"), Content.styled(note, "$quiet")
    if not note:
        return [head]
    if head.cell_length + 2 + aside.cell_length <= width:
        return [Content.assemble(head, "  ", aside)]
    return [head, *aside.wrap(width)]


def flow(parts: Sequence[str], width: int) -> list[str]:
    """Return parts joined by middle dots, in lines that break only between two parts."""
    lines: list[str] = []
    for part in parts:
        if lines and len(lines[-1]) + 3 + len(part) <= width:
            lines[-1] += f" · {part}"
        else:
            lines.append(part)
    return lines


def headline_lines(figures: "Summary", width: int) -> list[Content]:
    """Return the four main figures side by side, a rule, further figures below it, and the rank."""
    large = (
        (show_number(figures.games_played), "game" if figures.games_played == 1 else "games"),
        (show_share(figures.solve_rate), "solved"),
        (show_number(figures.streak.current), "day in a row" if figures.streak.current == 1 else "days in a row"),
        (show_number(figures.best_score), "best score"),
    )
    cell = width // len(large)
    rule = Content.styled("─" * width, "$rule")
    numbers = "".join(number.center(cell) for number, _ in large)
    labels = "".join(label.center(cell) for _, label in large)
    further_figures = (
        f"{count(figures.games_finished, 'game')} to the end",
        f"{show_number(figures.words_solved)} of {count(figures.rounds_played, 'word')} solved",
        f"{count(figures.streak.days, 'day')} played",
        f"{show_number(figures.streak.longest)} in a row at most",
    )
    return [
        Content.styled(numbers, "bold $primary"),
        Content(labels),
        rule,
        *[Content.styled(line, "$quiet") for line in flow(further_figures, width)],
        *rank_lines(figures, width),
    ]


def rank_lines(figures: "Summary", width: int) -> list[Content]:
    """Return the highest rank reached, and a bar of how near that game came to the next rank."""
    rank = figures.rank
    if rank is None:
        return Content.styled("No rank yet: a game that is played to its end gives one.", "$quiet").wrap(width)
    head = Content.assemble(("Highest rank ", "$quiet"), (rank.name, "bold"))
    points = f"with {rank.score} of {rank.most} points"
    if rank.following is None:
        return Content.assemble(head, (f" {points}; there is none above.", "$quiet")).wrap(width)
    missing = rank.following.points
    filled = min(RANK_BAR_WIDTH - 1, int(RANK_BAR_WIDTH * rank.score / (rank.score + missing)))
    rank_bar = Content.assemble(("▰" * filled, "$primary"), ("▱" * (RANK_BAR_WIDTH - filled), "$rule"))
    ahead = f"{count(missing, 'point')} short of {rank.following.name}"
    return [
        *Content.assemble(head, (f" {points}", "$quiet")).wrap(width),
        *_side_by_side(rank_bar, Content.styled(ahead, "$quiet"), width),
    ]


def kind_lines(kinds: Sequence["LevelModeFigures"], width: int) -> list[Content]:
    """Return games played and best score for each mode and level."""
    names = [f"{show_mode(kind.mode)} · {kind.level}" for kind in kinds]
    room = max(map(len, names))
    length = max(1, width - room - 25)
    head = f"{'':<{room}}  {'games':>7}  {'best':>6}  {'of the most':<{length}}"
    lines = [*heading("Best Scores", "by mode and level", width), Content.styled(head, "$quiet")]
    for name, kind in zip(names, kinds, strict=True):
        share = kind.best_share
        lines.append(
            Content.assemble(
                f"{name:<{room}}  {show_number(kind.played):>7}  ",
                (f"{show_number(kind.best_score):>6}", "bold"),
                ("  " + bar(share or 0, length), "$primary"),
                f" {show_share(share):>5}",
            )
        )
    return lines


def stars_lines(figures: Sequence["WordFigures"], width: int) -> list[Content]:
    """Return solve rate and mean time of words by their stars, one to five."""
    return _word_lines("Words by Stars", "stars", [(show_stars(stars.size), stars) for stars in figures], width)


def letters_lines(figures: Sequence["WordFigures"], width: int) -> list[Content]:
    """Return solve rate and mean time of words by their number of letters."""
    return _word_lines("Words by Length", "letters", [(f"{length.size:>7}", length) for length in figures], width)


def _word_lines(title: str, name: str, rows: Sequence[tuple[str, "WordFigures"]], width: int) -> list[Content]:
    """Return a line for each group of words: its solve rate and its mean seconds to solve, each with a bar."""
    room = max(2, width - 32)
    solved_length, seconds_length = room // 2, room - room // 2
    slowest = max((words.mean_seconds or 0 for _, words in rows), default=0) or 1
    head = f"{name:<7} {'words':>7}  {'solved':<{solved_length + 8}}seconds on average"
    lines = [*heading(title, "", width), Content.styled(head, "$quiet")]
    for label, words in rows:
        seconds = words.mean_seconds
        mean = DASH if seconds is None else f"{seconds:.1f}"
        lines.append(
            Content.assemble(
                f"{label:<7} {show_number(words.rounds):>7}  ",
                (bar(words.solve_rate, solved_length), "$primary"),
                f" {show_share(words.solve_rate):>5}  ",
                (bar((seconds or 0) / slowest, seconds_length), "$secondary"),
                f" {mean:>6}",
            )
        )
    return lines


def _side_by_side(left: Content, right: Content, width: int) -> list[Content]:
    """Return two texts in one line where there is room, otherwise one below the other."""
    if left.cell_length + 2 + right.cell_length <= width:
        return [Content.assemble(left, "  ", right)]
    return [left, *right.wrap(width)]
