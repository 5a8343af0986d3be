"""A game being played: the rack, the slots, the clock, and the answer after each round."""

from math import ceil
from time import monotonic
from typing import ClassVar

from textual import events, on
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from jumble.article import Article
from jumble.desk.commands import Place, bar_items
from jumble.desk.wording import show_hint_price
from jumble.game import Clear, Game, Hint, Next, Phase, Pick, Session, Shuffle, Skip, Submit, TakeBack, Type
from jumble.tui.bindings import bindings
from jumble.tui.drawing.round_layout import flight_to, lay_answer, lay_round, tell_status
from jumble.tui.drawing.sparing_compositor import SparingCompositor
from jumble.tui.drawing.styled_wording import (
    LESSONS,
    NO_ROOM,
    NOT_IT,
    UNFINISHED,
    show_missing,
    show_sentence,
    show_verdict,
)
from jumble.tui.screens.page import Page
from jumble.tui.widgets.bar import Bar
from jumble.tui.widgets.keybar import KeyBar
from jumble.tui.widgets.status import Status
from jumble.tui.widgets.tiles import Tiles
from jumble.words import fold

SETTLE_SECONDS = 0.35
"""How long an answer takes to settle."""

_IN_ROUND = frozenset({"hint", "shuffle", "submit", "skip", "take_back", "clear"})


