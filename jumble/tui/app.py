"""The app: changes between the screens, applies the settings, and runs the commands that work on every screen."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.constants import TEXTUAL_ANIMATIONS
from textual.screen import Screen
from textual.types import AnimationLevel

from jumble.desk.background import in_background
from jumble.desk.commands import Place, clashes
from jumble.desk.front_page import FirstGameBegan, InFront
from jumble.settings.preferences import Preferences
from jumble.tui.bindings import bindings
from jumble.tui.looks.stylesheet import DIALOGS, FRONT, ROUND, WAITING
from jumble.tui.screens.front import FrontScreen
from jumble.tui.screens.small import MIN_HEIGHT, MIN_WIDTH, SmallScreen
from jumble.tui.terminal_app import TerminalApp

if TYPE_CHECKING:
    from jumble.article import Article
    from jumble.desk.desk import Desk
    from jumble.game import Game, Puzzle, Session

LEVELS_OF_ANIMATION: tuple[AnimationLevel, ...] = ("none", "basic", "full")
PREFETCH_WAIT_SECONDS = 0.15
"""How long the start waits for a prefetched game; one that is ready by then is shown without a page before it."""


class JumbleApp(TerminalApp):
    """The game in a terminal: one front page for the whole run, and the other screens pushed in front of it."""

    TITLE = "Article Word Jumble"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.EVERYWHERE)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (120, "-wide")]  # noqa: RUF012 as App declares it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-tall")]  # noqa: RUF012

    def __init__(self, desk: Desk, preferences: Preferences, *, playing: bool = False, signals: bool = False) -> None:
        """Open the sources that `desk` was given; with `playing`, begin a game as soon as its words are chosen.

        With `signals`, the app handles the signals of the process from before it takes the terminal.
        """
        super().__init__(signals=signals)
        self.desk = desk
        self.preferences = preferences
        self.refusal: str | None = None
        """Why the app ended without a game: the reason that the command line prints; None if it did not."""
        self._playing = playing
        self._started = False
        self.bind_own_keys()
        self.apply_settings(save=False)
        self.front = FrontScreen(desk.choice, playing=playing)
        self.read_first_styles()

    @property
    def dateline(self) -> str:
        """The setting that says what the masthead prints: the article's dateline, today's date, or nothing."""
        return self.preferences.settings.dateline

    def apply_settings(self, *, save: bool = True) -> None:
        """Apply theme, animation, level, mode and rounds; with `save`, write the settings and update the front page."""
        settings = self.preferences.settings
        if settings.theme != self.theme and settings.theme in self.available_themes:
            self.theme = settings.theme
        moving: AnimationLevel = "basic" if settings.animation == "short" else "full"
        wanted: AnimationLevel = "none" if settings.motion == "none" else moving
        self.animation_level = min(wanted, TEXTUAL_ANIMATIONS, key=LEVELS_OF_ANIMATION.index)
        self.desk.choice = self.desk.choice.with_settings(settings.level, settings.mode, settings.rounds)
        if save:
            self.save_settings()
            self.front.settings_changed()

    @work(exclusive=True, group="settings")
    async def save_settings(self) -> None:
        """Write the settings file in a thread, and notify the player if that fails."""
        notice = await in_background(self.preferences.save)
        if notice:
            self.notify(notice, title="Settings", severity="warning", markup=False)

    def bind_own_keys(self) -> None:
        """Bind the keys that the player has set; one that clashes with another command is dropped and reported."""
        keys = dict(self.preferences.settings.keys)
        for command, reason in clashes(keys).items():
            del keys[command]
            self.preferences.problems += (f"{command} keeps its keys: {reason}",)
        self.own_keys = keys
        self.set_keymap({command: ",".join(own) for command, own in keys.items()})

    def _watch_theme(self, theme_name: str) -> None:
        """Save the theme whenever it changes after the start: by key, palette or settings page."""
        super()._watch_theme(theme_name)
        if self._started and theme_name != self.preferences.settings.theme:
            self.preferences.change(theme=theme_name)
            self.save_settings()

    def run_postponed_work(self) -> None:
        """Do the work that was postponed until after the first paint; safe to call twice."""
        if not gc.isenabled():
            gc.freeze()  # the objects made so far stay: collections need not look through them
            gc.enable()
        is_first_screen = getattr(self.screen, "place", None) in {Place.FRONT, Place.WAITING, Place.ROUND}
        self.read_remaining_styles(restyle=not is_first_screen)  # a key was pressed before the first paint

    def get_default_screen(self) -> Screen[None]:
        """Return the front page; an empty screen where the command line asked for a game, which is pushed onto it."""
        return Screen() if self._playing else self.front

    def on_mount(self) -> None:
        """Open the front page, or begin the game that the command line asked for."""
        self.handle_suspend_signals()
        if self._playing:
            self.call_later(
                self._begin_requested_game
            )  # Textual throws away what is drawn while the app is being mounted
        else:
            self.read_styles(FRONT)
            self._finish_start()

    def _finish_start(self) -> None:
        """Report problems of the settings file and check the size, once the first screen is pushed."""
        self._started = True
        for problem in self.preferences.problems:
            self.notify(problem, title="Settings", severity="warning", timeout=12, markup=False)
        self._check_size()

    async def _begin_requested_game(self) -> None:
        """Begin the game that the command line asked for if it was prefetched; otherwise wait for its words."""
        import_module("jumble.tui.screens.round")  # while its words are still being chosen
        if (prefetched := self.desk.prefetched_game(PREFETCH_WAIT_SECONDS)) is not None:
            opened, article, puzzle = prefetched
            self.front.apply_event(FirstGameBegan(opened))
            self.begin_game(article, puzzle)
            self.screen.call_after_refresh(self._remember_article, article)
        else:
            await self._wait_for_words()
        self._finish_start()

    @work
    async def _remember_article(self, article: Article) -> None:
        """Save the article of a prefetched game in the library; this opens the record, whose notice is then shown."""
        await in_background(lambda: self.desk.library.remember(article))
        self.notify_of_records()

    async def _wait_for_words(self) -> None:
        """Push the front page, which opens the article, and the waiting screen in front of it."""
        from jumble.tui.screens.wait import WaitScreen

        self.read_styles(WAITING, FRONT)
        await self.push_screen(self.front)
        if self.is_running:
            self.push_screen(WaitScreen())

    def notify_of_records(self) -> None:
        """Show the record's notice, if it has one; the next call shows nothing until there is another."""
        if notice := self.desk.take_notice():
            self.notify(notice, title="Records", severity="warning", timeout=12, markup=False)

    # --- from one screen of a game to the next

    def begin_game(self, article: Article, puzzle: Puzzle) -> None:
        """Begin a game: show its first round, in the place of the waiting screen or in front of the current one."""
        from jumble.tui.screens.round import RoundScreen

        self.read_styles(ROUND)
        round_screen = RoundScreen(article, self.desk.session(article, puzzle))
        if self.front.in_front is InFront.WAIT:
            self.switch_screen(round_screen)
        else:
            self.push_screen(round_screen)
        round_screen.call_after_refresh(self._open_record)

    @work
    async def _open_record(self) -> None:
        """Open the record for the game that has begun; moves made before that are written as soon as it is open."""
        await in_background(self.desk.open_game)

    def resume_game(self, article: Article, session: Session) -> None:
        """Show an interrupted game where it stopped, paused until the player goes on."""
        from jumble.tui.screens.round import RoundScreen

        self.read_styles(ROUND)
        round_screen = RoundScreen(article, session)
        self.push_screen(round_screen)
        round_screen.call_later(round_screen.action_pause)

    def exit_with_refusal(self, reason: str) -> None:
        """End with status 1 because there is no article or no game to show; the command line prints `reason`."""
        self.refusal = reason
        self.exit(return_code=1)

    def show_results(self, article: Article, game: Game) -> None:
        """Show the results of a game that is over, in the place of its screen; from now on no lessons are shown."""
        from jumble.tui.screens.results import ResultsScreen

        self.notify_of_records()
        if not self.preferences.settings.lessons_seen:
            self.preferences.change(lessons_seen=True)
            self.save_settings()
        self.return_to_front_page()
        self.push_screen(ResultsScreen(article, game))

    def return_to_front_page(self) -> None:
        """Close the screen of the game being played, and bring back the front page."""
        from jumble.tui.screens.round import RoundScreen

        for screen in self.screen_stack:
            if isinstance(screen, RoundScreen):
                screen.dismiss()
        if self.front in self.screen_stack:
            self.front.game_over()
        else:
            self.push_screen(self.front)

    def play_again(self) -> None:
        """Close all screens in front of the front page, and play other words of its article."""
        for screen in self.screen_stack[self.screen_stack.index(self.front) + 1 :][::-1]:
            screen.dismiss()
        self.front.action_play()

    # --- commands

    def action_show_help(self) -> None:
        """Show the help, beginning with the keys of the current screen; does nothing if the help is in front."""
        from jumble.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(getattr(self.screen, "place", None)))

    def action_show_records(self) -> None:
        """Show the page of records, unless it is already among the open screens."""
        from jumble.tui.screens.record_page import RecordsScreen

        if not any(isinstance(screen, RecordsScreen) for screen in self.screen_stack):
            self.push_screen(RecordsScreen())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Fill the palette from the command registry; of Textual's own commands only the choice of a theme is kept."""
        from jumble.tui.screens.palette import palette_commands

        yield from palette_commands(self, screen)
        yield from (command for command in super().get_system_commands(screen) if command.title == "Theme")

    def action_command_palette(self) -> None:
        """Show the palette, unless it is already among the open screens."""
        from jumble.tui.screens.palette import Palette

        if not any(isinstance(screen, Palette) for screen in self.screen_stack):
            self.push_screen(Palette(id="--command-palette"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow no action but quitting while the terminal is too small."""
        return action == "quit" or not isinstance(self.screen, SmallScreen)

    # --- the terminal

    def on_resize(self) -> None:
        """Check the size again; before the first screen is pushed that is left to `_finish_start`."""
        if self._started:
            self.in_turn(self._check_size)

    def _check_size(self) -> None:
        """Push the notice that the terminal is too small, or take it away when there is room again."""
        notices = [screen for screen in self.screen_stack if isinstance(screen, SmallScreen)]
        if self.size.width >= MIN_WIDTH and self.size.height >= MIN_HEIGHT:
            for notice in notices:
                notice.dismiss()
        elif not notices:
            self.read_styles(DIALOGS)
            self.push_screen(SmallScreen())
