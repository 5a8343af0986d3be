"""Reads the masthead at the top of an article: the lines with its place, date and temperature."""

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
"""Lines at the beginning of a text among which a masthead is looked for."""
MAX_PLACE_WORDS = 4
MAX_LABEL_WORDS = 3
"""Words of the category that a web page prints after its date."""
_LABEL = regex(r"[^\W\d_a-z][^\d.!?:;,…]*")


@dataclass(slots=True)
class _DatelineParts:
    """The parts of a dateline found so far."""

    place: str | None = None
    date: dt.date | None = None
    temperature: float | None = None


def read_date(text: str) -> dt.date | None:
    """Return the day that `text` names (English month names, ISO 8601, or D.M.YYYY), or None if it is no date."""
    for pattern in _DATES:
        if match := pattern.fullmatch(text.strip()):
            month = match["month"].casefold()
            number = int(month) if month.isdecimal() else _MONTHS.index(month[:3]) + 1
            try:
                return dt.date(int(match["year"]), number, int(match["day"]))
            except ValueError:
                return None
    return None


def is_dated_label(line: str) -> bool:
    """Return whether a line is a date and a category, as web pages print them above a text: `31.01.2016 Hardware`."""
    words = line.split()
    return any(
        _LABEL.fullmatch(" ".join(words[-count:])) and read_date(" ".join(words[:-count]))
        for count in range(1, min(MAX_LABEL_WORDS, len(words) - 1) + 1)
    )


def read_temperature(text: str) -> float | None:
    """Return the temperature that `text` names (27.1 C, −3 °C, 81 °F) in degrees Celsius, one decimal, or None."""
    match = _TEMPERATURE.fullmatch(text.strip())
    if match is None:
        return None
    degrees = float(match["degrees"].replace(",", "."))
    degrees = -degrees if match["sign"] in {"-", "−", "–"} else degrees
    return round(degrees if match["unit"] == "C" else (degrees - 32) / 1.8, 1)


def read_masthead(lines: list[str]) -> tuple[Dateline, int]:
    """Return the dateline at the beginning of `lines` and the number of lines it occupies (0: there is none).

    A line belongs to it if each of its parts is a temperature, a date or a place, of which each may occur once. A place
    counts only together with a date or temperature and not across an empty line: it may be a short headline.
    """
    parts, candidate = _DatelineParts(), _DatelineParts()
    lines_used = 0
    for number, line in enumerate(lines[:MAX_LINES]):
        text = line.strip()
        if not text:
            if candidate.place and not lines_used:
                break
            continue
        trial = replace(candidate)
        part_kinds = [_assign_part(part, trial) for part in _SEPARATORS.split(text)]
        if None in part_kinds:
            break
        candidate = trial
        follows_masthead = lines_used == number and lines_used > 0
        if True in part_kinds or follows_masthead:
            parts, lines_used = replace(candidate), number + 1
    return Dateline(parts.place, parts.date, parts.temperature), lines_used


def _assign_part(part: str, parts: _DatelineParts) -> bool | None:
    """Store `part` in the field it belongs to; True for a date or temperature, False for a place, None for neither.

    A second date, temperature or place is None too.
    """
    temperature, day = read_temperature(part), read_date(part)
    if temperature is not None and parts.temperature is None:
        parts.temperature = temperature
        return True
    if day is not None and parts.date is None:
        parts.date = day
        return True
    words = part.split()
    is_place = _PLACE.fullmatch(part) and part[0].isupper() and len(words) <= MAX_PLACE_WORDS
    if is_place and parts.place is None and not is_byline(part):
        parts.place = part
        return False
    return None