class RoundScreen(Page):
    """Plays a session from its first round to its last answer."""

    place = Place.ROUND
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.ROUND, Place.REVEAL)

    def __init__(self, article: Article, session: Session) -> None:
        """Play `session`, made of `article`."""
        super().__init__()
        self._compositor = SparingCompositor()
        self.article = article
        self.session = session
        self._timer: Timer | None = None
        self._unfinished = ""
        self._taught = False
        """Whether the first letter was laid: a lesson that came and went with each letter would only be noise."""
        self._worth_width = 0
        """Cells that the word's worth took at the most in this round."""
        self._laid = 0
        """Letters in the slots when they were shown last."""
        self._revealed = 0.0
        """When the answer was painted, on the clock of events; 0 while it is not."""

    @property
    def game(self) -> Game:
        """The game as it stands."""
        return self.session.game

    def compose(self) -> ComposeResult:
        """Lay the table."""
        yield Status(id="status")
        yield Bar(id="bar")
        with Vertical(id="table"):
            yield Tiles()
            yield Static(id="verdict")
            with Center():
                yield Static(id="sentence")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin."""
        self.app.app_suspend_signal.subscribe(self, self._suspended, immediate=True)
        self.app.app_resume_signal.subscribe(self, self._resumed, immediate=True)
        self._show()
        self._wait_for_clock()
        self.call_after_refresh(self.jumble.first_frame_painted)

    def on_screen_suspend(self) -> None:
        """Let the clock stand and hide the rack while anything covers the table."""
        self.session.pause("covered")
        self.desk.beat(self.session.elapsed)
        self.add_class("-covered")
        self.jumble.first_frame_painted()  # or it would wait until the table is seen again

    def on_screen_resume(self) -> None:
        """Go on."""
        self.remove_class("-covered")
        self.session.resume("covered")
        self._show_clock()
        self._wait_for_clock()

    def _suspended(self, _: App[object]) -> None:
        """Let the clock stand while the game is in the background."""
        self.session.pause("suspended")

    def _resumed(self, _: App[object]) -> None:
        """Go on in the foreground."""
        self.session.resume("suspended")
        self._wait_for_clock()

    # --- moves

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys mean what they mean in this phase."""
        if action in _IN_ROUND:
            return self.game.phase is Phase.PLAYING
        return self.game.phase is Phase.REVEAL if action == "next" else True

    def on_key(self, event: events.Key) -> None:
        """Lay a letter; pass over a key that was meant for a round whose answer nobody has seen yet."""
        char = event.character
        if self.game.phase is Phase.PLAYING and char and event.is_printable and (char.isalpha() or not char.isascii()):
            event.stop()
            self._type(char)
        elif self._pressed_too_early(event):
            event.stop()

    def _pressed_too_early(self, event: events.Key) -> bool:
        """Tell whether a key that would close the answer was pressed before the answer could be seen."""
        return self.game.phase is Phase.REVEAL and not (0 < self._revealed <= event.time)

    def _type(self, char: str) -> None:
        """Lay the letter that a key completes: some letters of some scripts take several keys."""
        letter = fold(self._unfinished + char, self.game.puzzle.language)
        self._unfinished = ""
        if self.session.play(Type(letter)):
            self._show()
            if self.game.phase is Phase.PLAYING and len(self.game.board.slots) == len(self.game.tiles):
                self._say("#verdict", NOT_IT)
        elif any(tile != letter and tile.startswith(letter) for tile in self.game.tiles):
            self._unfinished = letter
        elif self.game.phase is Phase.PLAYING:
            full = len(self.game.board.slots) == len(self.game.tiles)
            self._say("#verdict", NO_ROOM if full else show_missing(letter, self.game.puzzle.language))

    @on(Tiles.Picked)
    def _picked(self, event: Tiles.Picked) -> None:
        """Lay the tile that was clicked."""
        self._play(Pick(event.tile))
        if self.game.phase is Phase.PLAYING and len(self.game.board.slots) == len(self.game.tiles):
            self._say("#verdict", NOT_IT)

    @on(Tiles.TakenBack)
    def _taken_back(self) -> None:
        """Take the last letter back."""
        self._play(TakeBack())

    def action_hint(self) -> None:
        """Take the next hint."""
        self._play(Hint())

    def action_shuffle(self) -> None:
        """Shuffle the rack."""
        self._play(Shuffle())

    def action_submit(self) -> None:
        """Offer the word."""
        tries = self.game.board.wrong_tries
        self._play(Submit())
        if self.game.phase is Phase.PLAYING:
            self._say("#verdict", NOT_IT if self.game.board.wrong_tries > tries else UNFINISHED)

    def action_skip(self) -> None:
        """Give the word up."""
        self._play(Skip())

    def action_take_back(self) -> None:
        """Take the last letter back."""
        self._play(TakeBack())

    def action_clear(self) -> None:
        """Take all letters back."""
        self._play(Clear())

    def action_next(self) -> None:
        """Go on to the next round or the results."""
        self._play(Next())

    def action_pause(self) -> None:
        """Pause."""
        from jumble.tui.screens.pause import PauseScreen

        self.app.push_screen(PauseScreen(), self._paused)

    def _paused(self, leave: bool | None) -> None:  # noqa: FBT001 what a screen gives back
        """Leave the game if the player wants to."""
        if leave:
            self.desk.leave(self.session.elapsed)
            self.jumble.leave_table()

    def _play(self, move: Clear | Hint | Next | Pick | Shuffle | Skip | Submit | TakeBack) -> None:
        """Make a move and show what it did."""
        self._unfinished = ""
        if self.session.play(move):
            self._show()

    # --- showing

    def _show(self) -> None:
        """Show the game as it stands."""
        game = self.game
        if game.phase is Phase.OVER:
            self.jumble.finish(self.article, game)
            return
        self._show_clock()
        if game.phase is Phase.PLAYING:
            self._show_round(game)
        else:
            self._show_answer(game)

    def _show_round(self, game: Game) -> None:
        """Show rack, slots and clue."""
        before, self._laid = self._laid, len(game.board.slots)
        self.query_one(Tiles).lay(*lay_round(game), flight_to(game) if self._laid > before else None)
        self._say("#verdict", self._lesson())
        self._say("#sentence", show_sentence(game))
        self.query_one(KeyBar).show(bar_items(Place.ROUND, {"round.hint": show_hint_price(game)}))
        self._revealed = 0.0
        self._wait_for_clock()

    def _lesson(self) -> str:
        """Return what a newcomer should know now; nothing in later games."""
        game = self.game
        if self.jumble.preferences.settings.lessons_seen or game.number > 1:
            return ""
        if game.number == 1:
            return LESSONS[2] if not game.board.hinted else ""
        self._taught = self._taught or bool(game.board.slots)
        return LESSONS[self._taught]

    def _show_answer(self, game: Game) -> None:
        """Show the answer in its sentence and what it brought."""
        letters = self.query_one(Tiles)
        letters.lay(*lay_answer(game))
        letters.styles.opacity = 0.2
        letters.styles.animate("opacity", 1.0, duration=SETTLE_SECONDS)
        self._say("#verdict", show_verdict(game))
        self._say("#sentence", show_sentence(game))
        self.query_one(KeyBar).show(
            bar_items(Place.REVEAL, {"reveal.next": "results" if game.finished else "next word"})
        )
        self.call_after_refresh(self._answer_painted)

    def _answer_painted(self) -> None:
        """Take note that the player can see the answer now."""
        if self.game.phase is Phase.REVEAL and not self._revealed:
            self._revealed = monotonic()

    def _show_clock(self) -> None:
        """Show the seconds left, as a figure and as a bar, and what stands beside them."""
        game, left = self.game, self.session.seconds_left
        told = tell_status(game, left, self._show_worth())
        self.query_one(Status).show(told)
        self.query_one(Bar).show(
            left / game.clock_seconds if left is not None and game.clock_seconds else 0, late=told.late
        )

    def _show_worth(self) -> str:
        """Return what the word would bring now, as wide as it was when the round began: it only falls."""
        game = self.game
        if game.phase is not Phase.PLAYING:
            self._worth_width = 0
            return ""
        worth = f"  +{game.worth(self.session.elapsed)}"
        self._worth_width = max(self._worth_width, len(worth))
        return worth.ljust(self._worth_width)

    def _say(self, where: str, what: str | Content) -> None:
        """Say something at a place, unless that is what it says."""
        said, content = self.query_one(where, Static), Content(what) if isinstance(what, str) else what
        if not (isinstance(said.content, Content) and content.is_same(said.content)):
            said.update(content)

    def _wait_for_clock(self) -> None:
        """Wake up when the figure of the clock next changes, and no sooner."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        left = self.session.seconds_left
        if left is not None and self.game.phase is Phase.PLAYING and not self.session.paused:
            self._timer = self.set_timer(max(0.001, left - (ceil(left) - 1)), self._second_passed)

    def _second_passed(self) -> None:
        """Show the clock, or the answer if time is up."""
        self.desk.beat(self.session.elapsed)
        if self.session.tick():
            self._show()
        else:
            self._show_clock()
            self._wait_for_clock()
