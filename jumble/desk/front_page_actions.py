"""What a screen is to do after something happened to the front page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jumble.article import Article, Shelf
    from jumble.desk.keeper import CutOff
    from jumble.puzzle import Puzzle


class OpenNamed(NamedTuple):
    """Open what the command line named."""

    first: bool
    """Of many articles the first will do."""


class OpenHouse(NamedTuple):
    """Open the house edition."""


class CancelOpening(NamedTuple):
    """Give up what is being opened."""


class ShowArticle(NamedTuple):
    """Put an article on the page."""

    article: Article
    first: bool
    """Whether it came by itself: the player may be in the list already, and stays there."""


class OfferShelf(NamedTuple):
    """Let the player choose an entry of a shelf."""

    shelf: Shelf


class ListStories(NamedTuple):
    """Bring the list of articles up to date."""

    remember: Article | None = None
    """An article that was opened and is to be kept."""


class FocusList(NamedTuple):
    """Go to the list."""


class MakePuzzle(NamedTuple):
    """Make a puzzle in the background."""

    request: int
    article: Article


class BeginGame(NamedTuple):
    """Begin a game."""

    article: Article
    puzzle: Puzzle


class ResumeGame(NamedTuple):
    """Go on with a game that was cut off."""

    unfinished: CutOff


class Read(NamedTuple):
    """Show the whole article."""

    article: Article


class Say(NamedTuple):
    """Tell the player something."""

    title: str
    text: str


class ClearNotices(NamedTuple):
    """Take away what was said of the request before."""


class End(NamedTuple):
    """End the program with status 1: there is nothing to show."""

    reason: str


Action = (
    OpenNamed | OpenHouse | CancelOpening | ShowArticle | OfferShelf | ListStories | FocusList | MakePuzzle | BeginGame
    | ResumeGame | Read | Say | ClearNotices | End
)  # fmt: skip
