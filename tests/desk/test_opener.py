from datetime import date
from functools import partial
from pathlib import Path
from threading import Event

import pytest

from jumble.article import PASTED, ArticleError, CancelledError
from jumble.desk.opener import Opener

TALE = "A tale of one city\n\nIt was a quiet time for the harbour and its people.\n"
FEED = """<rss version="2.0"><channel><title>The Gazette</title>
<item><title>Ferries return</title><link>http://127.0.0.1:9/page</link><description>They are back.</description></item>
<item><title>Lamps</title><link>http://127.0.0.1:9/lamps</link><description></description></item>
</channel></rss>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tale.txt").write_text(TALE, encoding="utf-8")
    (tmp_path / "gazette.rss").write_text(FEED, encoding="utf-8")
    return tmp_path


def opener(*sources: object) -> Opener:
    return Opener([str(source) for source in sources], today=lambda: date(2026, 11, 23))


def ignore(_: int) -> None:
    pass


def test_without_a_source_the_article_of_the_day_is_another_each_day() -> None:
    days = [partial(date, 2026, 11, 23), partial(date, 2026, 11, 24)]
    first, second = (Opener((), today=day).open_first(ignore, Event(), first=False).article for day in days)
    assert first
    assert second
    assert first.title != second.title


def test_many_articles_are_a_list_unless_the_first_will_do(folder: Path) -> None:
    listed = opener(folder).open_first(ignore, Event(), first=False)
    assert listed.article is None
    assert listed.shelf
    assert len(listed.shelf.entries) == 2
    first = opener(folder / "tale.txt").open_first(ignore, Event(), first=True)
    assert first.article
    assert first.article.title == "A tale of one city"


def test_several_sources_are_one_shelf_and_what_fails_is_told(folder: Path) -> None:
    opened = opener(folder / "tale.txt", folder / "gone.txt", folder).open_first(ignore, Event(), first=True)
    assert opened.article
    assert opened.article.title == "A tale of one city"
    assert opened.shelf
    assert [entry.title for entry in opened.shelf.entries] == ["A tale of one city", folder.name]
    assert "no such file" in opened.notice
    inner = opener().open_entry(opened.shelf.entries[1], whole=False, progress=ignore, cancel=Event())
    assert inner.article is None
    assert inner.shelf
    assert len(inner.shelf.entries) == 2


def test_several_sources_of_which_none_can_be_opened_fail() -> None:
    with pytest.raises(ArticleError, match="no such file"):
        opener("/gone/a.txt", "/gone/b.txt").open_first(ignore, Event(), first=False)


def test_giving_up_ends_several_sources_at_once(folder: Path) -> None:
    cancel = Event()
    cancel.set()
    with pytest.raises(CancelledError):
        opener(folder / "tale.txt", folder / "tale.txt").open_first(ignore, cancel, first=False)


def test_a_summary_is_read_without_following_its_link(folder: Path) -> None:
    shelf = opener().open(str(folder / "gazette.rss"), ignore, Event()).shelf
    assert shelf
    entry = shelf.entries[0]
    assert entry.link == "http://127.0.0.1:9/page"
    article = opener().open_entry(entry, whole=False, progress=ignore, cancel=Event()).article
    assert article
    assert article.text == "They are back."
    assert shelf.entries[1].summary is None


def test_what_is_pasted_is_a_text_or_names_one(folder: Path) -> None:
    text = opener().open_pasted(TALE, ignore, Event()).article
    assert text
    assert (text.title, text.source) == ("A tale of one city", PASTED)
    named = opener().open_pasted(f" '{folder / 'tale.txt'}' ", ignore, Event()).article
    assert named
    assert named.text == text.text
    both = opener().open_pasted(f"{folder / 'tale.txt'} {folder / 'gazette.rss'}", ignore, Event())
    assert both.article is None
    assert both.shelf
    assert both.shelf.name == "2 sources"
    with pytest.raises(ArticleError, match="no such file"):
        opener().open_pasted("/gone/a.txt", ignore, Event())
