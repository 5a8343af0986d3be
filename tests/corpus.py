"""Where the corpus is: real texts, words labelled by hand, trials of anagrams; no part of the project."""

import os
from pathlib import Path

VARIABLE = "JUMBLE_CORPUS"
CORPUS = Path(os.environ.get(VARIABLE) or Path(__file__).parents[2] / "shared" / "corpus")
"""Its folder, where there is one: what the variable names, otherwise what lies beside the checkout."""
ABSENT = f"needs the corpus of real texts and words labelled by hand; {VARIABLE} names its folder"
