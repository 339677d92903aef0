"""A page: one story and what stands around it, before anything in it is understood."""

from __future__ import annotations

import msgspec

from .date import PartialDate


class Related(msgspec.Struct):
    """A headline of another story beside this one; no fact is ever taken from it."""

    title: str
    url: str | None = None
    date: PartialDate | None = None
    section: str | None = None


class Page(msgspec.Struct):
    """One news page. `text` is the headline, an empty line, and the body, paragraphs parted by empty lines.

    All evidence offsets of the facts count code points of `text`.
    """

    url: str | None = None
    site: str | None = None
    title: str | None = None
    published: PartialDate | None = None
    sections: list[str] = []
    authors: list[str] = []
    photo_credit: str | None = None
    language: str | None = None
    comments: int | None = None
    text: str = ""
    related: list[Related] = []
