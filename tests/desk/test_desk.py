from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from threading import Event, Thread

import pytest

from jumble.article import ArticleError, Entry, Shelf
from jumble.desk.choice import Choice
from jumble.desk.desk import Desk
from jumble.desk.opener import Opened, Opener
from jumble.game import MODES, GameKind, Hint, Skip
from tests.tui.made_up_record import MadeUpRecord
from tests.tui.newsroom import ARTICLE, OTHER, PUZZLE, TODAY, Kept, MadeAhead, made_ahead

TIN = "The tin that waited half a century for its opener"


@dataclass
class KeptRow:
    title: str
    source: str
    plays: int
    key: str = "no text"
    opened: str | None = None
    best_score: int | None = None


def desk_of(*kept: KeptRow, seed: int | None = None) -> tuple[Desk, Kept]:
    keeper = Kept(kept=kept)
    return (
        Desk(
            Opener((), today=lambda: TODAY),
            lambda: keeper,
            Choice(MODES["classic"], "medium", seed=seed),
            new_seed=lambda: 77,
            clock=lambda: 0.0,
            today=lambda: date(2026, 11, 23),
        ),
        keeper,
    )


def test_opened_articles_come_first_by_their_plays_then_the_rest_of_the_house() -> None:
    desk, _ = desk_of(KeptRow("Gone", "/gone.txt", 1), KeptRow(TIN, "house:tin-opener", 3), KeptRow("New", "/n.txt", 0))
    stories = desk.library.stories()
    assert [(story.title, story.plays) for story in stories[:3]] == [(TIN, 3), ("Gone", 1), ("New", 0)]
    assert sum(story.title == TIN for story in stories) == 1
    assert {story.source.partition(":")[0] for story in stories[3:]} == {"house"}
    with pytest.raises(ArticleError, match="no such file"):
        stories[1].load()


def test_two_texts_of_one_source_and_title_are_one_story_whose_plays_add_up() -> None:
    desk, keeper = desk_of(KeptRow("A", "/a.txt", 2, key=ARTICLE.key), KeptRow("A", "/a.txt", 1, key=OTHER.key))
    keeper.remembered += [ARTICLE, OTHER]
    story = desk.library.stories()[0]
    assert story.plays == 3
    assert story.load() == ARTICLE


@pytest.mark.parametrize("source", ["-", "pasted:"])
def test_a_text_that_was_kept_needs_no_source(source: str) -> None:
    desk, keeper = desk_of(KeptRow(ARTICLE.title, source, 1, key=ARTICLE.key))
    story = desk.library.stories()[0]
    with pytest.raises(ArticleError, match="its text was not kept"):
        story.load()
    keeper.remembered.append(ARTICLE)
    assert story.load() == ARTICLE


def test_recent_sources_are_the_latest_first_each_once_a_book_by_its_own_name() -> None:
    desk, _ = desk_of(
        KeptRow("One", "/b/book.epub#1", 0, opened="2026-11-01T10:00:00+00:00"),
        KeptRow("House", "house:tin-opener", 0, opened="2026-11-05T10:00:00+00:00"),
        KeptRow("Pasted", "pasted:", 0, opened="2026-11-05T11:00:00+00:00"),
        KeptRow("Page", "https://example.org/#top", 0, opened="2026-11-03T10:00:00+00:00"),
        KeptRow("Two", "/b/book.epub#2", 0, opened="2026-11-04T10:00:00+00:00"),
        KeptRow("Old", "/old.txt", 5),
    )
    assert desk.library.recent_sources() == ["/b/book.epub", "https://example.org/#top", "/old.txt"]


def test_the_seed_that_was_given_is_that_of_the_first_game() -> None:
    desk, _ = desk_of(seed=5)
    article = desk.library.stories()[0].load()
    assert desk.seed() == 5
    desk.session(article, desk.puzzle(article, desk.seed()))
    assert desk.seed() == 6
    assert desk_of()[0].seed() == 77


def desk_with_late_record(times: Iterator[float], *, let: Event) -> tuple[Desk, Kept]:
    keeper = Kept()

    def open_keeper() -> Kept:
        let.wait(60)
        return keeper

    opener, choice = Opener((), today=lambda: TODAY), Choice(MODES["classic"], "medium")
    return Desk(opener, open_keeper, choice, new_seed=lambda: 1, clock=lambda: next(times), today=lambda: TODAY), keeper


def test_no_move_waits_for_the_record_and_none_is_lost() -> None:
    let = Event()
    desk, keeper = desk_with_late_record(count(0.0, 0.5), let=let)
    session = desk.session(ARTICLE, PUZZLE)
    opening = Thread(target=desk.open_game, daemon=True)
    opening.start()
    session.play(Hint())
    session.play(Hint())
    assert keeper.steps == []
    let.set()
    opening.join(60)
    session.play(Skip())
    assert [logged.move for logged, _ in keeper.steps] == [Hint(), Hint(), Skip()]
    assert keeper.ago > 0


