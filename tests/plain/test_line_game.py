import pytest

from jumble.desk.commands import HELP, Command
from jumble.game import RELAXED, Clear, Hint, Mode, Next, Outcome, Phase, Shuffle, Skip, Submit, TakeBack, Type
from jumble.plain.line_commands import NAMES
from jumble.plain.line_game import GO_ON, NOTHING, PAUSED, TOO_LATE
from jumble.plain.printed_lines import help_lines, wrapped
from tests.plain.sitting import PUZZLE, SENTENCE, Sitting


def test_a_round_is_told_in_words() -> None:
    assert Sitting().said == [
        "The night train",
        "Classic, medium, seed 42. Type help for the commands.",
        "",
        "Round 1 of 3, ★★☆☆☆ 2 of 5 stars, worth 113 points",
        "Letters: T R O P R E",
        "0:45 on the clock. Next hint: clue −20 %. Score 0, Streak 0.",
    ]


def test_relaxed_has_no_clock() -> None:
    sitting = Sitting(RELAXED)
    assert sitting.said[-1].startswith("No clock. Next hint")
    assert sitting.table.seconds_left is None


def test_a_right_word_is_told_in_its_sentence() -> None:
    sitting = Sitting()
    sitting.clock.time += 5
    told = sitting.take("Porter").split("\n")
    points = sitting.game.results[0].points
    assert points == 108  # 75 for the word, and half as much again for the clock, of which 40 of 45 seconds are left
    assert told == [
        f"Solved in 5.0 s; +{points} points; also: report.",
        "The word: porter",
        *wrapped(SENTENCE),
        f"Score {points}, Streak 1.",
        GO_ON,
    ]
    assert sitting.moves == [Type(letter) for letter in "porter"]


def test_another_word_of_the_letters_is_right() -> None:
    told = Sitting().take("report")
    assert "you found report, the article has porter." in told
    assert "also" not in told


def test_a_wrong_word_is_a_try_that_costs_nothing() -> None:
    sitting = Sitting()
    told = sitting.take("portre")
    assert told.startswith("Not that word: portre. A wrong try costs nothing.\n0:45 on the clock")
    assert sitting.game.board.wrong_tries == 1
    sitting.take("porter")
    assert sitting.moves[-7:] == [Clear(), *[Type(letter) for letter in "porter"]]
    assert sitting.outcomes == [Outcome.SOLVED]


@pytest.mark.parametrize("line", ["planet", "porters", "zz", "porterporter"])
def test_a_word_of_other_letters_is_no_try(line: str) -> None:
    sitting = Sitting()
    assert sitting.take(line) == "That is not made of these letters. Letters: T R O P R E"
    assert sitting.moves == []


def test_a_beginning_is_laid_and_hints_go_on_from_it() -> None:
    sitting = Sitting()
    assert sitting.take("por").split("\n")[0] == "Laid: P O R · · ·"
    told = sitting.take("hint", "hint")
    assert told.split("\n")[0] == "Laid: P O R T · ·"
    assert sitting.game.board.locked == 4


@pytest.mark.parametrize("line", ["porter", "ter", "t e r"])
def test_behind_fixed_letters_the_whole_word_may_be_given_or_the_rest(line: str) -> None:
    sitting = Sitting()
    sitting.take("por", "hint", "hint")
    sitting.take("porte" if line == "porter" else line)
    sitting.take("porter" if line == "porter" else "er")
    assert sitting.outcomes == [Outcome.SOLVED]


def test_a_word_that_begins_otherwise_than_the_hints_cannot_be_laid() -> None:
    sitting = Sitting()
    sitting.take("hint", "hint")
    before = list(sitting.moves)
    assert sitting.take("report") == "The hints have fixed how the word begins: p."
    assert sitting.moves == before


def test_what_each_hint_brings_is_told() -> None:
    sitting = Sitting()
    told = sitting.take("hint").split("\n")
    assert told[:2] == wrapped(f"Clue: {PUZZLE.rounds[0].clue}")
    assert told[-1].endswith("Next hint: letter −25 %. Score 0, Streak 0.")
    assert sitting.take("hint").split("\n")[0] == "Laid: P · · · · ·"
    again = sitting.take("").split("\n")
    assert again[2:6] == ["Letters: T R O P R E", "Laid: P · · · · ·", *told[:2]]
    sitting.take("hint", "hint", "hint")
    assert sitting.take("hint").startswith("The answer; also: report.\nThe word: porter")
    assert sitting.moves == [Hint()] * 6


def test_moves_are_made_by_their_commands() -> None:
    sitting = Sitting()
    told = sitting.take("shuffle").split("\n")
    assert told[0] == f"Letters: {' '.join('TROPRE'[tile] for tile in sitting.game.board.rack)}"
    assert told[0] != "Letters: T R O P R E"
    assert sitting.take("back") == NOTHING
    sitting.take("pot")
    assert sitting.take("back").startswith("Laid: P O · · · ·\n0:45")
    assert sitting.take("clear").startswith("Laid: · · · · · ·\n0:45")
    assert sitting.take("skip").startswith("Skipped; also: report.")
    assert sitting.take("next").startswith("\nRound 2 of 3")
    expected = [Shuffle(), *[Type(letter) for letter in "pot"], TakeBack(), Clear(), Skip(), Next()]
    assert sitting.moves == expected


