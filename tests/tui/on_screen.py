"""How tests see the screens, and how they hold an opening back until they let it come."""

from collections.abc import Callable
from threading import Event

from textual.pilot import Pilot
from textual.widgets import Static

from jumble.article import Article, Cancel, CancelledError
from jumble.desk.opener import Opened, Progress
from jumble.tui.app import JumbleApp
from jumble.tui.screens.front import FrontScreen
from jumble.tui.screens.round import RoundScreen
from jumble.tui.widgets.article_text import ArticlePreview
from jumble.tui.widgets.playbox import PlayBox
from tests.tui.newsroom import (
    TestOpener,
    settled,
)


def round_screen(pilot: Pilot[None]) -> RoundScreen:
    screen = pilot.app.screen
    assert isinstance(screen, RoundScreen)
    return screen


def shown(pilot: Pilot[None], selector: str) -> str:
    screen = pilot.app.screen
    if isinstance(screen, FrontScreen):
        box = screen.query_one(PlayBox)
        return {"#headline": screen.query_one(ArticlePreview).title, "#choice": box.choice, "#cut-off": box.offer}[
            selector
        ]
    return str(pilot.app.screen.query_one(selector, Static).render())


async def seen(pilot: Pilot[None]) -> None:
    """Wait until the answer is painted."""
    screen = round_screen(pilot)
    while not screen._answer_painted_at:
        await pilot.pause()


def opens(app: JumbleApp, first: Callable[[Progress, Cancel], Opened]) -> None:
    assert isinstance(app.desk.opener, TestOpener)
    app.desk.opener.first = first


async def settled_but_for(pilot: Pilot[None], gate: Event) -> None:
    """Let what was given up end after what was asked for next."""
    await pilot.pause()
    gate.set()
    await settled(pilot)


def late(gate: Event, article: Article) -> Opened:
    gate.wait(60)
    return Opened(article)


def wait_until_given_up(gate: Event, cancel: Cancel) -> Opened:
    gate.wait(60)
    assert cancel.is_set()
    raise CancelledError("cancelled")
