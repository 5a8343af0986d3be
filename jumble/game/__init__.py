"""Plays a puzzle: modes, moves, rules, scoring, and the session that keeps the time and the log of moves."""

from typing import TYPE_CHECKING

from jumble.startup.lazy import exports

if TYPE_CHECKING:
    from jumble.game.board import Board, Rung
    from jumble.game.clocks import Clock, GameClock, NoClock, RoundClock
    from jumble.game.hints import ANSWER, CLUE, LADDER, LETTER
    from jumble.game.kinds import GameKind
    from jumble.game.modes import CLASSIC, DEFAULT_MODE, MODES, RELAXED, Mode
    from jumble.game.moves import (
        Clear,
        Hint,
        Move,
        Next,
        Pick,
        Shuffle,
        Skip,
        Submit,
        TakeBack,
        Tick,
        Type,
        move_as_json,
        move_from_json,
    )
    from jumble.game.rules import apply, new_game, replay
    from jumble.game.scoring import NextRank, kept_share, most_points, next_rank, rank, round_points
    from jumble.game.session import LoggedMove, Session
    from jumble.game.share import share_text
    from jumble.game.state import Game, Outcome, Phase, PlayedRound, Result
    from jumble.puzzle import Puzzle

__all__ = [
    "ANSWER",
    "CLASSIC",
    "CLUE",
    "DEFAULT_MODE",
    "LADDER",
    "LETTER",
    "MODES",
    "RELAXED",
    "Board",
    "Clear",
    "Clock",
    "Game",
    "GameClock",
    "GameKind",
    "Hint",
    "LoggedMove",
    "Mode",
    "Move",
    "Next",
    "NextRank",
    "NoClock",
    "Outcome",
    "Phase",
    "Pick",
    "PlayedRound",
    "Puzzle",
    "Result",
    "RoundClock",
    "Rung",
    "Session",
    "Shuffle",
    "Skip",
    "Submit",
    "TakeBack",
    "Tick",
    "Type",
    "apply",
    "kept_share",
    "most_points",
    "move_as_json",
    "move_from_json",
    "new_game",
    "next_rank",
    "rank",
    "replay",
    "round_points",
    "share_text",
]

__getattr__ = exports(
    "jumble.game",
    {
        "board": ("Board", "Rung"),
        "clocks": ("Clock", "GameClock", "NoClock", "RoundClock"),
        "hints": ("ANSWER", "CLUE", "LADDER", "LETTER"),
        "kinds": ("GameKind",),
        "modes": ("CLASSIC", "DEFAULT_MODE", "MODES", "Mode", "RELAXED"),
        "moves": (
            "Clear",
            "Hint",
            "Move",
            "Next",
            "Pick",
            "Shuffle",
            "Skip",
            "Submit",
            "TakeBack",
            "Tick",
            "Type",
            "move_as_json",
            "move_from_json",
        ),
        "rules": ("apply", "new_game", "replay"),
        "scoring": ("NextRank", "kept_share", "most_points", "next_rank", "rank", "round_points"),
        "session": ("LoggedMove", "Session"),
        "share": ("share_text",),
        "jumble.puzzle": ("Puzzle",),
        "state": ("Game", "Outcome", "Phase", "PlayedRound", "Result"),
    },
)
