"""One clear line for an input that could not be read."""

from __future__ import annotations

from pobratim.scan import Outcome

from .speech import mark, tr

KINDS = {
    "AddressRefused": mark("refused"),
    "AddressUnreachable": mark("cannot be had"),
    "PageTooLarge": mark("too large"),
    "EmptyPage": mark("nothing to read"),
    "NotText": mark("not a text page"),
    "BrokenEncoding": mark("broken encoding"),
    "NotRussian": mark("not in Russian"),
}
OTHER_KIND = mark("cannot be read")


def complaint(outcome: Outcome) -> str:
    """The line, without its end: the address, what is wrong, and why.

    A reason that the catalogue does not know is not left to stand alone in a foreign language: the kind is said before it.

    >>> complaint(Outcome("план.pdf", error="NotText", reason="PDF, not a page of text"))
    'pobratim: план.pdf: not a text page: PDF, not a page of text'
    """
    kind = tr(KINDS.get(outcome.error or "", OTHER_KIND))
    reason = " ".join(tr(outcome.reason).split())
    address = " ".join(outcome.address.split())
    return f"pobratim: {address}: {kind}: {reason}" if reason else f"pobratim: {address}: {kind}"
