"""Which web addresses are fetched, their normal form in a request, and where a redirect may lead."""

import re
from urllib.parse import quote, urldefrag, urljoin, urlsplit, urlunsplit

from jumble.article.article import ArticleError
from jumble.article.prose.cleaning import clean_line
from jumble.startup.lazy import regex

MAX_ADDRESS = 2000
"""Characters of an address; browsers and servers support about as many."""

_ADDRESS = regex(r"https?://", re.IGNORECASE)
_SCHEME = regex(
    r"(?P<scheme>[a-z][a-z0-9+.-]*)://|(?P<bare>data|file|ftp|javascript|mailto|blob|about):", re.IGNORECASE
)


def is_address(source: str) -> bool:
    """Return whether a source is an http or https address, in whatever case."""
    return _ADDRESS.match(source) is not None


def refuse_other_scheme(source: str) -> None:
    """Raise ArticleError if a source has a scheme other than http and https, such as `ftp://` or `mailto:`."""
    if match := _SCHEME.match(source):
        scheme = clean_line(match["scheme"] or match["bare"])
        raise ArticleError(f"{scheme}: addresses are not opened, only http and https; save the text and give the file")


def normalize_address(address: str) -> str:
    """Return an address as it is requested: no fragment, host in IDNA, the rest percent-encoded (RFC 3986).

    Raises ArticleError if it is not http or https, names no server, holds a password or is too long.
    """
    address = urldefrag(address.strip())[0]
    if len(address) > MAX_ADDRESS or any(ord(char) < 0x20 or char == "\x7f" for char in address):
        raise ArticleError("that is no address that can be opened; copy it again")
    if not is_address(address):
        refuse_other_scheme(address)
        raise ArticleError("that is no http or https address; copy it again")
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
        host = host if ":" in host else host.encode("idna").decode()
    except (ValueError, UnicodeError):
        host = ""
    if not host:
        raise ArticleError(f"{clean_line(address)[:100]} names no server; copy the address again")
    if parts.username is not None or parts.password is not None:
        raise ArticleError("addresses with a name and password in them are not opened; save the page and give the file")
    netloc = (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return urlunsplit((parts.scheme.lower(), netloc, path, quote(parts.query, safe="=&%:@!$'()*+,;/?~-._"), ""))


def redirect_target(address: str, location: str) -> str:
    """Return the address that a Location header means; raises ArticleError if it cannot be fetched."""
    target = urljoin(address, location.strip())
    if not is_address(target):
        scheme = clean_line(target.partition(":")[0])[:20]
        raise ArticleError(f"{shown_host(address)} leads to a {scheme}: address, which is not opened")
    return normalize_address(target)


def shown_host(address: str) -> str:
    """Return host and port of an address, safe to print."""
    return clean_line(urlsplit(address).netloc)[:100] or "the server"