def test_a_game_without_a_move_takes_no_work() -> None:
    let = Event()
    let.set()
    desk, keeper = desk_with_late_record(count(0.0, 0.5), let=let)
    session = desk.session(ARTICLE, PUZZLE)
    desk.open_game()
    desk.beat(1.0)
    assert keeper.beats == []
    session.play(Hint())
    desk.beat(2.0)
    assert keeper.beats == [2.0]


def test_moves_that_wait_for_the_record_are_written_at_the_end() -> None:
    let = Event()
    let.set()
    desk, keeper = desk_with_late_record(count(0.0, 0.5), let=let)
    session = desk.session(ARTICLE, PUZZLE)
    session.play(Hint())
    assert keeper.steps == []
    desk.close()
    assert len(keeper.steps) == 1


def test_the_record_is_opened_to_write_before_it_is_looked_back_at() -> None:
    opened: list[str] = []

    def keeper() -> Kept:
        opened.append("keeper")
        return Kept()

    def history() -> MadeUpRecord:
        opened.append("history")
        return MadeUpRecord()

    opener, choice = Opener((), today=lambda: TODAY), Choice(MODES["classic"], "medium")
    desk = Desk(
        opener, keeper, choice, new_seed=lambda: 1, clock=lambda: 0.0, today=lambda: TODAY, open_history=history
    )
    assert opened == []
    assert desk.history is not None
    assert opened == ["keeper", "history"]
    assert desk_of()[0].history is None


def test_what_was_made_ahead_comes_first_and_its_puzzle_once() -> None:
    desk, _ = desk_of()
    ahead = made_ahead(ARTICLE)
    desk.use_prefetch(ahead)
    assert desk.prefetched_game(0.1) == (Opened(ARTICLE), ARTICLE, PUZZLE)
    assert desk.prefetched_game(0.1) is None
    assert desk.open_first(lambda _: None, Event(), first=True) == Opened(ARTICLE)
    assert desk.puzzle(ARTICLE, 3) != PUZZLE
    desk.close()
    assert ahead.closed


def test_the_article_does_not_wait_for_its_puzzle() -> None:
    desk, _ = desk_of()
    ahead = made_ahead(ARTICLE)
    desk.use_prefetch(ahead)
    puzzle = ahead.answers.pop()
    assert desk.prefetched_game(0.1) is None
    assert desk.open_first(lambda _: None, Event(), first=True) == Opened(ARTICLE)
    ahead.answers.append(puzzle)
    assert desk.puzzle(ARTICLE, 3) == PUZZLE


def test_the_house_edition_is_not_opened_twice() -> None:
    desk, _ = desk_of()
    shelf = Shelf("house", (Entry(ARTICLE.title, ARTICLE.source, lambda: ARTICLE),))
    desk.use_prefetch(made_ahead(ARTICLE, shelf))
    desk.open_first(lambda _: None, Event(), first=False)
    assert desk.opener.house is shelf


def test_a_puzzle_made_ahead_for_other_settings_is_given_up() -> None:
    desk, _ = desk_of()
    ahead = made_ahead(ARTICLE)
    desk.use_prefetch(ahead)
    desk.choice = desk.choice.next_level()
    assert desk.prefetched_game(0.1) is None
    assert desk.puzzle(ARTICLE, 3).level == "hard"
    assert ahead.closed


def test_what_did_not_come_ahead_is_opened_as_usual() -> None:
    desk, _ = desk_of()
    desk.use_prefetch(MadeAhead([]))
    assert desk.prefetched_game(0.1) is None
    opened = desk.open_first(lambda _: None, Event(), first=True).article
    assert opened is not None
    assert opened.source.startswith("house:")


def test_opening_that_is_given_up_ends_what_is_made_ahead() -> None:
    desk, _ = desk_of()
    ahead = made_ahead(ARTICLE, let=Event())
    desk.use_prefetch(ahead)
    cancel = Event()
    cancel.set()
    desk.open_first(lambda _: None, cancel, first=True)
    assert ahead.closed


def test_the_first_game_is_of_the_kind_that_was_chosen_and_later_ones_are_of_an_article() -> None:
    desk, keeper = desk_of()
    desk.choice = desk.choice._replace(kind=GameKind.EDITION)
    for _ in range(2):
        desk.session(ARTICLE, PUZZLE)
        desk.open_game()
    assert keeper.kinds == [GameKind.EDITION, GameKind.ARTICLE]
