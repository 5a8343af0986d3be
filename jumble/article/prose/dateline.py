"""Reads the masthead of a page: which line is a temperature, which a date, which a place."""

import datetime as dt
import re
from dataclasses import dataclass, replace

from jumble.article.article import Dateline
from jumble.article.prose.furniture import is_byline
from jumble.startup.lazy import regex

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DATES = tuple(
    regex(rf"(?:updated:?\s+|published:?\s+)?{pattern}\.?", re.IGNORECASE)
    for pattern in (
        rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}})",
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)",
        r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})",
    )
)
_TEMPERATURE = regex(
    r"(?P<sign>[-−–+]?)(?P<degrees>\d{1,3}(?:[.,]\d+)?)\s*+(?:(?:°|º|deg(?:rees)?)\s*+)?(?P<unit>[CF])"
)
_PLACE = regex(r"[^\W\d_](?:[^\W\d_]|[ .,'’-]){0,38}[^\W\d_]")
_SEPARATORS = regex(r"\s+[·•|—–]\s+|\s*[·•|]\s*")

MAX_LINES = 6
"""A masthead is a few lines at the very top; what looks like one further down is part of the text."""
MAX_PLACE_WORDS = 4
MAX_LABEL_WORDS = 3
"""Of the category that a page prints behind its date."""
_LABEL = regex(r"[^\W\d_a-z][^\d.!?:;,…]*")


@dataclass(slots=True)
class _Found:
    """What the lines read so far have told."""

    place: str | None = None
    date: dt.date | None = None
    temperature: float | None = None


def read_date(text: str) -> dt.date | None:
    """Return the day that `text` names (English month names, ISO 8601, or D.M.YYYY), or None if it is no date."""
    for pattern in _DATES:
        if found := pattern.fullmatch(text.strip()):
            month = found["month"].casefold()
            number = int(month) if month.isdecimal() else _MONTHS.index(month[:3]) + 1
            try:
                return dt.date(int(found["year"]), number, int(found["day"]))
            except ValueError:
                return None
    return None


def is_dated_label(line: str) -> bool:
    """Tell a line that is a date and a category, as pages print them over their text: `31.01.2016 Hardware`."""
    words = line.split()
    return any(
        _LABEL.fullmatch(" ".join(words[-count:])) and read_date(" ".join(words[:-count]))
        for count in range(1, min(MAX_LABEL_WORDS, len(words) - 1) + 1)
    )


def read_temperature(text: str) -> float | None:
    """Return the temperature that `text` names (27.1 C, −3 °C, 81 °F) in degrees Celsius, one decimal, or None."""
    found = _TEMPERATURE.fullmatch(text.strip())
    if found is None:
        return None
    degrees = float(found["degrees"].replace(",", "."))
    degrees = -degrees if found["sign"] in {"-", "−", "–"} else degrees
    return round(degrees if found["unit"] == "C" else (degrees - 32) / 1.8, 1)


def read_masthead(lines: list[str]) -> tuple[Dateline, int]:
    """Return the dateline at the top of `lines` and how many of them it takes (0: there is none).

    A line counts when every part of it is a temperature, a date or a place, and at most one place is named. A place
    alone is no masthead, nor one parted from the date by an empty line: a headline may be as short.
    """
    found, pending = _Found(), _Found()
    taken = 0
    for number, line in enumerate(lines[:MAX_LINES]):
        text = line.strip()
        if not text:
            if pending.place and not taken:
                break
            continue
        trial = replace(pending)
        sure = [_read_part(part, trial) for part in _SEPARATORS.split(text)]
        if None in sure:
            break
        pending = trial
        touching = taken == number and taken > 0
        if True in sure or touching:
            found, taken = replace(pending), number + 1
    return Dateline(found.place, found.date, found.temperature), taken


def _read_part(part: str, found: _Found) -> bool | None:
    """Put `part` where it belongs in `found`: True for a date or temperature, False for a place, None for neither."""
    temperature, day = read_temperature(part), read_date(part)
    if temperature is not None and found.temperature is None:
        found.temperature = temperature
        return True
    if day is not None and found.date is None:
        found.date = day
        return True
    words = part.split()
    is_place = _PLACE.fullmatch(part) and part[0].isupper() and len(words) <= MAX_PLACE_WORDS
    if is_place and found.place is None and not is_byline(part):
        found.place = part
        return False
    return None
