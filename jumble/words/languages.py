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
    dictionary_gaps: bool = True
    """Its dictionary lacks words without inflection (*libertà*, *choix*), so that common ones must pass without it."""
    shortest: int = 12
    """Letters of the shortest word that is asked, where that is fewer than the level says: a script that writes no
    vowels, or whole syllables in one letter, says more in fewer letters. Judgement."""
    digraphs: tuple[str, ...] = ()
    """Pairs of characters, folded, that readers of the language see as one letter, on one tile. None are listed yet."""
    vowels: str = ""
    """Letters that are heard as vowels; empty where the script writes none, or where nobody has looked."""


_LATIN = "aeiouyáàâäãåāăąæéèêëēėęěíìîïīįıóòôöõøōőœúùûüūůűųýÿ"

_RULES = {
    "en": Rules(dictionary_gaps=False, vowels=_LATIN),
    "de": Rules(nouns_capitalised=True, dictionary_gaps=False, vowels=_LATIN),
    "lb": Rules(nouns_capitalised=True, vowels=_LATIN),
    **dict.fromkeys(("fr", "it", "ca"), Rules(elides=True, vowels=_LATIN)),
    "el": Rules(vowels="αεηιουωάέήίόύώϊϋΐΰ"),
    **dict.fromkeys(("ru", "uk", "bg", "mk", "sr", "be"), Rules(vowels="аеёиоуыэюяіїєѐѝў")),
    **dict.fromkeys(("ar", "he", "fa", "ur"), Rules(cased=False, shortest=4)),
    **dict.fromkeys(("hi", "bn", "ta", "te", "th", "my", "km", "ko", "ja", "zh"), Rules(cased=False, shortest=3)),
    "ka": Rules(cased=False),
}


@cache
def rules(language: str) -> Rules:
    """Give the rules of a language by its ISO 639-1 code."""
    return _RULES.get(language, Rules(vowels=_LATIN))
