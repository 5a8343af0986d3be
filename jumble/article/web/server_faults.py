"""Messages for the player when a server cannot be reached or answers with an error status."""

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
    """The server did not answer, or answered with status 429 or 5xx; a cached page may be used instead."""


def status_error(address: str, status: int) -> ArticleError:
    """Return the error for an HTTP status other than 200: UnreachableError for 429 and 5xx, else ArticleError."""
    problem = _PROBLEMS.get(status, "has a fault of its own" if status >= 500 else "answers with something else")
    message = (
        f"{shown_host(address)} {problem} (status {status}); try another address, or save the page and give the file"
    )
    return UnreachableError(message) if status >= 500 or status == 429 else ArticleError(message)


def reason_unreachable(error: BaseException) -> str:
    """Return in a few words why a connection failed with `error`, which may be urllib's wrapper of the cause."""
    reason = getattr(error, "reason", error)
    explanations: Iterable[tuple[type[BaseException], str]] = (
        (TimeoutError, "it does not answer"),
        (ConnectionRefusedError, "nobody answers there"),
    )
    for error_type, explanation in explanations:
        if isinstance(reason, error_type):
            return explanation
    with suppress(ImportError):
        import socket
        import ssl

        if isinstance(reason, socket.gaierror):
            return "no such server, or no network"
        if isinstance(reason, ssl.SSLError):
            return "its certificate is not to be trusted"
    return clean_line(getattr(reason, "strerror", None) or "it answers with nonsense")
