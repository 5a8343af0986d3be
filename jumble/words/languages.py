"""What differs from one language to another, in one table; a language that is not in it gets careful defaults."""

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Rules:
    """How a language writes, as far as choosing words depends on it."""

    cased: bool = True
    """The script has capital letters, so that a lower-case sighting tells a word from a name."""
    nouns_capitalised: bool = False
    """Every noun is written with a capital, so that only the dictionary can tell it from a name."""
    elides: bool = False
    """Small words are fused before a vowel with an apostrophe: *l'eau*."""
    vowels: str = ""
    """Letters that are heard as vowels; empty where the script writes none, or where nobody has looked."""


_LATIN = "aeiouyáàâäãåāăąæéèêëēėęěíìîïīįıóòôöõøōőœúùûüūůűųýÿ"
_CYRILLIC = "аеёиоуыэюяіїєѐѝў"
_GREEK = "αεηιουωάέήίόύώϊϋΐΰ"

_RULES = {
    "de": Rules(nouns_capitalised=True, vowels=_LATIN),
    "lb": Rules(nouns_capitalised=True, vowels=_LATIN),
    "fr": Rules(elides=True, vowels=_LATIN),
    "it": Rules(elides=True, vowels=_LATIN),
    "ca": Rules(elides=True, vowels=_LATIN),
    "el": Rules(vowels=_GREEK),
    **dict.fromkeys(("ru", "uk", "bg", "mk", "sr", "be"), Rules(vowels=_CYRILLIC)),
    **dict.fromkeys(
        ("ar", "he", "fa", "ur", "hi", "bn", "ta", "te", "th", "ko", "ja", "zh", "ka", "my", "km"), Rules(cased=False)
    ),
}


@cache
def rules(language: str) -> Rules:
    """Give the rules of a language by its ISO 639-1 code."""
    return _RULES.get(language, Rules(vowels=_LATIN))
