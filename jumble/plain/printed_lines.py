"""What plain mode prints: round, answer, results and help, each as lines of plain text.

No meaning is carried by position or by a sign alone, so that a screen reader can read everything.
"""

from textwrap import wrap

from jumble.article import Article
from jumble.desk.commands import HELP, Command
from jumble.desk.rules_in_prose import RANKING, SCORING
from jumble.desk.wording import (
    percent,
    show_clock,
    show_hint_price,
    show_hints,
    show_outcome,
    show_stars,
    verdict,
)
from jumble.game import Game, share_text
from jumble.plain.line_commands import COMMAND_MARK, NAMES, PAUSE, short_form
from jumble.puzzle import BLANK
from jumble.words import capitals

WIDTH = 72
"""Characters to which prose is wrapped, between words only."""

_TYPING = (
    f"A command may be cut short as far as its short form, and begin with {COMMAND_MARK}. Every other line is a word "
    "that is tried; one of fewer letters is laid as a beginning. A word of exactly the letters shown is a try even if "
    "it is a command's name. An empty line shows the round again, and after a round goes on to the next."
)
_ROUNDS = (
    "Each round gives the letters of a word that stands in the article. Any known word with exactly these letters "
    "counts, and a wrong try costs nothing. The clock stands while the game is paused and after help."
)
_HELP_HERE = {PAUSE: "Pause: the clock stands", HELP: "Commands and rules"}
"""Help lines of commands whose line in the registry speaks of what only a screen has."""


def opening_lines(article: Article, game: Game) -> list[str]:
    """Return the headline of a game."""
    return [article.title, f"{settings(game)}. Type help for the commands."]


def settings(game: Game) -> str:
    """Return mode, level and seed."""
    return f"{game.mode.title}, {game.puzzle.level}, seed {game.puzzle.seed}"


def round_lines(game: Game, at: float) -> list[str]:
    """Return the round in play at `at` seconds of play."""
    return [
        f"{round_number(game)}, {_stars(game.round.stars)} stars, worth {game.worth(at)} points",
        letters_line(game),
        *([laid_line(game)] if game.board.slots else []),
        *clue_lines(game),
        status_line(game, at),
    ]


def round_number(game: Game) -> str:
    """Return which round it is."""
    return f"Round {game.number + 1} of {len(game.rounds)}"


def letters_line(game: Game) -> str:
    """Return all letters of the round, as the rack has them."""
    shown = capitals(game.tiles, game.puzzle.language)
    return f"Letters: {' '.join(shown[tile] for tile in game.board.rack)}"


def laid_line(game: Game) -> str:
    """Return the letters that are laid, and blanks for those that are not."""
    shown = capitals(game.tiles, game.puzzle.language)
    laid = [shown[tile] for tile in game.board.slots]
    return f"Laid: {' '.join(laid + [BLANK] * (len(shown) - len(laid)))}"


def clue_lines(game: Game) -> list[str]:
    """Return the clue, if it was bought."""
    return wrapped(f"Clue: {game.shown_clue}") if game.shown_clue else []


def status_line(game: Game, at: float) -> str:
    """Return clock, next hint, score and streak."""
    left = game.seconds_left(at)
    clock = "No clock" if left is None else f"{show_clock(left)} on the clock"
    return f"{clock}. Next hint: {show_hint_price(game)}. {_score(game)}."


def answer_lines(game: Game) -> list[str]:
    """Return how the round ended, its word and the sentence in which that stands."""
    return [
        f"{'; '.join(verdict(game))}.",
        f"The word: {game.round.answer}",
        *wrapped(game.round.sentence),
        f"{_score(game)}.",
    ]


def result_lines(article: Article, game: Game) -> list[str]:
    """Return the results, and the text to share."""
    return [
        f"Final score {game.score}, {game.rank}",
        f"{game.words_solved} of {len(game.results)} words, {percent(game)} % of {game.most} possible points",
        settings(game),
        "",
        *_scoreboard(game),
        "",
        "To share:",
        *share_text(article, game).split("\n"),
    ]


def help_lines() -> list[str]:
    """Return the commands, from the registry, and the rules."""
    rows = [(f"{name}, {short_form(name)}", _help_text(command)) for name, command in NAMES.items()]
    width = max(len(typed) for typed, _ in rows) + 2
    commands = [line for typed, does in rows for line in wrapped(f"{typed:<{width}}{does}", indent=" " * width)]
    rules = [line for paragraph in (_TYPING, _ROUNDS, SCORING, RANKING) for line in ("", *wrapped(paragraph))]
    return ["Commands, with their short forms:", *commands, *rules]


def wrapped(prose: str, indent: str = "") -> list[str]:
    """Return prose in lines of WIDTH, later ones indented; a word that is longer stays whole."""
    return wrap(prose, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _scoreboard(game: Game) -> list[str]:
    """Return a line for each word: its stars, time, hints and points."""
    lengths = [len(game.puzzle.letters_of(puzzle_round.answer)) for puzzle_round, _ in game.played_rounds]
    width = max(lengths)
    lines = [f"    {'word':<{width}}  {'stars':<12}  {'time':>8}  {'hints':<8}  points"]
    for number, ((puzzle_round, result), length) in enumerate(zip(game.played_rounds, lengths, strict=True), 1):
        word = puzzle_round.answer + " " * (width - length)
        outcome = show_outcome(result, clock=game.mode.timed)
        hints = show_hints(result)
        lines.append(f"{number:>2}  {word}  {_stars(puzzle_round.stars)}  {outcome:>8}  {hints:<8}  {result.points:>6}")
    return lines


def _score(game: Game) -> str:
    """Return score and streak."""
    return f"Score {game.score}, Streak {game.streak}"


def _stars(stars: int) -> str:
    """Return stars as signs and in words."""
    return f"{show_stars(stars)} {stars} of 5"


def _help_text(command: Command) -> str:
    """Return what a command does."""
    return _HELP_HERE.get(command.id, command.help)
