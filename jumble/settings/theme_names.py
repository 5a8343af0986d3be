"""Names of the themes that the player can choose: the game's own two, then those that come with Textual.

They are repeated here so that settings can be read without importing Textual; a test compares them with Textual's list.
"""

NIGHT_NAME = "paper-night"
DAY_NAME = "paper-day"
THEME_NAMES = (
    NIGHT_NAME, DAY_NAME,
    "textual-dark", "textual-light", "nord", "gruvbox", "catppuccin-mocha", "dracula", "tokyo-night", "monokai",
    "flexoki", "catppuccin-latte", "catppuccin-frappe", "catppuccin-macchiato", "solarized-light", "solarized-dark",
    "rose-pine", "rose-pine-moon", "rose-pine-dawn", "atom-one-dark", "atom-one-light", "ansi-dark", "ansi-light",
)  # fmt: skip
