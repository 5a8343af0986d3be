"""The text and key of an article."""

import pytest

from jumble.article import Article


def test_the_text_is_the_body_without_the_title() -> None:
    assert Article("Title", ("One.", "Two.")).text == "One.\n\nTwo."


def test_the_key_names_title_and_text_wherever_they_are_from() -> None:
    article = Article("Title", ("One.",), source="a.txt")
    assert article.key == Article("Title", ("One.",), source="elsewhere", section="News").key
    assert len(article.key) == 16
    assert int(article.key, 16) >= 0


@pytest.mark.parametrize("other", [Article("Other", ("One.",)), Article("Title", ("Two.",)), Article("TitleOne.", ())])
def test_another_text_has_another_key(other: Article) -> None:
    assert Article("Title", ("One.",)).key != other.key
