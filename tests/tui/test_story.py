from hypothesis import given
from hypothesis import strategies as st
from textual.containers import VerticalScroll

from jumble.article import Article
from jumble.tui.screens.reading import ReadingScreen
from jumble.tui.widgets.story import Story, portions
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
        assert len(app.screen.query(Story)) == 1
        for _ in range(3):
            app.screen.query_one(VerticalScroll).scroll_end(animate=False)
            await pilot.pause()
            await pilot.pause()
        assert 1 < len(app.screen.query(Story)) < 8
