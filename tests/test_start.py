"""What is loaded before the first frame: of our own rooms only what the front page needs to be painted."""

import subprocess
import sys

LISTING = """
import sys
sys.argv = ["jumble"]
import jumble.cli, jumble.playing, jumble.tui.app
from jumble.playing import _preferences
_preferences()
print(*sys.modules)
"""
MAY = {
    "jumble", "jumble.cli", "jumble.commands", "jumble.faults", "jumble.game", "jumble.game.modes", "jumble.lazily",
    "jumble.names", "jumble.playing", "jumble.records", "jumble.records.paths", "jumble.records.settings",
    "jumble.records.settings_file",
}  # fmt: skip
MUST_NOT = (
    "sqlite3", "wordfreq", "msgpack", "simplemma", "wcwidth", "yaml", "trafilatura", "lxml", "pypdf", "feedparser",
    "defusedxml", "charset_normalizer", "tomlkit", "urllib.request", "http.client", "subprocess",
)  # fmt: skip


def test_the_first_frame_needs_little() -> None:
    done = subprocess.run([sys.executable, "-c", LISTING], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    ours = {name for name in loaded if name.partition(".")[0] == "jumble" and not name.startswith("jumble.tui")}
    assert ours <= MAY
    assert not loaded & {"jumble.tui.screens.round", "jumble.tui.screens.reading", "jumble.tui.screens.results"}
    bare = subprocess.run(
        [sys.executable, "-c", "import sys, textual.app; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not (loaded - set(bare.stdout.split())) & set(MUST_NOT)
