"""Days in a row, by the player's own calendar, against a count day by day."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.figures.day_streaks import Streak, played_days, streak
from tests.records.histories import game, life, rows, times

DAY = timedelta(days=1)
TODAY = date(2025, 7, 10)


def counted_backwards(days: set[date], day: date) -> int:
    count = 0
    while day in days:
        count += 1
        day -= DAY
    return count


def counted_day_by_day(days: set[date], today: date) -> Streak:
    """Return what `streak` should, by counting backwards from every day."""
    standing = next((day for day in (today + DAY, today, today - DAY) if day in days), today)
    return Streak(
        current=counted_backwards(days, standing),
        longest=max((counted_backwards(days, day) for day in days), default=0),
        days=len(days),
        last=max(days, default=None),
    )


@pytest.mark.parametrize(
    ("ago", "current", "longest"),
    [
        ([], 0, 0),
        ([0], 1, 1),
        ([1], 1, 1),  # today may still be played
        ([2], 0, 1),
        ([0, 1, 2], 3, 3),
        ([1, 2, 3], 3, 3),
        ([0, 2, 3, 4], 1, 3),
        ([1, 3, 4], 1, 2),
        ([2, 3, 4, 9], 0, 3),
        ([-1, 0, 1], 3, 3),  # played tomorrow, on the other side of the date line
        ([-1], 1, 1),
        ([-30, 0, 1], 2, 2),  # a clock that was wrong
        ([-30], 0, 1),
        ([-30, -31, -32], 0, 3),
    ],
)
def test_days_in_a_row(ago: list[int], current: int, longest: int) -> None:
    streaks = streak([TODAY - DAY * days_ago for days_ago in ago], TODAY)
    assert (streaks.current, streaks.longest, streaks.days) == (current, longest, len(ago))
    assert streaks.last == (TODAY - DAY * min(ago) if ago else None)


@given(st.sets(st.integers(-40, 400)), st.integers(-40, 400))
def test_the_streak_is_what_counting_day_by_day_gives(ago: set[int], today: int) -> None:
    days = {TODAY - DAY * days_ago for days_ago in ago}
    on = TODAY - DAY * today
    assert streak(days, on) == counted_day_by_day(days, on)


@given(st.sets(st.integers(0, 60)))
def test_one_more_day_makes_no_streak_shorter(ago: set[int]) -> None:
    days = {TODAY - DAY * days_ago for days_ago in ago}
    before, after = streak(days, TODAY), streak(days | {TODAY}, TODAY)
    assert after.current == before.current + (TODAY not in days)
    assert after.longest >= before.longest


@pytest.mark.parametrize("seed", range(12))
def test_400_days_over_midnights_summer_times_and_zones(seed: int) -> None:
    games = life(seed)
    days = {time.date() for started_and_ended in games for time in started_and_ended if time}
    played = played_days(times(rows(games)))
    assert played == days
    assert len({started.utcoffset() for started, _ in games}) > 2, "clocks changed and zones were left"
    for today in (max(days) + DAY * number for number in (*range(-100, 0, 9), 0, 1, 2)):
        assert streak(played, today) == counted_day_by_day(days, today)


@pytest.mark.parametrize(
    ("zone", "first"),
    [
        ("Europe/Berlin", date(2025, 3, 28)),  # 30 March has 23 hours
        ("Europe/Berlin", date(2025, 10, 24)),  # 26 October has 25
        ("America/Sao_Paulo", date(2018, 11, 2)),  # 4 November 2018 began at one o'clock
        ("Australia/Lord_Howe", date(2025, 4, 4)),  # half an hour
    ],
)
@pytest.mark.parametrize("hour", [1, 2, 12, 23])
def test_a_game_at_the_same_hour_of_each_day_is_a_game_a_day(zone: str, first: date, hour: int) -> None:
    local = ZoneInfo(zone)
    days = [first + DAY * number for number in range(5)]
    times = [datetime(day.year, day.month, day.day, hour, 30, tzinfo=local) for day in days]
    written = [time.astimezone(UTC).astimezone(local).isoformat(timespec="seconds") for time in times]
    assert streak(played_days(written), days[-1]).current == 5


@pytest.mark.parametrize(
    ("started", "ended", "days"),
    [
        ("2025-07-01T23:58:00+02:00", "2025-07-02T00:04:00+02:00", [1, 2]),  # both, not the day in Greenwich
        ("2025-07-01T00:01:00+02:00", "2025-07-01T00:09:00+02:00", [1]),  # in Greenwich still the day before
        ("2025-07-01T23:58:00-07:00", None, [1]),
        ("2025-07-01T10:00:00+00:00", "2025-07-08T10:00:00+00:00", [1, 8]),  # gone on with after a week
        ("2025-07-02T06:00:00+13:00", "2025-07-01T08:00:00-11:00", [1, 2]),  # over the date line
        ("no time", None, []),
    ],
)
def test_a_game_counts_for_the_days_it_was_begun_and_ended_on(started: str, ended: str | None, days: list[int]) -> None:
    assert sorted(played_days([started, ended])) == [date(2025, 7, day) for day in days]


def test_a_games_own_day_is_that_of_its_end() -> None:
    assert game("2025-07-01T23:58:00+02:00", "2025-07-02T00:04:00+02:00").day == date(2025, 7, 2)
    assert game("2025-07-01T23:58:00+02:00", None).day == date(2025, 7, 1)
