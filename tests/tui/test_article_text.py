import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual.containers import VerticalScroll

from jumble.article import Article
from jumble.tui.screens.read_article import ReadingScreen
from jumble.tui.widgets.article_text import ArticleText, _balanced, _fill, columns_for, marked, portions
from tests.tui.newsroom import make_app, settled

texts = st.lists(st.text("ab ", min_size=1).map(str.strip).filter(bool), max_size=20)


@given(texts, st.integers(2, 30))
def test_portions_hold_the_whole_text_in_order(paragraphs: list[str], size: int) -> None:
    made = list(portions(paragraphs, size))
    assert "".join("".join(portion) for portion in made).replace(" ", "") == "".join(paragraphs).replace(" ", "")
    assert all(len(piece) <= size for portion in made for piece in portion)
    assert all(sum(map(len, portion)) < 2 * size for portion in made)


async def test_a_book_is_laid_out_as_it_is_read() -> None:
    app, _ = make_app()
    book = Article("A book", tuple(f"Paragraph {number} says little, and says it slowly." for number in range(20_000)))
    async with app.run_test() as pilot:
        await settled(pilot)
        app.push_screen(ReadingScreen(book, on_play=lambda: None))
        await pilot.pause()
        assert len(app.screen.query(ArticleText)) == 1
        for _ in range(3):
            app.screen.query_one(VerticalScroll).scroll_end(animate=False)
            await pilot.pause()
            await pilot.pause()
        assert 1 < len(app.screen.query(ArticleText)) < 8


@example(["aaa   a"], 3, 2, 1)
@given(texts, st.integers(3, 30), st.integers(1, 12), st.integers(1, 3))
def test_columns_hold_the_beginning_of_the_text_in_order(
    paragraphs: list[str], width: int, height: int, count: int
) -> None:
    columns, more = _fill(paragraphs, width, height, count)
    shown = "".join(line.plain for column in columns for line in column).replace(" ", "")
    whole = "".join(paragraphs).replace(" ", "")
    assert whole.startswith(shown)
    assert more == (shown != whole)
    assert len(columns) <= count
    assert all(len(column) <= height for column in columns)
    assert all(column[0].plain.strip() for column in columns[1:] if column)
    if not more:
        even = _balanced(paragraphs, width, height, count)
        assert "".join(line.plain for column in even for line in column).replace(" ", "") == whole
        assert max(map(len, even)) <= max(map(len, columns))


@pytest.mark.parametrize(
    ("width", "columns"), [(1, 1), (43, 1), (58, 1), (70, 1), (71, 2), (77, 2), (107, 2), (108, 3), (300, 3)]
)
def test_columns_by_width(width: int, columns: int) -> None:
    assert columns_for(width) == columns


async def test_words_are_marked_in_a_text_with_notes() -> None:
    paragraphs = (
        "The old garden[1] was full.[2]",
        "Founded | 1998",
        "References",
        "^ The Garden. Retrieved 1 May 2016.",
    )
    assert [len(marked(text, {"garden": "bold"}, "en").spans) for text in paragraphs] == [1, 0, 0, 1]
    app, _ = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        screen = ReadingScreen(
            Article("Noted", paragraphs), on_play=lambda: None, marks={"garden": "bold", "retrieved": "bold"}
        )
        app.push_screen(screen)
        await pilot.pause()
        assert "Retrieved" in str(screen.query_one(ArticleText).render())
