"""Names: an ordinary word that the article has only with a capital is taken for one, with few exceptions."""

from collections.abc import Iterator, Mapping

from jumble.words.bundled_lists import words_of
from jumble.words.languages import rules
from jumble.words.occurrences import Context, Sighting, tells_case

NOUN_ENDINGS = ("ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen",
                "tät", "täten", "nis", "nisse", "ismus", "tum")  # fmt: skip
"""Endings that no German name has."""


def are_names(language: str, around: Mapping[str, Context], seen: Mapping[str, Sighting]) -> Iterator[str]:
    """Yield those of the words in question that are names in this article."""
    if not rules(language).cased or not tells_case(seen):
        return
    for word, context in around.items():
        if seen[word].small:
            continue
        if rules(language).nouns_capitalised:
            is_word = word.endswith(NOUN_ENDINGS) or not context.after.isdisjoint(words_of("determiners", language))
        elif context.inside:
            is_word = word in words_of("titles", language)
        else:
            is_word = word not in words_of("surnames", language)
        if not is_word:
            yield word
