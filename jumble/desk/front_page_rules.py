"""What becomes of the front page: one pure transition, from a state and what happened to the next state and actions."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

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
    Ready,
    Refused,
    SettingsChanged,
    StoppedWaiting,
    TurnedToShelf,
    WordsChosen,
)
from jumble.desk.front_page_actions import (
    Action,
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

Step = tuple[FrontPage, tuple[Action, ...]]

COULD_NOT_OPEN = "Could not open it"
COULD_NOT_OPEN_ALL = "Could not open all"
NOTHING_TO_PLAY = "Nothing to play here"


def step(page: FrontPage, event: Event, in_front: InFront) -> Step:  # noqa: C901, PLR0911, PLR0912 one for each event
    """Return the page after `event`, and the actions that follow from it, in their order.

    `in_front` is what the player looks at just then.
    """
    match event:
        case Painted():
            return _begin_page(page)
        case FirstGameBegan(opened):
            began = replace(page, article=opened.article, shelf=opened.shelf, opening_first=False)
            return _play(began), ()
        case AskedToOpen(typed):
            kept = page.typed if typed is None else typed
            return replace(page, opening_first=False, held=None, typed=kept), ()
        case CameOpen():
            is_first = page.opening_first and event.opened.article is not None
            if is_first or in_front is not InFront.ELSEWHERE:
                return _take_in(page, event, in_front)
            return replace(page, held=event), ()
        case CouldNotOpen():
            return _could_not_open(page, event)
        case TurnedToShelf():
            return replace(page, awaited=Awaited.NOTHING), ()
        case WordsChosen(request, puzzle):
            if page.stage != ChoosingWords(request):
                return page, ()
            return _words_chosen(replace(page, stage=Ready(puzzle)), in_front)
        case NoWords(request, reason):
            return _refuse(page, reason) if page.stage == ChoosingWords(request) else (page, ())
        case SettingsChanged(settings):
            changed = replace(page, settings=settings)
            is_other = settings != page.settings and not isinstance(page.stage, Playing)
            return _choose_words(changed) if is_other else (changed, ())
        case AskedToPlay():
            return _asked_to_play(page)
        case AskedToRead():
            if page.article is None:
                return replace(page, awaited=Awaited.READING), ()
            return page, (Read(page.article),)
        case AskedForList():
            is_awaited = page.awaited is Awaited.LIST
            return replace(page, awaited=Awaited.NOTHING if is_awaited else Awaited.LIST), ()
        case AskedToResume():
            actions = (ResumeGame(page.unfinished),) if page.unfinished is not None else ()
            return replace(page, unfinished=None), actions
        case Listed(unfinished):
            listed = replace(page, unfinished=unfinished)
            if page.awaited is Awaited.LIST:
                return replace(listed, awaited=Awaited.NOTHING), (FocusList(),)
            return listed, ()
        case CameToFront():
            return _came_to_front(page, in_front)
        case StoppedWaiting():
            return replace(page, owed=False, awaited=Awaited.NOTHING), (CancelOpening(),)
        case GameResumed():
            return _play(page), ()
        case GameOver():
            return _game_over(page)
        case _:
            assert_never(event)


def _begin_page(page: FrontPage) -> Step:
    """Open what the command line named; where an article came before the page did, its game is over by now."""
    if page.begun:
        return page, ()
    page = replace(page, begun=True)
    if page.article is not None:
        return _game_over(page)
    opening = (OpenNamed(first=page.owed),) if page.opening_first else ()
    return page, (ListStories(), *opening)


def _could_not_open(page: FrontPage, event: CouldNotOpen) -> Step:
    """Say why; where there is nothing else to show, end, or open the house edition."""
    if page.opening_first and not event.cancelled and not isinstance(page.stage, Playing):
        return page, (End(event.reason),)
    actions: tuple[Action, ...] = () if event.cancelled else (ClearNotices(), Say(COULD_NOT_OPEN, event.reason))
    if page.article is None:
        return replace(page, opening_first=True), (*actions, OpenHouse())
    return page, actions


def _take_in(page: FrontPage, came: CameOpen, in_front: InFront) -> Step:
    """Show an article that was opened, or let the player choose from a shelf."""
    opened = came.opened
    actions: list[Action] = []
    if not page.opening_first:  # notices about the request before; at the start there may be others
        actions.append(ClearNotices())
    if opened.notice:
        actions.append(Say(COULD_NOT_OPEN_ALL, opened.notice))
    typed = page.typed if page.opening_first else ""
    page = replace(page, opening_first=False, held=None)
    if opened.article is None:
        if opened.shelf is not None:
            page = replace(page, awaited=Awaited.NOTHING)
            actions.append(OfferShelf(opened.shelf))
        return page, tuple(actions)
    is_first = page.article is None
    wish = page.awaited
    if wish is Awaited.READING or (wish is Awaited.GAME and not is_first):  # a game of another article was meant
        page = replace(page, awaited=Awaited.NOTHING)
    page = replace(page, article=opened.article, shelf=came.shelf, typed=typed)
    actions += [ShowArticle(opened.article, is_first), ListStories(opened.article)]
    page, making = _choose_words(page)
    actions += making
    if wish is Awaited.READING and in_front is InFront.PAGE:
        actions.append(Read(opened.article))
    return page, tuple(actions)


def _choose_words(page: FrontPage) -> Step:
    """Have the next puzzle made, unless there is no article yet or a game is on."""
    if page.article is None or isinstance(page.stage, Playing):
        return page, ()
    request = page.requests + 1
    return replace(page, requests=request, stage=ChoosingWords(request)), (MakePuzzle(request, page.article),)


def _words_chosen(page: FrontPage, in_front: InFront) -> Step:
    """Begin if the player waits for the game; whoever has turned to something else waits no more."""
    is_wanted = page.awaited is Awaited.GAME and in_front is InFront.PAGE
    if is_wanted or in_front is InFront.WAIT:
        return _begin_game(page)
    awaited = Awaited.NOTHING if page.awaited is Awaited.GAME else page.awaited
    return replace(page, awaited=awaited), ()


def _refuse(page: FrontPage, reason: str) -> Step:
    """Keep why no puzzle can be made, and say so to whoever waits for one."""
    text = f"{page.article.title}: {reason}" if page.article is not None else reason
    was_awaited = page.awaited is Awaited.GAME
    refused = replace(page, stage=Refused(text), awaited=Awaited.NOTHING if was_awaited else page.awaited)
    if page.owed:
        return refused, (End(text),)
    return refused, (Say(NOTHING_TO_PLAY, text),) if was_awaited else ()


def _asked_to_play(page: FrontPage) -> Step:
    """Begin at once, or as soon as there is a puzzle; one that was refused is tried again."""
    match page.stage:
        case Ready():
            return _begin_game(page)
        case Opening() | ChoosingWords():
            return replace(page, awaited=Awaited.GAME), ()
        case Refused():  # what was missing, a lexicon say, may be there by now
            return _choose_words(replace(page, awaited=Awaited.GAME))
        case Playing():
            return page, ()


def _begin_game(page: FrontPage) -> Step:
    """Begin the game whose puzzle is there."""
    if page.article is None or not isinstance(page.stage, Ready):
        return page, ()
    return _play(page), (BeginGame(page.article, page.stage.puzzle),)


def _play(page: FrontPage) -> FrontPage:
    """Return the page while a game is on."""
    return replace(page, stage=Playing(), awaited=Awaited.NOTHING, owed=False)


def _game_over(page: FrontPage) -> Step:
    """List the game just played, and have the next puzzle made: in a game nothing else is to be at work."""
    if not isinstance(page.stage, Playing):
        return page, (ListStories(),)
    page, making = _choose_words(replace(page, stage=Opening()))
    return page, (ListStories(), *making)


def _came_to_front(page: FrontPage, in_front: InFront) -> Step:
    """Show what was opened meanwhile; begin a game that the command line asked for and whose words are chosen."""
    if page.held is not None and in_front is not InFront.ELSEWHERE:
        return _take_in(page, page.held, in_front)
    return _begin_game(page) if in_front is InFront.WAIT else (page, ())
