"""The themes there are to choose from, by name: our two papers, then those that come with Textual.

A list of its own, so that settings can be read without loading Textual; a test compares.
"""

NIGHT_NAME = "paper-night"
DAY_NAME = "paper-day"
THEME_NAMES = (
    NIGHT_NAME, DAY_NAME,
    "textual-dark", "textual-light", "nord", "gruvbox", "catppuccin-mocha", "dracula", "tokyo-night", "monokai",
    "flexoki", "catppuccin-latte", "catppuccin-frappe", "catppuccin-macchiato", "solarized-light", "solarized-dark",
    "rose-pine", "rose-pine-moon", "rose-pine-dawn", "atom-one-dark", "atom-one-light", "ansi-dark", "ansi-light",
)  # fmt: skip
