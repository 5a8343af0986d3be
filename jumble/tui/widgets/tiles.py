"""The letters of a round: the rack of tiles, the slots below it, and a letter that flies from one to the other.

All are one widget: each widget costs a millisecond before the first paint, and time at every key.
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
"""Most columns from one tile to the next: a tile of five and a gap."""
MIN_PITCH = 4
FLIGHT_SECONDS = 0.08
"""How long a letter is drawn half-way between rack and slot, the one place of its flight that is painted."""
EMPTY_MARK = "·"

TILE_LINES, FLIGHT_LINE, LETTER_LINE = range(3), 3, 4
LINES = 6


def pitch_for(count: int, width: int, letter_width: int = 1) -> int:
    """Return the columns from one tile to the next at which `count` tiles fit into `width`, within the limits."""
    return max(MIN_PITCH + letter_width - 1, min(MAX_PITCH + letter_width - 1, (width + 1) // max(1, count)))


def places(count: int, width: int, letter_width: int = 1) -> list[Region]:
    """Return the regions of `count` letters, centred in a width, each as high as rack and slots together."""
    pitch = pitch_for(count, width, letter_width)
    start = max(0, (width - (pitch * count - 1)) // 2)
    return [Region(start + place * pitch, 0, pitch - 1, LINES) for place in range(count)]


def centred(letter: str, width: int) -> str:
    """Return a letter centred in `width` cells."""
    space = width - cell_len(letter)
    return " " * (space // 2) + letter + " " * (space - space // 2)


class Face(NamedTuple):
    """A letter as it is drawn, on the rack or in a slot."""

    tile: int
    """The tile's place in the scramble; −1 for a letter of the answer and an empty slot."""
    letter: str
    """The letter in capitals; empty for an empty slot."""
    used: bool = False
    """Whether the tile was laid: its place on the rack is drawn empty."""
    fixed: bool = False
    """Whether a hint laid the letter, so that it cannot be taken back."""
    frame: str = "frame"
    """The kind of its frame: `frame` during a round, `solved` or `missed` for a letter of the answer."""


EMPTY_SLOT = Face(-1, "")


class Flight(NamedTuple):
    """The way of a letter from the rack to its slot."""

    letter: str
    start: int
    """The letter's place on the rack, from the left."""
    end: int


class Tiles(Drawn):
    """Draws rack and slots; a click on a tile or on the slots posts a message."""

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

    class TileClicked(Message):
        """A tile of the rack was clicked."""

        def __init__(self, tile: int) -> None:
            super().__init__()
            self.tile = tile

    class SlotsClicked(Message):
        """The slots were clicked."""

    def __init__(self) -> None:
        """Begin without letters."""
        super().__init__()
        self.rack: tuple[Face, ...] = ()
        self.slots: tuple[Face, ...] = ()
        self._letter_width = 1
        self._flying: tuple[int, str] | None = None
        """The column over which a letter is flying, and the letter."""
        self._landing: Timer | None = None

    def set_faces(
        self, rack: tuple[Face, ...], slots: tuple[Face, ...], letter_width: int, flight: Flight | None = None
    ) -> None:
        """Draw other letters, with `letter_width` cells for the widest, so that rack and slots stay aligned.

        With `flight`, that letter flies to its slot. One that still flies lands at once and the new one does not fly:
        the player types too fast for that. Each change is one repaint.
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
        """Yield the regions of the letters that differ from those drawn before."""
        for place, before, now in zip(self.places, rack, self.rack, strict=True):
            if now != before:
                yield Region(place.x, 0, place.width, len(TILE_LINES))
        for place, before, now in zip(self.places, slots, self.slots, strict=bool(slots)):
            if now != before:
                yield Region(place.x, LETTER_LINE, place.width, 1 if now.fixed == before.fixed else 2)

    @property
    def places(self) -> list[Region]:
        """The regions of the letters."""
        return places(len(self.rack), self.size.width, self._letter_width)

    # --- the flight of a letter

    def _land(self) -> bool:
        """End the flight, if a letter is flying; return whether one was."""
        if self._flying is None:
            return False
        if self._landing is not None:
            self._landing.stop()
        self._refresh_flight()
        self._flying = self._landing = None
        return True

    def _refresh_flight(self) -> None:
        """Repaint the cells of the flying letter."""
        if self._flying is not None and self._flying[0] < len(self.rack):
            place = self.places[self._flying[0]]
            self.refresh(Region(place.x, FLIGHT_LINE, place.width, 1))

    # --- drawing

    def render_line(self, y: int) -> Strip:
        """Draw a line of all letters."""
        width = self.size.width
        runs: list[Run] = []
        x = 0
        for number, place in enumerate(self.places):
            runs.append((" " * (place.x - x), runs[-1][1] if runs else "quiet"))
            runs += self._cell(number, y, place.width)
            x = place.right
        return self.strip(runs, width)

    def _cell(self, number: int, y: int, width: int) -> list[Run]:
        """Return what line `y` shows of one letter: its tile, its flight, or its slot."""
        if y in TILE_LINES:
            return tile_line(self.rack[number], y, width)
        if y == FLIGHT_LINE:
            flying = self._flying is not None and self._flying[0] == number
            return [(centred(self._flying[1] if flying and self._flying else "", width), "quiet")]
        if number >= len(self.slots):
            return [(" " * width, "quiet")]
        return slot_line(self.slots[number], y, width)

    # --- clicks

    def on_click(self, event: events.Click) -> None:
        """Post which tile of the rack was clicked, or that the slots were."""
        for number, place in enumerate(self.places):
            if place.x <= event.x < place.right:
                if event.y in TILE_LINES:
                    self.post_message(self.TileClicked(self.rack[number].tile))
                elif event.y >= LETTER_LINE and self.slots:
                    self.post_message(self.SlotsClicked())


def tile_line(face: Face, line: int, width: int) -> list[Run]:
    """Return one of the three lines of a tile; one that was laid is drawn as an empty, dashed frame."""
    inner = width - 2
    left, right = ("╭╮", "││", "╰╯")[line] if not face.used else ("╭╮", "┆┆", "╰╯")[line]
    frame = "used" if face.used else face.frame
    if line == 1:
        middle = (" " * inner, frame) if face.used else (centred(face.letter, inner), "letter")
        return [(left, frame), middle, (right, frame)]
    return [(left + ("┄" if face.used else "─") * inner + right, frame)]


def slot_line(face: Face, line: int, width: int) -> list[Run]:
    """Return the letter in a slot, a dot if it is empty; or the line below it, double if a hint has laid the letter."""
    if line == LETTER_LINE:
        return [(centred(face.letter or EMPTY_MARK, width), "letter" if face.letter else "quiet")]
    return [("═" * width, "fixed")] if face.fixed else [("─" * width, "used")]
