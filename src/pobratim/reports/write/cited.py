"""How a source is told in the list of sources, in every format alike."""

from __future__ import annotations

from typing import NamedTuple

from django.utils import translation
from django.utils.formats import date_format

from pobratim.reports.address import WEB
from pobratim.reports.paper import Source
from pobratim.reports.quotes import quoted


class Cited(NamedTuple):
    """A source in words: its title, where and when it came out, where it is found, the sentence in quotation marks."""

    title: str
    where: str
    address: str
    link: str
    quote: str


def cited(source: Source, language: str) -> Cited:
    """The words of a source; `link` is its address where that is one of the web, else empty."""
    with translation.override(language):
        day = date_format(source.published, "SHORT_DATE_FORMAT") if source.published else ""
    where = ", ".join(filter(None, (source.site, day)))
    link = source.address if source.address.lower().startswith(WEB) else ""
    return Cited(source.title.rstrip(". "), where, source.address, link, quoted(source.quote, language) if source.quote else "")
