"""What is loaded before the first frame: of our own rooms only what the first screen needs to be painted."""

import subprocess
import sys

import pytest

FRONT = """
import sys
sys.argv = ["jumble"]
import jumble.cli.command_line, jumble.desk.first_game, jumble.cli.start_game, jumble.tui.app
from jumble.cli.start_game import _preferences
_preferences()
print(*sys.modules)
"""
ROUND = FRONT.replace("print", "import jumble.tui.screens.round\nprint")
MAY = {
    "jumble", "jumble.startup", "jumble.cli", "jumble.desk", "jumble.settings", "jumble.startup.prefetch",
    "jumble.cli.command_line", "jumble.desk.commands", "jumble.cli.faults", "jumble.desk.first_game", "jumble.game",
    "jumble.game.board", "jumble.game.clocks", "jumble.game.hints", "jumble.game.modes",
    "jumble.startup.lazy", "jumble.startup.early_names", "jumble.cli.start_game",
    "jumble.desk.background", "jumble.desk.choice", "jumble.desk.desk", "jumble.desk.front_page",
    "jumble.desk.front_page_actions", "jumble.desk.front_page_rules",
    "jumble.desk.library", "jumble.desk.pending_game",
    "jumble.desk.opener", "jumble.settings.preferences", "jumble.settings.theme_names",
    "jumble.settings.paths", "jumble.settings.settings", "jumble.settings.settings_file",
}  # fmt: skip
MAY_IN_A_ROUND = MAY | {
    "jumble.article", "jumble.article.article", "jumble.game.moves", "jumble.game.rules", "jumble.game.scoring",
    "jumble.game.session", "jumble.game.state", "jumble.desk.wording", "jumble.words", "jumble.words.languages",
    "jumble.words.spelling",
}  # fmt: skip
MUST_NOT = {
    "argparse", "sqlite3", "wordfreq", "msgpack", "simplemma", "wcwidth", "yaml", "trafilatura", "lxml", "pypdf",
    "feedparser", "defusedxml", "charset_normalizer", "tomlkit", "tomllib", "urllib.request", "http.client",
    "subprocess", "textual.widgets._button", "textual.widgets._option_list",
}  # fmt: skip
LATER = {
    f"jumble.tui.screens.{name}"
    for name in (
        "choose_entry",
        "game_list",
        "help",
        "search_library",
        "open_dialog",
        "pause",
        "read_article",
        "record_page",
        "results",
        "change_settings",
    )
}


def loaded_by(code: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("code", "may", "later"),
    [(FRONT, MAY, {*LATER, "jumble.tui.screens.round", "jumble.tui.screens.wait"}), (ROUND, MAY_IN_A_ROUND, LATER)],
    ids=["front", "round"],
)
def test_the_first_frame_needs_little(code: str, may: set[str], later: set[str]) -> None:
    loaded = loaded_by(code)
    ours = {name for name in loaded if name.partition(".")[0] == "jumble" and not name.startswith("jumble.tui")}
    assert ours <= may
    assert not loaded & later
    assert not (loaded - loaded_by("import sys, textual.app; print(*sys.modules)")) & MUST_NOT
