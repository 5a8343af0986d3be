"""Lines about a game in the record: in a list of games, and word by word.

The record may have been imported from another machine: every text from it is cleaned before it is drawn.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from jumble.article import clean_line
from jumble.desk.wording import show_hints, show_outcome, show_stars
from jumble.game import MODES, rank
from jumble.tui.drawing.record_figures import count, heading, show_mode, show_share
from jumble.tui.widgets.masthead import show_date

if TYPE_CHECKING:
    from jumble.figures import GameRow, ListedGame, RoundRow

WIDE = 92
"""Columns from which an entry of the list of games fits into one line."""
_KIND, _RANK = 18, 15
_INDENT = 5


def game_lines(game: "ListedGame", width: int, quiet: str = "$quiet") -> list[Content]:
    """Return date, title, mode and level, score and rank of a game: in one line where there is room, else in two.

    `quiet` is the style of all but title and score; a list that highlights lines passes an empty one.
    """
    row = game.row
    title, score = Content(clean_line(game.title)), f"{row.score:>6}"
    day, kind, reached = _day(row), _kind(row), _rank(row)
    if width < WIDE:
        title = title.truncate(width - len(score), ellipsis=True)
        space = " " * (width - len(score) - title.cell_length)
        return [Content.assemble(title, space, score), Content.styled(f"  {day} · {kind} · {reached}", quiet)]
    room = width - 13 - _KIND - len(score) - 2 - _RANK - 1
    title = title.truncate(room, ellipsis=True)
    space = " " * (room - title.cell_length + 1)
    return [
        Content.assemble((f"{day:>11}  ", quiet), title, space, (f"{kind:<{_KIND}}", quiet), score, "  ",
                         (f"{reached:<{_RANK}}", quiet))
    ]  # fmt: skip


def last_lines(games: Sequence["ListedGame"], width: int) -> list[Content]:
    """Return the latest games, each with its words below it."""
    lines = heading("Last Games", "words that were not solved in brackets", width)
    for game in games:
        indent = " " * (2 if width < WIDE else 13)
        words = Content(" ".join(_word(played_round) for played_round in game.rounds)).truncate(
            width - len(indent), ellipsis=True
        )
        lines += game_lines(game, width)
        lines.append(Content.assemble(indent, words.stylize("$quiet")))
    return lines


def result_text(game: "ListedGame") -> Content:
    """Return score, rank, words solved, date, mode and level of a game, and the seed to play it again."""
    row = game.row
    share = show_share(row.score / row.most) if row.most else "0 %"
    return Content.assemble(
        (f"Final score {row.score}" if row.finished else f"Score {row.score}", "bold $primary"),
        "   ",
        (_rank(row), "bold"),
        (f"\n{row.solved} of {count(row.rounds, 'word')} · {share} of {row.most} possible points", "$quiet"),
        (f"\n{_day(row)} · {_kind(row)} · seed {game.seed}", "$quiet"),
    )


def word_lines(game: "ListedGame", width: int) -> list[Content]:
    """Return for each word a line as on the results screen, and below it the scramble and what the player did."""
    mode = MODES.get(game.row.mode)
    clock = mode is None or mode.timed
    room = max(4, *(cell_len(clean_line(row.answer)) for row in game.rounds))
    lines = [Content.styled(f"     {'word':<{room}}  {'stars':<5}  {'time':>8}  {'hints':<8}  points", "$quiet")]
    for row in game.rounds:
        word = clean_line(row.answer)
        outcome = show_outcome(row, clock=clock)
        columns = f"  {show_stars(row.stars)}  {outcome:>8}  {show_hints(row):<8}  {row.points:>6}"
        lines.append(
            Content.assemble(
                (f"{row.round:>2}", "$quiet"), " ✓ " if row.solved else " – ",
                (word + " " * (room - cell_len(word)), "bold" if row.solved else ""), columns,
            )
        )  # fmt: skip
        details = Content.styled(_round_details(row), "$quiet").wrap(max(10, width - _INDENT))
        lines += [Content.assemble(" " * _INDENT, line) for line in details]
    return lines


def _round_details(row: "RoundRow") -> str:
    """Return the scramble, another word that was accepted, the seconds of a word not solved, and wrong tries."""
    parts = [f"from {clean_line(row.scramble)}"]
    if row.solved and row.given != row.answer:
        parts.append(f"you found {clean_line(row.given)}")
    if not row.solved:
        parts.append(f"after {row.seconds_used:.1f} s")
    if row.wrong_tries:
        parts.append("1 wrong try" if row.wrong_tries == 1 else f"{row.wrong_tries} wrong tries")
    return " · ".join(parts)


def _word(row: "RoundRow") -> str:
    """Return the answer of a round, in brackets if it was not solved."""
    word = clean_line(row.answer)
    return word if row.solved else f"({word})"


def _day(row: "GameRow") -> str:
    """Return the day of a game as printed; `no date` where the record has none."""
    return show_date(row.day, short=True) if row.day else "no date"


def _kind(row: "GameRow") -> str:
    """Return mode and level of a game."""
    return f"{show_mode(row.mode)} · {row.level}"


def _rank(row: "GameRow") -> str:
    """Return the rank that a game reached, or that it was left before its end."""
    return rank(row.score, row.most) if row.finished else "left early"