def test_an_answer_that_is_a_commands_name_is_a_try() -> None:
    sitting = Sitting()
    sitting.take("skip", "")
    assert not sitting.take("pause").startswith("Paused")
    assert sitting.outcomes == [Outcome.SKIPPED, Outcome.SOLVED]
    assert sitting.take("pause") == PAUSED  # between rounds it is the command


def test_commands_out_of_place_say_where_they_work() -> None:
    sitting = Sitting()
    assert sitting.take("next") == "Not now: next works after a round."
    assert sitting.take("resume") == "Not now: resume works while paused."
    sitting.take("skip")
    assert sitting.take("hint") == "Not now: hint works in a round."
    assert sitting.take("pause", "pause") == "Not now: pause works in a round or after a round."


def test_a_word_after_a_round_is_a_try_in_the_next() -> None:
    sitting = Sitting(RELAXED)
    sitting.take("porter", "pause")  # the command, for it comes after a round
    told = sitting.take("resume", "paes").split("\n")
    assert told[1].startswith("Round 2 of 3")
    assert told[-2] == "Laid: P A E S ·"


@pytest.mark.parametrize("resume", ["", "resume", "/r"])
def test_the_clock_stands_while_paused(resume: str) -> None:
    sitting = Sitting()
    sitting.clock.time += 10
    assert sitting.take("p") == PAUSED
    assert sitting.table.seconds_left is None
    sitting.clock.time += 1000
    assert sitting.take("porter") == PAUSED
    assert sitting.take("hint") == "Not now: hint works in a round."
    assert "0:35 on the clock" in sitting.take(resume)
    assert sitting.outcomes == []


def test_the_clock_stands_after_help() -> None:
    sitting = Sitting()
    assert sitting.take("help").endswith(PAUSED)
    sitting.clock.time += 1000
    assert "0:45 on the clock" in sitting.take("")
    assert not Sitting(RELAXED).take("help").endswith(PAUSED)
    sitting.take("skip")
    assert sitting.take("help").endswith(GO_ON)


def test_help_tells_of_every_command_and_is_narrow() -> None:
    lines = help_lines()
    for name, command in NAMES.items():
        assert any(line.startswith(f"{name}, ") for line in lines)
        assert isinstance(command, Command)
        assert command.id == HELP or command.help.split(":")[0] in "\n".join(lines)
    assert max(map(len, lines)) <= 72


def test_time_that_is_up_is_told_once() -> None:
    sitting = Sitting()
    sitting.said.clear()
    sitting.clock.time += 45
    assert sitting.table.tick()
    assert sitting.said[:2] == ["", "Time is up; also: report."]
    assert not sitting.table.tick()
    assert sitting.take("porter") == TOO_LATE
    assert sitting.game.phase is Phase.REVEAL
    assert sitting.take("").startswith("\nRound 2 of 3")
    assert sitting.outcomes == [Outcome.TIME_UP]


@pytest.mark.parametrize("line", ["porter", "hint", "skip", ""])
def test_a_line_that_comes_when_time_is_up_does_nothing_more(line: str) -> None:
    sitting = Sitting()
    sitting.clock.time += 46
    told = sitting.take(line)
    assert told.startswith("\nTime is up")
    assert told.endswith(f"{GO_ON}\n{TOO_LATE}" if line else GO_ON)
    assert sitting.outcomes == [Outcome.TIME_UP]
    assert sitting.game.phase is Phase.REVEAL


@pytest.mark.parametrize("line", ["narrow", "help", "quit", ""])
def test_nothing_follows_the_results(line: str) -> None:
    sitting = Sitting()
    sitting.take("skip", "", "skip", "")
    sitting.clock.time += 100
    told = sitting.take(line).split("\n")
    assert told[1] == "Time is up."
    assert told[-1].startswith("python -m jumble play house:night-train ")


def test_quitting_says_where() -> None:
    sitting = Sitting()
    assert sitting.take("quit") == "You left in round 1 of 3. Score 0."
    assert sitting.table.over


@pytest.mark.parametrize(("mode", "time"), [(RELAXED, "No clock"), (Sitting().mode, "on the clock")])
def test_a_whole_game_ends_with_its_results(mode: Mode, time: str) -> None:
    sitting = Sitting(mode)
    assert time in sitting.said[-1]
    told = sitting.take("porter", "", "hint", "pause", "", "skip")
    score = sitting.game.score
    assert sitting.game.phase is Phase.OVER
    assert sitting.table.over
    results = told.split("\n")
    results = results[results.index(f"Final score {score}, {sitting.game.rank}") :]
    assert results[1].startswith("2 of 3 words, ")
    assert results[2] == f"{mode.title}, medium, seed 42"
    assert results[4].split() == ["word", "stars", "time", "hints", "points"]
    assert results[5].split()[:7] == ["1", "porter", "★★☆☆☆", "2", "of", "5", "0.0"]
    assert results[6].split()[-2:] == ["clue", str(sitting.game.results[1].points)]
    assert results[7].split()[-3:] == ["skipped", "–", "0"]
    assert results[9] == "To share:"
    assert results[12] == "2 of 3 words: o h -"
    assert results[13] == "(o solved, h with a hint, - not)"
    assert results[14].startswith("python -m jumble play house:night-train --level medium")
    assert Submit() not in sitting.moves
