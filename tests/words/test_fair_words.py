"""The rules of fair words, each on a short text written for it, with the real lexicon."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.article import Article, load_article
from jumble.words import LEVELS, Candidates, Lexicon, find_candidates, fold, open_lexicon
from jumble.words.levels import MAX_OCCURRENCES

HARD = LEVELS["hard"]
REASONS = {"name", "function", "rare", "inflected", "ambiguous", "short", "long", "letters", "offensive"}


def judge(text: str, level: str = "hard", title: str = "", language: str = "en") -> Candidates:
    article = Article(title, tuple(text.split("\n")), language=language)
    return find_candidates(article, open_lexicon(language), LEVELS[level])


def reasons(judged: Candidates) -> Mapping[str, str]:
    return {rejection.word: rejection.reason.value for rejection in judged.rejected}


def picked(judged: Candidates) -> set[str]:
    return {candidate.word for candidate in judged.picked}


RULES = {
    "a fair word": ("The market is open.", "market", None),
    "grammar is dull": ("He went although tired.", "although", "function"),
    "so are contractions": ("They couldn't go.", "couldn't", "function"),
    "never in lower case, inside a sentence": ("We met Baker there.", "baker", "name"),
    "never in lower case, but where a sentence starts": ("Speaking is easy.", "speaking", None),
    "a first word may be a surname": ("Potter was there.", "potter", "name"),
    "a first word before another capital is a name": ("Window Smith was there.", "window", "name"),
    "after a quotation mark": ("He said: “Windows are open.”", "windows", None),
    "an institution keeps its sense": ("The Foreign Ministry said no.", "ministry", None),
    "once in lower case decides": ("Tiger saw a tiger and Tiger sang.", "tiger", None),
    "peoples are names however written": ("a chinese garden", "chinese", "name"),
    "an unknown word": ("the kvetchlings came", "kvetchlings", "rare"),
    "a rare word": ("a dicotyledon in a field", "dicotyledon", "rare"),
    "the lemma stands there too": ("one market, two markets", "markets", "inflected"),
    "another common word of the same letters": ("our leader spoke", "leader", "ambiguous"),
    "a rare one does not count": ("these relations", "relations", None),
    "too short": ("a book", "book", "short"),
    "too long": ("these misunderstandings", "misunderstandings", "long"),
    "too few different letters": ("at sea level", "level", "letters"),
    "not in front of children": ("what bullshit", "bullshit", "offensive"),
    "hyphens part words": ("a world-famous window", "famous", None),
    "a final 's is dropped": ("the window's frame", "window", None),
    "ligatures are letters": ("it was diﬃcult", "difficult", None),
}


@pytest.mark.parametrize(("text", "word", "reason"), RULES.values(), ids=RULES)
def test_a_rule(text: str, word: str, reason: str | None) -> None:
    judged = judge(text)
    assert reasons(judged).get(word) == reason
    assert (word in picked(judged)) is (reason is None)


def test_four_letters_only_on_easy() -> None:
    assert picked(judge("a park", "easy")) == {"park"}
    assert picked(judge("a park", "medium")) == set()


def test_harder_levels_know_rarer_words() -> None:
    text = "the window was disrupted with a pledge"
    easy, medium, hard = (picked(judge(text, level)) for level in LEVELS)
    assert easy < medium < hard


def test_of_two_forms_the_more_frequent_one_is_kept() -> None:
    judged = judge("promised, promising, promised")
    assert picked(judged) == {"promised"}
    assert reasons(judged)["promising"] == "inflected"


def test_the_title_holds_lemmas_but_no_words() -> None:
    judged = judge("many windows", title="The window party")
    assert reasons(judged)["windows"] == "inflected"
    assert "party" not in picked(judged) | set(reasons(judged))


def test_a_name_is_no_lemma() -> None:
    assert "harvested" in picked(judge("They harvested it, said Harvest Smith."))


def test_the_ambiguous_are_in_reserve() -> None:
    judged = judge("our leader spoke of markets")
    assert [candidate.word for candidate in judged.reserve] == ["leader"]
    assert judged.reserve[0].alternatives == ("dealer",)


def test_capitals_tell_nothing_in_a_text_of_capitals() -> None:
    assert picked(judge("THE MARKET OPENED WITH A CELEBRATION")) >= {"market", "celebration"}


def test_what_the_article_is_about_comes_first() -> None:
    judged = judge("The lantern hung. A lantern fell. The lantern broke, people said, and the window was dark.")
    assert judged.picked[0].word == "lantern"
    assert judged.picked[0].count == 3


def test_the_words_of_notes_are_no_candidates() -> None:
    text = (
        "The window[1] of the market.[2] Baker[3] saw the market open.[citation needed]\n"
        "Industry | harbour\nFounded | 1998\nReferences\n^ A citation of the window. Retrieved 1 May 2016."
    )
    judged = judge(text)
    all_words = picked(judged) | set(reasons(judged))
    assert not all_words & {"citation", "needed", "retrieved", "references", "industry", "harbour", "founded"}
    window = next(candidate for candidate in judged.picked if candidate.word == "window")
    assert (window.count, window.occurrences) == (1, ((0, 4, 10),))


def test_occurrences_are_places_of_the_word_as_a_word() -> None:
    text = "Unwindowed: a window, “window”-like.\nWindow Smith has a window's\u00a0frame."
    window = next(candidate for candidate in judge(text).picked if candidate.word == "window")
    paragraphs = text.split("\n")
    assert [paragraphs[number][start:end] for number, start, end in window.occurrences] == ["window"] * 3
    assert [number for number, _, _ in window.occurrences] == [0, 0, 1]


def test_a_word_inside_a_longer_chunk_is_not_located_there() -> None:
    judged = judge("windowless, unsaid window said")
    (place,) = next(candidate for candidate in judged.picked if candidate.word == "window").occurrences
    assert place == (0, 19, 25)


def test_german_nouns_are_told_by_what_stands_before_them() -> None:
    judged = judge("Am Morgen sah Merkel den Bahnhof, sagte Vogel. Die Freiheit ist Freude.", language="de")
    assert {"bahnhof", "freiheit"} <= picked(judged)
    assert reasons(judged)["vogel"] == "name"


FEWEST = {"de": 150, "fr": 200, "es": 200, "it": 200, "pt": 200, "tr": 150, "el": 150, "ar": 50, "hi": 5, "ko": 10}
FEWEST |= {"ja": 0, "zh": 0, "vi": 20}


@pytest.mark.parametrize(("language", "fewest"), FEWEST.items())
def test_no_language_breaks_it(language: str, fewest: int, corpus: Path) -> None:
    text = (corpus / "lang" / f"{language}-udhr.txt").read_text(encoding="utf-8")
    judged = judge(text, language=language)
    assert len(judged.picked) >= fewest


@pytest.mark.parametrize("text", ["", " ", "\n\n", "... — 123", "A", "’", "'s", "\u0301\u0301"])
def test_texts_without_words(text: str) -> None:
    assert judge(text).picked == ()


@given(st.text(alphabet="the window Market's leader-’.\n é", max_size=80), st.sampled_from(sorted(LEVELS)))
def test_every_word_is_judged_once(text: str, level: str) -> None:
    judged = judge(text, level)
    chosen = [candidate.word for candidate in judged.picked + judged.reserve]
    refused = [rejection.word for rejection in judged.rejected]
    assert len(set(chosen)) == len(chosen)
    assert len(set(refused)) == len(refused)
    assert set(chosen) & set(refused) == {candidate.word for candidate in judged.reserve}
    assert {rejection.reason.value for rejection in judged.rejected} <= REASONS
    paragraphs = text.split("\n")
    for candidate in judged.picked + judged.reserve:
        assert 1 <= len(candidate.occurrences) <= min(candidate.count, MAX_OCCURRENCES)
        assert list(candidate.occurrences) == sorted(candidate.occurrences)
        for number, start, end in candidate.occurrences:
            assert fold(paragraphs[number][start:end]) == candidate.word
        assert 1 <= candidate.stars <= 5


def test_no_two_words_of_one_family(corpus: Path, english: Lexicon) -> None:
    judged = find_candidates(load_article(corpus / "articles" / "warhol.txt"), english, HARD)
    families = [candidate.family for candidate in judged.picked + judged.reserve]
    assert len(families) == len(set(families))


def test_hash_seeds_change_nothing(corpus: Path) -> None:
    code = (
        "import sys; from jumble.article import load_article\n"
        "from jumble.words import LEVELS, find_candidates, open_lexicon\n"
        "print(find_candidates(load_article(sys.argv[1]), open_lexicon(), LEVELS['hard']))"
    )
    command = [sys.executable, "-c", code, str(corpus / "articles" / "seed.txt")]
    runs = {
        subprocess.run(command, capture_output=True, check=True, env={"PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


@pytest.mark.parametrize(
    ("level", "precision", "recall"), [("hard", 0.96, 0.80), ("medium", 0.97, 0.65), ("easy", 0.97, 0.60)]
)
def test_the_gold(level: str, precision: float, recall: float, corpus: Path) -> None:
    import csv

    from tests.bench.words_quality import GOLD, picks

    assert set(GOLD) == {path.stem for path in (corpus / "articles").glob("*.txt")} & set(GOLD)
    with (corpus / "gold" / "words.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    labels = {(row["article"], row["word"]): row["label"] for row in rows if "boilerplate" not in row["note"]}
    chosen = set(picks(level))
    good = {key for key, label in labels.items() if label == "good"}
    fair = {key for key, label in labels.items() if label in {"good", "multi", "inflect"}}
    assert len(chosen & good) >= precision * len(chosen)
    assert len(chosen - fair) <= 0.01 * len(chosen)
    assert len(chosen & good) >= recall * len(good)


def test_a_level_may_be_made_to_measure(english: Lexicon) -> None:
    own = replace(HARD, min_letters=9, name="own")
    judged = find_candidates(Article("", ("a window celebration",)), english, own)
    assert (judged.level, picked(judged)) == ("own", {"celebration"})
