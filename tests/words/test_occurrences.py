"""Counting words and finding their first places, chunk by chunk."""

from itertools import chain, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.article import Article
from jumble.words import Lexicon, find_candidates, fold, occurrences
from jumble.words.levels import LEVELS, MAX_OCCURRENCES
from jumble.words.occurrences import _split_in_batches, find_contexts
from jumble.words.tokenizer import tokens, word_spans

WORDS = st.sampled_from(["Market", "market", "market's,", "“market”", "garden-garden", "Garden", "co-op", "x1", "a"])
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", "  ", "\n", "\x1f", "\u3000"])), max_size=30).map(
    lambda pairs: "".join(chain.from_iterable(pairs))
)


def article(*paragraphs: str) -> Article:
    return Article("", paragraphs)


@given(TEXTS, st.integers(1, 40))
def test_batches_have_all_chunks_in_order(text: str, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(occurrences, "_BATCH_SIZE", size)
        assert list(chain.from_iterable(_split_in_batches(text))) == text.split()


@given(st.lists(TEXTS, max_size=3))
def test_every_word_is_counted_and_its_first_places_are_found(paragraphs: list[str]) -> None:
    expected: dict[str, list[tuple[int, int, int, bool]]] = {}
    for number, paragraph in enumerate(paragraphs):
        for token in tokens(paragraph, "en"):
            lower_case = not token.text[0].isupper()
            expected.setdefault(fold(token.text), []).append((number, token.start, token.end, lower_case))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(occurrences, "_BATCH_SIZE", 7)
        word_counts = occurrences.count_words(article(*paragraphs))
        contexts = find_contexts(article(*paragraphs), word_counts, word_counts)
    assert {word: (counts.count, counts.lower_case_count) for word, counts in word_counts.items()} == {
        word: (len(places), sum(lower_case for *_, lower_case in places)) for word, places in expected.items()
    }
    for word, places in expected.items():
        wanted = [place for place in places if place[3]] or places  # those in lower case, if there are any
        assert contexts[word].places == [(number, start, end) for number, start, end, _ in wanted][:MAX_OCCURRENCES]


@pytest.mark.parametrize("joint", [",", "—", "/"])
def test_a_list_without_spaces_is_searched_once_and_not_for_each_word(
    joint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched_chunks: list[str] = []

    def recorded_word_spans(chunk: str, language: str) -> list[tuple[int, int]]:
        searched_chunks.append(chunk)
        return word_spans(chunk, language)

    monkeypatch.setattr(occurrences, "word_spans", recorded_word_spans)
    words = ["".join(letters) for letters in product("abcdef", repeat=3)]
    text = article(joint.join(words))
    contexts = find_contexts(text, words, occurrences.count_words(text))
    assert [context.places for context in contexts.values()] == [[(0, start, start + 3)] for start in range(0, 864, 4)]
    assert len(searched_chunks) == 2


def test_beyond_the_most_chunks_new_ones_are_ignored(english: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    text = article("The market and the kitchen.", "A market, a window, a market, a kitchen. A kitchen.")
    assert find_candidates(text, english, LEVELS["hard"]).picked != ()
    monkeypatch.setattr(occurrences, "MAX_CHUNKS", 5)
    judged = find_candidates(text, english, LEVELS["hard"])
    assert {candidate.word: candidate.count for candidate in judged.picked} == {"market": 1, "kitchen": 3}
    assert all(candidate.word != "window" for candidate in judged.picked + judged.reserve)
    assert all(rejection.word != "window" for rejection in judged.rejected)
