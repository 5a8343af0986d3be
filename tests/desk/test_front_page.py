"""What becomes of the front page, as a table: from a state, an event and what is in front to a state and actions."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.article import Article, Shelf
from jumble.desk.front_page import (
    AskedForList,
    AskedToOpen,
    AskedToPlay,
    AskedToRead,
    AskedToResume,
    Awaited,
    CameOpen,
    CameToFront,
    ChoosingWords,
    CouldNotOpen,
    Event,
    FirstGameBegan,
    FrontPage,
    GameOver,
    GameResumed,
    InFront,
    Listed,
    NoWords,
    Opening,
    Painted,
    Playing,
    PuzzleSettings,
    Ready,
    Refused,
    SettingsChanged,
    StoppedWaiting,
    TurnedToShelf,
    WordsChosen,
)
from jumble.desk.front_page_actions import (
    BeginGame,
    CancelOpening,
    ClearNotices,
    End,
    FocusList,
    ListStories,
    MakePuzzle,
    OfferShelf,
    OpenHouse,
    OpenNamed,
    Read,
    ResumeGame,
    Say,
    ShowArticle,
)
from jumble.desk.front_page_rules import step
from jumble.desk.keeper import CutOff
from jumble.desk.opener import Opened
from tests.game.strategies import make_puzzle

ARTICLE = Article("The quiet table", ("A table stands in a quiet garden.",), source="/a.txt")
OTHER = Article("The loud chair", ("A chair falls in the loud kitchen.",), source="/b.txt")
SHELF = Shelf("two", ())
PUZZLE = make_puzzle("planet")
MEDIUM, HARD = PuzzleSettings("medium", 8), PuzzleSettings("hard", 8)
UNFINISHED = cast("CutOff", object())
PAGE, WAIT, ELSEWHERE = InFront

START = FrontPage(MEDIUM)
OPENING = replace(START, begun=True)
"""Painted, and what the command line named is being opened."""
OWED = replace(OPENING, owed=True)
CHOOSING = replace(OPENING, article=ARTICLE, opening_first=False, stage=ChoosingWords(1), requests=1)
READY = replace(CHOOSING, stage=Ready(PUZZLE))
PLAYING = replace(CHOOSING, stage=Playing())
REFUSED = replace(CHOOSING, stage=Refused("no"))
OWED_CHOOSING = replace(CHOOSING, owed=True)

CAME, CAME_OTHER = CameOpen(Opened(ARTICLE)), CameOpen(Opened(OTHER))
OF_SHELF = CameOpen(Opened(None, SHELF))


def waiting(page: FrontPage, awaited: Awaited = Awaited.GAME) -> FrontPage:
    return replace(page, awaited=awaited)


def with_other(page: FrontPage, **changes: Any) -> FrontPage:
    """Return the page after the other article was opened."""
    request = page.requests + 1
    return replace(page, article=OTHER, stage=ChoosingWords(request), requests=request, held=None, **changes)


SHOWN = (ShowArticle(ARTICLE, first=True), ListStories(ARTICLE), MakePuzzle(1, ARTICLE))
SHOWN_OTHER = (ClearNotices(), ShowArticle(OTHER, first=False), ListStories(OTHER), MakePuzzle(2, OTHER))
NO = "The quiet table: no"

CASES: list[tuple[str, FrontPage, Event, InFront, FrontPage, tuple[Any, ...]]] = [
    # the page comes
    ("painted", START, Painted(), PAGE, OPENING, (ListStories(), OpenNamed(first=False))),
    ("painted, a game owed", replace(START, owed=True), Painted(), WAIT, OWED, (ListStories(), OpenNamed(first=True))),
    ("painted twice", OPENING, Painted(), PAGE, OPENING, ()),
    ("painted after the player asked for another", replace(START, opening_first=False), Painted(), PAGE,
     replace(OPENING, opening_first=False), (ListStories(),)),
    ("a first game before the page", replace(START, owed=True), FirstGameBegan(Opened(ARTICLE, SHELF)), ELSEWHERE,
     replace(START, article=ARTICLE, shelf=SHELF, stage=Playing(), opening_first=False), ()),
    ("painted after that game", replace(PLAYING, begun=False), Painted(), PAGE,
     replace(PLAYING, stage=ChoosingWords(2), requests=2), (ListStories(), MakePuzzle(2, ARTICLE))),
    # opening
    ("the first article", OPENING, CAME, PAGE, CHOOSING, SHOWN),
    ("the first article behind a dialog", OPENING, CAME, ELSEWHERE, CHOOSING, SHOWN),
    ("the first article, its game awaited", waiting(OPENING), CAME, PAGE, waiting(CHOOSING), SHOWN),
    ("the first article, to be read", waiting(OPENING, Awaited.READING), CAME, PAGE, CHOOSING, (*SHOWN, Read(ARTICLE))),
    ("the first article, to be read, but covered", waiting(OPENING, Awaited.READING), CAME, ELSEWHERE, CHOOSING, SHOWN),
    ("the first article under the wait", OWED, CAME, WAIT, OWED_CHOOSING, SHOWN),
    ("another article", READY, CAME_OTHER, PAGE, with_other(READY), SHOWN_OTHER),
    ("another article forgets the game awaited", waiting(CHOOSING), CAME_OTHER, PAGE, with_other(CHOOSING),
     SHOWN_OTHER),
    ("another article behind a dialog", READY, CAME_OTHER, ELSEWHERE, replace(READY, held=CAME_OTHER), ()),
    ("another article when the dialog has gone", replace(READY, held=CAME_OTHER), CameToFront(), PAGE,
     with_other(READY), SHOWN_OTHER),
    ("it stays held while something else is in front", replace(READY, held=CAME_OTHER), CameToFront(), ELSEWHERE,
     replace(READY, held=CAME_OTHER), ()),
    ("an article after a shelf was the first", replace(OPENING, opening_first=False), CAME, PAGE, CHOOSING,
     (ClearNotices(), *SHOWN)),
    ("some of several could not be opened", OPENING, CameOpen(Opened(ARTICLE, None, "one is missing")), PAGE, CHOOSING,
     (Say("Could not open all", "one is missing"), *SHOWN)),
    ("what was typed is forgotten when it opens", replace(READY, typed="/b.txt"), CAME_OTHER, PAGE,
     with_other(READY, typed=""), SHOWN_OTHER),
    ("a shelf", waiting(OPENING), OF_SHELF, PAGE, replace(OPENING, opening_first=False), (OfferShelf(SHELF),)),
    ("a shelf behind a dialog", OPENING, OF_SHELF, ELSEWHERE, replace(OPENING, held=OF_SHELF), ()),
    ("another was asked for", replace(OPENING, held=CAME), AskedToOpen(), PAGE, replace(OPENING, opening_first=False),
     ()),
    ("a source was typed", OPENING, AskedToOpen("/b.txt"), PAGE, replace(OPENING, opening_first=False, typed="/b.txt"),
     ()),
    ("a story after a source was typed", replace(READY, typed="/b"), AskedToOpen(), PAGE, replace(READY, typed="/b"),
     ()),
    ("a shelf to choose from", waiting(CHOOSING), TurnedToShelf(), PAGE, CHOOSING, ()),
    # opening fails
    ("nothing could be opened at the start", OPENING, CouldNotOpen("gone", cancelled=False), PAGE, OPENING,
     (End("gone"),)),
    ("the start was cancelled", OPENING, CouldNotOpen("", cancelled=True), PAGE, OPENING, (OpenHouse(),)),
    ("another could not be opened", READY, CouldNotOpen("gone", cancelled=False), PAGE, READY,
     (ClearNotices(), Say("Could not open it", "gone"))),
    ("another was cancelled", READY, CouldNotOpen("", cancelled=True), PAGE, READY, ()),
    ("another could not be opened before there was a first", replace(OPENING, opening_first=False),
     CouldNotOpen("gone", cancelled=False), PAGE, OPENING,
     (ClearNotices(), Say("Could not open it", "gone"), OpenHouse())),
    ("nothing could be opened while a game goes on", replace(OPENING, stage=Playing()),
     CouldNotOpen("gone", cancelled=False), ELSEWHERE, replace(OPENING, stage=Playing()),
     (ClearNotices(), Say("Could not open it", "gone"), OpenHouse())),
    # choosing words
    ("words chosen", CHOOSING, WordsChosen(1, PUZZLE), PAGE, READY, ()),
    ("words chosen, awaited", waiting(CHOOSING), WordsChosen(1, PUZZLE), PAGE, PLAYING, (BeginGame(ARTICLE, PUZZLE),)),
    ("words chosen, awaited, the player elsewhere", waiting(CHOOSING), WordsChosen(1, PUZZLE), ELSEWHERE, READY, ()),
    ("words chosen under the wait", OWED_CHOOSING, WordsChosen(1, PUZZLE), WAIT, PLAYING,
     (BeginGame(ARTICLE, PUZZLE),)),
    ("words chosen, the wait covered", OWED_CHOOSING, WordsChosen(1, PUZZLE), ELSEWHERE, replace(READY, owed=True), ()),
    ("the wait in front again", replace(READY, owed=True), CameToFront(), WAIT, PLAYING, (BeginGame(ARTICLE, PUZZLE),)),
    ("the wait in front again, no words yet", OWED_CHOOSING, CameToFront(), WAIT, OWED_CHOOSING, ()),
    ("the page in front again begins nothing", READY, CameToFront(), PAGE, READY, ()),
    ("words of an older request", CHOOSING, WordsChosen(0, PUZZLE), PAGE, CHOOSING, ()),
    ("words during a game", PLAYING, WordsChosen(1, PUZZLE), ELSEWHERE, PLAYING, ()),
    ("words awaited for the list", waiting(CHOOSING, Awaited.LIST), WordsChosen(1, PUZZLE), PAGE,
     waiting(READY, Awaited.LIST), ()),
    ("no words", CHOOSING, NoWords(1, "no"), PAGE, replace(REFUSED, stage=Refused(NO)), ()),
    ("no words, awaited", waiting(CHOOSING), NoWords(1, "no"), PAGE, replace(REFUSED, stage=Refused(NO)),
     (Say("Nothing to play here", NO),)),
    ("no words, a game owed", OWED_CHOOSING, NoWords(1, "no"), WAIT, replace(REFUSED, stage=Refused(NO), owed=True),
     (End(NO),)),
    ("no words of an older request", CHOOSING, NoWords(0, "no"), PAGE, CHOOSING, ()),
    ("other settings", READY, SettingsChanged(HARD), ELSEWHERE,
     replace(READY, settings=HARD, stage=ChoosingWords(2), requests=2), (MakePuzzle(2, ARTICLE),)),
    ("the same settings", READY, SettingsChanged(MEDIUM), ELSEWHERE, READY, ()),
    ("other settings before there is an article", OPENING, SettingsChanged(HARD), PAGE, replace(OPENING, settings=HARD),
     ()),
    ("other settings in a game", PLAYING, SettingsChanged(HARD), ELSEWHERE, replace(PLAYING, settings=HARD), ()),
    # playing
    ("play", READY, AskedToPlay(), PAGE, PLAYING, (BeginGame(ARTICLE, PUZZLE),)),
    ("play, words still being chosen", CHOOSING, AskedToPlay(), PAGE, waiting(CHOOSING), ()),
    ("play again and again", waiting(CHOOSING), AskedToPlay(), PAGE, waiting(CHOOSING), ()),
    ("play before there is an article", OPENING, AskedToPlay(), PAGE, waiting(OPENING), ()),
    ("play what was refused", REFUSED, AskedToPlay(), PAGE,
     waiting(replace(REFUSED, stage=ChoosingWords(2), requests=2)), (MakePuzzle(2, ARTICLE),)),
    ("play while a game is on", PLAYING, AskedToPlay(), ELSEWHERE, PLAYING, ()),
    ("waited long enough", OWED_CHOOSING, StoppedWaiting(), WAIT, CHOOSING, (CancelOpening(),)),
    ("the game is over", PLAYING, GameOver(), PAGE, replace(PLAYING, stage=ChoosingWords(2), requests=2),
     (ListStories(), MakePuzzle(2, ARTICLE))),
    ("a resumed game is over before there is an article", replace(OPENING, stage=Playing()), GameOver(), PAGE, OPENING,
     (ListStories(),)),
    ("an article comes during a resumed game", replace(OPENING, stage=Playing()), CAME, ELSEWHERE,
     replace(PLAYING, requests=0), SHOWN[:2]),
    # reading, the list, and going on
    ("read", READY, AskedToRead(), PAGE, READY, (Read(ARTICLE),)),
    ("read before there is an article", OPENING, AskedToRead(), PAGE, waiting(OPENING, Awaited.READING), ()),
    ("the latest wish counts", waiting(OPENING), AskedToRead(), PAGE, waiting(OPENING, Awaited.READING), ()),
    ("to the list before it is there", READY, AskedForList(), PAGE, waiting(READY, Awaited.LIST), ()),
    ("and back", waiting(READY, Awaited.LIST), AskedForList(), PAGE, READY, ()),
    ("the list has come", waiting(READY, Awaited.LIST), Listed(None), PAGE, READY, (FocusList(),)),
    ("the list has come by itself", READY, Listed(UNFINISHED), PAGE, replace(READY, unfinished=UNFINISHED), ()),
    ("the game cut off has gone", replace(READY, unfinished=UNFINISHED), Listed(None), PAGE, READY, ()),
    ("go on with a game", replace(READY, unfinished=UNFINISHED), AskedToResume(), PAGE, READY,
     (ResumeGame(UNFINISHED),)),
    ("go on with none", READY, AskedToResume(), PAGE, READY, ()),
    ("a game goes on", waiting(CHOOSING), GameResumed(), PAGE, PLAYING, ()),
]  # fmt: skip


@pytest.mark.parametrize(
    ("page", "event", "in_front", "after", "actions"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_follows(
    page: FrontPage, event: Event, in_front: InFront, after: FrontPage, actions: tuple[Any, ...]
) -> None:
    assert step(page, event, in_front) == (after, actions)


def test_every_event_stands_in_the_table() -> None:
    assert {type(case[2]) for case in CASES} == set(Event.__args__)


EVENTS = st.sampled_from([case[2] for case in CASES])


@given(st.lists(st.tuples(EVENTS, st.sampled_from(InFront)), max_size=30), st.booleans())
def test_whatever_happens_in_whatever_order(happened: Iterable[tuple[Event, InFront]], owed: bool) -> None:
    page = replace(START, owed=owed)
    for event, in_front in happened:
        after, actions = step(page, event, in_front)
        asked = [action.request for action in actions if isinstance(action, MakePuzzle)]
        begun = [action for action in actions if isinstance(action, BeginGame)]
        assert len(asked) <= 1
        assert not asked or after.stage == ChoosingWords(asked[0])  # only the newest request is waited for
        assert not begun or (isinstance(after.stage, Playing) and not after.owed)
        assert after.article is not None or isinstance(after.stage, Opening | Playing)
        assert after.requests >= page.requests
        page = after


@given(st.lists(st.tuples(EVENTS, st.sampled_from(InFront)), max_size=20))
def test_whoever_waits_gets_a_game(happened: Iterable[tuple[Event, InFront]]) -> None:
    page = START
    for event, in_front in happened:
        page, _ = step(page, event, in_front)
    for event in (Painted(), GameOver(), CameOpen(Opened(OTHER)), AskedToPlay()):
        page, actions = step(page, event, InFront.PAGE)
    if isinstance(page.stage, ChoosingWords):
        page, actions = step(page, WordsChosen(page.stage.request, PUZZLE), InFront.PAGE)
    assert BeginGame(OTHER, PUZZLE) in actions
