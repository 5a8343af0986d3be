"""The record in figures, drawn to the width there is: the headline numbers, bests, and words by stars and by length."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from jumble.desk.blocks import bar
from jumble.desk.wording import show_stars
from jumble.game import MODES

if TYPE_CHECKING:
    from jumble.figures import LevelModeFigures, Summary, WordFigures

DASH = "–"
WAY = 20
"""Cells of the way to the next rank."""


def show_number(number: float | None) -> str:
    """Return a whole number, in groups of three from five digits on; a dash for none."""
    if number is None:
        return DASH
    whole = round(number)
    return f"{whole:,}" if whole >= 10_000 else str(whole)


def show_share(share: float | None) -> str:
    """Return a share in per cent; a dash for none."""
    return DASH if share is None else f"{share * 100:.0f} %"


def count(number: int, thing: str) -> str:
    """Return a number of things: 1 game, 2 games."""
    return f"{show_number(number)} {thing}{'' if number == 1 else 's'}"


def show_mode(mode: str) -> str:
    """Return a mode's title; its name where a newer version of the game knows it."""
    return MODES[mode].title if mode in MODES else mode


def heading(title: str, told: str, width: int) -> list[Content]:
    """Return the heading of a part, and what is told of it beside it, or below where there is no room."""
    head, aside = Content.styled(title, "bold $primary"), Content.styled(told, "$quiet")
    if not told:
        return [head]
    if head.cell_length + 2 + aside.cell_length <= width:
        return [Content.assemble(head, "  ", aside)]
    return [head, *aside.wrap(width)]


def flow(parts: Sequence[str], width: int) -> list[str]:
    """Return parts with points between them, in lines that break only between two parts."""
    lines: list[str] = []
    for part in parts:
        if lines and len(lines[-1]) + 3 + len(part) <= width:
            lines[-1] += f" · {part}"
        else:
            lines.append(part)
    return lines


def headline_lines(figures: "Summary", width: int) -> list[Content]:
    """Return four large figures side by side, between rules, and what there is to say about them."""
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
    more = (
        f"{count(figures.games_finished, 'game')} to the end",
        f"{show_number(figures.words_solved)} of {count(figures.rounds_played, 'word')} solved",
        f"{count(figures.streak.days, 'day')} played",
        f"{show_number(figures.streak.longest)} in a row at most",
    )
    return [
        Content.styled(numbers, "bold $primary"),
        Content(labels),
        rule,
        *[Content.styled(line, "$quiet") for line in flow(more, width)],
        *rank_lines(figures, width),
    ]


def rank_lines(figures: "Summary", width: int) -> list[Content]:
    """Return the highest rank, and the way from the points of that game to the next one."""
    rank = figures.rank
    if rank is None:
        return Content.styled("No rank yet: a game that is played to its end gives one.", "$quiet").wrap(width)
    head = Content.assemble(("Highest rank ", "$quiet"), (rank.name, "bold"))
    points = f"with {rank.score} of {rank.most} points"
    if rank.following is None:
        return Content.assemble(head, (f" {points}; there is none above.", "$quiet")).wrap(width)
    missing = rank.following.points
    done = min(WAY - 1, int(WAY * rank.score / (rank.score + missing)))
    way = Content.assemble(("▰" * done, "$primary"), ("▱" * (WAY - done), "$rule"))
    ahead = f"{count(missing, 'point')} short of {rank.following.name}"
    return [
        *Content.assemble(head, (f" {points}", "$quiet")).wrap(width),
        *_side_by_side(way, Content.styled(ahead, "$quiet"), width),
    ]


def kind_lines(kinds: Sequence["LevelModeFigures"], width: int) -> list[Content]:
    """Return the best game of each level and mode."""
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
    """Return how words of one star up to five fared."""
    return _word_lines("Words by Stars", "stars", [(show_stars(each.size), each) for each in figures], width)


def letters_lines(figures: Sequence["WordFigures"], width: int) -> list[Content]:
    """Return how words of each length fared."""
    return _word_lines("Words by Length", "letters", [(f"{each.size:>7}", each) for each in figures], width)


def _word_lines(title: str, name: str, rows: Sequence[tuple[str, "WordFigures"]], width: int) -> list[Content]:
    """Return how many words were solved, and in how many seconds on average, with a bar for each."""
    room = max(2, width - 32)
    length, rest = room // 2, room - room // 2
    slowest = max((each.mean_seconds or 0 for _, each in rows), default=0) or 1
    head = f"{name:<7} {'words':>7}  {'solved':<{length + 8}}seconds on average"
    lines = [*heading(title, "", width), Content.styled(head, "$quiet")]
    for label, each in rows:
        seconds = each.mean_seconds
        told = DASH if seconds is None else f"{seconds:.1f}"
        lines.append(
            Content.assemble(
                f"{label:<7} {show_number(each.rounds):>7}  ",
                (bar(each.solve_rate, length), "$primary"),
                f" {show_share(each.solve_rate):>5}  ",
                (bar((seconds or 0) / slowest, rest), "$secondary"),
                f" {told:>6}",
            )
        )
    return lines


def _side_by_side(left: Content, right: Content, width: int) -> list[Content]:
    """Return two texts in a line where there is room, otherwise one below the other."""
    if left.cell_length + 2 + right.cell_length <= width:
        return [Content.assemble(left, "  ", right)]
    return [left, *right.wrap(width)]
