"""What can go wrong with a server, in words for the player."""

from collections.abc import Iterable
from contextlib import suppress

from jumble.article.article import ArticleError
from jumble.article.prose.cleaning import clean_line
from jumble.article.web.addresses import shown_host

_PROBLEMS = {
    401: "asks for a password", 402: "asks for payment", 403: "does not let us in", 404: "has no such page",
    410: "has removed the page", 429: "is asked too often; wait a while", 451: "may not show it for legal reasons",
}  # fmt: skip


class UnreachableError(ArticleError):
    """The server did not answer, or said that it could not."""


def status_error(address: str, status: int) -> ArticleError:
    """Return what a status other than 200 means to the player."""
    what = _PROBLEMS.get(status, "has a fault of its own" if status >= 500 else "answers with something else")
    message = f"{shown_host(address)} {what} (status {status}); try another address, or save the page and give the file"
    return UnreachableError(message) if status >= 500 or status == 429 else ArticleError(message)


def reason_unreachable(error: BaseException) -> str:
    """Return in a few words why a server could not be reached."""
    reason = getattr(error, "reason", error)
    names: Iterable[tuple[type[BaseException], str]] = (
        (TimeoutError, "it does not answer"),
        (ConnectionRefusedError, "nobody answers there"),
    )
    for kind, words in names:
        if isinstance(reason, kind):
            return words
    with suppress(ImportError):
        import socket
        import ssl

        if isinstance(reason, socket.gaierror):
            return "no such server, or no network"
        if isinstance(reason, ssl.SSLError):
            return "its certificate is not to be trusted"
    return clean_line(getattr(reason, "strerror", None) or "it answers with nonsense")
