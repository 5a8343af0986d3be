"""Names of sources that are neither paths nor addresses: standard input, the house edition, a pasted text.

This file imports nothing, so that comparing a source with these names loads no reader.
"""

STANDARD_INPUT = "-"
"""The source that means standard input."""
HOUSE = "house:"
"""Prefix of an article of the house edition; `house:` alone means the whole edition."""
HOUSE_EDITION = "the house edition"
"""The name of the house edition's shelf."""
PASTED = "pasted:"
"""The source of a pasted text; entry N of one with several entries is `pasted:#N`."""
