"""Where words stand is found in pieces, at no more memory than a text that somebody wrote needs."""

from itertools import chain, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.article import Article
from jumble.words import Lexicon, find_candidates, fold, occurrences
from jumble.words.levels import LEVELS, MAX_OCCURRENCES
from jumble.words.occurrences import _portions, contexts
from jumble.words.tokenizer import tokens, words_in

WORDS = st.sampled_from(["Market", "market", "market's,", "“market”", "garden-garden", "Garden", "co-op", "x1", "a"])
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", "  ", "\n", "\x1f", "\u3000"])), max_size=30).map(
    lambda pairs: "".join(chain.from_iterable(pairs))
)


def article(*paragraphs: str) -> Article:
    return Article("", paragraphs)


@given(TEXTS, st.integers(1, 40))
def test_portions_have_all_pieces_in_order(text: str, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(occurrences, "_PORTION", size)
        assert list(chain.from_iterable(_portions(text))) == text.split()


@given(st.lists(TEXTS, max_size=3))
def test_every_word_is_counted_and_its_first_places_are_found(paragraphs: list[str]) -> None:
    there: dict[str, list[tuple[int, int, int, bool]]] = {}
    for number, paragraph in enumerate(paragraphs):
        for token in tokens(paragraph, "en"):
            small = not token.text[0].isupper()
            there.setdefault(fold(token.text), []).append((number, token.start, token.end, small))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(occurrences, "_PORTION", 7)
        seen = occurrences.sightings(article(*paragraphs))
        around = contexts(article(*paragraphs), seen, seen)
    assert {word: (each.count, each.small) for word, each in seen.items()} == {
        word: (len(places), sum(small for *_, small in places)) for word, places in there.items()
    }
    for word, places in there.items():
        wanted = [place for place in places if place[3]] or places  # those in lower case, if there are any
        assert around[word].places == [(number, start, end) for number, start, end, _ in wanted][:MAX_OCCURRENCES]


@pytest.mark.parametrize("joint", [",", "—", "/"])
def test_a_list_without_spaces_is_not_looked_into_for_each_of_its_words(
    joint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def look(piece: str, language: str) -> list[tuple[int, int]]:
        looked.append(piece)
        return words_in(piece, language)

    monkeypatch.setattr(occurrences, "words_in", look)
    words = ["".join(letters) for letters in product("abcdef", repeat=3)]
    text = article(joint.join(words))
    found = contexts(text, words, occurrences.sightings(text))
    assert [context.places for context in found.values()] == [[(0, start, start + 3)] for start in range(0, 864, 4)]
    assert len(looked) == 2


def test_beyond_so_many_different_pieces_only_those_there_are_counted(
    english: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = article("The market and the kitchen.", "A market, a window, a market, a kitchen. A kitchen.")
    assert find_candidates(text, english, LEVELS["hard"]).picked != ()
    monkeypatch.setattr(occurrences, "MAX_PIECES", 5)
    found = find_candidates(text, english, LEVELS["hard"])
    assert {each.word: each.count for each in found.picked} == {"market": 1, "kitchen": 3}
    assert all(each.word != "window" for each in found.picked + found.reserve)
    assert all(each.word != "window" for each in found.rejected)
