"""One clear line for an input that could not be read."""

from __future__ import annotations

from pobratim.core import errors
from pobratim.words.speech import mark, tr

KINDS = {
    errors.AddressRefused: mark("refused"),
    errors.AddressUnreachable: mark("cannot be had"),
    errors.PageTooLarge: mark("too large"),
    errors.EmptyPage: mark("nothing to read"),
    errors.NotText: mark("not a text page"),
    errors.BrokenEncoding: mark("broken encoding"),
    errors.NotRussian: mark("not in Russian"),
    errors.NotATable: mark("not a table"),
    errors.LockedTable: mark("locked"),
    errors.TableTooLarge: mark("file too large"),
    errors.BrokenTable: mark("damaged"),
    errors.EmptyTable: mark("nothing to read"),
}
OTHER_KIND = mark("cannot be read")


def complaint(error: errors.PobratimError) -> str:
    """The line, without its end: the address, the kind of error, the reason.

    The kind, for what is no readable page or table, is there in the interface's language, also where the catalogue does not
    know the reason.

    >>> complaint(errors.NotText("PDF, not a page of text", address="план.pdf"))
    'pobratim: план.pdf: not a text page: PDF, not a page of text'
    """
    unread = isinstance(error, errors.SourceError | errors.PageError | errors.TableError)
    kind = tr(KINDS.get(type(error), OTHER_KIND)) if unread else ""
    told = ("pobratim", error.address or ("?" if unread else ""), kind, tr(error.reason))
    return ": ".join(" ".join(part.split()) for part in told if part)
