"""Texts of a round on the screen, with their styles; wording shared with plain mode is in `jumble.desk.wording`."""

from textual.content import Content

from jumble.desk.wording import answer_spans, verdict
from jumble.game import Game, Phase
from jumble.words import capital

LESSONS = (
    "Type the word. The last letter submits it when it is right.",
    "Backspace takes a letter back, space shuffles the rack.",
    "Stuck? Tab takes a hint, at the price on its key.",
)
"""Lessons of a first game: shown at its first word, once a letter is laid, and at the second word."""
WRONG_WORD = "Not that word. Backspace takes letters back; a wrong try costs nothing."
LETTERS_MISSING = "There are letters left to lay."
SLOTS_FULL = "Every slot is taken. Backspace takes a letter back, ctrl+u all of them."


def lesson_text(game: Game, *, letter_laid: bool) -> str:
    """Return the lesson for this moment of a first game; `letter_laid` says whether a letter was laid yet."""
    if game.number == 0:
        return LESSONS[1 if letter_laid else 0]
    return LESSONS[2] if game.number == 1 and not game.board.hinted else ""


def rejected_letter_text(game: Game, letter: str) -> str:
    """Return why a typed letter was not laid: every slot is taken, or the letter is not on the rack."""
    if len(game.board.slots) == len(game.tiles):
        return SLOTS_FULL
    return f"There is no {capital(letter, game.puzzle.language)} left on the rack."


def verdict_text(game: Game) -> Content:
    """Return how the round ended, its points, and the other words that would have been accepted."""
    outcome, *details = verdict(game)
    return Content("   ").join([Content.styled(outcome, "bold"), *map(Content, details)])


def sentence_text(game: Game) -> Content:
    """Return the clue during a round, empty if it was not taken; after the round the sentence with its word marked."""
    if game.phase is Phase.PLAYING:
        return Content(game.shown_clue)
    sentence = Content(game.round.sentence)
    for start, end in answer_spans(game):
        sentence = sentence.stylize("bold underline", start, end)
    return sentence
