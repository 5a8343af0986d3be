"""Names and bounds that are needed before the rooms that own them are loaded; those rooms take them from here."""

STANDARD_INPUT = "-"
HOUSE = "house:"
HOME_VARIABLE = "JUMBLE_HOME"
"""The environment variable that names the one folder in which everything is kept."""
LEVEL_NAMES = ("easy", "medium", "hard")
EASY, MEDIUM, HARD = LEVEL_NAMES
DEFAULT_LEVEL = MEDIUM
DEFAULT_ROUNDS = 8
MAX_ROUNDS = 50
"""A game of 50 rounds takes the better part of an hour; more is a slip of the finger."""
