import shlex
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.article import Article, clean_line, open_source
from jumble.cli.arguments import parser_of
from jumble.game import CLASSIC, RELAXED, Game, Hint, Mode, Move, Next, Puzzle, Skip, Type, replay, share_text
from jumble.puzzle import make_puzzle
from tests.game import strategies


def word(letters: str) -> list[Move]:
    return [Type(letter) for letter in letters]


MOVES = [*word("planet"), Next(), Hint(), *word("stone"), Next(), Skip(), Next()]


def play(mode: Mode = CLASSIC, moves: list[Move] = MOVES) -> Game:
    return replay(strategies.make_puzzle("planet", "stone", "letter"), mode, [(move, 1.0) for move in moves])


def share(source: str, game: Game | None = None) -> list[str]:
    return share_text(Article("A title", ("Text.",), source=source), game or play()).split("\n")


def test_a_result_is_told_in_five_lines() -> None:
    game = play()
    assert share("house:night-train", game) == [
        "Article Word Jumble: A title",
        f"Classic, medium: {game.score} of {game.most} points, {game.rank}",
        "2 of 3 words: o h -",
        "(o solved, h with a hint, - not)",
        "python -m jumble play house:night-train --level medium --mode classic --rounds 3 --seed 7",
    ]


def test_the_mode_is_told() -> None:
    lines = share("house:night-train", play(RELAXED))
    assert lines[1].startswith("Relaxed, medium: ")
    assert "--mode relaxed" in lines[4]


ANY = "(SOURCE stands for a file with the same text)"


@pytest.mark.parametrize(
    ("source", "shown", "needed"),
    [
        ("https://example.org/a?b=c&d#2", "'https://example.org/a?b=c&d#2'", None),
        ("/home/someone/secret plans/tea.txt", "tea.txt", "(needs the same file: tea.txt)"),
        ("the tea's.txt", "'the tea'\"'\"'s.txt'", "(needs the same file: the tea's.txt)"),
        ("books/sea.epub#3", "'sea.epub#3'", "(needs the same file: sea.epub#3)"),
        ("folder/-x.txt", "./-x.txt", "(needs the same file: ./-x.txt)"),
        ("./house:x", "./house:x", "(needs the same file: ./house:x)"),
        ("./pasted:x", "./pasted:x", "(needs the same file: ./pasted:x)"),
        ("-", "SOURCE", ANY),
        ("pasted:", "SOURCE", ANY),
        ("pasted:#2", "SOURCE", ANY),
        ("-#2", "SOURCE", ANY),
        ("", "SOURCE", ANY),
        ("evil\x1b[31m\n.txt", "SOURCE", ANY),
        ("evil\udcff.txt", "SOURCE", ANY),
    ],
)
def test_the_source_is_told_as_another_player_can_give_it(source: str, shown: str, needed: str | None) -> None:
    lines = share(source)
    assert lines[4].split(" --level ")[0] == f"python -m jumble play {shown}"
    assert lines[5:] == ([needed] if needed else [])


@given(strategies.puzzles, strategies.modes, strategies.timed_moves, st.text(max_size=30))
def test_nothing_is_spoilt_and_all_is_clean(
    puzzle: Puzzle, mode: Mode, moves: list[tuple[Move, float]], source: str
) -> None:
    game = replay(puzzle, mode, moves)
    unnamed = share_text(Article("", (), source="-"), game)
    assert not set(unnamed.split()) & {word for each in puzzle.rounds for word in (each.scramble, *each.accepted)}
    marks = unnamed.split("\n")[2].partition(":")[2]
    assert [mark != "-" for mark in marks.split()] == [result.solved for result in game.results]
    named = share_text(Article("", (), source=source), game)
    assert all(clean_line(line) == line.strip() for line in named.split("\n"))


def test_the_line_gives_the_same_puzzle_to_who_runs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "-the harbour.txt"
    path.write_text(
        "A quiet harbour\n\nThe harbour was quiet, the garden green, the winter far away from the village.\n"
    )
    article = open_source(path).first()[1]
    puzzle = make_puzzle(article, level="easy", rounds=8, seed=-3)
    assert len(puzzle.rounds) < 8  # the article has fewer: the line asks for as many as there were
    line = share_text(article, replay(puzzle, RELAXED, [(Skip(), 1.0)])).split("\n")[4]
    monkeypatch.chdir(tmp_path)
    options = parser_of("play", {"play": None}).parse_args(shlex.split(line)[4:])
    again = open_source(options.sources[0]).first()[1]
    assert make_puzzle(again, level=options.level, rounds=options.rounds, seed=options.seed) == puzzle
    assert options.mode == RELAXED.name
