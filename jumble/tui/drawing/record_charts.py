"""The record in pictures: scores over time, how long words took, and difficulty as predicted against what happened."""

from collections.abc import Sequence
from math import isinf
from typing import TYPE_CHECKING

from textual.content import Content

from jumble.desk.blocks import MARK, bar, columns
from jumble.tui.drawing.record_figures import count, heading, show_number, show_share
from jumble.tui.widgets.masthead import show_date

if TYPE_CHECKING:
    from jumble.figures import ScorePoint, TimeBin
    from jumble.figures.difficulty_check import DifficultyBin, DifficultyCheck

PLOT_ROWS = 6
WIDEST_PITCH = 4
"""Cells that a column of the plot of scores takes at most."""


def score_lines(points: Sequence["ScorePoint"], width: int) -> list[Content]:
    """Return scores as shares of the most that was possible, a column a game: the last ones that there is room for."""
    title = "Score over Time"
    if not points:
        return [*heading(title, "", width), Content.styled("No game was played to its end yet.", "$quiet")]
    side = "100 % "
    room = width - len(side) - 1
    shown = points[-room:]
    pitch = max(1, min(WIDEST_PITCH, room // len(shown)))
    labels = {0: "100 %", PLOT_ROWS // 2: " 50 %"}
    drawn = columns([point.share for point in shown], PLOT_ROWS, pitch)
    return [
        *heading(title, "share of the possible points", width),
        *_plot(drawn, labels, len(side), room),
        Content.styled(" " * (len(side) + 1) + _span(points, shown, len(shown) * pitch), "$quiet"),
    ]


def _span(points: Sequence["ScorePoint"], shown: Sequence["ScorePoint"], reach: int) -> str:
    """Return how many games are shown, and their first and last day below their columns where these reach far."""
    days = [show_date(point.day, short=True) for point in (shown[0], shown[-1]) if point.day]
    games = count(len(points), "game")
    told = f"{show_number(len(shown))} of {games}" if len(shown) < len(points) else games
    if len(set(days)) < 2:
        return ", ".join([*days[:1], told])
    first, last = days
    between = reach - len(first) - len(last)
    if between < len(told) + 4:
        return f"{first} – {last}, {told}"
    return first + told.center(between) + last


def time_lines(times: Sequence["TimeBin"], width: int) -> list[Content]:
    """Return how many words were solved within how many seconds, a column a bin."""
    most, total = max((each.count for each in times), default=0), sum(each.count for each in times)
    if not most:
        return [*heading("Seconds to Solve", "", width), Content.styled("No word was solved yet.", "$quiet")]
    side = len(show_number(most)) + 1
    room = width - side - 1
    pitch = max(2, min(WIDEST_PITCH, room // len(times)))
    half = _half_within(times, total)
    told = count(total, "word") + (f", half of them within {half:.0f} seconds" if half else "")
    drawn = columns([each.count / most for each in times], PLOT_ROWS - 1, pitch)
    return [
        *heading("Seconds to Solve", told, width),
        *_plot(drawn, {0: show_number(most)}, side, room),
        Content.styled(" " * (side + 1) + _edges(times, pitch), "$quiet"),
    ]


def _half_within(times: Sequence["TimeBin"], total: int) -> float | None:
    """Return the seconds at which a bin ends within which half of the words had been solved; None in the last one."""
    reached = 0
    for each in times:
        reached += each.count
        if 2 * reached >= total:
            return None if isinf(each.end) else each.end
    return None


def _edges(times: Sequence["TimeBin"], pitch: int) -> str:
    """Return where bins begin: every ten seconds, then every whole minute that there is a bin for."""
    line = ""
    for place, each in enumerate(times):
        line = line.ljust(place * pitch) + _edge(each.start) if _edge(each.start) else line
    return line


def _edge(start: float) -> str:
    """Return what stands below the bin that begins there; nothing where it would be too much."""
    if start and start % 60 == 0:
        return f"{start / 60:.0f}m"
    return f"{start:.0f}" if start < 60 and start % 10 == 0 else ""


def _plot(drawn: Sequence[str], labels: dict[int, str], side: int, room: int) -> list[Content]:
    """Return rows of columns behind an axis; `labels` name the upper edges of rows."""
    rows = [
        Content.assemble(
            (f"{labels.get(number, ''):>{side - 1}} ", "$quiet"), ("┤" if number in labels else "│", "$rule"),
            (row, "$primary"),
        )
        for number, row in enumerate(drawn)
    ]  # fmt: skip
    return [*rows, Content.assemble((f"{'0':>{side - 1}} ", "$quiet"), ("└" + "─" * room, "$rule"))]


def difficulty_lines(check: "DifficultyCheck", width: int) -> list[Content]:
    """Return for words of each difficulty how many were solved, and how many should have been."""
    title = "Difficulty against Life"
    if not check.bins:
        return [*heading(title, "", width), Content.styled("No word was played yet.", "$quiet")]
    length = max(1, width - 37)
    head = f"{'difficulty':<10} {'words':>7}  {'solved':<{length}} {'':>5}  {'predicted':>9}"
    rows = [
        Content.assemble(
            f"{_range(each):<10} {show_number(each.rounds):>7}  ",
            (bar(each.solve_rate, length, each.predicted_rate), "$primary"),
            f" {show_share(each.solve_rate):>5}  {show_share(each.predicted_rate):>9}",
        )
        for each in check.bins
    ]
    lines = [*heading(title, f"{MARK} as predicted", width), Content.styled(head, "$quiet"), *rows]
    if check.half_solved is not None:
        half = _minus(f"{check.half_solved:.1f}")
        told = f"By your last {count(check.rounds, 'word')}, you solve half of those of difficulty {half}."
        lines += Content.styled(told, "$quiet").wrap(width)
    return lines


def _range(each: "DifficultyBin") -> str:
    """Return from where to where a bin goes."""
    return _minus(f"{each.start:.0f} to {each.end:.0f}")


def _minus(text: str) -> str:
    """Return numbers with the sign that print has."""
    return text.replace("-", "−")
