"""What sources are called that are neither paths nor addresses; apart, for whoever only compares names opens none."""

STANDARD_INPUT = "-"
HOUSE = "house:"
"""Before the name of an article of the house edition; `house:` alone is the whole edition."""
HOUSE_EDITION = "the house edition"
PASTED = "pasted:"
"""The source of a pasted text; one article of several is `pasted:#N`."""
