"""Decides which words of an article are proper names: as a rule, those that it never has in lower case."""

from collections.abc import Iterator, Mapping

from jumble.words.bundled_lists import word_set
from jumble.words.languages import rules
from jumble.words.occurrences import Context, WordCount, uses_case

NOUN_ENDINGS = ("ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen",
                "tät", "täten", "nis", "nisse", "ismus", "tum")  # fmt: skip
"""Endings of German nouns that no German name has."""


def find_names(language: str, contexts: Mapping[str, Context], word_counts: Mapping[str, WordCount]) -> Iterator[str]:
    """Yield the words of `contexts` that are names in this article; none where case tells nothing.

    A word that is always capitalised is a name, except: a German noun with a noun ending or after a determiner; a
    common title (*Ministry*) inside a sentence; a word seen only at sentence starts that is not a surname.
    """
    if not rules(language).cased or not uses_case(word_counts):
        return
    for word, context in contexts.items():
        if word_counts[word].lower_case_count:
            continue
        if rules(language).nouns_capitalised:
            determiners = word_set("determiners", language)
            is_ordinary = word.endswith(NOUN_ENDINGS) or not context.preceding_words.isdisjoint(determiners)
        elif context.looks_like_name:
            is_ordinary = word in word_set("titles", language)
        else:
            is_ordinary = word not in word_set("surnames", language)
        if not is_ordinary:
            yield word
