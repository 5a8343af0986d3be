"""What the screens say in a style of its own; the words themselves are those of `jumble.desk.wording`."""

from textual.content import Content

from jumble.desk.wording import answer_spans, verdict
from jumble.game import Game, Phase
from jumble.words import capital

LESSONS = (
    "Type the word. The last letter submits it when it is right.",
    "Backspace takes a letter back, space shuffles the rack.",
    "Stuck? Tab takes a hint, at the price on its key.",
)
"""What a first game teaches: at its first word, at the first letter laid, at the second word."""
NOT_IT = "Not that word. Backspace takes letters back; a wrong try costs nothing."
UNFINISHED = "There are letters left to lay."
NO_ROOM = "Every slot is taken. Backspace takes a letter back, ctrl+u all of them."


def show_missing(letter: str, language: str) -> str:
    """Say that a letter that was typed is not on the rack."""
    return f"There is no {capital(letter, language)} left on the rack."


def show_verdict(game: Game) -> Content:
    """Return how the round ended and what it brought, and the other words that would have done."""
    ended, *more = verdict(game)
    return Content("   ").join([Content.styled(ended, "bold"), *map(Content, more)])


def show_sentence(game: Game) -> Content:
    """Return the clue if it was bought; after the round the sentence with its word."""
    if game.phase is Phase.PLAYING:
        return Content(game.shown_clue)
    sentence = Content(game.round.sentence)
    for start, end in answer_spans(game):
        sentence = sentence.stylize("bold underline", start, end)
    return sentence
