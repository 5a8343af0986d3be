"""What the game says: how clocks, stars, prices, verdicts and sentences are put."""

from textual.content import Content

from jumble.game import Game, Outcome, Phase, Result, Rung, kept_share
from jumble.words import fold, tokens

FIRST_WORD = "Type the word. The last letter submits it when it is right."
NOT_IT = "Not that word. Backspace takes letters back; a wrong try costs nothing."
UNFINISHED = "There are letters left to lay."


def show_clock(seconds: float) -> str:
    """Return seconds as M:SS, a begun second as a whole one."""
    whole = -int(-seconds // 1)
    return f"{whole // 60}:{whole % 60:02}"


def show_stars(stars: int) -> str:
    """Return one to five stars."""
    return "★" * stars + "☆" * (5 - stars)


def show_hint_price(game: Game) -> str:
    """Return the next hint and what it costs."""
    board = game.board
    now = kept_share(clue=board.clue, letter_hints=board.letter_hints)
    match game.next_hint:
        case Rung.CLUE:
            then = kept_share(clue=True, letter_hints=board.letter_hints)
        case Rung.LETTER:
            then = kept_share(clue=board.clue, letter_hints=board.letter_hints + 1)
        case Rung.ANSWER:
            return "answer, no points"
        case _:
            return "no more hints"
    price = round((now - then) * 100)
    return f"{game.next_hint} −{price} %" if price else f"{game.next_hint}, free"


def show_verdict(game: Game) -> Content:
    """Return how the round ended and what it brought, and the other words that would have done."""
    this, result = game.round, game.results[-1]
    match result.outcome:
        case Outcome.SOLVED:
            said = Content.assemble((f"Solved in {result.seconds_used:.1f} s", "bold"), f"   +{result.points} points")
        case Outcome.TIME_UP:
            said = Content.styled("Time is up", "bold")
        case Outcome.SKIPPED:
            said = Content.styled("Skipped", "bold")
        case Outcome.ANSWER:
            said = Content.styled("The answer", "bold")
    if result.solved and result.given != this.answer:
        said = Content.assemble(said, f"   you found {result.given}, the article has {this.answer}")
    also = [word for word in this.accepted if word not in {this.answer, result.given}]
    if also:
        said = Content.assemble(said, f"   also: {', '.join(also)}")
    return said


def show_sentence(game: Game) -> Content:
    """Return the clue if it was bought; after the round the sentence with its word."""
    if game.phase is Phase.PLAYING:
        return Content(game.round.clue if game.board.clue else "")
    sentence = Content(game.round.sentence)
    for token in tokens(game.round.sentence, game.puzzle.language):
        if fold(token.text, game.puzzle.language) == game.round.answer:
            sentence = sentence.stylize("bold underline", token.start, token.end)
    return sentence


def show_hints(result: Result) -> str:
    """Return the hints that a round took: the clue, and the number of letters."""
    parts = ["clue"] if result.clue else []
    if result.letter_hints:
        parts.append(str(result.letter_hints))
    return " + ".join(parts) or "–"


def show_outcome(result: Result, *, clock: bool) -> str:
    """Return the time that a solved round took, or how else it ended."""
    if result.solved:
        return f"{result.seconds_used:.1f} s"
    if result.outcome is Outcome.TIME_UP and clock:
        return "time up"
    return "skipped" if result.outcome is Outcome.SKIPPED else "answer"
