"""Addresses: which are opened, how they go over the wire, where a redirect may lead."""

import re
from urllib.parse import quote, urldefrag, urljoin, urlsplit, urlunsplit

from jumble.article.article import ArticleError
from jumble.article.prose.cleaning import clean_line
from jumble.startup.lazy import regex

MAX_ADDRESS = 2000
"""Characters; browsers and servers agree on about as many."""

_ADDRESS = regex(r"https?://", re.IGNORECASE)
_SCHEME = regex(
    r"(?P<scheme>[a-z][a-z0-9+.-]*)://|(?P<bare>data|file|ftp|javascript|mailto|blob|about):", re.IGNORECASE
)


def is_address(source: str) -> bool:
    """Tell whether a source is an http or https address."""
    return _ADDRESS.match(source) is not None


def refuse_other_scheme(source: str) -> None:
    """Raise ArticleError if a source is an address of any other kind."""
    if found := _SCHEME.match(source):
        scheme = clean_line(found["scheme"] or found["bare"])
        raise ArticleError(f"{scheme}: addresses are not opened, only http and https; save the text and give the file")


def normal_address(address: str) -> str:
    """Return an address as it goes over the wire; raises ArticleError if it is none that is opened."""
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


def next_address(address: str, location: str) -> str:
    """Return where a redirect leads; raises ArticleError if that is no http or https address."""
    target = urljoin(address, location.strip())
    if not is_address(target):
        scheme = clean_line(target.partition(":")[0])[:20]
        raise ArticleError(f"{shown_host(address)} leads to a {scheme}: address, which is not opened")
    return normal_address(target)


def shown_host(address: str) -> str:
    """Return the server that an address names, safe to show."""
    return clean_line(urlsplit(address).netloc)[:100] or "the server"
