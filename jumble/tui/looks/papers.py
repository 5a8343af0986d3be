"""The game's own two themes, paper by night and paper by day."""

from textual.theme import Theme

from jumble.settings.theme_names import DAY_NAME, NIGHT_NAME

NIGHT = Theme(
    name=NIGHT_NAME,
    primary="#d8b074",
    secondary="#8fb3c4",
    accent="#d8b074",
    foreground="#e6dfd0",
    background="#191816",
    surface="#211f1c",
    panel="#2c2925",
    success="#a3c48a",
    warning="#e3b65f",
    error="#e69383",
    dark=True,
    variables={"rule": "#5b554a", "quiet": "#a39a89", "block-cursor-foreground": "#191816"},
)
DAY = Theme(
    name=DAY_NAME,
    primary="#7d2a1c",
    secondary="#23506b",
    accent="#7d2a1c",
    foreground="#25221c",
    background="#f5f0e3",
    surface="#eee7d6",
    panel="#e3dac5",
    success="#2f6132",
    warning="#7f5200",
    error="#9c1f1f",
    dark=False,
    variables={"rule": "#a79d88", "quiet": "#665e50", "block-cursor-foreground": "#f5f0e3"},
)
PAPERS = (NIGHT, DAY)
