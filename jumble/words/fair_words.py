"""An article becomes candidates: which of its words are fair game, and why the rest are not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import log

from jumble.article.article import Article
from jumble.article.prose.notes import without_notes
from jumble.words.bundled_lists import words_of
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
from jumble.words.occurrences import Context, Sighting, contexts, sightings
from jumble.words.proper_names import are_names
from jumble.words.spelling import fold, letters
from jumble.words.tokenizer import tokens


def find_candidates(article: Article, lexicon: Lexicon, level: Level) -> Candidates:
    """Judge every word of an article for a level; those of its notes are not looked at.

    Deterministic: the same article, lexicon and level give the same candidates on every machine. No word is thrown
    away without a reason, up to MAX_PIECES; work and memory go with the number of different words, not with the length
    of the text.
    """
    article = replace(article, paragraphs=without_notes(article.paragraphs))
    seen = sightings(article)
    common = lexicon.frequent(seen.keys(), level.min_zipf)
    reasons: dict[str, Reason] = {}
    for word in seen:
        reason = _reason_by_itself(word, common.get(word), article.language, lexicon, level)
        if reason is not None:
            reasons[word] = reason
    around = contexts(article, (word for word in seen if word not in reasons), seen)
    reasons |= dict.fromkeys(are_names(article.language, around, seen), Reason.NAME)
    reasons |= dict.fromkeys(_inflected(article, lexicon, seen, reasons), Reason.INFLECTED)
    alternatives = {word: lexicon.anagrams(word) for word in seen if word not in reasons}
    ambiguous = {word for word, others in alternatives.items() if _has_common(others, lexicon)}
    reasons |= dict.fromkeys(ambiguous, Reason.AMBIGUOUS)
    judged = _ranked(alternatives, seen, around, lexicon)
    return Candidates(
        language=article.language,
        level=level.name,
        picked=tuple(candidate for candidate in judged if candidate.word not in ambiguous),
        reserve=tuple(candidate for candidate in judged if candidate.word in ambiguous),
        rejected=tuple(Rejection(word, reasons[word]) for word in seen if word in reasons),
    )


def _reason_by_itself(word: str, zipf: float | None, language: str, lexicon: Lexicon, level: Level) -> Reason | None:
    """Find what is against a word wherever it stands; cheap questions first. A rare word has no Zipf."""
    if offensive_word(word, language):
        return Reason.OFFENSIVE
    if _is_function(word, zipf, language):
        return Reason.FUNCTION
    if word in words_of("names", language):
        return Reason.NAME
    reason = _reason_in_letters(letters(word, language), language, level)
    if reason is None and (zipf is None or not lexicon.known(word)):
        return Reason.RARE
    return reason


def _is_function(word: str, zipf: float | None, language: str) -> bool:
    """Say whether a word is grammar: listed, a contraction, or too common to be anything else."""
    listed = words_of("function", language)
    dull = DULL_ZIPF if listed else BARE_DULL_ZIPF
    return word in listed or "'" in word or (zipf is not None and zipf >= dull)


def _reason_in_letters(spelt: Sequence[str], language: str, level: Level) -> Reason | None:
    shortest = min(level.min_letters, rules(language).shortest)
    if len(spelt) < shortest:
        return Reason.SHORT
    if len(spelt) > level.max_letters:
        return Reason.LONG
    return Reason.LETTERS if len(set(spelt)) < min(MIN_DISTINCT_LETTERS, shortest) else None


def _inflected(
    article: Article, lexicon: Lexicon, seen: Mapping[str, Sighting], reasons: Mapping[str, Reason]
) -> Iterable[str]:
    """Yield the words of which another form is the better one: the lemma if the article has it, title included."""
    titled = (fold(token.text, article.language) for token in tokens(article.title, article.language))
    present = {word for word in (*seen, *titled) if reasons.get(word) is not Reason.NAME}
    best: dict[str, str] = {}
    for word in seen:
        if word in reasons:
            continue
        family = lexicon.family(word)
        if family != word and family in present:
            yield word
        elif family not in best:
            best[family] = word
        else:
            rivals = sorted((best[family], word), key=lambda one: (-seen[one].count, len(one), one))
            best[family] = rivals[0]
            yield rivals[1]


def _has_common(anagrams: Iterable[str], lexicon: Lexicon) -> bool:
    return any(lexicon.zipf(other) >= COMMON_ANAGRAM_ZIPF for other in anagrams)


def _ranked(
    alternatives: Mapping[str, tuple[str, ...]],
    seen: Mapping[str, Sighting],
    around: Mapping[str, Context],
    lexicon: Lexicon,
) -> list[Candidate]:
    """Make candidates of words and their alternatives, the most characteristic of the article first."""
    size = sum(sighting.count for sighting in seen.values())
    candidates = []
    for word, others in alternatives.items():
        hard = difficulty_in(lexicon, word)
        candidates.append(
            Candidate(
                word=word,
                count=seen[word].count,
                zipf=lexicon.zipf(word),
                difficulty=hard,
                stars=stars(hard, lexicon.language),
                alternatives=others,
                family=lexicon.family(word),
                occurrences=tuple(around[word].places),
                score=_keyness(seen[word].count, size, lexicon.zipf(word)),
            )
        )
    return sorted(candidates, key=lambda candidate: (-candidate.score, candidate.word))


def _keyness(count: int, size: int, zipf: float) -> float:
    """Measure how far a word is more frequent in the article than in the language.

    The log-likelihood of Dunning (1993), its term for the word in the article: count * ln(count / expected).
    """
    expected = size * 10 ** (zipf - 9)
    return round(count * log(count / expected), 4)
