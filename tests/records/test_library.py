"""The library: what was opened is there, whole, can be listed, searched, and read from any thread."""

import datetime as dt
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jumble.article import Article, Dateline, clean, clean_line
from jumble.records import Order, Records, open_records, read_plays
from jumble.records.sqlite import search_index as words
from jumble.records.sqlite.play_counts import count_plays
from tests.records.played import ARTICLE, OTHER, SKIP_ALL, SOLVE_ALL, SOLVE_ONE_AND_LEAVE, play, ticking


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    opened = open_records(tmp_path, now=ticking())
    yield opened
    opened.close()


def remember(records: Records, *articles: Article) -> None:
    for each in articles:
        records.remember(each)
    records.settle()
    assert records.notice is None


def titles(records: Records, search: str = "", order: Order = Order.POPULAR) -> list[str]:
    return [each.title for each in records.library(order=order, search=search)]


lines = st.text(st.characters(exclude_categories=["Cs"])).map(clean_line)
paragraphs = (
    st.text(st.characters(exclude_categories=["Cs"]) | st.just("\n"), min_size=1)
    .map(clean)
    .filter(lambda text: text.strip() and "\n\n" not in f"\n{text}\n")
)
"""With lines, as verse has them, and without what would part them."""
articles = st.builds(
    Article,
    title=lines,
    paragraphs=st.lists(paragraphs, min_size=1, max_size=5).map(tuple),
    dateline=st.builds(
        Dateline,
        st.none() | lines,
        st.none() | st.dates(),
        st.none() | st.floats(allow_nan=False) | st.integers(-50, 50),
    ),
    language=st.sampled_from(["en", "de", "hi"]),
    source=st.text(st.characters(exclude_categories=["Cs"])),
    section=st.none() | lines,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(articles)
def test_what_is_remembered_is_recalled_as_it_was(records: Records, article: Article) -> None:
    remember(records, article)
    assert records.recall(article.key) == article


def test_what_is_not_there_is_not_recalled(records: Records) -> None:
    assert records.recall(ARTICLE.key) is None
    assert records.notice is None


def test_it_is_there_the_next_time_and_without_a_play(tmp_path: Path) -> None:
    with closing(open_records(tmp_path, now=ticking())) as records:
        remember(records, ARTICLE)
    with closing(open_records(tmp_path)) as records:
        (found,) = records.library()
        assert (found.key, found.title, found.source) == (ARTICLE.key, ARTICLE.title, ARTICLE.source)
        assert (found.plays, found.best_score, found.last_played, found.kept) == (0, None, None, True)
        assert found.opened == "2025-07-01T09:30:00+00:00"
        assert read_plays(records) == []


def test_opened_again_it_stands_once_and_with_its_new_place(records: Records) -> None:
    remember(records, ARTICLE, OTHER, Article(ARTICLE.title, ARTICLE.paragraphs, Dateline("Delhi"), source="/moved"))
    assert [(each.title, each.source) for each in records.library(order=Order.NEWEST)] == [
        ("The tin", "/moved"),
        ("The sea", OTHER.source),
    ]
    recalled = records.recall(ARTICLE.key)
    assert recalled is not None
    assert (recalled.source, recalled.dateline.place) == ("/moved", "Delhi")


def test_a_game_brings_its_article_into_the_library(records: Records) -> None:
    play(records, SKIP_ALL)
    assert records.recall(ARTICLE.key) == ARTICLE
    assert titles(records, "garden") == ["The tin"]


def test_the_orders(records: Records) -> None:
    once, unplayed = Article("Once", ("x",)), Article("Unplayed", ("y",))
    remember(records, ARTICLE, once, unplayed, OTHER)
    play(records, SKIP_ALL, OTHER)
    play(records, SKIP_ALL, OTHER)
    play(records, SKIP_ALL, once)
    remember(records, unplayed, ARTICLE)
    assert titles(records) == ["The sea", "Once", "The tin", "Unplayed"]
    assert titles(records, order=Order.NEWEST) == ["The tin", "Unplayed", "Once", "The sea"]
    assert titles(records, order=Order.UNPLAYED) == ["The tin", "Unplayed"]
    assert titles(records, "t", Order.UNPLAYED) == ["The tin"]
    assert [each.title for each in records.library(limit=2, offset=1)] == ["Once", "The tin"]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", True),
        ("tea", True),
        ("TEA leaf", True),
        ("leaf tea", True),
        ("crossing", True),
        ("tea sea", False),
        ("eaf", False),
        ("cafe", True),
        ("CAFÉ zür", True),
        ("ice-cr", True),
        ("don't", True),
        ("o'cl", True),
        ("京", True),
        ("京都", True),
        ("大阪", False),
        ("हिन्", True),
        ("ﬁne", True),
        ("ß", False),
        ("strass", True),
        ("42", True),
        ("end", True),
        ("-", True),
    ],
)
def test_each_typed_word_begins_a_word_of_title_or_text(records: Records, search: str, found: bool) -> None:
    text = "Ice-cream at the café in Zürich, five o'clock; don't, 42 fine. 東京都と京都 हिन्दी Straße."
    remember(
        records, Article("Tea: the crossing of a leaf", (text, "x" * 30 + " " + "long " * 9000 + "end"), source="s")
    )
    assert bool(titles(records, search)) is found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters() | st.sampled_from("\"'*()^:-+\\%_\0 {}NEAR AND OR NOT")))
