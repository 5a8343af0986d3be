"""How a game of the record is told: in a list, and word by word.

What is written down may have come from another machine: every text of it is cleaned again before it is shown.
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
"""Columns from which all that a list tells of a game has room in one line."""
_KIND, _RANK = 18, 15
_INDENT = 5


def game_lines(game: "ListedGame", width: int, quiet: str = "$quiet") -> list[Content]:
    """Return date, title, mode and level, score and rank: in a line where there is room, else in two.

    `quiet` is the style of all but title and score; a list that lays a colour behind its lines does without.
    """
    row = game.row
    title, score = Content(clean_line(game.title)), f"{row.score:>6}"
    about = (_day(row), _kind(row), _rank(row))
    if width < WIDE:
        title = title.truncate(width - len(score), ellipsis=True)
        space = " " * (width - len(score) - title.cell_length)
        return [Content.assemble(title, space, score), Content.styled("  " + " · ".join(about), quiet)]
    day, kind, reached = about
    room = width - 13 - _KIND - len(score) - 2 - _RANK - 1
    title = title.truncate(room, ellipsis=True)
    space = " " * (room - title.cell_length + 1)
    return [
        Content.assemble((f"{day:>11}  ", quiet), title, space, (f"{kind:<{_KIND}}", quiet), score, "  ",
                         (f"{reached:<{_RANK}}", quiet))
    ]  # fmt: skip


def last_lines(games: Sequence["ListedGame"], width: int) -> list[Content]:
    """Return the last games with their words."""
    lines = heading("Last Games", "words that were not solved in brackets", width)
    for game in games:
        indent = " " * (2 if width < WIDE else 13)
        words = Content(" ".join(_word(each) for each in game.rounds)).truncate(width - len(indent), ellipsis=True)
        lines += game_lines(game, width)
        lines.append(Content.assemble(indent, words.stylize("$quiet")))
    return lines


def result_text(game: "ListedGame") -> Content:
    """Return what a game came to, when it was, and how to play it again."""
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
    """Return two lines for each word: the first as on the results screen, the second what the player did."""
    mode = MODES.get(game.row.mode)
    clock = mode is None or mode.timed
    room = max(4, *(cell_len(clean_line(each.answer)) for each in game.rounds))
    lines = [Content.styled(f"     {'word':<{room}}  {'stars':<5}  {'time':>8}  {'hints':<8}  points", "$quiet")]
    for each in game.rounds:
        word = clean_line(each.answer)
        outcome = show_outcome(each, clock=clock)
        rest = f"  {show_stars(each.stars)}  {outcome:>8}  {show_hints(each):<8}  {each.points:>6}"
        lines.append(
            Content.assemble(
                (f"{each.round:>2}", "$quiet"), " ✓ " if each.solved else " – ",
                (word + " " * (room - cell_len(word)), "bold" if each.solved else ""), rest,
            )
        )  # fmt: skip
        told = Content.styled(_told(each), "$quiet").wrap(max(10, width - _INDENT))
        lines += [Content.assemble(" " * _INDENT, line) for line in told]
    return lines


def _told(row: "RoundRow") -> str:
    """Return what the player saw and did."""
    parts = [f"from {clean_line(row.scramble)}"]
    if row.solved and row.given != row.answer:
        parts.append(f"you found {clean_line(row.given)}")
    if not row.solved:
        parts.append(f"after {row.seconds_used:.1f} s")
    if row.wrong_tries:
        parts.append("1 wrong try" if row.wrong_tries == 1 else f"{row.wrong_tries} wrong tries")
    return " · ".join(parts)


def _word(row: "RoundRow") -> str:
    """Return a word, in brackets when it was not solved."""
    word = clean_line(row.answer)
    return word if row.solved else f"({word})"


def _day(row: "GameRow") -> str:
    """Return the day of a game."""
    return show_date(row.day, short=True) if row.day else "no date"


def _kind(row: "GameRow") -> str:
    """Return mode and level."""
    return f"{show_mode(row.mode)} · {row.level}"


def _rank(row: "GameRow") -> str:
    """Return the rank that a game reached; none if it was left before its end."""
    return rank(row.score, row.most) if row.finished else "left early"
