"""Makes the README's pictures from the game itself: python tests/pictures/make_pictures.py."""

import asyncio
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from jumble.article import HOUSE
from jumble.game import MODES
from jumble.records import Settings, open_records
from jumble.tui.app import JumbleApp
from jumble.tui.choice import Choice
from jumble.tui.desk import Desk
from jumble.tui.opener import Opener
from jumble.tui.screens.round import RoundScreen
from tests.tui.newsroom import make_preferences, settled

HERE = Path(__file__).parent
ARTICLE = f"{HOUSE}transatlantic-cable"
SEED = 8
TODAY = date(2026, 11, 23)
PLAYED = 14.0
"""Seconds into the round that is shown."""


class Clock:
    """Stands where it is put."""

    time = 0.0

    def __call__(self) -> float:
        return self.time


async def shoot(folder: Path, theme: str) -> None:
    """Write front.svg and round.svg."""
    records, clock = open_records(folder / "home"), Clock()
    desk = Desk(
        Opener([ARTICLE], today=lambda: TODAY),
        lambda: records,
        Choice(MODES["classic"], "medium", seed=SEED),
        new_seed=lambda: SEED,
        clock=clock,
        today=lambda: TODAY,
    )
    app = JumbleApp(desk, make_preferences(Settings(lessons_seen=True)))
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = theme
        await settled(pilot)
        write(app, folder / "front.svg")
        await pilot.press("enter")
        await play_some(pilot, clock)
        write(app, folder / "round.svg")
    records.close()


async def play_some(pilot: Pilot[None], clock: Clock) -> None:
    """Solve two rounds, and begin the third with a clue."""
    screen = pilot.app.screen
    assert isinstance(screen, RoundScreen)
    for _ in range(2):
        clock.time += PLAYED
        await pilot.press(*screen.game.round.answer, "enter")
    clock.time += PLAYED
    await pilot.press("tab", *screen.game.round.answer[:3])
    screen._show_clock()
    await pilot.pause()


def write(app: JumbleApp, path: Path) -> None:
    """Write what is on the screen."""
    path.write_text(app.export_screenshot(title="Article Word Jumble"), encoding="utf-8")


if __name__ == "__main__":
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    with tempfile.TemporaryDirectory() as home:
        asyncio.run(shoot(Path(home), "paper-day"))
        for name in ("front.svg", "round.svg"):
            (HERE / name).write_text((Path(home) / name).read_text(encoding="utf-8"), encoding="utf-8")
    sys.stdout.write(f"front.svg and round.svg in {HERE.name} are up to date\n")