def test_nothing_that_is_typed_is_an_error(records: Records, typed: str) -> None:
    remember(records, ARTICLE)
    records.library(search=typed)
    assert records.notice is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map(clean_line))
def test_an_article_is_found_by_its_own_words(records: Records, text: str) -> None:
    article = Article("t", (text,))
    remember(records, article)
    assert article.key in {each.key for each in records.library(search=text[: len(text) // 2 + 1], limit=1000)}


def test_without_the_index_titles_are_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "MODULE", "no_such_module")
    with closing(open_records(tmp_path, now=ticking())) as records:
        remember(records, ARTICLE, Article("100 % of_it", ("A planet.",)))
        assert titles(records, "ti th") == ["The tin"]
        assert titles(records, "planet") == []
        assert titles(records, "in") == []
        assert titles(records, "% of_") == ["100 % of_it"]
        assert records.notice is None
    monkeypatch.undo()
    with closing(open_records(tmp_path, now=ticking())) as records:
        records.settle()
        assert titles(records, "planet") == ["100 % of_it", "The tin"], "indexed once it can be"


def test_in_memory_it_is_a_library_too(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with closing(open_records(tmp_path / "file", now=ticking())) as records:
        records.remember(ARTICLE)
        records.settle()
        assert records.recall(ARTICLE.key) == ARTICLE
        assert titles(records, "tin") == ["The tin"]


def test_many_threads_read_while_one_writes(records: Records) -> None:
    wrong: list[object] = []

    def read() -> None:
        for _ in range(60):
            found = records.library(search="t", order=Order.NEWEST)
            wrong.extend(each for each in found if records.recall(each.key) is None)

    threads = [Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(60):
        records.remember(Article(f"Text {number}", (f"The text number {number}.",)))
    for thread in threads:
        thread.join()
    records.settle()
    assert (wrong, records.notice) == ([], None)
    assert len(records.library(search="num", limit=100)) == 60


def test_what_is_kept_of_plays_is_what_counting_gives(records: Records) -> None:
    for moves, article in [
        (SOLVE_ALL, ARTICLE),
        (SOLVE_ONE_AND_LEAVE, OTHER),
        (SKIP_ALL, ARTICLE),
        (SOLVE_ALL, OTHER),
        (SOLVE_ALL[:3], Article("Begun", ("x",))),
    ]:
        play(records, moves, article)
    kept = records.library()
    assert {(each.title, each.plays) for each in kept} == {("The tin", 2), ("The sea", 2), ("Begun", 0)}
    count_plays(records._writing)
    assert records.library() == kept


def test_dates_stay_dates(records: Records) -> None:
    article = Article("D", ("x",), Dateline("Delhi", dt.date(2025, 7, 1), 27.1), section="World")
    remember(records, article)
    assert records.recall(article.key) == article
