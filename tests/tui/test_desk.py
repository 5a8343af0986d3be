from datetime import date
from pathlib import Path

import pytest

from jumble.article import ArticleError, open_source
from jumble.game import MODES
from jumble.records import ArticlePlays
from jumble.tui.desk import Choice, Desk, locate
from tests.tui.newsroom import Kept


class Played(Kept):
    def __init__(self, *plays: ArticlePlays) -> None:
        super().__init__()
        self._plays = plays

    def plays(self) -> tuple[ArticlePlays, ...]:
        return self._plays


def desk_of(source: str, *plays: ArticlePlays, seed: int | None = None) -> Desk:
    return Desk(
        open_source(source),
        Played(*plays),
        Choice(MODES["classic"], "medium", seed=seed),
        new_seed=lambda: 77,
        clock=lambda: 0.0,
        today=lambda: date(2026, 11, 23),
    )


def played(title: str, source: str, plays: int) -> ArticlePlays:
    return ArticlePlays("key", title, source, plays, None, None)


def test_played_articles_come_first_by_their_plays() -> None:
    tin = "The tin that waited half a century for its opener"
    stories = desk_of("house:", played("Gone", "/gone.txt", 1), played(tin, "house:tin-opener", 3)).stories()
    assert [(story.title, story.plays) for story in stories[:2]] == [(tin, 3), ("Gone", 1)]
    assert sum(story.title == tin for story in stories) == 1
    with pytest.raises(ArticleError, match="no such file"):
        stories[1].load()


def test_what_came_through_standard_input_is_not_read_again() -> None:
    story = desk_of("house:", played("Piped", "-", 1)).stories()[0]
    with pytest.raises(ArticleError, match="standard input"):
        story.load()


def test_articles_of_one_source_are_told_apart(corpus: Path) -> None:
    feed = locate(str(corpus / "formats" / "wikinews-full.rss"))
    desk = desk_of("house:")
    desk.add(open_source(feed))
    stories = [story for story in desk.stories() if story.source.startswith(feed)]
    assert len(stories) == 3
    assert len({story.load().key for story in stories}) == 3
    again = desk_of("house:", played(stories[2].title, stories[2].source, 1)).stories()[0]
    assert again.load().key == stories[2].load().key


def test_the_seed_that_was_given_is_that_of_the_first_game() -> None:
    desk = desk_of("house:tin-opener", seed=5)
    article = desk.stories()[0].load()
    assert desk.seed() == 5
    desk.session(article, desk.puzzle(article, desk.seed()))
    assert desk.seed() == 6
    assert desk_of("house:").seed() == 77
