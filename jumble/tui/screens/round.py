"""The screen of a game being played: rack, slots and clock during a round, the answer after it."""

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
from jumble.tui.drawing import styled_wording
from jumble.tui.drawing.round_layout import answer_faces, last_letter_flight, round_faces, status_text
from jumble.tui.drawing.sparing_compositor import SparingCompositor
from jumble.tui.screens.page import Page
from jumble.tui.widgets.bar import Bar
from jumble.tui.widgets.keybar import KeyBar
from jumble.tui.widgets.status import Status
from jumble.tui.widgets.tiles import Tiles
from jumble.words import fold

SETTLE_SECONDS = 0.35
"""How long an answer takes to fade in."""

_ROUND_ACTIONS = frozenset({"hint", "shuffle", "submit", "skip", "take_back", "clear"})
"""Actions that a player can take only while a round is being played."""


class RoundScreen(Page):
    """Plays a session to its last answer: turns keys and clicks into moves, and draws what they did."""

    place = Place.ROUND
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.ROUND, Place.REVEAL)

    def __init__(self, article: Article, session: Session) -> None:
        """Play `session`, whose puzzle was made from `article`."""
        super().__init__()
        self._compositor = SparingCompositor()
        self.article = article
        self.session = session
        self._timer: Timer | None = None
        self._partial_letter = ""
        """The keys typed so far of a letter that takes several."""
        self._first_letter_laid = False
        """Whether a letter was laid in this game: the first lesson is not shown again when it is taken back."""
        self._worth_width = 0
        """Most cells that the word's worth has taken in this round."""
        self._slots_shown = 0
        """Letters in the slots when they were last drawn."""
        self._answer_painted_at = 0.0
        """When the answer was painted, on the monotonic clock, as event times are; 0 if it is not."""

    @property
    def game(self) -> Game:
        """The current state of the game."""
        return self.session.game

    def compose(self) -> ComposeResult:
        """Lay out the screen: status line and time bar, rack and slots, verdict and sentence, key bar."""
        yield Status(id="status")
        yield Bar(id="bar")
        with Vertical(id="board"):
            yield Tiles()
            yield Static(id="verdict")
            with Center():
                yield Static(id="sentence")
        yield KeyBar()

    def on_mount(self) -> None:
        """Listen for suspension, draw the first round and start its clock."""
        self.app.app_suspend_signal.subscribe(self, self._process_suspended, immediate=True)
        self.app.app_resume_signal.subscribe(self, self._process_resumed, immediate=True)
        self._show_game()
        self._schedule_clock()
        self.call_after_refresh(self.jumble.run_postponed_work)

    def on_screen_suspend(self) -> None:
        """Stop the clock and hide rack and slots while another screen is in front; save the time played."""
        self.session.pause("covered")
        self.desk.beat(self.session.elapsed)
        self.add_class("-covered")
        self.jumble.run_postponed_work()  # otherwise it would wait until this screen is in front again

    def on_screen_resume(self) -> None:
        """Start the clock again when this screen comes back to the front."""
        self.remove_class("-covered")
        self.session.resume("covered")
        self._show_clock()
        self._schedule_clock()

    def _process_suspended(self, _: App[object]) -> None:
        """Stop the clock while the process is suspended."""
        self.session.pause("suspended")

    def _process_resumed(self, _: App[object]) -> None:
        """Start the clock again when the process continues."""
        self.session.resume("suspended")
        self._schedule_clock()

    # --- moves

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow the actions of a round while it is played, and `next` while its answer is shown."""
        if action in _ROUND_ACTIONS:
            return self.game.phase is Phase.PLAYING
        return self.game.phase is Phase.REVEAL if action == "next" else True

    def on_key(self, event: events.Key) -> None:
        """Lay the letter of a key; drop a key pressed before the answer was painted, which was meant for the round."""
        char = event.character
        if self.game.phase is Phase.PLAYING and char and event.is_printable and (char.isalpha() or not char.isascii()):
            event.stop()
            self._type(char)
        elif self.game.phase is Phase.REVEAL and self._pressed_too_early(event):
            event.stop()

    def _pressed_too_early(self, event: events.Key) -> bool:
        """Tell whether a key bound on this screen was pressed before the answer was painted."""
        active = self.active_bindings.get(event.key)
        return active is not None and active.node is self and not (0 < self._answer_painted_at <= event.time)

    def _type(self, char: str) -> None:
        """Lay the letter that a character completes: in some scripts a letter takes several keys."""
        letter = fold(self._partial_letter + char, self.game.puzzle.language)
        self._partial_letter = ""
        if self.session.play(Type(letter)):
            self._show_game()
            self._reject_full_slots()
        elif any(tile != letter and tile.startswith(letter) for tile in self.game.tiles):
            self._partial_letter = letter
        elif self.game.phase is Phase.PLAYING:
            self._set_text("#verdict", styled_wording.rejected_letter_text(self.game, letter))

    @on(Tiles.TileClicked)
    def _tile_clicked(self, event: Tiles.TileClicked) -> None:
        """Lay the tile that was clicked."""
        self._play(Pick(event.tile))
        self._reject_full_slots()

    def _reject_full_slots(self) -> None:
        """Say that the word is wrong if the slots are full: a right word would have ended the round."""
        if self.game.phase is Phase.PLAYING and len(self.game.board.slots) == len(self.game.tiles):
            self._set_text("#verdict", styled_wording.WRONG_WORD)

    def action_hint(self) -> None:
        """Take the next hint."""
        self._play(Hint())

    def action_shuffle(self) -> None:
        """Shuffle the rack."""
        self._play(Shuffle())

    def action_submit(self) -> None:
        """Submit the word in the slots; say so if it is wrong or letters are missing."""
        tries = self.game.board.wrong_tries
        self._play(Submit())
        if self.game.phase is Phase.PLAYING:
            is_wrong = self.game.board.wrong_tries > tries
            self._set_text("#verdict", styled_wording.WRONG_WORD if is_wrong else styled_wording.LETTERS_MISSING)

    def action_skip(self) -> None:
        """Skip this word."""
        self._play(Skip())

    @on(Tiles.SlotsClicked)
    def action_take_back(self) -> None:
        """Take the last letter back to the rack."""
        self._play(TakeBack())

    def action_clear(self) -> None:
        """Take all letters back to the rack."""
        self._play(Clear())

    def action_next(self) -> None:
        """Go on to the next round, or to the results after the last."""
        self._play(Next())

    def action_pause(self) -> None:
        """Pause the game, and ask whether to leave it."""
        from jumble.tui.screens.pause import PauseScreen

        self.app.push_screen(PauseScreen(), self._pause_ended)

    def _pause_ended(self, leave: bool | None) -> None:  # noqa: FBT001 the result of a screen
        """Leave the game, to be resumed later, if the player chose to."""
        if leave:
            self.desk.leave(self.session.elapsed)
            self.jumble.return_to_front_page()

    def _play(self, move: Clear | Hint | Next | Pick | Shuffle | Skip | Submit | TakeBack) -> None:
        """Make a move, and draw the game if the move was allowed."""
        self._partial_letter = ""
        if self.session.play(move):
            self._show_game()

    # --- drawing

    def _show_game(self) -> None:
        """Draw the current state of the game; go to the results when it is over."""
        game = self.game
        if game.phase is Phase.OVER:
            self.jumble.show_results(self.article, game)
            return
        self._show_clock()
        if game.phase is Phase.PLAYING:
            self._show_round(game)
        else:
            self._show_answer(game)

    def _show_round(self, game: Game) -> None:
        """Draw rack, slots, lesson and clue of a round being played, and schedule its clock."""
        before, self._slots_shown = self._slots_shown, len(game.board.slots)
        self.query_one(Tiles).set_faces(
            *round_faces(game), last_letter_flight(game) if self._slots_shown > before else None
        )
        self._first_letter_laid = self._first_letter_laid or bool(game.board.slots)
        is_first_game = not self.jumble.preferences.settings.lessons_seen
        lesson = styled_wording.lesson_text(game, letter_laid=self._first_letter_laid) if is_first_game else ""
        self._set_text("#verdict", lesson)
        self._set_text("#sentence", styled_wording.sentence_text(game))
        self.query_one(KeyBar).set_items(bar_items(Place.ROUND, {"round.hint": show_hint_price(game)}))
        self._answer_painted_at = 0.0
        self._schedule_clock()

    def _show_answer(self, game: Game) -> None:
        """Draw the answer, how the round ended, and the sentence that the word comes from."""
        tiles = self.query_one(Tiles)
        tiles.set_faces(*answer_faces(game))
        tiles.styles.opacity = 0.2
        tiles.styles.animate("opacity", 1.0, duration=SETTLE_SECONDS)
        self._set_text("#verdict", styled_wording.verdict_text(game))
        self._set_text("#sentence", styled_wording.sentence_text(game))
        labels = {"reveal.next": "results" if game.finished else "next word"}
        self.query_one(KeyBar).set_items(bar_items(Place.REVEAL, labels))
        self.call_after_refresh(self._answer_painted)

    def _answer_painted(self) -> None:
        """Remember when the answer was first painted: keys pressed before that do not close it."""
        if self.game.phase is Phase.REVEAL and not self._answer_painted_at:
            self._answer_painted_at = monotonic()

    def _show_clock(self) -> None:
        """Draw the status line with the seconds left, and the bar of the time left."""
        game, left = self.game, self.session.seconds_left
        status = status_text(game, left, self._worth())
        self.query_one(Status).set_text(status)
        share_left = left / game.clock_seconds if left is not None and game.clock_seconds else 0
        self.query_one(Bar).set_share(share_left, late=status.late)

    def _worth(self) -> str:
        """Return the points the word is worth now, padded to its first width: the worth only falls during a round."""
        game = self.game
        if game.phase is not Phase.PLAYING:
            self._worth_width = 0
            return ""
        worth = f"  +{game.worth(self.session.elapsed)}"
        self._worth_width = max(self._worth_width, len(worth))
        return worth.ljust(self._worth_width)

    def _set_text(self, selector: str, text: str | Content) -> None:
        """Put a text into a `Static`; an unchanged one is not painted again."""
        static, content = self.query_one(selector, Static), Content(text) if isinstance(text, str) else text
        if not (isinstance(static.content, Content) and content.is_same(static.content)):
            static.update(content)

    def _schedule_clock(self) -> None:
        """Set the timer for the moment the clock next shows another second; none while the clock stands."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        left = self.session.seconds_left
        if left is not None and self.game.phase is Phase.PLAYING and not self.session.paused:
            self._timer = self.set_timer(max(0.001, left - (ceil(left) - 1)), self._second_passed)

    def _second_passed(self) -> None:
        """Draw the clock, or the answer if time is up; save play time, so that a resumed clock goes on there."""
        self.desk.beat(self.session.elapsed)
        if self.session.tick():
            self._show_game()
        else:
            self._show_clock()
            self._schedule_clock()
