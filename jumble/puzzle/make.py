"""Makes the puzzle of an article: selects words, scrambles them, adds clues, and sorts the rounds, easiest first."""

from collections.abc import Iterator
from dataclasses import replace

from jumble.article import Article, without_notes
from jumble.puzzle.clues import make_clue
from jumble.puzzle.draws import Draws
from jumble.puzzle.puzzle import Puzzle, PuzzleError, Round, word_value
from jumble.puzzle.scramble import make_scramble
from jumble.puzzle.word_selection import select_words
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
"""Candidates that words are selected from; a book has thousands, of which the first are the most characteristic."""


def make_puzzle(
    article: Article,
    *,
    level: str = DEFAULT_LEVEL,
    rounds: int = DEFAULT_ROUNDS,
    seed: int = 0,
    lexicon: Lexicon | None = None,
) -> Puzzle:
    """Return the puzzle of an article; the same arguments give the same puzzle on every machine.

    `level` is easy, medium or hard. The puzzle has at most `rounds` rounds, fewer when the article has fewer fair
    words. `lexicon` defaults to that of the article's language. Raises PuzzleError when the article has no fair word,
    ValueError for an unknown level or `rounds` outside 1 to MAX_ROUNDS, LexiconError for a language without lexicon.
    """
    if level not in LEVELS:
        raise ValueError(f"no level {level!r}; levels are {', '.join(LEVELS)}")
    if not 1 <= rounds <= MAX_ROUNDS:
        raise ValueError(f"a game has 1 to {MAX_ROUNDS} rounds, not {rounds}")
    lexicon = lexicon or open_lexicon(article.language)
    candidates = find_candidates(article, lexicon, LEVELS[level])
    return puzzle_from(article, candidates, lexicon, rounds=rounds, seed=seed)


def puzzle_from(article: Article, candidates: Candidates, lexicon: Lexicon, *, rounds: int, seed: int) -> Puzzle:
    """Return the puzzle of an article whose candidates are already known; raises PuzzleError if none is usable."""
    level = LEVELS[candidates.level]
    article = replace(article, paragraphs=without_notes(article.paragraphs))  # as in find_candidates
    choice = Candidates(
        candidates.language, candidates.level, candidates.picked[:MAX_CHOICE], candidates.reserve[:MAX_CHOICE], ()
    )
    puzzle_rounds: list[Round] = []
    for puzzle_round in _make_rounds(article, choice, lexicon, level, seed):
        puzzle_rounds.append(puzzle_round)
        if len(puzzle_rounds) == rounds:
            break
    if not puzzle_rounds:
        raise PuzzleError("no word in it is fit to play; try another text, or an easier or harder level")
    puzzle_rounds.sort(key=lambda puzzle_round: (puzzle_round.difficulty, puzzle_round.answer))
    return Puzzle(seed, level.name, candidates.language, tuple(puzzle_rounds))


def _make_rounds(
    article: Article, candidates: Candidates, lexicon: Lexicon, level: Level, seed: int
) -> Iterator[Round]:
    """Yield a round for each word, in the order of selection, until the candidates run out; one word a lemma."""
    families: set[str] = set()
    for candidate in select_words(candidates, Draws(seed, "words")):
        if candidate.family in families:
            continue
        puzzle_round = _make_round(article, candidate, lexicon, level, seed)
        if puzzle_round is not None:
            families.add(candidate.family)
            yield puzzle_round


def _make_round(article: Article, candidate: Candidate, lexicon: Lexicon, level: Level, seed: int) -> Round | None:
    """Return the round of one word, None if its letters allow no scramble."""
    word = candidate.word
    scramble = make_scramble(word, lexicon, level, Draws(seed, f"scramble {word}"))
    if scramble is None:
        return None
    count = len(letters(word, lexicon.language))
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
        value=word_value(count, candidate.stars),
    )
