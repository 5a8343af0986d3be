"""Decides which words of an article are fair game, and gives each other word the reason why it is not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import log

from jumble.article.article import Article
from jumble.article.prose.notes import without_notes
from jumble.words.bundled_lists import word_set
from jumble.words.candidate import Candidate, Candidates, Reason, Rejection
from jumble.words.difficulty_model import difficulty_in, stars
from jumble.words.family_safe import offensive_word
from jumble.words.languages import rules
from jumble.words.levels import (
    BARE_DULL_ZIPF,
    COMMON_ANAGRAM_ZIPF,
    DULL_ZIPF,
    MIN_DISTINCT_LETTERS,
    Level,
)
from jumble.words.lexicon.lexicon import Lexicon
from jumble.words.occurrences import Context, WordCount, count_words, find_contexts
from jumble.words.proper_names import find_names
from jumble.words.spelling import fold, letters
from jumble.words.tokenizer import tokens


def find_candidates(article: Article, lexicon: Lexicon, level: Level) -> Candidates:
    """Return every word of an article's paragraphs, notes left out, as a candidate for a level or as a rejection.

    The same article, lexicon and level give the same result on every machine. Time and memory grow with the number of
    different words, not with the length of the text; words beyond the first MAX_CHUNKS chunks are ignored.
    """
    article = replace(article, paragraphs=without_notes(article.paragraphs))
    word_counts = count_words(article)
    zipfs = lexicon.frequent(word_counts.keys(), level.min_zipf)
    reasons: dict[str, Reason] = {}
    for word in word_counts:
        reason = _reason_without_context(word, zipfs.get(word), article.language, lexicon, level)
        if reason is not None:
            reasons[word] = reason
    contexts = find_contexts(article, (word for word in word_counts if word not in reasons), word_counts)
    reasons |= dict.fromkeys(find_names(article.language, contexts, word_counts), Reason.NAME)
    reasons |= dict.fromkeys(_find_inflected(article, lexicon, word_counts, reasons), Reason.INFLECTED)
    anagrams = {word: lexicon.anagrams(word) for word in word_counts if word not in reasons}
    ambiguous = {word for word, others in anagrams.items() if _has_common_word(others, lexicon)}
    reasons |= dict.fromkeys(ambiguous, Reason.AMBIGUOUS)
    candidates = _rank_candidates(anagrams, word_counts, contexts, lexicon)
    return Candidates(
        language=article.language,
        level=level.name,
        picked=tuple(candidate for candidate in candidates if candidate.word not in ambiguous),
        reserve=tuple(candidate for candidate in candidates if candidate.word in ambiguous),
        rejected=tuple(Rejection(word, reasons[word]) for word in word_counts if word in reasons),
    )


def _reason_without_context(
    word: str, zipf: float | None, language: str, lexicon: Lexicon, level: Level
) -> Reason | None:
    """Return why a word is not fair in any article, None if it may be; cheap checks first.

    `zipf` is None for a word that is rarer than the level allows.
    """
    if offensive_word(word, language):
        return Reason.OFFENSIVE
    if _is_function(word, zipf, language):
        return Reason.FUNCTION
    if word in word_set("names", language):
        return Reason.NAME
    reason = _reason_in_letters(letters(word, language), language, level)
    if reason is None and (zipf is None or not lexicon.known(word)):
        return Reason.RARE
    return reason


def _is_function(word: str, zipf: float | None, language: str) -> bool:
    """Return whether a word is a function word: listed, a contraction, or too common to be anything else."""
    listed = word_set("function", language)
    dull = DULL_ZIPF if listed else BARE_DULL_ZIPF
    return word in listed or "'" in word or (zipf is not None and zipf >= dull)


def _reason_in_letters(spelt: Sequence[str], language: str, level: Level) -> Reason | None:
    """Return what the number of letters, or of different letters, says against a word; None if nothing."""
    shortest = min(level.min_letters, rules(language).shortest)
    if len(spelt) < shortest:
        return Reason.SHORT
    if len(spelt) > level.max_letters:
        return Reason.LONG
    return Reason.LETTERS if len(set(spelt)) < min(MIN_DISTINCT_LETTERS, shortest) else None


def _find_inflected(
    article: Article, lexicon: Lexicon, word_counts: Mapping[str, WordCount], reasons: Mapping[str, Reason]
) -> Iterable[str]:
    """Yield all forms of each lemma but one, so that the article keeps *country* or *countries*, not both.

    The lemma itself is kept if it occurs in the article or its title, else the most frequent form, of equally frequent
    ones the shortest.
    """
    title_words = (fold(token.text, article.language) for token in tokens(article.title, article.language))
    present = {word for word in (*word_counts, *title_words) if reasons.get(word) is not Reason.NAME}
    kept: dict[str, str] = {}
    for word in word_counts:
        if word in reasons:
            continue
        family = lexicon.family(word)
        if family != word and family in present:
            yield word
        elif family not in kept:
            kept[family] = word
        else:
            forms = (kept[family], word)
            kept[family], other_form = sorted(forms, key=lambda form: (-word_counts[form].count, len(form), form))
            yield other_form


def _has_common_word(anagrams: Iterable[str], lexicon: Lexicon) -> bool:
    """Return whether any anagram is so common that a player might see it before the article's word."""
    return any(lexicon.zipf(anagram) >= COMMON_ANAGRAM_ZIPF for anagram in anagrams)


def _rank_candidates(
    anagrams: Mapping[str, tuple[str, ...]],
    word_counts: Mapping[str, WordCount],
    contexts: Mapping[str, Context],
    lexicon: Lexicon,
) -> list[Candidate]:
    """Return the words of `anagrams` as candidates, the most characteristic of the article first."""
    article_size = sum(word_count.count for word_count in word_counts.values())
    candidates = []
    for word, others in anagrams.items():
        word_difficulty = difficulty_in(lexicon, word)
        candidates.append(
            Candidate(
                word=word,
                count=word_counts[word].count,
                zipf=lexicon.zipf(word),
                difficulty=word_difficulty,
                stars=stars(word_difficulty, lexicon.language),
                alternatives=others,
                family=lexicon.family(word),
                occurrences=tuple(contexts[word].places),
                score=_keyness(word_counts[word].count, article_size, lexicon.zipf(word)),
            )
        )
    return sorted(candidates, key=lambda candidate: (-candidate.score, candidate.word))


def _keyness(count: int, article_size: int, zipf: float) -> float:
    """Return how much more frequent a word is in an article of `article_size` words than in the language.

    The article's term of the log-likelihood ratio of Dunning (1993): count * ln(count / expected count).
    """
    expected = article_size * 10 ** (zipf - 9)
    return round(count * log(count / expected), 4)
