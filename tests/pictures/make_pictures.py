"""Makes the README's pictures from the game itself, drawn and as text: python tests/pictures/make_pictures.py."""

import asyncio
import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import NamedTuple

from textual.pilot import Pilot

from jumble.article import HOUSE
from jumble.desk.choice import Choice
from jumble.desk.desk import Desk
from jumble.desk.opener import Opener
from jumble.game import MODES
from jumble.records import open_records
from jumble.settings import Settings
from jumble.settings.theme_names import DAY_NAME, NIGHT_NAME
from jumble.tui.app import JumbleApp
from jumble.tui.screens.round import RoundScreen
from tests.tui.newsroom import make_preferences, settled

HERE = Path(__file__).parent
README = HERE.parent.parent / "README.md"
ARTICLE = f"{HOUSE}transatlantic-cable"
SEED = 8
TODAY = date(2026, 11, 23)
PLAYED = 14.0
"""Seconds into the round that is shown."""


class Shot(NamedTuple):
    """A size and a theme to be pictured in."""

    name: str
    size: tuple[int, int]
    theme: str


SHOTS = (Shot("wide-night", (120, 40), NIGHT_NAME), Shot("day", (80, 24), DAY_NAME))


class Clock:
    """Stands where it is put."""

    time = 0.0

    def __call__(self) -> float:
        return self.time


async def shoot(folder: Path, shot: Shot) -> None:
    """Write a picture of the front page and one of a round."""
    records, clock = open_records(folder / shot.name / "home"), Clock()
    desk = Desk(
        Opener([ARTICLE], today=lambda: TODAY),
        lambda: records,
        Choice(MODES["classic"], "medium", seed=SEED),
        new_seed=lambda: SEED,
        clock=clock,
        today=lambda: TODAY,
    )
    app = JumbleApp(desk, make_preferences(Settings(lessons_seen=True, theme=shot.theme)))
    async with app.run_test(size=shot.size) as pilot:
        await settled(pilot)
        write(app, folder / f"front-{shot.name}.svg")
        await pilot.press("enter")
        await play_some(pilot, clock)
        write(app, folder / f"round-{shot.name}.svg")
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
    """Write what is on the screen, drawn and as text."""
    path.write_text(app.export_screenshot(title="Article Word Jumble"), encoding="utf-8")
    lines = [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]
    path.with_suffix(".txt").write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def take_over(made: Path) -> None:
    """Put a picture in the place of the one before; text stands in the README, too, for pages without its pictures."""
    old, picture = HERE / made.name, made.read_text(encoding="utf-8")
    if old.suffix == ".txt":
        readme = README.read_text(encoding="utf-8")
        README.write_text(readme.replace(old.read_text(encoding="utf-8"), picture), encoding="utf-8")
    old.write_text(picture, encoding="utf-8")


async def shoot_all(folder: Path) -> None:
    """Write every picture."""
    for shot in SHOTS:
        await shoot(folder, shot)


if __name__ == "__main__":
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    with tempfile.TemporaryDirectory() as made:
        asyncio.run(shoot_all(Path(made)))
        for picture in sorted([*Path(made).glob("*.svg"), *Path(made).glob("*-day.txt")]):
            take_over(picture)
            sys.stdout.write(f"{picture.name} is up to date\n")
