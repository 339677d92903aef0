"""One clear line for an input that could not be read."""

from __future__ import annotations

from pobratim.core import errors

from .speech import mark, tr

KINDS: dict[type[errors.PobratimError], str] = {
    errors.AddressRefused: mark("refused"),
    errors.AddressUnreachable: mark("no answer"),
    errors.PageTooLarge: mark("too large"),
    errors.EmptyPage: mark("nothing to read"),
    errors.NotText: mark("not a text page"),
    errors.BrokenEncoding: mark("broken encoding"),
    errors.NotRussian: mark("not in Russian"),
    errors.SourceError: mark("cannot be opened"),
    errors.PageError: mark("cannot be read"),
}


def complaint(error: errors.PobratimError) -> str:
    """The line, without its end: the address, what is wrong, and the reason that the reader of it can act on.

    >>> complaint(errors.NotText("PDF", address="план.pdf"))
    'pobratim: план.pdf: not a text page: PDF'
    """
    kind = next((KINDS[one] for one in type(error).__mro__ if one in KINDS), mark("cannot be read"))
    address = " ".join((error.address or "?").split())
    reason = " ".join(tr(error.reason).split())
    return f"pobratim: {address}: {tr(kind)}: {reason}" if reason else f"pobratim: {address}: {tr(kind)}"
