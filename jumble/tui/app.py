"""The app: which screen comes after which, and what stands in front of all of them."""

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
AHEAD_SECONDS = 0.15
"""A game that is there so soon is the first thing to be seen: nothing is drawn that would be gone at once."""


class JumbleApp(TerminalApp):
    """The game in a terminal."""

    TITLE = "Article Word Jumble"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.EVERYWHERE)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (120, "-wide")]  # noqa: RUF012 as App declares it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-tall")]  # noqa: RUF012

    def __init__(self, desk: Desk, preferences: Preferences, *, playing: bool = False, signals: bool = False) -> None:
        """Open what `desk` was given to open; with `playing`, in a game of it as soon as its words are chosen.

        With `signals` those of the process are the app's from before it takes the terminal.
        """
        super().__init__(signals=signals)
        self.desk = desk
        self.preferences = preferences
        self.refusal: str | None = None
        """Why what was asked for could not be opened, or its game could not begin."""
        self._playing = playing
        self._opened = False
        self._take_keys()
        self.take_settings(save=False)
        self.front = FrontScreen(desk.choice, playing=playing)
        self.read_first_styles()

    @property
    def dateline(self) -> str:
        """What the masthead tells."""
        return self.preferences.settings.dateline

    def take_settings(self, *, save: bool = True) -> None:
        """Let the settings have their effect, and keep them."""
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
        """Write the settings down."""
        notice = await in_background(self.preferences.save)
        if notice:
            self.notify(notice, title="Settings", severity="warning", markup=False)

    def _take_keys(self) -> None:
        """Bind the player's own keys, those that mean nothing else."""
        keys = dict(self.preferences.settings.keys)
        for command, reason in clashes(keys).items():
            del keys[command]
            self.preferences.problems += (f"{command} keeps its keys: {reason}",)
        self.own_keys = keys
        self.set_keymap({command: ",".join(own) for command, own in keys.items()})

    def _watch_theme(self, theme_name: str) -> None:
        """Keep a theme that the player has chosen, however."""
        super()._watch_theme(theme_name)
        if self._opened and theme_name != self.preferences.settings.theme:
            self.preferences.change(theme=theme_name)
            self.save_settings()

    def first_frame_painted(self) -> None:
        """Do what had to wait until there is something to be seen; the second time there is nothing left to do."""
        if not gc.isenabled():
            gc.freeze()  # what is there now stays, and need not be looked through again and again
            gc.enable()
        first = getattr(self.screen, "place", None) in {Place.FRONT, Place.WAITING, Place.ROUND}
        self.read_other_styles(restyle=not first)  # somebody was faster

    def get_default_screen(self) -> Screen[None]:
        """Return the front page; under a game that was asked for nothing, until the game is over."""
        return Screen() if self._playing else self.front

    def on_mount(self) -> None:
        """Open the front page, or begin a game if that is wanted."""
        self.terminal_taken()
        if self._playing:
            self.call_later(self._begin_first)  # what is drawn while the app is being mounted is thrown away
        else:
            self.read_styles(FRONT)
            self._open()

    def _open(self) -> None:
        """Take note that the first screen is there."""
        self._opened = True
        for problem in self.preferences.problems:
            self.notify(problem, title="Settings", severity="warning", timeout=12, markup=False)
        self._watch_size()

    async def _begin_first(self) -> None:
        """Begin the game that the command line asked for, or wait for its words."""
        import_module("jumble.tui.screens.round")  # while its words are still being chosen
        if (made := self.desk.prefetched_game(AHEAD_SECONDS)) is not None:
            opened, article, puzzle = made
            self.front.happen(FirstGameBegan(opened))
            self.begin(article, puzzle)
            self.screen.call_after_refresh(self._keep, article)
        else:
            await self._wait_for_words()
        self._open()

    @work
    async def _keep(self, article: Article) -> None:
        """Put the article of a game that began at once into the library, which opens the record, too."""
        await in_background(lambda: self.desk.library.remember(article))
        self.tell_notice()

    async def _wait_for_words(self) -> None:
        """Put the wait in front of the page that opens the article."""
        from jumble.tui.screens.wait import WaitScreen

        self.read_styles(WAITING, FRONT)
        await self.push_screen(self.front)
        if self.is_running:
            self.push_screen(WaitScreen())

    def tell_notice(self) -> None:
        """Tell what the record has to say, once."""
        if notice := self.desk.take_notice():
            self.notify(notice, title="Records", severity="warning", timeout=12, markup=False)

    # --- the way of a game

    def begin(self, article: Article, puzzle: Puzzle) -> None:
        """Begin a game; after it, or when it is left, the front page comes back."""
        from jumble.tui.screens.round import RoundScreen

        self.read_styles(ROUND)
        table = RoundScreen(article, self.desk.session(article, puzzle))
        if self.front.in_front is InFront.WAIT:
            self.switch_screen(table)
        else:
            self.push_screen(table)
        table.call_after_refresh(self._open_record)

    @work
    async def _open_record(self) -> None:
        """Open the record of the game that has begun, unless it is; its moves wait for that."""
        await in_background(self.desk.open_game)

    def resume(self, article: Article, session: Session) -> None:
        """Go on with a game that was cut off; it waits, paused, until the player says so."""
        from jumble.tui.screens.round import RoundScreen

        self.read_styles(ROUND)
        table = RoundScreen(article, session)
        self.push_screen(table)
        table.call_later(table.action_pause)

    def give_up(self, reason: str) -> None:
        """End because there is nothing to show; the command line says why."""
        self.refusal = reason
        self.exit(return_code=1)

    def finish(self, article: Article, game: Game) -> None:
        """Show the results in the place of the game."""
        from jumble.tui.screens.results import ResultsScreen

        self.tell_notice()
        if not self.preferences.settings.lessons_seen:
            self.preferences.change(lessons_seen=True)
            self.save_settings()
        self.leave_table()
        self.push_screen(ResultsScreen(article, game))

    def leave_table(self) -> None:
        """Take a game off the table; the front page is under it, or comes in its place."""
        from jumble.tui.screens.round import RoundScreen

        for screen in self.screen_stack:
            if isinstance(screen, RoundScreen):
                screen.dismiss()
        if self.front in self.screen_stack:
            self.front.game_over()
        else:
            self.push_screen(self.front)

    def play_again(self) -> None:
        """Play other words of the article on the front page."""
        for screen in self.screen_stack[self.screen_stack.index(self.front) + 1 :][::-1]:
            screen.dismiss()
        self.front.action_play()

    # --- commands

    def action_show_help(self) -> None:
        """Show the help screen, unless it is there."""
        from jumble.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(getattr(self.screen, "place", None)))

    def action_show_records(self) -> None:
        """Show the record, unless it is there."""
        from jumble.tui.screens.record_page import RecordsScreen

        if not any(isinstance(screen, RecordsScreen) for screen in self.screen_stack):
            self.push_screen(RecordsScreen())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Fill the palette from the registry: what the screen in front can do, then what can be done everywhere."""
        from jumble.tui.screens.palette import palette_commands

        yield from palette_commands(self, screen)
        yield from (command for command in super().get_system_commands(screen) if command.title == "Theme")

    def action_command_palette(self) -> None:
        """Show the palette, unless it is there, under another screen perhaps."""
        from jumble.tui.screens.palette import Palette

        if not any(isinstance(screen, Palette) for screen in self.screen_stack):
            self.push_screen(Palette(id="--command-palette"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave nothing but quitting while the terminal is too small."""
        return action == "quit" or not isinstance(self.screen, SmallScreen)

    # --- the terminal

    def on_resize(self) -> None:
        """Look at the size again; before the first screens are there, `on_mount` does."""
        if self._opened:
            self.in_turn(self._watch_size)

    def _watch_size(self) -> None:
        """Keep the notice in front of everything while the terminal is too small."""
        notices = [screen for screen in self.screen_stack if isinstance(screen, SmallScreen)]
        if self.size.width >= MIN_WIDTH and self.size.height >= MIN_HEIGHT:
            for notice in notices:
                notice.dismiss()
        elif not notices:
            self.read_styles(DIALOGS)
            self.push_screen(SmallScreen())
