import pytest
from rich.cells import cell_len

from jumble.tui.widgets.loadline import LEAST_NAME, progress_text


@pytest.mark.parametrize(
    ("came", "seconds", "line"),
    [
        (0, 0.3, "Opening long.txt … · esc cancel"),
        (999, 0.99, "Opening long.txt … · 999 bytes · esc cancel"),
        (1_500, 1.0, "Opening long.txt … · 2 kB · 1 s · esc cancel"),
        (30_130_000, 61.9, "Opening long.txt … · 30.1 MB · 61 s · esc cancel"),
        (999_600, 0.3, "Opening long.txt … · 1.0 MB · esc cancel"),
        (0, 2.5, "Opening long.txt … · 2 s · esc cancel"),
    ],
)
def test_the_line_tells_how_far_it_is(came: int, seconds: float, line: str) -> None:
    assert progress_text("long.txt", came, seconds, 60) == line


@pytest.mark.parametrize("name", ["a-very-long-name-of-a-text.txt", "新聞記事新聞記事新聞記事新聞記事.txt"])
@pytest.mark.parametrize("width", [58, 44, 10])
def test_a_long_name_is_cut(name: str, width: int) -> None:
    line = progress_text(name * 2, 30_130_000, 2.0, width)
    rest = "… · 30.1 MB · 2 s · esc cancel"
    assert line.endswith(rest)
    assert cell_len(line) <= max(width, len("Opening ") + LEAST_NAME + 1 + len(rest))
