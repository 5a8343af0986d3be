import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.desk.blocks import bar, columns

shares = st.floats(-1, 3, allow_nan=False)


@pytest.mark.parametrize(
    ("share", "width", "drawn"),
    [
        (0.0, 4, "    "),
        (-1.0, 4, "    "),
        (0.0001, 4, "▖   "),
        (0.25, 4, "▄   "),
        (0.375, 4, "▄▖  "),
        (0.5, 4, "▄▄  "),
        (1.0, 4, "▄▄▄▄"),
        (1.7, 4, "▄▄▄▄"),
        (0.5, 0, ""),
    ],
)
def test_a_bar_is_as_long_as_its_share(share: float, width: int, drawn: str) -> None:
    assert bar(share, width) == drawn


@pytest.mark.parametrize(
    ("mark", "drawn"), [(0.0, "│▄  "), (0.5, "▄▄│ "), (0.99, "▄▄ │"), (1.0, "▄▄ │"), (-2.0, "│▄  "), (2.0, "▄▄ │")]
)
def test_a_mark_stands_at_its_share(mark: float, drawn: str) -> None:
    assert bar(0.5, 4, mark) == drawn


@pytest.mark.parametrize(
    ("shares", "height", "pitch", "drawn"),
    [
        ([], 2, 1, ["", ""]),
        ([0.0], 2, 1, [" ", " "]),
        ([1.0], 2, 1, ["█", "█"]),
        ([0.001, 0.25, 0.5, 0.5625, 1.0], 2, 1, ["   ▁█", "▁▄███"]),
        ([0.5, 1.0], 1, 3, ["▄▄ ██ "]),
    ],
)
def test_columns_are_as_high_as_their_shares(shares: list[float], height: int, pitch: int, drawn: list[str]) -> None:
    assert columns(shares, height, pitch) == drawn


@given(shares, shares, st.integers(0, 90))
def test_a_larger_share_never_has_the_shorter_bar(one: float, other: float, width: int) -> None:
    drawn = [bar(share, width) for share in sorted((one, other))]
    assert [len(each) for each in drawn] == [width, width]
    weights = [2 * each.count("▄") + each.count("▖") for each in drawn]
    assert weights == sorted(weights)


@given(st.lists(shares, max_size=60), st.integers(1, 9), st.integers(1, 5))
def test_columns_fill_their_rows_and_hang_together(values: list[float], height: int, pitch: int) -> None:
    rows = columns(values, height, pitch)
    assert [len(row) for row in rows] == [pitch * len(values)] * height
    for place, share in enumerate(values):
        column = "".join(row[place * pitch] for row in reversed(rows))
        assert (column.strip() != "") == (share > 0)
        assert column.rstrip().strip("█") in {"", *"▁▂▃▄▅▆▇"}  # full cells, then at most one that is not
