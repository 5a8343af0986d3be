"""The table of a round: the rack of tiles, the slots where the word comes together, and a letter on its way.

One widget, for each costs a millisecond before the first frame and some of every key's time.
"""

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer

from jumble.tui.widgets.drawn import Drawn, Run

MAX_PITCH = 6
"""Columns from one tile to the next: a tile of five and a gap."""
MIN_PITCH = 4
FLIGHT_SECONDS = 0.08
"""How long a letter is seen half way between rack and slot: each place more would have to be painted twice."""
WANTED = "·"

TILE_LINES, FLIGHT_LINE, LETTER_LINE = range(3), 3, 4
LINES = 6


def pitch_for(count: int, width: int, letter_width: int = 1) -> int:
    """Return the columns from one tile to the next so that `count` tiles fit into `width`."""
    return max(MIN_PITCH + letter_width - 1, min(MAX_PITCH + letter_width - 1, (width + 1) // max(1, count)))


def places(count: int, width: int, letter_width: int = 1) -> list[Region]:
    """Return the columns of `count` letters, centred in a width, as regions as high as the table."""
    pitch = pitch_for(count, width, letter_width)
    start = max(0, (width - (pitch * count - 1)) // 2)
    return [Region(start + place * pitch, 0, pitch - 1, LINES) for place in range(count)]


def centred(letter: str, width: int) -> str:
    """Return a letter in the middle of so many cells."""
    space = width - cell_len(letter)
    return " " * (space // 2) + letter + " " * (space - space // 2)


class Face(NamedTuple):
    """A letter as it is shown."""

    tile: int
    """Its place in the scramble; −1 for what is no tile."""
    letter: str
    """As it is shown; empty where one is wanted."""
    used: bool = False
    """Laid: its place in the rack is empty."""
    fixed: bool = False
    """Laid by a hint: not to be taken back."""
    frame: str = "frame"
    """What its frame is: that of a letter in play, of a word that was found, or of one that was not."""


NOTHING = Face(-1, "")


class Flight(NamedTuple):
    """A letter that crosses from the rack to its slot."""

    letter: str
    start: int
    """Its place in the rack as it is shown."""
    end: int


class Tiles(Drawn):
    """Shows letters; a click on one is told."""

    prefix = "tiles"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "tiles--frame",
        "tiles--solved",
        "tiles--missed",
        "tiles--letter",
        "tiles--used",
        "tiles--quiet",
        "tiles--fixed",
    }

    class Picked(Message):
        """A tile of the rack was clicked."""

        def __init__(self, tile: int) -> None:
            super().__init__()
            self.tile = tile

    class TakenBack(Message):
        """The slots were clicked."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.rack: tuple[Face, ...] = ()
        self.slots: tuple[Face, ...] = ()
        self._letter_width = 1
        self._flying: tuple[int, str] | None = None
        """Over which slot, and the letter."""
        self._landing: Timer | None = None

    def lay(
        self, rack: tuple[Face, ...], slots: tuple[Face, ...], letter_width: int, flight: Flight | None = None
    ) -> None:
        """Show these letters; the widest one of the word takes so many cells, so that rack and slots keep in step.

        A letter on its way is there at once when another change comes; then the next one does not fly: they come too
        fast. Both are part of one repaint.
        """
        before = self.rack, self.slots
        flies = not self._land() and self.app.animation_level == "full"
        same = (len(rack), len(slots), letter_width) == (len(self.rack), len(self.slots), self._letter_width)
        self.rack, self.slots, self._letter_width = rack, slots, letter_width
        if not same:
            self.refresh()
        elif regions := list(self._changed(*before)):
            self.refresh(*regions)
        if flight is not None and flies:
            self._flying = (flight.start + flight.end) // 2, flight.letter
            self._refresh_flight()
            self._landing = self.set_timer(FLIGHT_SECONDS, self._land)

    def _changed(self, rack: Sequence[Face], slots: Sequence[Face]) -> Iterator[Region]:
        """Yield what differs on the screen from the letters before."""
        for place, before, now in zip(self.places, rack, self.rack, strict=True):
            if now != before:
                yield Region(place.x, 0, place.width, len(TILE_LINES))
        for place, before, now in zip(self.places, slots, self.slots, strict=bool(slots)):
            if now != before:
                yield Region(place.x, LETTER_LINE, place.width, 1 if now.fixed == before.fixed else 2)

    @property
    def places(self) -> list[Region]:
        """Where the letters stand."""
        return places(len(self.rack), self.size.width, self._letter_width)

    # --- a letter on its way

    def _land(self) -> bool:
        """Let the letter on its way be there; tell whether there was one."""
        if self._flying is None:
            return False
        if self._landing is not None:
            self._landing.stop()
        self._refresh_flight()
        self._flying = self._landing = None
        return True

    def _refresh_flight(self) -> None:
        """Have the cells of the letter painted that is on its way."""
        if self._flying is not None and self._flying[0] < len(self.rack):
            place = self.places[self._flying[0]]
            self.refresh(Region(place.x, FLIGHT_LINE, place.width, 1))

    # --- drawing

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        width = self.size.width
        runs: list[Run] = []
        x = 0
        for number, place in enumerate(self.places):
            runs.append((" " * (place.x - x), runs[-1][1] if runs else "quiet"))
            runs += self._cell(number, y, place.width)
            x = place.right
        return self.strip(runs, width)

    def _cell(self, number: int, y: int, width: int) -> list[Run]:
        """Return what stands in one place of a line."""
        if y in TILE_LINES:
            return tile(self.rack[number], y, width)
        if y == FLIGHT_LINE:
            flying = self._flying is not None and self._flying[0] == number
            return [(centred(self._flying[1] if flying and self._flying else "", width), "quiet")]
        if number >= len(self.slots):
            return [(" " * width, "quiet")]
        return slot(self.slots[number], y, width)

    # --- clicks

    def on_click(self, event: events.Click) -> None:
        """Tell which letter was hit."""
        for number, place in enumerate(self.places):
            if place.x <= event.x < place.right:
                if event.y in TILE_LINES:
                    self.post_message(self.Picked(self.rack[number].tile))
                elif event.y >= LETTER_LINE and self.slots:
                    self.post_message(self.TakenBack())


def tile(face: Face, line: int, width: int) -> list[Run]:
    """Return one of the three lines of a letter in its frame; a letter that was laid leaves its place empty."""
    inner = width - 2
    left, right = ("╭╮", "││", "╰╯")[line] if not face.used else ("╭╮", "┆┆", "╰╯")[line]
    frame = "used" if face.used else face.frame
    if line == 1:
        middle = (" " * inner, frame) if face.used else (centred(face.letter, inner), "letter")
        return [(left, frame), middle, (right, frame)]
    return [(left + ("┄" if face.used else "─") * inner + right, frame)]


def slot(face: Face, line: int, width: int) -> list[Run]:
    """Return a letter of the word, a dot where one is wanted; or the line under it, double if a hint has fixed it."""
    if line == LETTER_LINE:
        return [(centred(face.letter or WANTED, width), "letter" if face.letter else "quiet")]
    return [("═" * width, "fixed")] if face.fixed else [("─" * width, "used")]
