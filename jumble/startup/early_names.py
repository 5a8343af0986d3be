"""Names and bounds that are needed before the rooms that own them are loaded, said again here; a test compares."""

STANDARD_INPUT = "-"
HOUSE = "house:"
LEVEL_NAMES = ("easy", "medium", "hard")
MODE_NAMES = ("classic", "relaxed")
MAX_ROUNDS = 50
