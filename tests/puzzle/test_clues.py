import pytest

from jumble.article import Article
from jumble.puzzle import BLANK, make_clue
from jumble.puzzle.clues import MAX_CLUE
from jumble.words import Candidate, Lexicon, open_lexicon, tokens

FILLER = "while many others of the same long and winding street went on with the ordinary work of the morning"


def candidate(article: Article, word: str, lexicon: Lexicon) -> Candidate:
    places = [
        (number, token.start, token.end)
        for number, paragraph in enumerate(article.paragraphs)
        for token in tokens(paragraph, "en")
        if token.text.lower() == word
    ]
    return Candidate(word, len(places), 4.0, 1.0, 1, (), lexicon.family(word), tuple(places), 1.0)


def clue(lexicon: Lexicon, word: str, *paragraphs: str) -> tuple[str, str]:
    article = Article("Title", paragraphs)
    return make_clue(article, candidate(article, word, lexicon), lexicon)


def test_the_sentence_is_given_with_the_word_blanked_letter_for_letter(lexicon: Lexicon) -> None:
    text = "It rained. The old garden behind the house was full of birds. Nobody saw it."
    blanked, sentence = clue(lexicon, "garden", text)
    assert blanked == "The old ······ behind the house was full of birds."
    assert sentence == "The old garden behind the house was full of birds."


def test_its_forms_are_blanked_too(lexicon: Lexicon) -> None:
    blanked, _ = clue(lexicon, "garden", "A garden among gardens was where Gardening began and the Garden grew.")
    assert "garden" not in blanked.lower()
    assert blanked.startswith("A ······ among ······· was where ········· began")


def test_a_better_sentence_is_preferred_to_a_poor_first_one(lexicon: Lexicon) -> None:
    blanked, _ = clue(
        lexicon, "harbour", "The harbour!", "Every evening the boats came into the harbour with the tide behind them."
    )
    assert blanked.startswith("Every evening")


def test_a_sentence_that_tells_nothing_takes_its_neighbour_along(lexicon: Lexicon) -> None:
    blanked, _ = clue(lexicon, "winter", "The lake froze from shore to shore. It was winter. Then it was not.")
    assert blanked == "The lake froze from shore to shore. It was ······."


def test_no_clue_where_nothing_tells_enough(lexicon: Lexicon) -> None:
    assert clue(lexicon, "winter", "Winter! A winter.")[0] == ""


@pytest.mark.parametrize(("before", "after"), [(b, a) for b in (0, 1, 2, 3, 6) for a in (0, 1, 2, 6) if a or b])
def test_a_long_sentence_is_cut_between_words_and_keeps_the_blank(lexicon: Lexicon, before: int, after: int) -> None:
    sentence = (
        " ".join([*[FILLER + ","] * before, "so the harbour lay still,", *[FILLER + ","] * after]).rstrip(",") + "."
    )
    blanked, shown = clue(lexicon, "harbour", sentence)
    assert len(blanked) <= MAX_CLUE
    assert BLANK * 7 in blanked
    assert "harbour" in shown
    words = {token.text for token in tokens(sentence, "en")}
    assert {token.text for token in tokens(shown, "en")} <= words


def test_a_paragraph_as_long_as_a_book_is_cut_as_fast(lexicon: Lexicon) -> None:
    text = "word " * 200_000 + "the harbour " + "word " * 200_000
    article = Article("Title", (text,))
    start = text.index("harbour")
    harbour = Candidate("harbour", 1, 4.0, 1.0, 1, (), "harbour", ((0, start, start + 7),), 1.0)
    assert len(make_clue(article, harbour, lexicon)[0]) <= MAX_CLUE


def test_an_elided_article_is_not_part_of_the_word() -> None:
    text = "Chaque matin, les enfants du village allaient à pied jusqu’à l’école voisine."
    article = Article("Titre", (text,), language="fr")
    french = open_lexicon("fr")
    token = next(token for token in tokens(text, "fr") if token.text == "école")
    school = Candidate("école", 1, 4.0, 1.0, 1, (), french.family("école"), ((0, token.start, token.end),), 1.0)
    assert "l’····· voisine" in make_clue(article, school, french)[0]
