"""Makes a puzzle of an article's words: chooses, scrambles, writes the clues, and puts the easy ones first."""

from collections.abc import Iterator
from dataclasses import replace

from jumble.article import Article, without_notes
from jumble.puzzle.clues import make_clue
from jumble.puzzle.draws import Draws
from jumble.puzzle.puzzle import Puzzle, PuzzleError, Round
from jumble.puzzle.scramble import make_scramble
from jumble.puzzle.word_order import draw_order
from jumble.startup.early_names import DEFAULT_LEVEL, DEFAULT_ROUNDS, MAX_ROUNDS
from jumble.words import (
    CLOCK_LETTERS,
    LEVELS,
    Candidate,
    Candidates,
    Level,
    Lexicon,
    difficulty_in,
    find_candidates,
    letters,
    open_lexicon,
)

MAX_CHOICE = 300
"""Words the draw is made from; a book offers thousands, and the first hundreds are the most characteristic."""


def make_puzzle(
    article: Article,
    *,
    level: str = DEFAULT_LEVEL,
    rounds: int = DEFAULT_ROUNDS,
    seed: int = 0,
    lexicon: Lexicon | None = None,
) -> Puzzle:
    """Make the puzzle that a text, its settings and a seed determine, the same everywhere.

    `level` is easy, medium or hard; `rounds` at most that many, fewer when the article offers fewer words; `lexicon` is
    the one of the article's language unless given. Raises PuzzleError when the article has no usable word, ValueError
    for an unknown level or a number of rounds outside 1 to MAX_ROUNDS, LexiconError for a language without lexicon.
    """
    if level not in LEVELS:
        raise ValueError(f"no level {level!r}; levels are {', '.join(LEVELS)}")
    if not 1 <= rounds <= MAX_ROUNDS:
        raise ValueError(f"a game has 1 to {MAX_ROUNDS} rounds, not {rounds}")
    lexicon = lexicon or open_lexicon(article.language)
    candidates = find_candidates(article, lexicon, LEVELS[level])
    return puzzle_from(article, candidates, lexicon, rounds=rounds, seed=seed)


def puzzle_from(article: Article, candidates: Candidates, lexicon: Lexicon, *, rounds: int, seed: int) -> Puzzle:
    """Make a puzzle of candidates at hand; see `make_puzzle`."""
    level = LEVELS[candidates.level]
    article = replace(article, paragraphs=without_notes(article.paragraphs))  # for the clues
    choice = Candidates(
        candidates.language, candidates.level, candidates.picked[:MAX_CHOICE], candidates.reserve[:MAX_CHOICE], ()
    )
    made: list[Round] = []
    for each in _rounds(article, choice, lexicon, level, seed):
        made.append(each)
        if len(made) == rounds:
            break
    if not made:
        raise PuzzleError("no word in it is fit to play; try another text, or an easier or harder level")
    made.sort(key=lambda each: (each.difficulty, each.answer))
    return Puzzle(seed, level.name, candidates.language, tuple(made))


def _rounds(article: Article, candidates: Candidates, lexicon: Lexicon, level: Level, seed: int) -> Iterator[Round]:
    """Yield rounds as long as the article has words, no two of one family."""
    families: set[str] = set()
    for candidate in draw_order(candidates, Draws(seed, "words")):
        if candidate.family in families:
            continue
        each = _make_round(article, candidate, lexicon, level, seed)
        if each is not None:
            families.add(candidate.family)
            yield each


def _make_round(article: Article, candidate: Candidate, lexicon: Lexicon, level: Level, seed: int) -> Round | None:
    """Make the round of one word, None if its letters allow no scramble."""
    word = candidate.word
    scramble = make_scramble(word, lexicon, level, Draws(seed, f"scramble {word}"))
    if scramble is None:
        return None
    count = len(letters(word))
    clue, sentence = make_clue(article, candidate, lexicon)
    return Round(
        scramble=scramble,
        answer=word,
        accepted=(word, *candidate.alternatives),
        clue=clue,
        sentence=sentence,
        difficulty=difficulty_in(lexicon, word, scramble),
        stars=candidate.stars,
        seconds=round(level.seconds * count / CLOCK_LETTERS),
        value=10 * count * (1 + (candidate.stars - 1) / 4),
    )
