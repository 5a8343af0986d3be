"""The line at the top of a page: temperature and place, the paper's name, the date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from jumble.article import Dateline


NAME = "THE WORD JUMBLE"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


def show_temperature(degrees: float) -> str:
    """Return a temperature in degrees Celsius as a newspaper prints it."""
    return f"{degrees:.1f}".removesuffix(".0").replace("-", "−") + " °C"


def show_date(day: date, *, short: bool = False) -> str:
    """Return a day as a newspaper prints it: Tuesday, 1 July 2025; short: 1 Jul 2025."""
    month = _MONTHS[day.month - 1]
    if short:
        return f"{day.day} {month[:3]} {day.year}"
    return f"{_WEEKDAYS[day.weekday()]}, {day.day} {month} {day.year}"


class Masthead(Widget):
    """Draws the masthead and a rule below it."""

    def __init__(self, dateline: Dateline | None, today: date) -> None:
        """Begin with an article's dateline, or None; one without a date gets the date `today`."""
        super().__init__()
        self._dateline = dateline
        self._today = today

    def set_dateline(self, dateline: Dateline) -> None:
        """Draw another article's dateline."""
        self._dateline = dateline
        self.refresh()

    def render(self) -> Content:
        """Draw the three parts, the outer two shortened where they would run into the name."""
        width = self.size.width
        dateline, day = self._printed_dateline()
        left = " · ".join(_left(dateline))
        side = (width - cell_len(NAME)) // 2 - 2
        dates = [show_date(day), show_date(day, short=True)] if day else []
        right = next((text for text in dates if cell_len(text) <= side), "")
        if cell_len(left) > side:
            left = Content(left).truncate(max(0, side), ellipsis=True).plain
        before = (width - cell_len(NAME)) // 2 - cell_len(left)
        after = width - cell_len(left) - before - cell_len(NAME) - cell_len(right)
        line = Content.assemble((left, "$quiet"), " " * before, (NAME, "bold $primary"), " " * after, (right, "$quiet"))
        return Content.assemble(line, "\n", ("─" * width, "$rule"))

    def _printed_dateline(self) -> tuple[Dateline | None, date | None]:
        """Return dateline and date to print, as the player has set: the article's, today's date alone, or neither."""
        match getattr(self.app, "dateline", "article"):
            case "none":
                return None, None
            case "today":
                return None, self._today
            case _:
                day = self._dateline.date if self._dateline else None
                return self._dateline, day or self._today


def _left(dateline: Dateline | None) -> list[str]:
    """Return those of temperature and place that the dateline has."""
    if dateline is None:
        return []
    parts = [] if dateline.temperature is None else [show_temperature(dateline.temperature)]
    return [*parts, *([dateline.place] if dateline.place else [])]
