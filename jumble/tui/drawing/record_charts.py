"""Charts of the record: scores over time, seconds to solve, and solve rates as predicted and as they were."""

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
"""Most cells that a column of a plot takes."""


def score_lines(points: Sequence["ScorePoint"], width: int) -> list[Content]:
    """Return the plot of scores as shares of the possible points: a column for each of the latest games that fit."""
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
    """Return the line below the plot: the first and last day shown, and the number of games between them.

    `reach` is the width of the columns in cells; the days stand at its two ends where it is wide enough.
    """
    days = [show_date(point.day, short=True) for point in (shown[0], shown[-1]) if point.day]
    games = count(len(points), "game")
    games_shown = f"{show_number(len(shown))} of {games}" if len(shown) < len(points) else games
    if len(set(days)) < 2:
        return ", ".join([*days[:1], games_shown])
    first, last = days
    between = reach - len(first) - len(last)
    if between < len(games_shown) + 4:
        return f"{first} – {last}, {games_shown}"
    return first + games_shown.center(between) + last


def time_lines(times: Sequence["TimeBin"], width: int) -> list[Content]:
    """Return the histogram of the seconds in which words were solved, a column for each bin."""
    most, total = max((time_bin.count for time_bin in times), default=0), sum(time_bin.count for time_bin in times)
    if not most:
        return [*heading("Seconds to Solve", "", width), Content.styled("No word was solved yet.", "$quiet")]
    side = len(show_number(most)) + 1
    room = width - side - 1
    pitch = max(2, min(WIDEST_PITCH, room // len(times)))
    half = _half_within(times, total)
    note = count(total, "word") + (f", half of them within {half:.0f} seconds" if half else "")
    drawn = columns([time_bin.count / most for time_bin in times], PLOT_ROWS - 1, pitch)
    return [
        *heading("Seconds to Solve", note, width),
        *_plot(drawn, {0: show_number(most)}, side, room),
        Content.styled(" " * (side + 1) + _edges(times, pitch), "$quiet"),
    ]


def _half_within(times: Sequence["TimeBin"], total: int) -> float | None:
    """Return the end, in seconds, of the bin in which half of the words are reached; None for the open last bin."""
    reached = 0
    for time_bin in times:
        reached += time_bin.count
        if 2 * reached >= total:
            return None if isinf(time_bin.end) else time_bin.end
    return None


def _edges(times: Sequence["TimeBin"], pitch: int) -> str:
    """Return the axis below the bins, labelled where they begin: every ten seconds, then at whole minutes."""
    line = ""
    for column, time_bin in enumerate(times):
        label = _edge(time_bin.start)
        line = line.ljust(column * pitch) + label if label else line
    return line


def _edge(start: float) -> str:
    """Return the label of the bin that begins at `start` seconds; empty for bins that have none."""
    if start and start % 60 == 0:
        return f"{start / 60:.0f}m"
    return f"{start:.0f}" if start < 60 and start % 10 == 0 else ""


def _plot(drawn: Sequence[str], labels: dict[int, str], side: int, room: int) -> list[Content]:
    """Return the rows of a plot with its axes; `labels` are written beside the rows of their numbers."""
    rows = [
        Content.assemble(
            (f"{labels.get(number, ''):>{side - 1}} ", "$quiet"), ("┤" if number in labels else "│", "$rule"),
            (row, "$primary"),
        )
        for number, row in enumerate(drawn)
    ]  # fmt: skip
    return [*rows, Content.assemble((f"{'0':>{side - 1}} ", "$quiet"), ("└" + "─" * room, "$rule"))]


def difficulty_lines(check: "DifficultyCheck", width: int) -> list[Content]:
    """Return for each bin of difficulty the share of words solved, and the share that the model predicted."""
    title = "Difficulty against Life"
    if not check.bins:
        return [*heading(title, "", width), Content.styled("No word was played yet.", "$quiet")]
    length = max(1, width - 37)
    head = f"{'difficulty':<10} {'words':>7}  {'solved':<{length}} {'':>5}  {'predicted':>9}"
    rows = [
        Content.assemble(
            f"{_range(bin_):<10} {show_number(bin_.rounds):>7}  ",
            (bar(bin_.solve_rate, length, bin_.predicted_rate), "$primary"),
            f" {show_share(bin_.solve_rate):>5}  {show_share(bin_.predicted_rate):>9}",
        )
        for bin_ in check.bins
    ]
    lines = [*heading(title, f"{MARK} as predicted", width), Content.styled(head, "$quiet"), *rows]
    if check.half_solved is not None:
        half = _minus(f"{check.half_solved:.1f}")
        note = f"By your last {count(check.rounds, 'word')}, you solve half of those of difficulty {half}."
        lines += Content.styled(note, "$quiet").wrap(width)
    return lines


def _range(difficulty_bin: "DifficultyBin") -> str:
    """Return the bounds of a bin of difficulty."""
    return _minus(f"{difficulty_bin.start:.0f} to {difficulty_bin.end:.0f}")


def _minus(text: str) -> str:
    """Return a text with each hyphen turned into a minus sign."""
    return text.replace("-", "−")
