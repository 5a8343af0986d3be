import json
from pathlib import Path

import pytest

from jumble.article import Article, load_article, open_source
from jumble.puzzle import Puzzle, PuzzleError, make_puzzle
from jumble.startup.early_names import MAX_ROUNDS
from jumble.words import LEVELS, letters, open_lexicon


@pytest.fixture(scope="module")
def article() -> Article:
    return load_article("house:tin-opener")


def test_a_puzzle_is_what_text_settings_and_seed_make_it(article: Article) -> None:
    again = Article(article.title, article.paragraphs, language=article.language, source="elsewhere")
    assert make_puzzle(article, seed=3) == make_puzzle(again, seed=3)
    assert make_puzzle(article, seed=3) != make_puzzle(article, seed=4)
    assert make_puzzle(article, seed=3, level="hard") != make_puzzle(article, seed=3, level="easy")


@pytest.mark.parametrize("level", sorted(LEVELS))
@pytest.mark.parametrize("entry", open_source("house:").entries, ids=lambda entry: str(entry.source))
def test_every_house_article_gives_sound_puzzles(entry: object, level: str) -> None:
    article = entry.load()  # type: ignore[attr-defined]
    lexicon = open_lexicon("en")
    for seed in range(3):
        puzzle = make_puzzle(article, level=level, seed=seed, lexicon=lexicon)
        assert len(puzzle.rounds) == 8
        assert [puzzle_round.difficulty for puzzle_round in puzzle.rounds] == sorted(
            puzzle_round.difficulty for puzzle_round in puzzle.rounds
        )
        families = [lexicon.family(puzzle_round.answer) for puzzle_round in puzzle.rounds]
        assert len(set(families)) == len(families)
        for each in puzzle.rounds:
            assert sorted(letters(each.scramble, puzzle.language)) == sorted(letters(each.answer, puzzle.language))
            assert not lexicon.known(each.scramble)
            assert each.accepted[0] == each.answer
            assert each.answer in article.text.lower()
            assert each.answer not in each.clue.lower().split()
            assert each.seconds > 0
            assert each.value == 10 * len(each.answer) * (1 + (each.stars - 1) / 4)


def test_clues_leave_out_what_marks_notes() -> None:
    text = (
        "It rained[1] that day.[2] The old garden[3][4], behind the house[citation needed] of the judge, was full of"
        " birds.[edit] Nobody[5] saw it."
    )
    puzzle = make_puzzle(
        Article("Notes", (text, "References", "^ The garden. Retrieved 1 May 2016.")), rounds=MAX_ROUNDS
    )
    sentences = {puzzle_round.answer: puzzle_round.sentence for puzzle_round in puzzle.rounds}
    assert sentences["garden"] == "The old garden, behind the house of the judge, was full of birds."
    assert not {"retrieved", "references", "citation"} & set(sentences)


def test_a_short_article_gives_fewer_rounds() -> None:
    article = Article("Short", ("The harbour was quiet and the garden behind it was quiet too.",))
    puzzle = make_puzzle(article, level="easy")
    assert 1 <= len(puzzle.rounds) < 8


def test_an_article_without_a_usable_word_is_refused_in_words() -> None:
    with pytest.raises(PuzzleError, match="no word in it is fit to play"):
        make_puzzle(Article("None", ("Oh, oh, oh! It is so.",)))


@pytest.mark.parametrize("wrong", [{"level": "harder"}, {"rounds": 0}, {"rounds": MAX_ROUNDS + 1}])
def test_settings_that_do_not_exist_are_refused(article: Article, wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"levels are|a game has"):
        make_puzzle(article, **wrong)  # type: ignore[arg-type]


def test_a_puzzle_survives_json(article: Article) -> None:
    puzzle = make_puzzle(article, seed=11)
    assert Puzzle.from_json(json.loads(json.dumps(puzzle.as_json()))) == puzzle


def test_json_names_are_those_that_the_command_line_promises(article: Article) -> None:
    stored = make_puzzle(article, seed=11).as_json()
    assert {"seed", "level", "language", "rounds"} <= set(stored)
    promised = {"scramble", "answer", "accepted", "clue", "difficulty", "stars", "seconds", "value"}
    assert promised <= set(stored["rounds"][0])


def test_two_seeds_give_different_games(article: Article) -> None:
    games = [
        frozenset(puzzle_round.answer for puzzle_round in make_puzzle(article, seed=seed).rounds) for seed in range(6)
    ]
    assert len(set(games)) == 6


def test_the_corpus_plays(corpus: Path) -> None:
    for path in sorted((corpus / "articles").glob("*.txt")):
        assert len(make_puzzle(load_article(path), seed=1).rounds) == 8, path.name
