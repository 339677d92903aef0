"""Addresses of the web: a page's host and path, a link made whole. A broken one (`http://[x`) says nothing."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urljoin, urlsplit

from pobratim.core.memo import remembered

_NOTHING = SplitResult("", "", "", "", "")
#: An address, or a path from the site's root, with nothing in it to be put right but double slashes and dots.
_PLAIN = re.compile(r"(https?://[\w.-]+)?/[\w.~%/+-]*(?:\?[\w.~%=&+-]+)?", re.ASCII)


def host_of(url: str | None) -> str | None:
    """The host of an address without `www.`; None for a file's path and for what is broken.

    >>> host_of("https://www.example.org/news/1"), host_of("pages/1.html"), host_of("http://[x/")
    ('example.org', None, None)
    """
    return (_parts(url).hostname or "").removeprefix("www.") or None


def path_of(url: str | None) -> str:
    """The path of an address; empty for a file's path and for what is broken."""
    return _parts(url).path


def whole_address(url: str | None, href: str) -> str:
    """A link's address, whole where the page's is one of the web: what `urljoin` gives, but that takes as long as all else.

    Args:
        url: the page's address, or its file's path, or None.
        href: the link's own; it is given back where it or the page's is broken.

    >>> whole_address("https://example.org/news/1", "../2"), whole_address("https://example.org/news/1", "http://[x")
    ('https://example.org/2', 'http://[x')
    """
    if not url or "://" not in url:
        return href
    try:
        if plain := _PLAIN.fullmatch(href):
            if plain[1]:
                return href
            if "//" not in href and "/." not in href:
                return _site(url) + href
        return urljoin(url, href)
    except ValueError:
        return href


@remembered(64)
def _site(url: str) -> str:
    """What stands before the path in the addresses of a page's site."""
    return urljoin(url, "/")[:-1]


def _parts(url: str | None) -> SplitResult:
    """The parts of an address of the web."""
    if not url or "://" not in url:
        return _NOTHING
    try:
        return urlsplit(url)
    except ValueError:
        return _NOTHING
